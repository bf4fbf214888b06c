"""Tables: what the rows of infoboxes and tables say, each row or cell as a clause. Knows no language.

A row is read by its label, or by the headings of its columns; whose figures they are, in what unit and of
which year may stand in the heading, in the caption, or in the sentence above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from korpu.claims import Stance
from korpu.clauses import Argument, Clause, Mention, Part
from korpu.document import Span
from korpu.languages import Group, Label, Reading
from korpu.reading.calendar import Absolute, DateMention
from korpu.reading.cells import FLOWS, Around, envoy_of, make_clause
from korpu.reading.ground import LISTS, Ground, is_placed
from korpu.reading.journeys import read_journey
from korpu.reading.layout import Row, Table

EMPTY = Label()
BLANK = Label(known=True)
"""What a cell without content says as a label: nothing, and that is understood."""
_DATE = Label(sort="date")


class ReadRow(NamedTuple):
    """A row and what it says."""

    start: int
    end: int
    reading: Reading


def read_table(table: Table, ground: Ground, below: Label = EMPTY) -> Iterator[ReadRow]:
    """Yield the rows that say something, in order; `below` is the label of the line behind the table."""
    caption = ground.above or EMPTY
    measured = bool(caption.unit) or caption.scale != "1"
    for measure in (ground.measure, below):
        if not (caption.unit or caption.scale != "1"):
            caption = replace(caption, unit=measure.unit, scale=measure.scale)
    header: list[Label] | None = None
    totals, flow = False, ""
    told = ground.mission
    for index, row in enumerate(table.rows):
        if len(row.filled) == 1 and row.cells[0] == row.filled[0]:
            caption = _hear_section(ground, row, caption)
            continue
        labels = [ground.label(cell) if cell.start < cell.end else BLANK for cell in row.cells]
        if _is_header(labels, row) and not _is_below(labels, header):
            totals = _totals(labels, table.rows[index + 1 :], ground)
            header = _named(_columns(_with_last_unit(labels), totals), ground)
            continue
        around = Around(
            Span(row.start, row.end), caption, stance=stance_of(ground, row), totals=totals, flow=flow
        )
        flow = next((concept for concept in labels[0].concepts if concept in FLOWS), flow)
        clauses = list(_row_clauses(ground, row, labels, header, around))
        if clauses:
            yield ReadRow(row.start, row.end, Reading(persons(clauses), tuple(clauses)))
    # What the rows of an infobox were about is not what the text goes on with.
    ground.mission, ground.section, ground.above = told, False, None
    if measured:  # what a table's own caption says is not said of the next one
        ground.measures = EMPTY


def persons(clauses: Sequence[Clause]) -> tuple[Mention, ...]:
    """The persons named in clauses: what later sentences may refer to."""
    return tuple(
        argument.mention
        for clause in clauses
        for argument in clause.arguments
        if argument.mention.type == "person" and argument.mention.value
    )


def stance_of(ground: Ground, span: Span | Row) -> Stance:
    """Return the stance that words in a row give it."""
    return ground.language.read_row_stance(ground.text, span.start, span.end)


def _hear_section(ground: Ground, row: Row, caption: Label) -> Label:
    """Let a row with one cell set what the rows below it are about; return the caption for them."""
    label = ground.label(row.filled[0])
    mission, pair = label.first("mission"), label.first("pair")
    ground.section = False
    if mission and is_placed(mission):
        ground.mission, ground.section = mission, True
    if pair:
        ground.pair = tuple(pair.value.split())
    return label if label.unit or label.scale != "1" else caption


# Headers -------------------------------------------------------------------------------------------------


def _is_dated(label: Label) -> bool:
    return label.known and not label.sort and any(a.part is Part.TIME for a in label.arguments)


def _is_header(labels: Sequence[Label], row: Row) -> bool:
    """Whether the row heads columns: at least two known labels (one beside an empty corner), or dates behind a cell that is no amount's."""
    filled = [label for label, cell in zip(labels, row.cells, strict=True) if cell.start < cell.end]
    dates = [label for label in filled[-2:] if _is_dated(label)]
    if dates and all(_is_dated(label) for label in filled[1:]):
        first = filled[0]
        heads = first.known or len(filled) > 2
        return bool(heads) and first.sort in ("", "date") and not first.concepts
    known = [label for label in filled if label.sort]
    return len(known) >= (2 if labels[0] is not BLANK else 1) and not any(
        _is_dated(label) for label in filled
    )


def _is_below(labels: Sequence[Label], header: Sequence[Label] | None) -> bool:
    """Whether the row stands below headings for a state («Kuba | 12.05.2001»), or for a person and dates («X | 2004 | 2008»)."""
    if header is None:
        return False
    if header[0].sort == "state":
        return labels[0].first("state") is not None
    pairs = list(zip(labels, header, strict=False))
    dated = all(above.sort == "date" for label, above in pairs if _is_dated(label))
    return dated and any(above.sort == "person" for above in header)


