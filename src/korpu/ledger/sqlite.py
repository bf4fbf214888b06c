"""A ledger that is one SQLite file: how it is recognised, opened and marked. All that is SQLite's own is here."""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from operator import methodcaller
from pathlib import Path

import sqlalchemy as sa

from korpu.ledger.database import Database, damaged, from_json, to_json
from korpu.ledger.errors import Damaged, LedgerError, LedgerReadOnly, NoLedger, NotALedger
from korpu.ledger.schema import METADATA

APPLICATION_ID = 0x4B6F7270
"""«Korp» in ASCII, in the file's header: the file is a ledger of Körpü's."""

_LOOK_AGAIN = 0.01
"""Within how many seconds one that waits to write looks again. SQLite's own waiting looks ever more seldom, so that
who has just written goes first again: of eight writers, four were seen to write once in twelve seconds. When all look
at random times, who has just written too, each is as likely as any other to be next."""
_CROWDED_SECONDS = 1.0
"""For how long one that had to wait lets others go first."""

_LONG_JOURNAL = 16 * 1024 * 1024
"""From how many bytes on the journal is brought into the file even if that takes waiting for readers to end. SQLite
itself does it after each 4 MB, but only while nobody reads; the journal would grow as long as there are readers."""
_PAUSE_SECONDS = 2.0
"""How long a writer tries to, when others write, too."""
_FOR_READERS = 0.05
"""How many seconds, having its turn among them, it waits for readers to end. They need not wait for it."""

CACHE_KILOBYTES = 65_536
"""How much of the file is kept in memory, at most. Ids are spread over all of their indexes, so that a large ledger needs it."""

_MAGIC = b"SQLite format 3\x00"


