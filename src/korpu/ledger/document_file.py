"""The file of a document: its text, all claims that were ever made of it, and what was done to them, as at one moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

import msgspec
import sqlalchemy as sa

from korpu.claims import Claim
from korpu.document import Document
from korpu.ledger import queries, rows
from korpu.ledger.changes import Change
from korpu.ledger.documents import StoredDocument, find_listed
from korpu.ledger.history import Edition
from korpu.ledger.ids import whole_id
from korpu.ledger.schema import CHANGE, CLAIM, DOCUMENT, EDITION

_TOLD = tuple(CHANGE.c[name] for name in Change.__struct_fields__)


class DocumentFile(msgspec.Struct, frozen=True, dict=True):
    """What the ledger has of a document.

    Attributes:
        id: the document's whole id.
        recorded_at: when the ledger learnt it, UTC.
        listed: what lists tell of it; None where it was withdrawn, or was not known yet.
        claims: all of it, those that were withdrawn, too, in the order of the text.
        changes: all that was done to it and to its claims, in order.
        editions: of each source that ever said this, all editions, in order.
    """

    id: str
    document: Document
    recorded_at: dt.datetime
    listed: StoredDocument | None
    claims: tuple[Claim, ...]
    changes: tuple[Change, ...]
    editions: tuple[Edition, ...]

    @cached_property
    def withdrawals(self) -> Mapping[str, Change]:
        """The changes by which its claims, or it itself, are withdrawn, by their ids; what stands has none."""
        last = {change.subject: change for change in self.changes if change.action in ("withdraw", "restore")}
        return {id: change for id, change in last.items() if change.action == "withdraw"}


def read_document_file(connection: sa.Connection, id: str, known_at: dt.datetime | None) -> DocumentFile:
    """Return the file of a document (see `korpu.ledger.store.Ledger.document_file`)."""
    whole = whole_id(connection, DOCUMENT.c.id, id, "document")
    row = connection.execute(sa.select(DOCUMENT).where(DOCUMENT.c.id == whole)).mappings().one()
    text: str = row["text"]
    of_it = (CLAIM.c.document_id == whole, *queries.recorded(CLAIM.c.recorded_at, known_at))
    # Quotes are cut out here: for each claim the database would count the code points of the text anew.
    found = [
        rows.claim_of({**one, "quote": text[one["start"] : one["end"]]})
        for one in connection.execute(sa.select(CLAIM).where(*of_it)).mappings()
    ]
    listed = find_listed(connection, [whole], (), known_at)
    return DocumentFile(
        id=whole,
        document=Document(text, rows.card_of(row)),
        recorded_at=row["recorded_at"],
        listed=listed[0] if listed else None,
        claims=tuple(sorted(found, key=lambda claim: (claim.start, claim.end, claim.id))),
        changes=_changes(connection, whole, known_at),
        editions=_editions(connection, whole, known_at),
    )


def _changes(connection: sa.Connection, document: str, known_at: dt.datetime | None) -> tuple[Change, ...]:
    own = sa.select(CLAIM.c.id).where(CLAIM.c.document_id == document)
    chosen = sa.select(*_TOLD).where(
        sa.or_(CHANGE.c.subject == document, CHANGE.c.subject.in_(own)),
        *queries.recorded(CHANGE.c.at, known_at),
    )
    return tuple(Change(**row) for row in connection.execute(chosen.order_by(CHANGE.c.number)).mappings())


def _editions(connection: sa.Connection, document: str, known_at: dt.datetime | None) -> tuple[Edition, ...]:
    sources = sa.select(EDITION.c.source).where(EDITION.c.document_id == document)
    chosen = sa.select(EDITION).where(
        EDITION.c.source.in_(sources), *queries.recorded(EDITION.c.recorded_at, known_at)
    )
    found = connection.execute(chosen.order_by(EDITION.c.source, EDITION.c.number)).mappings()
    return tuple(Edition(**row) for row in found)
