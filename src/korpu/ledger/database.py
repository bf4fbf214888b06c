"""Where a ledger lies: what the databases do each in its own way, so that nothing else need know which it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import ClassVar

import msgspec
import sqlalchemy as sa

from korpu.edtf import NotADate
from korpu.ledger.errors import Damaged
from korpu.ledger.schema import Undecodable


class Database(ABC):
    """A database that holds a ledger, or is to.

    Attributes:
        engine: connections to it.
        name: the file's path or the server's address, without a password, for people.
        patience: how many seconds one waits while others write, before it is said that they do. Adding a document
            takes well under one; loading a great many at once may take minutes.
        new_documents: how many documents were added since it was opened.
    """

    engine: sa.Engine
    name: str
    patience: ClassVar[float] = 300.0
    new_documents: int = 0

    @abstractmethod
    def check(self, connection: sa.Connection) -> None:
        """Raise `NotALedger` where the database is another application's, `NoLedger` where it must be there and is not."""

    @abstractmethod
    def is_writable(self) -> bool:
        """Return whether anything could be written to it."""

    @abstractmethod
    def prepare(self) -> None:
        """Set what is to hold for the database as a whole, before its first table is made."""

    @abstractmethod
    def mark(self, connection: sa.Connection, version: int) -> None:
        """Mark it as a ledger whose schema has this version, where the database has a place for such marks."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[sa.Connection]:
        """Return a context in which one may write, and nobody else; at its end all is kept, or nothing."""

    @abstractmethod
    def gather_statistics(self) -> None:
        """Let the database look at what its tables hold now, by which it chooses how to answer questions."""

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Open a connection for reading; what is read in it is of one moment."""
        with telling_damage(self), self.engine.connect() as connection, connection.begin():
            yield connection

    def inspecting(self) -> AbstractContextManager[sa.Connection]:
        """Return a context for reading what may be damaged: a text that is none comes back with marks in it."""
        return self.reading()

    def find_damage(self, connection: sa.Connection) -> Iterable[str]:
        """Return what the database itself finds wrong with how it is stored, a sentence each."""
        return ()

    def find_mistyped(self) -> str:
        """Return what is stored where a text belongs and is none, by table and column; empty where there is nothing."""
        return ""

    def copy_pages(self, path: Path) -> bool:
        """Copy the whole to a new file as it is at one moment; return False where it is no file."""
        return False


@contextmanager
def telling_damage(database: Database) -> Iterator[None]:
    """Raise `Damaged` where what a database holds is no time, no date, no JSON or no text, as only damage makes it.

    Any other error is one of the program's, or of who asked, and is not called damage.
    """
    try:
        yield
    except (Undecodable, NotADate, msgspec.MsgspecError) as error:
        raise Damaged(damaged(database.name, str(error))) from error
    except (TypeError, ValueError) as error:
        if mistyped := database.find_mistyped():
            raise Damaged(damaged(database.name, mistyped)) from error
        raise


def damaged(name: str, what: str) -> str:
    """Return the sentences for people on a ledger that is damaged."""
    return (
        f"{name}: the ledger is damaged ({what}). `korpu ledger check` tells what is; "
        "`korpu ledger restore FILE` puts a backup in its place, and keeps what is there beside it."
    )


def from_json(written: str | bytes) -> object:
    """Return what `to_json` wrote.

    Raises:
        Undecodable: it is no JSON.
    """
    try:
        return msgspec.json.decode(written)
    except (TypeError, ValueError) as error:
        raise Undecodable(str(error)) from error


def to_json(value: object) -> str:
    """Return the value as JSON, letters as they are and not \\u0259: people open the tables with other tools, too."""
    return msgspec.json.encode(value).decode()
