"""How a language words a dossier: one module a language, found by its tag, over the words of `translations`."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol, cast

from korpu.claims import Value
from korpu.translations.formats import Words


class Grammar(Protocol):
    """What a language's module gives: forms of words, dates and amounts."""

    def shape(self, words: str, form: str) -> str:
        """Return words in a form that the language's templates name."""

    def capitalise(self, text: str) -> str:
        """Return the text with a first capital."""

    def listed(self, words: Sequence[str], form: str = "") -> str:
        """Return several names as one phrase."""

    def date(self, when: str, form: str = "") -> str:
        """Return an EDTF date in words."""

    def years(self, when: str) -> str:
        """Return a period that something covers in words."""

    def amount(self, value: Value, words: Words, scaled: bool = True) -> str:
        """Return an amount with its bound and unit."""

    def bare_amount(self, value: Value, words: Words) -> str:
        """Return an amount with its bound and without its unit."""

    def unit_name(self, unit: str) -> str:
        """Return a currency's name."""

    def nation(self, code: str) -> str | None:
        """Return the people of a state in the plural, None where lines go by the state's name."""


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language, by its tag.

    Raises:
        ModuleNotFoundError: dossiers are not worded in that language.
    """
    module: Any = importlib.import_module(f"{__name__}.{language}")
    return cast(Grammar, module)
