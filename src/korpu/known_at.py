"""Known at: the instants that are meant by a date, a minute or a second that somebody gives."""

from __future__ import annotations

import datetime as dt
import re

from korpu.edtf import NotADate, extent
from korpu.errors import WrongUse

_CLOCK = re.compile(r"[T ]\d\d:\d\d(:\d\d)?([.,]\d+)?")


def one_date(text: str) -> str:
    """Return one date as it was written, EDTF.

    >>> one_date("2022-03")
    '2022-03'

    Raises:
        WrongUse: it is no date, or an interval.
    """
    try:
        extent(text)
    except NotADate as error:
        raise WrongUse(error.args[0]) from None
    if "/" in text:
        raise WrongUse(
            "«{text}» is an interval; give one date, such as 2022, 2022-03 or 2022-03-01.", text=text
        )
    return text


def instants(text: str) -> tuple[dt.datetime, dt.datetime]:
    """Return the first and the last instant, UTC, of a date, or of a minute or second of a day.

    >>> [f"{at:%d %H:%M}" for at in instants("2024-05-03T18:00+04:00")]
    ['03 14:00', '03 14:00']

    Raises:
        WrongUse: it is no date and no instant.
    """
    if "T" not in text and " " not in text:
        days = extent(one_date(text))
        first, last = days.first or dt.date.min, days.last or dt.date.max
        return (
            dt.datetime.combine(first, dt.time.min, dt.UTC),
            dt.datetime.combine(last, dt.time.max, dt.UTC),
        )
    try:
        instant = dt.datetime.fromisoformat(text)
        begin = (instant if instant.tzinfo else instant.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise WrongUse(
            "«{text}» is no date and no instant; give one such as 2024-05-03 or 2024-05-03T18:00+04:00.",
            text=text,
        ) from None
    clock = _CLOCK.search(text)
    if clock is None or clock[2]:
        return begin, begin
    unit = dt.timedelta(seconds=1) if clock[1] else dt.timedelta(minutes=1)
    return begin, begin + (unit - dt.timedelta(microseconds=1))
