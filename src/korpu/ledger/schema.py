"""The ledger's tables, as they are after all migrations. Rows are added and never changed.

How words are searched for is each database's own, and so are the tables for it (`korpu.ledger.search`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

    TimeDecorator = sa.types.TypeDecorator[dt.datetime]
else:
    TimeDecorator = sa.types.TypeDecorator


class Undecodable(ValueError):
    """What is stored in a column is nothing that was ever put into it."""


class Time(TimeDecorator):
    """An instant, in UTC; it comes back with its zone from databases that keep none (SQLite), too."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Return the instant in UTC; one without a zone is a mistake of the caller's."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(dt.UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        """Return what decodes an instant, and raises `Undecodable` where what is stored is none."""
        decode = super().result_processor(dialect, coltype)
        if decode is None:
            return None

        def decoded(stored: object) -> object:
            try:
                return decode(stored)
            except (TypeError, ValueError, AttributeError) as error:
                raise Undecodable(str(error)) from error

        return decoded

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Return the instant in UTC."""
        if value is None:
            return None
        return value.astimezone(dt.UTC) if value.tzinfo else value.replace(tzinfo=dt.UTC)


METADATA = sa.MetaData()

MIGRATION = sa.Table(
    "migration",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("applied_at", Time, nullable=False),
    sa.Column("seal", sa.String(16), nullable=False, server_default=""),
)

DOCUMENT = sa.Table(
    "document",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("length", sa.Integer, nullable=False),  # in code points, so that lists need not load the text
    sa.Column("origin", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("publisher", sa.Text),
    sa.Column("published", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("recorded_at", Time, nullable=False),
    sa.Index("ix_document_published", "published", "id"),
)

COVERAGE = sa.Table(
    "coverage",
    METADATA,
    sa.Column("document_id", sa.String(64), sa.ForeignKey("document.id"), primary_key=True),
    sa.Column("recorded_at", Time, primary_key=True),
    sa.Column("reader", sa.Text),
    sa.Column("sentences_claim", sa.Integer, nullable=False),
    sa.Column("sentences_nothing", sa.Integer, nullable=False),
    sa.Column("sentences_not_understood", sa.Integer, nullable=False),
)
"""How many sentences of a document came to what (see korpu.coverage), each time that it was read and this was told."""

# A claim's quote is not stored: it is cut out of the document's text, and so cannot differ from it.
CLAIM = sa.Table(
    "claim",
    METADATA,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("document_id", sa.String(64), sa.ForeignKey("document.id"), nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("parties", sa.JSON, nullable=False),
    sa.Column("roles", sa.JSON, nullable=False),
    sa.Column("when", sa.Text),
    sa.Column("when_from", sa.Text),
    sa.Column("value_amount", sa.Text),
    sa.Column("value_unit", sa.Text),
    sa.Column("value_bound", sa.Text),
    sa.Column("value_to", sa.Text),
    sa.Column("stance", sa.Text, nullable=False),
    sa.Column("speaker", sa.Text),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("trace", sa.JSON(none_as_null=True)),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("recorded_at", Time, nullable=False),
)

CLAIM_PARTY = sa.Table(
    "claim_party",
    METADATA,
    sa.Column("party", sa.Text, primary_key=True),
    sa.Column("claim_id", sa.String(16), sa.ForeignKey("claim.id"), primary_key=True),
)
"""The claims of each state."""

CLAIM_PAIR = sa.Table(
    "claim_pair",
    METADATA,
    sa.Column("pair", sa.String(5), primary_key=True),  # «AZ KZ»
    sa.Column(
        "first_day", sa.String(10), primary_key=True
    ),  # of what the claim is about; 9999 where it gives no date
    sa.Column("claim_id", sa.String(16), sa.ForeignKey("claim.id"), primary_key=True),
)
"""The claims of each two states, in the order of their dates."""

EDITION = sa.Table(
    "edition",
    METADATA,
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("document_id", sa.String(64), sa.ForeignKey("document.id"), nullable=False, index=True),
    sa.Column("recorded_at", Time, nullable=False),
)
"""What a source said each time that it was read and said something else: by address, or by a name that was given."""

CHANGE = sa.Table(
    "change",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", Time, nullable=False),
    sa.Column("author", sa.Text),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("subject", sa.String(64), nullable=False),
    sa.Column("because", sa.Text),
    sa.Column("of_change", sa.Integer, sa.ForeignKey("change.number")),  # what it follows from
    sa.Column("recorded", sa.String(16)),  # what it put into other tables, and
    sa.Column("seal", sa.String(16), nullable=False),  # what it is itself (see korpu.ledger.seals)
    sa.Index("ix_change_subject", "subject", "number"),
    sa.Index("ix_change_action", "action", "subject", "number"),  # few of all changes are withdrawals
)
"""Everything that was ever done to the ledger, in order: who did what to a document, a claim or an entity, when and why."""

DOCUMENT_SIGNATURE = sa.Table(
    "document_signature",
    METADATA,
    sa.Column("document_id", sa.String(64), sa.ForeignKey("document.id"), primary_key=True),
    sa.Column("signature", sa.LargeBinary, nullable=False),
)
"""What near copies of each document are told by (see `korpu.near_copies`)."""

ENTITY_NAME = sa.Table(
    "entity_name",
    METADATA,
    sa.Column("id", sa.String(16), primary_key=True),  # of the name in its document
    sa.Column("claim_id", sa.String(16), sa.ForeignKey("claim.id"), primary_key=True, index=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),  # what all spellings of one name have in common
    sa.Column("name", sa.Text, nullable=False),
    sa.Index("ix_entity_name_key", "type", "key"),
)
"""The names of persons, missions, organisations, agreements, projects and places in each claim."""

JUDGEMENT = sa.Table(
    "judgement",
    METADATA,
    sa.Column("change", sa.Integer, sa.ForeignKey("change.number"), primary_key=True, autoincrement=False),
    sa.Column("sameness", sa.Text, nullable=False),  # same, different
    sa.Column("names", sa.JSON, nullable=False),
    sa.Column("others", sa.JSON, nullable=False),
)
"""What people judged of names: that the ones are the others, or are not. Of two judgements the later holds."""

DECISION = sa.Table(
    "decision",
    METADATA,
    sa.Column("change", sa.Integer, sa.ForeignKey("change.number"), primary_key=True, autoincrement=False),
    sa.Column("claims", sa.JSON, nullable=False),
    sa.Column("preferred", sa.String(16), sa.ForeignKey("claim.id")),
    sa.Column("undoes", sa.Integer, sa.ForeignKey("change.number")),
)
"""What people decided of claims that contradict each other: that one is preferred, or none; or that a decision is undone."""
