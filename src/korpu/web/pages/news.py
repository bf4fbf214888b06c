"""What is new on two states since a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from korpu.dossier.news import PairNews
from korpu.edtf import moved
from korpu.errors import WrongUse
from korpu.known_at import instants
from korpu.pair_news import pair_news
from korpu.render.news import put_news_into_words
from korpu.web.jobs import news_at
from korpu.web.news import put_news
from korpu.web.pairs_asked import pair_of, path_of
from korpu.web.visit import Visit

DAYS = 7
"""How far back news go where the address does not say."""
FEW = 400
"""Claims up to which news are found at once; those on more are a worker's work."""


@get("/{pair:str}/news", sync_to_thread=True)
def show_news(
    request: Request[Any, Any, Any], visit: NamedDependency[Visit], pair: FromPath[str]
) -> Response[str]:
    """Show what the ledger says of two states and did not say before `?since=`, a day or an instant; a week ago, without."""
    states = pair_of(pair)
    until = visit.times.instant or dt.datetime.now(dt.UTC)
    asked = visit.query.get("since", "").strip()
    begin = moved(until.date(), -dt.timedelta(days=DAYS))
    since = instants(asked)[0] if asked else dt.datetime.combine(begin, dt.time.min, dt.UTC)
    if since > until:
        raise WrongUse(
            "{asked} is later than the time until which news are asked for. Give an earlier one.", asked=asked
        )
    told = _told(request, visit, states, since, until)
    return visit.page(
        "news.html.jinja",
        path=path_of(states),
        codes=states,
        tab="news",
        page=put_news_into_words([told], visit.language, since, until, states),
        news=put_news([told], visit.language, since, until)[0],
        since=since,
    )


def _told(
    request: Request[Any, Any, Any],
    visit: Visit,
    pair: tuple[str, str],
    since: dt.datetime,
    until: dt.datetime,
) -> PairNews:
    day = visit.times.day or until.date()
    known_at = visit.times.instant

    what = ("news", since, visit.times.known_at, day)
    if visit.dossiers.claims(visit.ledger, pair) > FEW:
        return visit.dossiers.awaited_of_pair(visit.ledger, pair, what, news_at, pair, since, known_at, day)

    def find() -> PairNews:
        return pair_news(visit.ledger, pair, since, known_at, day)

    return visit.dossiers.of_pair(visit.ledger, pair, what, find)
