"""Make src/korpu/charts/world.json: the borders of the world, small enough to go with a page.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python -m genscripts.world package/countries-50m.json

The lines are Natural Earth's (1:50m, public domain), as the package world-atlas 2.0.2 has them, with fewer points:
those that take away the least area go first, and a line that two states share stays shared. States are named by
their codes (ISO 3166-1 alpha-2), which CLDR gives for the numbers of the source; what is too small to be seen
becomes a dot. What Natural Earth draws apart and ISO 3166-1 has no code for is kept without one.
"""

from __future__ import annotations

import heapq
import itertools
import json
import math
import sys
from pathlib import Path
from typing import Any

from babel.core import get_global

OUT = Path(__file__).parents[1] / "src" / "korpu" / "charts" / "world.json"
LEAST_AREA = 0.035
"""Square degrees: a point whose triangle with its neighbours is smaller goes."""
SMALL = 0.35
"""Square degrees of the equator: a state that is smaller gets a dot."""
DOTS = {
    "BQ": (-68.29, 12.18), "CC": (96.87, -12.17), "CX": (105.65, -10.49), "GF": (-53.1, 3.9), "GI": (-5.35, 36.14),
    "GP": (-61.55, 16.25), "MQ": (-61.02, 14.64), "RE": (55.53, -21.12), "SJ": (16.0, 78.6), "TK": (-171.85, -9.19),
    "TV": (179.2, -8.52), "YT": (45.16, -12.83),
}  # fmt: skip
"""Longitude and latitude of inhabited territories that the source does not draw, or only as parts of others."""
GRID = 20000
"""Steps from one side of the map to the other, to which points are rounded."""
KOSOVO = "XK"

Point = tuple[float, float]


def main(path: str) -> int:
    """Write the file from the package's; return the exit status."""
    source = json.loads(Path(path).read_text(encoding="utf-8"))
    arcs = [thinned(arc) for arc in decoded(source)]
    states = [kept for one in source["objects"]["countries"]["geometries"] if (kept := state(one, arcs))]
    OUT.write_text(topology(states, arcs), encoding="utf-8")
    return 0


def decoded(source: dict[str, Any]) -> list[list[Point]]:
    """Return the lines of a topology in degrees."""
    (width, height), (left, top) = source["transform"]["scale"], source["transform"]["translate"]
    lines = []
    for arc in source["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * width + left, y * height + top))
        lines.append(line)
    return lines


def thinned(line: list[Point]) -> list[Point]:
    """Return a line without the points that matter least (Visvalingam and Whyatt); its ends stay."""
    before = list(range(-1, len(line) - 1))
    after = list(range(1, len(line) + 1))
    areas = [math.inf, *(area(*line[n - 1 : n + 2]) for n in range(1, len(line) - 1)), math.inf]
    heap = [(size, n) for n, size in enumerate(areas) if size < math.inf]
    heapq.heapify(heap)
    gone: set[int] = set()
    # A closed line keeps three points beside its ends, or nothing would be left of an island.
    least = 4 if line[0] == line[-1] else 2
    while heap and len(line) - len(gone) > least:
        size, n = heapq.heappop(heap)
        if n in gone or size != areas[n]:
            continue
        if size > LEAST_AREA:
            break
        gone.add(n)
        left, right = before[n], after[n]
        after[left], before[right] = right, left
        for one in (left, right):
            if areas[one] < math.inf:
                areas[one] = max(size, area(line[before[one]], line[one], line[after[one]]))
                heapq.heappush(heap, (areas[one], one))
    return [point for n, point in enumerate(line) if n not in gone]


def area(a: Point, b: Point, c: Point) -> float:
    """Return the area of a triangle in square degrees of the equator: a degree of longitude counts less far north."""
    return shrink(b) * abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def shrink(point: Point) -> float:
    """Return how wide a degree of longitude is at a point, against one at the equator."""
    return math.cos(math.radians(point[1]))


def state(geometry: dict[str, Any], arcs: list[list[Point]]) -> dict[str, Any] | None:
    """Return a state's code, middle and polygons, those too small to be seen left out but for its largest."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    sized = sorted(((size(polygon, arcs), polygon) for polygon in polygons), key=lambda one: -one[0])
    largest = sized[0][0]
    kept = [polygon for extent, polygon in sized if extent > max(0.1, 0.0002 * largest) or extent == largest]
    name = geometry["properties"]["name"]
    code = code_of(geometry.get("id"), name)
    if code is None and largest < SMALL / 4:
        return None
    return {
        "code": code,
        "name": name,
        "polygons": kept,
        "middle": middle(sized[0][1], arcs),
        "size": largest,
    }


def code_of(number: str | None, name: str) -> str | None:
    """Return the alpha-2 code of an ISO 3166-1 number; of Kosovo, which has none, the one in use."""
    if number is None:
        return KOSOVO if name == "Kosovo" else None
    codes = [alpha for alpha in get_global("territory_aliases").get(number, []) if len(alpha) == 2]
    return codes[0] if codes else None


def ring_of(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return the points of a ring; a negative number is a line backwards."""
    points: list[Point] = []
    for number in ring:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += line[1:] if points else line
    return points


def size(polygon: list[list[int]], arcs: list[list[Point]]) -> float:
    """Return the area within the outer ring, in square degrees of the equator."""
    points = ring_of(polygon[0], arcs)
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(points))
    mean = sum(y for _, y in points) / len(points)
    return abs(doubled) / 2 * shrink((0, mean))


