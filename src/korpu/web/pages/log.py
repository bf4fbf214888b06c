"""The log: everything that was done to the ledger, the last first."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated, get_args

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, FromQuery
from litestar.response import Redirect

from korpu.ledger.changes import Action
from korpu.render.log import action_in_words
from korpu.web.changes import changes_told, reason_in, undo
from korpu.web.own_paths import own_path
from korpu.web.pairs_asked import path_of
from korpu.web.visit import Visit

PAGE = 50


class Undoing(msgspec.Struct):
    """What the button that undoes a change brings."""

    because: str = ""
    back: str = "/log"


@get("/log", sync_to_thread=True)
def show_log(
    visit: NamedDependency[Visit],
    before: FromQuery[int | None] = None,
    pair: FromQuery[str] = "",
    author: FromQuery[str] = "",
    action: FromQuery[str] = "",
) -> Response[str]:
    """Show what was done, to what, by whom, when and why; of a pair, an author or an action where one is asked for."""
    states, problem = visit.pair_in(pair)
    actions = {one: action_in_words(one, visit.interface.say) for one in get_args(Action)}
    asked = {"pair": pair.strip(), "author": author.strip(), "action": action if action in actions else ""}
    entries = visit.ledger.log_page(
        states or (),
        visit.times.instant,
        before=before,
        author=asked["author"] or None,
        action=asked["action"] or None,
        limit=0 if problem else PAGE + 1,
    )
    return visit.page(
        "log.html.jinja",
        days=[
            (day, list(rows))
            for day, rows in groupby(changes_told(visit, entries[:PAGE]), lambda row: row.day)
        ],
        older=entries[PAGE - 1].change.number if len(entries) > PAGE else None,
        is_first=before is None,
        asked=asked,
        actions=actions,
        problem=problem,
        pair_path=path_of(states) if states else "",
        states=states,
    )


@post("/log/{number:int}/undo", sync_to_thread=True)
def undo_change(
    visit: NamedDependency[Visit],
    number: FromPath[int],
    data: Annotated[Undoing, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Redirect:
    """Undo a change, which is one more change, and go back to the page that was open."""
    undo(visit, number, reason_in(visit, data.because))
    return Redirect(own_path(data.back), status_code=303)