def _named(columns: list[Label], ground: Ground) -> list[Label]:
    """The labels of the columns, that of the names saying whose they are where the heading lists persons."""
    listed = ground.listed
    if listed is None or listed.sort != "person":
        return columns
    return [listed if label.sort == "name" else label for label in columns]


def _totals(labels: Sequence[Label], rows: Sequence[Row], ground: Ground) -> bool:
    """Whether a total is a turnover: the table has exports and imports beside it."""
    if any(_is_dated(label) for label in labels):
        labels = [ground.label(row.filled[0]) for row in rows]
    return {"exports", "imports"} <= {concept for label in labels for concept in label.concepts}


def _with_last_unit(labels: list[Label]) -> list[Label]:
    """The labels of flows in the unit that only the last one says («ixrac | idxal | cəmi (mln dollar)»)."""
    flows = [label for label in labels if label.value == "total" or FLOWS & set(label.concepts)]
    if len(flows) < 2 or "rise" in flows[-1].concepts or any(label.unit for label in flows[:-1]):
        return labels
    return [
        _with_unit(label, flows[-1]) if label in flows and "rise" not in label.concepts else label
        for label in labels
    ]


def _columns(labels: Sequence[Label], totals: bool) -> list[Label]:
    """The labels of the columns: totals kept where they are turnovers, growth joined to its flow."""
    columns: list[Label] = []
    for label in labels:
        if label.value == "total" and not totals:
            label = EMPTY
        if label.concepts == ("rise",):
            flows = [column.concepts[0] for column in columns if FLOWS & set(column.concepts)]
            label = replace(label, concepts=(flows[-1], "rise")) if flows else EMPTY
        columns.append(label)
    return columns


# Rows ----------------------------------------------------------------------------------------------------


def _row_clauses(
    ground: Ground, row: Row, labels: Sequence[Label], header: list[Label] | None, around: Around
) -> Iterator[Clause]:
    if header and any(_is_dated(label) for label in header):
        yield from _across(ground, row, labels[0], header, around)
    elif header and len(row.cells) <= len(header) + 1:
        found = list(_down(ground, row, header, around))
        yield from found or _listed(ground, row, around)
    elif len(row.filled) == 2 and labels[0].known and labels[0].sort:
        label = _with_unit(labels[0], around.caption)
        for group in ground.cell(row.filled[1], label):
            clause = make_clause(label, group, ground, around)
            if clause and label.value != "total":
                yield clause
    else:
        yield from _listed(ground, row, around)


def _with_unit(label: Label, *others: Label) -> Label:
    """The label with the first unit that is said, by itself or by others."""
    for other in others:
        if label.unit or label.scale != "1":
            break
        label = replace(label, unit=other.unit, scale=other.scale)
    return label


def _across(ground: Ground, row: Row, label: Label, header: list[Label], around: Around) -> Iterator[Clause]:
    """A row of amounts, the headings of its columns saying when."""
    if label.sort != "amount" or not label.known:
        return
    if label.concepts == ("rise",):
        label = replace(label, concepts=(around.flow, "rise")) if around.flow else EMPTY
    if label.value == "total" and not around.totals:
        return
    shift = len(row.cells) - len(header)
    for index, cell in enumerate(row.cells[1:], 1):
        at = index - max(shift, 0) if shift <= 1 else -1
        if not 0 <= at < len(header) or not _is_dated(header[at]):
            continue
        times = tuple(a for a in header[at].arguments if a.part is Part.TIME)
        own = _with_unit(label, header[at], header[0], around.caption)
        for group in ground.cell(cell, own):
            clause = make_clause(own, group, ground, replace(around, times=times))
            if clause:
                yield clause


def _down(ground: Ground, row: Row, header: list[Label], around: Around) -> Iterator[Clause]:
    """A row whose cells stand under labels: what says when, where and of whom, then what is said."""
    if any(label.sort == "visitor" for label in header):
        journey = read_journey(ground, around.row, listed=True)
        if journey:
            yield journey
            return
    cells = _aligned(row, header)
    around = _place_row(ground, cells, around)
    first = header[0]
    if around.partner is None and any(label.sort == "state" for label in header):
        return
    for label, cell in cells:
        if cell.start == cell.end or (label.sort == "amount" and not first.known):
            continue
        if label.sort in ("visit", "event"):
            told = list(dated_clauses(ground, cell, around, label.sort == "event"))
            journey = None if told or label.sort == "event" else read_journey(ground, around.row, listed=True)
            yield from (journey,) if journey else told
            continue
        own = _with_unit(label, around.caption)
        for group in ground.cell(cell, own):
            clause = make_clause(own, group, ground, around)
            if clause:
                yield clause


def _aligned(row: Row, header: list[Label]) -> list[tuple[Label, Span]]:
    """The cells with their labels; a heading short of one cell lacks the first."""
    labels = [BLANK, *header] if len(row.cells) == len(header) + 1 else header
    return list(zip(labels, row.cells, strict=False))


