"""The ledger: documents and their claims. What was added stays; what is withdrawn no longer stands, and can be restored.

Everything has the instant at which the ledger learnt it, so that what it said at any instant can be asked again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from korpu import edtf
from korpu.claims import Claim
from korpu.coverage import Coverage
from korpu.document import Document
from korpu.entities.clusters import Entities, Entity
from korpu.kinds import EntityType
from korpu.ledger import queries, rows
from korpu.ledger.adding import Added, Reading, check_reading, prepare_new, record
from korpu.ledger.changes import Scribe, restore, withdraw
from korpu.ledger.database import Database, telling_damage
from korpu.ledger.documents import StoredDocument, find_documents
from korpu.ledger.entities import entities_on, entity_with, merge, split
from korpu.ledger.history import HistoryLedger
from korpu.ledger.ids import whole_id, whole_subject
from korpu.ledger.opening import Clock, open_database, utc_now
from korpu.ledger.pair_file import BlockFile, PairFile, ordered_claims, read_block_file, read_pair_file
from korpu.ledger.rereading import Moves, find_moves, record_moves
from korpu.ledger.schema import CLAIM, CLAIM_PARTY, DOCUMENT
from korpu.ledger.search import Hit, Within, find_hits

_MANY = 500
"""New documents after which the database looks at its tables anew."""


@contextmanager
def open_ledger(
    address: str | Path,
    *,
    create: bool = True,
    clock: Clock = utc_now,
    reader: str | None = None,
    author: str | None = None,
) -> Iterator[Ledger]:
    """Open the ledger at an address, for a `with` statement; it is made where it is missing.

    A ledger that cannot be written to opens all the same, and only what would change it fails.

    Args:
        address: the path of a file, or `postgresql://USER@HOST/DATABASE`.
        create: False to raise `NoLedger` where there is none.
        clock: tells when a thing is recorded; its instants have a zone.
        reader: the version of what reads the claims; Körpü's own where it is None.
        author: who changes the ledger, as its log will say.

    Raises:
        NotALedger: the file or database is another application's; it was not touched.
        LedgerReadOnly: a ledger cannot be made there.
        LedgerTooNew: a newer Körpü made it.
        LedgerError: any other failure of the database.
    """
    with open_database(address, create=create, clock=clock) as database:
        ledger = Ledger(database, clock, reader or _version(), author)
        yield ledger
        if ledger.new_documents >= _MANY:
            database.gather_statistics()


def _version() -> str:
    from importlib.metadata import version

    return version("korpu")


class Ledger(HistoryLedger):
    """A ledger that is open. What was put into it stays in it; what was withdrawn does not stand."""

    new_documents: int
    """How many documents were added since it was opened."""

    def __init__(self, database: Database, clock: Clock, reader: str, author: str | None) -> None:
        self.new_documents = 0
        self._database = database
        self._clock = clock
        self._reader = reader
        self._author = author

    def add(
        self,
        document: Document,
        claims: Sequence[Claim],
        coverage: Coverage | None = None,
        source: str | None = None,
    ) -> Added:
        """Record a document and its claims, both or neither, and how much of it was understood.

        The same text again changes nothing, whatever its card and claims; `Added.is_new` is then False.
        A claim that is given twice is recorded once.

        Args:
            source: the address or name of what was read; where it said something else before, this is its next
                edition. The card's address, where it is None.

        Raises:
            QuoteMismatch: a quote is not `document.text[start:end]`, or is empty.
            TextNotStorable: the text has a zero character or half a surrogate pair.
            LedgerReadOnly: the ledger cannot be written to.
        """
        (added,) = self.add_all([Reading(document, tuple(claims), coverage, source)])
        return added

    def add_all(self, readings: Iterable[Reading]) -> list[Added]:
        """Record several documents as `add` does, all of them or none: it is faster than one by one."""
        checked = [(check_reading(reading), reading) for reading in readings]
        with self._database.reading() as connection:
            prepared = prepare_new(connection, checked)
        with self._writing() as (connection, scribe):
            added = record(connection, scribe, checked, self._reader, prepared)
        self.new_documents += sum(one.is_new for one in added)
        return added

    def withdraw(self, id: str, because: str) -> str:
        """Withdraw a claim, or a document with all its claims; return its whole id. It can be restored.

        Args:
            id: the first hex digits, four or more, of a claim's id or else of a document's.

        Raises:
            AlreadySo: it is withdrawn already.
            NotAnId, UnknownId, AmbiguousId, LedgerReadOnly: see there.
        """
        with self._writing() as (connection, scribe):
            subject = whole_subject(connection, id)
            withdraw(connection, scribe, subject, because)
        return subject

    def restore(self, id: str, because: str | None = None) -> str:
        """Undo the withdrawal of a claim, or of a document and what was withdrawn with it; return its whole id.

        Raises:
            AlreadySo: it is not withdrawn.
            DocumentWithdrawn: it is a claim of a document that was withdrawn.
            NotAnId, UnknownId, AmbiguousId, LedgerReadOnly: see there.
        """
        with self._writing() as (connection, scribe):
            subject = whole_subject(connection, id)
            restore(connection, scribe, subject, because)
        return subject

    def reread(
        self,
        document: Document,
        claims: Iterable[Claim],
        coverage: Coverage | None = None,
        *,
        dry_run: bool = False,
    ) -> Moves:
        """Let these be the claims of a document of the ledger: those that are new are added, those that are gone withdrawn.

        What a person withdrew stays withdrawn. With `dry_run` nothing is changed; what would move is returned all the same.

        Args:
            coverage: how much of it was understood; None where that is not told, and stays what it was.

        Raises:
            QuoteMismatch: a quote is not what the document says at that place.
            UnknownId: the ledger has no such document.
            DocumentWithdrawn: it has, but the document was withdrawn; what is read in it would not count.
            LedgerReadOnly: the ledger cannot be written to.
        """
        reading = Reading(document, tuple(claims))
        id = check_reading(reading)
        if dry_run:
            with self._database.reading() as connection:
                return find_moves(connection, id, reading.claims, coverage)
        with self._writing() as (connection, scribe):
            moves = find_moves(connection, id, reading.claims, coverage)
            if moves.any or moves.coverage:
                record_moves(connection, scribe, moves, self._reader)
        return moves

    @contextmanager
    def _writing(self) -> Iterator[tuple[sa.Connection, Scribe]]:
        with self._database.writing() as connection:
            with telling_damage(self._database.name):
                scribe = Scribe(connection, self._clock(), self._author)
            yield connection, scribe

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
        after: Claim | None = None,
        limit: int = 50,
        known_at: dt.datetime | None = None,
    ) -> list[Claim]:
        """Return the next claims of two states in the order of the dates that they give; those without come last.

        Args:
            after: the last claim of those before; None for the first.
        """
        place = (edtf.sort_key(after.when)[0], after.id) if after else ("", "")
        with self._database.reading() as connection:
            found = connection.execute(queries.claims_by_date(pair, place, limit, known_at)).mappings()
            return [rows.claim_of(row) for row in found]

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

    def search(
        self,
        words: str,
        parties: Iterable[str] = (),
        kind: str | None = None,
        known_at: dt.datetime | None = None,
        limit: int | None = 20,
        as_of: dt.date | None = None,
    ) -> list[Hit]:
        """Return the documents that hold all these words in whatever form, the latest published first.

        Args:
            parties, kind: only documents with a claim on all of these, and of this kind, whose quote holds the words.
            known_at: as for `claims`.
            limit: how many documents at most; None for all.
            as_of: leave out claims that tell of times later than that day; of a document that was published later, all
                but the sentences of such claims as are left.

        Raises:
            NoWords: there is no word to search for.
        """
        with self._database.reading() as connection:
            return find_hits(connection, words, Within(tuple(parties), kind, known_at, as_of), limit)

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

    def merge(self, one: str, other: str, because: str, anyway: bool = False) -> Entity:
        """Let two entities be one, and return it. `split` undoes it.

        Args:
            one, other: the first hex digits, four or more, of the id of any name of theirs.
            anyway: join them although what the ledger knows of them conflicts.

        Raises:
            AlreadySo: they are one already.
            Conflicting: they are of two types, or conflicting things are known of them; nothing was changed.
            NotAnId, UnknownId, AmbiguousId, LedgerReadOnly: see there.
        """
        with self._writing() as (connection, scribe):
            return merge(connection, scribe, one, other, because, anyway)

    def split(self, id: str, names: Sequence[str], because: str) -> tuple[Entity, Entity]:
        """Part names from the entity that they are of; return what is left of it, and the entity of these names.

        Args:
            id: the first hex digits, four or more, of the id of any name of it.
            names: spellings as they are written, or ids of names; none, to undo the last merge that made the entity.

        Raises:
            UnknownId: it has no such name, or is of no merge.
            AlreadySo: these are all its names.
            NotAnId, AmbiguousId, LedgerReadOnly: see there.
        """
        with self._writing() as (connection, scribe):
            return split(connection, scribe, id, names, because)

    def states(self) -> list[str]:
        """Return the codes of all states that are a party to a claim, sorted; withdrawn claims count, too."""
        with self._database.reading() as connection:
            return sorted(connection.scalars(sa.select(CLAIM_PARTY.c.party).distinct()))
