"""Verifying a draft, as workers do it: it is read, and held against what the ledger has that bears on it."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache, partial
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from korpu.document import Document
from korpu.drafts import Held, Matters, bearing_kinds, hold_against, read_record
from korpu.intake import Failure, Reading, read_claims
from korpu.kinds import kinds
from korpu.ledger.store import Ledger, open_ledger
from korpu.verify.record import Record
from korpu.web.given import DEFAULT_LANGUAGE, Given, read_given
from korpu.web.kept import Kept
from korpu.web.times import Times
from korpu.web.versions import Versions

ROOM = 250_000
"""Claims of the records that a worker keeps, some 2 kB each: those on two states of whom most is told are asked for again and
again."""
LEAST = 20
"""What a record of no claims weighs."""


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
    records = partial(file.record, times)
    return Verified(
        reading, hold_against(file.ledger, reading.claims, pair, times.as_of, times.instant, records)
    )


def read_records(address: str | Path, pair: tuple[str, str]) -> None:
    """Have what the ledger has on two states at hand for drafts. Workers run this."""
    for asked in sorted({bearing_kinds(kind) for kind in kinds()}, key=sorted):
        _file_at(address).record(Times(), Matters((min(pair), max(pair)), asked))


class _File:
    """A ledger that stays open, and the records that were read from it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._versions = Versions()
        self._records = Kept(ROOM)

    def record(self, times: Times, matters: Matters) -> Record:
        """Return what bears on claims of a draft, kept while nothing is changed on the same states."""
        versions = tuple(self._versions.of(self.ledger, two) for two in combinations(matters.parties, 2))
        return self._records.get(
            (matters, versions, times),
            lambda: read_record(self.ledger, matters, times.as_of, times.instant),
            lambda made: LEAST + len(made.claims),
        )


@cache
def _file_at(address: str | Path) -> _File:
    return _File(_OPEN.enter_context(open_ledger(address, create=False)))


_OPEN = ExitStack()
"""What stays open as long as the worker's process."""
