"""Dossiers, kept while the file on their states stays as it is: many read it, few change it.

To make a dossier takes some half a millisecond a claim. One of very many claims lies with a worker, and only what a page shows
of it comes here; who asks for it first is told to wait, so that others get their pages meanwhile.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar, cast

import msgspec

from korpu.errors import KorpuError
from korpu.ledger.store import Ledger
from korpu.web.composed import Composed, Pair, View, view_at, views_at
from korpu.web.kept import Kept
from korpu.web.orders import NotYet, Order, Orders
from korpu.web.times import Times
from korpu.web.versions import Versions
from korpu.web.workers import WorkEnded, Workers, WorkFailed, WorkLost

Made = TypeVar("Made")

DOSSIERS_KEPT = 30_000
"""Claims of the dossiers that are kept in this process, from which their other pages are soon made: some 9 kB a claim."""
PAGES_KEPT = 150_000
"""Thousands of bytes of what pages are made of, as JSON would have it, of all that is kept; in memory it is some twice
as much."""
MANY = 600
"""Claims from which on a dossier lies with a worker: some tenths of a second's work, in which nobody else is answered."""
AHEAD_AT_ONCE = max(1, min(4, os.cpu_count() or 1))
"""Dossiers of very many claims that are made ahead at once, each by a process of its own."""
LAST = 19
"""How far these stand back: what is asked for comes first."""
PATIENCE = 0.7
"""Seconds that one who asks for such a dossier waits before being told to."""
LEAST = 20
"""What a thing that is kept weighs at least."""


class StillMade(KorpuError):
    """The dossier is being made; ask again in a few seconds."""

    def __init__(self, pair: Pair, claims: int) -> None:
        super().__init__(
            f"The file on {pair[0]} and {pair[1]} has {claims:,} claims and is being put together. Ask again in a few seconds."
        )
        self.pair = pair
        self.claims = claims


