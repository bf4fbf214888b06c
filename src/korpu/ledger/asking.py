"""Asking: what a ledger has of states, documents, claims and entities, now or as of any instant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

import sqlalchemy as sa

from korpu.claims import Claim
from korpu.decisions import Decision
from korpu.document import Document, SourceCard
from korpu.entities.clusters import Entities, Entity
from korpu.kinds import EntityType
from korpu.ledger import queries, rows
from korpu.ledger.asserting import ACCEPTED, ASSERTED, last_changes
from korpu.ledger.by_date import BEGIN, ClaimPlace, claims_by_date, documents_by_date, place_of
from korpu.ledger.changes import Change
from korpu.ledger.deciding import decisions_of
from korpu.ledger.document_file import DocumentFile, read_document_file
from korpu.ledger.documents import StoredDocument, cards_of, find_document_ids, find_documents, find_listed
from korpu.ledger.entities import entities_on, entity_with
from korpu.ledger.ids import whole_id
from korpu.ledger.latest import Place
from korpu.ledger.pair_file import (
    BlockFile,
    PairFile,
    ordered_claims,
    read_block_file,
    read_outlines,
    read_pair_file,
)
from korpu.ledger.pairs import PairCount, PairDocuments, count_pairs, documents_of_pairs
from korpu.ledger.schema import CLAIM, CLAIM_PARTY, DOCUMENT
from korpu.ledger.searching import SearchingLedger


class AskingLedger(SearchingLedger):
    """What a ledger answers."""

    def claims(
        self,
        parties: Iterable[str] = (),
        kind: str | None = None,
        known_at: dt.datetime | None = None,
        as_of: dt.date | None = None,
    ) -> list[Claim]:
        """Return the claims whose parties include all of `parties`, of one kind where `kind` names it.

        They are in the order of their documents' publication dates (those without one last), of the
        documents' ids, and of their places in the text: the same whatever was added first.

        Args:
            known_at: the instant of which what the ledger said then is asked; now, where it is None.
            as_of: leave out what is told of times later than that day.
        """
        chosen = queries.claims_on(parties, kind, known_at)
        with self._database.reading() as connection:
            return ordered_claims(connection, chosen, as_of)

    def claims_in(
        self, document: str, known_at: dt.datetime | None = None, as_of: dt.date | None = None
    ) -> list[Claim]:
        """Return the claims of a document that stand, in the order of its text, by the document's whole id.

        Args:
            known_at, as_of: as for `claims`.
        """
        chosen = queries.claims_on((), None, known_at).where(CLAIM.c.document_id == document)
        with self._database.reading() as connection:
            return ordered_claims(connection, chosen, as_of)

    def claims_by_date(
        self,
        pair: Iterable[str],
        after: Claim | ClaimPlace | None = None,
        limit: int = 50,
        known_at: dt.datetime | None = None,
        kind: str | None = None,
        as_of: dt.date | None = None,
    ) -> list[Claim]:
        """Return the next claims of two states in the order of the dates that they give; those without come last.

        Args:
            after: the last claim of those before, or its place; None for the first.
            known_at, kind, as_of: as for `claims`.
        """
        place = place_of(after) if isinstance(after, Claim) else after or BEGIN
        with self._database.reading() as connection:
            return claims_by_date(connection, pair, place, limit, known_at, kind, as_of)

    def documents_by_date(
        self,
        parties: Sequence[str] = (),
        after: Place | None = None,
        limit: int = 50,
        known_at: dt.datetime | None = None,
        as_of: dt.date | None = None,
    ) -> list[StoredDocument]:
        """Return the next documents, the latest published first, those of one day by their ids; those without a date come last.

        Args:
            parties, known_at, as_of: as for `documents`.
            after: the place of the last document of those before; None for the first.
        """
        with self._database.reading() as connection:
            return documents_by_date(connection, parties, after, limit, known_at, as_of)

    def claim(self, id: str, known_at: dt.datetime | None = None) -> Claim:
        """Return the claim whose id begins with `id`, at least four hex digits; one that was withdrawn, too.

        Args:
            known_at: only of the claims that the ledger had at that instant.

        Raises:
            NotAnId, UnknownId, AmbiguousId: see there.
        """
        had = queries.recorded(CLAIM.c.recorded_at, known_at)
        with self._database.reading() as connection:
            whole = whole_id(connection, CLAIM.c.id, id, "claim", *had)
            row = connection.execute(queries.all_claims().where(CLAIM.c.id == whole)).mappings().one()
        return rows.claim_of(row)

    def claims_with(self, ids: Iterable[str]) -> list[Claim]:
        """Return a few hundred claims by their whole ids, in the order of `claims`, withdrawn ones too; ids of no claim are
        passed over."""
        chosen = queries.all_claims().where(CLAIM.c.id.in_(sorted(set(ids))))
        with self._database.reading() as connection:
            return ordered_claims(connection, chosen, None)

    def document(self, id: str) -> Document:
        """Return the document whose id begins with `id`, at least four hex digits, with its text.

        Raises:
            NotAnId, UnknownId, AmbiguousId: see there.
        """
        with self._database.reading() as connection:
            whole = whole_id(connection, DOCUMENT.c.id, id, "document")
            row = connection.execute(sa.select(DOCUMENT).where(DOCUMENT.c.id == whole)).mappings().one()
        return Document(row["text"], rows.card_of(row))

    def documents(
        self,
        parties: Iterable[str] = (),
        known_at: dt.datetime | None = None,
        as_of: dt.date | None = None,
    ) -> list[StoredDocument]:
        """Return what is known of the documents, by publication date (those without one last) and id.

        Args:
            parties: only documents that have a claim on all of these; `claims` counts such claims then.
            known_at: as for `claims`.
            as_of: leave out what was published after that day.
        """
        with self._database.reading() as connection:
            return find_documents(connection, parties, known_at, as_of)

    def document_ids(
        self,
        parties: Iterable[str] = (),
        words: str = "",
        known_at: dt.datetime | None = None,
        as_of: dt.date | None = None,
    ) -> list[str]:
        """Return the ids of the documents, the latest published first; those without a date come last.

        No claim is looked at where there are no parties. Keep what comes back until `last_change` is another, and ask
        `documents_listed` for the documents of a page.

        Args:
            parties, known_at, as_of: as for `documents`.
            words: only documents whose title and publisher hold all these, in whatever case and with or without marks.
        """
        with self._database.reading() as connection:
            return find_document_ids(connection, parties, words, known_at, as_of)

    def documents_listed(
        self, ids: Sequence[str], parties: Iterable[str] = (), known_at: dt.datetime | None = None
    ) -> list[StoredDocument]:
        """Return what is known of those of these documents that stand, in the order of their ids, as `documents` does.

        Only their own claims are looked at.

        Args:
            parties, known_at: as for `documents`.
        """
        with self._database.reading() as connection:
            return find_listed(connection, ids, parties, known_at)

    def document_file(self, id: str, known_at: dt.datetime | None = None) -> DocumentFile:
        """Return the document whose id begins with `id` with all its claims, what was done to them, and its editions.

        Args:
            known_at: leave out what the ledger learnt later; of the text alone it does not matter.

        Raises:
            NotAnId, UnknownId, AmbiguousId: see there.
        """
        with self._database.reading() as connection:
            return read_document_file(connection, id, known_at)

    def pair_file(self, pair: tuple[str, str], known_at: dt.datetime | None = None) -> PairFile:
        """Return the file on two states: claims, documents and copies, all as they are at one moment.

        Args:
            known_at: as for `claims`.
        """
        with self._database.reading() as connection:
            return read_pair_file(connection, pair, known_at)

    def block_file(
        self, parties: Sequence[str], kinds: Collection[str], known_at: dt.datetime | None = None
    ) -> BlockFile:
        """Return the claims of some kinds on exactly these states with their documents, all as they are at one moment."""
        with self._database.reading() as connection:
            return read_block_file(connection, parties, kinds, known_at)

    def outlines(self, parties: Sequence[str], known_at: dt.datetime | None = None) -> list[Claim]:
        """Return what the claims on exactly these states claim, in no order: without quotes and traces.

        It takes a third of the time of reading them whole and half of the room; `claims_with` gives those that turn out to matter
        whole.
        """
        with self._database.reading() as connection:
            return read_outlines(connection, parties, known_at)

    def cards(self, documents: Iterable[str]) -> dict[str, SourceCard]:
        """Return the source cards of documents by their whole ids."""
        with self._database.reading() as connection:
            return cards_of(connection, documents)

    def entities(
        self,
        parties: Sequence[str] = (),
        type: EntityType | None = None,
        known_at: dt.datetime | None = None,
        as_of: dt.date | None = None,
    ) -> Entities:
        """Return the entities that claims on all of `parties` name, with the doubts between them.

        Each has those of its names that stand in such claims; what joins or parts them is reckoned with all that the ledger
        knows of names like theirs.

        Args:
            type: only entities of this type.
            known_at: as for `claims`; what people judged later does not count either.
            as_of: only with their names in claims that tell of no time later than that day.
        """
        with self._database.reading() as connection:
            return entities_on(connection, parties, type, known_at, as_of)

    def entity(self, id: str, known_at: dt.datetime | None = None) -> Entity:
        """Return the entity that has a name whose id begins with `id`, at least four hex digits.

        Args:
            known_at: as for `entities`.

        Raises:
            NotAnId, UnknownId, AmbiguousId: see there.
        """
        with self._database.reading() as connection:
            return entity_with(connection, id, known_at)

    def states(self) -> list[str]:
        """Return the codes of all states that are a party to a claim, sorted; withdrawn claims count, too."""
        with self._database.reading() as connection:
            return sorted(connection.scalars(sa.select(CLAIM_PARTY.c.party).distinct()))

    def pair_claims(
        self, state: str | None = None, known_at: dt.datetime | None = None
    ) -> dict[tuple[str, str], int]:
        """Return how many claims stand on each two states that have any, sorted by their codes.

        At a million claims it takes some tenths of a second; with `known_at`, seconds.

        Args:
            state: only the pairs that this state is of.
            known_at: as for `claims`.
        """
        with self._database.reading() as connection:
            return count_pairs(connection, state, known_at)

    def pair_documents(
        self, pairs: Iterable[tuple[str, str]], known_at: dt.datetime | None = None
    ) -> dict[tuple[str, str], PairDocuments]:
        """Return how many documents make the claims on each of these two states, and when the newest was published.

        Each claim of theirs is looked at: at a million claims ask for the pairs of one page, and keep what comes back until
        `last_change` is another.
        """
        with self._database.reading() as connection:
            return documents_of_pairs(connection, pairs, known_at)

    def pairs(self, state: str | None = None, known_at: dt.datetime | None = None) -> list[PairCount]:
        """Return every two states that claims stand on with what `pair_claims` and `pair_documents` tell of them.

        They are sorted by their codes, and told as they are at one moment.
        """
        with self._database.reading() as connection:
            counts = count_pairs(connection, state, known_at)
            told = documents_of_pairs(connection, counts, known_at)
        return [
            PairCount(pair, claims, told[pair].documents, told[pair].newest)
            for pair, claims in counts.items()
        ]

    def accepted(
        self, claims: Iterable[str] = (), document: str | None = None, known_at: dt.datetime | None = None
    ) -> dict[str, Change]:
        """Return those of some claims that a person accepted, each with the change by which, by their whole ids.

        Args:
            claims: their whole ids.
            document: the whole id of a document whose claims are asked for, too.
            known_at: as for `claims`.
        """
        with self._database.reading() as connection:
            return last_changes(connection, ACCEPTED, claims, document, known_at)

    def asserted(
        self, claims: Iterable[str] = (), document: str | None = None, known_at: dt.datetime | None = None
    ) -> dict[str, Change]:
        """Return those of some claims that a person made, each with the change by which; the arguments are those of `accepted`."""
        with self._database.reading() as connection:
            return last_changes(connection, ASSERTED, claims, document, known_at)

    def decisions(self, pair: Sequence[str] = (), known_at: dt.datetime | None = None) -> list[Decision]:
        """Return what people decided of disputes and did not undo, in the order in which they did; of a pair, or of all.

        Args:
            known_at: as for `claims`.
        """
        with self._database.reading() as connection:
            return decisions_of(connection, pair, known_at)
