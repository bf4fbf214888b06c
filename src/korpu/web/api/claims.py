"""Claims: those of two states by date, and one with all that is known of it."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency

from korpu.ledger.by_date import ClaimPlace, place_of
from korpu.web.protocol.answers import ClaimDetails, ClaimsAnswer, claim_answer
from korpu.web.protocol.cursors import cursor_of, place_at
from korpu.web.protocol.exchange import HEADERS, LINK, Asked, answer
from korpu.web.protocol.parameters import (
    After,
    AsOf,
    IdPath,
    KindName,
    KnownAt,
    Limit,
    PairPath,
    kind_asked,
    pair_asked,
)
from korpu.web.protocol.problems import told
from korpu.web.visit import Visit


@get(
    "/pairs/{pair:str}/claims",
    sync_to_thread=True,
    responses=told(404),
    response_headers=[*HEADERS, LINK],
    tags=["claims"],
)
def list_claims(
    visit: NamedDependency[Visit],
    request: Asked,
    pair: PairPath,
    kind: KindName = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    limit: Limit = 50,
    after: After = None,
) -> Response[ClaimsAnswer]:
    """List the claims on two states in the order of the dates that they give; those without come last."""
    states, of_kind, times = pair_asked(pair), kind_asked(kind), visit.times
    begin = place_at(after, ClaimPlace) if after else None
    found = visit.ledger.claims_by_date(states, begin, limit + 1, times.instant, of_kind, times.day)
    place = place_of(found[limit - 1]) if len(found) > limit else None
    page = tuple(map(claim_answer, found[:limit]))
    return answer(request, ClaimsAnswer(page, cursor_of(place) if place else None), place)


@get("/claims/{id:str}", sync_to_thread=True, responses=told(404), response_headers=HEADERS, tags=["claims"])
def tell_claim(
    visit: NamedDependency[Visit],
    request: Asked,
    id: IdPath,
    known_at: KnownAt = None,
) -> Response[ClaimDetails]:
    """Tell a claim with its source, how it was read, and whether it was withdrawn."""
    claim = visit.ledger.claim(id, visit.times.instant)
    card = visit.ledger.document(claim.document).card
    withdrawal = visit.ledger.withdrawal(claim.id, visit.times.instant)
    return answer(request, ClaimDetails(claim_answer(claim), card, claim.trace, withdrawal))
