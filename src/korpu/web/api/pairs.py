"""Pairs: on which two states the ledger has claims, and how many."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.openapi.spec import Example
from litestar.params import QueryParameter

from korpu.ledger.pairs import PairCount
from korpu.states import find_state
from korpu.web.errors import NoSuchPage
from korpu.web.protocol.answers import PairsAnswer
from korpu.web.protocol.cursors import cursor_of, place_at
from korpu.web.protocol.exchange import HEADERS, LINK, Asked, answer
from korpu.web.protocol.parameters import After, KnownAt, Limit, PairPath, pair_asked
from korpu.web.protocol.problems import told
from korpu.web.visit import Visit

StateAsked = Annotated[
    str | None,
    QueryParameter(
        name="state",
        description="Only the pairs that this state is of, by its code or its name in Azerbaijani or English.",
        min_length=2,
        max_length=60,
        examples=[Example(value="AZ")],
    ),
]


@get("/pairs", sync_to_thread=True, responses=told(), response_headers=[*HEADERS, LINK], tags=["pairs"])
def list_pairs(
    visit: NamedDependency[Visit],
    request: Asked,
    with_state: StateAsked = None,
    known_at: KnownAt = None,
    limit: Limit = 50,
    after: After = None,
) -> Response[PairsAnswer]:
    """List the pairs in the order of their codes, with how many claims and documents there are, and the newest document."""
    of_state = find_state(with_state) if with_state is not None else None
    begin = place_at(after, tuple[str, str]) if after else ("", "")
    counts = visit.counts()
    pairs = [pair for pair in sorted(counts) if pair > begin and (of_state is None or of_state in pair)]
    documents = visit.ledger.pair_documents(pairs[:limit], visit.times.instant)
    page = tuple(
        PairCount(pair, counts[pair], documents[pair].documents, documents[pair].newest)
        for pair in pairs[:limit]
    )
    place = page[-1].pair if len(pairs) > limit else None
    return answer(request, PairsAnswer(page, cursor_of(place) if place else None), place)


@get("/pairs/{pair:str}", sync_to_thread=True, responses=told(404), response_headers=HEADERS, tags=["pairs"])
def count_pair(
    visit: NamedDependency[Visit],
    request: Asked,
    pair: PairPath,
    known_at: KnownAt = None,
) -> Response[PairCount]:
    """Say how many claims and documents there are on two states, and when the newest document was published."""
    states = pair_asked(pair)
    claims = visit.counts().get(states, 0)
    if not claims:
        raise NoSuchPage(f"The ledger holds nothing on {states[0]} and {states[1]} at these times.")
    documents = visit.ledger.pair_documents([states], visit.times.instant)[states]
    return answer(request, PairCount(states, claims, documents.documents, documents.newest))
