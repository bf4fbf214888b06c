"""Names: the persons, missions, organisations, agreements, projects and places that claims on two states name."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Annotated, Any, get_args

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, FromQuery
from litestar.response import Redirect

from korpu.claims import Claim
from korpu.edtf import sort_key
from korpu.entities.clusters import Entities, Entity
from korpu.entities.names import relate
from korpu.kinds import EntityType
from korpu.ledger.errors import Conflicting
from korpu.render.entity_names import name_in_words, sameness_in_words
from korpu.render.source_cards import source_line
from korpu.render.wording.words import Wording
from korpu.states import name_key
from korpu.web.changes import change_told, given_reason
from korpu.web.names import entities_on, entity_of, in_order, posts_of, put
from korpu.web.pairs_asked import pair_of, path_of
from korpu.web.visit import Visit

TYPES: tuple[EntityType, ...] = get_args(EntityType)
PAGE = 100
CLAIMS = 50
"""Claims of a name that its page shows at a time."""
MOST_OFFERED = 1000
"""Other names that the form for joining offers."""
SORTED = 500
"""Claims of a name that are put in the order of their dates; of more, each page by itself."""
PAIRS_OFFERED = 24


class Joining(msgspec.Struct):
    """What the form that joins two names brings."""

    other: str = ""
    because: str = ""
    anyway: str = ""
    pair: str = ""


class Parting(msgspec.Struct):
    """What the form that parts names brings: one spelling or several; none to undo the last joining."""

    names: str | list[str] = ""
    because: str = ""
    pair: str = ""

    @property
    def chosen(self) -> list[str]:
        """The spellings."""
        return [self.names] if isinstance(self.names, str) and self.names else list(self.names)


class ClaimRow(msgspec.Struct, frozen=True):
    """A claim in the list of those that name something."""

    claim: Claim
    words: str
    when: str
    source: str


@get("/entities", sync_to_thread=True)
def list_names(
    visit: NamedDependency[Visit],
    pair: FromQuery[str] = "",
    type: FromQuery[str] = "person",
    q: FromQuery[str] = "",
    page: FromQuery[int] = 1,
) -> Response[str]:
    """List the names of one type in claims on two states, in the order of the alphabet."""
    say = visit.interface.say
    states, problem = visit.pair_in(pair)
    chosen: EntityType = next((one for one in TYPES if one == type), "person")
    known: dict[str, Any] = {"types": TYPES, "type": chosen, "labels": type_labels(visit), "asked": q}
    known |= {"states": states, "written": pair, "problem": problem}
    if states is None:
        offered = [(visit.pair_name(two), path_of(two)[1:]) for two in visit.pairs_told()[:PAIRS_OFFERED]]
        return visit.page("entities.html.jinja", **known, rows=[], offered=offered, path="")
    found = entities_on(visit, states, chosen)
    entities = [one for one in in_order(found.entities, say) if _matches(one.spellings, chosen, q, visit)]
    pages = max(1, -(-len(entities) // PAGE))
    page = min(max(1, page), pages)
    return visit.page(
        "entities.html.jinja",
        **known,
        rows=[put(one, found, say) for one in entities[(page - 1) * PAGE : page * PAGE]],
        total=len(entities),
        page=page,
        pages=pages,
        offered=[],
        path=path_of(states),
        doubts=len(found.doubts),
    )


def _matches(spellings: tuple[str, ...], type: str, words: str, visit: Visit) -> bool:
    names = [name_key(name_in_words(type, name, visit.interface.say)) for name in spellings]
    return all(any(word in name for name in names) for word in name_key(words).split())


def type_labels(visit: Visit) -> dict[str, tuple[str, str]]:
    """Return what the types are called, of one and of many."""
    text = visit.interface.text
    return {
        "person": (text("Person"), text("Persons")),
        "mission": (text("Mission"), text("Missions")),
        "organisation": (text("Organisation"), text("Organisations")),
        "agreement": (text("Agreement"), text("Agreements")),
        "project": (text("Project"), text("Projects")),
        "place": (text("Place"), text("Places")),
    }


@get("/entities/{id:str}", sync_to_thread=True)
def show_name(
    visit: NamedDependency[Visit],
    id: FromPath[str],
    pair: FromQuery[str] = "",
    page: FromQuery[int] = 1,
    done: FromQuery[int | None] = None,
) -> Response[str]:
    """Show a name with its spellings and its claims; those on two states where a pair is asked for."""
    return _name_page(visit, id, pair, page=page, done=done)


@post("/entities/{id:str}/merge", sync_to_thread=True)
def join_names(
    visit: NamedDependency[Visit],
    id: FromPath[str],
    data: Annotated[Joining, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[str] | Redirect:
    """Join two names; where what is known of them conflicts, say so and ask whether they are one all the same."""
    because = given_reason(visit, data.because)
    try:
        merged = visit.ledger.merge(id, data.other, because, anyway=bool(data.anyway))
    except Conflicting as conflict:
        asked = {"other": data.other, "because": because, "forced": conflict.may_be_forced}
        told = _conflict(visit, id, data.other)
        return _name_page(visit, id, data.pair, conflict=told, asked=asked)
    return _onward(visit, merged.id, data.pair, "merge")


@post("/entities/{id:str}/split", sync_to_thread=True)
def part_names(
    visit: NamedDependency[Visit],
    id: FromPath[str],
    data: Annotated[Parting, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Redirect:
    """Part some spellings from the others; without any, undo the last joining."""
    rest, _ = visit.ledger.split(id, data.chosen, given_reason(visit, data.because))
    return _onward(visit, rest.id, data.pair, "split")


def _onward(visit: Visit, id: str, pair: str, action: str) -> Redirect:
    entries = visit.ledger.log_page(action=action, limit=1)
    number = entries[0].change.number if entries else None
    return Redirect(visit.times.address(f"/entities/{id}", pair=pair, done=number), status_code=303)


def _conflict(visit: Visit, id: str, other: str) -> str:
    """Why two names cannot be one, in the words of the interface."""
    say = visit.interface.say
    left, right = visit.ledger.entity(id), visit.ledger.entity(other)
    names = {
        "left": name_in_words(left.type, left.name, say),
        "right": name_in_words(right.type, right.name, say),
    }
    if left.type != right.type:
        labels = type_labels(visit)
        return visit.interface.text(
            "«{left}» and «{right}» are names of two sorts (“{one}”, “{other}”).",
            **names,
            one=labels[left.type][0],
            other=labels[right.type][0],
        )
    related = relate(left.type, left.context, right.context)
    why = sameness_in_words(related.code, related.details, say)
    return visit.interface.text("«{left}» and «{right}» may be two.", **names) + f" {why}"


def _name_page(
    visit: Visit,
    id: str,
    pair: str,
    *,
    page: int = 1,
    done: int | None = None,
    conflict: str = "",
    asked: dict[str, object] | None = None,
) -> Response[str]:
    say = visit.interface.say
    states = pair_of(pair) if pair else None
    entity = entity_of(visit, id, states)
    claims, pages = _claims(visit, entity, page)
    home = states or _home(claims)
    found = entities_on(visit, home, entity.type) if home else Entities((entity,), ())
    own = {mention.id for mention in entity.mentions}
    others = [one for one in in_order(found.entities, say) if one.mentions[0].id not in own]
    return visit.page(
        "entity.html.jinja",
        name=put(entity, found, say),
        labels=type_labels(visit),
        rows=claims,
        page=min(max(1, page), pages),
        pages=pages,
        states=states,
        home=home,
        path=path_of(home) if home else "",
        others=[(one.id, _named(one, say)) for one in others[:MOST_OFFERED]],
        done=change_told(visit, done, ("merge", "split")),
        conflict=conflict,
        asked=asked or {"other": "", "because": "", "forced": False},
    )


def _named(entity: Entity, say: Wording) -> str:
    """The name of an entity with its posts, so that two of one name are told apart."""
    return " – ".join((name_in_words(entity.type, entity.name, say), *posts_of(entity, say)[:2]))


def _home(rows: list[ClaimRow]) -> tuple[str, str] | None:
    """The two states that most of the claims are on."""
    counts = Counter(pair for row in rows for pair in combinations(sorted(set(row.claim.parties)), 2))
    return max(sorted(counts), key=lambda pair: counts[pair], default=None)


def _claims(visit: Visit, entity: Entity, page: int) -> tuple[list[ClaimRow], int]:
    """The claims of a page that name it, and how many pages there are; by their dates, where there are not very many."""
    say, ids = visit.interface.say, sorted({mention.claim for mention in entity.mentions})
    pages = max(1, -(-len(ids) // CLAIMS))
    start = (min(max(1, page), pages) - 1) * CLAIMS
    if len(ids) <= SORTED:
        claims = sorted(visit.ledger.claims_with(ids), key=lambda claim: sort_key(claim.when))
        claims = claims[start : start + CLAIMS]
    else:
        claims = visit.ledger.claims_with(ids[start : start + CLAIMS])
    documents = sorted({claim.document for claim in claims})
    cards = {one.id: one.card for one in visit.ledger.documents_listed(documents)}
    return [
        ClaimRow(
            claim,
            say.claim(claim),
            say.date(claim.when) if claim.when else "",
            source_line(cards[claim.document], say) if claim.document in cards else "",
        )
        for claim in claims
    ], pages
