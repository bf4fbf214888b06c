"""Copying: all rows of a ledger into another database, with their ids, times and numbers; and what is derived, made again."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from korpu.ledger import rows
from korpu.ledger.entity_names import name_all
from korpu.ledger.schema import (
    CLAIM,
    CLAIM_PAIR,
    CLAIM_PARTY,
    DOCUMENT,
    DOCUMENT_SIGNATURE,
    ENTITY_NAME,
    METADATA,
    MIGRATION,
)
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
            target.execute(table.insert(), [dict(row) for row in batch])
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
    for table in (CLAIM_PARTY, CLAIM_PAIR):
        connection.execute(table.delete())
    last = ""
    while found := connection.execute(
        sa.select(CLAIM.c.id, CLAIM.c.parties, CLAIM.c.when)
        .where(CLAIM.c.id > last)
        .order_by(CLAIM.c.id)
        .limit(_BATCH)
    ).all():
        parties = [row for id, of_one, _ in found for row in rows.party_rows(id, of_one)]
        pairs = [row for id, of_one, when in found for row in rows.pair_rows(id, of_one, when)]
        for table, made in ((CLAIM_PARTY, parties), (CLAIM_PAIR, pairs)):
            if made:
                connection.execute(table.insert(), made)
        last = found[-1].id
    connection.execute(ENTITY_NAME.delete())
    name_all(connection)
    connection.execute(DOCUMENT_SIGNATURE.delete())
    sign_all(connection)
