"""The colours and letters of charts, by light and by dark; the same as those of the pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Literal

import msgspec

from korpu.translations import table

Spec = dict[str, Any]
"""A Vega-Lite specification, or a part of one: plain values that go into JSON."""

Address = Callable[[str], str]
"""The address of a page, by the id or the code that it is about."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
FONT = "Noto Sans, Segoe UI, Roboto, DejaVu Sans, sans-serif"
"""Each of these has the letter ə; the first comes with the package, for pictures (see `drawing`)."""


class Palette(msgspec.Struct, frozen=True):
    """Colours by what they say.

    Attributes:
        accent: what is told.
        contrary: what another source contradicts.
        plan: what is to be.
        series: of series, told apart also by those who see no red.
        steps: from little to much.
    """

    paper: str
    ink: str
    muted: str
    line: str
    soft: str
    accent: str
    contrary: str
    contrary_soft: str
    plan: str
    series: tuple[str, ...]
    steps: tuple[str, ...]


LIGHT = Palette(
    paper="#ffffff", ink="#1b1f24", muted="#565d66", line="#d8dce1", soft="#eceff2",
    accent="#0b5a6b", contrary="#9c2b1e", contrary_soft="#fbefed", plan="#6a4b00",
    series=("#0b5a6b", "#b3690b", "#6b4fa0", "#2f7d4f", "#a03050", "#565d66", "#1f6fb5", "#7d6316"),
    steps=("#c9e3e8", "#8fc4cf", "#559fae", "#247889", "#08424f"),
)  # fmt: skip
DARK = Palette(
    paper="#14171b", ink="#e5e7e9", muted="#a7aeb7", line="#353c44", soft="#262c33",
    accent="#7fc9d8", contrary="#f29a8e", contrary_soft="#34201e", plan="#e4c06e",
    series=("#7fc9d8", "#e0a548", "#b9a3e6", "#7fcf9f", "#f08fae", "#b8c0c8", "#7db8ee", "#d6c27a"),
    steps=("#1d4650", "#2a6674", "#3f8a9a", "#65b0bf", "#a6dde8"),
)  # fmt: skip


def palette(dark: bool = False) -> Palette:
    """Return the colours for a light page, or a dark one."""
    return DARK if dark else LIGHT


def framed(spec: Spec, language: str, dark: bool, description: str) -> Spec:
    """Return a specification with what all charts have: schema, colours, letters, months and marks of the language.

    Args:
        description: what a picture of it is called where it cannot be seen.
    """
    return {
        "$schema": SCHEMA,
        "description": description,
        "background": "transparent",
        "autosize": {"type": "fit-x", "contains": "padding"},
        **spec,
        "config": {**config(dark), "locale": locale(language)},
    }


def config(dark: bool) -> Spec:
    """Return the Vega-Lite configuration of a theme."""
    colours = palette(dark)
    return {
        "font": FONT,
        "aria": False,  # the page says in a list and a table what the marks say
        "view": {"stroke": None},
        "axis": {
            "labelColor": colours.muted,
            "titleColor": colours.muted,
            "gridColor": colours.line,
            "domainColor": colours.line,
            "tickColor": colours.line,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
        },
        "legend": {
            "labelColor": colours.ink,
            "titleColor": colours.muted,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "labelLimit": 320,
            "symbolOpacity": 1,
            "offset": 26,
        },
        "text": {"color": colours.ink, "fontSize": 11},
    }


@cache
def locale(language: str) -> Spec:
    """Return the months, days and number marks of a language in the form of d3-format and d3-time-format."""
    from babel.dates import get_day_names, get_month_names

    def months(width: Literal["wide", "abbreviated"]) -> list[str]:
        return [str(get_month_names(width, "stand-alone", language)[number]) for number in range(1, 13)]

    def days(width: Literal["wide", "abbreviated"]) -> list[str]:
        named = get_day_names(width, "stand-alone", language)
        return [str(named[number]) for number in (6, 0, 1, 2, 3, 4, 5)]

    numbers = table(language)["numbers"]
    return {
        "number": {
            "decimal": numbers["decimal"],
            "thousands": numbers["group"],
            "grouping": [3],
            "currency": ["", ""],
        },
        "time": {
            "dateTime": "%d %B %Y, %H:%M",
            "date": "%Y-%m-%d",
            "time": "%H:%M",
            "periods": ["", ""],
            "days": days("wide"),
            "shortDays": days("abbreviated"),
            "months": months("wide"),
            "shortMonths": months("abbreviated"),
        },
    }
