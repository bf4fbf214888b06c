"""Shifting: the day, month, year, decade or century that lies so many of them from a date. Knows no language."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from korpu.edtf import year_of

if TYPE_CHECKING:
    from korpu.reading.calendar import Unit


def shift(anchor: str, unit: Unit, amount: int) -> str | None:
    """Return the unit that lies `amount` units from the anchor's, None where the anchor is not so exact.

    A century comes back as its two digits, for a pattern to fill; a week as its days.

    >>> shift("2010-05-03", "year", 1), shift("1991-12", "month", 2), shift("1991", "month", 2)
    ('2011', '1992-02', None)
    >>> shift("2024-01-31", "century", -1), shift("2024-05", "decade", 9)
    ('19', '199X')
    """
    begin, _, end = anchor.partition("/")
    point = end if begin == ".." else begin
    year = year_of(point)
    if unit == "century":
        century = int(point[:2]) + amount
        return f"{century:02d}" if 0 <= century <= 99 else None
    if year is None:
        return None
    if unit == "decade":
        decade = year // 10 - (year // 10 - amount) % 10
        return f"{decade:03d}X"
    if unit == "year":
        return f"{year + amount:04d}" if 1 <= year + amount <= 9999 else None
    if unit == "month":
        return _shift_month(point, amount)
    return shift_day(point, unit, amount)


def _shift_month(point: str, amount: int) -> str | None:
    match = re.match(r"(\d{4})-(0[1-9]|1[0-2])", point)
    if not match:
        return None
    months = int(match[1]) * 12 + int(match[2]) - 1 + amount
    return f"{months // 12:04d}-{months % 12 + 1:02d}" if 12 <= months < 120000 else None


def shift_day(point: str, unit: Unit, amount: int) -> str | None:
    """Return the day, or for weeks the days of the week, so many units from a day; None where it is no exact day."""
    day = exact_day(point)
    if day is None:
        return None
    try:
        if unit == "day":
            return (day + dt.timedelta(days=amount)).isoformat()
        monday = day + dt.timedelta(days=7 * amount - day.weekday())
        return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"
    except OverflowError:
        return None


def exact_day(point: str | None) -> dt.date | None:
    """Return the day of a date that is exact to the day, None for others."""
    try:
        return dt.date.fromisoformat(point or "")
    except ValueError:
        return None
