"""Checking: whether a ledger is whole. Every text, claim and change is looked at, and what is derived from them.

A text is what its id was made of, a claim too; a quote lies within its text; what claims and documents are looked up
by is what they say; nothing refers to what is not there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from korpu.claims import Claim
from korpu.document import document_id
from korpu.errors import KorpuError
from korpu.languages import language_or_default
from korpu.ledger import rows
from korpu.ledger.database import Database
from korpu.ledger.schema import (
    CHANGE,
    CLAIM,
    CLAIM_PAIR,
    CLAIM_PARTY,
    DOCUMENT,
    DOCUMENT_SIGNATURE,
    EDITION,
    ENTITY_NAME,
    METADATA,
)
from korpu.ledger.search_index import search_index, signature
from korpu.ledger.terms import terms_in
from korpu.near_copies import signature as signature_of

_UNREADABLE = (
    KorpuError,
    msgspec.MsgspecError,
    sa.exc.SQLAlchemyError,
    ValueError,
    TypeError,
    AttributeError,
)
"""What reading a damaged row may come to."""

RESTORE = (
    "Restore the ledger from a backup (`korpu ledger restore FILE`), or add its documents to a new ledger."
)
REINDEX = "`korpu ledger reindex` makes it again from the texts and claims."


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong with a ledger.

    Attributes:
        where: the table that it is in, or `database`.
        subject: the id of the document or claim, or the number of the change; None where it is of no one thing.
        what: what is wrong, a sentence.
        remedy: what to do, a sentence.
    """

    where: str
    subject: str | None
    what: str
    remedy: str = RESTORE


def to_json(problem: Problem) -> bytes:
    """Return the problem as one line of JSON, without a line end."""
    return msgspec.json.encode(problem)


class Check:
    """One check of a ledger, all of it as it is at one moment.

    Attributes:
        documents, claims: how many were looked at so far.
    """

    def __init__(self, database: Database) -> None:
        self.documents = self.claims = 0
        self._database = database
        self._signatures: dict[str, int] = {}

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong; nothing, where the ledger is whole. Where one thing cannot be read, the rest is."""
        parts: list[tuple[str, Callable[[sa.Connection], Iterator[Problem]]]] = [
            ("database", self._find_damage),
            ("document", self._check_contents),
            ("database", _check_references),
            ("change", _check_changes),
            ("search_document", self._check_search),
        ]
        with self._database.inspecting() as connection:
            for where, part in parts:
                try:
                    yield from part(connection)
                except _UNREADABLE as error:
                    remedy = REINDEX if part == self._check_search else RESTORE
                    yield Problem(where, None, f"It cannot be read to its end ({error}).", remedy)

    def _find_damage(self, connection: sa.Connection) -> Iterator[Problem]:
        for found in self._database.find_damage(connection):
            yield Problem("database", None, f"The database says: {found}.")

    def _check_contents(self, connection: sa.Connection) -> Iterator[Problem]:
        """Documents with their claims, some at a time."""
        texts = sa.select(DOCUMENT.c.id, DOCUMENT.c.text, DOCUMENT.c.length, DOCUMENT.c.language)
        found = connection.execute(texts.order_by(DOCUMENT.c.id).execution_options(yield_per=_BATCH))
        for batch in found.partitions():
            for row in batch:
                self.documents += 1
                self._signatures[row.id] = signature(terms_in(row.text, language_or_default(row.language)))
                yield from _check_document(row)
            yield from _check_signatures(connection, {row.id: row.text for row in batch})
            yield from self._check_claims(connection, {row.id: row.text for row in batch})

    def _check_claims(self, connection: sa.Connection, texts: Mapping[str, str]) -> Iterator[Problem]:
        ids = list(texts)
        parties = _held(connection, ids, CLAIM_PARTY)
        pairs = _held(connection, ids, CLAIM_PAIR)
        for row in connection.execute(_RAW_CLAIMS.where(CLAIM.c.document_id.in_(ids))).mappings():
            self.claims += 1
            claim, faults = _read_claim(row, texts[row["document_id"]])
            yield from faults
            if claim is None:
                continue
            id = row["id"]
            expected = {tuple(made.values())[:-1] for made in rows.party_rows(id, claim.parties)}
            if parties.get(id, set()) != expected:
                yield Problem(
                    "claim_party", id, "The claim is looked up by other parties than it has.", REINDEX
                )
            expected = {tuple(made.values())[:-1] for made in rows.pair_rows(id, claim.parties, claim.when)}
            if pairs.get(id, set()) != expected:
                yield Problem(
                    "claim_pair", id, "The claim is looked up by other pairs or days than it has.", REINDEX
                )

    def _check_search(self, connection: sa.Connection) -> Iterator[Problem]:
        for id, held in search_index(connection).signatures(connection):
            expected = self._signatures.pop(id, None)
            if expected is None:
                yield Problem(
                    "search_document", id, "It is found by words, but there is no such document.", REINDEX
                )
            elif held != expected:
                what = "It is found by other words than its text has: the index is damaged, or an older Körpü made it."
                yield Problem("search_document", id, what, REINDEX)
        for id in self._signatures:
            yield Problem("search_document", id, "The document is not found by its words.", REINDEX)


_BATCH = 200
"""Documents that are looked at together."""

_JSON = ("parties", "roles", "trace")
_RAW_CLAIMS = sa.select(
    *(
        sa.type_coerce(c, sa.Text).label(c.name) if c.name in _JSON else c
        for c in CLAIM.c
        if c.name != "recorded_at"
    )
)
"""Claims, their JSON being left to `_read_claim`, which tells of it where it is none."""


def _check_document(row: Any) -> Iterator[Problem]:
    made = document_id(row.text)
    if made != row.id:
        yield Problem("document", row.id, f"The text is not the one that was added: its SHA-256 is {made}.")
    if len(row.text) != row.length:
        what = f"The text has {len(row.text):,} characters; {row.length} were noted."
        yield Problem("document", row.id, what)


def _check_signatures(connection: sa.Connection, texts: Mapping[str, str]) -> Iterator[Problem]:
    chosen = sa.select(DOCUMENT_SIGNATURE).where(DOCUMENT_SIGNATURE.c.document_id.in_(list(texts)))
    held = {row.document_id: bytes(row.signature) for row in connection.execute(chosen)}
    for id, text in texts.items():
        if document_id(text) == id and held.get(id) != signature_of(text):
            what = "Its copies are told by another signature than its text has."
            yield Problem("document_signature", id, what, REINDEX)


def _held(connection: sa.Connection, documents: Sequence[str], table: sa.Table) -> dict[str, set[Any]]:
    """The rows of a table of what claims are looked up by, without the claim's id and by it."""
    of_claims = sa.select(CLAIM.c.id).where(CLAIM.c.document_id.in_(documents))
    held: dict[str, set[Any]] = {}
    for row in connection.execute(sa.select(table).where(table.c.claim_id.in_(of_claims))):
        held.setdefault(row.claim_id, set()).add(tuple(row)[:-1])
    return held


