"""Search: the documents that hold words in whatever form, with the sentences and claims that do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec
import sqlalchemy as sa

from korpu.as_of import is_published_by, is_told_by
from korpu.claims import Claim
from korpu.document import SourceCard, Span
from korpu.languages import DEFAULT, find_language, language_or_default
from korpu.ledger import queries, rows
from korpu.ledger.latest import Place, find_latest
from korpu.ledger.schema import CLAIM, DOCUMENT
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

    @property
    def place(self) -> Place:
        """Where it stands among what is found; `Ledger.search` goes on after it."""
        return Place(self.card.published, self.document)


class HitsPage(msgspec.Struct, frozen=True):
    """Some of the documents that hold the words.

    Attributes:
        next: the place behind the last document that was looked at, to go on after; None where there is no other.
        is_cut: whether no more were looked at though fewer hold the words than were asked for.
    """

    hits: tuple[Hit, ...]
    next: Place | None = None
    is_cut: bool = False


_BATCH = 50
"""Documents that are looked at together."""
MOST_LOOKED_AT = 3_000
"""Documents that are looked at for one page: some second's work, where the claims that are asked for seldom hold the words."""


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


def find_hits(
    connection: sa.Connection, words: str, within: Within, limit: int | None, after: Place | None = None
) -> list[Hit]:
    """Return the documents that hold all the words, as `Ledger.search` says."""
    looked_at = _look(connection, words, within, after, min(limit or _BATCH, _BATCH))
    return list(islice((hit for _, hit in looked_at if hit is not None), limit))


def find_page(
    connection: sa.Connection, words: str, within: Within, limit: int, after: Place | None = None
) -> HitsPage:
    """Return the first of the documents that hold all the words, as `Ledger.search_page` says."""
    hits: list[Hit] = []
    place = None
    for number, (found, hit) in enumerate(_look(connection, words, within, after, min(limit, _BATCH)), 1):
        if hit is not None and len(hits) == limit:
            return HitsPage(tuple(hits), hits[-1].place)
        hits += [hit] if hit is not None else []
        place = found
        if number == MOST_LOOKED_AT:
            return HitsPage(tuple(hits), place, is_cut=True)
    return HitsPage(tuple(hits))


def _look(
    connection: sa.Connection, words: str, within: Within, after: Place | None, together: int
) -> Iterator[tuple[Place, Hit | None]]:
    """Yield the place of each document that may hold the words, and it, where it does."""
    asked = terms_asked(words, find_language(DEFAULT))
    narrow = queries.has_claim(within.parties, within.kind)
    ids = find_latest(connection, asked, narrow, within.known_at, after, are_few=bool(within.parties))
    claims = queries.claims_on(within.parties, within.kind, within.known_at)
    left = iter(ids)
    while batch := list(islice(left, together)):
        documents = connection.execute(sa.select(DOCUMENT).where(DOCUMENT.c.id.in_(batch))).mappings()
        texts = {row["id"]: row for row in documents}
        made: dict[str, list[Claim]] = {id: [] for id in batch}
        for row in connection.execute(claims.where(CLAIM.c.document_id.in_(batch))).mappings():
            claim = rows.claim_of(row)
            if is_told_by(claim, row["published"], within.as_of):
                made[claim.document].append(claim)
        for id in batch:
            row, holding = texts[id], _holding(made[id], texts[id], asked)
            hit = None
            if not within.of_claims and is_published_by(row["published"], within.as_of):
                hit = _hit(row, asked, holding)
            elif holding:
                # Only now, as most of what is looked at here has none: to part a text into sentences takes long.
                hit = _of_claims(_hit(row, asked, holding))
            yield Place(row["published"], id), hit


def _holding(claims: Iterable[Claim], row: sa.RowMapping, asked: Sequence[Terms]) -> list[Claim]:
    """The claims whose quote holds all the words, in the order of the text."""
    language = language_or_default(row["language"])
    holding = [claim for claim in claims if count_held(claim.quote, asked, language) == len(asked)]
    return sorted(holding, key=lambda claim: (claim.start, claim.kind, claim.end, claim.id))


def _hit(row: sa.RowMapping, asked: Sequence[Terms], holding: Sequence[Claim]) -> Hit:
    text, language = row["text"], language_or_default(row["language"])
    passages = (
        Passage(span.start, span.end, text[span.start : span.end])
        for span in find_passages(text, asked, language)
    )
    return Hit(row["id"], rows.card_of(row), tuple(passages), tuple(holding))


def _of_claims(hit: Hit) -> Hit:
    spans = [Span(claim.start, claim.end) for claim in hit.claims]
    of_claims = tuple(
        passage
        for passage in hit.passages
        if any(s.overlaps(Span(passage.start, passage.end)) for s in spans)
    )
    return msgspec.structs.replace(hit, passages=of_claims)
