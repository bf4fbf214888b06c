"""The entities of a ledger: worked out from its claims and from what people judged, as of any instant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from korpu.as_of import is_told_by
from korpu.entities.clusters import Entities, Entity, Judgement, find_entities
from korpu.entities.mentions import Mention, find_mentions
from korpu.entities.names import relate
from korpu.entities.verdict import Verdict
from korpu.kinds import EntityType
from korpu.ledger.changes import Action, Scribe
from korpu.ledger.database import to_json
from korpu.ledger.entity_names import CLAIM_COLUMNS, bare_claim
from korpu.ledger.errors import AlreadySo, AmbiguousId, Conflicting, UnknownId
from korpu.ledger.ids import begins, checked_beginning, is_beginning
from korpu.ledger.queries import batches, claim_ids_on, recorded, stands
from korpu.ledger.schema import CHANGE, CLAIM, CLAIM_PARTY, DOCUMENT, ENTITY_NAME, JUDGEMENT
from korpu.ledger.seals import seal_judgement

Key = tuple[str, str]
"""A type and what all names of one entity of it have in common."""


def entities_on(
    connection: sa.Connection,
    parties: Sequence[str],
    type: EntityType | None,
    known_at: dt.datetime | None,
    as_of: dt.date | None,
) -> Entities:
    """Return the entities that claims on all of `parties` name (see `korpu.ledger.store.Ledger.entities`)."""
    found = _entities_of(connection, _keys_on(connection, parties, type), parties, known_at)
    chosen = found.entities if as_of is None else _as_of(connection, found.entities, as_of)
    if parties:
        within = set(connection.scalars(claim_ids_on(parties)))
        chosen = tuple(one for one in chosen if any(m.claim in within for m in one.mentions))
    ids = {mention.id for one in chosen for mention in one.mentions}
    doubts = tuple(doubt for doubt in found.doubts if doubt.left in ids and doubt.right in ids)
    return Entities(chosen, doubts)


def entity_with(connection: sa.Connection, beginning: str, known_at: dt.datetime | None = None) -> Entity:
    """Return the entity that has a name whose id begins so (see `korpu.ledger.store.Ledger.entity`)."""
    beginning = checked_beginning(beginning, "name of an entity")
    chosen = sa.select(ENTITY_NAME.c.id, ENTITY_NAME.c.type, ENTITY_NAME.c.key)
    rows = connection.execute(chosen.where(begins(ENTITY_NAME.c.id, beginning)).distinct().limit(50)).all()
    keys = {(row.type, row.key) for row in rows}
    # A fourth of a name is enough to find it; of what a key's names come to, those that begin so count.
    found = [
        entity
        for entity in _entities_of(connection, keys, (), known_at).entities
        if any(mention.id.startswith(beginning) for mention in entity.mentions)
    ]
    if not found:
        raise UnknownId(
            "The ledger has no entity with a name whose id begins with {beginning}.", beginning=beginning
        )
    if len(found) > 1:
        named = ", ".join(f"{entity.id} ({entity.name})" for entity in found)
        raise AmbiguousId(
            "More than one entity has an id that begins with {beginning}: {named}.",
            beginning=beginning,
            named=named,
        )
    return found[0]


def merge(
    connection: sa.Connection, scribe: Scribe, one: str, other: str, because: str, anyway: bool
) -> Entity:
    """Let two entities be one, and return it (see `korpu.ledger.store.Ledger.merge`)."""
    left, right = entity_with(connection, one), entity_with(connection, other)
    if left.id == right.id:
        raise AlreadySo(
            "{one} and {other} are one entity already, {id} ({name}).",
            one=one,
            other=other,
            id=left.id,
            name=left.name,
        )
    if left.type != right.type:
        raise Conflicting(f"{left.name} is of the type {left.type}, {right.name} of the type {right.type}.")
    related = relate(left.type, left.context, right.context)
    if related.relation == "conflict" and not anyway:
        why = Verdict("unsure", related.code, related.details).sentence()
        raise Conflicting(f"{left.name} and {right.name} may be two. {why}", may_be_forced=True)
    _judge(connection, scribe, "merge", "same", _ids(left), _ids(right), because)
    return entity_with(connection, left.id)


def split(
    connection: sa.Connection, scribe: Scribe, id: str, names: Sequence[str], because: str
) -> tuple[Entity, Entity]:
    """Part names from an entity; return what is left of it, and theirs (see `korpu.ledger.store.Ledger.split`)."""
    entity = entity_with(connection, id)
    taken = _taken(entity, names) if names else _last_merged(connection, entity)
    rest = _ids(entity) - taken
    if not rest:
        raise AlreadySo("{name} ({id}) has no other names than these.", name=entity.name, id=entity.id)
    _judge(connection, scribe, "split", "different", taken, rest, because)
    return entity_with(connection, min(rest)), entity_with(connection, min(taken))


def judgements_of(connection: sa.Connection, known_at: dt.datetime | None = None) -> list[Judgement]:
    """Return what people had judged at an instant, or have by now, in order."""
    chosen = (
        sa.select(JUDGEMENT, CHANGE.c.author, CHANGE.c.because)
        .join(CHANGE, CHANGE.c.number == JUDGEMENT.c.change)
        .where(*recorded(CHANGE.c.at, known_at))
        .order_by(JUDGEMENT.c.change)
    )
    return [
        Judgement(row.sameness, frozenset(row.names), frozenset(row.others), row.author, row.because)
        for row in connection.execute(chosen)
    ]


def _judge(
    connection: sa.Connection,
    scribe: Scribe,
    action: Action,
    sameness: str,
    names: frozenset[str],
    others: frozenset[str],
    because: str,
) -> None:
    left, right = sorted(names), sorted(others)
    number = scribe.note(action, left[0], because, seal_judgement(sameness, to_json(left), to_json(right)))
    row = {"change": number, "sameness": sameness, "names": left, "others": right}
    connection.execute(JUDGEMENT.insert().values(row))


def _ids(entity: Entity) -> frozenset[str]:
    return frozenset(mention.id for mention in entity.mentions)


def _taken(entity: Entity, names: Sequence[str]) -> frozenset[str]:
    taken: set[str] = set()
    for name in names:
        of_name = {
            mention.id
            for mention in entity.mentions
            if mention.name == name or (is_beginning(name) and mention.id.startswith(name))
        }
        if not of_name:
            raise UnknownId(
                "{entity} ({id}) has no name «{name}». It has: {names}.",
                entity=entity.name,
                id=entity.id,
                name=name,
                names=", ".join(entity.spellings),
            )
        taken |= of_name
    return frozenset(taken)


def _last_merged(connection: sa.Connection, entity: Entity) -> frozenset[str]:
    ids = _ids(entity)
    for judgement in reversed(judgements_of(connection)):
        if judgement.sameness == "same" and judgement.left & ids and judgement.right & ids:
            return judgement.right & ids
    raise UnknownId(
        "{entity} ({id}) is of no merge. Give the names that are to be parted from it: {names}.",
        entity=entity.name,
        id=entity.id,
        names=", ".join(entity.spellings),
    )


def _keys_on(connection: sa.Connection, parties: Sequence[str], type: EntityType | None) -> set[Key]:
    chosen = sa.select(ENTITY_NAME.c.type, ENTITY_NAME.c.key).distinct()
    if type is not None:
        chosen = chosen.where(ENTITY_NAME.c.type == type)
    if parties:
        chosen = chosen.where(ENTITY_NAME.c.claim_id.in_(claim_ids_on(parties)))
    return {(row.type, row.key) for row in connection.execute(chosen)}


def _of_any(parties: Sequence[str]) -> sa.Select[Any] | None:
    """What selects the claims on any of these states: a person who acts for one of them is in no other claim."""
    if not parties:
        return None
    return sa.select(CLAIM_PARTY.c.claim_id).where(CLAIM_PARTY.c.party.in_(sorted(set(parties)))).distinct()


def _entities_of(
    connection: sa.Connection, keys: set[Key], parties: Sequence[str], known_at: dt.datetime | None
) -> Entities:
    """What the names with these keys come to. Of persons those of any of `parties` are looked at, of other things those on all."""
    judgements = judgements_of(connection, known_at)
    keys = _with_judged(connection, keys, judgements)
    persons = {key for key in keys if key[0] == "person"}
    mentions = _mentions(connection, persons, _of_any(parties), known_at)
    mentions += _mentions(connection, keys - persons, claim_ids_on(parties) if parties else None, known_at)
    if parties:
        judged = frozenset[str]().union(*(one.left | one.right for one in judgements))
        mentions = [one for one in mentions if _may_count(one, frozenset(parties), judged)]
    return find_entities(mentions, judgements)


def _as_of(connection: sa.Connection, entities: Sequence[Entity], as_of: dt.date) -> tuple[Entity, ...]:
    """The entities with those of their names that stand in claims that tell of no later time, where there are any."""
    told: set[str] = set()
    for batch in batches(sorted({mention.claim for one in entities for mention in one.mentions})):
        chosen = sa.select(*CLAIM_COLUMNS, DOCUMENT.c.published).join(DOCUMENT).where(CLAIM.c.id.in_(batch))
        told |= {
            row.id for row in connection.execute(chosen) if is_told_by(bare_claim(row), row.published, as_of)
        }
    found = (one.among(told) for one in entities)
    return tuple(one for one in found if one is not None)


def _may_count(mention: Mention, parties: frozenset[str], judged: frozenset[str]) -> bool:
    """Whether a name may be of someone whom claims on `parties` name: not where it is told that he is a third state's."""
    context = mention.context
    if mention.type != "person" or not context.states or context.states & parties:
        return True
    return parties <= context.parties or mention.id in judged


