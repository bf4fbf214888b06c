"""Dossiers, kept while the ledger says the same: many read the file on two states, few change it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from korpu.dossier import Dossier, compose
from korpu.ledger.store import Ledger
from korpu.web.times import Times

MOST_KEPT = 256
"""Things that are kept; a dossier of two thousand claims takes some ten megabytes."""

Made = TypeVar("Made")


class Kept:
    """What was made from a ledger, while no change came to it: the least lately asked for goes first.

    Of several that ask for the same thing at once, one makes it and the others wait for it.
    """

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._made: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was made for the key, or make it."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return cast(Made, self._made[key])
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if key in self._made:
                    return cast(Made, self._made[key])
            made = make()
            with self._lock:
                self._made[key] = made
                self._making.pop(key, None)
                while len(self._made) > self._most:
                    self._made.popitem(last=False)
        return made


class Dossiers:
    """The dossiers of a ledger, and what is made from them."""

    def __init__(self) -> None:
        self.kept = Kept()

    def dossier(self, ledger: Ledger, pair: tuple[str, str], times: Times) -> Dossier:
        """Return the dossier on two states at the times that are asked for."""
        return self.made(ledger, pair, times, "dossier", lambda: _compose(ledger, pair, times))

    def made(
        self,
        ledger: Ledger,
        pair: tuple[str, str],
        times: Times,
        what: Hashable,
        make: Callable[[], Made],
    ) -> Made:
        """Return what was made from the dossier before, or make it.

        Args:
            what: tells it from other things that are made from the same dossier.
        """
        return self.kept.get((ledger.last_change(), pair, times, what), make)


def _compose(ledger: Ledger, pair: tuple[str, str], times: Times) -> Dossier:
    held = ledger.pair_file(pair, times.instant)
    return compose(
        pair, held.claims, held.cards, as_of=times.as_of, coverage=held.coverage, signatures=held.signatures
    )