class Dossiers:
    """The dossiers of a ledger, and what is made from them."""

    def __init__(self, address: str | Path, workers: Workers) -> None:
        self.address = address
        self.kept = Kept(PAGES_KEPT)
        self._orders = Orders(workers, self.kept)
        self._ahead = [Workers(1, yielding=LAST) for _ in range(AHEAD_AT_ONCE)]
        self._dossiers = Kept(DOSSIERS_KEPT)
        self._versions = Versions()
        self._counting = threading.Lock()
        self._counts: tuple[int, dict[Pair, int]] = (-1, {})

    def view(
        self,
        ledger: Ledger,
        pair: Pair,
        times: Times,
        make: Callable[..., Made],
        *given: Hashable,
        patience: float = PATIENCE,
    ) -> Made:
        """Return what a function makes of the dossier on two states at the times that are asked for.

        Args:
            make: a function of a module: it is told a `Composed` first, and then what is given. What it makes of a dossier
                of very many claims is to be no more than a page shows.
            patience: seconds to wait for it where it is not there.

        Raises:
            StillMade: it has very many claims, and is not there by then.
        """
        version, claims = self._versions.of(ledger, pair), self.claims(ledger, pair)
        key = (pair, version, times, make, given)
        if claims < MANY:
            return self.kept.get(key, lambda: make(self._composed(ledger, pair, times), *given), weight_of)
        of_view = (pair, version, times, make, given)
        made: Made = self.awaited(key, pair, claims, weight_of, view_at, *of_view, patience=patience)
        return made

    def view_if_there(
        self, ledger: Ledger, pair: Pair, times: Times, make: Callable[..., Made], *given: Hashable
    ) -> Made | None:
        """Return what `view` returns; None, where it is not there: it is ordered then."""
        try:
            return self.view(ledger, pair, times, make, *given, patience=0)
        except StillMade:
            return None

    def make_ahead(self, ledger: Ledger, views: Sequence[View]) -> None:
        """Have pages of all dossiers of very many claims made by workers, those of most claims first.

        It takes minutes at a million claims; whoever asks for such a page meanwhile waits for no more than that one.
        """
        pairs: SimpleQueue[Pair] = SimpleQueue()
        for pair in self.large(ledger):
            pairs.put(pair)
        with ThreadPoolExecutor(AHEAD_AT_ONCE, "korpu-ahead") as turns:
            made = [turns.submit(self._make_all, one, ledger, pairs, views) for one in self._ahead]
        for one in made:
            one.result()  # raises what was no failure of a worker

    def end(self) -> None:
        """Make no more; to be called before the workers are ended."""
        self._orders.end()
        for workers in self._ahead:
            workers.end()

    def large(self, ledger: Ledger) -> dict[Pair, int]:
        """Return all two states with very many claims, and how many these are, those with most first."""
        counts = sorted(self.all_claims(ledger).items(), key=lambda one: (-one[1], one[0]))
        return {pair: claims for pair, claims in counts if claims >= MANY}

    def claims(self, ledger: Ledger, pair: Pair) -> int:
        """Return how many claims stand on two states."""
        return self.all_claims(ledger).get((min(pair), max(pair)), 0)

    def all_claims(self, ledger: Ledger) -> dict[Pair, int]:
        """Return how many claims stand on each two states."""
        last = ledger.last_change()
        with self._counting:
            if self._counts[0] != last:
                self._counts = last, ledger.pair_claims()
            return self._counts[1]

    def of_pair(self, ledger: Ledger, pair: Pair, what: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was made of two states while their file is the same, or make it."""
        return self.kept.get((pair, self._versions.of(ledger, pair), what), make)

    def has_of_pair(self, ledger: Ledger, pair: Pair, what: Hashable) -> bool:
        """Return whether `of_pair` has it."""
        return self.kept.has((pair, self._versions.of(ledger, pair), what))

    def awaited_of_pair(
        self, ledger: Ledger, pair: Pair, what: Hashable, function: Callable[..., Made], *given: object
    ) -> Made:
        """Return what was made of two states while their file is the same, or what a worker makes soon (see `awaited`)."""
        key = (pair, self._versions.of(ledger, pair), what)
        return self.awaited(key, pair, self.claims(ledger, pair), weight_of, function, *given)

    def awaited(
        self,
        key: Hashable,
        pair: Pair,
        claims: int,
        weigh: Callable[[Made], int],
        function: Callable[..., Made],
        *given: object,
        patience: float = PATIENCE,
    ) -> Made:
        """Return what is kept by the key, or what a worker makes soon by a function, which is told the ledger's address first.

        Args:
            pair, claims: what is told of it to who has to wait; of those that wait, the one of fewest claims is made first.
            weigh: as for `Kept.get`.
            patience: seconds to wait for it.

        Raises:
            StillMade: it is not there by then.
        """
        order = Order(function, (self.address, *given), pair, weigh, claims)
        try:
            return cast(Made, self._orders.find(key, order, patience))
        except NotYet:
            raise StillMade(pair, claims) from None

    def _composed(self, ledger: Ledger, pair: Pair, times: Times) -> Composed:
        """The dossier on two states, kept in this process."""
        return self._dossiers.get(
            (pair, self._versions.of(ledger, pair), times),
            lambda: Composed(ledger.pair_file(pair, times.instant), times.as_of),
            lambda made: LEAST + len(made.file.claims),
        )

    def _make_all(
        self, workers: Workers, ledger: Ledger, pairs: SimpleQueue[Pair], views: Sequence[View]
    ) -> None:
        """Have pages of one dossier after another made, until there is none left."""
        try:
            while True:
                with contextlib.suppress(WorkLost, WorkFailed):  # it is logged; the next may go well
                    self._make_ahead(workers, ledger, pairs.get_nowait(), views)
        except (Empty, WorkEnded):
            return
        finally:
            workers.end()  # what it took of memory is given back

    def _make_ahead(self, workers: Workers, ledger: Ledger, pair: Pair, views: Sequence[View]) -> None:
        """Have pages of one dossier made."""
        version, now = self._versions.of(ledger, pair), Times()
        by_key: dict[Hashable, View] = {
            (pair, version, now, make, given): (make, given) for make, given in views
        }

        def order(wanted: Sequence[View]) -> Order:
            return Order(views_at, (self.address, pair, version, now, tuple(wanted)), pair, weight_of)

        self._orders.make(workers, by_key, order)


def weight_of(made: object) -> int:
    """Return how many thousands of bytes it has as JSON, and `LEAST` at least."""
    return max(LEAST, len(msgspec.json.encode(made)) // 1000)
