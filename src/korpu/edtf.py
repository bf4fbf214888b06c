"""Dates as EDTF (ISO 8601-2): what they cover, kept as imprecise as they were said.

The part of EDTF that documents on relations need: `2004`, `2004-03`, `2004-03-01`, `199X`, `19XX`,
`2004-21` … `2004-24` (spring to winter), `2021~`, and intervals `A/B` with `..` for an open end.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

import msgspec

from korpu.errors import Sentence

_POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?(~)?", re.ASCII)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""Season to its first and last month; winter runs into the next year (months 13 and 14)."""


ABOUT = dt.timedelta(days=365)
"""How far from itself a date said to be approximate («2021~») may lie."""


class NotADate(ValueError):
    """The text is not EDTF, or names a day that no calendar has («2021-02-30»)."""


class Extent(msgspec.Struct, frozen=True):
    """The first and the last day that a date may mean; None for an open end."""

    first: dt.date | None
    last: dt.date | None

    @property
    def width(self) -> int | None:
        """Days from the first to the last, None where an end is open."""
        return (self.last - self.first).days if self.first is not None and self.last is not None else None

    def overlaps(self, other: Extent) -> bool:
        """Whether the two have a day in common."""
        return not (_before(self.last, other.first) or _before(other.last, self.first))

    def covers(self, other: Extent) -> bool:
        """Whether every day of `other` is one of this extent's."""
        first = self.first is None or (other.first is not None and self.first <= other.first)
        last = self.last is None or (other.last is not None and other.last <= self.last)
        return first and last


def _before(last: dt.date | None, first: dt.date | None) -> bool:
    return last is not None and first is not None and last < first


@lru_cache(maxsize=32768)
def extent(when: str) -> Extent:
    """Return the days that an EDTF date covers.

    >>> extent("1992-02").last
    datetime.date(1992, 2, 29)
    >>> extent("2016-03-04/..").last is None
    True

    Raises:
        NotADate: with the text that could not be read.
    """
    if "/" in when:
        left, _, right = when.partition("/")
        first = None if left in ("..", "") else _point(left).first
        last = None if right in ("..", "") else _point(right).last
        if _before(last, first):
            raise NotADate(Sentence("«{when}» ends before it begins.", when=when))
        return Extent(first, last)
    return _point(when)


def _point(text: str) -> Extent:
    match = _POINT.fullmatch(text)
    if not match:
        raise NotADate(
            Sentence("«{text}» is not an EDTF date such as 2004, 2004-03 or 2004-03-01.", text=text)
        )
    year, month, day, _ = match.groups()
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        if month is None:
            return Extent(dt.date(low, 1, 1), dt.date(high, 12, 31))
        number = int(month)
        if number in _SEASONS and day is None:
            start, end = _SEASONS[number]
            return Extent(dt.date(low, start, 1), _month_end(high + (end - 1) // 12, (end - 1) % 12 + 1))
        if day is None:
            return Extent(dt.date(low, number, 1), _month_end(high, number))
        exact = dt.date(low, number, int(day))
    except (ValueError, calendar.IllegalMonthError) as error:
        raise NotADate(Sentence("«{text}»: no such day.", text=text)) from error
    return Extent(exact, exact)


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def days(when: str | None) -> Extent | None:
    """Return the days that `when` may mean, None where there is no date or none that can be read.

    >>> days("2004-02").last, days("soon")
    (datetime.date(2004, 2, 29), None)
    """
    if when is None:
        return None
    try:
        found = extent(when)
    except NotADate:
        return None
    if not when.endswith("~"):
        return found
    return Extent(found.first and moved(found.first, -ABOUT), found.last and moved(found.last, ABOUT))


def moved(day: dt.date, by: dt.timedelta) -> dt.date:
    """Return the day so far from another; the first or the last of the calendar where that is beyond it.

    >>> moved(dt.date(9999, 12, 31), ABOUT)
    datetime.date(9999, 12, 31)
    """
    try:
        return day + by
    except OverflowError:
        return dt.date.max if by > dt.timedelta(0) else dt.date.min


def is_edtf(text: str) -> bool:
    """Whether `text` is a date of this module's part of EDTF.

    >>> is_edtf("2021-02-30"), is_edtf("199X/..")
    (False, True)
    """
    try:
        extent(text)
    except NotADate:
        return False
    return True


def day(year: int, month: int, number: int) -> str | None:
    """Return the day as EDTF, None where no calendar has it.

    >>> day(1992, 8, 30), day(2021, 2, 30)
    ('1992-08-30', None)
    """
    try:
        return dt.date(year, month, number).isoformat()
    except ValueError:
        return None


def year_of(when: str | None) -> int | None:
    """Return the year in which a date begins (ends, where its begin is open), None without one.

    >>> year_of("2022/2026"), year_of("../1992"), year_of("199X")
    (2022, 1992, None)
    """
    if when is None:
        return None
    match = re.search(r"\d{4}", when)
    return int(match.group()) if match else None


def sort_key(when: str | None) -> tuple[str, str]:
    """Return a key that puts dates in the order of their first days; those without a date come last."""
    if when is None:
        return ("9999", "")
    first = extent(when).first
    return (first.isoformat() if first else "0000", when)


def goes_back(day: str, last: str, year: str) -> bool:
    """Whether a day would lie nine months or more before the one told last, in the year that is only known from that.

    Told in their order, it is of the next year, rather.

    >>> goes_back("2022-02-28", "2022-11-30", "2022"), goes_back("2022-10-28", "2022-11-30", "2022")
    (True, False)
    """
    exact = len(day) == len(last) == len("2004-03-01") and day[:4] == last[:4] == year
    return exact and int(last[5:7]) - int(day[5:7]) >= 9