def _place_row(ground: Ground, cells: Sequence[tuple[Label, Span]], around: Around) -> Around:
    times: Group = ()
    for index, (label, cell) in enumerate(cells):
        dates = label.sort == "date" and not label.concepts
        if dates or (index == 0 and label == BLANK) or (index and label.known and not label.sort):
            times = _joined(times, _first(ground.cell(cell, label if label.sort else _DATE)))
        elif label.sort in ("state", "mission"):
            found = _first(ground.cell(cell, label))
            name = "partner" if label.sort == "state" else "mission"
            around = replace(around, **{name: found[0].mention}) if found else around
        elif label.sort == "group":
            around = replace(around, group=_group(ground, cell), partner=ground.label(cell).first("state"))
        elif label.sort == "person" and "chair" not in label.concepts:
            found = _first(ground.cell(cell, label))
            around = replace(around, envoy=envoy_of(label, found, ground, around) if found else None)
        elif label.sort == "place":
            place = tuple(Argument(Part.PLACE, a.mention) for a in _first(ground.cell(cell, label)))
            around = replace(around, places=place)
    return replace(around, times=times)


def _joined(since: Group, until: Group) -> Group:
    """The first of two times; from the one until the other, where one column says since when and one until when."""
    if not since or not until:
        return since or until
    first, last = since[0].mention.data, until[0].mention.data
    if not isinstance(first, DateMention) or not isinstance(last, DateMention):
        return since
    begin, end = first.form, last.form
    if not isinstance(begin, Absolute) or not isinstance(end, Absolute):
        return since
    if not (begin.edtf.endswith("/..") and end.edtf.startswith("../")):
        return since
    whole = replace(first, form=Absolute(begin.edtf[:-2] + end.edtf[3:]), part="on")
    return (replace(since[0], mention=replace(since[0].mention, data=whole)),)


def _group(ground: Ground, cell: Span) -> Mention | None:
    """The parliamentary group that a cell names by its two states, or by the one that it is for."""
    label = ground.label(cell)
    pair, state, group = label.first("pair"), label.first("state"), label.first("group")
    told = dict(group.attributes) if group else {}
    if pair:
        told["pair"] = pair.value
    elif state:
        told["with"] = state.value
    return Mention("group", "", cell.start, cell.end, told) if told else None


def _first(groups: tuple[Group, ...]) -> Group:
    return groups[0] if groups else ()


def _listed(ground: Ground, row: Row, around: Around) -> Iterator[Clause]:
    """A row without labels under a heading that says what is listed: a person and the years, a date and a visit."""
    listed = ground.listed
    if listed is None or listed.sort not in LISTS:
        return
    times = next((found for cell in row.filled if (found := _first(ground.cell(cell, _DATE)))), ())
    around = replace(around, times=times)
    journey = read_journey(ground, around.row, times, listed=True) if listed.sort == "visit" else None
    if journey:
        yield journey
        return
    cells = [Span(row.start, row.end)] if listed.sort == "twins" else row.filled
    for cell in cells:
        clauses: list[Clause] = []
        if listed.sort in ("visit", "event"):
            clauses += dated_clauses(ground, cell, around, listed.sort == "event") if times else ()
        else:
            made = (make_clause(listed, group, ground, around) for group in ground.cell(cell, listed))
            clauses += [clause for clause in made if clause]
        if clauses:
            yield from clauses
            return


def dated_clauses(ground: Ground, span: Span, around: Around, events: bool = False) -> Iterator[Clause]:
    """The clauses of words about a visit, with the row's date and the way that the list gives.

    With `events`, whatever the words tell is dated.
    """
    start, goal = ground.route
    for clause in ground.reading(span).clauses:
        arguments = [_from(argument, start) for argument in clause.arguments]
        concepts = dict(clause.concepts)
        travels = any(a.mention.type == "person" and a.mention.attributes.get("office") for a in arguments)
        if goal and travels and "close" not in concepts:
            concepts.setdefault("visit", span)
        if not concepts.keys() & (_JOURNEYS | _ON_THEM):
            continue
        if goal:
            arguments.append(Argument(Part.GOAL, goal))
        if not any(a.part is Part.TIME for a in arguments):
            arguments += around.times
        yield replace(
            clause, start=around.row.start, end=around.row.end, concepts=concepts, arguments=tuple(arguments)
        )


_ON_THEM = frozenset({"meet", "receive"})
"""What is told of a visit in the row that lists it."""
_JOURNEYS = frozenset({"visit", "visit_noun", "arrive", "be_in", "call_on"})


def _from(argument: Argument, state: Mention | None) -> Argument:
    """The argument; a person without a state has the one that the visits listed come from."""
    mention = argument.mention
    if mention.type != "person" or not state or mention.attributes.get("state"):
        return argument
    code = state.attributes.get("state", "") if state.type == "place" else state.value
    return replace(argument, mention=replace(mention, attributes={**mention.attributes, "state": code}))
