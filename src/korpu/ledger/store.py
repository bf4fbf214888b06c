"""The ledger: documents and their claims, added one document at a time and never changed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from korpu import edtf
from korpu.claims import Claim
from korpu.coverage import Coverage
from korpu.document import Document, SourceCard
from korpu.ledger import rows, sqlite
from korpu.ledger.errors import (
    AmbiguousId,
    LedgerReadOnly,
    LedgerTooNew,
    NotAnId,
    QuoteMismatch,
    TextNotStorable,
    UnknownId,
)
from korpu.ledger.migrations import MIGRATIONS, applied, migrate
from korpu.ledger.schema import CLAIM, CLAIM_PARTY, DOCUMENT

Clock = Callable[[], dt.datetime]

_ID = re.compile(r"[0-9a-f]{4,64}")


class Added(msgspec.Struct, frozen=True):
    """What adding a document came to.

    Attributes:
        document: the document's id.
        is_new: whether it was recorded; False where the same text was in the ledger, which is unchanged.
        claims: how many claims the ledger holds of it.
    """

    document: str
    is_new: bool
    claims: int


class StoredDocument(msgspec.Struct, frozen=True):
    """A document of the ledger without its text.

    Attributes:
        id: the SHA-256 of the text, in hex.
        length: of the text, in code points.
        recorded_at: when the ledger learnt it, UTC.
        claims: how many claims were read from it.
        coverage: how many of its sentences were understood; None where the ledger was not told.
    """

    id: str
    card: SourceCard
    length: int
    recorded_at: dt.datetime
    claims: int
    coverage: Coverage | None = None


def utc_now() -> dt.datetime:
    """Return the present instant, in UTC."""
    return dt.datetime.now(dt.UTC)


@contextmanager
def open_ledger(
    path: str | Path, *, create: bool = True, clock: Clock = utc_now, reader: str | None = None
) -> Iterator[Ledger]:
    """Open the ledger at `path`, for a `with` statement; it is made where it is missing.

    A ledger that cannot be written to opens all the same, and only `add` fails.

    Args:
        path: the ledger's file.
        create: False to raise `NoLedger` where there is none.
        clock: tells when a thing is recorded; its instants have a zone.
        reader: the version of what reads the claims; Körpü's own where it is None.

    Raises:
        NotALedger: the file is another application's; it was not touched.
        LedgerReadOnly: a ledger cannot be made there.
        LedgerTooNew: a newer Körpü made it.
        LedgerError: any other failure of the database.
    """
    path = Path(path)
    engine = sqlite.open_engine(path, create)
    try:
        _prepare(engine, path, clock)
        yield Ledger(engine, clock, reader or _version())
    finally:
        engine.dispose()


def _version() -> str:
    from importlib.metadata import version

    return version("korpu")


def _prepare(engine: sa.Engine, path: Path, clock: Clock) -> None:
    """Bring the database to today's schema, where it is a ledger that lags behind."""
    with engine.connect() as connection:
        sqlite.check_mark(connection, path)
        version = applied(connection)
    if version > len(MIGRATIONS):
        raise LedgerTooNew(f"{path} was made by a newer Körpü. Install that version to open it.")
    if version == len(MIGRATIONS):
        return
    if not sqlite.is_writable(path):
        raise LedgerReadOnly(
            f"{path} was made by an older Körpü, and cannot be brought up to date: it is read-only."
        )
    sqlite.write_ahead(engine)
    with _writing(engine) as connection:
        migrate(connection, clock())
        sqlite.mark(connection, len(MIGRATIONS))


