"""Findings: where the sources on two states agree, and where they do not."""

from __future__ import annotations

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency

from korpu.as_of import last_day
from korpu.findings import Finding, find, to_json
from korpu.findings.deciding import decide
from korpu.web.composed import Composed
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
from korpu.web.protocol.pinned import page_asked
from korpu.web.protocol.problems import told
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
    page, place = page_asked(visit, after).view(visit, states, page_of_findings, limit, of_kind, of_status)
    told_page = tuple(msgspec.json.decode(to_json(one, language), type=FindingAnswer) for one in page)
    return answer(request, FindingsAnswer(told_page, cursor_of(place) if place else None), place)


def page_of_findings(
    composed: Composed, kind: str | None, status: str | None, told: int, limit: int
) -> tuple[tuple[Finding, ...], int]:
    """Return the findings of a kind and a status, or of any, after so many, and how many there are in all."""
    found = [
        finding
        for finding in composed.made(findings_of)
        if kind in (None, finding.kind) and status in (None, finding.status)
    ]
    return tuple(found[told : told + limit]), len(found)


def findings_of(composed: Composed) -> tuple[Finding, ...]:
    """Return the findings that the dossier arranges."""
    file = composed.file
    found = find(file.claims, file.cards, last_day(composed.as_of), file.signatures)
    return tuple(decide(found, file.decisions, composed.claims, file.cards))
