"""What is measured of one ledger: making it, what is asked of it, its size, and the memory that this takes."""

from __future__ import annotations

import datetime as dt
import itertools
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.ledger.figures import Measured
from bench.ledger.made import PAIRS, batches, make_readings
from bench.ledger.made_names import make_named
from bench.ledger.places import Place
from korpu.findings import find
from korpu.ledger.adding import Reading
from korpu.ledger.keeping import checking
from korpu.ledger.store import Ledger, open_ledger
from korpu.renewal import renewed

RUNS = 9
"""Runs of which the median counts, at least."""
SECONDS, MOST_RUNS = 0.5, 60
"""What takes milliseconds is asked for so long, or so often: of nine runs half would be of a statement that is not prepared yet."""
NAMED = 2000
"""Claims on one pair that name persons, agreements, places and projects."""
_BEGIN, _STEP = dt.datetime(1995, 1, 1, tzinfo=dt.UTC), dt.timedelta(days=20)
"""When the first documents are recorded, and how long after them the next."""
_WITHDRAWN = 200
"""Of so many documents one is withdrawn."""
Pair = tuple[str, str]


def measure(place: Place, claims: int) -> Iterator[Measured]:
    """Yield what was measured on a ledger of so many claims."""
    address, clock = place.address("ledger"), _Clock()
    with open_ledger(address, reader="bench", clock=clock) as ledger:
        yield from _filled(ledger, claims)
        yield _memory("memory, adding in bulk")
        half = clock.now
        for document in ledger.documents()[::_WITHDRAWN]:
            ledger.withdraw(document.id, "measured")
        ones = iter(list(make_readings((MOST_RUNS + 1) * 30, seed=2)))
        yield _timed("adding one document", lambda: ledger.add_all([next(ones)]), 50)
    yield Measured("size", place.size("ledger") / claims, "bytes/claim")
    yield _command(address, next(ones))
    half = _BEGIN + (half - _BEGIN) / 2
    with open_ledger(address, reader="bench", clock=clock) as ledger:
        yield from _asked(ledger, half)
    with checking(address) as check:
        begin = time.perf_counter()
        wrong = len(list(check.problems()))
        yield Measured("`check` of all of it", time.perf_counter() - begin, "s")
        yield Measured("problems that it finds", wrong, "", 0)
    yield _memory("memory, all of this")


class _Clock:
    """Tells each transaction a time well after the one before, as if documents had been added for years."""

    def __init__(self) -> None:
        self.now = _BEGIN

    def __call__(self) -> dt.datetime:
        self.now += _STEP
        return self.now


def _filled(ledger: Ledger, claims: int) -> Iterator[Measured]:
    """Fill a ledger, and yield how much that was and how fast; making up the documents is not counted."""
    seconds, added, documents = 0.0, 0, 0
    for batch in batches(make_readings(claims)):
        begin = time.perf_counter()
        ledger.add_all(batch)
        seconds += time.perf_counter() - begin
        documents += len(batch)
        added += sum(len(reading.claims) for reading in batch)
    yield Measured("claims", added)
    yield Measured("documents", documents)
    yield Measured("adding in bulk", added / seconds, "claims/s")


