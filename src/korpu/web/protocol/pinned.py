"""Pinned pages: of what is worked out from the whole ledger, the pages after the first are of the same moment as that."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from korpu.errors import WrongUse
from korpu.web.protocol.cursors import place_at
from korpu.web.times import Times
from korpu.web.visit import Visit


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


def place_after(visit: Visit, times: Times, told: int, total: int) -> Pinned | None:
    """Return the place behind so many things that were told, where there are more."""
    if told >= total:
        return None
    pin = times.known_at
    if pin is None:
        # What the ledger knows now is what it knew at its last change.
        last = visit.ledger.log_page(limit=1)
        pin = last[0].change.at.isoformat() if last else "9999-12-31"
    return Pinned(pin, told)
