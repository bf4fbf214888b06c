"""Pinned pages: of what is worked out from the whole ledger, the pages after the first are of the same moment as that."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple, TypeVar

import msgspec

from korpu.edtf import is_edtf
from korpu.errors import WrongUse
from korpu.known_at import instants
from korpu.web.protocol.cursors import place_at
from korpu.web.times import Times
from korpu.web.visit import Visit

Made = TypeVar("Made")


class Pinned(NamedTuple):
    """A place in an answer: what the ledger knew when it was made, how much of it has been told, and as of which day it is.

    Attributes:
        known_at: the instant of the ledger's last change before the first page.
        told: how many things.
        as_of: EDTF, None where that was not asked and is not worked out either.
    """

    known_at: str
    told: int
    as_of: str | None = None


class PinnedPage(msgspec.Struct, frozen=True):
    """Which page is asked for.

    Attributes:
        times: those of which it is.
        told: how many things were told before it.
        pin: the instant of which the pages after it are to be.
        last: the number of the ledger's last change when that was looked up.
    """

    times: Times
    told: int
    pin: str
    last: int

    def view(
        self,
        visit: Visit,
        pair: tuple[str, str],
        make: Callable[..., tuple[Made, int]],
        limit: int,
        *given: Hashable,
    ) -> tuple[Made, Pinned | None]:
        """Return the page as a function makes it of the dossier on two states, and the place behind it where there is more.

        Args:
            make: told the dossier, what is given, how much was told before the page and how much is to be; it returns
                the page and how much there is in all.
        """
        asked = (visit.ledger, pair)
        page, total = visit.dossiers.view(*asked, self.times, make, *given, self.told, limit)
        if self.times.known_at is None and visit.ledger.last_change() != self.last:
            # Something came meanwhile: the page may have it already, and the pages after it will not.
            times = msgspec.structs.replace(self.times, known_at=self.pin)
            page, total = visit.dossiers.view(*asked, times, make, *given, self.told, limit)
        told = self.told + limit
        return page, Pinned(self.pin, told, self.times.as_of) if told < total else None


def page_asked(visit: Visit, after: str | None, as_of: str | None = None) -> PinnedPage:
    """Return the page that is asked for. Ask for it before anything is made.

    Args:
        as_of: of which day the answer is where the question names none.

    Raises:
        WrongUse: the API has given no such cursor.
    """
    if after is not None:
        place = _place(after)
        return PinnedPage(Times(place.as_of, place.known_at), place.told, place.known_at, -1)
    times = msgspec.structs.replace(visit.times, as_of=visit.times.as_of or as_of)
    # What the ledger knows now is what it knew at its last change.
    number = visit.ledger.last_change()
    last = visit.ledger.log_page(limit=1)
    pin = times.known_at or (last[0].change.at.isoformat() if last else "9999-12-31")
    return PinnedPage(times, 0, pin, number)


def _place(after: str) -> Pinned:
    place = place_at(after, Pinned)
    is_day = place.as_of is None or (is_edtf(place.as_of) and "/" not in place.as_of)
    if place.told < 0 or len(place.known_at) > 40 or not place.known_at[:4].isdigit() or not is_day:
        raise WrongUse(
            "This is no place in this list. Give the «next» of an answer to the same question, or nothing."
        )
    instants(place.known_at)
    return place
