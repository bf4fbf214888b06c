"""History: what was done to a ledger, with what it was done to, and what its sources said before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

import msgspec
import sqlalchemy as sa

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.errors import Sentence
from korpu.kinds import EntityType
from korpu.ledger import queries, rows
from korpu.ledger.changes import Change
from korpu.ledger.database import Database
from korpu.ledger.documents import cards_of
from korpu.ledger.errors import UnknownId
from korpu.ledger.log_pages import LogEntry, read_log_page
from korpu.ledger.schema import CHANGE, CLAIM, DECISION, EDITION, ENTITY_NAME, JUDGEMENT

_TOLD = tuple(CHANGE.c[name] for name in Change.__struct_fields__)


class Edition(msgspec.Struct, frozen=True):
    """What a source said from when it was read, the SHA-256 of the text being `document_id`."""

    source: str
    number: int
    document_id: str
    recorded_at: dt.datetime


class Deciding(msgspec.Struct, frozen=True):
    """What a change says of a dispute: on which claims, which is preferred (None: both sides stay), and what it undoes."""

    claims: tuple[str, ...]
    preferred: str | None
    undoes: int | None


class Event(msgspec.Struct, frozen=True):
    """A change with what it was done to; what does not apply is None, 0 or empty.

    Attributes:
        document: the id of the document that it was done to, or of the claim's.
        card: of that document.
        claim: the claim that it was done to.
        claims: how many claims were read in the document by this change.
        edition: the number of the edition that the document became by it.
        type: of the entities that were judged.
        names, others: the spellings that were judged to be one, or not to be.
        name_ids, other_ids: the ids of these names.
        deciding: what was decided, or undone.
    """

    change: Change
    document: str | None = None
    card: SourceCard | None = None
    claim: Claim | None = None
    claims: int = 0
    edition: int | None = None
    type: EntityType | None = None
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    name_ids: tuple[str, ...] = ()
    other_ids: tuple[str, ...] = ()
    deciding: Deciding | None = None


class HistoryLedger:
    """What a ledger says of its own past."""

    _database: Database

    def log(
        self,
        parties: Iterable[str] = (),
        known_at: dt.datetime | None = None,
        since: dt.datetime | None = None,
        limit: int | None = None,
    ) -> list[Change]:
        """Return what was done to the ledger, in order.

        Args:
            parties: only what was done to documents and claims on all of these, and to names in such claims.
            known_at: only what had been done by that instant.
            since: only what was done at that instant or later.
            limit: how many at most, the last ones. What came with another change (a claim's withdrawal with its
                document's, an edition with its document) comes with it, and does not count.
        """
        chosen = queries.changes_on(parties, since, known_at)
        with self._database.reading() as connection:
            if limit is not None:
                first = connection.scalar(queries.first_of_last(chosen, limit))
                chosen = chosen.where(CHANGE.c.number >= first) if first is not None else chosen
            told = chosen.with_only_columns(*_TOLD).order_by(CHANGE.c.number)
            found = connection.execute(told).mappings()
            return [Change(**row) for row in found]

    def log_page(
        self,
        parties: Iterable[str] = (),
        known_at: dt.datetime | None = None,
        *,
        before: int | None = None,
        author: str | None = None,
        action: str | None = None,
        limit: int = 50,
    ) -> list[LogEntry]:
        """Return the last changes before one, the last first, each with what came with it: it takes as long for a hundred
        changes as for millions.

        Args:
            parties, known_at: as for `log`.
            before: the number of a change, of which those before it are told; those before the end, where it is None.
            author: only what this author did.
            action: only what was done so; what came with it is told whatever it is.
            limit: how many at most. What came with another change does not count.
        """
        with self._database.reading() as connection:
            return read_log_page(connection, parties, known_at, before, author, action, limit)

    def last_change(self, known_at: dt.datetime | None = None) -> int:
        """Return the number of the last change, 0 where there is none: as long as it is the same, all answers are.

        Args:
            known_at: of the changes that had been made by that instant.
        """
        last = sa.select(CHANGE.c.number).where(*queries.recorded(CHANGE.c.at, known_at))
        with self._database.reading() as connection:
            return connection.scalar(last.order_by(CHANGE.c.number.desc()).limit(1)) or 0

    def latest(self) -> Change | None:
        """Return the last change; None where there is none."""
        chosen = sa.select(*_TOLD).order_by(CHANGE.c.number.desc()).limit(1)
        with self._database.reading() as connection:
            row = connection.execute(chosen).mappings().first()
        return Change(**row) if row is not None else None

    def events(self, changes: Iterable[Change]) -> list[Event]:
        """Return changes with what they were done to, in their order."""
        given = list(changes)
        with self._database.reading() as connection:
            return [event for batch in queries.batches(given) for event in _events(connection, batch)]

    def event(self, id: str) -> Event:
        """Return the last change of a claim or document, by its whole id, with what it was done to."""
        last = sa.select(*_TOLD).where(CHANGE.c.subject == id).order_by(CHANGE.c.number.desc()).limit(1)
        with self._database.reading() as connection:
            (event,) = _events(connection, [Change(**connection.execute(last).mappings().one())])
        return event

    def withdrawal(self, id: str, known_at: dt.datetime | None = None) -> Change | None:
        """Return the change by which a claim or document is withdrawn, by its whole id; None where it stands.

        Args:
            known_at: the instant of which it is asked; now, where it is None.
        """
        withdrawn = (
            queries.changes_on((), None, known_at)
            .with_only_columns(*_TOLD)
            .where(CHANGE.c.subject == id, CHANGE.c.action.in_(("withdraw", "restore")))
        )
        with self._database.reading() as connection:
            last = connection.execute(withdrawn.order_by(CHANGE.c.number.desc()).limit(1)).mappings().first()
        return Change(**last) if last and last["action"] == "withdraw" else None

    def touched_pairs(
        self, since: dt.datetime, until: dt.datetime | None = None
    ) -> dict[tuple[str, str], dt.datetime]:
        """Return each two states on which claims came, went or came back, sorted, with the last instant at which.

        Args:
            since, until: from one instant to the other, both included; until now, where it is None.
        """
        touched = queries.touched_claims(since, until)
        parties = sa.cast(touched.c.parties, sa.Text)  # PostgreSQL does not group by JSON
        chosen = sa.select(parties, sa.func.max(touched.c.at)).group_by(parties)
        found: dict[tuple[str, str], dt.datetime] = {}
        with self._database.reading() as connection:
            for written, at in connection.execute(chosen):
                for first, second in combinations(
                    sorted(set(msgspec.json.decode(written, type=list[str]))), 2
                ):
                    found[first, second] = max(at, found.get((first, second), at))
        return dict(sorted(found.items()))

    def touched_claims(
        self, pair: tuple[str, str], since: dt.datetime, until: dt.datetime | None = None
    ) -> dict[str, Change]:
        """Return the ids of the claims on two states that came, went or came back, with the last change by which.

        What came has the change by which its document was added or read again.

        Args:
            since, until: as for `touched_pairs`.
        """
        touched = queries.touched_claims(since, until, pair)
        number = sa.func.max(touched.c.number).label("last")
        last = sa.select(touched.c.id.label("claim"), number).group_by(touched.c.id).subquery()
        chosen = sa.select(last.c.claim, *_TOLD).join_from(last, CHANGE, CHANGE.c.number == last.c.last)
        with self._database.reading() as connection:
            found = [dict(row) for row in connection.execute(chosen).mappings()]
        return {row.pop("claim"): Change(**row) for row in found}

    def editions(self, source: str, known_at: dt.datetime | None = None) -> list[Edition]:
        """Return what a source said each time that it said something else, the first first.

        Args:
            known_at: only the editions that the ledger had at that instant.

        Raises:
            UnknownId: the ledger has, or had, nothing of that source.
        """
        had = queries.recorded(EDITION.c.recorded_at, known_at)
        chosen = sa.select(EDITION).where(EDITION.c.source == source, *had).order_by(EDITION.c.number)
        with self._database.reading() as connection:
            found = [Edition(**row) for row in connection.execute(chosen).mappings()]
        if not found:
            raise UnknownId(_nothing_of(source, known_at))
        return found


def _nothing_of(source: str, known_at: dt.datetime | None) -> Sentence:
    if known_at is None:
        return Sentence(
            "The ledger has nothing of a source «{source}». Give the address or the name that it was added with; "
            "`korpu log` shows them.",
            source=source,
        )
    return Sentence(
        "The ledger had nothing of a source «{source}» at {moment} UTC. Give the address or the name that it was added with; "
        "`korpu log` shows them.",
        source=source,
        moment=f"{known_at:%Y-%m-%d %H:%M:%S}",
    )


def _events(connection: sa.Connection, changes: Sequence[Change]) -> list[Event]:
    subjects = sorted({change.subject for change in changes})
    claims = {
        row["id"]: rows.claim_of(row)
        for row in connection.execute(queries.all_claims().where(CLAIM.c.id.in_(subjects))).mappings()
    }
    ids = {*subjects, *(claim.document for claim in claims.values())}
    cards = cards_of(connection, ids)
    read = _read_then(connection, subjects)
    editions = _editions_then(connection, subjects)
    numbers = [change.number for change in changes]
    judged, deciding = _judged(connection, numbers), _deciding(connection, numbers)
    events = []
    for change in changes:
        claim = claims.get(change.subject)
        document = claim.document if claim else change.subject if change.subject in cards else None
        then = (change.subject, change.at)
        type, names, others, name_ids, other_ids = judged.get(change.number, (None, (), (), (), ()))
        events.append(
            Event(
                change,
                document,
                cards.get(document) if document else None,
                claim,
                claims=read.get(then, 0) if change.action in ("add", "reread") else 0,
                edition=editions.get(then) if change.action == "edition" else None,
                type=type,
                names=names,
                others=others,
                name_ids=name_ids,
                other_ids=other_ids,
                deciding=deciding.get(change.number),
            )
        )
    return events


Then = tuple[str, dt.datetime]
"""A document's id, and the instant of a change."""


def _read_then(connection: sa.Connection, documents: Sequence[str]) -> dict[Then, int]:
    """How many claims the ledger learnt of each of these documents at each instant."""
    at = (CLAIM.c.document_id, CLAIM.c.recorded_at)
    chosen = sa.select(*at, sa.func.count()).where(CLAIM.c.document_id.in_(documents)).group_by(*at)
    return {(row[0], row[1]): row[2] for row in connection.execute(chosen)}


def _editions_then(connection: sa.Connection, documents: Sequence[str]) -> dict[Then, int]:
    chosen = sa.select(EDITION).where(EDITION.c.document_id.in_(documents))
    return {(row.document_id, row.recorded_at): row.number for row in connection.execute(chosen)}


Names = tuple[str, ...]


def _judged(
    connection: sa.Connection, changes: Sequence[int]
) -> dict[int, tuple[EntityType | None, Names, Names, Names, Names]]:
    """The type, the spellings and the ids of the names that were judged by changes, given by their numbers."""
    found = connection.execute(sa.select(JUDGEMENT).where(JUDGEMENT.c.change.in_(changes))).all()
    ids = sorted({id for row in found for id in (*row.names, *row.others)})
    spelled: dict[str, str] = {}
    types: dict[str, EntityType] = {}
    for batch in queries.batches(ids):
        chosen = sa.select(ENTITY_NAME.c.id, ENTITY_NAME.c.name, ENTITY_NAME.c.type)
        for row in connection.execute(chosen.where(ENTITY_NAME.c.id.in_(batch)).distinct()):
            spelled[row.id], types[row.id] = row.name, row.type
    return {
        row.change: (
            types.get(row.names[0]),
            _spellings(row.names, spelled),
            _spellings(row.others, spelled),
            tuple(row.names),
            tuple(row.others),
        )
        for row in found
    }


def _deciding(connection: sa.Connection, changes: Sequence[int]) -> dict[int, Deciding]:
    found = connection.execute(sa.select(DECISION).where(DECISION.c.change.in_(changes)))
    return {row.change: Deciding(tuple(row.claims), row.preferred, row.undoes) for row in found}


def _spellings(ids: Iterable[Any], spelled: Mapping[str, str]) -> Names:
    return tuple(sorted({spelled.get(id, id) for id in ids}))
