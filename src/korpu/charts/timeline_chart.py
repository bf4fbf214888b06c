"""The timeline as a Vega-Lite specification: lanes by section, bars for imprecise dates, points for days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, NamedTuple

from korpu import edtf
from korpu.charts.palette import Address, Palette, Spec, framed, palette
from korpu.charts.timeline import Item
from korpu.render.wording.words import Wording

ROOM = 820
"""How wide the drawing is taken to be, in pixels, where labels are kept from each other."""
LETTER = 6.1
"""How wide a letter of a label is, in pixels."""
LONGEST_LABEL = 400
LANE = 24
NARROW = 620
"""Below this width labels are left out: the list beside the chart has them."""
FEW = 0.15
"""Up to this share of the dates may lie far before the others and be left of the chart, so that it does not make all else small."""
FAR = 0.35
"""How wide a gap is, against the whole, that what is before it lies far before the others."""
MARGIN = 0.03

Side = Literal["right", "left", "inside", "before"]
"""Where a label stands; `before` is at the left edge, of what lies beyond it."""


class Axis(NamedTuple):
    """The days from the left edge to the right."""

    first: dt.date
    last: dt.date

    def pixels(self, day: dt.date) -> float:
        """Return how far from the left edge a day lies."""
        return (day - self.first).days / max((self.last - self.first).days, 1) * ROOM


class Sheet(NamedTuple):
    """What is drawn on: the days from left to right, how many lanes from top to bottom, the colours."""

    axis: Axis
    lanes: int
    colours: Palette

    def y(self, field: str) -> Spec:
        """Return the encoding of a field that counts lanes from the top."""
        scale = {"zero": False, "nice": False, "domain": [0, self.lanes], "reverse": True}
        return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


class Placed(NamedTuple):
    """An item in its lane, counted from the top over all sections, with the side that its label stands at."""

    item: Item
    lane: int
    side: Side


def timeline_spec(
    items: Sequence[Item],
    say: Wording,
    dark: bool = False,
    claim_at: Address | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Spec:
    """Return the chart of items, in the order in which `timeline_of` gives them.

    Args:
        claim_at: the address of a claim, by its id; a click leads there.
        since: the day at the left edge; else that of the first item, if that is not very long ago.
        until: the day at the right edge; else a little after the last item.
    """
    axis = axis_of(items, since, until)
    headings, placed, lanes = arrange(items, axis)
    sheet = Sheet(axis, max(lanes, 1), palette(dark))
    rows = [_row(one, axis, say, claim_at) for one in placed]
    heads = [{"lane": lane, "text": say.section(name)} for name, lane in headings]
    layers = [_headings(heads, sheet), *_rivalries(placed, sheet), *_marks(rows, sheet)]
    spec: Spec = {"width": "container", "height": sheet.lanes * LANE, "layer": layers}
    return framed(spec, say.language, dark, say.label("timeline_described", count=str(len(items))))


def axis_of(items: Sequence[Item], since: dt.date | None, until: dt.date | None) -> Axis:
    """Return the days that the chart shows at first."""
    ends = [day for item in items for day in (item.first, item.last) if day is not None]
    last = until or max(ends, default=dt.date(2000, 12, 31))
    first = since or _first_of_most(sorted(item.first or item.last or last for item in items), last)
    if first >= last:
        first = edtf.moved(last, -dt.timedelta(days=365))
    margin = dt.timedelta(days=int((last - first).days * MARGIN) + 1)
    return Axis(since or edtf.moved(first, -margin), until or edtf.moved(last, margin))


def _first_of_most(begins: Sequence[dt.date], last: dt.date) -> dt.date:
    """The first day after the last wide gap that few dates lie before; the first of all where there is none."""
    first = begins[0] if begins else last
    for number in range(1, int(len(begins) * FEW) + 1):
        before, after = begins[number - 1], begins[number]
        if (after - before).days > FAR * (last - before).days:
            first = after
    return first


def arrange(items: Sequence[Item], axis: Axis) -> tuple[list[tuple[str, int]], list[Placed], int]:
    """Return the sections with the lanes of their headings, the items in their lanes, and how many lanes there are.

    What a line tells stands in lanes that follow each other; no two labels of a lane lie over each other.
    """
    headings: list[tuple[str, int]] = []
    placed: list[Placed] = []
    lane = 0
    for section in dict.fromkeys(sorted((item.section for item in items), key=_section_order)):
        headings.append((section, lane))
        lane += 1
        groups: dict[int, list[Item]] = {}
        for item in items:
            if item.section == section:
                groups.setdefault(item.group, []).append(item)
        filled: list[float] = []
        for group in groups.values():
            reach = [_reach(item, axis) for item in group]
            left, right = min(one[0] for one in reach), max(one[1] for one in reach)
            top = next(
                (
                    number
                    for number in range(len(filled) + 1)
                    if all(end <= left for end in filled[number : number + len(group)])
                ),
                len(filled),
            )
            filled += [float("-inf")] * (top + len(group) - len(filled))
            filled[top : top + len(group)] = [right] * len(group)
            placed += [
                Placed(item, lane + top + number, one[2])
                for number, (item, one) in enumerate(zip(group, reach, strict=True))
            ]
        lane += len(filled)
    return headings, placed, lane


def _section_order(name: str) -> int:
    from korpu.kinds import Section

    return [section.value for section in Section].index(name)


def _reach(item: Item, axis: Axis) -> tuple[float, float, Side]:
    """From where to where an item and its label reach, in pixels, and at which side the label stands."""
    first, last = _edges(item, axis)
    left, right = axis.pixels(first), axis.pixels(last)
    label = min(len(_label(item)) * LETTER, LONGEST_LABEL) + 14
    if last < axis.first:
        return 0, label + len(item.date) * LETTER, "before"
    if right - left > label:
        return left, right + 6, "inside"
    if right + label > ROOM and left - label > 0:
        return left - label, right + 6, "left"
    return left, right + label + 10, "right"


def _label(item: Item) -> str:
    """What is written beside a mark: what is said, and whose word it is where others say otherwise."""
    return f"{item.label} ({', '.join(item.sources)})" if item.standing == "disputed" else item.label


def _edges(item: Item, axis: Axis) -> tuple[dt.date, dt.date]:
    """The item's first and last day, an open end at the edge of the axis."""
    first = item.first or min(axis.first, item.last or axis.first)
    return first, item.last or max(axis.last, first)


