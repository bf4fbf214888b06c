"""Amounts by period: charts, tables beside them, and both as files."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from korpu.charts.palette import Spec
from korpu.charts.series import Group, Point, series_of
from korpu.charts.series_chart import series_spec
from korpu.charts.series_csv import to_csv
from korpu.dossier.tree import Note
from korpu.edtf import sort_key
from korpu.render.wording.words import Wording, wording
from korpu.web import charted
from korpu.web.composed import Composed, sentences_of
from korpu.web.errors import NoSuchPage
from korpu.web.pairs_asked import pair_of, path_of
from korpu.web.visit import Visit

MOST_ROWS = 120
"""Periods that a table shows, the latest; its file has all."""
MOST_POINTS = 12
"""Figures of one period that a cell shows."""


class Cell(msgspec.Struct, frozen=True):
    """The first points of a series that are of one period, and how many more there are."""

    points: tuple[Point, ...]
    more: int


class Row(msgspec.Struct, frozen=True):
    """A row of a group's table: a period in words, and a cell for each series."""

    period: str
    cells: tuple[Cell, ...]


class Figures(msgspec.Struct, frozen=True):
    """A group with its table.

    Attributes:
        series: their names.
        rows: the latest; `earlier` says how many there are before them.
        described: what the chart is called where it cannot be seen.
    """

    name: str
    title: str
    unit: str
    is_drawable: bool
    unit_inferred: bool
    series: tuple[str, ...]
    rows: tuple[Row, ...]
    earlier: int
    described: str


@get("/{pair:str}/series", sync_to_thread=True)
def show_series(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[str]:
    """Show all amounts by period, what sources say side by side."""
    states = pair_of(pair)
    figures, sentences = visit.view(states, figures_of, visit.language)
    return visit.page(
        "series.html.jinja",
        path=path_of(states),
        codes=states,
        tab="series",
        figures=figures,
        sentences=sentences,
    )


@get("/{pair:str}/series.json", sync_to_thread=True)
def send_series(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[Any]:
    """Send the specification of a group's chart."""
    return charted.specification(_spec(visit, pair, charted.look_of(visit).dark, linked=True))


@get("/{pair:str}/series.svg", sync_to_thread=True)
def draw_series(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[Any]:
    """Send a group's chart as a drawing, or as a file."""
    look = charted.look_of(visit)
    answer = charted.svg(_spec(visit, pair, look.dark), look)
    return charted.named(answer, _file_name(visit, pair, "svg")) if "download" in visit.query else answer


@get("/{pair:str}/series.png", sync_to_thread=True)
def picture_series(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[Any]:
    """Send a group's chart as a picture."""
    look = charted.look_of(visit)
    return charted.named(charted.png(_spec(visit, pair, look.dark), look), _file_name(visit, pair, "png"))


@get("/{pair:str}/series.csv", sync_to_thread=True)
def send_table(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[Any]:
    """Send all amounts, or those of a group, with their sources and sentences, for a spreadsheet."""
    name = _group(visit, pair).name if visit.query.get("group") else None
    text = visit.view(pair_of(pair), table_of, visit.language, name)
    answer: Response[Any] = Response(text, media_type="text/csv; charset=utf-8")
    return charted.named(answer, _file_name(visit, pair, "csv"))


def groups_of(composed: Composed, language: str) -> tuple[Group, ...]:
    """Return the groups of amounts of the dossier in a language."""
    return series_of(composed.dossier, wording(language))


def figures_of(composed: Composed, language: str) -> tuple[tuple[Figures, ...], dict[int, Note]]:
    """Return all groups with their tables, and the notes that they refer to by their numbers."""
    say = wording(language)
    figures = tuple(_figures(group, say) for group in composed.made(groups_of, language))
    cells = (cell for one in figures for row in one.rows for cell in row.cells)
    numbers = (number for cell in cells for point in cell.points for number in point.notes)
    return figures, sentences_of(composed, numbers)


def table_of(composed: Composed, language: str, name: str | None) -> str:
    """Return all amounts, or those of the group of that name, as CSV."""
    groups = [group for group in composed.made(groups_of, language) if name in (None, group.name)]
    return to_csv(groups, composed.dossier, wording(language))


def _group(visit: Visit, pair: str) -> Group:
    """The group that the address names; where it names none, the first that makes a chart."""
    name = visit.query.get("group", "")
    groups = visit.view(pair_of(pair), groups_of, visit.language)
    for group in groups:
        if group.name == name or (not name and group.is_drawable):
            return group
    there = ", ".join(group.name for group in groups) or "–"
    raise NoSuchPage(
        "There are no figures «{name}» on these two states. There are: {there}.", name=name[:60], there=there
    )


def _spec(visit: Visit, pair: str, dark: bool, linked: bool = False) -> Spec:
    group = _group(visit, pair)
    if not group.is_drawable:
        raise NoSuchPage("The figures «{name}» are of one period and make no chart.", name=group.name)
    address = charted.claim_address(visit) if linked else None
    return series_spec(group, visit.interface.say, dark, address)


def _file_name(visit: Visit, pair: str, ending: str) -> str:
    group = visit.query.get("group")
    parts = [path_of(pair_of(pair))[1:], _group(visit, pair).name if group or ending != "csv" else "series"]
    return f"korpu-{'-'.join(parts)}.{ending}"


def _figures(group: Group, say: Wording) -> Figures:
    periods: dict[tuple[str | None, bool], list[list[Point]]] = {}
    for number, series in enumerate(group.series):
        for point in series.points:
            key = (point.period, point.is_of_publication)
            cells = periods.setdefault(key, [[] for _ in group.series])
            cells[number].append(point)
    rows = []
    for (period, is_published), cells in sorted(
        periods.items(), key=lambda one: (sort_key(one[0][0]), one[0][1])
    ):
        words = say.date(period) if period else say.label("unknown_date")
        head = say.label("series_as_published", date=words) if is_published else words
        shown = (Cell(tuple(cell[:MOST_POINTS]), max(0, len(cell) - MOST_POINTS)) for cell in cells)
        rows.append(Row(head, tuple(shown)))
    dated = sum(1 for point in group.points() if point.period)
    described = say.label("series_described", title=group.title, unit=group.unit, count=str(dated))
    return Figures(
        name=group.name,
        title=group.title,
        unit=group.unit,
        is_drawable=group.is_drawable,
        unit_inferred=any(point.unit_inferred for point in group.points()),
        series=tuple(series.name for series in group.series),
        rows=tuple(rows[-MOST_ROWS:]),
        earlier=max(0, len(rows) - MOST_ROWS),
        described=described,
    )
