"""How two dates stand to each other, and what lies between them."""

from __future__ import annotations

import datetime as dt

import msgspec

from korpu.edtf import Extent, days
from korpu.findings.finding import Reason, Relation

OPEN = 10**6
"""Days that no date covers."""


class Match(msgspec.Struct, frozen=True):
    """How one answer stands to another; `forward` is false where the second refines the first."""

    relation: Relation
    reason: Reason
    forward: bool = True


def begin_text(when: str) -> str:
    """Return the date at which `when` begins; at which it ends, where its begin is not given.

    >>> begin_text("2016-03/.."), begin_text("../1992"), begin_text("2004")
    ('2016-03', '1992', '2004')
    """
    left, _, right = when.partition("/")
    return right if left in ("", "..") else left


def begin(when: str | None) -> Extent | None:
    """Return the days that `begin_text` may mean, None where there is no date."""
    return days(begin_text(when)) if when is not None else None


def width_of(when: str | None) -> int:
    """Return the days from the first to the last that a date may mean: its exactness. Without a date or an end, `OPEN`.

    >>> width_of("2004-03-01"), width_of("2004-03"), width_of("2004/..") == OPEN
    (0, 30, True)
    """
    found = days(when)
    return OPEN if found is None or found.width is None else found.width


def is_before(left: Extent, right: Extent) -> bool:
    """Whether every day of `left` comes before every day of `right`."""
    return left.last is not None and right.first is not None and left.last < right.first


def compare_dates(left: str | None, right: str | None) -> Match:
    """Return how two dates of one thing stand to each other; a claim without a date only says that it is so.

    >>> compare_dates("2004-03-01", "2004").relation, compare_dates("2004", "2005").relation
    ('refines', 'contradicts')
    """
    if left == right:
        return Match("same", Reason("same_answer"))
    a, b = days(left), days(right)
    if a is None or b is None:
        return Match("refines", Reason("date_missing"), forward=b is None)
    details = {"first": str(left), "second": str(right)}
    if a.last is None and b.last is None and a.first is not None and b.first is not None:
        # Since when it is so is all that an open end says.
        begun, other = begin(left), begin(right)
        if begun is not None and other is not None and not (begun.covers(other) or other.covers(begun)):
            return Match("compatible", Reason("dates_overlap", details))
    if b.covers(a) or a.covers(b):
        forward = b.covers(a)
        details = details if forward else {"first": str(right), "second": str(left)}
        return Match("refines", Reason("date_refined", details), forward)
    if a.overlaps(b):
        return Match("compatible", Reason("dates_overlap", details))
    return Match("contradicts", Reason("dates_differ", details))


def months_between(first: dt.date, last: dt.date) -> int:
    """Return the whole months from `first` to `last`.

    >>> months_between(dt.date(1999, 5, 20), dt.date(2003, 5, 19))
    47
    """
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
