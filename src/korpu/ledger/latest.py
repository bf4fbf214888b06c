"""The latest first: documents that hold words in the order of their publication, no more of them looked at than are asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from korpu import edtf
from korpu.ledger import queries
from korpu.ledger.documents import latest_first
from korpu.ledger.schema import DOCUMENT
from korpu.ledger.search_index import search_index
from korpu.ledger.terms import Terms

FEW = 1000
"""So many documents are put in order when all of them are known; of more, the ledger's are gone through by their dates."""
_TOGETHER = 2000
_DATES = 400
"""Documents and dates of publication that are gone through together, about."""


class Place(NamedTuple):
    """Where a document stands among others: when it was published, EDTF, None where nobody says; and its id."""

    published: str | None
    id: str


def find_latest(
    connection: sa.Connection,
    asked: Sequence[Terms],
    narrow: Sequence[sa.ColumnElement[bool]],
    known_at: dt.datetime | None,
    after: Place | None = None,
    *,
    are_few: bool = False,
) -> Iterator[str]:
    """Yield the ids of the documents that hold every word and stand, by date of publication; those without one come last.

    Args:
        narrow: further conditions on them.
        are_few: whether all of them are to be put in order, as the conditions leave few or would take long to ask anew.
        after: go on after this place.
    """
    index = search_index(connection)
    chosen = queries.documents_standing(known_at).where(*narrow)
    few = connection.execute(index.holding(chosen, asked).limit(None if are_few else FEW + 1)).all()
    if are_few or len(few) <= FEW:
        yield from in_order((Place(row.published, row.id) for row in few), after)
        return
    for dates in _batches_of_dates(connection, after):
        of_dates = chosen.where(DOCUMENT.c.published.in_(dates) if dates else _UNDATED)
        found = connection.execute(index.holding_of_many(of_dates, asked))
        yield from in_order((Place(row.published, row.id) for row in found), after)


_UNDATED = sa.or_(DOCUMENT.c.published.is_(None), DOCUMENT.c.published == "")


def in_order(found: Iterable[Place], after: Place | None = None) -> list[str]:
    """Return the documents' ids by date of publication, those behind a place only; those without a date come last.

    >>> in_order([Place(None, "d"), Place("2020", "c"), Place("2021-05", "b"), Place("2021-05", "a")], Place("2021-05", "a"))
    ['b', 'c', 'd']
    """
    behind = (place for place in found if after is None or _is_behind(place, after))
    return latest_first((place.id, place.published) for place in behind)


def _is_behind(place: Place, after: Place) -> bool:
    if not (place.published and after.published):
        return bool(after.published) or (not place.published and place.id > after.id)
    one, other = edtf.sort_key(place.published), edtf.sort_key(after.published)
    return one < other or (one == other and place.id > after.id)


def _batches_of_dates(connection: sa.Connection, after: Place | None) -> Iterator[list[str]]:
    """Yield the dates of publication that there are, the latest first, a few at a time; at last none, for documents without."""
    counted = sa.select(DOCUMENT.c.published, sa.func.count()).group_by(DOCUMENT.c.published)
    counts: dict[str, int] = {date: number for date, number in connection.execute(counted) if date}
    if after is not None:
        last = edtf.sort_key(after.published) if after.published else ("", "")
        counts = {date: number for date, number in counts.items() if edtf.sort_key(date) <= last}
    batch: list[str] = []
    documents = 0
    for date in sorted(counts, key=edtf.sort_key, reverse=True):
        batch.append(date)
        documents += counts[date]
        if documents >= _TOGETHER or len(batch) == _DATES:
            yield batch
            batch, documents = [], 0
    if batch:
        yield batch
    yield []
