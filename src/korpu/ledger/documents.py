"""The documents of a ledger, as lists have them: their cards, and how many of their claims stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import sqlalchemy as sa

from korpu import edtf
from korpu.as_of import is_published_by
from korpu.coverage import Coverage
from korpu.document import SourceCard
from korpu.ledger import queries, rows
from korpu.ledger.schema import DOCUMENT
from korpu.states import name_key


class StoredDocument(msgspec.Struct, frozen=True):
    """A document of the ledger without its text.

    Attributes:
        id: the SHA-256 of the text, in hex.
        length: of the text, in code points.
        recorded_at: when the ledger learnt it, UTC.
        claims: how many claims were read from it.
        coverage: how many of its sentences were understood when it was read last; None where the ledger was not told.
    """

    id: str
    card: SourceCard
    length: int
    recorded_at: dt.datetime
    claims: int
    coverage: Coverage | None = None


def find_documents(
    connection: sa.Connection, parties: Iterable[str], known_at: dt.datetime | None, as_of: dt.date | None
) -> list[StoredDocument]:
    """Return what is known of the documents, by publication date and id (see `korpu.ledger.store.Ledger.documents`)."""
    found = connection.execute(queries.documents_of(parties, known_at)).mappings().all()
    stored = [_stored(row) for row in found if is_published_by(row["published"], as_of)]
    return sorted(stored, key=lambda document: (edtf.sort_key(document.card.published), document.id))


def find_counted(
    connection: sa.Connection, counts: Mapping[str, int], known_at: dt.datetime | None
) -> list[StoredDocument]:
    """Return what is known of documents of which it is known how many claims count, in the order of `find_documents`."""
    found = []
    for batch in queries.batches(sorted(counts)):
        chosen = queries.documents_with(batch, known_at)
        found += [_stored(row, counts[row["id"]]) for row in connection.execute(chosen).mappings()]
    return sorted(found, key=lambda document: (edtf.sort_key(document.card.published), document.id))


def find_document_ids(
    connection: sa.Connection,
    parties: Iterable[str],
    words: str,
    known_at: dt.datetime | None,
    as_of: dt.date | None,
) -> list[str]:
    """Return the ids of documents, the newest first (see `korpu.ledger.store.Ledger.document_ids`)."""
    wanted = name_key(words).split()
    dated: dict[str, str | None] = {}
    for row in connection.execute(queries.dates_of_documents(parties, known_at, bool(wanted))):
        named = name_key(f"{row.title or ''} {row.publisher or ''}") if wanted else ""
        if is_published_by(row.published, as_of) and all(word in named for word in wanted):
            dated[row.id] = row.published
    return latest_first(dated.items())


def find_listed(
    connection: sa.Connection, ids: Sequence[str], parties: Iterable[str], known_at: dt.datetime | None
) -> list[StoredDocument]:
    """Return what is known of a few documents, in their order (see `korpu.ledger.store.Ledger.documents_listed`)."""
    found: dict[str, StoredDocument] = {}
    for batch in queries.batches(ids):
        chosen = queries.documents_of(parties, known_at, batch)
        found |= {row["id"]: _stored(row) for row in connection.execute(chosen).mappings()}
    return [found[id] for id in ids if id in found]


def latest_first(found: Iterable[tuple[str, str | None]]) -> list[str]:
    """Return documents' ids by date of publication, the latest first; those without one come last.

    >>> latest_first([("a", "2020"), ("b", None), ("c", "2021-05")])
    ['c', 'a', 'b']
    """
    by_id = sorted(found)
    dated = [row for row in by_id if row[1]]
    dated.sort(key=lambda row: edtf.sort_key(row[1]), reverse=True)
    return [id for id, _ in dated] + [id for id, published in by_id if not published]


def _stored(row: rows.Row | sa.RowMapping, claims: int | None = None) -> StoredDocument:
    return StoredDocument(
        row["id"],
        rows.card_of(row),
        row["length"],
        row["recorded_at"],
        row["claims"] if claims is None else claims,
        rows.coverage_of(row),
    )


def cards_of(connection: sa.Connection, documents: Iterable[str]) -> dict[str, SourceCard]:
    """Return the source cards of documents by their ids."""
    columns = [column for column in DOCUMENT.c if column.name != "text"]
    found = {}
    for batch in queries.batches(sorted(set(documents))):
        chosen = sa.select(*columns).where(DOCUMENT.c.id.in_(batch))
        found.update({row["id"]: rows.card_of(row) for row in connection.execute(chosen).mappings()})
    return found
