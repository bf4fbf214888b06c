"""The two times of a page: the day that is asked about, and the instant of which what the ledger knew is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec

from korpu.as_of import last_day
from korpu.known_at import instants, one_date


class Times(msgspec.Struct, frozen=True):
    """What `?as_of=…&known_at=…` ask for, each as it was given; None where it is not asked.

    Attributes:
        as_of: EDTF.
        known_at: a date or an instant.
    """

    as_of: str | None = None
    known_at: str | None = None

    @property
    def day(self) -> dt.date | None:
        """The last day that `as_of` covers."""
        return last_day(self.as_of)

    @property
    def instant(self) -> dt.datetime | None:
        """The last instant that `known_at` covers, UTC."""
        return instants(self.known_at)[1] if self.known_at else None

    @property
    def fields(self) -> dict[str, str]:
        """What a form or an address says to ask for the same times."""
        given = {"as_of": self.as_of, "known_at": self.known_at}
        return {name: value for name, value in given.items() if value}

    def address(self, path: str, **further: str | int | None) -> str:
        """Return the address of a page that asks for the same times.

        >>> Times(as_of="2015").address("/az-kz/timeline", kind="visit", page=None)
        '/az-kz/timeline?as_of=2015&kind=visit'
        """
        asked = self.fields | {name: str(value) for name, value in further.items() if value not in (None, "")}
        return f"{path}?{urlencode(asked)}" if asked else path


def times_of(query: Mapping[str, str]) -> Times:
    """Return the times that an address asks for.

    Raises:
        korpu.errors.WrongUse: one of them is no date.
    """
    as_of, known_at = query.get("as_of", "").strip(), query.get("known_at", "").strip()
    if as_of:
        one_date(as_of)
    if known_at:
        instants(known_at)
    return Times(as_of or None, known_at or None)
