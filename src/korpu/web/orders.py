"""Orders: what workers are asked to make, each thing once, whoever else asks for it meanwhile."""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from typing import Any, NamedTuple, TypeVar

from korpu.web.kept import MISSING, Kept
from korpu.web.workers import WorkEnded, Workers

__all__ = ["NotYet", "Order", "Orders"]

Made = TypeVar("Made")
_LOG = logging.getLogger("korpu.web")

MOST_ORDERED = 32
"""Orders that wait; what is asked for beyond these is ordered when it is asked for again."""
AT_ONCE = 2
PASSED_OVER = 0.002
"""Seconds a claim for which smaller orders may pass one over: some four times what it takes."""
FAILURES_KEPT = 60.0
"""Seconds for which who asks again is told of a failure, before it is tried again."""


class Order(NamedTuple):
    """A function that a worker runs, and what it is told.

    Attributes:
        about: as for `Workers.run`.
        weigh: how much room takes what it makes, where it is kept.
        size: how much work it is, in claims: what is less is made before what waits already, unless that has waited long.
    """

    function: Callable[..., Any]
    given: tuple[Any, ...]
    about: Hashable
    weigh: Callable[[Any], int]
    size: int = 0


class Orders:
    """What workers make, kept by keys. Its methods may be called from several threads."""

    def __init__(self, workers: Workers, kept: Kept) -> None:
        self._workers = workers
        self._kept = kept
        self._lock = threading.Lock()
        self._coming: dict[Hashable, Future[object]] = {}
        self._failed: dict[Hashable, tuple[BaseException, float]] = {}
        self._waiting: list[tuple[float, int, Hashable, Future[object], Order]] = []
        self._is_ended = False
        self._count = itertools.count()
        self._turns = ThreadPoolExecutor(AT_ONCE, "korpu-orders")

    def find(self, key: Hashable, order: Order, patience: float) -> object:
        """Return what is kept by the key, or what comes of the order.

        Args:
            patience: seconds to wait for it; with 0 it is only ordered.

        Raises:
            NotYet: it is not there by then.
            korpu.web.workers.WorkLost, korpu.web.workers.WorkFailed: it could not be made.
        """
        if (found := self._kept.find(key)) is not MISSING:
            return found
        coming = self._ordered(key, order)
        if coming is None:
            raise NotYet
        return coming.result(patience)

    def make(
        self,
        workers: Workers,
        views: Mapping[Hashable, Made],
        function: Callable[[Sequence[Made]], Order],
    ) -> None:
        """Have these workers make at once, by one order, several things that are not there nor ordered, and keep them.

        Args:
            views: by key what stands for each thing.
            function: returns the order of some of them, whose answer has them in their order.

        Raises: as `find` does.
        """
        with self._lock:
            wanted = [key for key in views if not self._kept.has(key) and key not in self._coming]
            coming: dict[Hashable, Future[object]] = {key: Future() for key in wanted}
            self._coming |= coming
        if not wanted:
            return
        order = function([views[key] for key in wanted])
        try:
            made = workers.run(order.function, *order.given, is_long=True, about=order.about)
        except BaseException as error:
            for key, future in coming.items():
                self._fail(key, future, error)
            raise
        for key, one in zip(wanted, made, strict=True):
            self._arrive(key, coming[key], one, order.weigh)

    def end(self) -> None:
        """Order no more; to be called before the workers are ended. Who waits is told by `WorkEnded`."""
        with self._lock:
            self._is_ended = True
            waiting, self._waiting = self._waiting, []
            self._turns.shutdown(wait=False, cancel_futures=True)
        for _, _, key, coming, _ in waiting:
            self._fail(key, coming, WorkEnded("Körpü is being ended, and does nothing more."))

    def _ordered(self, key: Hashable, order: Order) -> Future[object] | None:
        """What comes of the order, or of the same one before; None where too many wait."""
        with self._lock:
            if key in self._coming:
                return self._coming[key]
            if self._is_ended:
                raise WorkEnded("Körpü is being ended, and does nothing more.")
            error, until = self._failed.get(key, (None, 0.0))
            if error is not None and time.monotonic() < until:
                raise error
            if len(self._coming) >= MOST_ORDERED:
                return None
            coming = self._coming[key] = Future()
            due = time.monotonic() + order.size * PASSED_OVER
            heapq.heappush(self._waiting, (due, next(self._count), key, coming, order))
            self._turns.submit(self._make_next)
        return coming

    def _make_next(self) -> None:
        """Make of what waits that which is due first."""
        with self._lock:
            if not self._waiting:
                return
            _, _, key, coming, order = heapq.heappop(self._waiting)
        try:
            made = self._workers.run(order.function, *order.given, is_long=True, about=order.about)
        except BaseException as error:
            self._fail(key, coming, error)
        else:
            self._arrive(key, coming, made, order.weigh)

    def _arrive(
        self, key: Hashable, coming: Future[object], made: object, weigh: Callable[[Any], int]
    ) -> None:
        self._kept.put(key, made, weigh(made))
        with self._lock:
            self._coming.pop(key, None)
            self._failed.pop(key, None)
        coming.set_result(made)

    def _fail(self, key: Hashable, coming: Future[object], error: BaseException) -> None:
        if not isinstance(error, WorkEnded):
            _LOG.error("What was ordered by %s could not be made.", key, exc_info=error)
        with self._lock:
            self._coming.pop(key, None)
            now = time.monotonic()
            self._failed = {one: told for one, told in self._failed.items() if told[1] > now}
            self._failed[key] = error, now + FAILURES_KEPT
        coming.set_exception(error)
