"""Search: the documents, claims and names that hold words in whatever form."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.openapi.spec import Example
from litestar.params import QueryParameter

from korpu.ledger.search import Hit
from korpu.web.protocol.answers import HitAnswer, SearchAnswer, claim_answer
from korpu.web.protocol.cursors import cursor_of, document_place_at
from korpu.web.protocol.exchange import HEADERS, LINK, Asked, answer
from korpu.web.protocol.parameters import After, AsOf, KindName, KnownAt, PairAsked, kind_asked, parties_asked
from korpu.web.protocol.problems import told
from korpu.web.visit import Visit

LONGEST = 200
"""Letters of what is searched for."""
NAMES = 20
"""Names that the first page has at most."""

WordsAsked = Annotated[
    str,
    QueryParameter(
        description="Words, in whatever form; what is found holds all of them.",
        min_length=1,
        max_length=LONGEST,
        examples=[Example(value="səfirlik açılıb")],
    ),
]
HitLimit = Annotated[int, QueryParameter(description="How many documents to answer at most.", ge=1, le=100)]


@get("/search", sync_to_thread=True, responses=told(), response_headers=[*HEADERS, LINK], tags=["search"])
def search(
    visit: NamedDependency[Visit],
    request: Asked,
    q: WordsAsked,
    pair: PairAsked = None,
    kind: KindName = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    limit: HitLimit = 20,
    after: After = None,
) -> Response[SearchAnswer]:
    """Find the documents that hold all the words, the latest first, with the sentences and claims that do, and the names.

    Case, endings, lost letters and script make no difference. With `pair` or `kind`: only such claims, and their documents.
    """
    parties, of_kind, times = parties_asked(pair), kind_asked(kind), visit.times
    begin = document_place_at(after)
    found = visit.ledger.search_page(q, parties, of_kind, times.instant, limit, times.day, begin)
    names = (
        visit.ledger.find_entities(q, parties, of_kind, times.instant, NAMES, times.day)
        if begin is None
        else []
    )
    hits, place = tuple(map(hit_answer, found.hits)), found.next
    return answer(request, SearchAnswer(hits, tuple(names), cursor_of(place) if place else None), place)


def hit_answer(hit: Hit) -> HitAnswer:
    """Return a document that holds the words as the API and the command line give it."""
    claims = tuple(map(claim_answer, hit.claims))
    return HitAnswer(hit.document, **msgspec.structs.asdict(hit.card), passages=hit.passages, claims=claims)
