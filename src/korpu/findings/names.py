"""Names and titles as people write them: initials, surnames alone, a title's other spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache, partial

import msgspec

from korpu.claims import RoleValue
from korpu.entities.names import likeness
from korpu.entities.persons import parse_person
from korpu.entities.spelling import sounds, spellings_of
from korpu.entities.titles import key_of, subjects_of
from korpu.entities.words import split_words
from korpu.findings.addresses import compare_addresses, same_address
from korpu.findings.dates import Match
from korpu.findings.finding import Reason
from korpu.findings.folding import fold
from korpu.kinds import EntityType, Kind, RoleType

STEM = 6
"""Letters of a title's word that are compared: longer than most stems, shorter than stem and ending."""
SAME_TITLE = 0.8
"""The share of words that two titles must have in common where each has words that the other lacks."""


@lru_cache(maxsize=65536)
def same_person(left: str, right: str) -> bool:
    """Whether the two may be one person: in whatever spelling the surname is one and no given name speaks against it.

    >>> same_person("N. Nazarov", "Nikolay Nazarov"), same_person("Назаров", "Nikolay Nazarov")
    (True, True)
    >>> same_person("İ. Nazarov", "Nikolay Nazarov")
    False
    """
    alike = likeness("person", left, right)
    return alike.how in ("full", "short") and alike.code != "given_alone"


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


@lru_cache(maxsize=65536)
def same_entity(type: EntityType, left: str, right: str) -> bool:
    """Whether two names of a type that the ledger keeps entities of may name one thing, whatever the language.

    >>> same_entity("place", "Tiflis", "Tbilisi"), same_entity("agreement", "Turizm haqqında Saziş", "turizmə dair saziş")
    (True, True)
    """
    if type == "person":
        return same_person(left, right)
    alike = likeness(type, left, right)
    if alike.how == "full" or fold(left) == fold(right):
        return True
    if type == "agreement":
        return alike.code == "part_of_title"
    return alike.code not in ("known_apart", "numbers_differ") and same_title(left, right)


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
    RoleType.ACTOR: same_actor,
    RoleType.NAME: same_title,
    RoleType.ADDRESS: same_address,
    RoleType.PHRASE: same_title,
    RoleType.STATES: _exactly,
}
_ENTITIES: dict[RoleType, EntityType] = {
    RoleType.PERSON: "person",
    RoleType.PERSONS: "person",
    RoleType.PLACE: "place",
    RoleType.PLACES: "place",
    RoleType.ORGANISATION: "organisation",
}
"""What names in roles of a type name, where they name entities."""

EXACT = frozenset({RoleType.STATE, RoleType.TERM, RoleType.DATE, RoleType.STATES})
"""The types whose fillers are the same or not, with nothing in between."""


def same_filler(kind: Kind, role: str, left: RoleValue, right: RoleValue) -> bool:
    """Whether two fillers of a kind's role may be one; of several names, each must find its own.

    >>> from korpu.kinds import kinds
    >>> same_filler(kinds()["meeting"], "participants", ("A. Quliyev", "Li Van"), ("Li Van", "Anar Quliyev"))
    True
    """
    same = _comparer(kind, role)
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


def entity_of(kind: Kind, role: str) -> EntityType | None:
    """Return what the names in a kind's role name, where it is something of which there are entities."""
    return kind.entities.get(role) or _ENTITIES.get(kind.roles[role])


def _comparer(kind: Kind, role: str) -> Callable[[str, str], bool]:
    entity = entity_of(kind, role)
    return partial(same_entity, entity) if entity is not None else _SAME[kind.roles[role]]


class Marks(msgspec.Struct, frozen=True):
    """By what names of one thing are found among many: what the one `seeks`, the other `has`, or the other way round."""

    has: frozenset[Hashable]
    seeks: frozenset[Hashable]


@lru_cache(maxsize=65536)
def marks(entity: EntityType | None, name: str) -> Marks:
    """Return the marks of a name.

    >>> marks("person", "Qriqori Vasilenko").has.isdisjoint(marks("person", "Q. Vasilenko").seeks)
    False
    """
    if entity == "person":
        # One's surname is a word of the other, whichever stands first.
        surname, written = parse_person(name).surname, spellings_of(name)
        heard = frozenset[Hashable]().union(*(sounds(word, written) for word in split_words(name)))
        return Marks(heard, surname.sounds if surname is not None else heard)
    found: frozenset[Hashable] = stems(name)
    if entity == "agreement":
        found = subjects_of(name) or found
    elif entity is not None:
        found = found | {key_of(entity, name)}
    return Marks(found, found)


def has_no_subject(kind: Kind, roles: Mapping[str, RoleValue]) -> bool:
    """Whether what is asked about is an agreement that nothing names but its sort («a joint declaration»)."""
    return any(
        not any(map(subjects_of, names(roles.get(role, ()))))
        for role, entity in kind.entities.items()
        if entity == "agreement" and role in kind.question
    )


def compare_fillers(kind: Kind, role: str, left: RoleValue, right: RoleValue) -> Match:
    """Return how two fillers of the role that holds the answer stand to each other, whatever their times."""
    if kind.roles[role] is RoleType.ADDRESS and isinstance(left, str) and isinstance(right, str):
        return compare_addresses(left, right)
    if same_filler(kind, role, left, right):
        return Match("same", Reason("same_answer"))
    persons = entity_of(kind, role) == "person" and isinstance(left, str) and isinstance(right, str)
    if persons and likeness("person", str(left), str(right)).how == "near":
        return Match("not_comparable", Reason("names_nearly_alike"))
    details = {"first": ", ".join(names(left)), "second": ", ".join(names(right))}
    return Match("contradicts", Reason("holders_differ", details))


def names(filler: RoleValue) -> tuple[str, ...]:
    """Return the names that fill a role, one or several, sorted."""
    return (filler,) if isinstance(filler, str) else tuple(sorted(filler))
