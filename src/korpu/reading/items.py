"""Items: lines and sentences that are a label with its value, or stand in a list. Knows no language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from korpu.clauses import Clause
from korpu.document import Span
from korpu.languages import Reading
from korpu.reading.cells import Around, make_clause
from korpu.reading.ground import LISTS, Ground, is_placed
from korpu.reading.journeys import read_journey
from korpu.reading.tables import dated_clauses, persons, stance_of

BULLET = re.compile(
    r"(?:[-–—•*·▪●►✓✔➢→◦○■□❖]\s*|\.(?=[^\W\d_])|\(?(?:\d{1,2}\.)*\d{1,3}[.)]\s+|\(?[a-zçəğıöşü]\)\s+)"
)
_LABELLED = re.compile(r"(?P<label>[^:;!?\n]{2,90}?)\s*(?P<mark>:|\s[–—-]\s)\s*(?P<value>\S.*)", re.DOTALL)
_VALUES = frozenset({"person", "address", "amount", "date", "twins"})
_DATED = re.compile(r"[^:|]{0,24}?\b(?:1[89]|20)\d\d\b")
"""A line that begins with a year or with a date."""
_LONGEST = 240
"""Code points of a list item that is no paragraph."""


def read_labelled(ground: Ground, span: Span) -> Reading | None:
    """Return what «label: value» says, None where the words are no known label or the value does not fit it."""
    match = _LABELLED.match(ground.text, span.start, span.end)
    if not match or match.end() - match.start() > _LONGEST:
        return None
    bullet = BULLET.match(ground.text, span.start, match.end("label"))
    label = ground.label(Span(bullet.end() if bullet else span.start, match.end("label")))
    if label.sort == "mission" and match["mark"] == ":" and label.first("mission"):
        label = replace(label, sort="address", concepts=("address",))
    if not label.known or label.sort not in _VALUES or label.value == "total":
        return None
    around = Around(Span(match.start(), match.end()), stance=stance_of(ground, span))
    made = [
        make_clause(label, group, ground, around) for group in ground.cell(Span(*match.span("value")), label)
    ]
    told = label.first("mission")
    if told and is_placed(told) and any(made):  # «X-nin Y-dəki səfirliyi: … küçəsi, 5. Səfir: A B»
        ground.mission, ground.section = told, True
    return _reading([clause for clause in made if clause])


def read_labelled_cells(ground: Ground, cells: Sequence[Span]) -> Reading:
    """Return what cells that are each a label with its value say («Ünvan: Praqa, Dlouha 5 | Tel.: …»)."""
    read = [read_labelled(ground, cell) for cell in cells if ":" in ground.text[cell.start : cell.end]]
    clauses = [clause for reading in read if reading for clause in reading.clauses]
    return Reading(persons(clauses), tuple(clauses))


def read_item(ground: Ground, span: Span) -> Reading | None:
    """Return what a line of a list says, None where no list was announced or the line is no such item."""
    listed = ground.listed
    if span.end - span.start > _LONGEST:
        return None
    bullet = BULLET.match(ground.text, span.start, span.end)
    body = Span(bullet.end() if bullet else span.start, span.end)
    travels = listed is not None and "visit" in (listed.sort, listed.value)
    if not any(ground.route) and (travels or _DATED.match(ground.text, body.start, span.end)):
        journey = read_journey(ground, body, listed=travels)
        if journey:
            return _reading([journey])
    if not (listed or any(ground.route)):
        return None
    around = Around(body, stance=stance_of(ground, span))
    if any(ground.route) or (listed and listed.sort == "visit"):
        if not bullet and ground.text[span.end - 1] in ".!?":
            return None
        return _reading([clause for clause in dated_clauses(ground, body, around) if _is_dated(clause)])
    if listed is None or listed.sort not in LISTS:
        return None
    if listed.sort == "event":
        reading = ground.reading(body)
        dated = (
            reading.mentions
            and reading.mentions[0].type == "date"
            and reading.mentions[0].start < body.start + 3
        )
        return reading if dated and reading.clauses and ground.text[span.end - 1] not in ".!?" else None
    made = [make_clause(listed, group, ground, around) for group in ground.cell(body, listed)]
    return _reading([clause for clause in made if clause])


def _is_dated(clause: Clause) -> bool:
    return any(argument.mention.type == "date" for argument in clause.arguments)


def _reading(clauses: list[Clause]) -> Reading | None:
    return Reading(persons(clauses), tuple(clauses)) if clauses else None
