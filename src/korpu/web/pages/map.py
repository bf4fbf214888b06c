"""Maps: the missions of two states in each other and their visits; the world with how much there is on each state."""

from __future__ import annotations

from collections import Counter
from typing import Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from korpu.charts.missions import Geography, geography_of
from korpu.charts.missions_map import missions_map
from korpu.charts.palette import Spec
from korpu.charts.world import world_spec
from korpu.dossier.tree import Note
from korpu.render.wording.words import wording
from korpu.states import find_state
from korpu.web import charted
from korpu.web.composed import Composed, sentences_of
from korpu.web.pairs_asked import pair_of, path_of
from korpu.web.visit import Visit

MOST_TOLD = 15
"""Visits to one place that the page lists; the section of the dossier has all."""


@get("/{pair:str}/map", sync_to_thread=True)
def show_map(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[str]:
    """Show the missions of two states in each other, and the visits, on a map and in tables."""
    states = pair_of(pair)
    found, sentences = visit.view(states, shown_on, visit.language)
    say = visit.interface.say
    return visit.page(
        "map.html.jinja",
        path=path_of(states),
        codes=states,
        tab="map",
        found=found,
        most=MOST_TOLD,
        anchor=anchor,
        sentences=sentences,
        described=say.label("map_described", first=say.state(states[0]), second=say.state(states[1])),
    )


@get("/{pair:str}/map.json", sync_to_thread=True)
def send_map(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[Any]:
    """Send the map's specification."""
    return charted.specification(_spec(visit, pair, charted.look_of(visit).dark, linked=True))


@get("/{pair:str}/map.svg", sync_to_thread=True)
def draw_map(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[Any]:
    """Send the map as a drawing."""
    look = charted.look_of(visit)
    return charted.svg(_spec(visit, pair, look.dark), look)


@get("/world.json", sync_to_thread=True)
def send_world(visit: NamedDependency[Visit]) -> Response[Any]:
    """Send the specification of the map of all states."""
    return charted.specification(_world(visit, charted.look_of(visit).dark, linked=True))


@get("/world.svg", sync_to_thread=True)
def draw_world(visit: NamedDependency[Visit]) -> Response[Any]:
    """Send the map of all states as a drawing."""
    look = charted.look_of(visit)
    return charted.svg(_world(visit, look.dark), look)


def found_on(composed: Composed, language: str) -> Geography:
    """Return the missions and visits of the dossier in a language."""
    return geography_of(composed.dossier, wording(language))


def shown_on(composed: Composed, language: str) -> tuple[Geography, dict[int, Note]]:
    """Return them with the notes that they refer to, by their numbers."""
    found = composed.made(found_on, language)
    told = [one for mission in found.missions for one in mission.told]
    told += [one for stay in found.stays for one in stay.told]
    return found, sentences_of(composed, (number for one in told for number in one.notes))


def anchor(place: str) -> str:
    """Return the id of what the page tells of a place.

    >>> anchor("Nur-Sultan şəhəri")
    'place-Nur-Sultan_şəhəri'
    """
    return "place-" + "_".join(place.split())


def _spec(visit: Visit, pair: str, dark: bool, linked: bool = False) -> Spec:
    states = pair_of(pair)
    claim = charted.claim_address(visit) if linked else None
    place = (lambda name: f"#{anchor(name)}") if linked else None
    found = visit.view(states, found_on, visit.language)
    return missions_map(found, states, visit.interface.say, dark, claim, place)


def _world(visit: Visit, dark: bool, linked: bool = False) -> Spec:
    asked = visit.query.get("state", "")
    state = find_state(asked) if asked else None
    counts: Counter[str] = Counter()
    for pair, claims in visit.counts().items():
        for code in pair if state is None or state in pair else ():
            counts[code] += claims

    def address(code: str) -> str:
        if state is None:
            return visit.times.address("/", state=code)
        return visit.times.address(path_of((state, code)))

    return world_spec(counts, visit.interface.say, dark, state, address if linked else None)
