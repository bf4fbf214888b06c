"""Pinned pages: of what is worked out from the whole ledger, the pages after the first are of the same moment as that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import msgspec

from korpu.errors import WrongUse
from korpu.web.protocol.cursors import place_at
from korpu.web.times import Times
from korpu.web.visit import Visit

One = TypeVar("One")


class Pinned(NamedTuple):
    """A place in an answer: the instant of the ledger's last change when it was made, and how much of it has been told."""

    known_at: str
    told: int


def pinned_at(visit: Visit, after: str | None) -> tuple[Times, int]:
    """Return the times of which the page is, and how much was told before it.

    Raises:
        WrongUse: the API has given no such cursor.
    """
    if after is None:
        return visit.times, 0
    place = place_at(after, Pinned)
    if place.told < 0 or len(place.known_at) > 40 or not place.known_at[:4].isdigit():
        raise WrongUse(
            "This is no place in this list. Give the «next» of an answer to the same question, or nothing."
        )
    times = msgspec.structs.replace(visit.times, known_at=place.known_at)
    assert times.instant is not None
    return times, place.told


def page_of(
    visit: Visit, times: Times, things: Sequence[One], told: int, limit: int
) -> tuple[Sequence[One], Pinned | None]:
    """Return the page that begins after so many things, and the place behind it where there is more."""
    page = things[told : told + limit]
    if told + limit >= len(things):
        return page, None
    pin = times.known_at
    if pin is None:
        # What the ledger knows now is what it knew at its last change.
        last = visit.ledger.log_page(limit=1)
        pin = last[0].change.at.isoformat() if last else "9999-12-31"
    return page, Pinned(pin, told + limit)
