"""Rewording: another figure, date or name in the place of a draft's, in the form in which it stood there.

One module a language, found by its tag. Each function returns None where it cannot be done soundly: a proposed
wording is never an ungrammatical guess.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any, Protocol, cast

from korpu.claims import Value
from korpu.translations.formats import Words


class Rewording(Protocol):
    """What a language's module gives: the new words for the old, None where the old have no form that it knows."""

    def amount_end(self, sentence: str, end: int) -> int:
        """Return where the words of an amount that is told until `end` end with all that belongs to its figure."""

    def amount(self, written: str, old: Value, new: Value, words: Words) -> str | None:
        """Return an amount as another is written."""

    def date(self, written: str, old: str, new: str) -> str | None:
        """Return a date, EDTF, as another is written."""

    def name(self, written: str, old: str, new: str) -> str | None:
        """Return a name with the ending that another is written with."""


@cache
def rewording(language: str) -> Rewording | None:
    """Return the rewording of a language, by its tag, None where there is none."""
    try:
        module: Any = importlib.import_module(f"{__name__}.{language}")
    except ModuleNotFoundError:
        return None
    return cast(Rewording, module)
