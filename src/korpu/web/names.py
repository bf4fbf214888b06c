"""The names of a pair's persons, missions, agreements …, as pages show them: each with its spellings, reasons and doubts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from korpu.entities.clusters import RULES, Entities, Entity, Link
from korpu.kinds import EntityType
from korpu.languages import DEFAULT, find_language
from korpu.ledger.errors import UnknownId
from korpu.ledger.store import open_ledger
from korpu.render.entity_names import name_in_words, sameness_in_words
from korpu.render.wording.words import Wording
from korpu.web.times import Times
from korpu.web.visit import Visit


class Spelling(msgspec.Struct, frozen=True):
    """A name as it is written, in words, and how many claims name it so."""

    name: str
    words: str
    claims: int


class Doubt(msgspec.Struct, frozen=True):
    """Another entity that may be the same, by its id and name, with its posts, and why it is not decided."""

    id: str
    name: str
    posts: tuple[str, ...]
    reason: str


class NameWords(msgspec.Struct, frozen=True):
    """An entity in words.

    Attributes:
        spellings: all ways in which it is written, its own name first.
        posts: of a person, the offices that are told of, each with whose it is.
        reasons: why they are one, each a sentence with the two names.
        judged: whether a person joined some of them.
    """

    id: str
    type: EntityType
    name: str
    spellings: tuple[Spelling, ...]
    claims: tuple[str, ...]
    documents: int
    posts: tuple[str, ...]
    reasons: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    judged: bool


MANY = 20_000
"""Claims of two states with all others from which on their names are worked out by a worker: of persons all of these count."""


def entities_on(visit: Visit, pair: tuple[str, str], type: EntityType) -> Entities:
    """Return the entities of a type that claims on two states name; kept until something is changed.

    Raises:
        korpu.web.dossiers.StillMade: there are very many claims, and they are not there yet.
    """
    ledger, times, dossiers = visit.ledger, visit.times, visit.dossiers
    key = ("entities", pair, type, times, ledger.last_change())
    claims = sum(number for two, number in dossiers.all_claims(ledger).items() if set(two) & set(pair))
    if claims < MANY:
        return dossiers.kept.get(key, lambda: ledger.entities(pair, type, times.instant, times.day), _weigh)
    told = dossiers.claims(ledger, pair)
    return dossiers.awaited(key, pair, told, _weigh, entities_at, pair, type, times)


def entities_at(address: str | Path, pair: tuple[str, str], type: EntityType, times: Times) -> Entities:
    """Return the entities of a type that claims on two states name in the ledger at an address."""
    with open_ledger(address, create=False) as ledger:
        return ledger.entities(pair, type, times.instant, times.day)


def _weigh(found: Entities) -> int:
    return sum(len(entity.mentions) for entity in found.entities)


def entity_of(visit: Visit, id: str, pair: tuple[str, str] | None) -> Entity:
    """Return an entity by the id of any of its names: with those names that claims on two states have, or with all.

    Raises:
        korpu.ledger.errors.UnknownId: no name has the id, or none in claims on the two states.
    """
    whole = visit.ledger.entity(id, visit.times.instant)
    if pair is None:
        return whole
    ids = {mention.id for mention in whole.mentions}
    for entity in entities_on(visit, pair, whole.type).entities:
        if entity.mentions[0].id in ids:
            return entity
    name = name_in_words(whole.type, whole.name, visit.interface.say)
    raise UnknownId(visit.interface.text("No claim on these two states names {name}.", name=name))


def in_order(entities: Iterable[Entity], say: Wording) -> list[Entity]:
    """Return entities by their names as the language of the documents orders them."""
    key = find_language(DEFAULT).sort_key
    return sorted(entities, key=lambda entity: (key(name_in_words(entity.type, entity.name, say)), entity.id))


def put(entity: Entity, found: Entities, say: Wording) -> NameWords:
    """Return an entity in words, with the doubts whether it is another of those found."""
    ids = {mention.id for mention in entity.mentions}
    counts = Counter(name for name, _ in {(mention.name, mention.claim) for mention in entity.mentions})
    spelled = sorted(counts, key=lambda name: (name != entity.name, -counts[name], name))
    return NameWords(
        id=entity.id,
        type=entity.type,
        name=name_in_words(entity.type, entity.name, say),
        spellings=tuple(
            Spelling(name, name_in_words(entity.type, name, say), counts[name]) for name in spelled
        ),
        claims=tuple(sorted({mention.claim for mention in entity.mentions})),
        documents=len({mention.document for mention in entity.mentions}),
        posts=posts_of(entity, say),
        reasons=tuple(dict.fromkeys(_reason(link, entity, say) for link in entity.links)),
        doubts=tuple(_doubts(ids, found, say)),
        judged=any(link.author != RULES for link in entity.links),
    )


def posts_of(entity: Entity, say: Wording) -> tuple[str, ...]:
    """Return the offices that are told of a person, each with whose it is."""
    known = say.words["terms"]["office"]
    told = {(fact.office, fact.state) for fact in entity.context.facts if fact.office in known}
    named = ((known[office], say.state(state) if state else "") for office, state in sorted(told))
    return tuple(f"{office} ({state})" if state else str(office) for office, state in named)


def _reason(link: Link, entity: Entity, say: Wording) -> str:
    names = {mention.id: mention.name for mention in entity.mentions}
    left, right = (name_in_words(entity.type, names[id], say) for id in (link.left, link.right))
    by = f" ({link.author})" if link.author not in (RULES, "") else ""
    pair = left if left == right else f"{left} = {right}"
    return f"{pair}: {_why(link, say)}{by}"


def _why(link: Link, say: Wording) -> str:
    return sameness_in_words(link.verdict.code, link.verdict.details, say)


def _doubts(ids: set[str], found: Entities, say: Wording) -> Iterable[Doubt]:
    of_id = {mention.id: entity for entity in found.entities for mention in entity.mentions}
    for link in found.doubts:
        ends: Sequence[str] = (link.left, link.right)
        others = [id for id in ends if id not in ids]
        if len(others) == 1 and others[0] in of_id:
            other = of_id[others[0]]
            name = name_in_words(other.type, other.name, say)
            yield Doubt(other.id, name, posts_of(other, say), _why(link, say))
