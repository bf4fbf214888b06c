"""The file on two states: the claims, the documents that make them, and which of these copy each other."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from korpu import edtf
from korpu.as_of import is_told_by
from korpu.claims import Claim
from korpu.coverage import Coverage
from korpu.decisions import Decision
from korpu.document import SourceCard
from korpu.ledger import queries, rows
from korpu.ledger.deciding import decisions_of
from korpu.ledger.documents import StoredDocument, cards_of, find_counted
from korpu.ledger.schema import CLAIM, DOCUMENT
from korpu.ledger.signatures import signatures_of


class PairFile(msgspec.Struct, frozen=True):
    """What a ledger has on two states, as it is at one moment.

    Attributes:
        claims: in the ledger's order.
        documents: those that make the claims, by publication date (those without one last) and id.
        signatures: what near copies of the documents are told by, by document id (see `korpu.near_copies`).
        decisions: what people decided of disputes on the two, in order.
    """

    pair: tuple[str, str]
    claims: tuple[Claim, ...]
    documents: tuple[StoredDocument, ...]
    signatures: Mapping[str, bytes]
    decisions: tuple[Decision, ...] = ()

    @property
    def cards(self) -> dict[str, SourceCard]:
        """The source cards by document id."""
        return {document.id: document.card for document in self.documents}

    @property
    def coverage(self) -> dict[str, Coverage]:
        """How much of each document was understood, by document id, where that is known."""
        return {document.id: document.coverage for document in self.documents if document.coverage}


def read_pair_file(
    connection: sa.Connection, pair: tuple[str, str], known_at: dt.datetime | None
) -> PairFile:
    """Return the file on two states, as the ledger knew it at an instant, or knows it now."""
    claims = _claims_on(connection, pair, known_at)
    documents = find_counted(connection, Counter(claim.document for claim in claims), known_at)
    signatures = signatures_of(connection, (document.id for document in documents))
    decisions = decisions_of(connection, pair, known_at)
    return PairFile(pair, tuple(claims), tuple(documents), signatures, tuple(decisions))


def _claims_on(connection: sa.Connection, pair: tuple[str, str], known_at: dt.datetime | None) -> list[Claim]:
    """The claims on two states in the ledger's order, their quotes cut here.

    Each text is asked for once: PostgreSQL would unpack a text anew for each claim that is cut out of it there.
    """
    of_document: dict[str, list[sa.RowMapping]] = defaultdict(list)
    for row in connection.execute(queries.bare_claims_on(pair, known_at)).mappings():
        of_document[row["document_id"]].append(row)
    found: list[tuple[tuple[Any, ...], Claim]] = []
    for batch in queries.batches(sorted(of_document), _TEXTS):
        chosen = sa.select(DOCUMENT.c.id, DOCUMENT.c.published, DOCUMENT.c.text)
        for document in connection.execute(chosen.where(DOCUMENT.c.id.in_(batch))):
            for row in of_document[document.id]:
                claim = rows.claim_of(row, document.text[row["start"] : row["end"]])
                found.append((_order(row, document.published), claim))
    found.sort(key=lambda one: one[0])
    return [claim for _, claim in found]


_TEXTS = 200
"""Texts that are held at a time."""


class BlockFile(msgspec.Struct, frozen=True):
    """What a ledger has of some kinds on exactly some states, as it is at one moment.

    Attributes:
        claims: in the ledger's order.
        cards: the source cards of their documents, by document id.
        signatures: what near copies of the documents are told by, by document id.
    """

    claims: tuple[Claim, ...]
    cards: Mapping[str, SourceCard]
    signatures: Mapping[str, bytes]


def read_block_file(
    connection: sa.Connection, parties: Sequence[str], kinds: Collection[str], known_at: dt.datetime | None
) -> BlockFile:
    """Return the claims of these kinds whose parties are these and no others."""
    chosen = queries.claims_on(parties, None, known_at).where(CLAIM.c.kind.in_(sorted(kinds)))
    claims = [one for one in ordered_claims(connection, chosen, None) if one.parties == tuple(parties)]
    documents = {claim.document for claim in claims}
    return BlockFile(tuple(claims), cards_of(connection, documents), signatures_of(connection, documents))


OUTLINE_COLUMNS = (
    CLAIM.c.kind, CLAIM.c.parties, CLAIM.c.roles, CLAIM.c.when, CLAIM.c.when_from, CLAIM.c.stance, CLAIM.c.speaker,
    CLAIM.c.document_id, CLAIM.c.start, CLAIM.c.end,
    CLAIM.c.value_amount, CLAIM.c.value_unit, CLAIM.c.value_bound, CLAIM.c.value_to,
)  # fmt: skip
"""What is claimed and where, without what only its document has, and without how it was read."""


def read_outlines(
    connection: sa.Connection, parties: Sequence[str], known_at: dt.datetime | None
) -> list[Claim]:
    """Return what the claims whose parties are these and no others claim (see `Ledger.outlines`)."""
    standing = [queries.stands(CLAIM.c.id, known_at), *queries.recorded(CLAIM.c.recorded_at, known_at)]
    chosen = sa.select(*OUTLINE_COLUMNS).where(CLAIM.c.id.in_(queries.claim_ids_on(parties)), *standing)
    # A value that thousands of claims share is kept once.
    shared: dict[object, Any] = {}
    found = (rows.outline_of(row, shared) for row in connection.execute(chosen))
    return [claim for claim in found if claim.parties == tuple(parties)]


def ordered_claims(connection: sa.Connection, chosen: queries.Select, as_of: dt.date | None) -> list[Claim]:
    """Return the claims that are selected and belong to a file as of a day, in the ledger's order."""
    # Sorted here and not by the database: databases disagree on the order of texts and of NULL.
    found = sorted(connection.execute(chosen).mappings(), key=lambda row: _order(row, row["published"]))
    if as_of is None:
        return [rows.claim_of(row) for row in found]
    told = ((rows.claim_of(row), row["published"]) for row in found)
    return [claim for claim, published in told if is_told_by(claim, published, as_of)]


def _order(row: sa.RowMapping, published: str | None) -> tuple[Any, ...]:
    return (
        edtf.sort_key(published),
        row["document_id"],
        row["start"],
        row["kind"],
        row["end"],
        row["id"],
    )
