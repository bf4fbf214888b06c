"""Keeping a ledger safe: backups, restoring, moving to another database, and mending what is derived."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from korpu.errors import WrongUse
from korpu.ledger.checking import RESTORE, Check, Problem
from korpu.ledger.copying import Contents, contents, copy_rows, delete_rows, is_empty, make_again
from korpu.ledger.database import Database
from korpu.ledger.errors import Damaged, LedgerError, NoLedger, NotALedger, NotEmpty
from korpu.ledger.opening import database_at, is_server, open_database

Address = str | Path


class Restored(msgspec.Struct, frozen=True):
    """What a backup had, and the file in which the ledger that was there before is kept; None where there was none."""

    contents: Contents
    kept: Path | None


def copy(source: Address, target: Address) -> Contents:
    """Copy a ledger into another database, all of it or nothing; return how much it is.

    Ids, times and the numbers of changes stay as they are, so that every answer is the same.

    Raises:
        NoLedger: there is none at `source`.
        NotEmpty: there is something at `target`.
        LedgerError: any failure of a database.
    """
    with open_database(source, create=False) as origin, open_database(target) as destination:
        copied = _copy(origin, destination)
        destination.gather_statistics()
        return copied


def _copy(source: Database, target: Database) -> Contents:
    with source.reading() as read, target.writing() as write:
        if not is_empty(write):
            raise NotEmpty(
                f"{target.name} has something in it already. Nothing was copied; give a ledger that is empty or new."
            )
        copy_rows(read, write)
        return contents(write)


def backup(address: Address, path: Path) -> Contents:
    """Write the ledger as it is at one moment to a file, which is a ledger itself; return how much it is.

    Others may go on writing to the ledger meanwhile.

    Raises:
        WrongUse: there is something at `path` already.
        NoLedger: there is no ledger at `address`.
        LedgerError: the file cannot be written.
    """
    if path.exists():
        raise WrongUse(f"{path} is there already, and a backup replaces nothing. Give another path.")
    with open_database(address, create=False) as database:
        _write_file(database, path)
    with open_database(path, create=False) as written, written.reading() as connection:
        return contents(connection)


def _write_file(database: Database, path: Path) -> None:
    """Write all of a database to a file that is whole as soon as it has its name."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}-") as folder:
            part = Path(folder) / "part"
            if not database.copy_pages(part):
                with open_database(part) as copy:
                    _copy(database, copy)
            _flush(part)
            part.rename(path)
            _flush(path.parent)
    except OSError as error:
        raise LedgerError(f"{path}: the file cannot be written ({error.strerror or error}).") from None


def _flush(path: Path) -> None:
    """Have what was written be on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def restore(path: Path, address: Address) -> Restored:
    """Let the ledger at an address be what a backup has; what it was before is kept in a file beside it.

    The backup is checked first, and stays as it is. Others who read meanwhile see the one or the other.

    Raises:
        NoLedger: there is no backup at `path`.
        Damaged: the backup is damaged; the ledger was not touched.
        LedgerError: any failure of a database.
    """
    folder = None if is_server(address) else Path(address).parent
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=folder, prefix=".restoring-") as made,
        _sound_copy(path, made) as source,
    ):
        kept = _put_aside(address)
        with open_database(address) as target:
            with source.reading() as read, target.writing() as write:
                delete_rows(write)
                copy_rows(read, write)
                restored = Restored(contents(write), kept)
            target.gather_statistics()
        return restored


@contextmanager
def _sound_copy(path: Path, folder: str) -> Iterator[Database]:
    """Open a copy of a backup that is up to date and passes the check; the backup itself is not touched."""
    copied = Path(folder) / "backup"
    backed_up = database_at(path, create=False)
    try:
        with backed_up.engine.connect() as connection:
            backed_up.check(connection)
        backed_up.copy_pages(copied)
    finally:
        backed_up.engine.dispose()
    try:
        with open_database(copied, create=False) as source:
            problems = list(Check(source).problems())
            if damage := [problem for problem in problems if problem.remedy == RESTORE]:
                raise Damaged(
                    f"{path} is damaged: {_listed(damage)} Nothing was restored; give another backup."
                )
            if problems:
                with source.writing() as connection:
                    make_again(connection)
            yield source
    except NotALedger as error:
        raise type(error)(str(error).replace(str(copied), str(path))) from None


def _listed(problems: Sequence[Problem]) -> str:
    first = problems[0]
    more = f" (There are {len(problems) - 1:,} more such.)" if len(problems) > 1 else ""
    return f"{' '.join(filter(None, (first.where, first.subject)))}: {first.what}{more}"


def _put_aside(address: Address) -> Path | None:
    """Keep what is at an address in a file of its own, and return it; None where there is nothing."""
    kept = _free_path(address)
    try:
        with open_database(address, create=False) as database:
            with database.reading() as connection:
                if is_empty(connection):
                    return None
            _write_file(database, kept)
            return kept
    except NoLedger:
        return None
    except Damaged:
        if is_server(address):
            raise
    for ending in ("", "-wal", "-shm"):
        if (part := Path(f"{address}{ending}")).exists():
            part.rename(f"{kept}{ending}")
    return kept


def _free_path(address: Address) -> Path:
    """A path beside a ledger's file at which there is nothing; of a server's, in the folder where one is."""
    path = Path("ledger.sqlite") if is_server(address) else Path(address)
    paths = (path.with_name(f"{path.name}.before-{number}") for number in itertools.count(1))
    return next(free for free in paths if not free.exists())


def reindex(address: Address) -> Contents:
    """Make again what claims and documents are looked up and searched by; return how much there is.

    Raises:
        NoLedger, LedgerReadOnly, LedgerError: see there.
    """
    with open_database(address, create=False) as database, database.writing() as connection:
        make_again(connection)
        return contents(connection)


@contextmanager
def checking(address: Address) -> Iterator[Check]:
    """Open the ledger at an address to be checked, for a `with` statement.

    Raises:
        NotALedger: it is so damaged that it cannot be opened at all.
    """
    with open_database(address, create=False) as database:
        yield Check(database)