@contextmanager
def _writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Begin a transaction that will write; it is committed whole at the end, or not at all."""
    with engine.connect().execution_options(**sqlite.WRITING) as connection, connection.begin():
        yield connection


class Ledger:
    """A ledger that is open. Only what `add` was given is in it, and nothing in it ever changes."""

    def __init__(self, engine: sa.Engine, clock: Clock, reader: str) -> None:
        self._engine = engine
        self._clock = clock
        self._reader = reader

    def add(self, document: Document, claims: Sequence[Claim], coverage: Coverage | None = None) -> Added:
        """Record a document and its claims, both or neither, and how much of it was understood.

        The same text again changes nothing, whatever its card and claims; `Added.is_new` is then False.
        A claim that is given twice is recorded once.

        Raises:
            QuoteMismatch: a quote is not `document.text[start:end]`, or is empty.
            TextNotStorable: the text has a zero character or half a surrogate pair.
            LedgerReadOnly: the ledger cannot be written to.
        """
        _check(document, claims)
        try:
            with _writing(self._engine) as connection:
                known = _count_claims(connection, document.id)
                if known is not None:
                    return Added(document.id, False, known)
                return self._insert(connection, document, claims, coverage)
        except sa.exc.IntegrityError:
            # Where the database lets two write at once, the other was faster with the same document.
            with self._engine.connect() as connection:
                known = _count_claims(connection, document.id)
            if known is None:
                raise
            return Added(document.id, False, known)

    def _insert(
        self,
        connection: sa.Connection,
        document: Document,
        claims: Sequence[Claim],
        coverage: Coverage | None,
    ) -> Added:
        now = self._clock()
        unique = {claim.id: claim for claim in claims}
        connection.execute(DOCUMENT.insert(), rows.document_row(document, now, coverage))
        if unique:
            connection.execute(
                CLAIM.insert(), [rows.claim_row(claim, self._reader, now) for claim in unique.values()]
            )
        parties = [
            {"claim_id": number, "party": party}
            for number, claim in unique.items()
            for party in set(claim.parties)
        ]
        if parties:
            connection.execute(CLAIM_PARTY.insert(), parties)
        return Added(document.id, True, len(unique))

    def claims(self, parties: Iterable[str] = (), kind: str | None = None) -> list[Claim]:
        """Return the claims whose parties include all of `parties`, of one kind where `kind` names it.

        They are in the order of their documents' publication dates (those without one last), of the
        documents' ids, and of their places in the text: the same whatever was added first.
        """
        chosen = _CLAIMS
        for party in sorted(set(parties)):
            with_party = sa.select(CLAIM_PARTY.c.claim_id).where(CLAIM_PARTY.c.party == party)
            chosen = chosen.where(CLAIM.c.id.in_(with_party))
        if kind is not None:
            chosen = chosen.where(CLAIM.c.kind == kind)
        with self._engine.connect() as connection:
            found = connection.execute(chosen).mappings().all()
        # Sorted here and not by the database: databases disagree on the order of texts and of NULL.
        return [rows.claim_of(row) for row in sorted(found, key=_order)]

    def claim(self, id: str) -> Claim:
        """Return the claim whose id begins with `id`, at least four hex digits.

        Raises:
            NotAnId, UnknownId, AmbiguousId: see there.
        """
        with self._engine.connect() as connection:
            whole = _whole_id(connection, CLAIM.c.id, id, "claim")
            row = connection.execute(_CLAIMS.where(CLAIM.c.id == whole)).mappings().one()
        return rows.claim_of(row)

    def document(self, id: str) -> Document:
        """Return the document whose id begins with `id`, at least four hex digits, with its text.

        Raises:
            NotAnId, UnknownId, AmbiguousId: see there.
        """
        with self._engine.connect() as connection:
            whole = _whole_id(connection, DOCUMENT.c.id, id, "document")
            row = connection.execute(sa.select(DOCUMENT).where(DOCUMENT.c.id == whole)).mappings().one()
        return Document(row["text"], rows.card_of(row))

    def documents(self) -> list[StoredDocument]:
        """Return what is known of every document, by publication date (those without one last) and id."""
        with self._engine.connect() as connection:
            found = connection.execute(_DOCUMENTS).mappings().all()
        stored = [
            StoredDocument(
                row["id"],
                rows.card_of(row),
                row["length"],
                row["recorded_at"],
                row["claims"],
                rows.coverage_of(row),
            )
            for row in found
        ]
        return sorted(stored, key=lambda document: (edtf.sort_key(document.card.published), document.id))

    def states(self) -> list[str]:
        """Return the codes of all states that are a party to a claim, sorted."""
        with self._engine.connect() as connection:
            return sorted(connection.scalars(sa.select(CLAIM_PARTY.c.party).distinct()))


# Both databases count code points here, as Python does; theirs begin at 1.
_QUOTE = sa.func.substr(DOCUMENT.c.text, CLAIM.c.start + 1, CLAIM.c.end - CLAIM.c.start)

_CLAIMS = sa.select(CLAIM, _QUOTE.label("quote"), DOCUMENT.c.published).join(DOCUMENT)

_CLAIM_COUNT = sa.select(sa.func.count()).where(CLAIM.c.document_id == DOCUMENT.c.id).scalar_subquery()

_DOCUMENTS = sa.select(
    *(column for column in DOCUMENT.c if column.name != "text"), _CLAIM_COUNT.label("claims")
)


def _order(row: sa.RowMapping) -> tuple[Any, ...]:
    return (
        edtf.sort_key(row["published"]),
        row["document_id"],
        row["start"],
        row["kind"],
        row["end"],
        row["id"],
    )


def _count_claims(connection: sa.Connection, document_id: str) -> int | None:
    """Return how many claims the ledger holds of a document, None where it does not know it."""
    return connection.scalar(
        sa.select(_CLAIM_COUNT).select_from(DOCUMENT).where(DOCUMENT.c.id == document_id)
    )


def _whole_id(connection: sa.Connection, column: sa.Column[str], beginning: str, what: str) -> str:
    beginning = beginning.strip().lower()
    if not _ID.fullmatch(beginning):
        raise NotAnId(f"«{beginning}» is no id of a {what}: give at least its first four hex digits.")
    # "g" comes right after the last hex digit.
    among = sa.and_(column >= beginning, column < beginning + "g")
    found = sorted(connection.scalars(sa.select(column).where(among).limit(3)))
    if not found:
        raise UnknownId(f"The ledger has no {what} whose id begins with {beginning}.")
    if len(found) > 1 and beginning not in found:
        raise AmbiguousId(
            f"More than one {what} has an id that begins with {beginning} ({', '.join(found)}). Give more digits."
        )
    return beginning if beginning in found else found[0]


def _check(document: Document, claims: Sequence[Claim]) -> None:
    if "\x00" in document.text or any("\ud800" <= character <= "\udfff" for character in document.text):
        raise TextNotStorable(
            "The text has a zero character or half a surrogate pair, which no database keeps."
        )
    for claim in claims:
        said = document.text[claim.start : claim.end] if 0 <= claim.start < claim.end else ""
        if claim.document != document.id or not said or said != claim.quote:
            raise QuoteMismatch(
                f"A claim ({claim.kind}) quotes «{claim.quote}», but characters {claim.start} to {claim.end} "
                f"of the document say «{said}». Nothing of this document was recorded."
            )
