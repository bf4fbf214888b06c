"""Deciding: what people make of claims that contradict each other, kept beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from korpu.decisions import Decision
from korpu.errors import Sentence
from korpu.ledger.asserting import check_standing
from korpu.ledger.changes import Action, Scribe
from korpu.ledger.database import to_json
from korpu.ledger.errors import AlreadySo, NothingToDecide, UnknownId
from korpu.ledger.ids import whole_id, whole_ids
from korpu.ledger.queries import batches, recorded
from korpu.ledger.schema import CHANGE, CLAIM, CLAIM_PARTY, DECISION
from korpu.ledger.seals import seal_decision

NAMED = 10
"""Claims that an error names at most."""


def decide(
    connection: sa.Connection, scribe: Scribe, claims: Iterable[str], because: str, prefer: str | None
) -> Decision:
    """Note what a person decided of claims (see `korpu.ledger.store.Ledger.decide`)."""
    ids = sorted(whole_ids(connection, CLAIM.c.id, claims, "claim"))
    preferred = None if prefer is None else whole_id(connection, CLAIM.c.id, prefer, "claim")
    _check(connection, ids, preferred)
    before = [one for one in decisions_of(connection, (), None) if one.claims == tuple(ids)]
    if before and before[-1].preferred == preferred:
        what = (
            Sentence("that {claim} is preferred", claim=preferred)
            if preferred
            else Sentence("that both stay")
        )
        raise AlreadySo(
            "It is decided already {what} ({made}). Undo that first to give another reason.",
            what=what,
            made=_made(before[-1]),
        )
    number = _note(connection, scribe, "decide", ids, preferred, None, because)
    (made,) = (one for one in decisions_of(connection, (), None) if one.number == number)
    return made


def undecide(connection: sa.Connection, scribe: Scribe, number: int, because: str | None) -> Decision:
    """Undo a decision (see `korpu.ledger.store.Ledger.undecide`)."""
    made = connection.scalar(
        sa.select(DECISION.c.change).where(DECISION.c.change == number, DECISION.c.undoes.is_(None))
    )
    if made is None:
        raise UnknownId(
            "The change {number} of the ledger is no decision. `korpu log` shows the numbers of all.",
            number=number,
        )
    for one in decisions_of(connection, (), None):
        if one.number == number:
            _note(connection, scribe, "undecide", one.claims, one.preferred, number, because)
            return one
    raise AlreadySo(
        "The decision {number} is undone already. `korpu log` shows by whom and why.", number=number
    )


def decisions_of(
    connection: sa.Connection, pair: Sequence[str], known_at: dt.datetime | None
) -> list[Decision]:
    """Return the decisions that hold, or held at an instant, in their order; with a pair, those on claims on both."""
    # Not joined by the database: it knows of no sizes, and would go through all changes to find the few decisions.
    noted = connection.execute(sa.select(DECISION).order_by(DECISION.c.change)).all()
    told = [*recorded(CHANGE.c.at, known_at), *(_is_party(state) for state in pair)]
    changes = {
        row.number: row
        for batch in batches([row.change for row in noted])
        for row in connection.execute(sa.select(CHANGE).where(CHANGE.c.number.in_(batch), *told))
    }
    known = [row for row in noted if row.change in changes]
    undone = {row.undoes for row in known}
    return [
        _decision(row, changes[row.change])
        for row in known
        if row.undoes is None and row.change not in undone
    ]


def _is_party(state: str) -> sa.ColumnElement[bool]:
    """The condition that a state is a party to the claim that the change was done to."""
    return sa.exists().where(CLAIM_PARTY.c.party == state, CLAIM_PARTY.c.claim_id == CHANGE.c.subject)


def _decision(row: Any, change: Any) -> Decision:
    return Decision(change.number, tuple(row.claims), row.preferred, change.author, change.at, change.because)


def _made(decision: Decision) -> Sentence:
    told = {"day": f"{decision.at:%Y-%m-%d}", "number": decision.number}
    if decision.author:
        return Sentence("by {author} on {day}, change {number}", author=decision.author, **told)
    return Sentence("on {day}, change {number}", **told)


def _check(connection: sa.Connection, ids: Sequence[str], preferred: str | None) -> None:
    if len(ids) < 2:
        raise NothingToDecide("A decision is on two claims or more that contradict each other.")
    if preferred is not None and preferred not in ids:
        raise NothingToDecide(
            "{claim} is to be preferred, and is none of the claims in dispute: {claims}.",
            claim=preferred,
            claims=", ".join(ids[:NAMED]) + (" …" if len(ids) > NAMED else ""),
        )
    check_standing(connection, ids)
    parties = (
        set(told)
        for batch in batches(ids)
        for told in connection.scalars(sa.select(CLAIM.c.parties).where(CLAIM.c.id.in_(batch)))
    )
    if len(set.intersection(*parties)) < 2:
        raise NothingToDecide(
            "These claims are not on the same two states; there is nothing to decide between them."
        )


def _note(
    connection: sa.Connection,
    scribe: Scribe,
    action: Action,
    claims: Sequence[str],
    preferred: str | None,
    undoes: int | None,
    because: str | None,
) -> int:
    ids = list(claims)
    number = scribe.note(action, preferred or ids[0], because, seal_decision(to_json(ids), preferred, undoes))
    row = {"change": number, "claims": ids, "preferred": preferred, "undoes": undoes}
    connection.execute(DECISION.insert().values(row))
    return number
