"""Surnames: what they end in, which of them a document has, and what words close the names of organisations."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Sentence
from korpu.languages.az.words import FOLDER, words
from korpu.lexicon import read_table


@cache
def name_words(sort: str) -> frozenset[str]:
    """Return the folded words of one sort of `names.tsv`.

    >>> "oğlu" in name_words("particle")
    True
    """
    rows = read_table(FOLDER, "names")
    return frozenset(word for row in rows if row["sort"] == sort for word in fold(row["words"]).split("|"))


@lru_cache(maxsize=65536)
def is_closing(key: str) -> bool:
    """Whether a folded word ends as surnames do.

    >>> is_closing("kərimova"), is_closing("bakida")
    (True, False)
    """
    return len(key) > 4 and key.endswith(tuple(name_words("surname_end")))


def is_stem(key: str) -> bool:
    """Whether a folded word, its endings cut off, ends as surnames do by themselves: «Montoyan» is «Montoya-n…».

    >>> is_stem("babayan"), is_stem("montoyan")
    (True, False)
    """
    return is_closing(key) and not (key[-1] == "n" and key[:-1].endswith(tuple(name_words("vowel_end"))))


@lru_cache(maxsize=4)
def surnames(names: frozenset[str]) -> frozenset[str]:
    """Return the folded surnames of a document, whose names hold pairs of capitalised words in a row.

    >>> sorted(surnames(frozenset({"anar nurlu", "anar", "nurlu"})))
    ['nurlu']
    """
    seconds, shared = _declined(names)
    stems = {stem for stem, forms in shared.items() if is_stem(stem) or len(forms) > 1 or stem in seconds}
    cased = {word for stem in stems for word in shared[stem] if not is_closing(word)}
    return frozenset((seconds - cased) | stems)


@lru_cache(maxsize=4)
def told_stems(names: frozenset[str]) -> frozenset[str]:
    """Return the folded stems that a document has under more than one form, or bare: no guess by how they end.

    >>> sorted(told_stems(frozenset({"anar nurluya", "anar nurludan"})))
    ['nurlu']
    """
    seconds, shared = _declined(names)
    return frozenset(stem for stem, forms in shared.items() if len(forms) > 1 or stem in seconds)


@lru_cache(maxsize=4)
def _declined(names: frozenset[str]) -> tuple[set[str], dict[str, set[str]]]:
    """The second words of a document's pairs, and the stems that they may have, each with its forms."""
    seconds = {name.split()[1] for name in names if " " in name}
    known = words().single
    seconds = {
        word for word in seconds if len(word) > 2 and not _is_where(word) and not _is_known(word, known)
    }
    shared: dict[str, set[str]] = {}
    for word in seconds:
        for found in analyse(word):
            if found.features.case != "Nom" and not found.features.possessor:
                shared.setdefault(found.stem, set()).add(word)
    return seconds, shared


_WHERE = ("də", "daki", "dəki", "dən")


def _is_where(word: str) -> bool:
    """Whether a word is in the locative or the ablative, as it ends as no surname does."""
    return word.endswith(_WHERE) and not is_closing(word)


def _is_known(word: str, known: Collection[str]) -> bool:
    return (
        word in _bodies()
        or ends_organisation(word)
        or any(found.stem in known and not found.features.attributive for found in analyse(word))
    )


@lru_cache(maxsize=65536)
def ends_organisation(key: str) -> bool:
    """Whether a folded word closes the name of an organisation, a place or a document («nazirliyi»)."""
    ends = name_words("organisation_end")
    if key in ends:
        return True
    if len(key) < 5:
        return False
    return any(
        found.stem in ends or (found.features.possessor == "3" and found.stem in _bodies())
        for found in analyse(key)
    )


@cache
def _bodies() -> frozenset[str]:
    """The folded nouns of the last words of organisations: the possessive gives way to a case («Partiyasından»)."""
    return frozenset(
        found.stem
        for end in name_words("organisation_end")
        for found in analyse(end)
        if found.features.possessor == "3" and len(found.stem) > 3
    )


def ends_in_with(sentence: Sentence, index: int) -> bool:
    """Whether a surname ends in -la behind a consonant, as few do by themselves («Makronla»)."""
    key = sentence.tokens[index].key
    before = sentence.tokens[index - 1] if index else None
    behind = before is not None and (before.capital or (before.glued and before.text in "-–"))
    return behind and len(key) > 5 and key.endswith(("la", "lə")) and key[-3] not in "aeəioöuül"


@cache
def given_names() -> frozenset[str]:
    """Return the folded given names of `names.tsv`, of men and women, and of `world_names.tsv`.

    >>> {"leyla", "viktor"} <= given_names()
    True
    """
    return men() | name_words("woman") | world_given_names()


@cache
def given_names_or(sort: str) -> frozenset[str]:
    """Return the given names, and the words of `names.tsv` that are of another sort."""
    return given_names() | name_words(sort)


@cache
def world_given_names() -> frozenset[str]:
    """Return the folded given names of `world_names.tsv`, the short ones left aside: syllables are other words too."""
    rows = read_table(FOLDER, "world_names")
    names = frozenset(name for row in rows for name in fold(row["given"]).split("|"))
    return frozenset(name for name in names if len(name) >= _SHORTEST_GIVEN and "-" not in name)


_SHORTEST_GIVEN = 4


@cache
def men() -> frozenset[str]:
    """Return the folded given names of men."""
    return name_words("man") | name_words("man_turkic") | name_words("man_slavic")


def is_well_known(key: str) -> bool:
    """Whether a folded word is a surname of the tables, in whatever case.

    >>> is_well_known("putinin"), is_well_known("bakida")
    (True, False)
    """
    known = name_words("surname")
    return key in known or any(
        found.stem in known and not found.features.possessor and not found.features.plural
        for found in analyse(key)
    )
