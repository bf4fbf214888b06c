"""One program that writes to a ledger for long, while another would."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable

from bench.faults.documents import make_readings
from bench.faults.outcome import Outcome
from korpu.errors import KorpuError
from korpu.ledger.database import Database
from korpu.ledger.opening import open_database
from korpu.ledger.store import open_ledger

_IMPATIENT = 0.3
"""How many seconds one waits here where it is to be in vain."""


def hold_lock(on: str, fresh: Callable[[], str], rounds: int, chance: random.Random) -> Outcome:
    """Have one program hold the writer's lock, and another add: one waits that long; every second time it is longer."""
    outcome = Outcome("another program writes for long", on)
    known = {reading.document.id: reading for reading in make_readings(13, 2)}
    first, second = known.values()
    for number in range(rounds):
        address = fresh()
        with open_ledger(address) as ledger:
            ledger.add(first.document, first.claims)
            accepted = [first.document.id]
            with held(address, chance.uniform(0.5, 1.0)), patient(_IMPATIENT if number % 2 else 60.0):
                try:
                    accepted.append(ledger.add(second.document, second.claims).document)
                except KorpuError as error:
                    outcome.tell(str(error), address)
            outcome.rounds += 1
            outcome.examine(address, accepted, known)
            ledger.add(second.document, second.claims)
        outcome.complete(address, "", known)
    return outcome


class held:  # noqa: N801 (used as a word: `with held(…)`)
    """Holds the writer's lock of a ledger from the beginning of a `with` on, for so many seconds."""

    def __init__(self, address: str, seconds: float) -> None:
        self._address, self._seconds = address, seconds
        self._has_it = threading.Event()
        self._thread = threading.Thread(target=self._hold)

    def _hold(self) -> None:
        with open_database(self._address) as database, database.writing():
            self._has_it.set()
            time.sleep(self._seconds)

    def __enter__(self) -> None:
        self._thread.start()
        self._has_it.wait()

    def __exit__(self, *error: object) -> None:
        self._thread.join()


class patient:  # noqa: N801
    """Within a `with`, who would write waits so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._before = seconds, Database.patience

    def __enter__(self) -> None:
        Database.patience = self._seconds

    def __exit__(self, *error: object) -> None:
        Database.patience = self._before