def _asked(ledger: Ledger, then: dt.datetime) -> Iterator[Measured]:
    """Yield how long the usual questions take, of the pair that most is claimed on and of a middling one."""
    often, middling, day = PAIRS[0], PAIRS[len(PAIRS) // 4], dt.date(2010, 6, 30)
    yield Measured("claims of the most told pair", len(ledger.claims(often)))
    yield Measured("claims of a middling pair", len(ledger.claims(middling)))
    yield _timed("claims, the most told pair", lambda: ledger.claims(often))
    yield _timed("claims, a middling pair", lambda: ledger.claims(middling))
    yield _timed("a dossier's data, the most told pair", lambda: _dossier(ledger, often))
    yield _timed("a dossier's data, a middling pair", lambda: _dossier(ledger, middling), 200)
    yield _timed("the same as of a day", lambda: _dossier(ledger, middling, as_of=day), 200)
    yield _timed("the same as known at an instant", lambda: _dossier(ledger, middling, then), 200)
    yield _timed("the same as of a day and as known then", lambda: _dossier(ledger, middling, then, day), 200)
    yield _timed("the first 50 claims of a pair by date", lambda: ledger.claims_by_date(often), 5)
    yield _timed("these as known at an instant", lambda: ledger.claims_by_date(often, known_at=then))
    yield _timed("search for a word that most documents hold", lambda: ledger.search("səfirliyin"))
    yield _timed("search for two words", lambda: ledger.search("ticarət dövriyyəsi"))
    yield _timed("search for two words on a pair", lambda: ledger.search("ticarət dövriyyəsi", middling))
    yield _timed(
        "these as of a day and as known then",
        lambda: ledger.search("ticarət dövriyyəsi", middling, known_at=then, as_of=day),
    )
    yield from _renewed(ledger, middling)


def _renewed(ledger: Ledger, pair: Pair) -> Iterator[Measured]:
    """Yield how long the findings take that a document touches: of a middling pair, and of whatever pairs it tells of."""
    of_pair = {claim.document: claim for claim in ledger.claims(pair)}
    touched = itertools.cycle(
        [[claim for claim in ledger.claims_in(id) if claim.parties == tuple(sorted(pair))] for id in of_pair]
    )
    yield _timed(
        "findings that a document on a middling pair renews", lambda: renewed(ledger, next(touched)), 100
    )
    anything = itertools.cycle(
        [ledger.claims_in(document.id) for document in ledger.documents()[: RUNS * 97 : 97]]
    )
    yield _timed("findings that a document on whatever pairs renews", lambda: renewed(ledger, next(anything)))
    yield _timed("all findings of a middling pair", lambda: _found(ledger, pair))


def _found(ledger: Ledger, pair: Pair) -> object:
    held = ledger.pair_file(pair)
    return find(held.claims, held.cards, None, held.signatures)


def _dossier(
    ledger: Ledger, pair: Pair, known_at: dt.datetime | None = None, as_of: dt.date | None = None
) -> object:
    return ledger.claims(pair, known_at=known_at, as_of=as_of), ledger.documents(pair, known_at, as_of)


def measure_entities(place: Place, claims: int) -> Iterator[Measured]:
    """Yield the processor's time that a pair's entities take, asked for the first time and of names by the hundred."""
    with open_ledger(place.address("named"), reader="bench") as ledger:
        ledger.add_all(make_named(NAMED))
        begin = time.process_time()
        ledger.entities(PAIRS[0])
        yield Measured(f"entities of a pair, {NAMED:,} claims", time.process_time() - begin, "s CPU", 0.8)


def _command(address: str, reading: Reading) -> Measured:
    """Return how long the command takes that adds one document, from its start to its end, its reading too."""
    program = "from korpu.cli import main; main()"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.txt"
        times = []
        for number in range(3):
            path.write_text(f"{reading.document.text}\n\n{number}", encoding="utf-8")
            begin = time.perf_counter()
            command = [sys.executable, "-c", program, "add", str(path), "--ledger", address]
            subprocess.run(command, check=True, capture_output=True)
            times.append(time.perf_counter() - begin)
    return Measured("`korpu add` of one document", statistics.median(times), "s")


def _timed(what: str, ask: Callable[[], object], bar: float | None = None) -> Measured:
    times: list[float] = []
    while len(times) < RUNS or (sum(times) < SECONDS and len(times) < MOST_RUNS):
        begin = time.perf_counter()
        ask()
        times.append(time.perf_counter() - begin)
    return Measured(what, statistics.median(times) * 1000, "ms", bar)


def _memory(what: str) -> Measured:
    """Return the most memory that this process took until now."""
    return Measured(what, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB")
