import datetime as dt
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from korpu.coverage import Coverage
from korpu.ledger import rows
from korpu.ledger.entity_names import name_rows
from korpu.ledger.keeping import checking
from korpu.ledger.migrations import MIGRATIONS
from korpu.ledger.opening import database_at
from korpu.ledger.recorded import seal_all
from korpu.ledger.schema import (
    CHANGE,
    CLAIM,
    CLAIM_PAIR,
    CLAIM_PARTY,
    COVERAGE,
    DOCUMENT,
    DOCUMENT_SIGNATURE,
    ENTITY_NAME,
    METADATA,
    MIGRATION,
)
from korpu.ledger.search_index import index_texts
from korpu.ledger.signatures import signature_rows
from korpu.ledger.sqlite import APPLICATION_ID
from korpu.ledger.store import open_ledger
from tests.ledger.conftest import NOON
from tests.samples import make_document, opened, turnover


def test_the_migrations_lead_to_the_schema(address: str) -> None:
    with open_ledger(address):
        pass
    engine = database_at(address, False).engine
    inspector = sa.inspect(engine)
    assert set(inspector.get_table_names()) >= set(METADATA.tables)
    for name, table in METADATA.tables.items():
        columns = {column["name"]: column for column in inspector.get_columns(name)}
        assert list(columns) == list(table.c.keys())
        for column in table.c:
            assert columns[column.name]["nullable"] == column.nullable, (name, column.name)
        assert inspector.get_pk_constraint(name)["constrained_columns"] == [c.name for c in table.primary_key]
        foreign = {
            (f["constrained_columns"][0], f["referred_table"]) for f in inspector.get_foreign_keys(name)
        }
        assert foreign == {(f.parent.name, f.column.table.name) for f in table.foreign_keys}
        indexes = {(index["name"], *index["column_names"]) for index in inspector.get_indexes(name)}
        assert indexes == {
            (index.name, *(column.name for column in index.columns)) for index in table.indexes
        }
    engine.dispose()


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_ledger_of_any_earlier_version_is_brought_up_to_date(address: str, version: int) -> None:
    document = make_document(title="Bir", url="https://example.org/1")
    claims = [opened(document), turnover(document)]
    database = database_at(address, True)
    database.prepare()
    with database.writing() as connection:
        for number, step in enumerate(MIGRATIONS[:version], start=1):
            step(connection)
            connection.execute(MIGRATION.insert().values(number=number, applied_at=NOON))
        coverage = {"sentences_claim": 2, "sentences_nothing": 1, "sentences_not_understood": 0}
        insert_as_then(connection, DOCUMENT, rows.document_row(document.id, document, NOON) | coverage)
        for claim in claims:
            insert_as_then(connection, CLAIM, rows.claim_row(claim.id, claim, "0", NOON))
        for claim in claims:
            for row in rows.party_rows(claim.id, claim.parties):
                insert_as_then(connection, CLAIM_PARTY, row)
        if version >= 3:
            for claim in claims:
                for row in rows.pair_rows(claim.id, claim.parties, claim.when):
                    insert_as_then(connection, CLAIM_PAIR, row)
            change = {"number": 1, "at": NOON, "action": "add", "subject": document.id}
            insert_as_then(connection, CHANGE, change)
        if version >= 4:
            index_texts(connection, [(document.id, document.text, document.card.language)])
        if version >= 5:
            connection.execute(ENTITY_NAME.insert(), name_rows({claim.id: claim for claim in claims}))
        if version >= 6:
            insert_as_then(connection, DOCUMENT_SIGNATURE, *signature_rows([(document.id, document.text)]))
        if version >= 7:
            insert_as_then(connection, COVERAGE, rows.coverage_row(document.id, Coverage(2, 1, 0), "0", NOON))
            seal_all(connection)
        if 5 <= version < 8:
            connection.execute(sa.update(ENTITY_NAME).values(key="as it was made then"))
        database.mark(connection, version)
    database.engine.dispose()
    with open_ledger(address) as ledger:
        assert {claim.id: claim for claim in ledger.claims()} == {claim.id: claim for claim in claims}
        assert [claim.when for claim in ledger.claims_by_date(["NO", "CL"])] == ["1997", "2021"]
        assert [(change.action, change.at) for change in ledger.log()][:1] == [("add", NOON)]
        assert [hit.document for hit in ledger.search("səfirliyi")] == [document.id]
        assert [entity.name for entity in ledger.entities(("NO", "CL")).entities] == ["NO embassy CL"]
        assert ledger.claims(known_at=NOON - dt.timedelta(days=1)) == []
        assert [stored.coverage for stored in ledger.documents()] == [
            Coverage(2, 1, 0) if version >= 2 else None
        ]
    with checking(address) as check:
        assert list(check.problems()) == []


def insert_as_then(connection: sa.Connection, table: sa.Table, row: dict[str, Any]) -> None:
    """Insert what of a row the table had columns for at that version."""
    columns = {column["name"] for column in sa.inspect(connection).get_columns(table.name)}
    values = {name: row[name] for name in row if name in columns}
    typed = {name: table.c[name] if name in table.c else sa.column(name) for name in values}
    connection.execute(
        sa.insert(sa.table(table.name, *(sa.column(c.name, c.type) for c in typed.values()))).values(values)
    )


def test_migrations_are_numbered_without_gaps_and_say_what_they_do() -> None:
    for number, migration in enumerate(MIGRATIONS, start=1):
        assert migration.__name__.startswith(f"m{number:03}_")
        assert migration.__doc__


def test_a_ledger_opened_again_is_not_migrated_again(path: Path) -> None:
    for _ in range(2):
        with open_ledger(path):
            pass
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM migration").fetchone() == (len(MIGRATIONS),)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_the_schema_compiles_for_both_databases() -> None:
    for table in METADATA.sorted_tables:
        for dialect in (sqlite.dialect(), postgresql.dialect()):  # type: ignore[no-untyped-call]
            assert "CREATE TABLE" in str(sa.schema.CreateTable(table).compile(dialect=dialect))
