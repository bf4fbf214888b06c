"""The timeline of two states: all that is dated, as a chart and as a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from korpu.charts.timeline import Item, chosen, timeline_of
from korpu.charts.timeline_chart import timeline_spec
from korpu.dossier.tree import Note
from korpu.edtf import extent
from korpu.errors import WrongUse
from korpu.kinds import Section, kinds
from korpu.known_at import one_date
from korpu.render.wording.words import wording
from korpu.web import charted
from korpu.web.composed import Composed, sentences_of
from korpu.web.pairs_asked import pair_of, path_of
from korpu.web.visit import Visit

PAGE = 200
MOST_DRAWN = 400
"""Items that one chart can show so that they can be told apart; of more, the latest."""


class Choice(msgspec.Struct, frozen=True):
    """What of the timeline is asked for.

    Attributes:
        only: a section or a kind; "" for all.
        since, until: dates as they were given, "" for none.
    """

    only: str
    since: str
    until: str

    @property
    def fields(self) -> dict[str, str]:
        """What an address says to ask for the same."""
        return {"only": self.only, "since": self.since, "until": self.until}

    @property
    def first(self) -> dt.date | None:
        """The first day that is asked for."""
        return extent(self.since).first if self.since else None

    @property
    def last(self) -> dt.date | None:
        """The last day that is asked for."""
        return extent(self.until).last if self.until else None

    def of(self, items: Sequence[Item]) -> tuple[Item, ...]:
        """Return the items that are asked for."""
        sections = (self.only,) if self.only in _SECTIONS else ()
        names = (self.only,) if self.only in kinds() else ()
        return chosen(items, sections, names, self.first, self.last)


class Chronicle(msgspec.Struct, frozen=True):
    """A page of the list of dated items.

    Attributes:
        total: how many items were asked for, on all pages.
        sentences: the notes that are referred to, by their numbers.
        offered: the kinds that there are, by section.
    """

    items: tuple[Item, ...]
    total: int
    page: int
    pages: int
    sentences: dict[int, Note]
    offered: dict[str, list[str]]


_SECTIONS = frozenset(section.value for section in Section)


def choice_of(visit: Visit) -> Choice:
    """Return what the address asks for.

    Raises:
        WrongUse: there is no such section or kind, or no such date.
    """
    only, since, until = (visit.query.get(name, "").strip() for name in ("only", "since", "until"))
    if only and only not in _SECTIONS and only not in kinds():
        raise WrongUse("«{only}» is no section of a dossier and no kind of claim.", only=only[:60])
    for date in filter(None, (since, until)):
        one_date(date)
    if since and until and (extent(since).first or dt.date.min) > (extent(until).last or dt.date.max):
        raise WrongUse("«{since}» is later than «{until}».", since=since, until=until)
    return Choice(only, since, until)


@get("/{pair:str}/timeline", sync_to_thread=True)
def show_timeline(
    visit: NamedDependency[Visit], pair: FromPath[str], page: FromQuery[int] = 1
) -> Response[str]:
    """Show all dated statements on two states, of a section, a kind or a period."""
    states = pair_of(pair)
    choice = choice_of(visit)
    found = visit.view(states, chronicle, visit.language, choice, page)
    return visit.page(
        "timeline.html.jinja",
        path=path_of(states),
        codes=states,
        tab="timeline",
        choice=choice,
        offered=found.offered,
        total=found.total,
        undrawn=max(0, found.total - MOST_DRAWN),
        items=found.items,
        page_number=found.page,
        pages=found.pages,
        sentences=found.sentences,
        described=visit.interface.say.label("timeline_described", count=str(min(found.total, MOST_DRAWN))),
    )


@get("/{pair:str}/timeline.json", sync_to_thread=True)
def send_timeline(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[Any]:
    """Send the chart's specification."""
    spec = _spec(visit, pair, charted.look_of(visit).dark, linked=True)
    return charted.specification(spec)


@get("/{pair:str}/timeline.svg", sync_to_thread=True)
def draw_timeline(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[Any]:
    """Send the chart as a drawing."""
    look = charted.look_of(visit)
    return charted.svg(_spec(visit, pair, look.dark), look)


def _spec(visit: Visit, pair: str, dark: bool, linked: bool = False) -> dict[str, Any]:
    choice = choice_of(visit)
    found = visit.view(pair_of(pair), drawn, visit.language, choice)
    address = charted.claim_address(visit) if linked else None
    return timeline_spec(found, visit.interface.say, dark, address, choice.first, choice.last)


def chronicle(composed: Composed, language: str, choice: Choice, page: int) -> Chronicle:
    """Return a page of the list of dated items."""
    items = composed.made(items_of, language)
    found = choice.of(items)
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(1, page), pages)
    shown = found[(page - 1) * PAGE : page * PAGE]
    sentences = sentences_of(composed, (number for item in shown for number in item.notes))
    return Chronicle(shown, len(found), page, pages, sentences, _offered(items))


def drawn(composed: Composed, language: str, choice: Choice) -> tuple[Item, ...]:
    """Return the items that the chart shows."""
    return choice.of(composed.made(items_of, language))[-MOST_DRAWN:]


def items_of(composed: Composed, language: str) -> tuple[Item, ...]:
    """Return all dated items of the dossier in a language."""
    return timeline_of(composed.dossier, wording(language))


def _offered(items: Sequence[Item]) -> dict[str, list[str]]:
    """The kinds that there are, by section, both in the order of the dossier."""
    there = {(item.section, item.kind) for item in items}
    order = list(kinds())
    return {
        section.value: sorted((kind for name, kind in there if name == section.value), key=order.index)
        for section in Section
        if any(name == section.value for name, _ in there)
    }
