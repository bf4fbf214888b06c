"""Terms: what texts are searched by. Pure: the language says what a word is found by, and no database is touched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from korpu.document import Span
from korpu.languages import Language
from korpu.ledger.errors import NoWords
from korpu.reading.sentences import BlockType, find_blocks, split_sentences

Terms = frozenset[str]

_WORD = re.compile(r"[^\W_]+")
_WITH_ENDING = re.compile(r"((?<![^\W_])(?:[^\W_a-zəöüğçşı]{2,}|\d+))[-–'’][a-zəöüğçşı]+")
"""«BMT-nin», «1992-ci»: of what is asked for only the first part counts."""

_MARKED_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
"""A word as it may be written: a letter and its mark are two code points there, and one where words are compared."""

LONGEST_WORD = 64
"""Letters of a word that are looked at: what is longer is damage, and databases have bounds of their own."""


def terms_in(text: str, language: Language) -> set[str]:
    """Return the terms of all words of a text."""
    # Most words stand there many times: they are looked at once.
    pieces = " ".join(set(unicodedata.normalize("NFC", text).split()))
    words = {word[:LONGEST_WORD] for word in _WORD.findall(pieces)}
    return set().union(*map(language.terms_of, words))


def terms_asked(words: str, language: Language) -> tuple[Terms, ...]:
    """Return for each word that is searched for its terms: a text holds the word that has one of them.

    Raises:
        NoWords: there is no word.
    """
    composed = _WITH_ENDING.sub(r"\1", unicodedata.normalize("NFC", words))
    asked = tuple(frozenset(language.terms_of(word[:LONGEST_WORD])) for word in _WORD.findall(composed))
    if not asked:
        raise NoWords("«{words}» has no word to search for; give one at least.", words=words)
    return tuple(dict.fromkeys(asked))


def count_held(text: str, asked: Iterable[Terms], language: Language) -> int:
    """Return how many of the words that are searched for a text holds."""
    terms = terms_in(text, language)
    return sum(not terms.isdisjoint(word) for word in asked)


def find_passages(text: str, asked: Sequence[Terms], language: Language) -> list[Span]:
    """Return the sentences and rows that hold all the words, else those that hold the most of them."""
    held: dict[int, list[Span]] = {}
    for start, end in _sentences(text, language):
        held.setdefault(count_held(text[start:end], asked, language), []).append(Span(start, end))
    most = max(held, default=0)
    return held[most] if most else []


def find_words(text: str, asked: Sequence[Terms], language: Language) -> list[Span]:
    """Return where a text has the words that are searched for, in whatever form."""
    every = frozenset[str]().union(*asked)
    return [
        Span(*match.span())
        for match in _MARKED_WORD.finditer(text)
        if not every.isdisjoint(terms_in(match.group(), language))
    ]


_EMPTY_CELLS = " |\t"
"""What ends a row of which the last cells are empty."""


def _sentences(text: str, language: Language) -> Iterable[tuple[int, int]]:
    for block in find_blocks(text):
        if block.type is BlockType.ROW:
            row = text[block.start : block.end].rstrip(_EMPTY_CELLS)
            yield block.start, block.start + len(row)
        else:
            yield from split_sentences(text, block, language.abbreviations)
