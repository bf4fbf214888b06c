"""Names of places, organisations, agreements and projects: known variants, acronyms, words that tell nothing apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz import fuzz

from korpu.entities.spelling import FOLDER, bare_sound, coarse, sounds, spellings_of
from korpu.entities.verdict import Likeness
from korpu.entities.words import (
    CASE_ENDINGS,
    concept_of,
    is_word,
    plain,
    same_words,
    split_words,
    uninflected,
    written_words,
)
from korpu.kinds import EntityType
from korpu.lexicon import read_table, split_forms

NEAR = 90.0
"""Names of which so much is alike (rapidfuzz, per cent) may be one, misspelt."""
STEM = 6
"""Sounds of a title's word that are compared: longer than most stems, shorter than stem and ending."""

KEY_LENGTH = 3

_LEXICON = "languages/az/lexicon"
_TABLES: dict[EntityType, tuple[tuple[str, str], ...]] = {
    "place": (("places", "place"),),
    "organisation": (("organisations", "names"),),
    "project": (("projects", "names"),),
}
"""The Azerbaijani lexicon's tables, and the column that has a thing's names."""
_OWN: dict[EntityType, tuple[str, ...]] = {
    "place": ("cities", "places"),
    "organisation": ("organisations",),
    "project": ("projects",),
}
"""Körpü's own tables, which add other languages' names to what the lexicon knows."""


@cache
def _known(type: EntityType) -> dict[str, str]:
    """For each name of the tables, as `plain` gives it, one name of the thing; names of two things are left out."""
    found: dict[str, set[str]] = {}
    for table, column in _TABLES.get(type, ()):
        for row in read_table(_LEXICON, table):
            code = row.get("code", "") if type == "organisation" else ""
            names = _names_in(type, f"{code}|{row[column]}")
            for name in names:
                found.setdefault(name, set()).add(names[0])
    one_of: dict[str, str] = {}
    for table in _OWN.get(type, ()):
        for row in read_table(FOLDER, table):
            names = _names_in(type, row["names"])
            things = [thing for name in names for thing in found.get(name, ()) if len(found[name]) == 1]
            usual = next((one_of.get(thing, thing) for thing in things), names[0])
            one_of |= dict.fromkeys(things, usual)
            found |= {name: {usual} for name in names}
    return {
        name: one_of.get(thing, thing)
        for name, things in found.items()
        if len(things) == 1
        for thing in things
    }


def _names_in(type: EntityType, cell: str) -> list[str]:
    """The names in a cell in their order, each as it is and without the words that tell nothing apart."""
    # The tables write such words as they are: to hear thousands of words would take long.
    nothing = frozenset[str]().union(*map(written_words, _TELLING_NOTHING[type]))
    found: dict[str, None] = {}
    for form in (form for form, doubtful in split_forms(cell) if not doubtful):
        words = plain(form).split()
        kept = [word for word in words if word not in nothing]
        found |= {" ".join(words): None, " ".join(kept or words): None}
    return list(found)


@lru_cache(maxsize=65536)
def known_name(type: EntityType, name: str) -> str | None:
    """Return the one name under which the tables know the thing, None where they do not.

    >>> known_name("organisation", "ATƏT") == known_name("organisation", "OSCE")
    True
    """
    known, words = _known(type), split_words(name)
    return known.get(plain(name)) or known.get(plain(" ".join(_content(type, words))))


@lru_cache(maxsize=65536)
def key_of(type: EntityType, name: str) -> str:
    """Return what all names of one place, organisation or project have in common: only names with one key are compared.

    >>> key_of("project", "Trans-Xəzər kabeli") == key_of("project", "Transxəzər kabeli")
    True
    """
    known = known_name(type, name) or name
    words = _content(type, split_words(known))
    if not words:
        return ""
    first = known if type == "place" else known_name("place", words[0]) or words[0]
    concept = None if first is not words[0] else concept_of(first)
    if concept is not None:
        return f"<{concept}>"
    return coarse(split_words(first)[0], spellings_of(known))[:KEY_LENGTH]


def compare_titles(type: EntityType, left: str, right: str) -> Likeness:
    """Return how alike two names of one type are, persons' and missions' apart.

    >>> compare_titles("project", "Bakı–Tbilisi–Qars", "BTQ").how
    'full'
    >>> compare_titles("agreement", "Dostluq haqqında Müqavilə", "Dostluq haqqında Saziş").how
    'none'
    """
    known = known_name(type, left), known_name(type, right)
    if None not in known:
        return Likeness("full", "known_variants") if known[0] == known[1] else Likeness("none", "known_apart")
    if type == "agreement":
        return _compare_agreements(left, right)
    if plain(left) == plain(right):
        return Likeness("full", "same_name")
    a, b = _content(type, split_words(left)), _content(type, split_words(right))
    if _heard(a, left) & _heard(b, right):
        return _unless_nouns_differ(type, left, right)
    if _numbers(a) != _numbers(b):
        return Likeness("none", "numbers_differ")
    if type != "place" and _same_words(a, left, b, right):
        return _unless_nouns_differ(type, left, right)
    if _is_acronym(left, right) or _is_acronym(right, left):
        return Likeness("near", "acronym")
    if len(a) > 1 and len(b) > 1 and len(a) != len(b) and (_stems(a) <= _stems(b) or _stems(b) <= _stems(a)):
        return Likeness("short", "part_of_title")
    if len(a) == len(b) == 1 and fuzz.ratio(_stem(a[0]), _stem(b[0])) >= NEAR:
        return Likeness("near", "letter_apart")
    return Likeness("none", "titles_differ")


