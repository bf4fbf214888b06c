"""Pages of the log: the last changes before one, each with what came with it, however many changes there are."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from korpu.ledger import queries
from korpu.ledger.changes import Change
from korpu.ledger.schema import CHANGE

MOST_FOLLOWERS = 5
"""Changes that are shown of those that came with one; a document may take thousands of claims with it."""

FEW_CLAIMS = 10_000
"""Claims from which on what is on their states is met soon on the way back from the last change: of a million claims on two
hundred pairs a page comes in a twentieth of a second."""

_BEHIND_ALL = (1 << 31) - 1
"""The largest number that a change can have; the databases refuse to compare with larger ones."""

_TOLD = tuple(CHANGE.c[name] for name in Change.__struct_fields__)


class LogEntry(msgspec.Struct, frozen=True):
    """A change, and what came with it.

    Attributes:
        editions: the changes by which the document became an edition of its sources, where it was added.
        came: how many changes followed from it, by their actions.
        first: the first few of them.
    """

    change: Change
    editions: tuple[Change, ...] = ()
    came: dict[str, int] = {}
    first: tuple[Change, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes that it tells, its own first."""
        return (self.change, *self.editions, *self.first)


def read_log_page(
    connection: sa.Connection,
    parties: Iterable[str],
    known_at: dt.datetime | None,
    before: int | None,
    author: str | None,
    action: str | None,
    limit: int,
) -> list[LogEntry]:
    """Return the last changes before one, the last first (see `korpu.ledger.store.Ledger.log_page`)."""
    chosen = queries.by_themselves(_changes_on(connection, tuple(parties), known_at))
    if before is not None:
        chosen = chosen.where(CHANGE.c.number < min(max(before, 0), _BEHIND_ALL))
    if author is not None:
        chosen = chosen.where(CHANGE.c.author == author)
    if action is not None:
        # Nearly all changes add documents: they are found on the way back from the last, not by the index of actions.
        done = sa.func.coalesce(CHANGE.c.action, "") if action == "add" else CHANGE.c.action
        chosen = chosen.where(done == action)
    numbers = chosen.with_only_columns(CHANGE.c.number).order_by(CHANGE.c.number.desc()).limit(limit)
    found = connection.scalars(numbers).all()
    after = CHANGE.alias()
    follows_not = sa.or_(after.c.of_change.is_(None), after.c.of_change != CHANGE.c.number)
    next_one = sa.select(after.c.number).where(after.c.number > CHANGE.c.number, follows_not)
    ends = next_one.order_by(after.c.number).limit(1).scalar_subquery()
    rows: list[dict[str, Any]] = []
    for batch in queries.batches(found):
        told = sa.select(*_TOLD, ends.label("ends")).where(CHANGE.c.number.in_(batch))
        rows += map(dict, connection.execute(told.order_by(CHANGE.c.number.desc())).mappings())
    last = connection.scalar(sa.select(sa.func.max(CHANGE.c.number))) or 0
    ends_of = {row["number"]: row.pop("ends") or last + 1 for row in rows}
    heads = [Change(**row) for row in rows]
    came, first = _followers(connection, ends_of)
    editions = _editions(connection, heads)
    return [
        LogEntry(
            head,
            tuple(editions.get((head.subject, head.at), ())) if head.action == "add" else (),
            dict(sorted(came.get(head.number, {}).items())),
            tuple(first.get(head.number, ())),
        )
        for head in heads
    ]


def _changes_on(
    connection: sa.Connection, parties: tuple[str, ...], known_at: dt.datetime | None
) -> queries.Select:
    """What selects the changes on these states: by their claims where these are few, else by looking at one after the other."""
    if not parties:
        return queries.changes_on((), None, known_at)
    some = queries.claim_ids_on(parties).limit(FEW_CLAIMS).subquery()
    if (connection.scalar(sa.select(sa.func.count()).select_from(some)) or 0) < FEW_CLAIMS:
        return queries.changes_on(parties, None, known_at)
    return queries.changes_on((), None, known_at).where(queries.is_on(CHANGE.c.subject, parties))


def _followers(
    connection: sa.Connection, ends: Mapping[int, int]
) -> tuple[dict[int, Counter[str]], dict[int, list[Change]]]:
    """By the numbers of changes how many followed from each, by action, and the first few.

    What follows from a change stands right behind it: nothing is looked for among all changes.

    Args:
        ends: for each change the number of the first one behind it that does not follow from it.
    """
    came: dict[int, Counter[str]] = {}
    first: dict[int, list[Change]] = {}
    followed = {number: end for number, end in ends.items() if end > number + 1}
    for batch in queries.batches(sorted(followed), 100):
        among = sa.or_(*(CHANGE.c.number.between(number + 1, followed[number] - 1) for number in batch))
        counted = sa.select(CHANGE.c.of_change, CHANGE.c.action, sa.func.count()).where(among)
        for number, action, count in connection.execute(
            counted.group_by(CHANGE.c.of_change, CHANGE.c.action)
        ):
            came.setdefault(number, Counter())[action] = count
        few = sa.or_(
            *(
                CHANGE.c.number.between(number + 1, min(number + MOST_FOLLOWERS, followed[number] - 1))
                for number in batch
            )
        )
        for row in connection.execute(sa.select(*_TOLD).where(few).order_by(CHANGE.c.number)).mappings():
            change = Change(**row)
            first.setdefault(change.of_change or 0, []).append(change)
    return came, first


def _editions(
    connection: sa.Connection, heads: Sequence[Change]
) -> dict[tuple[str, dt.datetime], list[Change]]:
    """By documents that were added and when: the changes by which each became an edition then."""
    documents = sorted({head.subject for head in heads if head.action == "add"})
    found: dict[tuple[str, dt.datetime], list[Change]] = {}
    for batch in queries.batches(documents):
        chosen = sa.select(*_TOLD).where(CHANGE.c.subject.in_(batch), CHANGE.c.action == "edition")
        for row in connection.execute(chosen.order_by(CHANGE.c.number)).mappings():
            change = Change(**row)
            found.setdefault((change.subject, change.at), []).append(change)
    return found
