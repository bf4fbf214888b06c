"""Amounts by period as a table, where the section's layout has one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from korpu.dossier.layout import TABLES, TableLayout
from korpu.dossier.lines import OUTCOMES, line_of
from korpu.dossier.notes import Notes
from korpu.dossier.statements import Ground, manner
from korpu.dossier.tree import Column, Line, Row, Table
from korpu.edtf import sort_key
from korpu.findings.finding import Finding
from korpu.kinds import Section

SHARE = "percent"

Place = tuple[int, str, tuple[tuple[str, object], ...]]
"""A column's place: the kind's number in the layout, the kind, and the fillers that split it."""


def tables_of(
    section: Section, findings: Sequence[Finding], ground: Ground, notes: Notes
) -> tuple[tuple[Table, ...], list[Finding]]:
    """Return the section's tables, and the findings that stand in none."""
    layout = TABLES.get(section)
    if layout is None:
        return (), list(findings)
    cells: dict[tuple[str, Place], Finding] = {}
    rest: list[Finding] = []
    for finding in findings:
        place = _place(layout, finding, ground)
        if place is None or finding.when is None or (finding.when, place) in cells:
            rest.append(finding)
        else:
            cells[finding.when, place] = finding
    if not cells:
        return (), rest
    return (_table(cells, ground, notes),), rest


def _place(layout: TableLayout, finding: Finding, ground: Ground) -> Place | None:
    """Where the finding belongs; None where it is no amount of a period that is said to be so."""
    claims = [ground.claims[id] for id in finding.claims]
    is_amount = all(claim.value is not None for claim in claims) and any(
        manner(claim.stance) == "is" for claim in claims
    )
    if finding.kind not in layout.kinds or finding.status in OUTCOMES or not is_amount:
        return None
    fillers = tuple((role, finding.roles[role]) for role in layout.split if role in finding.roles)
    return layout.kinds.index(finding.kind), finding.kind, fillers


def _table(cells: dict[tuple[str, Place], Finding], ground: Ground, notes: Notes) -> Table:
    places = sorted({place for _, place in cells}, key=str)
    rows = []
    for when in sorted({when for when, _ in cells}, key=sort_key):
        found = [cells.get((when, place)) for place in places]
        rows.append(
            Row(when, tuple(line_of(finding, ground, notes) if finding else None for finding in found))
        )
    lines = [line for row in rows for line in row.cells if line]
    values = [value for line in lines for value in _values(line) if value.unit != SHARE]
    units = {value.unit for value in values}
    return Table(
        columns=tuple(Column(kind, dict(fillers)) for _, kind, fillers in places),  # type: ignore[arg-type]
        rows=tuple(rows),
        unit=units.pop() if len(units) == 1 else None,
        unit_inferred=any(line.statement.unit_inferred for line in lines)
        or any(rival.statement.unit_inferred for line in lines for rival in line.rivals),
    )


def _values(line: Line) -> Iterable:  # type: ignore[type-arg]
    for statement in (line.statement, *(rival.statement for rival in line.rivals)):
        if statement.value is not None:
            yield statement.value