def middle(polygon: list[list[int]], arcs: list[list[Point]]) -> list[float]:
    """Return the longitude and latitude of the centre of gravity of the outer ring."""
    points = ring_of(polygon[0], arcs)
    pairs = list(itertools.pairwise(points))
    weights = [a[0] * b[1] - b[0] * a[1] for a, b in pairs]
    whole = sum(weights)
    if not whole:
        return [round(points[0][0], 2), round(points[0][1], 2)]
    x = sum((a[0] + b[0]) * w for (a, b), w in zip(pairs, weights, strict=True)) / (3 * whole)
    y = sum((a[1] + b[1]) * w for (a, b), w in zip(pairs, weights, strict=True)) / (3 * whole)
    return [round(x, 2), round(y, 2)]


def topology(states: list[dict[str, Any]], arcs: list[list[Point]]) -> str:
    """Return the TopoJSON with only the lines that are used, rounded to the grid."""
    largest = {one["code"]: one for one in sorted(states, key=lambda one: one["size"])}
    states = [one for one in states if one["code"] is None or largest[one["code"]] is one]
    used = sorted(
        {n if n >= 0 else ~n for one in states for p in one["polygons"] for ring in p for n in ring}
    )
    number = {old: new for new, old in enumerate(used)}
    step = [360 / GRID, 180 / GRID]
    lines = []
    for old in used:
        grid = [(round((x + 180) / step[0]), round((y + 90) / step[1])) for x, y in arcs[old]]
        lines.append(
            [list(grid[0]), *([b[0] - a[0], b[1] - a[1]] for a, b in itertools.pairwise(grid) if a != b)]
        )
    geometries = [
        {
            "type": "MultiPolygon",
            **({"id": one["code"]} if one["code"] else {}),
            "arcs": [
                [[number[n] if n >= 0 else ~number[~n] for n in ring] for ring in p] for p in one["polygons"]
            ],
            "properties": {"middle": one["middle"], **({"small": True} if one["size"] < SMALL else {})},
        }
        for one in sorted(states, key=lambda one: (one["code"] or "", one["name"]))
    ]
    whole = {
        "type": "Topology",
        "source": "Natural Earth 4.1 (public domain), 1:50m, by world-atlas 2.0.2",
        "transform": {"scale": step, "translate": [-180, -90]},
        "objects": {"states": {"type": "GeometryCollection", "geometries": geometries}},
        "dots": DOTS,
        "arcs": lines,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
