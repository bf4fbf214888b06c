"""Series as a Vega-Lite specification: answers and their rivals by period, bounds drawn as bounds, targets hollow."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from korpu.charts.palette import Address, Palette, Spec, framed, palette
from korpu.charts.series import Group, Point
from korpu.charts.timeline_chart import TOOLTIP
from korpu.charts.years import Years, years_of
from korpu.render.wording.amounts import SCALES
from korpu.render.wording.words import Wording

HEIGHT = 340
ARROW = 24
"""How long the arrow of a bound is, in pixels: it says that the amount lies that way, not how far."""
APART = 0.16
"""How far answers to one question stand from each other, in parts of a year."""
MOST_APART = 0.42
"""How far the outermost of them may stand from the middle of the year."""
YEAR_ROOM = 42
"""Pixels that the figures of a year need."""
ROOM_ABOVE = Decimal("1.12")


class Sheet(NamedTuple):
    """What is drawn on: the years from left to right, the scale of the amounts, the colours, the words."""

    years: Years
    scale: Decimal
    colours: Palette
    say: Wording
    claim_at: Address | None


def series_spec(group: Group, say: Wording, dark: bool = False, claim_at: Address | None = None) -> Spec:
    """Return the chart of a group's dated amounts.

    Args:
        claim_at: the address of a claim, by its id; a click leads there.
    """
    scale_name, scale = _scale(group)
    scale_name = say.words["scales"].get(scale_name, "")
    dated = [point for point in group.points() if _middle(point) is not None]
    years = years_of(day.year for point in dated if (day := _middle(point)))
    sheet = Sheet(years, scale, palette(dark), say, claim_at)
    rows = [
        row for number, one in enumerate(group.series) for row in _rows(number, one.name, one.points, sheet)
    ]
    # A target that names no period cannot stand in the drawing; the table has it.
    unit = " ".join(part for part in (scale_name, group.unit) if part)
    spec: Spec = {
        "width": "container",
        "height": HEIGHT,
        "data": {"values": rows},
        "layer": [_years(sheet), *_layers(group, rows, unit, sheet)],
    }
    described = say.label(
        "series_described", title=group.title, unit=group.unit, count=str(len(dated)),
    )  # fmt: skip
    return framed(spec, say.language, dark, described)


def _scale(group: Group) -> tuple[str, Decimal]:
    """The scale of the axis by the name of its word, "" for none, and what one of it is."""
    most = max((abs(Decimal(p.to or p.amount)) for p in group.points() if p.period), default=Decimal(0))
    name, one = next(((name, one) for name, one in SCALES if most >= one), ("", Decimal(1)))
    return name, one


def _middle(point: Point) -> dt.date | None:
    """The day at which an amount is drawn: the middle of its period, of an open one the end that it has."""
    if point.first is None or point.last is None:
        return point.first or point.last
    return point.first + (point.last - point.first) / 2


def _rows(number: int, name: str, points: Sequence[Point], sheet: Sheet) -> Iterator[Spec]:
    """A row for each dated point; `run` tells stretches that a line may join (see `_runs`)."""
    dated = [point for point in points if _middle(point) is not None]
    runs = _runs(dated)
    for _, found in groupby(dated, key=lambda point: point.period):
        several = sorted(found, key=lambda point: (point.place != "answer", point.notes))
        apart = min(APART, MOST_APART / max(len(several) // 2, 1))
        for rank, point in enumerate(several):
            middle = _middle(point)
            assert middle is not None
            # The answer stands in the middle of its period, the others to its right and to its left.
            shift = (rank + 1) // 2 * (1 if rank % 2 else -1) * apart
            yield _row(number, name, point, sheet.years.place(middle) + shift, sheet) | {
                "run": f"{number}.{runs[point]}" if point in runs else "",
                "letter": ", ".join(point.sources) if len(several) > 1 else "",
            }


def _runs(points: Sequence[Point]) -> dict[Point, str]:
    """For each answer of a whole year or of a day the stretch that it is of: periods of one length, no year left out.

    The figure of half a year is no step between those of two years.
    """
    runs: dict[Point, str] = {}
    last: dict[str, tuple[int, int]] = {}
    for point in points:
        length = _length(point)
        if point.place != "answer" or point.first is None or length not in ("year", "day"):
            continue
        year, run = last.get(length, (point.first.year, 0))
        run += point.first.year - year > 1
        last[length] = (point.first.year, run)
        runs[point] = f"{length}{run}"
    return runs


def _length(point: Point) -> str:
    """How long a period is: a `day` (or a month), a `year`, or some `stretch` of time."""
    if point.first is None or point.last is None:
        return "stretch"
    days = (point.last - point.first).days
    return "day" if days <= 31 else "year" if 360 <= days <= 370 else "stretch"


def _row(number: int, name: str, point: Point, at: float, sheet: Sheet) -> Spec:
    say = sheet.say
    date = say.date(point.period) if point.period else ""
    if point.is_of_publication:
        date = say.label("series_as_published", date=date)
    # Of an open period the end that is open lies at the edge.
    start = sheet.years.place(point.first or dt.date.min)
    end = sheet.years.place(point.last or dt.date.max)
    row = {
        "at": round(at, 3),
        "start": round(start, 3),
        "end": round(end, 3),
        "period": point.period,
        "wide": _length(point) == "stretch",
        "amount": float(Decimal(point.amount) / sheet.scale),
        "to": float(Decimal(point.to or point.amount) / sheet.scale),
        "range": point.to is not None,
        "bound": point.bound,
        "series": name,
        "number": number,
        "place": point.place,
        "sort": say.label(f"series_{point.place}"),
        "outcome": point.status if point.place == "target" else "",
        "title": f"{name}, {date}: {point.said}",
        "says": "; ".join(point.remarks),
        "quote": f"{', '.join(point.sources)}: {point.quote}",
    }
    if sheet.claim_at and point.told:
        row["href"] = sheet.claim_at(point.told[0].claim)
    return row


def _years(sheet: Sheet) -> Spec:
    """The figures of the years, each under the middle of its own; fewer where there is no room for all."""
    shown = sheet.years.shown
    every = f"ceil({len(shown) * YEAR_ROOM} / width)"
    rows = [
        {
            "at": number + 0.5,
            "year": "…" if year is None else str(year),
            "rank": 0 if year is None else number,
        }
        for number, year in enumerate(shown)
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "baseline": "top", "dy": 8, "fontSize": 12, "color": sheet.colours.muted},
        "encoding": {
            "x": _x("at", sheet, domain=True), "y": {"value": "height"}, "text": {"field": "year"},
            "opacity": {"condition": {"test": f"datum.rank % {every} === 0", "value": 1}, "value": 0},
        },
    }  # fmt: skip


def _layers(group: Group, rows: Sequence[Spec], unit: str, sheet: Sheet) -> list[Spec]:
    colours = sheet.colours
    names = [one.name for one in group.series]
    colour: Spec = {
        "field": "series", "type": "nominal", "title": None,
        "scale": {"domain": names, "range": [colours.series[n % len(colours.series)] for n in range(len(names))]},
        "legend": {"orient": "top", "direction": "vertical", "symbolType": "circle", "symbolStrokeWidth": 0, "symbolSize": 110, "offset": 30, "values": names}
        if len(names) > 1 else None,
    }  # fmt: skip
    x, y = _x("at", sheet), _y("amount", unit, rows)
    shared: Spec = {"tooltip": TOOLTIP, "href": {"field": "href", "type": "nominal"}}
    line: Spec = {
        "transform": [{"filter": "datum.run !== '' && datum.bound !== 'over' && datum.bound !== 'under'"}],
        "mark": {"type": "line", "strokeWidth": 1.5, "opacity": 0.55},
        "encoding": {"x": x, "y": y, "color": colour, "detail": {"field": "run", "type": "nominal"}},
    }  # fmt: skip
    periods: Spec = {
        "transform": [{"filter": "datum.wide"}],
        "mark": {"type": "rule", "strokeWidth": 1.5, "strokeDash": [2, 3], "clip": True},
        "encoding": {"x": _x("start", sheet), "x2": {"field": "end"}, "y": y, "color": colour},
    }
    ranges: Spec = {
        "transform": [{"filter": "datum.range"}],
        "mark": {"type": "bar", "width": 9, "opacity": 0.45, "cornerRadius": 2, "cursor": "pointer"},
        "encoding": {"x": x, "y": y, "y2": {"field": "to"}, "color": colour} | shared,
    }
    return [
        *_disputes(rows, unit, sheet), line, periods, ranges, *_bounds(x, y, colour, shared),
        *_points(rows, x, y, colour, shared, sheet), *_outcomes(x, y, colours), _letters(x, y, colours),
    ]  # fmt: skip


def _disputes(rows: Sequence[Spec], unit: str, sheet: Sheet) -> list[Spec]:
    """A dashed rule between the answers to one question that contradict each other."""
    answers = {(row["series"], row["period"]): row for row in rows if row["place"] == "answer"}
    spans = [
        {"at": answer["at"], "until": row["at"], "from": answer["amount"], "upto": row["amount"]}
        for row in rows
        if row["place"] == "rival" and (answer := answers.get((row["series"], row["period"]))) is not None
    ]
    if not spans:
        return []
    return [
        {
            "data": {"values": spans},
            "mark": {"type": "rule", "color": sheet.colours.contrary, "strokeDash": [3, 3], "strokeWidth": 1.5, "opacity": 0.8},
            "encoding": {
                "x": _x("at", sheet), "x2": {"field": "until"}, "y": _y("from", unit, rows), "y2": {"field": "upto"},
            },
        }
    ]  # fmt: skip


def _bounds(x: Spec, y: Spec, colour: Spec, shared: Spec) -> list[Spec]:
    """Arrows that are open on the side of the bound; «about» reaches a little to both sides, «up to» down to a bar."""
    whisker: Spec = {"type": "rule", "strokeWidth": 2}
    lengths = (
        ("over", 0, -ARROW),
        ("under", 0, ARROW),
        ("up_to", 0, ARROW * 0.6),
        ("about", -ARROW * 0.5, ARROW * 0.5),
    )
    rules = [
        {
            "transform": [{"filter": f"datum.bound === '{bound}'"}],
            "mark": whisker | {"yOffset": start, "y2Offset": end},
            "encoding": {"x": x, "y": y, "y2": {"field": "amount"}, "color": colour},
        }
        for bound, start, end in lengths
    ]  # fmt: skip
    heads = [
        {
            "transform": [{"filter": f"datum.bound === '{bound}'"}],
            "mark": {"type": "point", "shape": shape, "size": 70, "filled": shape != "stroke", "opacity": 1, "strokeWidth": 2, "yOffset": offset},
            "encoding": {"x": x, "y": y, "color": colour} | shared,
        }
        for bound, shape, offset in (("over", "triangle-up", -ARROW), ("under", "triangle-down", ARROW), ("up_to", "stroke", ARROW * 0.6))
    ]  # fmt: skip
    return [*rules, *heads]


PLACES = {
    "answer": ("circle", 90),
    "rival": ("diamond", 130),
    "beside": ("circle", 40),
    "earlier": ("cross", 110),
    "target": ("square", 120),
}
"""The shape and the size of each sort of point."""


def _points(rows: Sequence[Spec], x: Spec, y: Spec, colour: Spec, shared: Spec, sheet: Sheet) -> list[Spec]:
    """All points, and the legend of their shapes, which names those that there are."""
    counts = Counter(row["place"] for row in rows)
    there = [place for place in PLACES if counts[place]]
    legend: Spec = {
        "orient": "bottom", "direction": "vertical", "offset": 8, "symbolStrokeColor": sheet.colours.muted,
        "symbolFillColor": "transparent", "symbolOpacity": 1, "symbolSize": 80,
    }  # fmt: skip
    shape: Spec = {
        "field": "sort", "type": "nominal", "title": None, "legend": legend if len(there) > 1 else None,
        "scale": {
            "domain": [sheet.say.label(f"series_{place}") for place in there],
            "range": [PLACES[place][0] for place in there],
        },
    }  # fmt: skip
    # The legend of shapes hangs on marks of its own, which are not seen: that of filled ones would have no outlines.
    named: Spec = {
        "mark": {"type": "point", "opacity": 0, "filled": False},
        "encoding": {"x": x, "y": y, "shape": shape},
    }
    return [named, *(_points_of(place, x, y, colour, shared, sheet) for place in there)]


def _points_of(place: str, x: Spec, y: Spec, colour: Spec, shared: Spec, sheet: Sheet) -> Spec:
    shape, size = PLACES[place]
    mark: Spec = {"type": "point", "shape": shape, "size": size, "opacity": 1, "cursor": "pointer"}
    hollow: Spec = {"filled": False, "fill": sheet.colours.paper, "strokeWidth": 2}
    return {
        "transform": [{"filter": f"datum.place === '{place}'"}],
        "mark": mark | (hollow if place == "target" else {"filled": True}),
        "encoding": {"x": x, "y": y, "color": colour} | shared,
    }


def _outcomes(x: Spec, y: Spec, colours: Palette) -> list[Spec]:
    """How targets came out, drawn into their squares: a tick, a cross, a dot for what is open."""
    drawn = (
        ("met", "M-0.9,0.1L-0.25,0.75L0.95,-0.7", 42, colours.accent),
        ("missed", "M-0.8,-0.8L0.8,0.8M-0.8,0.8L0.8,-0.8", 42, colours.contrary),
        ("open", "circle", 6, colours.plan),
        ("unknown", "circle", 6, colours.plan),
    )
    return [
        {
            "transform": [{"filter": f"datum.outcome === '{outcome}'"}],
            "mark": {"type": "point", "shape": shape, "size": size, "stroke": colour, "strokeWidth": 2, "filled": False, "opacity": 1},
            "encoding": {"x": x, "y": y},
        }
        for outcome, shape, size, colour in drawn
    ]  # fmt: skip


def _letters(x: Spec, y: Spec, colours: Palette) -> Spec:
    """The letters of the sources, where several answer one question."""
    return {
        "transform": [{"filter": "datum.letter !== ''"}],
        "mark": {
            "type": "text",
            "align": "left",
            "dx": 8,
            "dy": -1,
            "fontWeight": "bold",
            "color": colours.ink,
        },
        "encoding": {"x": x, "y": y, "text": {"field": "letter"}},
    }


def _x(field: str, sheet: Sheet, domain: bool = False) -> Spec:
    """The axis of years; its domain is said once, by the layer of the years."""
    edges = list(range(len(sheet.years.shown) + 1))
    scale: Spec = {"zero": False, "nice": False}
    return {
        "field": field, "type": "quantitative", "title": None,
        "scale": scale | ({"domain": [edges[0], edges[-1]]} if domain else {}),
        "axis": {"labels": False, "grid": True, "ticks": True, "tickSize": 5, "values": edges, "minExtent": 24},
    }  # fmt: skip


def _y(field: str, unit: str, rows: Sequence[Spec]) -> Spec:
    amounts = [Decimal(str(row[key])) for row in rows for key in ("amount", "to")]
    low, high = min(amounts), max(amounts)
    domain: Spec = {"domainMax": float(high * ROOM_ABOVE)} if high > 0 else {}
    domain |= {"domainMin": float(low * ROOM_ABOVE)} if low < 0 else {}
    return {
        "field": field, "type": "quantitative", "title": unit or None,
        "scale": {"zero": True, "nice": False} | domain,
        "axis": {"tickCount": 6, "titleAlign": "left", "titleAngle": 0, "titleAnchor": "end", "titleX": 0, "titleY": -12,  "domain": False, "ticks": False},
    }  # fmt: skip
