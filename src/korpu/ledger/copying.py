"""Copying: all rows of a ledger into another database, with their ids, times and numbers; and what is derived, made again."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from korpu.ledger.inserting import insert_rows
from korpu.ledger.looked_up import OF_CLAIMS, fill
from korpu.ledger.schema import CLAIM, DOCUMENT, DOCUMENT_SIGNATURE, METADATA, MIGRATION
from korpu.ledger.search_index import index_all, index_texts, search_index
from korpu.ledger.signatures import sign_all

_BATCH = 5000
_BATCH_OF_TEXTS = 100


class Contents(msgspec.Struct, frozen=True):
    """How much there is in a ledger, withdrawn claims too."""

    documents: int
    claims: int
    changes: int


def contents(connection: sa.Connection) -> Contents:
    """Return how much there is in a ledger."""
    tables = (DOCUMENT, CLAIM, METADATA.tables["change"])
    counts = (connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0 for table in tables)
    return Contents(*counts)


def is_empty(connection: sa.Connection) -> bool:
    """Return whether nothing was ever put into a ledger."""
    tables = (table for table in METADATA.sorted_tables if table is not MIGRATION)
    return not any(connection.scalar(sa.select(sa.exists().select_from(table))) for table in tables)


def copy_rows(source: sa.Connection, target: sa.Connection) -> None:
    """Copy all rows into a ledger of the same schema that has none."""
    target.execute(MIGRATION.delete())  # when the source's were applied is the source's to say
    for table in METADATA.sorted_tables:
        size = _BATCH_OF_TEXTS if table is DOCUMENT else _BATCH
        chosen = sa.select(table).order_by(*table.primary_key).execution_options(yield_per=size)
        for batch in source.execute(chosen).mappings().partitions():
            insert_rows(target, table, [dict(row) for row in batch])
            if table is DOCUMENT:
                index_texts(target, ((row["id"], row["text"], row["language"]) for row in batch))


def delete_rows(connection: sa.Connection) -> None:
    """Take all rows out of a ledger whose place another is to take."""
    search_index(connection).clear(connection)
    for table in reversed(METADATA.sorted_tables):
        connection.execute(table.delete())


def make_again(connection: sa.Connection) -> None:
    """Make again what claims and documents are looked up by, from the claims and texts."""
    search_index(connection).clear(connection)
    index_all(connection)
    for table in (*OF_CLAIMS, DOCUMENT_SIGNATURE):
        connection.execute(table.delete())
    fill(connection, *OF_CLAIMS)
    sign_all(connection)