def _with_judged(connection: sa.Connection, keys: set[Key], judgements: Sequence[Judgement]) -> set[Key]:
    """These keys, and those of names that people judged together with names of theirs."""
    judged = sorted(frozenset[str]().union(*(one.left | one.right for one in judgements)))
    of_id: dict[str, Key] = {}
    for batch in batches(judged):
        chosen = sa.select(ENTITY_NAME.c.id, ENTITY_NAME.c.type, ENTITY_NAME.c.key)
        for row in connection.execute(chosen.where(ENTITY_NAME.c.id.in_(batch))):
            of_id[row.id] = (row.type, row.key)
    together = [{of_id[id] for id in one.left | one.right if id in of_id} for one in judgements]
    found = set(keys)
    while True:
        more = set().union(*(group for group in together if group & found)) - found
        if not more:
            return found
        found |= more


def _mentions(
    connection: sa.Connection, keys: set[Key], among: sa.Select[Any] | None, known_at: dt.datetime | None
) -> list[Mention]:
    """The names with these keys in claims that stand, of those that `among` selects where it is given."""
    found: dict[str, list[Mention]] = {}
    for batch in batches(sorted(keys)):
        named = sa.select(ENTITY_NAME.c.claim_id).where(
            sa.tuple_(ENTITY_NAME.c.type, ENTITY_NAME.c.key).in_(batch)
        )
        chosen = sa.select(*CLAIM_COLUMNS).where(
            CLAIM.c.id.in_(named), stands(CLAIM.c.id, known_at), *recorded(CLAIM.c.recorded_at, known_at)
        )
        if among is not None:
            chosen = chosen.where(CLAIM.c.id.in_(among))
        for row in connection.execute(chosen):
            if row.id not in found:
                mentions = find_mentions(bare_claim(row), row.id)
                found[row.id] = [one for one in mentions if (one.type, one.key) in keys]
    return [mention for mentions in found.values() for mention in mentions]
