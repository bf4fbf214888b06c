"""Answers that are charts: a specification for the page's script, a drawing for everybody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from litestar import Response

from korpu.charts import drawing
from korpu.charts.palette import Spec, palette
from korpu.errors import WrongUse
from korpu.web.visit import Visit

WIDTHS = range(300, 2001)
"""Pixels that a drawing may be wide."""


class Look(msgspec.Struct, frozen=True):
    """How a chart is asked for: for a dark page, and as wide as a drawing."""

    dark: bool
    width: int


def look_of(visit: Visit) -> Look:
    """Return how the address asks for a chart: `?dark=1&width=400`.

    Raises:
        korpu.errors.WrongUse: the width is no number, or too small or too large.
    """
    asked = visit.query.get("width", str(drawing.WIDTH))
    if not asked.isascii() or not asked.isdigit() or int(asked[:9]) not in WIDTHS:
        raise WrongUse(
            "«{asked}» is no width; give pixels from {least} to {most}.",
            asked=asked[:20],
            least=WIDTHS[0],
            most=WIDTHS[-1],
        )
    return Look(visit.query.get("dark") == "1", int(asked))


def claim_address(visit: Visit) -> Callable[[str], str]:
    """Return what gives the address of a claim by its id, at the times of the visit."""
    return lambda id: visit.times.address(f"/claims/{id}")


def specification(spec: Spec) -> Response[Any]:
    """Return the answer that the page's script draws."""
    return Response(msgspec.json.encode(spec), media_type="application/json")


def svg(spec: Spec, look: Look) -> Response[Any]:
    """Return the chart as an SVG drawing."""
    return Response(drawing.svg(spec, look.width), media_type="image/svg+xml")


def png(spec: Spec, look: Look) -> Response[Any]:
    """Return the chart as a PNG picture on the page's ground."""
    grounded = spec | {"background": palette(look.dark).paper}
    return Response(drawing.png(grounded, width=look.width), media_type="image/png")


def named(answer: Response[Any], name: str) -> Response[Any]:
    """Return an answer that a browser keeps as a file of that name."""
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
