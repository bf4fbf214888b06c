"""Named: the persons, organisations, agreements, projects and places whose names hold words, as the latest documents have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

import msgspec
import sqlalchemy as sa

from korpu.as_of import is_told_by
from korpu.entities.words import plain
from korpu.kinds import EntityType
from korpu.languages import DEFAULT, find_language
from korpu.ledger import queries
from korpu.ledger.entity_names import CLAIM_COLUMNS, bare_claim
from korpu.ledger.latest import find_latest
from korpu.ledger.schema import CLAIM, DOCUMENT, ENTITY_NAME
from korpu.ledger.search import Within
from korpu.ledger.terms import count_held, terms_asked

DOCUMENTS = 200
"""So many of the latest documents that hold the words are looked at: a name that stands in no document of these is not found."""


class Named(msgspec.Struct, frozen=True):
    """A name that holds the words.

    Attributes:
        id: of a name of the entity, by which `Ledger.entity` finds it.
        name: the spelling that most claims have.
        claims: how many claims of the documents that were looked at have it.
        claim: the id of one of them.
    """

    id: str
    type: EntityType
    name: str
    claims: int
    claim: str


def find_named(connection: sa.Connection, words: str, within: Within, limit: int) -> list[Named]:
    """Return the names that hold all the words, as `Ledger.find_entities` says."""
    language = find_language(DEFAULT)
    asked = terms_asked(words, language)

    @cache
    def holds(name: str) -> bool:
        return count_held(name, asked, language) == len(asked)

    narrow = queries.has_claim(within.parties, within.kind)
    documents = list(
        islice(
            find_latest(connection, asked, narrow, within.known_at, are_few=bool(within.parties)), DOCUMENTS
        )
    )
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in _names_in(connection, documents, within):
        # A mission is named by codes of states, which no words are.
        if row.type != "mission" and holds(row.name):
            groups.setdefault((row.type, plain(row.name)), []).append(row)
    found = [_named(rows) for rows in groups.values()]
    return sorted(found, key=lambda one: (-one.claims, language.sort_key(one.name), one.id))[:limit]


def _named(rows: Sequence[Any]) -> Named:
    spellings = Counter(row.name for row in rows)
    name = min(spellings, key=lambda spelling: (-spellings[spelling], spelling))
    first = min((row.name_id, row.id) for row in rows if row.name == name)
    return Named(first[0], rows[0].type, name, len({row.id for row in rows}), first[1])


def _names_in(connection: sa.Connection, documents: Sequence[str], within: Within) -> Iterator[Any]:
    """The names in the claims of documents that stand and are asked for."""
    named = (ENTITY_NAME.c.id.label("name_id"), ENTITY_NAME.c.type, ENTITY_NAME.c.name)
    standing = (
        queries.stands(CLAIM.c.id, within.known_at),
        *queries.recorded(CLAIM.c.recorded_at, within.known_at),
    )
    chosen = sa.select(*named, *CLAIM_COLUMNS, DOCUMENT.c.published).select_from(ENTITY_NAME)
    chosen = chosen.join(CLAIM, CLAIM.c.id == ENTITY_NAME.c.claim_id).join(DOCUMENT).where(*standing)
    if within.parties:
        chosen = chosen.where(CLAIM.c.id.in_(queries.claim_ids_on(within.parties)))
    if within.kind is not None:
        chosen = chosen.where(CLAIM.c.kind == within.kind)
    for batch in queries.batches(documents):
        for row in connection.execute(chosen.where(CLAIM.c.document_id.in_(batch))):
            if is_told_by(bare_claim(row), row.published, within.as_of):
                yield row