def _content(type: EntityType, words: list[str]) -> list[str]:
    """The words that tell a thing of its type apart; all of them where there are no such words."""
    sorts = _TELLING_NOTHING[type] if len(words) > 1 else ()
    if not sorts:
        return words
    return [word for word in words if not any(is_word(word, sort) for sort in sorts)] or words


_TELLING_NOTHING: dict[EntityType, tuple[str, ...]] = {
    "place": ("place",),
    "organisation": (),
    "agreement": ("link",),
    "project": ("noun", "link"),
}


def _heard(words: list[str], name: str) -> frozenset[str]:
    """What the words sound like as one, case endings of the last and words of one concept apart."""
    found = {""}
    spellings = spellings_of(name)
    for word in words:
        heard = {bare_sound(sound) for sound in sounds(word, spellings) if sound[0] not in "=~"}
        concept = concept_of(word)
        said = heard if concept is None else {f"<{concept}>"}
        found = {beginning + sound for beginning in found for sound in said}
    if len(words) < 2:
        return frozenset(found)
    bare = {text.removesuffix(ending) for text in found for ending in CASE_ENDINGS if len(ending) > 2}
    return frozenset(re.sub(r"(.)\1+", r"\1", text) for text in found | bare)


def _same_words(words: list[str], name: str, others: list[str], other_name: str) -> bool:
    """Whether two names have the same words, each in whatever language, in whatever order."""
    words = [word for word in words if not is_word(word, "link")]
    left = [word for word in others if not is_word(word, "link")]
    if len(words) != len(left) or len(words) < 2:
        return False
    for word in words:
        same = next((one for one in left if _same_word(word, name, one, other_name)), None)
        if same is None:
            return False
        left.remove(same)
    return True


def _same_word(word: str, name: str, other: str, other_name: str) -> bool:
    places = known_name("place", word), known_name("place", other)
    if None not in places:
        return places[0] == places[1]
    concepts = concept_of(word), concept_of(other)
    if concepts != (None, None):
        return concepts[0] == concepts[1]
    return not sounds(word, spellings_of(name)).isdisjoint(sounds(other, spellings_of(other_name)))


def _unless_nouns_differ(type: EntityType, left: str, right: str) -> Likeness:
    if type == "project":
        # The first row («layihə») says of anything that it is a project.
        rows = same_words("noun")
        nouns = [
            {rows[s] for word in split_words(name) for s in map(bare_sound, sounds(word)) if s in rows} - {0}
            for name in (left, right)
        ]
        if all(nouns) and not nouns[0] & nouns[1]:
            return Likeness("near", "nouns_differ")
    return Likeness("full", "same_name")


def _is_acronym(short: str, long: str) -> bool:
    words = split_words(long)
    return len(words) > 1 and short.isupper() and short == "".join(word[0].upper() for word in words)


def _numbers(words: list[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return word if word[0].isdigit() else bare_sound(min(s for s in sounds(word) if s[0] not in "=~"))[:STEM]


def _stems(words: list[str]) -> frozenset[str]:
    return frozenset(_stem(word) for word in words)


def _compare_agreements(left: str, right: str) -> Likeness:
    (form, stems), (other_form, others) = _taken_apart(left), _taken_apart(right)
    if form and other_form and form.isdisjoint(other_form):
        return Likeness("none", "forms_differ")
    if not stems or not others:
        return Likeness("short", "form_alone")
    if {s for s in stems if s[0].isdigit()} != {s for s in others if s[0].isdigit()}:
        return Likeness("none", "numbers_differ")
    if stems == others:
        return Likeness("full", "same_title")
    if stems < others or others < stems:
        named = all(stem[0] == _PLACE for stem in min(stems, others, key=len))
        return Likeness("near", "named_after_place") if named else Likeness("short", "part_of_title")
    return Likeness("none", "titles_differ")


_PLACE = "@"
"""Begins the stem of a place, for which an agreement may be known («Şuşa Bəyannaməsi»)."""
_BETWEEN = re.compile(
    r"^.*\barasında\b(?=.*\w)|\bbetween\b.*?(?=\b(?:on|for|about|concerning|regarding)\b)|\bмежду\b.*?(?=\bо(?:б)?\b)",
    re.IGNORECASE,
)
"""What a title says of who made the agreement: they are its parties."""


@lru_cache(maxsize=65536)
def _taken_apart(title: str) -> tuple[frozenset[int], frozenset[str]]:
    """What an agreement is (numbers of the table's rows), and the stems of what it is on."""
    forms = same_words("form")
    form, stems = set(), set()
    for word in split_words(_BETWEEN.sub("", title)):
        row = {forms[bare_sound(sound)] for sound in uninflected(word) if bare_sound(sound) in forms}
        if row:
            form |= row
        elif not is_word(word, "link"):
            stems.add(_subject(word))
    return frozenset(form), frozenset(stems)


def subjects_of(title: str) -> frozenset[str]:
    """Return what an agreement is on: marks that titles of one agreement share."""
    return _taken_apart(title)[1]


def _subject(word: str) -> str:
    place = known_name("place", word) if word[0].isupper() else None
    concept = concept_of(word, adjectives=True)
    return f"{_PLACE}{place}" if place else _stem(word) if concept is None else f"<{concept}>"
