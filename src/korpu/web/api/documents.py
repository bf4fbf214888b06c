"""Documents: a list, and one with its text and claims."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency

from korpu.document import document_id
from korpu.ledger.latest import Place
from korpu.web.errors import NoSuchPage
from korpu.web.protocol.answers import DocumentAnswer, DocumentsAnswer, claim_answer
from korpu.web.protocol.cursors import cursor_of, document_place_at
from korpu.web.protocol.exchange import HEADERS, LINK, Asked, answer
from korpu.web.protocol.parameters import After, AsOf, IdPath, KnownAt, Limit, PairAsked, parties_asked
from korpu.web.protocol.problems import told
from korpu.web.visit import Visit


@get(
    "/documents", sync_to_thread=True, responses=told(), response_headers=[*HEADERS, LINK], tags=["documents"]
)
def list_documents(
    visit: NamedDependency[Visit],
    request: Asked,
    pair: PairAsked = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    limit: Limit = 50,
    after: After = None,
) -> Response[DocumentsAnswer]:
    """List the documents, the latest published first, with how many of their claims stand and how much was understood."""
    begin = document_place_at(after)
    times = visit.times
    found = visit.ledger.documents_by_date(parties_asked(pair), begin, limit + 1, times.instant, times.day)
    last = found[limit - 1] if len(found) > limit else None
    place = Place(last.card.published, last.id) if last else None
    return answer(request, DocumentsAnswer(tuple(found[:limit]), cursor_of(place) if place else None), place)


@get(
    "/documents/{id:str}",
    sync_to_thread=True,
    responses=told(404),
    response_headers=HEADERS,
    tags=["documents"],
)
def tell_document(
    visit: NamedDependency[Visit],
    request: Asked,
    id: IdPath,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> Response[DocumentAnswer]:
    """Tell a document: its source card, its text, and the claims that are made in it."""
    document = visit.ledger.document(id)
    whole, times = document_id(document.text), visit.times
    known = next(iter(visit.ledger.documents_listed([whole], (), times.instant)), None)
    withdrawal = visit.ledger.withdrawal(whole, times.instant)
    if known is None and withdrawal is None:
        raise NoSuchPage(f"The ledger did not have the document {whole} at {times.known_at}.")
    claims = visit.ledger.claims_in(whole, times.instant, times.day)
    return answer(
        request,
        DocumentAnswer(
            id=whole,
            card=document.card,
            text=document.text,
            coverage=known.coverage if known else None,
            recorded_at=known.recorded_at if known else None,
            withdrawal=withdrawal,
            claims=tuple(map(claim_answer, claims)),
        ),
    )
