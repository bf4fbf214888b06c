"""Names and titles as people write them: initials, surnames alone, a title's other spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from korpu.claims import RoleValue
from korpu.kinds import RoleType

_DOTTED = str.maketrans({"İ": "i", "I": "ı"})
_PLAIN = str.maketrans({"ı": "i", "ə": "e", "ә": "e", "ǝ": "e"})

STEM = 6
"""Letters of a title's word that are compared: longer than most stems, shorter than stem and ending."""
SAME_TITLE = 0.8
"""The share of words that two titles must have in common where each has words that the other lacks."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return `name` in the form in which names are compared: no case, no diacritics, no marks.

    >>> fold("Kasım-Jomart TOKAYEV"), fold("N. İsgəndərov")
    ('kasim jomart tokayev', 'n isgenderov')
    """
    text = unicodedata.normalize("NFC", name).translate(_DOTTED).casefold().translate(_PLAIN)
    text = "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    )
    return " ".join(re.findall(r"\w+", text))


@lru_cache(maxsize=65536)
def same_person(left: str, right: str) -> bool:
    """Whether the two may be one person: the surname is the same and no given name speaks against it.

    >>> same_person("N. Nazarov", "Nikolay Nazarov"), same_person("Nazarov", "Nikolay Nazarov")
    (True, True)
    >>> same_person("İ. Nazarov", "Nikolay Nazarov")
    False
    """
    a, b = fold(left).split(), fold(right).split()
    if not a or not b:
        return False
    if sorted(a) == sorted(b):
        return True
    return a[-1] == b[-1] and all(_same_given(x, y) for x, y in zip(a[:-1], b[:-1], strict=False))


def _same_given(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


@lru_cache(maxsize=65536)
def stems(title: str) -> frozenset[str]:
    """Return the beginnings of a title's words.

    >>> sorted(stems("Əməkdaşlıq haqqında Saziş"))
    ['emekda', 'haqqin', 'sazis']
    """
    return frozenset(word[:STEM] for word in fold(title).split())


@lru_cache(maxsize=65536)
def same_title(left: str, right: str) -> bool:
    """Whether two titles name one thing.

    They do where one has all the words of the other (three at least), or where most words are the
    same, the last one, which says what it is, among them. Numbers never differ.

    >>> same_title("Gömrük əməkdaşlığı haqqında Saziş", "“Gömrük əməkdaşlığı haqqında” saziş")
    True
    >>> same_title("2017-2021-ci illər üçün Proqram", "2022-2026-cı illər üçün Proqram")
    False
    """
    if fold(left) == fold(right):
        return True
    a, b = stems(left), stems(right)
    common = len(a & b)
    is_part = common == min(len(a), len(b))
    if not (common >= 3 if is_part else common >= SAME_TITLE * len(a | b)):
        return False
    numbers_a, numbers_b = _numbers(a), _numbers(b)
    if is_part:
        return numbers_a == numbers_b or not (numbers_a and numbers_b)
    return numbers_a == numbers_b and fold(left).split()[-1][:STEM] == fold(right).split()[-1][:STEM]


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit())


def same_actor(left: str, right: str) -> bool:
    """Whether two actors are one: codes of states are compared exactly, names as persons' or titles."""
    if is_code(left) or is_code(right):
        return left == right
    return same_person(left, right) or same_title(left, right)


def is_code(name: str) -> bool:
    """Whether `name` is a code («KZ», «RU-EMPIRE») and not a name."""
    return re.fullmatch(r"[A-Z]{2}(-[A-Z]+)?", name) is not None


def _exactly(left: str, right: str) -> bool:
    return left == right


_SAME: dict[RoleType, Callable[[str, str], bool]] = {
    RoleType.STATE: _exactly,
    RoleType.TERM: _exactly,
    RoleType.DATE: _exactly,
    RoleType.PERSON: same_person,
    RoleType.PERSONS: same_person,
    RoleType.ACTOR: same_actor,
    RoleType.NAME: same_title,
    RoleType.PLACE: same_title,
    RoleType.PLACES: same_title,
    RoleType.ORGANISATION: same_title,
    RoleType.PHRASE: same_title,
    RoleType.STATES: _exactly,
}

EXACT = frozenset({RoleType.STATE, RoleType.TERM, RoleType.DATE, RoleType.STATES})
"""The types whose fillers are the same or not, with nothing in between."""


def same_filler(role: RoleType, left: RoleValue, right: RoleValue) -> bool:
    """Whether two fillers of a role may be one; of several names, each must find its own.

    >>> same_filler(RoleType.PERSONS, ("A. Quliyev", "Li Van"), ("Li Van", "Anar Quliyev"))
    True
    """
    same = _SAME[role]
    if isinstance(left, str) and isinstance(right, str):
        return same(left, right)
    rest = list(names(right))
    if len(names(left)) != len(rest):
        return False
    for name in names(left):
        found = next((other for other in rest if same(name, other)), None)
        if found is None:
            return False
        rest.remove(found)
    return True


def names(filler: RoleValue) -> tuple[str, ...]:
    """Return the names that fill a role, one or several, sorted."""
    return (filler,) if isinstance(filler, str) else tuple(sorted(filler))
