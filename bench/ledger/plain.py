"""Bulk loading beside plain inserts of the same rows with SQLAlchemy Core, into the same tables and index of words."""

from __future__ import annotations

import datetime as dt
import itertools
import statistics
import time
from collections import Counter
from collections.abc import Iterator

import sqlalchemy as sa

from bench.ledger.figures import Measured
from bench.ledger.made import batches, make_readings
from bench.ledger.places import Place
from korpu.languages import find_language
from korpu.ledger import rows
from korpu.ledger.adding import Reading
from korpu.ledger.looked_up import OF_CLAIMS
from korpu.ledger.opening import open_database
from korpu.ledger.schema import CHANGE, CLAIM, DOCUMENT, DOCUMENT_SIGNATURE, EDITION
from korpu.ledger.search_index import search_index
from korpu.ledger.signatures import signature_rows
from korpu.ledger.store import open_ledger
from korpu.ledger.terms import terms_in

CLAIMS, RUNS = 30_000, 7
"""Claims that are loaded, at most, and how often; the median counts. In the first runs most words and names are new."""
SHARE = 0.7
"""The least part of the rate of plain inserts that bulk loading reaches."""

Tables = list[tuple[sa.Table, list[rows.Row]]]
Terms = dict[str, set[str]]


def compare(place: Place, claims: int) -> Iterator[Measured]:
    """Yield the rates of bulk loading and of plain inserts of the same rows, into ledgers that are empty before."""
    rates, plain = [], []
    for run in range(RUNS):
        made = min(claims, CLAIMS), 3 + run
        seconds = _load(place.address(f"bulk{run}"), *made)
        # Only now: the names and words that are made for it are at hand afterwards.
        count, plain_seconds = _insert_plainly(place.address(f"plain{run}"), *made)
        rates.append(count / seconds)
        plain.append(count / plain_seconds)
    yield Measured("plain inserts", statistics.median(plain), "rows/s")
    yield Measured("bulk loading of the same rows", statistics.median(rates), "rows/s")
    shares = [one / other for one, other in zip(rates, plain, strict=True)]
    yield Measured("bulk loading", statistics.median(shares), "of plain inserts", SHARE)


def _load(address: str, claims: int, seed: int) -> float:
    """Add documents with so many claims, a batch a transaction; return how many seconds that took."""
    seconds = 0.0
    with open_ledger(address, reader="bench") as ledger:
        for batch in batches(make_readings(claims, seed)):
            begin = time.perf_counter()
            ledger.add_all(batch)
            seconds += time.perf_counter() - begin
    return seconds


def _insert_plainly(address: str, claims: int, seed: int) -> tuple[int, float]:
    """Insert with SQLAlchemy Core the rows that adding these makes, a batch a transaction; return how many, and seconds.

    A batch's rows are made before, with what its documents are searched by; only inserting them is timed.
    """
    makes, count, seconds = _Makes(), 0, 0.0
    with open_database(address) as database:
        for batch in batches(make_readings(claims, seed)):
            tables, terms = makes.rows_of(batch)
            begin = time.perf_counter()
            with database.writing() as connection:
                for table, made in tables:
                    connection.execute(table.insert(), made)
                search_index(connection).add(connection, terms)
            seconds += time.perf_counter() - begin
            count += sum(len(made) for _, made in tables) + 2 * len(terms)
    return count, seconds


class _Makes:
    """Makes the rows that adding makes; what only they can be checked by (seals) is made up."""

    def __init__(self) -> None:
        self._now = dt.datetime.now(dt.UTC)
        self._editions: Counter[str] = Counter()
        self._changes = itertools.count(1)

    def rows_of(self, batch: list[Reading]) -> tuple[Tables, Terms]:
        """Return the rows of a batch in the order in which they can be inserted, and its documents' terms by their ids."""
        now = self._now
        claims = {claim.id: claim for reading in batch for claim in reading.claims}
        documents = {reading.document.id: reading.document for reading in batch}
        texts = {id: document.text for id, document in documents.items()}
        tables: Tables = [
            (DOCUMENT, [rows.document_row(id, document, now) for id, document in documents.items()]),
            (DOCUMENT_SIGNATURE, signature_rows(texts.items())),
            (CLAIM, [rows.claim_row(id, claim, "bench", now) for id, claim in claims.items()]),
            *((table, made(claims)) for table, made in OF_CLAIMS.items()),
            (CHANGE, [self._change(id, "add", None) for id in documents]),
            (EDITION, [self._edition(id, document.card.url) for id, document in documents.items()]),
            (CHANGE, [self._change(id, "edition", one.card.url) for id, one in documents.items()]),
        ]
        language = find_language("az")
        return tables, {id: terms_in(text, language) for id, text in texts.items()}

    def _edition(self, document: str, source: str | None) -> rows.Row:
        self._editions[source or ""] += 1
        number = self._editions[source or ""]
        return {"source": source, "number": number, "document_id": document, "recorded_at": self._now}

    def _change(self, document: str, action: str, because: str | None) -> rows.Row:
        digest = document[:16]
        return {
            "number": next(self._changes), "at": self._now, "author": None, "action": action, "subject": document,
            "because": because, "of_change": None, "recorded": digest, "seal": digest,
        }  # fmt: skip