class SQLiteFile(Database):
    """A ledger that is one file. One that cannot be written to is opened for reading only."""

    def __init__(self, path: Path, create: bool) -> None:
        """Open the file, made where it is missing and `create` says so; nothing is written to it here.

        Raises:
            NoLedger, NotALedger, LedgerReadOnly: see there.
        """
        _check_path(path, create)
        self.path, self.name = path, str(path)
        self._create = create
        self._shorten_at = _LONG_JOURNAL
        self._crowded_until = 0.0
        self.engine = sa.create_engine(
            "sqlite://",
            creator=self._connect,
            poolclass=sa.QueuePool,
            json_serializer=to_json,
            json_deserializer=from_json,
        )
        sa.event.listen(self.engine, "begin", self._begin)
        sa.event.listen(self.engine, "handle_error", partial(_clear_error, path))

    def _connect(self) -> sqlite3.Connection:
        # Transactions are begun below; the module's own way would leave migrations outside of them.
        connection = sqlite3.connect(
            _uri(self.path), uri=True, timeout=self.patience, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
            # What was committed is on the disk. Builds of SQLite differ in what they do unasked; on a Mac, only the
            # second has the disk itself write.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA fullfsync = ON")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _begin(self, connection: sa.Connection) -> None:
        # A transaction that will write (see `writing`) takes the lock at once: one that reads first could lose it
        # to another.
        begin = connection.get_execution_options().get("begin", "BEGIN")
        if begin == "BEGIN IMMEDIATE":
            self._wait_for(connection, begin)
        elif begin:
            connection.exec_driver_sql(begin)

    def _wait_for(self, connection: sa.Connection, statement: str) -> None:
        """Execute a statement that takes the writer's lock, as soon as no other program has it."""
        driver = _driver(connection)
        end = time.monotonic() + self.patience
        driver.execute("PRAGMA busy_timeout = 0")
        if time.monotonic() < self._crowded_until:
            time.sleep(random.uniform(0, _LOOK_AGAIN))
        try:
            while True:
                try:
                    driver.execute(statement)
                    return
                except sqlite3.OperationalError as error:
                    if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > end:
                        raise _describe(self.path, error.sqlite_errorname, str(error)) from error
                self._crowded_until = time.monotonic() + _CROWDED_SECONDS
                time.sleep(random.uniform(0, _LOOK_AGAIN))
        finally:
            driver.execute(f"PRAGMA busy_timeout = {round(self.patience * 1000)}")

    def check(self, connection: sa.Connection) -> None:
        """Raise `NotALedger` where the file is another application's, `NoLedger` where it is none yet and must be one."""
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        if mark == APPLICATION_ID:
            return
        # A file without a mark and without tables is only now being made, or was left by a crash before the first
        # commit: it is for who adds to fill.
        if mark or sa.inspect(connection).get_table_names():
            raise NotALedger(
                f"{self.path} is another application's SQLite database. Nothing was written to it; give another path."
            )
        if not self._create:
            raise _no_ledger(self.path)

    def is_writable(self) -> bool:
        """Return whether the file, and the folder that holds its journal, can be written to."""
        return is_writable(self.path)

    def prepare(self) -> None:
        """Have readers and the one writer not wait for each other, and each commit be on the disk."""
        # Outside of a transaction, which SQLite asks for here.
        with self.engine.connect().execution_options(begin=None) as connection:
            # Of several that make the same ledger at once, SQLite turns all but one away unheard.
            self._wait_for(connection, "PRAGMA journal_mode = WAL")

    def mark(self, connection: sa.Connection, version: int) -> None:
        """Mark the file for tools that look at its header."""
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")

    def gather_statistics(self) -> None:
        """Let SQLite look at its tables; it takes samples of large ones."""
        with self.engine.connect().execution_options(begin=None) as connection:
            connection.exec_driver_sql("PRAGMA analysis_limit = 1000")
            connection.exec_driver_sql("ANALYZE")

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Begin a transaction that will write; another that would, waits."""
        with (
            self.engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection,
            connection.begin(),
        ):
            yield connection
        journal = _journal_length(self.path)
        if journal > self._shorten_at:
            self._shorten_at = journal + _LONG_JOURNAL
            if self._shorten_journal():
                self._shorten_at = _LONG_JOURNAL

    def _shorten_journal(self) -> bool:
        """Bring the journal into the file and empty it; return whether the readers left time for it."""
        end = time.monotonic() + _PAUSE_SECONDS
        try:
            with closing(sqlite3.connect(_uri(self.path), uri=True, timeout=_FOR_READERS)) as driver:
                while driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                    if time.monotonic() > end:
                        return False
                    time.sleep(random.uniform(0, _LOOK_AGAIN))
        except sqlite3.Error:
            return False  # what was added is in the journal all the same
        return True

    @contextmanager
    def inspecting(self) -> Iterator[sa.Connection]:
        """Open a connection for reading what may be damaged: a text that is none comes back with marks in it."""
        with self.reading() as connection:
            driver = _driver(connection)
            driver.text_factory = methodcaller("decode", "utf-8", "replace")
            try:
                yield connection
            finally:
                driver.text_factory = str

    def find_damage(self, connection: sa.Connection) -> Iterator[str]:
        """Yield what SQLite finds wrong with its pages and indexes."""
        for (found,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if found != "ok":
                yield " ".join(found.split())

    def find_mistyped(self) -> str:
        """Return where bytes are stored and a text belongs: SQLite lets a column hold anything."""
        with self.engine.connect() as connection, connection.begin():
            for table in METADATA.sorted_tables:
                for column in table.columns:
                    is_bytes = sa.exists().where(sa.func.typeof(column) == "blob")
                    if isinstance(column.type, sa.String) and connection.scalar(sa.select(is_bytes)):
                        return f"{table.name}.{column.name} holds what is no text"
        return ""

    def copy_pages(self, path: Path) -> bool:
        """Copy the whole to a new file as it is at one moment; who writes meanwhile is not held up."""
        try:
            with self.reading() as connection, closing(sqlite3.connect(path)) as copy:
                _driver(connection).backup(copy)
        except sqlite3.Error as error:
            raise _describe(self.path, getattr(error, "sqlite_errorname", ""), str(error)) from None
        return True


def _driver(connection: sa.Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def is_writable(path: Path) -> bool:
    """Whether the file, and the folder that holds its journal, can be written to."""
    return os.access(path if path.exists() else path.parent, os.W_OK) and os.access(path.parent, os.W_OK)


def _uri(path: Path) -> str:
    address = path.absolute().as_uri()
    if is_writable(path):
        return f"{address}?mode=rwc"
    # On a read-only disk SQLite cannot make its shared-memory file; `immutable` does without, and
    # misses nothing as long as no journal is left beside the file.
    has_journal = path.with_name(path.name + "-wal").exists()
    return (
        f"{address}?mode=ro" if has_journal or os.access(path.parent, os.W_OK) else f"{address}?immutable=1"
    )


def _check_path(path: Path, create: bool) -> None:
    try:
        if path.is_dir():
            raise NotALedger(f"{path} is a folder, not a ledger. Give the path of a file.")
        # First the journal: it is begun only when the file is not empty any more.
        has_journal = _has_journal(path)
        if path.exists() and (head := _head(path)):
            if head != _MAGIC:
                raise NotALedger(
                    f"{path} is not a ledger of Körpü's. Nothing was written to it; give another path."
                )
        elif path.exists() and has_journal:
            raise Damaged(damaged(str(path), "the file is empty, but it has a journal"))
        elif not create:
            raise _no_ledger(path)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not is_writable(path):
                raise LedgerReadOnly(f"{path}: a ledger cannot be made there; the folder is read-only.")
    except OSError as error:
        reason = error.strerror or str(error)
        if path.exists():
            raise LedgerError(f"{path}: the ledger cannot be read ({reason}).") from None
        raise LedgerReadOnly(
            f"{path}: a ledger cannot be made there ({reason}). Give another path."
        ) from None


def _no_ledger(path: Path) -> NoLedger:
    return NoLedger(f"There is no ledger at {path} yet. `korpu add FILE --ledger {path}` begins one.")


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_MAGIC))


def _has_journal(path: Path) -> bool:
    return _journal_length(path) > 0


def _journal_length(path: Path) -> int:
    try:
        return path.with_name(path.name + "-wal").stat().st_size
    except FileNotFoundError:
        return 0


def _clear_error(path: Path, context: sa.ExceptionContext) -> LedgerError | None:
    """Return the error for people that stands for what SQLite said; None to leave it as it is."""
    if not isinstance(context.sqlalchemy_exception, sa.exc.DBAPIError):
        return None
    cause = context.original_exception
    return _describe(path, getattr(cause, "sqlite_errorname", ""), str(cause))


def _describe(path: Path, name: str, message: str) -> LedgerError:
    if name.startswith("SQLITE_CANTOPEN") and _has_journal(path):
        return LedgerReadOnly(
            f"{path}: a program that ended early left changes in the journal beside it ({path.name}-wal), which can "
            "only be read where the folder can be written to. Open it there, or copy both files to such a place."
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return LedgerReadOnly(f"{path}: the ledger cannot be written to; the disk or the file is read-only.")
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_CONSTRAINT")) or any(
        word in message for word in ("decode", "fts5")
    ):
        # No constraint is ever broken by what is added: where one is, an index and its table say different things.
        return Damaged(damaged(str(path), message))
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LedgerError(f"{path}: another program is writing to the ledger. Try again when it has ended.")
    if name.startswith("SQLITE_FULL"):
        return LedgerError(f"{path}: the disk is full. What was added before is in the ledger.")
    if "already exists" in message or "duplicate column" in message:
        # The table of migrations lost some of them.
        return Damaged(damaged(str(path), message))
    if name.startswith("SQLITE_IOERR"):
        return LedgerError(
            f"{path}: the disk is full or does not work ({message}). What was added before is in the ledger."
        )
    return LedgerError(f"{path}: the ledger failed ({message}).")
