"""A claim's sentence: beside a figure, or the document at that place."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from korpu.claims import Claim
from korpu.render.source_cards import address_of, source_line
from korpu.web.document.paragraphs import page_of, pages_of
from korpu.web.visit import Visit

AROUND = 240
"""Code points of the text that are shown before and behind the sentence."""


@get("/claims/{id:str}", sync_to_thread=True)
def go_to_claim(visit: NamedDependency[Visit], id: FromPath[str]) -> Redirect:
    """Go to the claim's sentence in its document."""
    claim = visit.ledger.claim(id, visit.times.instant)
    return Redirect(place_of(visit, claim))


def place_of(visit: Visit, claim: Claim, done: int | None = None) -> str:
    """Return the address of a claim in its document: of the page of the text on which it stands.

    Args:
        done: the number of a change that the page is to tell of.
    """
    page = page_of(pages_of(visit.ledger.document(claim.document)), claim.start)
    path = f"/documents/{claim.document}"
    address = visit.times.address(path, page=page if page > 1 else None, done=done)
    return f"{address}#claim-{claim.id}"


@get("/claims/{id:str}/evidence", sync_to_thread=True)
def show_evidence(visit: NamedDependency[Visit], id: FromPath[str]) -> Response[str]:
    """Show the sentence that makes a claim, with the words around it and its source."""
    claim = visit.ledger.claim(id, visit.times.instant)
    document = visit.ledger.document(claim.document)
    before = document.text[max(claim.start - AROUND, 0) : claim.start].rpartition("\n")[2]
    behind = document.text[claim.end : claim.end + AROUND].partition("\n")[0]
    return visit.page(
        "evidence.html.jinja",
        claim=claim,
        before=before,
        behind=behind,
        source=source_line(document.card, visit.interface.say),
        url=address_of(document.card),
        withdrawal=visit.ledger.withdrawal(claim.id, visit.times.instant),
    )
