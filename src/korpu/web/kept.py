"""Keeping what took long to make, as much as there is room for: what was asked for least lately goes first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Made = TypeVar("Made")


class Kept:
    """What was made, by keys, up to a weight in all. Of several that ask for one thing at once, one makes it and the others wait."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._weight = 0
        self._made: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}

    def has(self, key: Hashable) -> bool:
        """Return whether it is kept."""
        with self._lock:
            return key in self._made

    def find(self, key: Hashable) -> object:
        """Return what is kept by the key; `MISSING`, where nothing is."""
        with self._lock:
            return self._take(key)

    def get(
        self, key: Hashable, make: Callable[[], Made], weigh: Callable[[Made], int] = lambda _: 1
    ) -> Made:
        """Return what is kept by the key, or make it.

        Args:
            weigh: how much of the room it takes.
        """
        with self._lock:
            if (found := self._take(key)) is not MISSING:
                return cast(Made, found)
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if (found := self._take(key)) is not MISSING:
                    return cast(Made, found)
            try:
                made = make()
            except BaseException:
                with self._lock:
                    self._making.pop(key, None)
                raise
            self.put(key, made, weigh(made))
        return made

    def put(self, key: Hashable, made: object, weight: int) -> None:
        """Keep what was made; what was kept by the key before goes."""
        with self._lock:
            self._making.pop(key, None)
            if key in self._made:
                self._weight -= self._made.pop(key)[1]
            self._made[key] = made, weight
            self._weight += weight
            while self._weight > self._room and len(self._made) > 1:
                self._weight -= self._made.popitem(last=False)[1][1]

    def _take(self, key: Hashable) -> object:
        if key not in self._made:
            return MISSING
        self._made.move_to_end(key)
        return self._made[key][0]


MISSING = object()
"""What `Kept.find` returns where nothing is kept."""
