"""Search: the documents that hold words in whatever form, with the sentences and claims that do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec
import sqlalchemy as sa

from korpu.as_of import is_published_by, is_told_by
from korpu.claims import Claim
from korpu.document import SourceCard, Span
from korpu.languages import DEFAULT, find_language, language_or_default
from korpu.ledger import queries, rows
from korpu.ledger.documents import latest_first
from korpu.ledger.schema import CLAIM, DOCUMENT
from korpu.ledger.search_index import search_index
from korpu.ledger.terms import Terms, count_held, find_passages, terms_asked


class Passage(msgspec.Struct, frozen=True):
    """A sentence or row of a document: `text[start:end] == quote`, in code points."""

    start: int
    end: int
    quote: str


class Hit(msgspec.Struct, frozen=True):
    """A document that holds the words.

    Attributes:
        document: its id.
        passages: the sentences that hold all the words, else those that hold the most of them; of a search for
            certain claims, those of the claims only.
        claims: those whose quote holds all the words, in the order of the text.
    """

    document: str
    card: SourceCard
    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...]


_BATCH = 50
"""Documents that are looked at together."""


class Within(msgspec.Struct, frozen=True):
    """What is searched, as `Ledger.search` says."""

    parties: tuple[str, ...]
    kind: str | None
    known_at: dt.datetime | None
    as_of: dt.date | None

    @property
    def of_claims(self) -> bool:
        """Whether only certain claims are searched, and their documents."""
        return bool(self.parties or self.kind)


def find_hits(connection: sa.Connection, words: str, within: Within, limit: int | None) -> list[Hit]:
    """Return the documents that hold all the words, as `Ledger.search` says."""
    asked = terms_asked(words, find_language(DEFAULT))
    found = search_index(connection).found(asked)
    chosen = queries.documents_among(found, within.parties, within.kind, within.known_at)
    ids = latest_first((row.id, row.published) for row in connection.execute(chosen))
    return list(islice(_hits(connection, ids, asked, within), limit))


def _hits(connection: sa.Connection, ids: list[str], asked: Sequence[Terms], within: Within) -> Iterator[Hit]:
    claims = queries.claims_on(within.parties, within.kind, within.known_at)
    for batch in queries.batches(ids, _BATCH):
        documents = connection.execute(sa.select(DOCUMENT).where(DOCUMENT.c.id.in_(batch))).mappings()
        texts = {row["id"]: row for row in documents}
        made: dict[str, list[Claim]] = {id: [] for id in batch}
        for row in connection.execute(claims.where(CLAIM.c.document_id.in_(batch))).mappings():
            claim = rows.claim_of(row)
            if is_told_by(claim, row["published"], within.as_of):
                made[claim.document].append(claim)
        for id in batch:
            hit = _hit(texts[id], asked, made[id])
            if not within.of_claims and is_published_by(hit.card.published, within.as_of):
                yield hit
            elif hit.claims:
                yield _of_claims(hit)


def _hit(row: sa.RowMapping, asked: Sequence[Terms], claims: list[Claim]) -> Hit:
    text, language = row["text"], language_or_default(row["language"])
    passages = (
        Passage(span.start, span.end, text[span.start : span.end])
        for span in find_passages(text, asked, language)
    )
    holding = [claim for claim in claims if count_held(claim.quote, asked, language) == len(asked)]
    holding.sort(key=lambda claim: (claim.start, claim.kind, claim.end, claim.id))
    return Hit(row["id"], rows.card_of(row), tuple(passages), tuple(holding))


def _of_claims(hit: Hit) -> Hit:
    spans = [Span(claim.start, claim.end) for claim in hit.claims]
    of_claims = tuple(
        passage
        for passage in hit.passages
        if any(s.overlaps(Span(passage.start, passage.end)) for s in spans)
    )
    return msgspec.structs.replace(hit, passages=of_claims)
