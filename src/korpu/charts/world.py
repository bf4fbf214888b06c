"""The world as a Vega-Lite specification: each state in the colour of how much the ledger has on it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping

from korpu.charts.geography import dots, world
from korpu.charts.palette import Address, Spec, framed, palette
from korpu.render.wording.words import Wording

ASPECT = 2.05
"""How wide the map is against its height."""
CLASSES = (1, 10, 100, 1000, 10000)
"""From how many claims on a state has a deeper colour."""
CHOSEN = "chosen"
NOTHING = "nothing"


def world_spec(
    claims: Mapping[str, int],
    say: Wording,
    dark: bool = False,
    chosen: str | None = None,
    address: Address | None = None,
) -> Spec:
    """Return the map of all states.

    Args:
        claims: how many claims there are, by the code of the state.
        chosen: the state whose claims they are with each other one.
        address: the page that a state with claims leads to, by its code.
    """
    colours = palette(dark)

    def told(code: str | None) -> Spec:
        return _told(code, claims, say, chosen, address)

    colour = _colour(say, colours.soft, colours.steps, colours.plan, chosen)
    shared: Spec = {
        "tooltip": [{"field": field, "type": "nominal"} for field in ("title", "says")],
        "href": {"field": "href", "type": "nominal"},
        "color": colour,
    }
    spec: Spec = {
        "width": "container",
        "height": "container",
        "projection": {"type": "equalEarth", "rotate": [-11, 0, 0]},
        "layer": [_areas(told, shared, colours.paper), _dots(told, shared, colours.paper)],
        "usermeta": {"aspect": ASPECT},
    }
    described = say.label("world_described", count=str(sum(1 for code in claims if claims[code])))
    return framed(spec, say.language, dark, described) | {"autosize": {"type": "fit", "contains": "padding"}}


def _areas(told: Callable[[str | None], Spec], shared: Spec, paper: str) -> Spec:
    states = world()["objects"]["states"]["geometries"]
    # Antarctica would take a fifth of the drawing, and no state has relations there.
    drawn = [one | {"properties": told(one.get("id"))} for one in states if one.get("id") != "AQ"]
    topology = world() | {"objects": {"states": {"type": "GeometryCollection", "geometries": drawn}}}
    fields = ("title", "says", "class", "href")
    return {
        "data": {"values": topology, "format": {"type": "topojson", "feature": "states"}},
        "transform": [{"calculate": f"datum.properties.{field}", "as": field} for field in fields],
        "mark": {"type": "geoshape", "stroke": paper, "strokeWidth": 0.6},
        "encoding": shared,
    }


def _dots(told: Callable[[str | None], Spec], shared: Spec, paper: str) -> Spec:
    rows = [
        told(code) | {"longitude": spot.longitude, "latitude": spot.latitude} for code, spot in dots().items()
    ]
    return {
        "data": {"values": rows},
        "mark": {"type": "circle", "opacity": 1, "stroke": paper, "strokeWidth": 0.8},
        "encoding": shared
        | {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "size": {"condition": {"test": "datum.href", "value": 52}, "value": 16},
        },
    }


def _told(
    code: str | None, claims: Mapping[str, int], say: Wording, chosen: str | None, address: Address | None
) -> Spec:
    """What the map says of a state, or of a stretch of land that has no code."""
    count = claims.get(code, 0) if code else 0
    leads = bool(code and count and code != chosen and address)
    return {
        "title": say.state(code) if code else " ",
        "says": say.count(count, "claim") if count else say.label("world_nothing"),
        "class": CHOSEN if code and code == chosen else class_of(count),
        "href": address(code) if code and address and leads else None,
    }


def class_of(count: int) -> str:
    """Return the name of the class of a number of claims: the least number of it, or `nothing`.

    >>> class_of(0), class_of(9), class_of(10), class_of(123456)
    ('nothing', '1', '10', '10000')
    """
    reached = [least for least in CLASSES if count >= least]
    return str(reached[-1]) if reached else NOTHING


def _colour(say: Wording, nothing: str, steps: Iterable[str], mark: str, chosen: str | None) -> Spec:
    names = [NOTHING, *map(str, CLASSES), *([CHOSEN] if chosen else [])]
    labels = {str(least): f"{least:,}–{above - 1:,}" for least, above in itertools.pairwise(CLASSES)}
    labels |= {str(CLASSES[-1]): f"{CLASSES[-1]:,}+", NOTHING: "0"}
    labels |= {CHOSEN: say.state(chosen)} if chosen else {}
    group = say.words["numbers"]["group"]
    written = {name: text.replace(",", group) for name, text in labels.items()}
    choice = " : ".join(f"datum.value === '{name}' ? {_quoted(written[name])}" for name in names)
    return {
        "field": "class",
        "type": "nominal",
        "title": say.label("world_legend"),
        "scale": {"domain": names, "range": [nothing, *steps, mark][: len(names)]},
        "legend": {
            "orient": "bottom",
            "direction": "horizontal",
            "columns": 3,
            "symbolType": "square",
            "symbolStrokeWidth": 0,
            "labelExpr": f"{choice} : ''",
            "offset": 4,
        },
    }


def _quoted(text: str) -> str:
    """A string of Vega's expressions."""
    import json

    return json.dumps(text, ensure_ascii=False)
