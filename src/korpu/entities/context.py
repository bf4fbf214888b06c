"""What is known of the bearer of a name: states, offices, parties and times; and whether two can be one."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Literal

import msgspec

from korpu import edtf

YEARS_IN_OFFICE = 5
"""A person told of in an office is taken for the one told of there so many years before or after, where names allow it."""
AT_ONCE = dt.timedelta(days=366)
"""Two offices may follow each other within a year that is all that is given; what overlaps by more is at once."""

Relation = Literal["conflict", "shared", "open"]


class Fact(msgspec.Struct, frozen=True):
    """One thing that is told of the bearer of a name.

    Attributes:
        office: a term of the offices («ambassador»), or the kind of claim that gives a part; "" where none is told.
        state: whose office it is, or where a place lies; "" where it is not told.
        host: to which state, for heads of missions; else "".
        when: EDTF, or None.
    """

    office: str = ""
    state: str = ""
    host: str = ""
    when: str | None = None


class Context(msgspec.Struct, frozen=True):
    """All that is known of the bearer of a name, or of several names of one.

    Attributes:
        facts: what is told.
        parties: the states that the claims are on; a person whose state is not told acts for one of them.
    """

    facts: frozenset[Fact] = frozenset()
    parties: frozenset[str] = frozenset()

    @property
    def states(self) -> frozenset[str]:
        """The states that are told to be the bearer's."""
        return _states(self.facts)

    def __or__(self, other: Context) -> Context:
        """Return what is known of both, taken for one: a party that only one has is no party of both."""
        both = (
            self.parties & other.parties if self.parties and other.parties else self.parties | other.parties
        )
        return Context(_fewest(self.facts | other.facts), both)


@lru_cache(maxsize=65536)
def _states(facts: frozenset[Fact]) -> frozenset[str]:
    return frozenset(fact.state for fact in facts if fact.state)


@lru_cache(maxsize=65536)
def _dates(facts: frozenset[Fact]) -> tuple[str, ...]:
    return tuple(sorted(fact.when for fact in facts if fact.when))


@lru_cache(maxsize=65536)
def _terms(facts: frozenset[Fact]) -> tuple[Fact, ...]:
    """The facts that say from when to when an office was held, in order."""
    return tuple(sorted((f for f in facts if f.office and f.when and "/" in f.when), key=_order))


def _fewest(facts: frozenset[Fact]) -> frozenset[Fact]:
    """Of facts that differ in nothing but a point in time, the first and the last: between them nothing new is told."""
    posts: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        if fact.when and "/" not in fact.when:
            posts.setdefault((fact.office, fact.state, fact.host), []).append(fact)
    if all(len(points) <= 2 for points in posts.values()):
        return facts
    ordered = [sorted(points, key=lambda fact: edtf.sort_key(fact.when)) for points in posts.values()]
    between = {fact for points in ordered for fact in points[1:-1]}
    return facts - between


class Related(msgspec.Struct, frozen=True):
    """How what is known of two stands to each other, with the sentence of the translations' `sameness` that says why."""

    relation: Relation
    code: str = ""
    details: dict[str, str] = {}


OPEN = Related("open")


@lru_cache(maxsize=262144)
def relate_persons(a: Context, b: Context) -> Related:
    """Return whether two persons, as they are known, can be one, and whether they hold one office.

    >>> post = Fact("ambassador", "AZ", "KZ", "2010")
    >>> relate_persons(Context(frozenset({post})), Context(frozenset({post}))).relation
    'shared'
    """
    mine, yours = a.states or a.parties, b.states or b.parties
    if mine and yours and mine.isdisjoint(yours):
        return Related("conflict", "two_states", {"first": _listed(mine), "second": _listed(yours)})
    for one in _terms(a.facts):
        for other in _terms(b.facts):
            if one.office != other.office and _at_once(one.when, other.when):
                return Related("conflict", "two_offices", {"first": one.office, "second": other.office})
    shared = {
        one.office
        for one in a.facts
        for other in b.facts
        if one.office and _same_post(one, other) and _near(one.when, other.when)
    }
    if shared:
        return Related("shared", "same_office", {"office": min(shared)})
    return OPEN


def relate_places(a: Context, b: Context) -> Related:
    """Return whether two places can be one: they cannot where they lie in different states."""
    if a.states and b.states and a.states.isdisjoint(b.states):
        return Related("conflict", "two_states", {"first": _listed(a.states), "second": _listed(b.states)})
    return OPEN


@lru_cache(maxsize=262144)
def relate_agreements(a: Context, b: Context) -> Related:
    """Return whether two agreements can be one: not between other parties, nor signed on other days."""
    if a.parties and b.parties and a.parties != b.parties:
        details = {"first": _listed(a.parties), "second": _listed(b.parties)}
        return Related("conflict", "other_parties", details)
    days = _dates(a.facts), _dates(b.facts)
    for one in days[0]:
        for other in days[1]:
            if overlap(one, other) is None:
                return Related("conflict", "other_dates", {"first": one, "second": other})
    return Related("shared", "same_date") if all(days) else OPEN


def _listed(states: frozenset[str]) -> str:
    return ", ".join(sorted(states))


def _order(fact: Fact) -> tuple[str, str, str, str]:
    return fact.office, fact.state, fact.host, fact.when or ""


def _same_post(one: Fact, other: Fact) -> bool:
    return (one.office, one.state) == (other.office, other.state) and (
        not one.host or not other.host or one.host == other.host
    )


@lru_cache(maxsize=65536)
def _ends(when: str) -> tuple[dt.date, dt.date]:
    span = edtf.extent(when)
    return span.first or dt.date.min, span.last or dt.date.max


def overlap(one: str, other: str) -> dt.timedelta | None:
    """Return how long two dates (EDTF) have in common, less a day; None where they have no day."""
    (first, last), (begins, ends) = _ends(one), _ends(other)
    length = min(last, ends) - max(first, begins)
    return length if length >= dt.timedelta(0) else None


def _at_once(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    shared = overlap(one, other)
    return shared is not None and shared > AT_ONCE


def _near(one: str | None, other: str | None) -> bool:
    """Whether two dates are so near that an office's holder is likely to be one; also where one is not given."""
    if one is None or other is None:
        return True
    (first, last), (begins, ends) = _ends(one), _ends(other)
    gap = max(first, begins).year - min(last, ends).year
    return gap <= YEARS_IN_OFFICE
