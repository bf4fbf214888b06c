"""The log: who or what changed the ledger, when and why."""

from __future__ import annotations

from litestar import Response, get
from litestar.di import NamedDependency

from korpu.web.protocol.answers import LogAnswer
from korpu.web.protocol.cursors import cursor_of, place_at
from korpu.web.protocol.exchange import HEADERS, LINK, Asked, answer
from korpu.web.protocol.parameters import After, KnownAt, Limit, PairAsked, parties_asked
from korpu.web.protocol.problems import told
from korpu.web.visit import Visit


@get("/log", sync_to_thread=True, responses=told(), response_headers=[*HEADERS, LINK], tags=["log"])
def list_changes(
    visit: NamedDependency[Visit],
    request: Asked,
    pair: PairAsked = None,
    known_at: KnownAt = None,
    limit: Limit = 50,
    after: After = None,
) -> Response[LogAnswer]:
    """List the changes of the ledger, the last first; with a pair, only those of claims on the two and of their documents."""
    before = place_at(after, int) if after else None
    entries = visit.ledger.log_page(parties_asked(pair), visit.times.instant, before=before, limit=limit + 1)
    place = entries[limit - 1].change.number if len(entries) > limit else None
    changes = tuple(change for entry in entries[:limit] for change in entry.changes)
    return answer(request, LogAnswer(changes, cursor_of(place) if place is not None else None), place)
