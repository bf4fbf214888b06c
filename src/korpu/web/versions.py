"""Versions: which change touched two states last, so that what was made from their file is kept until the next."""

from __future__ import annotations

import datetime as dt
import threading
from itertools import combinations

from korpu.ledger.changes import Change
from korpu.ledger.store import Ledger

Pair = tuple[str, str]

ON_CLAIMS = frozenset({"add", "withdraw", "restore", "assert", "edition"})
"""The actions of which the ledger tells on which pairs claims came or went."""
ON_A_DISPUTE = frozenset({"decide", "undecide"})
"""The actions on claims of which one is the change's subject."""
ON_NO_FILE = frozenset({"merge", "split", "accept", "unaccept"})
"""The actions that no dossier tells of."""
_MOST_CHANGES = 2000
"""Changes that are looked at one by one; after more all pairs count as touched."""


class Versions:
    """For each two states the number of the last change that touched them, as far as this application has seen any."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: tuple[int, dt.datetime] | None = None
        self._floor = 0
        self._touched: dict[Pair, int] = {}

    def of(self, ledger: Ledger, pair: Pair) -> int:
        """Return the version of the file on two states: as long as it is the same, so is the file."""
        last = ledger.last_change()
        with self._lock:
            if self._seen is None or self._seen[0] != last:
                self._look(ledger)
            return self._touched.get(_sorted(pair), self._floor)

    def _look(self, ledger: Ledger) -> None:
        """See what was changed since it was looked at last."""
        # Asked for first, number and instant together: what is changed while it is looked at is looked at again next time.
        latest = ledger.latest()
        last = latest.number if latest else 0
        if self._seen is None or last - self._seen[0] > _MOST_CHANGES:
            self._touch_all(last)
        else:
            since = self._seen[1] + dt.timedelta(microseconds=1)
            for change in ledger.log(since=since):
                self._touch(ledger, change, last)
            self._touched |= dict.fromkeys(ledger.touched_pairs(since), last)
        self._seen = (last, latest.at) if latest else None

    def _touch(self, ledger: Ledger, change: Change, last: int) -> None:
        if change.action in ON_A_DISPUTE:
            parties = ledger.claim(change.subject).parties
            self._touched |= dict.fromkeys(combinations(sorted(parties), 2), last)
        elif change.action == "reread":
            # Also where no claim came or went: how much of the document is understood is another.
            for claim in ledger.claims_in(change.subject):
                self._touched |= dict.fromkeys(combinations(claim.parties, 2), last)
        elif change.action not in ON_CLAIMS | ON_NO_FILE:
            self._touch_all(last)

    def _touch_all(self, last: int) -> None:
        self._floor = last
        self._touched.clear()


def _sorted(pair: Pair) -> Pair:
    first, second = sorted(pair)
    return first, second