def _read_claim(row: Mapping[Any, Any], text: str) -> tuple[Claim | None, list[Problem]]:
    """The claim of a row, None where it cannot be read, and what is wrong with it."""
    id, start, end = row["id"], row["start"], row["end"]
    try:
        if not 0 <= start < end <= len(text):
            what = f"It quotes characters {start} to {end} of a text of {len(text):,}."
            return None, [Problem("claim", id, what)]
        read = {name: _from_json(row[name]) for name in _JSON}
        claim = rows.claim_of({**row, **read, "quote": text[start:end]})
        msgspec.convert(msgspec.to_builtins(claim), Claim)
        made = claim.id
    except _UNREADABLE as error:
        return None, [Problem("claim", id, f"It is no claim ({error}).")]
    if made != id:
        return claim, [Problem("claim", id, f"It does not say what was added: its content's id is {made}.")]
    return claim, []


def _from_json(value: Any) -> Any:
    # Some drivers hand out JSON as it is, and some what it means.
    return msgspec.json.decode(value) if isinstance(value, str) else value


DERIVED = (CLAIM_PARTY, CLAIM_PAIR, DOCUMENT_SIGNATURE, ENTITY_NAME)
"""Tables that are made again from texts and claims."""


def _check_references(connection: sa.Connection) -> Iterator[Problem]:
    """Rows that refer to others, by what the tables' columns say."""
    for table in METADATA.sorted_tables:
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
            column, other = key.parent, key.column.table.alias()
            missing = column.is_not(None) & ~sa.exists().where(other.c[key.column.name] == column)
            remedy = REINDEX if table in DERIVED else RESTORE
            for (value,) in connection.execute(sa.select(column).where(missing).distinct()):
                what = f"It refers to a {key.column.table.name} that is not there."
                yield Problem(table.name, str(value), what, remedy)


SUBJECTS: dict[str, tuple[sa.Table, ...]] = {
    "add": (DOCUMENT,),
    "edition": (DOCUMENT,),
    "reread": (DOCUMENT,),
    "withdraw": (CLAIM, DOCUMENT),
    "restore": (CLAIM, DOCUMENT),
}
"""What each sort of change is done to: the tables that have its id."""


def _check_changes(connection: sa.Connection) -> Iterator[Problem]:
    yield from _check_times(connection)
    for (number,) in connection.execute(sa.select(CHANGE.c.number).where(CHANGE.c.action.not_in(SUBJECTS))):
        yield Problem("change", str(number), "It is a change of a sort that there is not.")
    for action, tables in SUBJECTS.items():
        nowhere = [~sa.exists().where(table.c.id == CHANGE.c.subject) for table in tables]
        lost = sa.select(CHANGE.c.number, CHANGE.c.subject).where(CHANGE.c.action == action, *nowhere)
        for number, subject in connection.execute(lost):
            yield Problem("change", str(number), f"It was done to {subject}, which is not there.")
    for table, document in ((DOCUMENT, DOCUMENT.c.id), (CLAIM, CLAIM.c.document_id)):
        noted = sa.exists().where(
            CHANGE.c.subject == document,
            CHANGE.c.action.in_(("add", "reread")),
            CHANGE.c.at == table.c.recorded_at,
        )
        for (id,) in connection.execute(sa.select(table.c.id).where(~noted)):
            yield Problem(table.name, id, "No change says that it was recorded when it says that it was.")
    gaps = sa.select(EDITION.c.source).group_by(EDITION.c.source)
    for (source,) in connection.execute(gaps.having(sa.func.max(EDITION.c.number) != sa.func.count())):
        yield Problem("edition", source, "Of the source's editions one is missing.")


def _check_times(connection: sa.Connection) -> Iterator[Problem]:
    """Changes follow each other in time."""
    at = sa.type_coerce(CHANGE.c.at, sa.Text).label("at")
    chosen = sa.select(CHANGE.c.number, at).order_by(CHANGE.c.number).execution_options(yield_per=10_000)
    last: dt.datetime | None = None
    for number, told in connection.execute(chosen):
        try:
            instant = dt.datetime.fromisoformat(told) if isinstance(told, str) else told
        except ValueError:
            yield Problem("change", str(number), f"«{told}» is no time.")
            continue
        if last is not None and instant < last:
            yield Problem("change", str(number), "It is told to be earlier than the change before it.")
        last = instant
