"""The decision: what a person made of claims that contradict each other. A frozen value; the ledger keeps it."""

from __future__ import annotations

import datetime as dt

import msgspec


class Decision(msgspec.Struct, frozen=True):
    """That of some claims one is preferred, or that all stay as they are.

    Attributes:
        number: of the change of the ledger by which it was made; of two decisions on the same claims the later holds.
        claims: the ids of the claims that it was made on, sorted: all that were before the person.
        preferred: the id of the one that is preferred; None where both sides stay.
        author: who decided, None where nobody said.
        at: when, UTC.
        because: why.
    """

    number: int
    claims: tuple[str, ...]
    preferred: str | None
    author: str | None
    at: dt.datetime
    because: str | None
