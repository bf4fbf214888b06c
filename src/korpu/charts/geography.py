"""Where states and cities lie: the lines that the maps draw, and the places that the lexicon has."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from korpu.lexicon import read_table
from korpu.states import name_key


class Spot(NamedTuple):
    """A place on the ground, in degrees."""

    longitude: float
    latitude: float


class Outlook(NamedTuple):
    """How a map looks at the ground: an equal-area projection around its middle.

    Attributes:
        scale: by what the projection is multiplied, of a drawing that is one wide.
        aspect: how wide the drawing is against its height.
    """

    middle: Spot
    scale: float
    aspect: float
    offset: tuple[float, float]


@cache
def world() -> dict[str, Any]:
    """Return the topology of the world's states; the feature `states` has them by their codes."""
    text = resources.files("korpu.charts").joinpath("world.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


@cache
def middles() -> dict[str, Spot]:
    """Return the middle of each state's largest part by its code; of states too small to be drawn, where they lie."""
    states = world()["objects"]["states"]["geometries"]
    found = {one["id"]: Spot(*one["properties"]["middle"]) for one in states if "id" in one}
    return found | {code: Spot(*dot) for code, dot in world()["dots"].items()}


def dots() -> dict[str, Spot]:
    """Return the states that are too small to be seen on a map of the world, with their places."""
    states = world()["objects"]["states"]["geometries"]
    small = {one["id"] for one in states if "id" in one and one["properties"].get("small")}
    return {code: spot for code, spot in middles().items() if code in small or code in world()["dots"]}


def find_city(name: str, states: Iterable[str]) -> tuple[Spot, str] | None:
    """Return where a city lies and in which state, looked for in these states in their order; else wherever there is but one.

    >>> find_city("Almatı", ["AZ", "KZ"])
    (Spot(longitude=76.91, latitude=43.25), 'KZ')
    """
    found = _cities().get(name_key(name), {})
    for state in (*states, *(found if len(found) == 1 else ())):
        if state in found:
            return found[state], state
    return None


@cache
def _cities() -> dict[str, dict[str, Spot]]:
    cities: dict[str, dict[str, Spot]] = {}
    for row in read_table("charts", "coordinates"):
        spot = Spot(float(row["longitude"]), float(row["latitude"]))
        for form in row["place"].split("|"):
            cities.setdefault(name_key(form), {}).setdefault(row["state"], spot)
    return cities


def outlook(states: Iterable[str], spots: Iterable[Spot] = (), margin: float = 0.06) -> Outlook:
    """Return how to look at some states, so that the largest part of each and all the spots are seen.

    Args:
        margin: the part of the drawing that is left free around them.
    """
    seen = [*(spot for state in states for spot in _outline(state)), *spots]
    if not seen:
        seen = [Spot(-180, -60), Spot(180, 80)]
    middle = _mean(seen)
    projected = [_project(spot, middle) for spot in seen]
    left, right = min(x for x, _ in projected), max(x for x, _ in projected)
    bottom, top = min(y for _, y in projected), max(y for _, y in projected)
    width, height = max(right - left, 0.02), max(top - bottom, 0.02)
    aspect = min(max(width / height, 1.25), 2.2)
    scale = (1 - 2 * margin) * min(1 / width, 1 / aspect / height)
    return Outlook(middle, scale, aspect, ((left + right) / 2 * scale, (bottom + top) / 2 * scale))


def _project(spot: Spot, middle: Spot) -> tuple[float, float]:
    """Lambert's azimuthal equal-area projection, as d3-geo has it: x to the right, y up."""
    turned = math.radians(spot.longitude - middle.longitude)
    latitude, centre = math.radians(spot.latitude), math.radians(middle.latitude)
    cosine = math.sin(centre) * math.sin(latitude) + math.cos(centre) * math.cos(latitude) * math.cos(turned)
    factor = math.sqrt(2 / max(1 + cosine, 1e-9))
    x = factor * math.cos(latitude) * math.sin(turned)
    y = factor * (
        math.cos(centre) * math.sin(latitude) - math.sin(centre) * math.cos(latitude) * math.cos(turned)
    )
    return x, y


def _mean(spots: Iterable[Spot]) -> Spot:
    """The middle of spots on the globe."""
    x = y = z = 0.0
    for spot in spots:
        longitude, latitude = math.radians(spot.longitude), math.radians(spot.latitude)
        x += math.cos(latitude) * math.cos(longitude)
        y += math.cos(latitude) * math.sin(longitude)
        z += math.sin(latitude)
    return Spot(
        round(math.degrees(math.atan2(y, x)), 2), round(math.degrees(math.atan2(z, math.hypot(x, y))), 2)
    )


def _outline(state: str) -> list[Spot]:
    """The points of a state's largest part; where it lies, if it is too small to have any."""
    for one in world()["objects"]["states"]["geometries"]:
        if one.get("id") == state:
            return list(_points(one["arcs"][0][0]))
    middle = middles().get(state)
    return [middle] if middle else []


def _points(ring: Iterable[int]) -> Iterator[Spot]:
    (width, height), (left, bottom) = world()["transform"]["scale"], world()["transform"]["translate"]
    for number in ring:
        x = y = 0
        for dx, dy in world()["arcs"][number if number >= 0 else ~number]:
            x, y = x + dx, y + dy
            yield Spot(x * width + left, y * height + bottom)
