import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from korpu.ledger.migrations import MIGRATIONS
from korpu.ledger.schema import METADATA
from korpu.ledger.sqlite import APPLICATION_ID
from korpu.ledger.store import open_ledger


def test_the_migrations_lead_to_the_schema(path: Path) -> None:
    with open_ledger(path):
        pass
    engine = sa.create_engine(f"sqlite:///{path}")
    inspector = sa.inspect(engine)
    # What words are searched by lies in tables that are SQLite's own.
    made = {name for name in inspector.get_table_names() if not name.startswith("search")}
    assert made == set(METADATA.tables)
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
