"""As of a day: what belongs to a file of that day. Whatever takes `as_of` goes by this one rule."""

from __future__ import annotations

import datetime as dt

from korpu.claims import Claim
from korpu.edtf import days, extent
from korpu.kinds import Answer, kinds


def last_day(as_of: str | None) -> dt.date | None:
    """Return the day that is meant by «as of» a date, EDTF: its last; None for None.

    >>> last_day("2004-02")
    datetime.date(2004, 2, 29)

    Raises:
        korpu.edtf.NotADate: it is no date.
    """
    return None if as_of is None else extent(as_of).last


def is_told_by(claim: Claim, published: str | None, as_of: dt.date | None) -> bool:
    """Return whether a claim belongs to a file as of a day: it tells of no later time. As of None, all do.

    What is planned or aimed at, and what has no date of its own, counts from its document's publication; the amount of a
    period from its end.

    Args:
        published: when the claim's document was, EDTF; None where that is not known.
    """
    if as_of is None:
        return True
    found = days(claim.when)
    if found is None or claim.stance in ("plan", "target"):
        return is_published_by(published, as_of)
    kind = kinds().get(claim.kind)
    is_amount = kind is not None and kind.answer is Answer.VALUE and not kind.changes
    day = found.last if is_amount else found.first
    return day is None or day <= as_of


def is_published_by(published: str | None, as_of: dt.date | None) -> bool:
    """Return whether a document may have been published by a day; one whose date is not known may.

    >>> is_published_by("2004", dt.date(2004, 3, 1)), is_published_by("2005", dt.date(2004, 3, 1))
    (True, False)
    """
    found = days(published)
    return as_of is None or found is None or found.first is None or found.first <= as_of
