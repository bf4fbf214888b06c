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
        speaker: the person or organisation, None where the words only go on with an earlier one.
        start, end: the words that say so.
        holds: `sentence` for this sentence only, `before` for what came before too («bu sözləri»),
            `on` until something ends it, `off` where the newsroom speaks again.
    """

    speaker: Mention | None
    start: int
    end: int
    holds: str


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
