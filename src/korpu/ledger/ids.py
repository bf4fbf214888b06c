"""Ids by their first digits, as people give them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import sqlalchemy as sa

from korpu.errors import Sentence
from korpu.ledger.errors import AmbiguousId, NotAnId, UnknownId
from korpu.ledger.queries import batches
from korpu.ledger.schema import CLAIM, DOCUMENT

_ID = re.compile(r"[0-9a-f]{4,64}")


THINGS = (
    Sentence("claim"),
    Sentence("document"),
    Sentence("claim or document"),
    Sentence("name of an entity"),
    Sentence("finding"),
)
"""What has an id, as errors say it."""


def is_beginning(text: str) -> bool:
    """Return whether a text may be an id or the first digits of one: four hex digits or more, in small letters."""
    return _ID.fullmatch(text) is not None


def checked_beginning(text: str, what: str) -> str:
    """Return the first digits of the id of a thing as ids are written.

    Raises:
        NotAnId: there are other letters in it, or less than four.
    """
    beginning = text.strip().lower()
    if not is_beginning(beginning):
        raise NotAnId(
            "«{beginning}» is no id of a {what}: give at least its first four hex digits.",
            beginning=beginning,
            what=Sentence(what),
        )
    return beginning


def begins(column: sa.ColumnElement[str], beginning: str) -> sa.ColumnElement[bool]:
    """Return the condition that an id begins so, which an index answers."""
    # "g" comes right after the last hex digit.
    return sa.and_(column >= beginning, column < beginning + "g")


def whole_id(
    connection: sa.Connection,
    column: sa.Column[str],
    text: str,
    what: str,
    *conditions: sa.ColumnElement[bool],
) -> str:
    """Return the whole id, in a column, of the one thing whose id begins so and that meets the conditions.

    Raises:
        NotAnId, UnknownId, AmbiguousId: see there.
    """
    beginning = checked_beginning(text, what)
    found = sorted(
        connection.scalars(sa.select(column).where(begins(column, beginning), *conditions).limit(3))
    )
    if not found:
        raise UnknownId(
            "The ledger has no {what} whose id begins with {beginning}.",
            what=Sentence(what),
            beginning=beginning,
        )
    if len(found) > 1 and beginning not in found:
        raise AmbiguousId(
            "More than one {what} has an id that begins with {beginning} ({ids}). Give more digits.",
            what=Sentence(what),
            beginning=beginning,
            ids=", ".join(found),
        )
    return beginning if beginning in found else found[0]


def whole_ids(
    connection: sa.Connection, column: sa.Column[str], texts: Iterable[str], what: str
) -> frozenset[str]:
    """Return the whole ids, in a column, of the things whose ids begin so; those that are given whole are soon found.

    Raises:
        NotAnId, UnknownId, AmbiguousId: see there.
    """
    given = {checked_beginning(text, what) for text in texts}
    whole = {
        id
        for batch in batches(sorted(given))
        for id in connection.scalars(sa.select(column).where(column.in_(batch)))
    }
    return frozenset(whole | {whole_id(connection, column, text, what) for text in sorted(given - whole)})


def whole_subject(connection: sa.Connection, text: str) -> str:
    """Return the whole id of a claim, else of a document.

    Raises:
        NotAnId, UnknownId, AmbiguousId: see there.
    """
    beginning = checked_beginning(text, "claim or document")
    try:
        return whole_id(connection, CLAIM.c.id, beginning, "claim")
    except UnknownId:
        return whole_id(connection, DOCUMENT.c.id, beginning, "claim or document")
