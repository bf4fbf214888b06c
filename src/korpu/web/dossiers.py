"""Dossiers, kept while the file on their states stays as it is: many read it, few change it.

To make a dossier takes some half a millisecond a claim. One of very many claims lies with a worker, and only what a page shows
of it comes here; who asks for it first is told to wait, so that others get their pages meanwhile.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from korpu.errors import KorpuError
from korpu.ledger.store import Ledger
from korpu.web.composed import Composed, Pair, View, view_at, views_at
from korpu.web.kept import Kept
from korpu.web.times import Times
from korpu.web.versions import Versions
from korpu.web.workers import WorkEnded, Workers, WorkFailed, WorkLost

Made = TypeVar("Made")
_LOG = logging.getLogger("korpu.web")

DOSSIERS_KEPT = 60_000
"""Claims of the dossiers that are kept in this process, from which their other pages are soon made: some 9 kB a claim."""
PAGES_KEPT = 200_000
"""Paragraphs and lines of the pages that are kept; one of a dossier counts for `WEIGHT`."""
WEIGHT = 100
MANY = 600
"""Claims from which on a dossier lies with a worker: some tenths of a second's work, in which nobody else is answered."""
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
        self.address = address
        self._workers = workers
        self._versions = Versions()
        self.kept = Kept(PAGES_KEPT)
        self._dossiers = Kept(DOSSIERS_KEPT)
        self._lock = threading.Lock()
        self._coming: dict[Hashable, Future[object]] = {}
        self._counts: tuple[int, dict[Pair, int]] = (-1, {})

    def view(
        self, ledger: Ledger, pair: Pair, times: Times, make: Callable[..., Made], *given: Hashable
    ) -> Made:
        """Return what a function makes of the dossier on two states at the times that are asked for.

        Args:
            make: a function of a module: it is told a `Composed` first, and then what is given. What it makes of a dossier
                of very many claims is to be no more than a page shows.

        Raises:
            StillMade: it has very many claims, and is not there yet.
        """
        key = self._key(ledger, pair, times, (make, given))
        claims = self.claims(ledger, pair)
        if self.kept.has(key) or claims < MANY:
            return self.kept.get(key, lambda: make(self._composed(ledger, pair, times), *given), _light)
        version = self._versions.of(ledger, pair)
        made: Made = self.awaited(key, pair, claims, _light, view_at, pair, version, times, make, given)
        return made

    def is_near(
        self, ledger: Ledger, pair: Pair, times: Times, make: Callable[..., object], *given: Hashable
    ) -> bool:
        """Return whether what `view` returns is there, or soon made."""
        return self.claims(ledger, pair) < MANY or self.kept.has(
            self._key(ledger, pair, times, (make, given))
        )

    def make_ahead(self, ledger: Ledger, views: Sequence[View]) -> None:
        """Have pages of all dossiers of very many claims made by a worker, one after another, those of most claims first.

        It takes minutes at a million claims; whoever asks for such a page meanwhile waits for no more than that one.
        """
        counts = sorted(self.all_claims(ledger).items(), key=lambda one: (-one[1], one[0]))
        for pair, _ in filter(lambda one: one[1] >= MANY, counts):
            try:
                self._make_ahead(ledger, pair, views)
            except WorkEnded:
                return
            except (WorkLost, WorkFailed) as error:
                _LOG.warning("The dossier on %s and %s was not made ahead: %s", *pair, error)

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
            return self.kept.get(key, lambda: function(self.address, *given), weigh)
        coming, is_new = self._coming_by(key)
        if is_new:
            order = (key, coming, weigh, function, given)
            threading.Thread(target=self._order, args=order, daemon=True).start()
        try:
            return cast(Made, coming.result(PATIENCE))
        except NotYet:
            raise StillMade(pair, claims) from None

    def _key(self, ledger: Ledger, pair: Pair, times: Times, what: Hashable) -> Hashable:
        return pair, self._versions.of(ledger, pair), times, what

    def _composed(self, ledger: Ledger, pair: Pair, times: Times) -> Composed:
        """The dossier on two states, kept in this process."""
        return self._dossiers.get(
            self._key(ledger, pair, times, "composed"),
            lambda: Composed(ledger.pair_file(pair, times.instant), times.as_of),
            lambda made: len(made.file.claims),
        )

    def _coming_by(self, key: Hashable) -> tuple[Future[object], bool]:
        """What is made by the key, and whether nobody had asked for it."""
        with self._lock:
            coming = self._coming.get(key)
            if coming is not None:
                return coming, False
            coming = self._coming[key] = Future()
            return coming, True

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
            made = self._workers.run(function, self.address, *given, is_long=True)
        except BaseException as error:
            coming.set_exception(error)
        else:
            self.kept.get(key, lambda: made, weigh)
            coming.set_result(made)
        finally:
            self._no_more(key)

    def _make_ahead(self, ledger: Ledger, pair: Pair, views: Sequence[View]) -> None:
        """Have pages of one dossier made that are not there, nor asked for by a reader."""
        version, now = self._versions.of(ledger, pair), Times()
        keys = {self._key(ledger, pair, now, view): view for view in views}
        wanted = {key: view for key, view in keys.items() if not self.kept.has(key)}
        coming = {key: self._coming_by(key) for key in wanted}
        own = {key: wanted[key] for key, (_, is_new) in coming.items() if is_new}
        if not own:
            return
        try:
            order = (self.address, pair, version, now, tuple(own.values()))
            found = self._workers.run(views_at, *order, is_long=True)
        except BaseException as error:
            for key in own:
                coming[key][0].set_exception(error)
            raise
        else:
            for key, made in zip(own, found, strict=True):
                self.kept.get(key, partial(_same, made), _light)
                coming[key][0].set_result(made)
        finally:
            for key in own:
                self._no_more(key)

    def _no_more(self, key: Hashable) -> None:
        with self._lock:
            self._coming.pop(key, None)


def _light(made: object) -> int:
    return WEIGHT


def _same(made: Made) -> Made:
    return made
