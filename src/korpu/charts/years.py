"""The axis of years: those that something is told of, and a mark where many years are left out."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

LONG_GAP = 3
"""From how many years of which nothing is told they are left out, so that the others have room."""


class Years(NamedTuple):
    """Years from left to right, each one wide; None is a stretch of years that are left out."""

    shown: tuple[int | None, ...]

    def place(self, day: dt.date) -> float:
        """Return where a day lies from the left edge, in years.

        >>> years = years_of([1997, 2020, 2021])
        >>> years.shown, years.place(dt.date(2020, 1, 1)), years.place(dt.date(2005, 1, 1))
        ((1997, None, 2020, 2021), 2.0, 1.5)
        """
        if day.year in self.shown:
            days = 366 if calendar.isleap(day.year) else 365
            return self.shown.index(day.year) + (day.timetuple().tm_yday - 1) / days
        before = [number for number, year in enumerate(self.shown) if year is not None and year < day.year]
        if not before:
            return 0.0
        return before[-1] + 1.5 if before[-1] + 1 < len(self.shown) else float(len(self.shown))


def years_of(told: Iterable[int]) -> Years:
    """Return the axis on which these years stand."""
    ordered = sorted(set(told))
    shown: list[int | None] = []
    for year in ordered:
        last = shown[-1] if shown else None
        if last is not None:
            left_out = year - last - 1
            shown += [None] if left_out >= LONG_GAP else list(range(last + 1, year))
        shown.append(year)
    return Years(tuple(shown))
