"""Charts as pictures, and the scripts that draw them in a page: by vl-convert, without a browser or a network."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from threading import Lock

from korpu.charts.palette import Spec

FOLDER = Path(__file__).parent
WIDTH = 900
"""Pixels that a picture is wide where its specification leaves that to the page."""

_BUILDING = Lock()


def svg(spec: Spec, width: int = WIDTH) -> str:
    """Return the chart as an SVG document."""
    return _renumbered(str(_converter().vegalite_to_svg(_of_width(spec, width))))


def png(spec: Spec, scale: float = 2, width: int = WIDTH) -> bytes:
    """Return the chart as a PNG picture, `scale` dots a pixel."""
    return bytes(_converter().vegalite_to_png(_of_width(spec, width), scale=scale))


def scripts() -> str:
    """Return the JavaScript module that draws all charts of a page, with all that it needs.

    It is built when first asked for, which takes a second or two; it asks no other host and evaluates no text.
    """
    with _BUILDING:
        return _scripts()


@cache
def version() -> str:
    """Return a few hex digits that change when the scripts do; they are not built for it."""
    from importlib.metadata import version

    snippet = (FOLDER / "embed.js").read_bytes()
    return hashlib.sha256(snippet + version("vl-convert-python").encode()).hexdigest()[:10]


def _renumbered(drawing: str) -> str:
    """The drawing with its inner names numbered from 1: the library counts on from one drawing to the next."""
    names = dict.fromkeys(re.findall(r'id="((?:clip|gradient_)\d+)"', drawing))
    numbers = {name: f"part{number}" for number, name in enumerate(names, 1)}
    return re.sub(
        r'(id="|url\(#)((?:clip|gradient_)\d+)', lambda part: part[1] + numbers.get(part[2], part[2]), drawing
    )


@cache
def _scripts() -> str:
    snippet = (FOLDER / "embed.js").read_text(encoding="utf-8")
    return str(_converter().javascript_bundle(snippet))


@cache
def _converter():  # type: ignore[no-untyped-def]
    import vl_convert

    vl_convert.register_font_directory(str(FOLDER / "fonts"))
    return vl_convert


def _of_width(spec: Spec, width: int) -> Spec:
    """The specification with sizes for those that it leaves to the page."""
    sized = {**spec, "width": width} if spec.get("width") == "container" else spec
    if spec.get("height") == "container":
        sized = {**sized, "height": round(width / spec["usermeta"]["aspect"])}
    return sized
