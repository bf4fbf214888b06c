"""The words in names that tell nothing apart, by sort (`words.tsv`), in the letters in which names are compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from korpu.entities.spelling import FOLDER, bare_sound, small, sounds, spellings_of
from korpu.lexicon import read_table

CASE_ENDINGS = frozenset(
    {"nin", "nun", "in", "un", "ni", "nu", "na", "ia", "nda", "da", "dan", "ndan", "i", "a"}
)  # fmt: skip
"""The case endings of a name, in the letters in which names are compared."""


@cache
def words_of(sort: str) -> frozenset[str]:
    """Return all words of a sort, as they sound."""
    rows = (row["words"].split("|") for row in read_table(FOLDER, "words") if row["sort"] == sort)
    return frozenset(bare_sound(sound) for words in rows for word in words for sound in sounds(word))


@cache
def same_words(sort: str) -> dict[str, int]:
    """Return for each word of a sort, as it sounds, the number of its row: words of one row are one."""
    rows = [row for row in read_table(FOLDER, "words") if row["sort"] == sort]
    return {
        bare_sound(sound): number
        for number, row in enumerate(rows)
        for word in row["words"].split("|")
        for sound in sounds(word, spellings_of(word))
    }


@lru_cache(maxsize=65536)
def is_word(word: str, sort: str) -> bool:
    """Whether a word of a name is of that sort."""
    return not words_of(sort).isdisjoint(map(bare_sound, sounds(word)))


def split_words(name: str) -> list[str]:
    """Return the words of a name, without quotation marks, brackets and hyphens.

    >>> split_words("“Şimal–Cənub” dəhlizi (layihə)")
    ['Şimal', 'Cənub', 'dəhlizi']
    """
    return re.findall(r"[\w?□\ufffdº]+", re.sub(r"\([^)]*\)|\[[^\]]*\]|(?<=\w)['’ʼ`](?=\w)", "", name))


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """Return a name so that spellings that differ in capitals, marks and spaces alone agree."""
    return " ".join(small(word) for word in split_words(name))
