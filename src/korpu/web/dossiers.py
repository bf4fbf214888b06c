"""Dossiers, kept while the file on their states stays as it is: many read it, few change it.

To make a dossier takes some half a millisecond a claim. One of very many claims is made by a worker, and who asks for it
is told to wait, so that others get their pages meanwhile.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from pathlib import Path
from typing import TypeVar, cast

from korpu.dossier import Dossier, compose
from korpu.errors import KorpuError
from korpu.ledger.pair_file import PairFile
from korpu.ledger.store import Ledger, open_ledger
from korpu.web.kept import Kept
from korpu.web.times import Times
from korpu.web.versions import Versions
from korpu.web.workers import Workers

Pair = tuple[str, str]
Made = TypeVar("Made")

ROOM = 300_000
"""Claims of all dossiers that are kept, and of what is made from them, each counted for itself."""
MANY = 2_500
"""Claims from which on a dossier is made by a worker: well over a second's work."""
PATIENCE = 0.7
"""Seconds that one who asks for such a dossier waits before being told to."""


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
        self._address = address
        self._workers = workers
        self._versions = Versions()
        self.kept = Kept(ROOM)
        self._lock = threading.Lock()
        self._coming: dict[Hashable, Future[object]] = {}
        self._counts: tuple[int, dict[Pair, int]] = (-1, {})

    def dossier(self, ledger: Ledger, pair: Pair, times: Times) -> Dossier:
        """Return the dossier on two states at the times that are asked for.

        Raises:
            StillMade: it has very many claims, and is not there yet.
        """
        key = self._key(ledger, pair, times, "dossier")
        if not self.kept.has(key) and (claims := self.claims(ledger, pair)) >= MANY:
            return self.awaited(key, pair, claims, lambda made: made.claims, compose_at, pair, times)
        return self._keep(key, lambda: compose_file(ledger.pair_file(pair, times.instant), times.as_of))

    def made(
        self, ledger: Ledger, pair: Pair, times: Times, what: Hashable, make: Callable[[], Made]
    ) -> Made:
        """Return what was made from the dossier before, or make it.

        Args:
            what: tells it from other things that are made from the same dossier.
        """
        claims = self.claims(ledger, pair)
        return self.kept.get(self._key(ledger, pair, times, what), make, lambda _: claims)

    def is_kept(self, ledger: Ledger, pair: Pair, times: Times) -> bool:
        """Return whether the dossier is there, or soon made."""
        key = self._key(ledger, pair, times, "dossier")
        return self.kept.has(key) or self.claims(ledger, pair) < MANY

    def claims(self, ledger: Ledger, pair: Pair) -> int:
        """Return how many claims stand on two states."""
        return self.all_claims(ledger).get((min(pair), max(pair)), 0)

    def all_claims(self, ledger: Ledger) -> dict[Pair, int]:
        """Return how many claims stand on each two states."""
        last = ledger.last_change()
        if self._counts[0] != last:
            self._counts = last, ledger.pair_claims()
        return self._counts[1]

    def of_pair(self, ledger: Ledger, pair: Pair, what: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was made of two states while their file is the same, or make it."""
        return self.kept.get((pair, self._versions.of(ledger, pair), what), make)

    def has_of_pair(self, ledger: Ledger, pair: Pair, what: Hashable) -> bool:
        """Return whether `of_pair` has it."""
        return self.kept.has((pair, self._versions.of(ledger, pair), what))

    def _key(self, ledger: Ledger, pair: Pair, times: Times, what: Hashable) -> Hashable:
        return pair, self._versions.of(ledger, pair), times, what

    def _keep(self, key: Hashable, make: Callable[[], Dossier]) -> Dossier:
        return self.kept.get(key, make, lambda made: made.claims)

    def awaited(
        self,
        key: Hashable,
        pair: Pair,
        claims: int,
        weigh: Callable[[Made], int],
        function: Callable[..., Made],
        *given: object,
    ) -> Made:
        """Return what is kept by the key, or what a worker makes soon by a function, which is told the ledger's address first.

        Args:
            pair, claims: what is told of it to who has to wait.
            weigh: as for `Kept.get`.

        Raises:
            StillMade: it is not there yet.
        """
        if self.kept.has(key):
            return self.kept.get(key, lambda: function(self._address, *given), weigh)
        with self._lock:
            coming = self._coming.get(key)
            if coming is None:
                coming = self._coming[key] = Future()
                order = (key, coming, weigh, function, given)
                threading.Thread(target=self._order, args=order, daemon=True).start()
        try:
            return cast(Made, coming.result(PATIENCE))
        except NotYet:
            raise StillMade(pair, claims) from None

    def _order(
        self,
        key: Hashable,
        coming: Future[object],
        weigh: Callable[[Made], int],
        function: Callable[..., Made],
        given: tuple[object, ...],
    ) -> None:
        """Have a worker make it."""
        try:
            made = self._workers.run(function, self._address, *given)
        except BaseException as error:
            coming.set_exception(error)
        else:
            self.kept.get(key, lambda: made, weigh)
            coming.set_result(made)
        finally:
            with self._lock:
                self._coming.pop(key, None)


def compose_at(address: str | Path, pair: Pair, times: Times) -> Dossier:
    """Return the dossier on two states from the ledger at an address."""
    with open_ledger(address, create=False) as ledger:
        return compose_file(ledger.pair_file(pair, times.instant), times.as_of)


def compose_file(held: PairFile, as_of: str | None) -> Dossier:
    """Return the dossier that the file on two states adds up to."""
    return compose(
        held.pair,
        held.claims,
        held.cards,
        as_of=as_of,
        coverage=held.coverage,
        signatures=held.signatures,
        decisions=held.decisions,
    )
