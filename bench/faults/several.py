"""Several at once: processes that add to one ledger while others read it, and what each had to wait."""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from dataclasses import dataclass
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier, Event
from pathlib import Path

import msgspec

from bench.faults.documents import make_reading, make_readings
from bench.faults.outcome import claims_by_document
from korpu.ledger.errors import NoLedger
from korpu.ledger.store import Ledger, open_ledger

_FIRST_SEED = 100
"""Each process that adds has its own seed, and so its own documents, from this one on."""

_QUIET_SECONDS = 5.0


class Waits(msgspec.Struct, frozen=True):
    """What one process did: how often, how long the longest took and all together, in seconds, and what went wrong."""

    adds: bool
    times: int
    longest: float
    total: float
    errors: list[str]


@dataclass
class AtOnce:
    """What came of several at once; times in seconds.

    Attributes:
        lost: documents that were accepted and are not there, or not whole.
        errors: what processes were told.
        longest_quiet: what the longest read takes while as many read and nobody adds.
        journal: how long SQLite's journal became, in bytes.
    """

    on: str
    adders: int
    readers: int
    documents: int = 0
    reads: int = 0
    lost: int = 0
    longest_add: float = 0.0
    longest_read: float = 0.0
    mean_read: float = 0.0
    longest_quiet: float = 0.0
    errors: tuple[str, ...] = ()
    journal: int = 0


def work_at_once(
    on: str, address: str, adders: int, readers: int, documents: int, quietly: bool = True
) -> AtOnce:
    """Let processes make one ledger, all at once, and add so many documents each, while others read it.

    Args:
        quietly: whether to measure reading once more, when nobody adds.
    """
    processes = multiprocessing.get_context("spawn")
    waits: Queue[Waits] = processes.Queue()
    go, stop = processes.Barrier(adders + readers), processes.Event()
    adding = [
        processes.Process(target=_add, args=(address, _FIRST_SEED + number, documents, go, waits))
        for number in range(adders)
    ]
    reading = [processes.Process(target=_read, args=(address, go, stop, waits)) for _ in range(readers)]
    for process in (*adding, *reading):
        process.start()
    done = [waits.get()]
    journal = 0
    while sum(one.adds for one in done) < adders:
        done.append(waits.get())
        journal = max(journal, _journal(address))
    stop.set()
    done += [waits.get() for _ in range(adders + readers - len(done))]
    for process in (*adding, *reading):
        process.join()
    result = _sum_up(AtOnce(on, adders, readers, journal=journal), address, done, documents)
    if quietly:
        result.longest_quiet = _read_in_quiet(address, readers)
    return result


def _read_in_quiet(address: str, readers: int) -> float:
    processes = multiprocessing.get_context("spawn")
    waits: Queue[Waits] = processes.Queue()
    go, stop = processes.Barrier(readers + 1), processes.Event()
    reading = [processes.Process(target=_read, args=(address, go, stop, waits)) for _ in range(readers)]
    for process in reading:
        process.start()
    go.wait()
    time.sleep(_QUIET_SECONDS)
    stop.set()
    longest = max((waits.get().longest for _ in reading), default=0.0)
    for process in reading:
        process.join()
    return longest


def _sum_up(result: AtOnce, address: str, done: list[Waits], documents: int) -> AtOnce:
    kept = claims_by_document(address)
    for seed in range(_FIRST_SEED, _FIRST_SEED + result.adders):
        for reading in make_readings(seed, documents):
            result.documents += 1
            result.lost += kept.get(reading.document.id) != {claim.id: claim for claim in reading.claims}
    reads = [one for one in done if not one.adds]
    result.reads = sum(one.times for one in reads)
    result.longest_add = max(one.longest for one in done if one.adds)
    result.longest_read = max((one.longest for one in reads), default=0.0)
    result.mean_read = sum(one.total for one in reads) / max(1, result.reads)
    result.errors = tuple(error for one in done for error in one.errors)
    return result


def _journal(address: str) -> int:
    path = Path(f"{address}-wal")
    return path.stat().st_size if path.exists() else 0


def _add(address: str, seed: int, documents: int, go: Barrier, waits: Queue[Waits]) -> None:
    took: list[float] = []
    errors: list[str] = []
    with tempfile.TemporaryDirectory() as folder, open_ledger(f"{folder}/first") as ledger:
        first = make_reading(0, 0)  # so that the words of the language are loaded, which takes seconds
        ledger.add(first.document, first.claims)
    go.wait()
    try:
        with open_ledger(address) as ledger:
            for reading in make_readings(seed, documents):
                begun = time.monotonic()
                ledger.add(reading.document, reading.claims)
                took.append(time.monotonic() - begun)
    except Exception as error:
        errors.append(f"{type(error).__name__}: {error}")
    waits.put(Waits(True, len(took), max(took, default=0.0), sum(took), errors))


def _read(address: str, go: Barrier, stop: Event, waits: Queue[Waits]) -> None:
    took: list[float] = []
    errors: list[str] = []
    go.wait()
    while not stop.is_set():
        begun = time.monotonic()
        try:
            with open_ledger(address, create=False) as ledger:  # opened each time, as a command does
                _look_up(ledger)
        except NoLedger:
            continue
        except Exception as error:
            errors.append(f"{type(error).__name__}: {error}")
            break
        took.append(time.monotonic() - begun)
        time.sleep(0.02)
    waits.put(Waits(False, len(took), max(took, default=0.0), sum(took), errors))


def _look_up(ledger: Ledger) -> None:
    """Read as a person does who looks at a pair; whatever is found is whole."""
    for claim in ledger.claims_by_date(("NO", "CL"), limit=50):
        if claim.quote != ledger.document(claim.document).text[claim.start : claim.end]:
            raise AssertionError(f"claim {claim.id} does not quote its document")
        break
    ledger.states()
