"""Changes: what was done to the ledger, by whom, when and why. They are added and never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec
import sqlalchemy as sa

from korpu.ledger.errors import AlreadySo, DocumentWithdrawn
from korpu.ledger.inserting import insert_rows
from korpu.ledger.queries import stands
from korpu.ledger.rows import Row
from korpu.ledger.schema import CHANGE, CLAIM
from korpu.ledger.seals import seal_change

Action = Literal[
    "add",
    "edition",
    "reread",
    "withdraw",
    "restore",
    "merge",
    "split",
    "assert",
    "accept",
    "unaccept",
    "decide",
    "undecide",
]


class Change(msgspec.Struct, frozen=True):
    """One thing that was done to the ledger.

    Attributes:
        number: its place in the order of all changes.
        at: when, UTC; each is later than the one before.
        author: who, None where nobody said.
        action: `add` (a document), `edition` (a source says what a document says), `reread` (with the reader of
            now), `withdraw`, `restore`, `merge` (entities), `split`, `assert` (a claim, by a person), `accept` (a claim),
            `unaccept`, `decide` (a dispute), `undecide`.
        subject: the id of a document or a claim; of a name, where entities are merged or split; of a decision, of the
            claim that is preferred, or of the first that it is on.
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
    """Notes the changes of one transaction: all at one instant, by one author, each sealed."""

    def __init__(self, connection: sa.Connection, at: dt.datetime, author: str | None) -> None:
        """Take the instant `at`, or one right after the last change where the clock went back or stood."""
        chosen = sa.select(CHANGE.c.number, CHANGE.c.at, CHANGE.c.seal)
        last = connection.execute(chosen.order_by(CHANGE.c.number.desc()).limit(1)).first()
        self.at = at if last is None or at > last.at else last.at + dt.timedelta(microseconds=1)
        self._number: int = 0 if last is None else last.number
        self._seal: str = "" if last is None else last.seal
        self._connection = connection
        self._author = author

    def note(
        self, action: Action, subject: str, because: str | None = None, recorded: str | None = None
    ) -> int:
        """Note a change, and return its number; `recorded` is the digest of what it put into other tables."""
        self.note_all(action, {subject: recorded}, because)
        return self._number

    def note_all(
        self,
        action: Action,
        subjects: Mapping[str, str | None],
        because: str | None = None,
        of_change: int | None = None,
    ) -> None:
        """Note the same change of several things.

        Args:
            subjects: their ids, each with the digest of what the change of it put into other tables.
            of_change: the number of the change that these follow from.
        """
        rows = [
            self._row(action, subject, because, of_change, recorded) for subject, recorded in subjects.items()
        ]
        insert_rows(self._connection, CHANGE, rows)

    def note_each(self, action: Action, told: Iterable[tuple[str, str, str]]) -> None:
        """Note the same change of several things, each given with its own reason and digest."""
        rows = [self._row(action, subject, because, None, recorded) for subject, because, recorded in told]
        insert_rows(self._connection, CHANGE, rows)

    def _row(
        self, action: Action, subject: str, because: str | None, of_change: int | None, recorded: str | None
    ) -> Row:
        self._number += 1
        self._seal = seal_change(
            self._seal, self._number, self.at, self._author, action, subject, because, of_change, recorded
        )
        return {
            "number": self._number,
            "at": self.at,
            "author": self._author,
            "action": action,
            "subject": subject,
            "because": because,
            "of_change": of_change,
            "recorded": recorded,
            "seal": self._seal,
        }


def withdraw(connection: sa.Connection, scribe: Scribe, subject: str, because: str) -> None:
    """Withdraw a claim, or a document with all its claims that stand.

    Raises:
        AlreadySo: it is withdrawn already.
    """
    if not is_standing(connection, subject):
        raise AlreadySo("{subject} is withdrawn already. `korpu log` shows by whom and why.", subject=subject)
    number = scribe.note("withdraw", subject, because)
    claims = sa.select(CLAIM.c.id).where(CLAIM.c.document_id == subject, stands(CLAIM.c.id, None))
    ids = connection.scalars(claims.order_by(CLAIM.c.id))
    scribe.note_all("withdraw", dict.fromkeys(ids), because, number)


def restore(connection: sa.Connection, scribe: Scribe, subject: str, because: str | None) -> None:
    """Restore a claim, or a document with the claims that were withdrawn with it.

    Raises:
        AlreadySo: it was not withdrawn.
        DocumentWithdrawn: it is a claim of a document that was.
    """
    if is_standing(connection, subject):
        raise AlreadySo("{subject} is not withdrawn; there is nothing to restore.", subject=subject)
    document = connection.scalar(sa.select(CLAIM.c.document_id).where(CLAIM.c.id == subject))
    if document is not None and not is_standing(connection, document):
        raise DocumentWithdrawn(
            "The claim's document {document} was withdrawn. `korpu restore {short}` lets it and its claims count again.",
            document=document,
            short=document[:8],
        )
    last = connection.scalar(
        sa.select(sa.func.max(CHANGE.c.number)).where(
            CHANGE.c.subject == subject, CHANGE.c.action == "withdraw"
        )
    )
    number = scribe.note("restore", subject, because)
    with_it = sa.select(CHANGE.c.subject).where(CHANGE.c.of_change == last, ~stands(CHANGE.c.subject, None))
    ids = connection.scalars(with_it.order_by(CHANGE.c.number))
    scribe.note_all("restore", dict.fromkeys(ids), because, number)


def is_standing(connection: sa.Connection, subject: str) -> bool:
    """Return whether a document or claim is not withdrawn."""
    return bool(connection.scalar(sa.select(stands(sa.literal(subject), None))))
