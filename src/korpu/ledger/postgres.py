"""A ledger in a PostgreSQL database, for several people. All that is PostgreSQL's own is here."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import sqlalchemy as sa

from korpu.ledger.database import Database, damaged, from_json, telling_damage, to_json
from korpu.ledger.errors import Damaged, LedgerError, LedgerReadOnly, NoLedger, NotALedger
from korpu.ledger.schema import METADATA, MIGRATION

SCHEMES = ("postgresql://", "postgres://")
"""What the address of such a ledger begins with."""

_LOCK = 0x4B6F7270
"""What writers queue for, one at a time, so that each is recorded later than the one before: «Korp» in ASCII."""


# What the driver logs of a connection that broke off is told in a sentence; nobody need see it twice.
logging.getLogger("psycopg").addHandler(logging.NullHandler())


class PostgresServer(Database):
    """A ledger in a database of a PostgreSQL server."""

    def __init__(self, address: str, create: bool) -> None:
        """Make ready to connect; nothing is asked of the server here.

        Raises:
            LedgerError: the address is none, or the driver is not installed.
        """
        try:
            url = sa.make_url(address.replace("postgres://", "postgresql://", 1))
            self.engine = sa.create_engine(
                url.set(drivername="postgresql+psycopg"),
                json_serializer=to_json,
                json_deserializer=from_json,
                pool_pre_ping=True,
                # The server would compile each of our short questions, which takes longer than to answer it.
                connect_args={"options": "-c jit=off"},
            )
        except sa.exc.ArgumentError:
            raise LedgerError(
                f"«{address}» is no address of a PostgreSQL database; one is postgresql://USER@HOST/DATABASE."
            ) from None
        except ModuleNotFoundError:
            raise LedgerError(
                "A ledger in PostgreSQL needs the driver psycopg. Install it with: pip install 'korpu[postgres]'"
            ) from None
        self.name = url.render_as_string(hide_password=True)
        self._create = create
        sa.event.listen(self.engine, "handle_error", partial(_clear_error, self.name))

    def check(self, connection: sa.Connection) -> None:
        """Raise `NotALedger` where tables of ours are another application's, `NoLedger` where there are none."""
        tables = set(sa.inspect(connection).get_table_names())
        if MIGRATION.name in tables:
            return
        taken = sorted(tables & set(METADATA.tables))
        if taken:
            raise NotALedger(
                f"{self.name} has a table «{taken[0]}» of another application. Nothing was written to it; "
                "give another database or schema."
            )
        if not self._create:
            raise NoLedger(f"There is no ledger at {self.name} yet. `korpu add FILE --ledger …` begins one.")

    def is_writable(self) -> bool:
        """Return True; the server says otherwise when it is asked to write."""
        return True

    def prepare(self) -> None:
        """Do nothing: the server's settings are its keeper's."""

    def mark(self, connection: sa.Connection, version: int) -> None:
        """Do nothing: the table of migrations tells the version."""

    def gather_statistics(self) -> None:
        """Have the server look at its tables; it would by itself, but within minutes."""
        with self.engine.connect() as connection, connection.begin():
            connection.execute(sa.text("ANALYZE"))

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Begin a transaction that will write; another that would, waits."""
        with self.engine.connect() as connection, connection.begin():
            wait = {"wait": str(round(self.patience * 1000))}
            connection.execute(sa.text("SELECT set_config('lock_timeout', :wait, true)"), wait)
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Open a connection for reading; what is read in it is of one moment."""
        level = {"isolation_level": "REPEATABLE READ"}
        with (
            telling_damage(self),
            self.engine.connect().execution_options(**level) as connection,
            connection.begin(),
        ):
            yield connection


_REFUSED = ("does not exist", "authentication failed", "no pg_hba.conf entry")
"""What a server says that runs, and has not what was asked for; the driver gives no code with it."""


def _clear_error(name: str, context: sa.ExceptionContext) -> LedgerError | None:
    """Return the error for people that stands for what the server said; None to leave it as it is."""
    # A connection that a stopped server left behind is only looked at, to make another in its place.
    if context.is_pre_ping or not isinstance(context.sqlalchemy_exception, sa.exc.DBAPIError):
        return None
    cause = context.original_exception
    message = str(cause).strip().partition("\n")[0]
    state = getattr(cause, "sqlstate", None) or ""
    if state in ("42501", "25006"):  # insufficient privilege, read-only transaction
        return LedgerReadOnly(f"{name}: the ledger cannot be written to ({message}).")
    if state.startswith("53"):  # insufficient resources
        return LedgerError(
            f"{name}: the server has no room left ({message}). What was added before is in the ledger."
        )
    if state == "55P03":  # lock not available
        return LedgerError(f"{name}: another program is writing to the ledger. Try again when it has ended.")
    if state.startswith(
        ("23", "XX001", "XX002")
    ):  # a constraint that only damage breaks; damaged data or index
        return Damaged(damaged(name, message))
    if not state and any(words in message for words in _REFUSED):
        return LedgerError(
            f"{name}: the server has no such database or user, or does not let this one in ({message}). Check the address; "
            "`createdb NAME` makes a database."
        )
    if not state or state.startswith(("08", "57P")):  # no connection, or the server is shutting down
        return LedgerError(f"{name}: the server cannot be reached ({message}). Try again when it runs.")
    return LedgerError(f"{name}: the ledger failed ({message}).")
