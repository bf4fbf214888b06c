"""Opening: the database at an address, brought to today's schema."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from korpu.ledger import postgres, sqlite
from korpu.ledger.database import Database
from korpu.ledger.errors import LedgerReadOnly, LedgerTooNew
from korpu.ledger.migrations import MIGRATIONS, applied, migrate

Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    """Return the present instant, in UTC."""
    return dt.datetime.now(dt.UTC)


@contextmanager
def open_database(address: str | Path, *, create: bool = True, clock: Clock = utc_now) -> Iterator[Database]:
    """Open the database at an address as a ledger, for a `with` statement; for what it raises see `open_ledger`."""
    database = database_at(address, create)
    try:
        _prepare(database, clock)
        yield database
    finally:
        database.engine.dispose()


def database_at(address: str | Path, create: bool) -> Database:
    """Return the database at an address; nothing is written to it here."""
    if is_server(address):
        return postgres.PostgresServer(str(address), create)
    return sqlite.SQLiteFile(Path(address), create)


def is_server(address: str | Path) -> bool:
    """Return whether an address is a server's, and no file's."""
    return str(address).startswith(postgres.SCHEMES)


def _prepare(database: Database, clock: Clock) -> None:
    """Bring the database to today's schema, where it is a ledger that lags behind."""
    with database.engine.connect() as connection:
        database.check(connection)
        version = applied(connection)
    if version > len(MIGRATIONS):
        raise LedgerTooNew(f"{database.name} was made by a newer Körpü. Install that version to open it.")
    if version == len(MIGRATIONS):
        return
    if not database.is_writable():
        raise LedgerReadOnly(
            f"{database.name} was made by an older Körpü, and cannot be brought up to date: it is read-only."
        )
    database.prepare()
    with database.writing() as connection:
        migrate(connection, clock())
        database.mark(connection, len(MIGRATIONS))