def _row(placed: Placed, axis: Axis, say: Wording, claim_at: Address | None) -> Spec:
    item = placed.item
    first, last = _edges(item, axis)
    middle = first + (last - first) / 2
    # A last day is drawn up to its end.
    end = edtf.moved(last, dt.timedelta(days=1)) if item.shape != "day" and item.last is not None else last
    row = {
        "first": first.isoformat(),
        "last": end.isoformat(),
        "middle": middle.isoformat(),
        "top": placed.lane + 0.2,
        "bottom": placed.lane + 0.8,
        "centre": placed.lane + 0.5,
        "shape": item.shape,
        "standing": item.standing,
        "open": _open_end(item),
        "side": placed.side,
        "label": f"← {item.date}: {_label(item)}" if placed.side == "before" else _label(item),
        "title": item.date,
        "says": "; ".join((item.words, *item.tags)),
        "quote": f"{', '.join(item.sources)}: {item.quote}",
    }  # fmt: skip
    if claim_at and item.claims:
        row["href"] = claim_at(item.claims[0])
    return row


def _open_end(item: Item) -> str:
    if item.first is None:
        return "both" if item.last is None else "first"
    return "last" if item.last is None else ""


def _headings(heads: Sequence[Spec], sheet: Sheet) -> Spec:
    return {
        "data": {"values": list(heads)},
        "layer": [
            {
                "mark": {"type": "rule", "color": sheet.colours.line, "yOffset": 2},
                "encoding": {"y": sheet.y("lane"), "x": {"value": 0}, "x2": {"value": "width"}},
            },
            {
                "mark": {
                    "type": "text", "align": "left", "baseline": "top", "dx": 0, "dy": 7,
                    "fontWeight": "bold", "fontSize": 12, "color": sheet.colours.muted,
                },
                "encoding": {"y": sheet.y("lane"), "x": {"value": 0}, "text": {"field": "text"}},
            },
        ],
    }  # fmt: skip


def _rivalries(placed: Sequence[Placed], sheet: Sheet) -> list[Spec]:
    """A ground of its own behind dates that contradict each other."""
    groups: dict[int, list[Placed]] = {}
    for one in placed:
        if one.item.standing == "disputed":
            groups.setdefault(one.item.group, []).append(one)
    rows = [
        {
            "first": min(_edges(one.item, sheet.axis)[0] for one in group).isoformat(),
            "last": max(_edges(one.item, sheet.axis)[1] for one in group).isoformat(),
            "top": min(one.lane for one in group) + 0.06,
            "bottom": max(one.lane for one in group) + 0.94,
        }
        for group in groups.values()
        if len(group) > 1
    ]
    if not rows:
        return []
    mark = {
        "type": "rect", "fill": sheet.colours.contrary_soft, "stroke": sheet.colours.contrary, "strokeOpacity": 0.5,
        "cornerRadius": 4, "xOffset": -9, "x2Offset": 9, "clip": True,
    }  # fmt: skip
    return [
        {
            "data": {"values": rows},
            "mark": mark,
            "encoding": {
                "x": _x("first"),
                "x2": {"field": "last"},
                "y": sheet.y("top"),
                "y2": {"field": "bottom"},
            },
        }
    ]


STANDINGS = ("told", "disputed", "earlier", "plan", "denied")
IS_HOLLOW = "datum.standing === 'plan' || datum.standing === 'denied'"
ZOOM: Spec = {
    "name": "zoom",
    "select": {
        "type": "interval", "encodings": ["x"],
        # The wheel alone goes on moving the page.
        "zoom": "wheel![event.ctrlKey || event.shiftKey || event.metaKey]",
    },
    "bind": "scales",
}  # fmt: skip


