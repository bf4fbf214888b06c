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

    def get(
        self, key: Hashable, make: Callable[[], Made], weigh: Callable[[Made], int] = lambda _: 1
    ) -> Made:
        """Return what is kept by the key, or make it.

        Args:
            weigh: how much of the room it takes.
        """
        with self._lock:
            if key in self._made:
                return cast(Made, self._take(key))
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if key in self._made:
                    return cast(Made, self._take(key))
            try:
                made = make()
            finally:
                with self._lock:
                    self._making.pop(key, None)
            with self._lock:
                self._put(key, made, weigh(made))
        return made

    def _take(self, key: Hashable) -> object:
        self._made.move_to_end(key)
        return self._made[key][0]

    def _put(self, key: Hashable, made: object, weight: int) -> None:
        self._made[key] = made, weight
        self._weight += weight
        while self._weight > self._room and len(self._made) > 1:
            self._weight -= self._made.popitem(last=False)[1][1]
