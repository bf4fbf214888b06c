"""Missions of two states in each other and visits between them, with their dates and with the places that are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from korpu.charts.geography import Spot, find_city, middles
from korpu.charts.timeline import Letters
from korpu.dossier.statements import manner
from korpu.dossier.tree import Dossier, Line, Statement
from korpu.edtf import days
from korpu.kinds import Answer, Kind, RoleType, Section, kinds
from korpu.render.wording.words import Wording
from korpu.states import name_key
from korpu.translations import translate


class Told(msgspec.Struct, frozen=True):
    """One thing that is told of a mission, or one visit.

    Attributes:
        kind: the claim's kind.
        step: what came to pass, in a word («opening»); "" for a visit.
        date: in words, "" where nothing dates it.
        words: the sentence of the dossier.
        is_contrary: whether another source gives another answer.
        is_ahead, is_denied: whether it is a plan, or said not to be so.
    """

    kind: str
    step: str
    when: str | None
    first: dt.date | None
    date: str
    words: str
    is_contrary: bool
    is_ahead: bool
    is_denied: bool
    notes: tuple[int, ...]
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    quote: str


class Mission(msgspec.Struct, frozen=True):
    """A mission of one state in another.

    Attributes:
        name: what it is, in words («embassy»).
        place: as the documents write it, None where none tells it.
        spot: where the place lies; where none is told, the middle of the host.
        is_closed: whether its closing is told, and no later opening.
    """

    sender: str
    host: str
    name: str
    place: str | None
    spot: Spot | None
    is_closed: bool
    told: tuple[Told, ...]


class Stay(msgspec.Struct, frozen=True):
    """All visits and meetings in one place, or in one state where no place is told.

    Attributes:
        state: the code of the state, None where it is not known.
    """

    place: str | None
    state: str | None
    spot: Spot | None
    told: tuple[Told, ...]


class Geography(msgspec.Struct, frozen=True):
    """What the map of two states shows: where most visits were told first, what has no place last."""

    missions: tuple[Mission, ...]
    stays: tuple[Stay, ...]


def geography_of(dossier: Dossier, say: Wording) -> Geography:
    """Return the missions and the visits of a dossier."""
    letters = Letters(dossier)
    missions: dict[tuple[str, ...], list[tuple[Statement, Told]]] = {}
    stays: dict[tuple[str | None, str | None], list[tuple[Statement, Told]]] = {}
    for section in dossier.sections:
        for line in section.all_lines():
            kind = kinds().get(line.statement.kind)
            if kind is None:
                continue
            for statement, told in _told(line, letters, say):
                if _is_of_mission(kind):
                    missions.setdefault(_mission_key(statement, kind), []).append((statement, told))
                elif section.name == Section.VISITS.value and _place_role(kind):
                    stays.setdefault(_stay_key(statement, dossier), []).append((statement, told))
    return Geography(
        missions=tuple(_mission(found, dossier, say) for found in missions.values()),
        stays=tuple(
            sorted(
                (_stay(key, found, dossier) for key, found in stays.items()),
                key=lambda stay: (
                    stay.place is None,
                    stay.state is None,
                    -len(stay.told),
                    stay.place or stay.state or "",
                ),
            )
        ),
    )


def _is_of_mission(kind: Kind) -> bool:
    """Whether it dates something that happens to a mission at a place."""
    return kind.answer is Answer.WHEN and {"sender", "host", "mission", "place"} <= kind.roles.keys()


def _place_role(kind: Kind) -> str | None:
    return next((role for role, type in kind.roles.items() if type is RoleType.PLACE), None)


def _told(line: Line, letters: Letters, say: Wording) -> Iterator[tuple[Statement, Told]]:
    yield line.statement, _one(line.statement, line.is_disputed, letters, say)
    for rival in line.rivals:
        # A rival that dates nothing adds nothing to the answer beside it.
        if rival.statement.when and rival.statement.when != line.statement.when:
            yield rival.statement, _one(rival.statement, rival.relation == "contradicts", letters, say)


def _one(statement: Statement, is_contrary: bool, letters: Letters, say: Wording) -> Told:
    steps = say.words["steps"]
    covered = days(statement.when)
    return Told(
        kind=statement.kind,
        step=translate(say.language, "steps", statement.kind) if statement.kind in steps else "",
        when=statement.when,
        first=(covered.first or covered.last) if covered else None,
        date=say.date(statement.when) if statement.when else "",
        words=say.line(statement),
        is_contrary=is_contrary,
        is_ahead=manner(statement.stance) == "ahead",
        is_denied=manner(statement.stance) == "denied",
        notes=statement.notes,
        claims=tuple(told.claim for told in statement.told),
        sources=letters.of(statement.notes),
        quote=letters.quote(statement.notes),
    )


def _mission_key(statement: Statement, kind: Kind) -> tuple[str, ...]:
    """What tells one mission from another: of those that there may be several of, also the place."""
    roles = statement.roles
    key = tuple(str(roles.get(role, "")) for role in ("sender", "host", "mission"))
    several = kind.several
    if several and roles.get(several.role) in several.terms:
        key += (name_key(str(roles.get("place", ""))),)
    return key


def _mission(found: list[tuple[Statement, Told]], dossier: Dossier, say: Wording) -> Mission:
    roles = [statement.roles for statement, _ in found]
    sender, host = str(roles[0]["sender"]), str(roles[0]["host"])
    in_order = sorted(found, key=lambda one: _order(one[1]))
    told = tuple(told for _, told in in_order)
    # A mission may have moved: the place is that of the last dated thing that names one.
    placed = [
        (one.first is not None, str(statement.roles["place"]))
        for statement, one in in_order
        if "place" in statement.roles
    ]
    place = next((name for dated, name in reversed(placed) if dated), placed[0][1] if placed else None)
    city = find_city(place, (host, *dossier.pair)) if place else None
    mission = roles[0].get("mission")
    return Mission(
        sender=sender,
        host=host,
        name=say.filler(found[0][0].kind, "mission", mission) if mission else "",
        place=place,
        spot=city[0] if city else None if place else middles().get(host),
        is_closed=_is_closed(told),
        told=told,
    )


def _is_closed(told: tuple[Told, ...]) -> bool:
    """Whether the last of what is told ends it, by the declarations of the kinds."""
    facts = [one for one in told if not (one.is_ahead or one.is_denied)]
    endings = {name for kind in kinds().values() for name in kind.ended_by}
    ends = [one for one in facts if one.kind in endings]
    begins = [one.first for one in facts if kinds()[one.kind].ended_by and one.first]
    if not ends:
        return False
    last = max((one.first for one in ends if one.first), default=None)
    return last is None or not any(begin > last for begin in begins)


def _order(told: Told) -> tuple[bool, dt.date, tuple[int, ...]]:
    return told.first is None, told.first or dt.date.max, told.notes


def _stay_key(statement: Statement, dossier: Dossier) -> tuple[str | None, str | None]:
    kind = kinds()[statement.kind]
    place = statement.roles.get(_place_role(kind) or "")
    place = place if isinstance(place, str) else None
    to = statement.roles.get("to")
    state = to if isinstance(to, str) else None
    if place and (city := find_city(place, ([state] if state else []) + list(dossier.pair))):
        state = city[1]
    return place, state


def _stay(key: tuple[str | None, str | None], found: list[tuple[Statement, Told]], dossier: Dossier) -> Stay:
    place, state = key
    city = find_city(place, ([state] if state else []) + list(dossier.pair)) if place else None
    spot = city[0] if city else middles().get(state) if state and not place else None
    told = sorted((one for _, one in found), key=_order)
    dated, undated = [one for one in told if one.first], [one for one in told if not one.first]
    return Stay(place, state, spot, (*reversed(dated), *undated))
