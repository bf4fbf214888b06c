"""Languages: what the reader may ask of any language; each is a folder here, found by its name."""

from __future__ import annotations

import importlib
from typing import Protocol

import msgspec

from korpu.clauses import Clause, Mention
from korpu.errors import WrongUse


class Saying(msgspec.Struct, frozen=True):
    """Who says what a sentence tells.

    Attributes:
        speaker: a person or a public `body`, None where the words only go on with an earlier one. A person
            without a name is one told before: by an office, by a `role`, or a mere pronoun (`he`).
        start, end: the words that say so; what they claim by the way («Serbia's ambassador X») is not X's.
        holds: `sentence` for this sentence, `quote` for the quotation that ends in it, `before` for what
            came before («bu sözləri»), `source` for that and for what follows, `on` for what follows,
            `off` where the newsroom speaks again, `other` where someone speaks whom the words do not name,
            `interview` where one who will answer is named, `question` and `answer` at its turns.
        told_start, told_end: the words of the sentence that he says.
    """

    speaker: Mention | None
    start: int
    end: int
    holds: str
    told_start: int = 0
    told_end: int = 1 << 60


class Reading(msgspec.Struct, frozen=True):
    """What a language makes of one sentence or row."""

    mentions: tuple[Mention, ...]
    clauses: tuple[Clause, ...]
    saying: Saying | None = None


class Language(Protocol):
    """A language, as the reader sees it. All offsets are code points of the text that was handed in."""

    tag: str
    abbreviations: frozenset[str]

    def normalise(self, text: str) -> str:
        """Return the text in the letters that the language's words are in, as long as it was."""

    def find_names(self, text: str) -> frozenset[str]:
        """Return what the reader needs of the whole text to tell a name from its endings."""

    def read_sentence(self, text: str, start: int, end: int, names: frozenset[str]) -> Reading:
        """Return the mentions and clauses of `text[start:end]`."""

    def find_publication_date(self, text: str) -> tuple[str | None, bool]:
        """Return the date in a dateline or stamp (EDTF), and whether the text says it outright."""


def find_language(tag: str) -> Language:
    """Return the language of a tag.

    Raises:
        WrongUse: there is no such folder.
    """
    try:
        module = importlib.import_module(f"korpu.languages.{tag.replace('-', '_')}")
    except ModuleNotFoundError as error:
        raise WrongUse(f"No language «{tag}». Körpü reads az (Azerbaijani).") from error
    language: Language = module.LANGUAGE
    return language
