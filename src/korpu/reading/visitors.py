"""Tables of visits in which the visitor's office has a column of its own. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from korpu.clauses import Argument, Clause, Mention, Part
from korpu.document import Span
from korpu.languages import Group, Label
from korpu.reading.cells import Around
from korpu.reading.ground import Ground

Cells = Sequence[tuple[Label, Span]]


def names_offices(header: Sequence[Label]) -> bool:
    """Return whether the columns are those of visits, with one for the visitor's office."""
    return {"visitor", "office", "date"} <= {label.sort for label in header}


def read_visit(ground: Ground, cells: Cells, around: Around) -> Iterator[Clause]:
    """Yield the visit that a row tells; nothing where it names nobody or no place."""
    visitor: Mention | None = None
    goals: list[Argument] = []
    times: Group = ()
    manner = ""
    for label, cell in cells:
        if cell.start == cell.end:
            continue
        mentions = ground.reading(cell).mentions
        if label.sort == "date":
            times = next(iter(ground.cell(cell, label)), ())
        elif label.sort in ("visitor", "office"):
            visitor = _joined(visitor, [mention for mention in mentions if mention.type == "person"])
        elif label.sort in ("destination", "place"):
            goals += [Argument(Part.GOAL, m) for m in mentions if m.type in ("place", "state")]
        elif label.sort == "visit_sort":
            told = ground.label(cell)
            manner = told.value or ("state" if told.sort == "state" else "")
    if visitor is None or not visitor.value or not goals or not times:
        return
    visit = Mention("visit", manner, around.row.start, around.row.start)
    arguments = (Argument(Part.SUBJECT, visitor), *goals[:1], *times)
    arguments += (Argument(Part.MODIFIER, visit),) if manner else ()
    yield Clause(around.row.start, around.row.end, {"visit": around.row}, arguments, around.stance)


def _joined(visitor: Mention | None, said: Sequence[Mention]) -> Mention | None:
    """The person whom one cell names and another gives the office of."""
    for mention in said:
        if visitor is None or (visitor.value and mention.value and not visitor.attributes.get("office")):
            visitor = mention
        elif bool(visitor.value) != bool(mention.value):
            named, titled = (visitor, mention) if visitor.value else (mention, visitor)
            visitor = replace(named, attributes={**titled.attributes, **named.attributes})
    return visitor
