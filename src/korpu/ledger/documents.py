"""The documents of a ledger, as lists have them: their cards, and how many of their claims stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from korpu import edtf
from korpu.as_of import is_published_by
from korpu.coverage import Coverage
from korpu.document import SourceCard
from korpu.ledger import queries, rows
from korpu.ledger.schema import DOCUMENT


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
    stored = [
        StoredDocument(
            row["id"],
            rows.card_of(row),
            row["length"],
            row["recorded_at"],
            row["claims"],
            rows.coverage_of(row),
        )
        for row in found
        if is_published_by(row["published"], as_of)
    ]
    return sorted(stored, key=lambda document: (edtf.sort_key(document.card.published), document.id))


def cards_of(connection: sa.Connection, documents: Iterable[str]) -> dict[str, SourceCard]:
    """Return the source cards of documents by their ids."""
    columns = [column for column in DOCUMENT.c if column.name != "text"]
    found = {}
    for batch in queries.batches(sorted(set(documents))):
        chosen = sa.select(*columns).where(DOCUMENT.c.id.in_(batch))
        found.update({row["id"]: rows.card_of(row) for row in connection.execute(chosen).mappings()})
    return found
