"""Changes: what was done to the ledger, by whom, when and why. They are added and never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec
import sqlalchemy as sa

from korpu.ledger.errors import AlreadySo, DocumentWithdrawn
from korpu.ledger.inserting import insert_rows
from korpu.ledger.queries import stands
from korpu.ledger.schema import CHANGE, CLAIM

Action = Literal["add", "edition", "reread", "withdraw", "restore", "merge", "split"]


class Change(msgspec.Struct, frozen=True):
    """One thing that was done to the ledger.

    Attributes:
        number: its place in the order of all changes.
        at: when, UTC; each is later than the one before.
        author: who, None where nobody said.
        action: `add` (a document), `edition` (a source says what a document says), `reread` (with the reader of
            now), `withdraw`, `restore`, `merge` (entities), `split`.
        subject: the id of a document or a claim; of a name, where entities are merged or split.
        because: why, None where nobody said.
        of_change: the number of the change that it follows from, as a claim's withdrawal from its document's.
    """

    number: int
    at: dt.datetime
    author: str | None
    action: Action
    subject: str
    because: str | None = None
    of_change: int | None = None


def to_json(change: Change) -> bytes:
    """Return the change as one line of JSON, without a line end."""
    return msgspec.json.encode(change)


class Scribe:
    """Notes the changes of one transaction: all at one instant, by one author."""

    def __init__(self, connection: sa.Connection, at: dt.datetime, author: str | None) -> None:
        """Take the instant `at`, or one right after the last change where the clock went back or stood."""
        last = connection.scalar(sa.select(CHANGE.c.at).order_by(CHANGE.c.number.desc()).limit(1))
        self.at = at if last is None or at > last else last + dt.timedelta(microseconds=1)
        self._connection = connection
        self._author = author

    def note(self, action: Action, subject: str, because: str | None = None) -> int:
        """Note a change, and return its number."""
        noted = self._connection.execute(CHANGE.insert().values(self._row(action, subject, because, None)))
        key = noted.inserted_primary_key
        assert key is not None
        return int(key[0])

    def note_all(
        self,
        action: Action,
        subjects: Iterable[str],
        because: str | None = None,
        of_change: int | None = None,
    ) -> None:
        """Note the same change of several things; `of_change` is the number of the one that it follows from."""
        rows = [self._row(action, subject, because, of_change) for subject in subjects]
        insert_rows(self._connection, CHANGE, rows)

    def note_each(self, action: Action, subjects: Iterable[tuple[str, str]]) -> None:
        """Note the same change of several things, each given with its own reason."""
        rows = [self._row(action, subject, because, None) for subject, because in subjects]
        insert_rows(self._connection, CHANGE, rows)

    def _row(
        self, action: Action, subject: str, because: str | None, of_change: int | None
    ) -> dict[str, object]:
        return {
            "at": self.at,
            "author": self._author,
            "action": action,
            "subject": subject,
            "because": because,
            "of_change": of_change,
        }


def withdraw(connection: sa.Connection, scribe: Scribe, subject: str, because: str) -> None:
    """Withdraw a claim, or a document with all its claims that stand.

    Raises:
        AlreadySo: it is withdrawn already.
    """
    if not is_standing(connection, subject):
        raise AlreadySo(f"{subject} is withdrawn already. `korpu log` shows by whom and why.")
    number = scribe.note("withdraw", subject, because)
    claims = sa.select(CLAIM.c.id).where(CLAIM.c.document_id == subject, stands(CLAIM.c.id, None))
    scribe.note_all("withdraw", connection.scalars(claims.order_by(CLAIM.c.id)).all(), because, number)


def restore(connection: sa.Connection, scribe: Scribe, subject: str, because: str | None) -> None:
    """Restore a claim, or a document with the claims that were withdrawn with it.

    Raises:
        AlreadySo: it was not withdrawn.
        DocumentWithdrawn: it is a claim of a document that was.
    """
    if is_standing(connection, subject):
        raise AlreadySo(f"{subject} is not withdrawn; there is nothing to restore.")
    document = connection.scalar(sa.select(CLAIM.c.document_id).where(CLAIM.c.id == subject))
    if document is not None and not is_standing(connection, document):
        raise DocumentWithdrawn(
            f"The claim's document {document} was withdrawn. `korpu restore {document[:8]}` lets it and its claims count again."
        )
    last = connection.scalar(
        sa.select(sa.func.max(CHANGE.c.number)).where(
            CHANGE.c.subject == subject, CHANGE.c.action == "withdraw"
        )
    )
    number = scribe.note("restore", subject, because)
    with_it = sa.select(CHANGE.c.subject).where(CHANGE.c.of_change == last, ~stands(CHANGE.c.subject, None))
    scribe.note_all("restore", connection.scalars(with_it.order_by(CHANGE.c.number)).all(), because, number)


def is_standing(connection: sa.Connection, subject: str) -> bool:
    """Return whether a document or claim is not withdrawn."""
    return bool(connection.scalar(sa.select(stands(sa.literal(subject), None))))
