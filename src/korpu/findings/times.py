"""Times: of which days a claim tells, and which of two tells of a later time."""

from __future__ import annotations

from typing import Literal

import msgspec

from korpu.claims import Claim
from korpu.edtf import Extent, days
from korpu.findings.case import Case
from korpu.findings.dates import begin, is_before

Order = Literal["earlier", "later", "one", "unknown"]

MONTH = 31
"""Days that two documents' dates may cover at most for the two to speak of one time."""


class Told(msgspec.Struct, frozen=True):
    """The days of which a claim tells, and whether the date is its own and not its document's."""

    days: Extent
    own: bool


def told(claim: Claim, case: Case) -> Told | None:
    """Return the days of which a claim tells: its own date, which a document cannot have told ahead; else its document's."""
    published, own = days(case.published(claim)), begin(claim.when)
    if own is None:
        return Told(published, own=False) if published is not None else None
    if published is not None and published.last is not None and own.first is not None:
        last = published.last if own.last is None or published.last < own.last else own.last
        own = Extent(own.first, last) if own.first <= last else own
    return Told(own, own=True)


def order(left: Told | None, right: Told | None) -> Order:
    """Return whether the left tells of an earlier or a later time than the right, or of one and the same."""
    if left is None or right is None:
        return "unknown"
    if is_before(left.days, right.days):
        return "earlier"
    if is_before(right.days, left.days):
        return "later"
    if left.days != right.days:
        return "unknown"
    width = left.days.width
    is_one = (left.own and right.own) or (width is not None and width < MONTH)
    return "one" if is_one else "unknown"


class Tenure(msgspec.Struct, frozen=True):
    """When an office was held, as a claim tells it.

    Attributes:
        begin: when it began, or the time at which it is said to be held.
        held: days on all of which it was held for certain; None where none are known.
        within: days on some of which it was held; None where only a document's date says so.
    """

    begin: Extent
    held: Extent | None
    within: Extent | None


def tenure(claim: Claim, time: Told) -> Tenure:
    """Return when an office was held; of an open end («2016/..») only the begin is certain: a successor may have come.

    >>> claim = Claim("mission.head", ("PE", "UY"), {}, "2011/2017", "stated", None, "fact", None, "a", 0, 1, "a")
    >>> held = tenure(claim, Told(days("2011"), own=True)).held
    >>> str(held.first), str(held.last)
    ('2011-12-31', '2017-01-01')
    """
    left, slash, right = (claim.when or "").partition("/")
    if not slash:
        is_day = time.own and time.days.first == time.days.last
        return Tenure(time.days, time.days if is_day else None, time.days if time.own else None)
    first, last = days(left.replace("..", "") or None), days(right.replace("..", "") or None)
    if first is None:
        return Tenure(time.days, None, None)
    if last is None:
        is_day = first.first == first.last
        return Tenure(first, first if is_day else None, None)
    if first.last is None or last.first is None or first.last >= last.first:
        return Tenure(first, None, Extent(first.first, last.last))
    return Tenure(first, Extent(first.last, last.first), None)


def held_at_once(left: Tenure, right: Tenure) -> bool:
    """Whether the two were certainly in office on one and the same day, the day of a handover apart."""
    if left.held is not None and right.held is not None and _share_days(left.held, right.held):
        return True
    return any(
        one.held is not None and other.within is not None and _is_inside(other.within, one.held)
        for one, other in ((left, right), (right, left))
    )


def _share_days(one: Extent, other: Extent) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one == other or max(one.first, other.first) < min(one.last, other.last)


def _is_inside(one: Extent, other: Extent) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return other.first < one.first and one.last < other.last
