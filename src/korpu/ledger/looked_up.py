"""What claims are looked up by: the tables that are made of claims, and that can be made of them again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import sqlalchemy as sa

from korpu.claims import Claim
from korpu.ledger.entity_names import CLAIM_COLUMNS, bare_claim, name_rows
from korpu.ledger.inserting import insert_rows
from korpu.ledger.rows import Row, pair_rows, party_rows
from korpu.ledger.schema import CLAIM, CLAIM_PAIR, CLAIM_PARTY, ENTITY_NAME

_BATCH = 5000

OF_CLAIMS: dict[sa.Table, Callable[[Mapping[str, Claim]], list[Row]]] = {
    CLAIM_PARTY: lambda claims: [
        row for id, claim in claims.items() for row in party_rows(id, claim.parties)
    ],
    CLAIM_PAIR: lambda claims: [
        row for id, claim in claims.items() for row in pair_rows(id, claim.parties, claim.when)
    ],
    ENTITY_NAME: name_rows,
}
"""The tables, and how the rows of each are made of claims, which are given by their ids."""


def rows_of_claims(claims: Iterable[Claim]) -> dict[sa.Table, list[Row]]:
    """Return the rows of each of these tables of some claims."""
    by_id = {claim.id: claim for claim in claims}
    return {table: make(by_id) for table, make in OF_CLAIMS.items()}


def fill(connection: sa.Connection, *tables: sa.Table) -> None:
    """Fill some of these tables, which are empty, from all claims of the ledger."""
    chosen = sa.select(*CLAIM_COLUMNS).order_by(CLAIM.c.id).execution_options(yield_per=_BATCH)
    for batch in connection.execute(chosen).partitions():
        claims = {row.id: bare_claim(row) for row in batch}
        for table in tables:
            insert_rows(connection, table, OF_CLAIMS[table](claims))
