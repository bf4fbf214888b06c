"""The map of two states as a Vega-Lite specification: missions as squares and triangles, visits as circles."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from korpu.charts.geography import Outlook, Spot, outlook, world
from korpu.charts.missions import Geography, Mission, Stay, Told
from korpu.charts.palette import Address, Palette, Spec, framed, palette
from korpu.render.wording.words import Wording

BESIDE = 17
"""Pixels from one mission in a city to the next, on a map that is `WIDTH` wide."""
WIDTH = 760
MOST_TOLD = 6
"""Visits that are told where one points at a place."""


def missions_map(
    found: Geography,
    pair: tuple[str, str],
    say: Wording,
    dark: bool = False,
    claim_at: Address | None = None,
    place_at: Address | None = None,
) -> Spec:
    """Return the map of two states with what is placed.

    Args:
        claim_at: the address of a claim, by its id.
        place_at: the address of what is told of a place with several visits, by its name.
    """
    colours = palette(dark)
    spots = [one.spot for one in found.missions if one.spot] + [one.spot for one in found.stays if one.spot]
    look = outlook(pair, spots)
    stays = [_stay_row(stay, say, claim_at, place_at) for stay in found.stays if stay.spot]
    missions = _mission_rows(found.missions, look, say, claim_at)
    layers = [
        _lands(pair, say, colours), _stays(stays, colours), _missions(missions, pair, say, colours),
        _names(stays, missions, colours),
    ]  # fmt: skip
    spec: Spec = {
        "width": "container",
        "height": "container",
        "projection": _projection(look),
        "layer": layers,
        "usermeta": {"aspect": round(look.aspect, 2)},
    }
    described = say.label("map_described", first=say.state(pair[0]), second=say.state(pair[1]))
    return framed(spec, say.language, dark, described) | {"autosize": {"type": "fit", "contains": "padding"}}


def _projection(look: Outlook) -> Spec:
    x, y = look.offset
    fitting = f"min(width, height * {look.aspect:.4f})"
    return {
        "type": "azimuthalEqualArea",
        "rotate": [-look.middle.longitude, -look.middle.latitude, 0],
        "scale": {"expr": f"{fitting} * {look.scale:.6f}"},
        "translate": {"expr": f"[width / 2 - {fitting} * {x:.6f}, height / 2 + {fitting} * {y:.6f}]"},
        "clipAngle": 80,
    }


def _lands(pair: tuple[str, str], say: Wording, colours: Palette) -> Spec:
    states = world()["objects"]["states"]["geometries"]
    drawn = [
        one
        | {
            "properties": {
                "title": say.state(one["id"]) if "id" in one else " ",
                "ours": one.get("id") in pair,
            }
        }
        for one in states
    ]
    topology = world() | {"objects": {"states": {"type": "GeometryCollection", "geometries": drawn}}}
    return {
        "data": {"values": topology, "format": {"type": "topojson", "feature": "states"}},
        "transform": [{"calculate": "datum.properties.title", "as": "title"}],
        "mark": {"type": "geoshape", "stroke": colours.paper, "strokeWidth": 1, "clip": True},
        "encoding": {
            "fill": {"condition": {"test": "datum.properties.ours", "value": colours.steps[0]}, "value": colours.soft},
            "tooltip": [{"field": "title", "type": "nominal"}],
        },
    }  # fmt: skip


def _mission_rows(
    missions: Sequence[Mission], look: Outlook, say: Wording, claim_at: Address | None
) -> list[Spec]:
    """A row for each mission that has a place, those of one city side by side."""
    placed = [one for one in missions if one.spot]
    several = Counter(one.spot for one in placed)
    seen: Counter[Spot | None] = Counter()
    rows = []
    for one in placed:
        assert one.spot is not None
        rank = seen[one.spot] - (several[one.spot] - 1) / 2
        seen[one.spot] += 1
        apart = math.degrees(rank * BESIDE / (WIDTH * look.scale)) / math.cos(math.radians(one.spot.latitude))
        title = f"{one.name} ({say.state(one.sender)})"
        title += f", {one.place}" if one.place else f", {say.label('map_unplaced')}"
        row = {
            "longitude": round(one.spot.longitude + apart, 3), "latitude": one.spot.latitude, "place": one.place or "",
            "city": one.spot.longitude, "sender": one.sender, "who": _legend(one.sender, say),
            "state": "closed" if one.is_closed else "unplaced" if one.place is None else "open",
            "title": say.grammar.capitalise(title),
            "says": "; ".join(filter(None, (_dated(told) for told in one.told))) or one.told[0].words,
            "quote": f"{', '.join(one.told[0].sources)}: {one.told[0].quote}",
        }  # fmt: skip
        if claim_at and one.told[0].claims:
            row["href"] = claim_at(one.told[0].claims[0])
        rows.append(row)
    return rows


def _dated(told: Told) -> str:
    mark = "≠ " if told.is_contrary else ""
    return f"{mark}{told.step}: {told.date}" if told.step and told.date else ""


def _legend(sender: str, say: Wording) -> str:
    return say.label("map_sender", state=say.state(sender))


def _stay_row(stay: Stay, say: Wording, claim_at: Address | None, place_at: Address | None) -> Spec:
    assert stay.spot is not None
    told = [f"{one.date}: {one.words}" if one.date else one.words for one in stay.told[:MOST_TOLD]]
    more = len(stay.told) - MOST_TOLD
    row = {
        "longitude": stay.spot.longitude, "latitude": stay.spot.latitude, "place": stay.place or "", "placed": bool(stay.place),
        "count": len(stay.told), "who": say.label("map_visits"),
        "title": stay.place or (say.state(stay.state) if stay.state else "") + f", {say.label('map_unplaced')}",
        "says": " · ".join(told) + (f" · (+{more})" if more > 0 else ""),
        "quote": f"{', '.join(stay.told[0].sources)}: {stay.told[0].quote}" if len(stay.told) == 1 else "",
    }  # fmt: skip
    if len(stay.told) == 1 and claim_at and stay.told[0].claims:
        row["href"] = claim_at(stay.told[0].claims[0])
    elif place_at:
        row["href"] = place_at(stay.place or stay.state or "")
    return row


GROUND: Spec = {
    "longitude": {"field": "longitude", "type": "quantitative"},
    "latitude": {"field": "latitude", "type": "quantitative"},
}


def _shared(*fields: str) -> Spec:
    return GROUND | {
        "tooltip": [{"field": field, "type": "nominal"} for field in fields],
        "href": {"field": "href", "type": "nominal"},
    }


def _stays(rows: Sequence[Spec], colours: Palette) -> Spec:
    size = {
        "field": "count", "type": "quantitative", "legend": None,
        "scale": {"type": "sqrt", "domain": [0, max((row["count"] for row in rows), default=1) + 8], "range": [60, 1600]},
    }  # fmt: skip
    dot: Spec = {
        "mark": {"type": "circle", "opacity": 0.85, "fill": colours.plan, "strokeWidth": 1, "fillOpacity": 0.3, "strokeOpacity": 0.8},
        "encoding": _shared("title", "says", "quote") | {
            "size": size,
            "stroke": {"value": colours.plan},
            "strokeDash": {"condition": {"test": "datum.placed", "value": [1, 0]}, "value": [3, 3]},
        },
    }  # fmt: skip
    number: Spec = {
        "mark": {"type": "text", "fontSize": 10, "fontWeight": "bold", "dy": 17, "color": colours.plan},
        "encoding": GROUND | {"text": {"field": "count", "type": "quantitative"}},
    }
    return {"data": {"values": list(rows)}, "layer": [dot, number]}


def _missions(rows: Sequence[Spec], pair: tuple[str, str], say: Wording, colours: Palette) -> Spec:
    senders = [sender for sender in pair if any(row["sender"] == sender for row in rows)]
    colour = {
        "field": "who", "type": "nominal", "title": None,
        "scale": {"domain": [_legend(sender, say) for sender in senders], "range": [colours.series[list(pair).index(s)] for s in senders]},
        "legend": {"orient": "bottom", "direction": "vertical", "symbolType": "square", "symbolStrokeWidth": 0, "offset": 6} if senders else None,
    }  # fmt: skip
    square: Spec = {"type": "point", "shape": "square", "size": 150, "opacity": 1, "cursor": "pointer"}
    hollow: Spec = {"filled": False, "fill": colours.paper, "strokeWidth": 2}
    looks = {"open": {"filled": True}, "closed": hollow, "unplaced": hollow | {"strokeDash": [2, 2]}}
    layers = [
        {
            "transform": [{"filter": f"datum.state === '{state}'"}],
            "mark": square | look,
            "encoding": _shared("title", "says", "quote") | {"color": colour},
        }
        for state, look in looks.items()
    ]
    return {"data": {"values": list(rows)}, "layer": layers}


def _names(stays: Sequence[Spec], missions: Sequence[Spec], colours: Palette) -> Spec:
    cities = {
        row["place"]: (row.get("city", row["longitude"]), row["latitude"])
        for row in (*missions, *stays)
        if row["place"]
    }
    rows = [{"place": place, "longitude": x, "latitude": y} for place, (x, y) in sorted(cities.items())]
    return {
        "data": {"values": rows},
        "mark": {
            "type": "text",
            "dy": -16,
            "fontSize": 12,
            "fontWeight": "bold",
            "color": colours.ink,
            "clip": True,
        },
        "encoding": GROUND | {"text": {"field": "place", "type": "nominal"}},
    }
