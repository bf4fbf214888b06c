"""Checking: whether a ledger is whole. Every text, claim and change is looked at, and what is derived from them.

A text is what its id was made of, a claim too; a quote lies within its text; all else is what the seals of the changes
that recorded it were made of; what claims and documents are looked up by is what they say; nothing refers to what is
not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec
import sqlalchemy as sa

from korpu.claims import Claim
from korpu.document import document_id
from korpu.errors import KorpuError
from korpu.languages import language_or_default
from korpu.ledger import rows
from korpu.ledger.database import Database
from korpu.ledger.looked_up import OF_CLAIMS
from korpu.ledger.recorded import (
    Held,
    changes_in_order,
    decided_on,
    decisions,
    held_documents,
    instant_of,
    judgements,
    migrations,
    sealed_again,
)
from korpu.ledger.schema import CHANGE, CLAIM, DOCUMENT, DOCUMENT_SIGNATURE, EDITION, METADATA
from korpu.ledger.seals import seal_migration
from korpu.ledger.search_index import search_index, signature
from korpu.ledger.signatures import signatures_of
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
        self._terms: dict[str, int] = {}
        self._looked_up_by = dict.fromkeys(OF_CLAIMS, 0)
        self._unread = False

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong; nothing, where the ledger is whole. Where one thing cannot be read, the rest is."""
        parts: list[tuple[str, Callable[[sa.Connection], Iterator[Problem]]]] = [
            ("database", self._find_damage),
            ("document", self._check_contents),
            ("database", _check_references),
            ("change", _check_changes),
            ("judgement", _check_judgements),
            ("decision", _check_decisions),
            ("edition", _check_editions),
            ("migration", _check_migrations),
            ("claim", self._check_looked_up_by),
            ("search_document", self._check_search),
        ]
        with self._database.inspecting() as connection:
            for where, part in parts:
                try:
                    yield from part(connection)
                except _UNREADABLE as error:
                    derived = part in (self._check_search, self._check_looked_up_by)
                    remedy = REINDEX if derived else RESTORE
                    self._unread = True
                    yield Problem(where, None, f"It cannot be read to its end ({error}).", remedy)

    def _find_damage(self, connection: sa.Connection) -> Iterator[Problem]:
        for found in self._database.find_damage(connection):
            yield Problem("database", None, f"The database says: {found}.")

    def _check_contents(self, connection: sa.Connection) -> Iterator[Problem]:
        """Documents with all that was recorded of them."""
        for batch in held_documents(connection):
            for held in batch:
                self.documents += 1
                document = held.document
                language = language_or_default(document["language"])
                self._terms[document["id"]] = signature(terms_in(document["text"], language))
                found = [*_check_text(document), *self._check_claims(held), *_check_noted(held)]
                yield from found or _check_recorded(held)
            yield from _check_signatures(connection, [held.document for held in batch])

    def _check_claims(self, held: Held) -> Iterator[Problem]:
        text = held.document["text"]
        sound: dict[str, Claim] = {}
        for row in held.claims:
            self.claims += 1
            id = row["id"]
            try:
                claim = rows.bare_claim(_read(row))
                if 0 <= claim.start < claim.end <= len(text) and claim.id == id:
                    sound[id] = claim
                    continue
            except _UNREADABLE:
                pass
            self._unread = True
            yield _describe(row, text)
        for table, made in OF_CLAIMS.items():
            self._looked_up_by[table] += sum([hash(tuple(row.values())) for row in made(sound)])

    def _check_looked_up_by(self, connection: sa.Connection) -> Iterator[Problem]:
        """What is made of the claims: where one of them is damaged, this says nothing.

        Hashes of rows are added up, which is the same in whatever order.
        """
        for table, expected in self._looked_up_by.items():
            found = connection.execute(sa.select(table).execution_options(yield_per=500))
            held = sum(sum(map(hash, batch)) for batch in found.partitions())
            if not self._unread and (held - expected) & _64_BITS:
                what = "Claims are looked up by something else than they say: the table is damaged, or an older Körpü made it."
                yield Problem(table.name, None, what, REINDEX)

    def _check_search(self, connection: sa.Connection) -> Iterator[Problem]:
        for id, held in search_index(connection).signatures(connection):
            expected = self._terms.pop(id, None)
            if expected is None:
                yield Problem(
                    "search_document", id, "It is found by words, but there is no such document.", REINDEX
                )
            elif held != expected:
                what = "It is found by other words than its text has: the index is damaged, or an older Körpü made it."
                yield Problem("search_document", id, what, REINDEX)
        for id in self._terms:
            yield Problem("search_document", id, "The document is not found by its words.", REINDEX)


_64_BITS = (1 << 64) - 1


def _read(claim: rows.Row) -> rows.Row:
    """The row with what its JSON means but for the trace."""
    decode = msgspec.json.decode
    return {**claim, "parties": decode(claim["parties"]), "roles": decode(claim["roles"])}


def _check_signatures(connection: sa.Connection, documents: Sequence[rows.Row]) -> Iterator[Problem]:
    held = signatures_of(connection, (document["id"] for document in documents))
    for document in documents:
        id, text = document["id"], document["text"]
        if document_id(text) == id and held.get(id) != signature_of(text):
            what = "Its copies are told by another signature than its text has."
            yield Problem("document_signature", id, what, REINDEX)


