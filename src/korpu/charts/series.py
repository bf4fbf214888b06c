"""Amounts by period: every answer that sources give, the targets with their outcomes, grouped by what can be compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from korpu.charts.timeline import Letters
from korpu.claims import Bound, RoleValue, Stance
from korpu.dossier.lines import OUTCOMES
from korpu.dossier.statements import manner
from korpu.dossier.tree import Dossier, Line, Statement, Told
from korpu.edtf import days
from korpu.findings.finding import Status
from korpu.kinds import Answer, kinds
from korpu.render.entries import tags_of
from korpu.render.wording.words import Wording

Place = Literal["answer", "rival", "beside", "earlier", "target"]
"""What a point is: the answer shown first, one that contradicts it, one that does not, what was so before, what is aimed at."""


class Point(msgspec.Struct, frozen=True):
    """One answer of a series.

    Attributes:
        period: EDTF; None where nothing tells of which time the amount is.
        is_of_publication: whether the period is when the document was published, as no sentence dates it.
        first, last: the days of the period; None for an open end.
        amount, to: plain decimals in the series' unit; `to` is the upper end of a range.
        status: of the line that it stands in, or of the target.
        words: the answer in a sentence; `said` is the amount alone, `figure` the amount without its unit.
        remarks: what must be said beside it, and for a target how it came out.
        told: the claims that say so, each with its own amount.
        quote: the sentence that says so, or the first of them.
    """

    period: str | None
    is_of_publication: bool
    first: dt.date | None
    last: dt.date | None
    amount: str
    to: str | None
    bound: Bound
    stance: Stance
    status: Status
    place: Place
    unit_inferred: bool
    words: str
    said: str
    figure: str
    remarks: tuple[str, ...]
    notes: tuple[int, ...]
    told: tuple[Told, ...]
    sources: tuple[str, ...]
    quote: str


class Series(msgspec.Struct, frozen=True):
    """The amounts of one kind and roles in one unit, by period.

    Attributes:
        roles: what tells it from other series of its kind.
        unit: as in `korpu.claims.Value`; None where the amounts have none.
        name: what it is, in words.
    """

    section: str
    kind: str
    roles: dict[str, RoleValue]
    unit: str | None
    name: str
    points: tuple[Point, ...]


class Group(msgspec.Struct, frozen=True):
    """The series of a section that have one unit, and so can stand in one chart.

    Attributes:
        name: tells it from the other groups of the dossier, in an address («trade-USD»).
        unit: in words, "" where there is none.
    """

    name: str
    section: str
    title: str
    unit: str
    series: tuple[Series, ...]

    def points(self) -> tuple[Point, ...]:
        """Return the points of all series."""
        return tuple(point for one in self.series for point in one.points)

    @property
    def is_drawable(self) -> bool:
        """Whether a chart says more than a table: there are two periods at least."""
        return len({point.period for point in self.points() if point.period}) > 1


def series_of(dossier: Dossier, say: Wording) -> tuple[Group, ...]:
    """Return all amounts of a dossier by section and unit, in the order of the sections and of the kinds."""
    letters = Letters(dossier)
    found: dict[tuple[str, str | None], dict[tuple[object, ...], list[tuple[Statement, Point]]]] = {}
    for section in dossier.sections:
        for line in section.all_lines():
            for statement, point in _points(line, letters, say):
                value = statement.value
                unit = value.unit if value else None
                of_unit = found.setdefault((section.name, unit), {})
                of_unit.setdefault(_identity(statement), []).append((statement, point))
    return tuple(
        Group(
            name=f"{section}-{unit or 'none'}",
            section=section,
            title=say.section(section),
            unit=unit_words(unit, say),
            series=tuple(
                _series(section, unit, points, say) for _, points in sorted(told.items(), key=_rank)
            ),
        )
        for (section, unit), told in found.items()
    )


def _rank(entry: tuple[tuple[object, ...], object]) -> tuple[int, str]:
    order = list(kinds())
    kind, *roles = entry[0]
    return order.index(str(kind)), str(roles)


def unit_words(unit: str | None, say: Wording) -> str:
    """Return a unit in words («US dollars», «people»), "" for none."""
    if unit is None:
        return ""
    counted = say.words["counted"].get(unit)
    return str(counted) if counted else say.grammar.unit_name(unit)


def _identity(statement: Statement) -> tuple[object, ...]:
    return statement.kind, *sorted(_roles(statement).items())


def _roles(statement: Statement) -> dict[str, RoleValue]:
    asked = kinds()[statement.kind].question
    return {role: filler for role, filler in statement.roles.items() if role in asked}


def _series(section: str, unit: str | None, told: Sequence[tuple[Statement, Point]], say: Wording) -> Series:
    statement = told[0][0]
    roles = _roles(statement)
    points = sorted((point for _, point in told), key=order)
    return Series(section, statement.kind, roles, unit, name_of(statement, roles, say), tuple(points))


def name_of(statement: Statement, roles: dict[str, RoleValue], say: Wording) -> str:
    """Return what a series is, in words: the head of its column in the dossier's table, or what is asked."""
    if statement.kind in say.words["columns"]:
        return say.column(statement.kind, roles)
    asked = Statement(statement.kind, statement.parties, roles, None, None, "fact", ())
    return say.subject(asked).rstrip(": ")


def order(point: Point) -> tuple[bool, dt.date, bool, tuple[int, ...]]:
    """Return a key that puts points in the order of their periods; what has none comes last."""
    begin = point.first or point.last
    return begin is None, begin or dt.date.max, point.place != "answer", point.notes


def _points(line: Line, letters: Letters, say: Wording) -> Iterator[tuple[Statement, Point]]:
    kind = kinds().get(line.statement.kind)
    if kind is None or kind.answer is not Answer.VALUE:
        return
    told: list[tuple[Statement, Place]] = [(line.statement, "answer")]
    told += [
        (rival.statement, "rival" if rival.relation == "contradicts" else "beside") for rival in line.rivals
    ]
    told += [(earlier, "earlier") for earlier in line.earlier]
    for statement, place in told:
        if statement.value is not None:
            is_aim = manner(statement.stance) == "ahead"
            yield statement, _point(statement, "target" if is_aim else place, line, letters, say)


def _point(statement: Statement, place: Place, line: Line, letters: Letters, say: Wording) -> Point:
    value = statement.value
    assert value is not None
    # What changes holds at least when it is published; a target that names no time is for none.
    published = statement.as_of if statement.is_undated and place != "target" else None
    period = statement.when or published
    covered = days(period)
    remarks = [tag.text for tag in tags_of(statement, say)]
    is_outcome = place == "target" and line.status in OUTCOMES
    if is_outcome:
        remarks += [say.label(line.status), *(say.reason(remark.reason) for remark in line.remarks)]
    return Point(
        period=period,
        is_of_publication=statement.when is None and period is not None,
        first=covered.first if covered else None,
        last=covered.last if covered else None,
        amount=value.amount,
        to=value.to,
        bound=value.bound,
        stance=statement.stance,
        status=line.status if place != "earlier" else "superseded",
        place=place,
        unit_inferred=statement.unit_inferred,
        words=say.line(statement),
        said=say.amount(value),
        figure=say.grammar.bare_amount(value, say.words),
        remarks=tuple(remarks),
        notes=statement.notes,
        told=statement.told,
        sources=letters.of(statement.notes),
        quote=letters.quote(statement.notes),
    )
