"""The ledger: documents and their claims. What was added stays; what is withdrawn no longer stands, and can be restored.

Everything has the instant at which the ledger learnt it, so that what it said at any instant can be asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from korpu.claims import Claim
from korpu.coverage import Coverage
from korpu.decisions import Decision
from korpu.document import Document
from korpu.entities.clusters import Entity
from korpu.ledger.adding import Added, Reading, check_reading, prepare_new, record
from korpu.ledger.asking import AskingLedger
from korpu.ledger.asserting import accept, assert_claim, retract, unaccept
from korpu.ledger.changes import Scribe, restore, withdraw
from korpu.ledger.database import Database, telling_damage
from korpu.ledger.deciding import decide, undecide
from korpu.ledger.entities import merge, split
from korpu.ledger.ids import whole_subject
from korpu.ledger.opening import Clock, open_database, utc_now
from korpu.ledger.rereading import Moves, find_moves, record_moves

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
        if database.new_documents >= _MANY:
            database.gather_statistics()


def _version() -> str:
    from importlib.metadata import version

    return version("korpu")


class Ledger(AskingLedger):
    """A ledger that is open. What was put into it stays in it; what was withdrawn does not stand.

    Several threads may use it at once: who asks sees one moment, who changes it waits for who changes it now.
    """

    def __init__(self, database: Database, clock: Clock, reader: str, author: str | None) -> None:
        self._database = database
        self._clock = clock
        self._reader = reader
        self._author = author

    def by(self, author: str | None) -> Ledger:
        """Return the same open ledger with somebody else named in its log, None for nobody; it is open as long as this one."""
        return Ledger(self._database, self._clock, self._reader, author)

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
        self._database.new_documents += sum(one.is_new for one in added)
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

        What a person withdrew stays withdrawn, and what a person made or accepted stands. With `dry_run` nothing is changed; what would move is returned all the same.

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
            with telling_damage(self._database):
                scribe = Scribe(connection, self._clock(), self._author)
            yield connection, scribe

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

    def assert_claim(self, claim: Claim, because: str, replaces: str | None = None) -> str:
        """Record a claim that a person makes of a document of the ledger; return its id.

        It counts as any other claim does, and no reader ever withdraws it.

        Args:
            claim: a trace that it has is left out: nobody but a reader reads by rules.
            because: why it is made.
            replaces: the first hex digits, four or more, of a claim of the same document that it corrects; that one is
                withdrawn together with it, and stays in the log.

        Raises:
            NotAClaim: it breaks the contract of claims (`korpu.contract`).
            QuoteMismatch: its quote is not what the document says at that place, or what it corrects is of another document.
            AlreadySo: the ledger has this claim already, or it was withdrawn; the message says what to do.
            Withdrawn: what it corrects is withdrawn.
            DocumentWithdrawn: its document is.
            NotAnId, UnknownId, AmbiguousId, LedgerReadOnly: see there.
        """
        with self._writing() as (connection, scribe):
            return assert_claim(connection, scribe, claim, because, replaces)

    def retract(self, id: str, because: str) -> str:
        """Undo `assert_claim`: withdraw a claim that a person made, and restore what it stands in the place of; return its whole id.

        What it corrects stays withdrawn where that was withdrawn for another reason since.

        Args:
            id: the first hex digits, four or more.

        Raises:
            NotAsserted: no person made it.
            AlreadySo: it is withdrawn already.
            DocumentWithdrawn: its document is.
            NotAnId, UnknownId, AmbiguousId, LedgerReadOnly: see there.
        """
        with self._writing() as (connection, scribe):
            return retract(connection, scribe, id, because)

    def accept(self, id: str, because: str | None = None) -> str:
        """Note that a person looked at a claim and found it right; return its whole id. No reader withdraws it any more.

        Args:
            id: the first hex digits, four or more.

        Raises:
            AlreadySo: it is accepted already.
            Withdrawn: it is withdrawn.
            NotAnId, UnknownId, AmbiguousId, LedgerReadOnly: see there.
        """
        with self._writing() as (connection, scribe):
            return accept(connection, scribe, id, because)

    def unaccept(self, id: str, because: str | None = None) -> str:
        """Undo `accept`; return the claim's whole id.

        Raises:
            AlreadySo: it is not accepted.
            NotAnId, UnknownId, AmbiguousId, LedgerReadOnly: see there.
        """
        with self._writing() as (connection, scribe):
            return unaccept(connection, scribe, id, because)

    def decide(self, claims: Iterable[str], because: str, prefer: str | None = None) -> Decision:
        """Note what a person decided of claims that contradict each other, and return it. All of them stay.

        Of two decisions on the same claims the later holds.

        Args:
            claims: the ids, or their first hex digits, of all claims that were before the person: those of a finding.
            prefer: that of the one whose answer is to stand first; None where both sides stay.

        Raises:
            NothingToDecide: they are less than two or not on the same two states, or `prefer` is none of them.
            AlreadySo: that was decided of them already.
            Withdrawn: one of them is withdrawn.
            NotAnId, UnknownId, AmbiguousId, LedgerReadOnly: see there.
        """
        with self._writing() as (connection, scribe):
            return decide(connection, scribe, claims, because, prefer)

    def undecide(self, number: int, because: str | None = None) -> Decision:
        """Undo a decision, given by its number, and return it; one on the same claims that was before it holds again.

        Raises:
            UnknownId: no decision has that number.
            AlreadySo: it is undone already.
            LedgerReadOnly: see there.
        """
        with self._writing() as (connection, scribe):
            return undecide(connection, scribe, number, because)
