"""The verdict on two names: whether they name one thing, and why."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from korpu.kinds import EntityType
from korpu.translations import translate

Sameness = Literal["same", "different", "unsure"]

ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)


class Verdict(msgspec.Struct, frozen=True):
    """Whether two names name one thing.

    Attributes:
        sameness: `unsure` where names and what is known do not decide it, or contradict each other.
        code: why, a sentence of the translations' `sameness`.
        details: what fills the sentence.
    """

    sameness: Sameness
    code: str
    details: dict[str, str] = {}

    def sentence(self, language: str = "en") -> str:
        """Return why, in one sentence in `language`.

        >>> Verdict("different", "other_father").sentence()
        "The fathers' names differ."
        """
        return translate(language, "sameness", self.code, **self.details)


Alikeness = Literal["full", "short", "near", "none"]


class Likeness(msgspec.Struct, frozen=True):
    """How alike two names are by themselves.

    Attributes:
        how: `full`: one name in two spellings; `short`: one leaves out or shortens what the other has;
            `near`: a letter or word apart; `none`: names of two things.
        code: the sentence of the translations' `sameness` that says in what they are alike or differ.
    """

    how: Alikeness
    code: str