def _check_text(document: rows.Row) -> Iterator[Problem]:
    id, text, noted = document["id"], document["text"], document["length"]
    made = document_id(text)
    if made != id:
        yield Problem("document", id, f"The text is not the one that was added: its SHA-256 is {made}.")
    if len(text) != noted:
        yield Problem("document", id, f"The text has {len(text):,} characters; {noted} were noted.")


def _check_noted(held: Held) -> Iterator[Problem]:
    for where, subject in held.unnoted():
        yield Problem(where, subject, "No change says that it was recorded when it says that it was.")


def _check_recorded(held: Held) -> Iterator[Problem]:
    """What only the seals tell: that something of a document is not as it was, but not what."""
    made = held.recorded()
    for change in (*held.changes, *held.asserted):
        if made[change["number"]] == change["recorded"]:
            continue
        if change["action"] == "edition":
            yield Problem("edition", change["because"], "The edition is not there, or not as it was noted.")
            continue
        if change["action"] == "assert":
            what = (
                f"What is known of it is not as the person who made it noted it (change {change['number']})."
            )
            yield Problem("claim", change["subject"], what)
            continue
        found = [problem for row in held.claims if (problem := _find_fault(row, held.document["text"]))]
        what = (
            f"What is known of it, how much of it was understood, or how its claims were read is not as it was noted "
            f"(change {change['number']})."
        )
        yield from found or [Problem("document", held.document["id"], what)]


def _describe(row: rows.Row, text: str) -> Problem:
    """What is wrong with a claim that something is wrong with."""
    what = "It does not say what was added: its content has another id."
    return _find_fault(row, text) or Problem("claim", row["id"], what)


def _find_fault(row: rows.Row, text: str) -> Problem | None:
    """What makes a row no claim of this text, None where it is one."""
    id, start, end = row["id"], row["start"], row["end"]
    try:
        if not 0 <= start < end <= len(text):
            return Problem("claim", id, f"It quotes characters {start} to {end} of a text of {len(text):,}.")
        trace = msgspec.json.decode(row["trace"]) if row["trace"] is not None else None
        claim = rows.claim_of({**_read(row), "trace": trace, "quote": text[start:end]})
        msgspec.convert(msgspec.to_builtins(claim), Claim)
    except _UNREADABLE as error:
        return Problem("claim", id, f"It is no claim ({error}).")
    return None


_DERIVED = (*OF_CLAIMS, DOCUMENT_SIGNATURE)
"""Tables that are made again from texts and claims."""


def _check_references(connection: sa.Connection) -> Iterator[Problem]:
    """Rows that refer to others, by what the tables' columns say."""
    for table in METADATA.sorted_tables:
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
            column, other = key.parent, key.column.table.alias()
            missing = column.is_not(None) & ~sa.exists().where(other.c[key.column.name] == column)
            remedy = REINDEX if table in _DERIVED else RESTORE
            for (value,) in connection.execute(sa.select(column).where(missing).distinct()):
                what = f"It refers to a {key.column.table.name} that is not there."
                yield Problem(table.name, str(value), what, remedy)


def _check_changes(connection: sa.Connection) -> Iterator[Problem]:
    """Each change is as it was noted, after the one that was before it; what it was done to is there."""
    before = ""
    for change in changes_in_order(connection):
        number = str(change["number"])
        try:
            if sealed_again(change, before) != change["seal"]:
                what = "It is not as it was noted, or the change before it is not the one that was."
                yield Problem("change", number, what)
        except ValueError:
            yield Problem("change", number, f"«{change['at']}» is no time.")
        before = change["seal"]
    nowhere = [~sa.exists().where(table.c.id == CHANGE.c.subject) for table in (DOCUMENT, CLAIM)]
    of_names = CHANGE.c.action.in_(("merge", "split"))
    lost = sa.select(CHANGE.c.number, CHANGE.c.subject).where(~of_names, *nowhere)
    for number, subject in connection.execute(lost):
        yield Problem("change", str(number), f"It was done to {subject}, which is not there.")


def _check_judgements(connection: sa.Connection) -> Iterator[Problem]:
    for number, recorded, made in judgements(connection):
        if made != recorded:
            yield Problem("judgement", str(number), "The judgement is not there, or not as it was noted.")


def _check_decisions(connection: sa.Connection) -> Iterator[Problem]:
    for number, recorded, made in decisions(connection):
        if made is None or made != recorded:
            yield Problem("decision", str(number), "The decision is not there, or not as it was noted.")
    for number, claims in decided_on(connection):
        there = set(connection.scalars(sa.select(CLAIM.c.id).where(CLAIM.c.id.in_(claims))))
        if set(claims) - there:
            yield Problem("decision", str(number), "It is on a claim that is not there.")


def _check_editions(connection: sa.Connection) -> Iterator[Problem]:
    numbers = EDITION.c.number
    gaps = (sa.func.max(numbers) != sa.func.count()) | (sa.func.min(numbers) != 1)
    for (source,) in connection.execute(sa.select(EDITION.c.source).group_by(EDITION.c.source).having(gaps)):
        yield Problem("edition", source, "Of the source's editions one is missing.")


def _check_migrations(connection: sa.Connection) -> Iterator[Problem]:
    for place, (number, applied_at, seal) in enumerate(migrations(connection), start=1):
        try:
            is_whole = number == place and seal_migration(number, instant_of(applied_at)) == seal
        except ValueError:
            is_whole = False
        if not is_whole:
            yield Problem("migration", str(number), "It is not as it was noted, or one before it is missing.")