def _marks(rows: Sequence[Spec], sheet: Sheet) -> list[Spec]:
    colours = sheet.colours
    colour: Spec = {
        "field": "standing", "type": "nominal", "legend": None,
        "scale": {
            "domain": list(STANDINGS),
            "range": [colours.accent, colours.contrary, colours.muted, colours.plan, colours.contrary],
        },
    }  # fmt: skip
    shared: Spec = {"color": colour, "tooltip": TOOLTIP, "href": {"field": "href", "type": "nominal"}}
    layers = [*_bars(colour, shared, sheet), _points(colour, shared, sheet), *_ends(shared, sheet)]
    return [{"data": {"values": list(rows)}, "layer": [*layers, *_labels(sheet)]}]


def _bars(colour: Spec, shared: Spec, sheet: Sheet) -> list[Spec]:
    """Stretches of time: full where all of it is meant, light and dashed where some day within it is."""
    bar: Spec = {"type": "rect", "clip": True, "cornerRadius": 3, "strokeWidth": 1.5, "cursor": "pointer"}
    place: Spec = {"x2": {"field": "last"}, "y": sheet.y("top"), "y2": {"field": "bottom"}, "stroke": colour}
    first = _x("first") | {"axis": _time_axis(sheet.colours)}
    scale = {"type": "utc", "domain": [day.isoformat() for day in sheet.axis]}  # said once

    def drawn(shape: str, opacity: float, dash: list[int], x: Spec) -> Spec:
        opaque = {"condition": {"test": IS_HOLLOW, "value": 0.04}, "value": opacity}
        return {
            "transform": [{"filter": f"datum.shape === '{shape}'"}],
            "mark": bar | {"strokeDash": dash},
            "encoding": shared | place | {"fillOpacity": opaque, "x": x},
        }

    spans = drawn("span", 0.55, [1, 0], first | {"scale": scale})
    return [spans | {"params": [ZOOM]}, drawn("vague", 0.25, [3, 3], first)]


def _points(colour: Spec, shared: Spec, sheet: Sheet) -> Spec:
    """Days: hollow where it is a plan."""
    shape: Spec = {
        "field": "standing", "type": "nominal", "legend": None,
        "scale": {"domain": list(STANDINGS), "range": ["circle", "diamond", "circle", "circle", "cross"]},
    }  # fmt: skip
    return {
        "transform": [{"filter": "datum.shape === 'day'"}],
        "mark": {"type": "point", "clip": True, "size": 85, "strokeWidth": 2, "cursor": "pointer"},
        "encoding": shared | {
            "x": _x("first"),
            "y": sheet.y("centre"),
            "fill": {"condition": {"test": IS_HOLLOW, "value": "transparent"}} | colour,
            "shape": shape,
        },
    }  # fmt: skip


def _ends(shared: Spec, sheet: Sheet) -> list[Spec]:
    """Arrows at the ends that are open."""
    arrow: Spec = {"type": "point", "size": 110, "filled": True, "clip": True, "opacity": 1}
    return [
        {
            "transform": [{"filter": f"datum.open === '{end}' || datum.open === 'both'"}],
            "mark": arrow | {"shape": f"triangle-{way}", "xOffset": offset},
            "encoding": shared | {"x": _x(end), "y": sheet.y("centre")},
        }
        for end, way, offset in (("first", "left", 6), ("last", "right", -6))
    ]


def _labels(sheet: Sheet) -> list[Spec]:
    opacity = {"expr": f"width < {NARROW} ? 0 : 1"}
    text: Spec = {
        "type": "text", "baseline": "middle", "clip": True, "color": sheet.colours.ink, "opacity": opacity,
        "limit": LONGEST_LABEL,
    }  # fmt: skip
    places: tuple[tuple[Side, Spec, Spec], ...] = (
        ("right", _x("last"), {"align": "left", "dx": 12}),
        ("left", _x("first"), {"align": "right", "dx": -12}),
        ("inside", _x("first"), {"align": "left", "dx": 14}),
        ("before", {"value": 0}, {"align": "left", "color": sheet.colours.muted}),
    )
    return [
        {
            "transform": [{"filter": f"datum.side === '{side}'"}],
            "mark": text | mark,
            "encoding": {"x": x, "y": sheet.y("centre"), "text": {"field": "label"}},
        }
        for side, x, mark in places
    ]


TOOLTIP = [{"field": field, "type": "nominal"} for field in ("title", "says", "quote")]
"""What is shown where one points at a mark: the date, the words, the sentence."""


def _time_axis(colours: Palette) -> Spec:
    return {
        "title": None,
        "orient": "top",
        "grid": True,
        "gridColor": colours.line,
        "labelFlush": True,
        "tickCount": 8,
    }


def _x(field: str) -> Spec:
    return {"field": field, "type": "temporal", "scale": {"type": "utc"}, "title": None}
