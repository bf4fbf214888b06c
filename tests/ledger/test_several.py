"""Several at once: processes that make a ledger together, add to it, and read it."""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path

import pytest

from bench.faults.several import work_at_once
from korpu.ledger import sqlite
from korpu.ledger.migrations import MIGRATIONS
from korpu.ledger.opening import open_database
from korpu.ledger.store import open_ledger
from tests.samples import make_document


def test_processes_that_make_one_ledger_at_once_and_add_lose_nothing(address: str) -> None:
    result = work_at_once(address.partition(":")[0], address, adders=4, readers=2, documents=5, quietly=False)
    assert (result.errors, result.lost, result.documents) == ((), 0, 20)


def test_a_ledger_is_made_once_however_many_open_it_at_once(address: str) -> None:
    errors: list[Exception] = []
    barrier = threading.Barrier(8)

    def make() -> None:
        barrier.wait()
        try:
            with open_ledger(address) as ledger:
                ledger.states()
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with open_database(address) as database, database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM migration").scalar_one() == len(MIGRATIONS)


def test_the_journal_does_not_grow_for_ever_while_others_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_LONG_JOURNAL", 400_000)
    journal = path.with_name(f"{path.name}-wal")
    longest = 0
    with open_ledger(path) as ledger:
        ledger._database._shorten_at = 400_000  # type: ignore[attr-defined]
        for number in range(12):
            with open_ledger(path) as reader:
                reader.states()
                ledger.add(make_document(f"{number} " + "Uzun sətir. " * 8_000), [])
            longest = max(longest, journal.stat().st_size)
    assert longest < 1_500_000


def test_one_that_waits_gets_its_turn_among_others_that_write_all_the_time(path: Path) -> None:
    with open_ledger(path):
        pass
    stop = threading.Event()
    waits: list[list[float]] = [[], [], []]

    def write(number: int) -> None:
        with open_database(path) as database:
            while not stop.is_set():
                begun = time.monotonic()
                with database.writing():
                    waits[number].append(time.monotonic() - begun)
                    time.sleep(0.004)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(3)
    stop.set()
    for thread in threads:
        thread.join()
    counts = [len(of_one) for of_one in waits]
    assert min(counts) > max(counts) / 4, counts
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
