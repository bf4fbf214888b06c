"""Opening a file of accounts: looking that it is one, that only its owner may read it, and that it is of today's schema."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import sqlalchemy as sa

from korpu.accounts.errors import AccountError, AccountsOpenToAll, AccountsTooNew, NoAccounts, NotAccounts
from korpu.accounts.hashing import Hashing
from korpu.accounts.schema import APPLICATION_ID, STEPS, bring_up_to_date
from korpu.accounts.store import Accounts

_PATIENCE = 10.0
"""How many seconds one that changes an account waits for another that does."""

_MAGIC = b"SQLite format 3\x00"


def opened(path: Path, create: bool, hashing: Hashing | None = None) -> Accounts:
    """Return the accounts of a file; see `korpu.accounts.open_accounts`."""
    try:
        _check_file(path, create)
    except OSError as error:
        raise AccountError(f"{path}: the accounts cannot be opened ({error.strerror or error}).") from None
    engine = _engine(path)
    try:
        _prepare(path, engine)
    except sa.exc.DBAPIError as error:
        engine.dispose()
        raise AccountError(f"{path}: the accounts cannot be opened ({error.orig}).") from None
    except AccountError:
        engine.dispose()
        raise
    return Accounts(path, engine, hashing or Hashing())


def _check_file(path: Path, create: bool) -> None:
    """Raise where the path is no file of accounts; make an empty one where it is to be made."""
    if path.is_dir():
        raise NotAccounts(f"{path} is a folder. Give the path of a file.")
    if not path.exists():
        if not create:
            raise NoAccounts(
                f"There are no accounts at {path} yet. "
                f"`korpu user add NAME --role administrator --accounts {path}` makes the first."
            )
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Before there is anything in it: SQLite gives its journals the same permissions.
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise AccountsOpenToAll(
            f"{path}: other users of this machine may read the accounts. "
            f"Take that from them with `chmod 600 {path}`, then try again."
        )
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if head and head != _MAGIC:
        raise NotAccounts(f"{path} is no file of accounts. Nothing was written to it; give another path.")


def _engine(path: Path) -> sa.Engine:
    def connect() -> sqlite3.Connection:
        # Transactions are begun below: the module's own way would begin them after the first reading.
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")  # a hash that is taken away is gone from the file
        return connection

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.QueuePool, max_overflow=-1)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _prepare(path: Path, engine: sa.Engine) -> None:
    with engine.connect() as connection:
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if mark != APPLICATION_ID and (mark or sa.inspect(connection).get_table_names()):
            raise NotAccounts(
                f"{path} is another SQLite database, such as a ledger. Nothing was written to it; "
                "accounts have a file of their own, so give another path."
            )
    if version > len(STEPS):
        raise AccountsTooNew(f"{path} was made by a newer Körpü. Install that version to open it.")
    if version < len(STEPS):
        with engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection, connection.begin():
            bring_up_to_date(connection)
