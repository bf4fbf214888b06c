"""By date: the claims of two states and the documents of a ledger, a page after another.

A page begins after the place of the last one before it: what is added meanwhile moves nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

import sqlalchemy as sa

from korpu import edtf
from korpu.as_of import is_published_by, is_told_by
from korpu.claims import Claim
from korpu.ledger import queries, rows
from korpu.ledger.documents import StoredDocument, find_listed
from korpu.ledger.latest import Place, find_latest


class ClaimPlace(NamedTuple):
    """Where a claim stands among those of two states: the first day of what it is about, `9999` without one, and its id."""

    first_day: str
    id: str


BEGIN = ClaimPlace("", "")


def place_of(claim: Claim) -> ClaimPlace:
    """Return where a claim stands among those of two states."""
    return ClaimPlace(edtf.sort_key(claim.when)[0], claim.id)


def claims_by_date(
    connection: sa.Connection,
    pair: Iterable[str],
    after: ClaimPlace,
    limit: int,
    known_at: dt.datetime | None,
    kind: str | None,
    as_of: dt.date | None,
) -> list[Claim]:
    """Return the next claims of two states, as `Ledger.claims_by_date` says."""
    states = tuple(pair)
    told: list[Claim] = []
    while True:
        chosen = queries.claims_by_date(states, after, limit, known_at, kind, as_of)
        found = connection.execute(chosen).mappings().all()
        claims = [(rows.claim_of(row), row["published"]) for row in found]
        told += [claim for claim, published in claims if is_told_by(claim, published, as_of)]
        if len(told) >= limit or len(found) < limit:
            return told[:limit]
        after = place_of(claims[-1][0])


def documents_by_date(
    connection: sa.Connection,
    parties: Sequence[str],
    after: Place | None,
    limit: int,
    known_at: dt.datetime | None,
    as_of: dt.date | None,
) -> list[StoredDocument]:
    """Return the next documents, the latest published first, as `Ledger.documents_by_date` says."""
    ids = find_latest(
        connection, (), queries.has_claim(parties, None), known_at, after, are_few=bool(parties)
    )
    told: list[StoredDocument] = []
    while len(told) < limit and (batch := list(islice(ids, limit))):
        found = find_listed(connection, batch, parties, known_at)
        told += [one for one in found if is_published_by(one.card.published, as_of)]
    return told[:limit]
