"""Rereading: what the reader of now makes of texts that an earlier one read, and keeping that instead."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from korpu.claims import Claim
from korpu.coverage import Coverage
from korpu.ledger.adding import insert_claims, insert_coverage
from korpu.ledger.asserting import ACCEPTED, last_changes
from korpu.ledger.changes import Scribe, is_standing
from korpu.ledger.errors import DocumentWithdrawn
from korpu.ledger.ids import whole_id
from korpu.ledger.inserting import insert_rows
from korpu.ledger.looked_up import rows_of_claims
from korpu.ledger.queries import stands
from korpu.ledger.rows import PERSON, coverage_of
from korpu.ledger.schema import CHANGE, CLAIM, COVERAGE, DOCUMENT
from korpu.ledger.seals import seal_reading


class Moves(msgspec.Struct, frozen=True):
    """What a reader of now would change of a document's claims.

    Attributes:
        document: its id.
        new: claims that the ledger does not have.
        back: ids of claims that an earlier reader made, a later one did not, and this one makes again.
        gone: ids of claims that stand and that this reader does not make.
        same: how many stay.
        kept: ids of claims that stand and that this reader does not make, but a person made or accepted.
        coverage: how much of the document this reader understands, where that is not what was told of it last.
    """

    document: str
    new: tuple[Claim, ...]
    back: tuple[str, ...]
    gone: tuple[str, ...]
    same: int
    coverage: Coverage | None = None
    kept: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether a claim moves."""
        return bool(self.new or self.back or self.gone)


def find_moves(
    connection: sa.Connection, document: str, claims: Iterable[Claim], coverage: Coverage | None
) -> Moves:
    """Return what would move in a document if these were its claims. What a person withdrew stays withdrawn, and what
    a person made or accepted stands.

    Args:
        document: its whole id.
        coverage: how much of it was understood; None where that is not told, and stays what it was.

    Raises:
        UnknownId: the ledger has no such document.
        DocumentWithdrawn: it was withdrawn.
    """
    whole_id(connection, DOCUMENT.c.id, document, "document")
    if not is_standing(connection, document):
        raise DocumentWithdrawn(
            f"The document {document} was withdrawn. `korpu restore {document[:8]}` lets it count, and be read, again."
        )
    made = {claim.id: claim for claim in claims}
    known = sa.select(CLAIM.c.id, CLAIM.c.reader, stands(CLAIM.c.id, None).label("stands"))
    rows = connection.execute(known.where(CLAIM.c.document_id == document)).all()
    held = {row.id: bool(row.stands) for row in rows}
    by_people = {row.id for row in rows if row.reader == PERSON}
    by_people |= last_changes(connection, ACCEPTED, document=document).keys()
    unmade = sorted(id for id, standing in held.items() if standing and id not in made)
    again = sorted(id for id, standing in held.items() if not standing and id in made)
    return Moves(
        document,
        tuple(claim for id, claim in made.items() if id not in held),
        tuple(id for id in again if _was_by_reader(connection, id)),
        tuple(id for id in unmade if id not in by_people),
        sum(standing and id in made for id, standing in held.items()),
        None if coverage == _last_coverage(connection, document) else coverage,
        tuple(id for id in unmade if id in by_people),
    )


def _last_coverage(connection: sa.Connection, document: str) -> Coverage | None:
    chosen = sa.select(COVERAGE).where(COVERAGE.c.document_id == document)
    last = connection.execute(chosen.order_by(COVERAGE.c.recorded_at.desc()).limit(1)).mappings().first()
    return None if last is None else coverage_of(last)


def _was_by_reader(connection: sa.Connection, id: str) -> bool:
    """Whether a claim was withdrawn last because a document was read again."""
    cause = CHANGE.alias()
    withdrawn = (
        sa.select(cause.c.action)
        .select_from(CHANGE.outerjoin(cause, cause.c.number == CHANGE.c.of_change))
        .where(CHANGE.c.subject == id, CHANGE.c.action == "withdraw")
        .order_by(CHANGE.c.number.desc())
        .limit(1)
    )
    return connection.scalar(withdrawn) == "reread"


def record_moves(connection: sa.Connection, scribe: Scribe, moves: Moves, reader: str) -> None:
    """Record what a document that was read again says now, what this withdraws and what it restores."""
    id = moves.document
    claims = insert_claims(connection, scribe, moves.new, reader).get(id, [])
    for table, made in rows_of_claims(moves.new).items():
        insert_rows(connection, table, made)
    told = {id: moves.coverage} if moves.coverage else {}
    coverage = insert_coverage(connection, scribe, told, reader).get(id)
    because = f"reader {reader}"
    number = scribe.note("reread", id, because, seal_reading(None, coverage, claims))
    scribe.note_all("withdraw", dict.fromkeys(moves.gone), because, number)
    scribe.note_all("restore", dict.fromkeys(moves.back), because, number)
