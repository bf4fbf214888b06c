"""The list of documents: the latest published first, of two states, or whose title or publisher hold some words."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from korpu.render.source_cards import title_of
from korpu.web.pairs_asked import path_of
from korpu.web.visit import Visit

PAGE = 50
IDS_FOR_A_CLAIM = 30
"""How many ids take as much room as a claim of a dossier that is kept."""


@get("/documents", sync_to_thread=True)
def list_documents(
    visit: NamedDependency[Visit], pair: FromQuery[str] = "", q: FromQuery[str] = "", page: FromQuery[int] = 1
) -> Response[str]:
    """List the documents, the latest published first, a page at a time."""
    states, problem = visit.pair_in(pair)
    ids = () if problem else _ids(visit, states or (), q)
    pages = max(1, -(-len(ids) // PAGE))
    page = min(max(1, page), pages)
    listed = visit.ledger.documents_listed(
        ids[(page - 1) * PAGE : page * PAGE], states or (), visit.times.instant
    )
    return visit.page(
        "documents.html.jinja",
        rows=[(one, title_of(one.card, visit.interface.say)) for one in listed],
        total=len(ids),
        page=page,
        pages=pages,
        asked=q,
        states=states,
        written=pair,
        problem=problem,
        pair=path_of(states)[1:] if states else "",
    )


def _ids(visit: Visit, states: tuple[str, ...], words: str) -> list[str]:
    """The ids of all documents that are asked for: kept, as finding them looks at the card of each."""
    ledger, times = visit.ledger, visit.times
    key = ("documents", ledger.last_change(), states, words, times)
    return visit.dossiers.kept.get(
        key,
        lambda: ledger.document_ids(states, words, times.instant, times.day),
        lambda ids: 1 + len(ids) // IDS_FOR_A_CLAIM,
    )
