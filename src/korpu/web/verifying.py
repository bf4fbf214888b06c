"""Verifying a draft, as workers do it: it is read, and held against what the ledger has that bears on it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache, partial
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from korpu.document import Document
from korpu.drafts import Held, Outlines, hold_against, read_outlines
from korpu.intake import Failure, Reading, read_claims
from korpu.ledger.store import Ledger, open_ledger
from korpu.web.given import DEFAULT_LANGUAGE, Given, read_given
from korpu.web.kept import Kept
from korpu.web.times import Times
from korpu.web.versions import Versions

ROOM = 500_000
"""Claims of which a worker keeps the outlines, some 1.3 kB each: those on two states of whom most is told are asked for again
and again."""
LEAST = 20
"""What outlines of no claims weigh."""


class Verified(NamedTuple):
    """A draft as it was read, and what the ledger says of its claims."""

    reading: Reading
    held: Held


def verify_given(
    address: str | Path, given: Given | Document, pair: tuple[str, str] | None, times: Times
) -> Verified | Failure:
    """Return what the ledger at an address says of a draft, or why this could not be read. Workers run this.

    Args:
        given: what somebody pasted or uploaded, or a text as it is.
        pair: only the claims on these two states; all, where it is None.
    """
    reading = (
        read_claims("draft", given, DEFAULT_LANGUAGE) if isinstance(given, Document) else read_given(given)
    )
    if isinstance(reading, Failure):
        return reading
    file = _file_at(address)
    outlines = partial(file.outlines, times)
    return Verified(
        reading, hold_against(file.ledger, reading.claims, pair, times.as_of, times.instant, outlines)
    )


def read_ahead(address: str | Path, pair: tuple[str, str]) -> None:
    """Have what the ledger has on two states at hand for drafts. Workers run this."""
    _file_at(address).outlines(Times(), sorted(pair))


class _File:
    """A ledger that stays open, and the outlines that were read from it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._versions = Versions()
        self._outlines = Kept(ROOM)

    def outlines(self, times: Times, parties: Sequence[str]) -> Outlines:
        """Return what is claimed on exactly some states, kept while nothing is changed on them."""
        versions = tuple(self._versions.of(self.ledger, two) for two in combinations(parties, 2))
        return self._outlines.get(
            (tuple(parties), versions, times),
            lambda: read_outlines(self.ledger, parties, times.as_of, times.instant),
            lambda made: LEAST + len(made),
        )


@cache
def _file_at(address: str | Path) -> _File:
    return _File(_OPEN.enter_context(open_ledger(address, create=False)))


_OPEN = ExitStack()
"""What stays open as long as the worker's process."""
