"""Pairs: on which two states a ledger has claims, how many, and of what documents."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from itertools import combinations

import msgspec
import sqlalchemy as sa

from korpu import edtf
from korpu.ledger.queries import batches, recorded, stands
from korpu.ledger.rows import pair_key
from korpu.ledger.schema import CHANGE, CLAIM, CLAIM_PAIR, DOCUMENT, Undecodable

Pair = tuple[str, str]


class PairDocuments(msgspec.Struct, frozen=True):
    """How many documents make the claims on two states, and when the newest was published, EDTF; None where none tells."""

    documents: int
    newest: str | None


class PairCount(msgspec.Struct, frozen=True):
    """Two states, how many claims stand on them, of how many documents, and when the newest was published, EDTF or None."""

    pair: Pair
    claims: int
    documents: int
    newest: str | None


def count_pairs(
    connection: sa.Connection, state: str | None, known_at: dt.datetime | None
) -> dict[Pair, int]:
    """Return how many claims stand on each two states, only on those with `state` where it is given, by their sorted codes."""
    if known_at is not None:
        counts = _counts(connection, stands(CLAIM.c.id, known_at), *recorded(CLAIM.c.recorded_at, known_at))
    else:
        # Few claims are withdrawn: to count all in the index and take those away is many times as fast as to look at each.
        every = sa.select(CLAIM_PAIR.c.pair, sa.func.count()).group_by(CLAIM_PAIR.c.pair)
        counts = Counter({_pair_of(key): number for key, number in connection.execute(every)})
        withdrawn = sa.select(CHANGE.c.subject).where(CHANGE.c.action == "withdraw")
        counts.subtract(_counts(connection, CLAIM.c.id.in_(withdrawn), ~stands(CLAIM.c.id, None)))
    return {
        pair: counts[pair] for pair in sorted(counts) if counts[pair] and (state is None or state in pair)
    }


def _counts(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> Counter[Pair]:
    """How many claims that meet the conditions there are on each two states."""
    parties = sa.cast(CLAIM.c.parties, sa.Text)  # PostgreSQL does not group by JSON
    found: Counter[Pair] = Counter()
    for written, number in connection.execute(
        sa.select(parties, sa.func.count()).where(*conditions).group_by(parties)
    ):
        for pair in combinations(sorted(set(msgspec.json.decode(written, type=list[str]))), 2):
            found[pair] += number
    return found


def documents_of_pairs(
    connection: sa.Connection, pairs: Iterable[Pair], known_at: dt.datetime | None
) -> dict[Pair, PairDocuments]:
    """Return of each of these pairs how many documents make its standing claims, and when the newest was published."""
    keys = {pair_key(pair): pair for pair in pairs}
    counts: Counter[str] = Counter()
    newest: dict[str, str] = {}
    made = sa.select(CLAIM_PAIR.c.pair, DOCUMENT.c.published, sa.func.count(CLAIM.c.document_id.distinct()))
    made = made.join(CLAIM, CLAIM.c.id == CLAIM_PAIR.c.claim_id).join(DOCUMENT)
    made = made.where(stands(CLAIM.c.id, known_at), *recorded(CLAIM.c.recorded_at, known_at))
    for batch in batches(sorted(keys)):
        found = made.where(CLAIM_PAIR.c.pair.in_(batch)).group_by(CLAIM_PAIR.c.pair, DOCUMENT.c.published)
        for key, published, number in connection.execute(found):
            counts[key] += number
            if published is not None:
                newest[key] = max(published, newest.get(key, published), key=edtf.sort_key)
    return {pair: PairDocuments(counts[key], newest.get(key)) for key, pair in keys.items()}


def _pair_of(key: str) -> Pair:
    first, gap, second = key.partition(" ")
    if not gap:
        raise Undecodable(f"«{key}» is no two states")
    return first, second
