"""What is asked of the ledger's tables. Pure: statements are made here, and none is run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from korpu.ledger.rows import pair_key
from korpu.ledger.schema import CHANGE, CLAIM, CLAIM_PAIR, CLAIM_PARTY, DOCUMENT

# Both databases count code points here, as Python does; theirs begin at 1.
_QUOTE = sa.func.substr(DOCUMENT.c.text, CLAIM.c.start + 1, CLAIM.c.end - CLAIM.c.start)

Select = sa.Select[Any]


def all_claims() -> Select:
    """Return what selects every claim with its quote and its document's date, withdrawn ones too."""
    return sa.select(CLAIM, _QUOTE.label("quote"), DOCUMENT.c.published).join(DOCUMENT)


def claims_on(parties: Iterable[str], kind: str | None, known_at: dt.datetime | None) -> Select:
    """Return what selects the claims that stood at an instant, or stand now, and have all those parties."""
    chosen = all_claims().where(stands(CLAIM.c.id, known_at), *_recorded(CLAIM.c.recorded_at, known_at))
    chosen = chosen.where(*_among(parties))
    return chosen if kind is None else chosen.where(CLAIM.c.kind == kind)


def claims_by_date(
    pair: Iterable[str], after: tuple[str, str], limit: int, known_at: dt.datetime | None
) -> Select:
    """Return what selects the next claims of two states in the order of what they are about.

    Args:
        after: the first day and the id of the last claim before them.
    """
    place = sa.tuple_(CLAIM_PAIR.c.first_day, CLAIM_PAIR.c.claim_id)
    return (
        all_claims()
        .join(CLAIM_PAIR, CLAIM_PAIR.c.claim_id == CLAIM.c.id)
        .where(CLAIM_PAIR.c.pair == pair_key(pair), place > sa.tuple_(*map(sa.literal, after)))
        .where(stands(CLAIM.c.id, known_at), *_recorded(CLAIM.c.recorded_at, known_at))
        .order_by(CLAIM_PAIR.c.first_day, CLAIM_PAIR.c.claim_id)
        .limit(limit)
    )


def documents_of(parties: Iterable[str], known_at: dt.datetime | None) -> Select:
    """Return what selects documents, without their texts and with how many claims of theirs stand.

    With parties, only documents that have a claim on all of them, and how many such claims they have.
    """
    chosen = sorted(set(parties))
    standing = (stands(CLAIM.c.id, known_at), *_recorded(CLAIM.c.recorded_at, known_at))
    number = sa.func.count().label("number")
    counted = sa.select(CLAIM.c.document_id, number).where(*standing, *_among(chosen))
    counts = counted.group_by(CLAIM.c.document_id).subquery()
    columns = (column for column in DOCUMENT.c if column.name != "text")
    return (
        sa.select(*columns, sa.func.coalesce(counts.c.number, 0).label("claims"))
        .join(counts, counts.c.document_id == DOCUMENT.c.id, isouter=not chosen)
        .where(stands(DOCUMENT.c.id, known_at), *_recorded(DOCUMENT.c.recorded_at, known_at))
    )


def documents_among(
    found: Select, parties: Iterable[str], kind: str | None, known_at: dt.datetime | None
) -> Select:
    """Return what selects the id and date of the documents that stand and whose ids `found` selects.

    With parties or a kind, only documents that have such a claim.
    """
    chosen = sorted(set(parties))
    among = sa.select(DOCUMENT.c.id, DOCUMENT.c.published).where(
        DOCUMENT.c.id.in_(found),
        stands(DOCUMENT.c.id, known_at),
        *_recorded(DOCUMENT.c.recorded_at, known_at),
    )
    if not chosen and kind is None:
        return among
    of_kind = [] if kind is None else [CLAIM.c.kind == kind]
    claimed = sa.select(CLAIM.c.document_id).where(*_among(chosen), *of_kind)
    return among.where(DOCUMENT.c.id.in_(claimed))


def subjects_on(parties: Iterable[str]) -> Select:
    """Return what selects the claims on all these parties, withdrawn ones too, each with its document: both by id."""
    return sa.select(CLAIM.c.id, CLAIM.c.document_id).where(*_among(parties))


def stands(subject: sa.ColumnElement[str], known_at: dt.datetime | None) -> sa.ColumnElement[bool]:
    """Return the condition that a document or claim had not been withdrawn at an instant, or is not now.

    Of what was done to it last but one may say the contrary: the last counts.
    """
    withdrawn, restored = CHANGE.alias(), CHANGE.alias()
    back = sa.exists().where(
        restored.c.subject == withdrawn.c.subject,
        restored.c.number > withdrawn.c.number,
        restored.c.action == "restore",
        *_recorded(restored.c.at, known_at),
    )
    return ~sa.exists().where(
        withdrawn.c.subject == subject,
        withdrawn.c.action == "withdraw",
        *_recorded(withdrawn.c.at, known_at),
        ~back,
    )


def _recorded(at: sa.ColumnElement[Any], known_at: dt.datetime | None) -> list[sa.ColumnElement[bool]]:
    return [] if known_at is None else [at <= known_at]


def claim_ids_on(parties: Iterable[str]) -> Select:
    """Return what selects the ids of the claims on all these states, one at least: of two, by the index of pairs."""
    first, *others = sorted(set(parties))
    if len(others) == 1:
        return sa.select(CLAIM_PAIR.c.claim_id).where(CLAIM_PAIR.c.pair == pair_key((first, *others)))
    chosen = sa.select(CLAIM_PARTY.c.claim_id).where(CLAIM_PARTY.c.party == first)
    return chosen.where(CLAIM_PARTY.c.claim_id.in_(claim_ids_on(others))) if others else chosen


def _among(parties: Iterable[str]) -> list[sa.ColumnElement[bool]]:
    """The condition that a claim has all these parties; none, where none are asked for."""
    chosen = tuple(parties)
    return [CLAIM.c.id.in_(claim_ids_on(chosen))] if chosen else []
