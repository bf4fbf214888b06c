"""Findings: where the sources on two states agree, and where they do not."""

from __future__ import annotations

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency

from korpu.findings import Finding, find, to_json
from korpu.findings.deciding import decide
from korpu.web.protocol.answers import FindingAnswer, FindingsAnswer
from korpu.web.protocol.cursors import cursor_of
from korpu.web.protocol.exchange import HEADERS, LINK, Asked, answer
from korpu.web.protocol.parameters import (
    After,
    AsOf,
    KindName,
    KnownAt,
    Language,
    Limit,
    PairPath,
    StatusName,
    kind_asked,
    pair_asked,
    status_asked,
)
from korpu.web.protocol.pinned import page_of, pinned_at
from korpu.web.protocol.problems import told
from korpu.web.times import Times
from korpu.web.visit import Visit


@get(
    "/pairs/{pair:str}/findings",
    sync_to_thread=True,
    responses=told(404, 503),
    response_headers=[*HEADERS, LINK],
    tags=["findings"],
)
def list_findings(
    visit: NamedDependency[Visit],
    request: Asked,
    pair: PairPath,
    status: StatusName = None,
    kind: KindName = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    language: Language = "az",
    limit: Limit = 50,
    after: After = None,
) -> Response[FindingsAnswer]:
    """List what the claims on two states add up to: what agrees, what is superseded or disputed, what can be worked out."""
    states, of_kind, of_status = pair_asked(pair), kind_asked(kind), status_asked(status)
    times, before = pinned_at(visit, after)
    found = [
        finding
        for finding in findings_of(visit, states, times)
        if of_kind in (None, finding.kind) and of_status in (None, finding.status)
    ]
    page, place = page_of(visit, times, found, before, limit)
    told_page = tuple(msgspec.json.decode(to_json(one, language), type=FindingAnswer) for one in page)
    return answer(request, FindingsAnswer(told_page, cursor_of(place) if place else None), place)


def findings_of(visit: Visit, pair: tuple[str, str], times: Times) -> tuple[Finding, ...]:
    """Return the findings on two states, which are kept while their file stays as it is."""

    def make() -> tuple[Finding, ...]:
        held = visit.ledger.pair_file(pair, times.instant)
        found = find(held.claims, held.cards, times.day, held.signatures)
        by_id = {claim.id: claim for claim in held.claims}
        return tuple(decide(found, held.decisions, by_id, held.cards))

    return visit.dossiers.made(visit.ledger, pair, times, "findings", make)
