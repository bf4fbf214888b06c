"""The signatures of documents, by which those that copy each other are told."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from korpu.ledger.inserting import insert_rows
from korpu.ledger.queries import batches
from korpu.ledger.rows import Row
from korpu.ledger.schema import DOCUMENT_SIGNATURE
from korpu.near_copies import signature


def signature_rows(texts: Iterable[tuple[str, str]]) -> list[Row]:
    """Return the rows of the table `document_signature` of documents, each given as its id and text."""
    return [{"document_id": id, "signature": signature(text)} for id, text in texts]


def sign_all(connection: sa.Connection) -> None:
    """Fill the table `document_signature`, which is empty, from all texts."""
    statement = sa.text("SELECT id, text FROM document WHERE id > :last ORDER BY id LIMIT 200")
    last = ""
    while found := connection.execute(statement, {"last": last}).all():
        insert_rows(connection, DOCUMENT_SIGNATURE, signature_rows((row.id, row.text) for row in found))
        last = found[-1].id


def signatures_of(connection: sa.Connection, documents: Iterable[str]) -> dict[str, bytes]:
    """Return the signatures of documents by their ids."""
    held = {}
    for batch in batches(sorted(set(documents))):
        chosen = sa.select(DOCUMENT_SIGNATURE).where(DOCUMENT_SIGNATURE.c.document_id.in_(batch))
        held.update({row.document_id: bytes(row.signature) for row in connection.execute(chosen)})
    return held
