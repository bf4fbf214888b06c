"""How often somebody may try to log in: a few times at once, then after ever longer times.

An account waits a minute at most, so that nobody can keep its owner out for long; a minute for each of its passwords is
enough against who guesses. An address may try for more names (an office has one for all), and waits for longer.
"""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

import msgspec

from korpu.accounts.account import key_of

MOST_KEPT = 20_000
"""Names and addresses that are remembered; the ones that tried least lately are forgotten first."""
FORGOTTEN_AFTER = 60 * 60.0
"""Seconds without a try after which one begins anew."""


class Patience(msgspec.Struct, frozen=True):
    """How many tries are free, and how long one waits after them: a second, then twice as long each time, up to a limit.

    >>> [Patience(free=2, longest=60.0).seconds(failures) for failures in (1, 2, 3, 4, 20)]
    [0.0, 1.0, 2.0, 4.0, 60.0]
    """

    free: int
    longest: float

    def seconds(self, failures: int) -> float:
        """Return how long to wait after so many failures."""
        return 0.0 if failures < self.free else min(self.longest, 2.0 ** min(failures - self.free, 30))


FOR_NAME = Patience(free=5, longest=60.0)
FOR_ADDRESS = Patience(free=20, longest=15 * 60.0)


class _Tries(msgspec.Struct):
    failures: int = 0
    last: float = 0.0
    open_at: float = 0.0


class Throttle:
    """The tries to log in at one server. Its methods may be called from several threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._tries: OrderedDict[tuple[str, str], _Tries] = OrderedDict()

    def begin(self, name: str, address: str) -> int:
        """Count a try as failed, and return 0; where it comes too early, return after how many seconds it may be made.

        It is counted before the password is looked at: of a hundred tries at once, five are let through.
        """
        keys = _keys(name, address)
        with self._lock:
            now = self._clock()
            wait = max(self._kept(key, now).open_at - now for key, _ in keys)
            if wait > 0:
                return math.ceil(wait)
            for key, patience in keys:
                tries = self._kept(key, now)
                tries.failures += 1
                tries.last = now
                tries.open_at = now + patience.seconds(tries.failures)
        return 0

    def succeed(self, name: str, address: str) -> None:
        """Take a try back that was none: the password was right."""
        (of_name, _), (of_address, patience) = _keys(name, address)
        with self._lock:
            now = self._clock()
            self._tries.pop(of_name, None)
            # Only this one: else who has an account could try as often as he likes for others.
            tries = self._kept(of_address, now)
            tries.failures = max(0, tries.failures - 1)
            tries.open_at = now + patience.seconds(tries.failures) if tries.failures else now

    def _kept(self, key: tuple[str, str], now: float) -> _Tries:
        tries = self._tries.get(key)
        if tries is None or now - tries.last > FORGOTTEN_AFTER:
            tries = self._tries[key] = _Tries(last=now)
        self._tries.move_to_end(key)
        while len(self._tries) > MOST_KEPT:
            self._tries.popitem(last=False)
        return tries


def _keys(name: str, address: str) -> tuple[tuple[tuple[str, str], Patience], ...]:
    return (("name", key_of(name)[:64]), FOR_NAME), (("address", address), FOR_ADDRESS)
