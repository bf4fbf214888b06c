"""What the ledger holds of documents and which changes recorded it: for sealing it, and for checking it against the seals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

import msgspec
import sqlalchemy as sa

from korpu.ledger.rows import Row
from korpu.ledger.schema import (
    CHANGE,
    CLAIM,
    COVERAGE,
    DECISION,
    DOCUMENT,
    EDITION,
    JUDGEMENT,
    MIGRATION,
    Time,
)
from korpu.ledger.seals import (
    SEALED_OF_CLAIM,
    seal_change,
    seal_decision,
    seal_edition,
    seal_judgement,
    seal_reading,
)

_BATCH = 200
"""Documents that are looked at together."""
_JSON = ("parties", "roles", "trace")

READINGS = ("add", "reread")
"""The actions that record what was read in a document."""


@dataclass(frozen=True)
class Held:
    """All that the ledger holds of one document, in rows as they lie there: JSON as it is, times as the driver tells them.

    Attributes:
        changes: what was done to it and recorded something, in order.
        asserted: the changes by which people made claims of it, in order.
    """

    document: Row
    changes: list[Row] = field(default_factory=list)
    asserted: list[Row] = field(default_factory=list)
    coverage: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    editions: list[Row] = field(default_factory=list)

    def recorded(self) -> dict[int, str | None]:
        """Return the digest of what each of the changes recorded, by its number; None where there is nothing of it."""
        made = {change["number"]: self._read_at(change["at"]) for change in self.changes if _reads(change)}
        made |= {change["number"]: self._asserted_by(change) for change in self.asserted}
        return made | {
            number: seal_edition(row["source"], row["number"]) if row else None
            for number, row in self._edition_changes().items()
        }

    def _read_at(self, at: object) -> str:
        document = self.document if self.document["recorded_at"] == at else None
        coverage = next((row for row in self.coverage if row["recorded_at"] == at), None)
        return seal_reading(document, coverage, (row for row in self.claims if row["recorded_at"] == at))

    def _asserted_by(self, change: Row) -> str | None:
        of = (change["subject"], change["at"])
        found = [row for row in self.claims if (row["id"], row["recorded_at"]) == of]
        return seal_reading(None, None, found) if found else None

    def _edition_changes(self) -> dict[int, Row | None]:
        """The edition of each change that says that there is one, by its number."""
        waiting: dict[tuple[object, object], list[Row]] = {}
        for row in sorted(self.editions, key=lambda row: row["number"], reverse=True):
            waiting.setdefault((row["source"], row["recorded_at"]), []).append(row)
        noted = (change for change in self.changes if not _reads(change))
        return {
            change["number"]: rows.pop() if (rows := waiting.get((change["because"], change["at"]))) else None
            for change in noted
        }

    def unnoted(self) -> Iterator[tuple[str, str]]:
        """Yield what no change says was recorded when it says that it was: its table, and its id or source."""
        added = [change["at"] for change in self.changes if change["action"] == "add"]
        read = {change["at"] for change in self.changes if _reads(change)}
        id = self.document["id"]
        if self.document["recorded_at"] not in added:
            yield "document", id
        yield from (("coverage", id) for row in self.coverage if row["recorded_at"] not in read)
        asserted = {(change["subject"], change["at"]) for change in self.asserted}
        for row in self.claims:
            if row["recorded_at"] not in read and (row["id"], row["recorded_at"]) not in asserted:
                yield "claim", row["id"]
        noted = [row for row in self._edition_changes().values() if row]
        for row in self.editions:
            if row not in noted and not self._is_of_address(row):
                yield "edition", row["source"]

    def _is_of_address(self, edition: Row) -> bool:
        # Those that the ledger had before it noted changes have none; they were made from addresses.
        at = edition["recorded_at"], edition["source"]
        return at == (self.document["recorded_at"], self.document["url"])


def _reads(change: Row) -> bool:
    return change["action"] in READINGS


def held_documents(connection: sa.Connection) -> Iterator[list[Held]]:
    """Yield all that the ledger holds of its documents, some at a time, in the order in which they were recorded."""
    # What was recorded together lies together: in this order a large file is read from its begin to its end.
    in_order = sa.select(DOCUMENT.c.id).order_by(
        sa.type_coerce(DOCUMENT.c.recorded_at, sa.Text), DOCUMENT.c.id
    )
    ids = connection.scalars(in_order).all()
    asserted = _asserted(connection)
    for start in range(0, len(ids), _BATCH):
        yield _hold(connection, ids[start : start + _BATCH], asserted)


def _asserted(connection: sa.Connection) -> dict[str, list[Row]]:
    """The changes by which people made claims, in order, by the documents of these; people make few."""
    by_document: dict[str, list[Row]] = {}
    for row in sorted(_rows(connection, _ASSERTED, sa.true()), key=itemgetter("number")):
        by_document.setdefault(row.pop("document_id"), []).append(row)
    return by_document


def _hold(connection: sa.Connection, ids: Sequence[str], asserted: Mapping[str, list[Row]]) -> list[Held]:
    documents = _rows(connection, _DOCUMENTS, DOCUMENT.c.id.in_(ids))
    held = {row["id"]: Held(row, asserted=asserted.get(row["id"], [])) for row in documents}
    changes = _rows(connection, _CHANGES, CHANGE.c.subject.in_(ids))
    for row in sorted(changes, key=itemgetter("number")):
        held[row["subject"]].changes.append(row)
    for row in _rows(connection, _COVERAGE, COVERAGE.c.document_id.in_(ids)):
        held[row["document_id"]].coverage.append(row)
    for row in _rows(connection, _EDITIONS, EDITION.c.document_id.in_(ids)):
        held[row["document_id"]].editions.append(row)
    for row in _rows(connection, _CLAIMS, CLAIM.c.document_id.in_(ids)):
        row |= {name: msgspec.Raw(row[name]) for name in _JSON if row[name] is not None}
        held[row["document_id"]].claims.append(row)
    return [held[id] for id in ids if id in held]


def _raw(*columns: sa.Column[Any]) -> sa.Select[Any]:
    """What selects columns as they lie there."""
    return sa.select(*map(_as_it_lies, columns))


def _as_it_lies(column: sa.Column[Any]) -> sa.ColumnElement[Any]:
    if isinstance(column.type, sa.JSON):
        return sa.cast(column, sa.Text).label(column.name)
    # Of a text that is no time, the type for times could not tell where it stands.
    return sa.type_coerce(column, sa.Text).label(column.name) if isinstance(column.type, Time) else column


_DOCUMENTS = _raw(*DOCUMENT.c)
_COVERAGE = _raw(*COVERAGE.c)
_EDITIONS = _raw(*EDITION.c)
_CLAIMS = _raw(CLAIM.c.document_id, CLAIM.c.recorded_at, *(CLAIM.c[name] for name in SEALED_OF_CLAIM))
_CHANGES = _raw(*CHANGE.c).where(CHANGE.c.action.in_((*READINGS, "edition")))
_ASSERTED = (
    _raw(*CHANGE.c, CLAIM.c.document_id)
    .join(CLAIM, CLAIM.c.id == CHANGE.c.subject)
    .where(CHANGE.c.action == "assert")
)


def _rows(connection: sa.Connection, chosen: sa.Select[Any], among: sa.ColumnElement[bool]) -> Iterable[Row]:
    found = connection.execute(chosen.where(among))
    names = tuple(found.keys())
    return [dict(zip(names, row, strict=True)) for row in found.all()]


def changes_in_order(connection: sa.Connection) -> Iterator[Row]:
    """Yield all changes in the order of their numbers, their times as the database tells them."""
    names = CHANGE.c.keys()
    in_order = _raw(*CHANGE.c).order_by(CHANGE.c.number).limit(5000)
    found = connection.execute(in_order).all()
    while found:
        yield from (dict(zip(names, row, strict=True)) for row in found)
        last = found[-1].number
        found = connection.execute(in_order.where(CHANGE.c.number > last)).all()


def sealed_again(change: Row, before: str) -> str:
    """Return the seal that a change has if it is as it was noted, and comes after the one with the seal `before`.

    Raises:
        ValueError: its time is none.
    """
    rest = (change[name] for name in ("author", "action", "subject", "because", "of_change", "recorded"))
    return seal_change(before, change["number"], instant_of(change["at"]), *rest)


def instant_of(told: Any) -> dt.datetime:
    """Return the instant that the driver tells, with its zone.

    Raises:
        ValueError: it is no time.
    """
    at = told if isinstance(told, dt.datetime) else dt.datetime.fromisoformat(str(told))
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC)


def migrations(connection: sa.Connection) -> Iterator[tuple[int, Any, str]]:
    """Yield the number of each migration, its time as the driver tells it, and its seal."""
    for row in connection.execute(_raw(*MIGRATION.c).order_by(MIGRATION.c.number)):
        yield row.number, row.applied_at, row.seal


def judgements(connection: sa.Connection) -> Iterator[tuple[int, str | None, str | None]]:
    """Yield the number of each change that judges names, its `recorded`, and what that is to be; None without judgement."""
    chosen = _raw(*JUDGEMENT.c).add_columns(CHANGE.c.number, CHANGE.c.recorded)
    joined = chosen.select_from(CHANGE.outerjoin(JUDGEMENT, JUDGEMENT.c.change == CHANGE.c.number))
    judging = joined.where(CHANGE.c.action.in_(("merge", "split"))).order_by(CHANGE.c.number)
    for row in connection.execute(judging):
        made = None
        if row.change is not None:
            made = seal_judgement(row.sameness, row.names, row.others)
        yield row.number, row.recorded, made


def decisions(connection: sa.Connection) -> Iterator[tuple[int, str | None, str | None]]:
    """Yield the number of each change that decides or has a decision, its `recorded`, and what that is to be; None without decision."""
    chosen = _raw(*DECISION.c).add_columns(CHANGE.c.number, CHANGE.c.recorded, CHANGE.c.action)
    joined = chosen.select_from(CHANGE.outerjoin(DECISION, DECISION.c.change == CHANGE.c.number))
    is_one = CHANGE.c.action.in_(("decide", "undecide")) | DECISION.c.change.is_not(None)
    for row in connection.execute(joined.where(is_one).order_by(CHANGE.c.number)):
        made = None
        if row.change is not None and row.action == ("decide" if row.undoes is None else "undecide"):
            made = seal_decision(row.claims, row.preferred, row.undoes)
        yield row.number, row.recorded, made


def decided_on(connection: sa.Connection) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of each decision, and the ids of the claims that it is on."""
    for row in connection.execute(
        sa.select(DECISION.c.change, DECISION.c.claims).order_by(DECISION.c.change)
    ):
        yield row.change, row.claims


def seal_all(connection: sa.Connection) -> None:
    """Seal all changes of a ledger, as they are and in their order."""
    recorded = (
        CHANGE.update().where(CHANGE.c.number == sa.bindparam("of")).values(recorded=sa.bindparam("made"))
    )
    for batch in held_documents(connection):
        _update(connection, recorded, {of: made for held in batch for of, made in held.recorded().items()})
    _update(connection, recorded, {of: made for of, _, made in judgements(connection)})
    seal = CHANGE.update().where(CHANGE.c.number == sa.bindparam("of")).values(seal=sa.bindparam("made"))
    before, made = "", {}
    for change in changes_in_order(connection):
        before = made[change["number"]] = sealed_again(change, before)
    _update(connection, seal, made)


def _update(connection: sa.Connection, statement: sa.Update, made: dict[int, Any]) -> None:
    if made:
        connection.execute(statement, [{"of": number, "made": value} for number, value in made.items()])
