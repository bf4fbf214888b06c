"""Asserting: claims that people make of documents, in place of a reader's or beside them, and claims that they accept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa

from korpu.claims import Claim
from korpu.contract import check_claim
from korpu.ledger.adding import insert_claims
from korpu.ledger.changes import Action, Change, Scribe, is_standing, restore, withdraw
from korpu.ledger.errors import AlreadySo, DocumentWithdrawn, NotAsserted, QuoteMismatch, UnknownId, Withdrawn
from korpu.ledger.ids import whole_id
from korpu.ledger.inserting import insert_rows
from korpu.ledger.looked_up import rows_of_claims
from korpu.ledger.queries import batches, recorded, stands
from korpu.ledger.rows import PERSON, claim_row
from korpu.ledger.schema import CHANGE, CLAIM, DOCUMENT
from korpu.ledger.seals import seal_reading

_TOLD = tuple(CHANGE.c[name] for name in Change.__struct_fields__)


def assert_claim(
    connection: sa.Connection, scribe: Scribe, claim: Claim, because: str, replaces: str | None
) -> str:
    """Record a claim that a person makes (see `korpu.ledger.store.Ledger.assert_claim`)."""
    check_claim(claim)
    _check_quote(connection, claim)
    corrected = None if replaces is None else whole_id(connection, CLAIM.c.id, replaces, "claim")
    _check_new(connection, claim, corrected)
    if corrected is not None:
        _check_corrected(connection, claim, corrected)
    made = msgspec.structs.replace(claim, trace=None)
    row = claim_row(made.id, made, PERSON, scribe.at)
    insert_claims(connection, scribe, [made], PERSON)
    for table, rows in rows_of_claims([made]).items():
        insert_rows(connection, table, rows)
    number = scribe.note("assert", made.id, because, seal_reading(None, None, [row]))
    if corrected is not None:
        scribe.note_all("withdraw", {corrected: None}, because, number)
    return made.id


def _check_quote(connection: sa.Connection, claim: Claim) -> None:
    """Raise an error where the document is not there, does not stand, or does not say what is quoted."""
    text = connection.scalar(sa.select(DOCUMENT.c.text).where(DOCUMENT.c.id == claim.document))
    if text is None:
        raise UnknownId(
            f"The ledger has no document {claim.document}. Add it first; a claim is of a document."
        )
    if not is_standing(connection, claim.document):
        raise DocumentWithdrawn(
            "The document {document} was withdrawn. `korpu restore {short}` lets it count again.",
            document=claim.document,
            short=claim.document[:8],
        )
    said = text[claim.start : claim.end] if 0 <= claim.start < claim.end else ""
    if not said.strip() or said != claim.quote:
        raise QuoteMismatch(
            f"The claim quotes «{claim.quote}», but characters {claim.start} to {claim.end} of the document say "
            f"«{said}». Nothing was recorded."
        )


def _check_new(connection: sa.Connection, claim: Claim, corrected: str | None) -> None:
    id = claim.id
    if connection.scalar(sa.select(CLAIM.c.id).where(CLAIM.c.id == id)) is None:
        return
    if id == corrected:
        raise AlreadySo("{id} says that already, word for word; there is nothing to correct.", id=id)
    if is_standing(connection, id):
        raise AlreadySo(
            "The ledger has this claim already: {id}. If it is right, accept it; there is no second one.",
            id=id,
        )
    raise AlreadySo(
        "This claim is in the ledger and was withdrawn. `korpu restore {short}` lets it count again.",
        short=id[:8],
    )


def _check_corrected(connection: sa.Connection, claim: Claim, corrected: str) -> None:
    document = connection.scalar(sa.select(CLAIM.c.document_id).where(CLAIM.c.id == corrected))
    if document != claim.document:
        raise QuoteMismatch(
            f"The claim {corrected}, which is to be corrected, is of the document {document}, and the correction of "
            f"{claim.document}. Nothing was recorded."
        )
    check_standing(connection, [corrected])


def check_standing(connection: sa.Connection, claims: Sequence[str]) -> None:
    """Do nothing where claims, by their whole ids, stand.

    Raises:
        Withdrawn: one does not.
    """
    for batch in batches(claims):
        chosen = sa.select(CLAIM.c.id).where(CLAIM.c.id.in_(batch), ~stands(CLAIM.c.id, None))
        withdrawn = connection.scalar(chosen.order_by(CLAIM.c.id).limit(1))
        if withdrawn is not None:
            raise Withdrawn(
                "The claim {claim} is withdrawn. `korpu restore {short}` lets it count again.",
                claim=withdrawn,
                short=withdrawn[:8],
            )


def retract(connection: sa.Connection, scribe: Scribe, id: str, because: str) -> str:
    """Undo that a person made a claim (see `korpu.ledger.store.Ledger.retract`)."""
    whole = whole_id(connection, CLAIM.c.id, id, "claim")
    made = last_changes(connection, ASSERTED, [whole]).get(whole)
    if made is None:
        raise NotAsserted(
            "No person made the claim {claim}. `korpu withdraw {short}` withdraws what was misread.",
            claim=whole,
            short=whole[:8],
        )
    withdraw(connection, scribe, whole, because)
    for corrected in _replaced_by(connection, made.number):
        restore(connection, scribe, corrected, because)
    return whole


def _replaced_by(connection: sa.Connection, number: int) -> list[str]:
    """The claims that were withdrawn with a change, and not in another way since."""
    came = sa.select(CHANGE.c.subject).where(CHANGE.c.of_change == number, CHANGE.c.action == "withdraw")
    moves = sa.select(CHANGE.c.subject, CHANGE.c.action, CHANGE.c.of_change).where(
        CHANGE.c.subject.in_(came), CHANGE.c.action.in_(("withdraw", "restore"))
    )
    last = {row.subject: row for row in connection.execute(moves.order_by(CHANGE.c.number))}
    return [id for id, row in last.items() if row.action == "withdraw" and row.of_change == number]


def accept(connection: sa.Connection, scribe: Scribe, id: str, because: str | None) -> str:
    """Note that a person found a claim right (see `korpu.ledger.store.Ledger.accept`)."""
    whole = whole_id(connection, CLAIM.c.id, id, "claim")
    check_standing(connection, [whole])
    if before := last_changes(connection, ACCEPTED, [whole]).get(whole):
        told = {"claim": whole, "day": f"{before.at:%Y-%m-%d}"}
        if before.author:
            raise AlreadySo(
                "{claim} was accepted already by {author}, on {day}.", author=before.author, **told
            )
        raise AlreadySo("{claim} was accepted already, on {day}.", **told)
    scribe.note("accept", whole, because)
    return whole


def unaccept(connection: sa.Connection, scribe: Scribe, id: str, because: str | None) -> str:
    """Undo that a claim was accepted (see `korpu.ledger.store.Ledger.unaccept`)."""
    whole = whole_id(connection, CLAIM.c.id, id, "claim")
    if whole not in last_changes(connection, ACCEPTED, [whole]):
        raise AlreadySo("{claim} is not accepted; there is nothing to undo.", claim=whole)
    scribe.note("unaccept", whole, because)
    return whole


ACCEPTED: tuple[Action, ...] = ("accept", "unaccept")
ASSERTED: tuple[Action, ...] = ("assert",)


def last_changes(
    connection: sa.Connection,
    actions: tuple[Action, ...],
    claims: Iterable[str] = (),
    document: str | None = None,
    known_at: dt.datetime | None = None,
) -> dict[str, Change]:
    """Return of claims the last change of these actions, where it is the first of them and not one that undoes it.

    Args:
        claims: their whole ids.
        document: the whole id of a document whose claims count, too.
        known_at: only of changes that had been made by that instant.
    """
    among = [CHANGE.c.subject.in_(batch) for batch in batches(sorted(set(claims)))]
    if document is not None:
        among.append(CHANGE.c.subject.in_(sa.select(CLAIM.c.id).where(CLAIM.c.document_id == document)))
    found: dict[str, Change] = {}
    for condition in among:
        chosen = sa.select(*_TOLD).where(CHANGE.c.action.in_(actions), condition)
        chosen = chosen.where(*recorded(CHANGE.c.at, known_at)).order_by(CHANGE.c.number)
        found |= {row["subject"]: Change(**row) for row in connection.execute(chosen).mappings()}
    return {id: change for id, change in sorted(found.items()) if change.action == actions[0]}
