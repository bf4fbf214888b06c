"""Inserting many rows at once: what comes to stand in the table is what SQLAlchemy would have put there."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from korpu.ledger import rows
from korpu.ledger.database import Database
from korpu.ledger.inserting import insert_rows
from korpu.ledger.opening import open_database
from korpu.ledger.schema import CHANGE, CLAIM, DOCUMENT
from tests.ledger.conftest import NOON
from tests.samples import make_document, opened, turnover


def stored(database: Database, table: sa.Table) -> list[tuple[object, ...]]:
    """What stands in a table, as it stands there, before SQLAlchemy makes values of it."""
    texts = [sa.cast(column, sa.Text) for column in table.c]
    with database.reading() as connection:
        return [tuple(row) for row in connection.execute(sa.select(*texts).order_by(*table.primary_key))]


def change(number: int, subject: str) -> rows.Row:
    return {"number": number, "at": NOON, "action": "add", "subject": subject, "seal": "0" * 16}


@pytest.mark.parametrize("count", [1, 3])
def test_rows_come_to_stand_as_sqlalchemy_puts_them(address: str, count: int) -> None:
    document = make_document()
    claims = [opened(document), turnover(document), opened(document, when=None, when_from=None)][:count]
    made: list[tuple[sa.Table, list[rows.Row]]] = [
        (DOCUMENT, [rows.document_row(document.id, document, NOON)]),
        (CLAIM, [rows.claim_row(claim.id, claim, "sınaq «ə»", NOON) for claim in claims]),
        (CHANGE, [change(number, claim.id) for number, claim in enumerate(claims, start=1)]),
    ]
    with open_database(address) as database:
        with database.writing() as connection:
            for table, of_table in made:
                connection.execute(table.insert(), of_table)
        expected = [stored(database, table) for table, _ in made]
        with database.writing() as connection:
            for table, _ in reversed(made):
                connection.execute(table.delete())
            for table, of_table in made:
                insert_rows(connection, table, of_table)
        found = [stored(database, table) for table, _ in made]
    assert found == expected


def test_no_rows_change_nothing(address: str) -> None:
    with open_database(address) as database, database.writing() as connection:
        insert_rows(connection, CLAIM, [])
        assert connection.scalar(sa.select(sa.func.count()).select_from(CLAIM)) == 0
