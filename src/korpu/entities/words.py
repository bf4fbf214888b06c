"""The words in names that tell nothing apart, by sort (`words.tsv`), in the letters in which names are compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from korpu.entities.spelling import FOLDER, bare_sound, is_cyrillic, small, sounds, spellings_of
from korpu.lexicon import read_table

CASE_ENDINGS = frozenset(
    {"nin", "nun", "in", "un", "ni", "nu", "na", "ia", "nda", "da", "dan", "ndan", "i", "a"}
)  # fmt: skip
"""The case endings of a name, in the letters in which names are compared."""

_ENDING = re.compile(r"(?:lar)?(?:s?[iu])?(?:n?(?:in|un|i|u|a|da|dan|ta|tan)|n|ia)?")
"""What may stand after a noun: plural, possessive and case."""


@cache
def written_words(sort: str) -> frozenset[str]:
    """Return all words of a sort, in small letters."""
    rows = (row["words"].split("|") for row in read_table(FOLDER, "words") if row["sort"] == sort)
    return frozenset(small(word) for words in rows for word in words)


@cache
def words_of(sort: str) -> frozenset[str]:
    """Return all words of a sort, as they sound."""
    heard = (sound for word in written_words(sort) for sound in sounds(word))
    return frozenset(bare_sound(sound) for sound in heard if sound[0] != "=")


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


@lru_cache(maxsize=65536)
def uninflected(word: str) -> frozenset[str]:
    """Return what a word of a title sounds like, as it stands and without the endings that it may have."""
    heard = {sound for sound in sounds(word) if sound[0] not in "=~"}
    cut = {s[:place] for s in heard for place in range(3, len(s)) if _ENDING.fullmatch(s, place)}
    return frozenset(heard | cut)


@lru_cache(maxsize=65536)
def concept_of(word: str, adjectives: bool = False) -> int | None:
    """Return the number of what a word of a title means (a row of `concepts.tsv`), None where the table has not got it.

    Args:
        adjectives: whether an adjective means what its noun does.

    >>> concept_of("sərmayələrin") == concept_of("Investment")
    True
    """
    whole, beginnings = _concepts(adjectives)
    heard = [bare_sound(sound) for sound in sorted(uninflected(word), key=lambda sound: (-len(sound), sound))]
    found = next((whole[sound] for sound in heard if sound in whole), None)
    if found is not None or not heard:
        return found
    cyrillic = is_cyrillic(small(word))
    found_by = (row for beginning, of, row in beginnings if of == cyrillic and heard[0].startswith(beginning))
    return next(found_by, None)


@cache
def _concepts(adjectives: bool) -> tuple[dict[str, int], list[tuple[str, bool, int]]]:
    """The numbers of the concepts: by whole words, and by beginnings (whether Cyrillic), the longest first; all as they sound."""
    whole: dict[str, int] = {}
    beginnings: list[tuple[str, bool, int]] = []
    for number, row in enumerate(read_table(FOLDER, "concepts")):
        words = row["words"].split("|") + (row["adjectives"].split("|") if adjectives else [])
        for word in filter(None, words):
            heard = {bare_sound(sound) for sound in sounds(word.removeprefix("~")) if sound[0] not in "=~"}
            if word[0] == "~":
                beginnings += [(sound, is_cyrillic(small(word)), number) for sound in heard]
            else:
                for sound in heard:
                    whole.setdefault(sound, number)
    return whole, sorted(beginnings, key=lambda one: (-len(one[0]), one))


def split_words(name: str) -> list[str]:
    """Return the words of a name, without quotation marks, brackets and hyphens.

    >>> split_words("“Şimal–Cənub” dəhlizi (layihə)")
    ['Şimal', 'Cənub', 'dəhlizi']
    """
    return re.findall(r"[\w?□\ufffdº]+", re.sub(r"\([^)]*\)|\[[^\]]*\]|(?<=\w)['’‘ʻʼ`](?=\w)", "", name))


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """Return a name so that spellings that differ in capitals, marks and spaces alone agree."""
    return " ".join(small(word) for word in split_words(name))
