"""An EDTF date taken apart into what is written of it: the day, the month, the season, the decade."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Precision = Literal["day", "month", "season", "year", "decade", "century"]

_POINT = re.compile(r"(\d\d)(\d|X)(\d|X)(?:-(\d\d))?(?:-(\d\d))?(~)?")


class Point(NamedTuple):
    """One end of a date, or all of it.

    Attributes:
        year: the first year of a decade or century.
        month: 1 to 12, or the season, 21 (spring) to 24 (winter); 0 where there is none.
        about: whether it is only about then.
    """

    precision: Precision
    year: int
    month: int = 0
    day: int = 0
    about: bool = False


class Span(NamedTuple):
    """An interval; an open end is None."""

    first: Point | None
    last: Point | None


def parse_when(when: str) -> Point | Span:
    """Return the parts of an EDTF date.

    >>> parse_when("1994-08")
    Point(precision='month', year=1994, month=8, day=0, about=False)
    >>> parse_when("199X/..").last is None
    True

    Raises:
        ValueError: the text is not this project's part of EDTF.
    """
    if "/" not in when:
        return _point(when)
    first, _, last = when.partition("/")
    return Span(*(None if end in ("..", "") else _point(end) for end in (first, last)))


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"«{text}» is not an EDTF date such as 2004, 2004-03 or 2005-03-01")
    century, tens, ones, month, day, about = match.groups()
    year = int(century + tens.replace("X", "0") + ones.replace("X", "0"))
    precision: Precision = "year"
    if tens == "X":
        precision = "century"
    elif ones == "X":
        precision = "decade"
    elif day:
        precision = "day"
    elif month:
        precision = "season" if int(month) > 12 else "month"
    return Point(precision, year, int(month or 0), int(day or 0), bool(about))


_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman_century(year: int) -> str:
    """Return the century in which a century's first year stands, in Roman numerals.

    >>> roman_century(1900), roman_century(1200)
    ('XX', 'XIII')
    """
    number, written = year // 100 + 1, ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        written += letters * times
    return written
