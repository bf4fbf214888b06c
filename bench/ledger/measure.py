"""How fast the ledger is, and how large, on both databases: made ledgers of a million claims, and what is asked of them.

    python -m bench.ledger [--claims N] [sqlite] [postgresql]

Prints a line for each thing measured, with its bar where there is one; the exit status is 1 where one is missed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from bench.made_ledger import PAIRS, make_named, make_readings
from korpu.languages import find_language
from korpu.ledger import rows
from korpu.ledger.adding import Reading
from korpu.ledger.entity_names import name_rows
from korpu.ledger.keeping import checking
from korpu.ledger.opening import open_database
from korpu.ledger.schema import (
    CHANGE,
    CLAIM,
    CLAIM_PAIR,
    CLAIM_PARTY,
    DOCUMENT,
    DOCUMENT_SIGNATURE,
    ENTITY_NAME,
)
from korpu.ledger.search_index import search_index
from korpu.ledger.signatures import signature_rows
from korpu.ledger.store import Ledger, open_ledger
from korpu.ledger.terms import terms_in
from tests.postgres import running_server

BATCH = 500
"""Documents that are added in one transaction."""
RUNS = 9
"""Runs of which the median counts."""
COMPARED, COMPARISONS = 30_000, 3
"""Claims that are loaded to compare with plain inserts, and how often."""
NAMED = 2000
"""Claims on one pair that name persons, agreements, places and projects."""
SHARE = 0.7
"""The least part of the rate of plain inserts of the same rows that bulk loading reaches."""


class Measured(NamedTuple):
    """A figure with its unit, and its bar: at most that, or for a rate at least that."""

    what: str
    figure: float
    unit: str
    bar: float | None = None

    @property
    def is_missed(self) -> bool:
        if self.bar is None:
            return False
        return self.figure < self.bar if self.unit in ("rows/s", "of plain") else self.figure > self.bar


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000, help="claims of the ledger that is made")
    parser.add_argument("databases", nargs="*", default=["sqlite", "postgresql"])
    given = parser.parse_args(arguments)
    missed = False
    for name in given.databases:
        with PLACES[name]() as place:
            for one in measure(place, given.claims):
                bar = "" if one.bar is None else f"   bar {one.bar:g}{'   MISSED' if one.is_missed else ''}"
                print(f"{name:11}{one.what:44}{one.figure:14,.4g} {one.unit:9}{bar}", flush=True)
                missed = missed or one.is_missed
    return 1 if missed else 0


class Place(NamedTuple):
    """Where ledgers are made: the address of a new one by its name, and the bytes that one takes."""

    address: Callable[[str], str]
    size: Callable[[str], int]


@contextmanager
def in_files() -> Iterator[Place]:
    with tempfile.TemporaryDirectory(prefix="korpu-bench-") as folder:
        root = Path(folder)
        yield Place(
            lambda name: str(root / name),
            lambda name: sum(path.stat().st_size for path in root.glob(f"{name}*")),
        )


@contextmanager
def on_server() -> Iterator[Place]:
    with running_server() as host:
        admin = sa.create_engine(
            f"postgresql+psycopg://korpu@/postgres?host={host}", isolation_level="AUTOCOMMIT"
        )

        def make(name: str) -> str:
            with admin.connect() as connection:
                connection.execute(sa.text(f"CREATE DATABASE {name}"))
            return f"postgresql://korpu@/{name}?host={host}"

        def size(name: str) -> int:
            with admin.connect() as connection:
                return int(connection.scalar(sa.text(f"SELECT pg_database_size('{name}')")) or 0)

        yield Place(make, size)
        admin.dispose()


PLACES = {"sqlite": in_files, "postgresql": on_server}


def measure(place: Place, claims: int) -> Iterator[Measured]:
    """Yield what was measured on a ledger of so many claims."""
    yield from _compared_with_plain(place, min(claims, COMPARED))
    yield _entities(place.address("named"))
    address = place.address("ledger")
    with open_ledger(address, reader="bench") as ledger:
        begin = time.perf_counter()
        added = documents = 0
        for batch in _batches(make_readings(claims)):
            ledger.add_all(batch)
            documents += len(batch)
            added += sum(len(reading.claims) for reading in batch)
        seconds = time.perf_counter() - begin
        yield Measured("claims", added, "")
        yield Measured("documents", documents, "")
        yield Measured("adding in bulk", added / seconds, "claims/s")
        yield Measured("size", place.size("ledger") / added, "bytes/claim")
        one = iter(make_readings(RUNS * 20, seed=2))
        yield _timed("adding one document", lambda: ledger.add_all([next(one)]), 50)
    with open_ledger(address, reader="bench") as ledger:
        yield from _asked(ledger)
    with checking(address) as check:
        begin = time.perf_counter()
        wrong = len(list(check.problems()))
        yield Measured("check of the whole ledger", time.perf_counter() - begin, "s")
        yield Measured("problems found", wrong, "", 0)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield Measured("memory at the peak", memory / 1024, "MB")


def _compared_with_plain(place: Place, claims: int) -> Iterator[Measured]:
    """Yield the rates of bulk loading and of plain inserts of the same rows into ledgers of the same size."""
    rates, plain = [], []
    for run in range(COMPARISONS):
        readings = list(make_readings(claims, seed=3 + run))
        plain.append(_plain_rate(place.address(f"plain{run}"), readings))
        with open_ledger(place.address(f"bulk{run}"), reader="bench") as ledger:
            begin = time.perf_counter()
            for batch in _batches(iter(readings)):
                ledger.add_all(batch)
            rates.append(sum(map(_rows_of, readings)) / (time.perf_counter() - begin))
    rate, of_plain = statistics.median(rates), statistics.median(plain)
    yield Measured("plain inserts", of_plain, "rows/s")
    yield Measured("bulk loading of the same rows", rate, "rows/s")
    shares = [one / other for one, other in zip(rates, plain, strict=True)]
    yield Measured("bulk loading", statistics.median(shares), "of plain", SHARE)


def _entities(address: str) -> Measured:
    """Return the processor's time that a pair's entities take, asked for the first time and of names by the hundred."""
    with open_ledger(address, reader="bench") as ledger:
        ledger.add_all(make_named(NAMED))
        begin = time.process_time()
        ledger.entities(PAIRS[0])
        return Measured(
            f"entities of a pair with {NAMED:,} claims", time.process_time() - begin, "s CPU", 0.8
        )


def _asked(ledger: Ledger) -> Iterator[Measured]:
    """Yield how long the usual questions take, of the pair that most is claimed on and of a middling one."""
    often, middling = PAIRS[0], PAIRS[len(PAIRS) // 4]
    yield Measured("claims of the most told pair", len(ledger.claims(often)), "")
    yield Measured("claims of a middling pair", len(ledger.claims(middling)), "")
    yield _timed("claims of the most told pair", lambda: ledger.claims(often))
    yield _timed("claims of a middling pair", lambda: ledger.claims(middling))
    yield _timed("a dossier's data, the most told pair", lambda: _dossier(ledger, often))
    yield _timed("a dossier's data, a middling pair", lambda: _dossier(ledger, middling), 200)
    yield _timed("the first 50 claims of a pair by date", lambda: ledger.claims_by_date(often), 5)
    yield _timed("search for a word that many documents hold", lambda: ledger.search("səfirliyin"))
    yield _timed("search for two words on a pair", lambda: ledger.search("ticarət dövriyyəsi", middling))
    yield _timed("search for two words, 20 documents", lambda: ledger.search("göstərici milyonlarla"))
    then = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)
    yield _timed("a dossier's data as known then", lambda: _dossier(ledger, middling, then), 200)


def _dossier(ledger: Ledger, pair: tuple[str, str], known_at: dt.datetime | None = None) -> object:
    return ledger.claims(pair, known_at=known_at), ledger.documents(pair, known_at)


def _timed(what: str, ask: Callable[[], object], bar: float | None = None) -> Measured:
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        ask()
        times.append(time.perf_counter() - begin)
    return Measured(what, statistics.median(times) * 1000, "ms", bar)


def _batches(readings: Iterator[Reading]) -> Iterator[list[Reading]]:
    while batch := list(islice(readings, BATCH)):
        yield batch


def _rows_of(reading: Reading) -> int:
    """How many rows a document makes: it, its change, its signature, its two of the search index, and those of its claims."""
    claims = {claim.id: claim for claim in reading.claims}
    pairs = sum(len(rows.pair_rows(id, claim.parties, claim.when)) for id, claim in claims.items())
    parties = sum(len(rows.party_rows(id, claim.parties)) for id, claim in claims.items())
    return 5 + len(claims) + parties + pairs + len(name_rows(claims))


def _plain_rate(address: str, readings: list[Reading]) -> float:
    """Rows a second that SQLAlchemy Core inserts, the rows being there already, a batch a transaction."""
    now = dt.datetime.now(dt.UTC)
    language = find_language("az")
    prepared = []
    numbers = itertools.count(1)
    for batch in _batches(iter(readings)):
        made = {claim.id: claim for reading in batch for claim in reading.claims}
        texts = {reading.document.id: reading.document.text for reading in batch}
        tables: list[tuple[sa.Table, list[rows.Row]]] = [
            (DOCUMENT, [rows.document_row(reading.document.id, reading.document, now) for reading in batch]),
            (CLAIM, [rows.claim_row(id, claim, "bench", now) for id, claim in made.items()]),
            (CLAIM_PARTY, [row for id, claim in made.items() for row in rows.party_rows(id, claim.parties)]),
            (CLAIM_PAIR, [row for id, c in made.items() for row in rows.pair_rows(id, c.parties, c.when)]),
            (ENTITY_NAME, name_rows(made)),
            (DOCUMENT_SIGNATURE, signature_rows(texts.items())),
            (CHANGE, [_change_row(next(numbers), now, id) for id in texts]),
        ]
        prepared.append((tables, {id: terms_in(text, language) for id, text in texts.items()}))
    with open_database(address) as database:
        begin = time.perf_counter()
        for tables, terms in prepared:
            with database.writing() as connection:
                for table, made_rows in tables:
                    connection.execute(table.insert(), made_rows)
                search_index(connection).add(connection, terms)
        seconds = time.perf_counter() - begin
    return sum(map(_rows_of, readings)) / seconds


def _change_row(number: int, at: dt.datetime, document: str) -> rows.Row:
    digest = document[:16]
    return {
        "number": number, "at": at, "author": None, "action": "add", "subject": document, "because": None,
        "of_change": None, "recorded": digest, "seal": digest,
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
