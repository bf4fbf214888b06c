"""Adding: documents with their claims into the tables, each document once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
import sqlalchemy as sa

from korpu.claims import Claim
from korpu.coverage import Coverage
from korpu.document import Document
from korpu.languages import language_or_default
from korpu.ledger import rows
from korpu.ledger.changes import Scribe
from korpu.ledger.errors import QuoteMismatch, TextNotStorable
from korpu.ledger.inserting import insert_rows
from korpu.ledger.looked_up import OF_CLAIMS, rows_of_claims
from korpu.ledger.queries import batches, stands
from korpu.ledger.schema import CLAIM, COVERAGE, DOCUMENT, DOCUMENT_SIGNATURE, EDITION
from korpu.ledger.seals import seal_edition, seal_reading
from korpu.ledger.search_index import search_index
from korpu.ledger.signatures import signature_rows
from korpu.ledger.terms import terms_in


class Reading(msgspec.Struct, frozen=True):
    """A document with what was read in it, as it is to be recorded (see `Ledger.add`)."""

    document: Document
    claims: tuple[Claim, ...]
    coverage: Coverage | None = None
    source: str | None = None


class Added(msgspec.Struct, frozen=True):
    """What adding a document came to.

    Attributes:
        document: the document's id.
        is_new: whether it was recorded; False where the same text was in the ledger, which is unchanged.
        claims: how many claims the ledger holds of it.
        stands: whether it counts; False where it was withdrawn, which adding it again does not undo.
        edition: the number of the edition that it is of its source, None where no source was named.
    """

    document: str
    is_new: bool
    claims: int
    stands: bool = True
    edition: int | None = None


_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")


def check_reading(reading: Reading) -> str:
    """Return the document's id, where the reading is fit to be recorded.

    Raises:
        QuoteMismatch: a quote is not what the document says at that place, or is empty.
        TextNotStorable: the text has a zero character or half a surrogate pair.
    """
    document = reading.document
    id = document.id
    if _NOT_STORABLE.search(document.text):
        raise TextNotStorable(
            "The text has a zero character or half a surrogate pair, which no database keeps."
        )
    for claim in reading.claims:
        said = document.text[claim.start : claim.end] if 0 <= claim.start < claim.end else ""
        if claim.document != id or not said or said != claim.quote:
            raise QuoteMismatch(
                f"A claim ({claim.kind}) quotes «{claim.quote}», but characters {claim.start} to {claim.end} "
                f"of the document say «{said}». Nothing of this document was recorded."
            )
    return id


class Prepared(msgspec.Struct, frozen=True):
    """What a document and its claims are looked up by.

    Attributes:
        terms: what the document is searched by.
        signature: what its near copies are told by, a row of the table `document_signature`.
        of_claims: the rows of the tables that are made of claims.
    """

    terms: Collection[str]
    signature: rows.Row
    of_claims: Mapping[sa.Table, list[rows.Row]]


def prepare_new(connection: sa.Connection, readings: Sequence[tuple[str, Reading]]) -> dict[str, Prepared]:
    """Return what the documents that the ledger does not have yet are looked up by, by their ids.

    It is made before anything is written: it takes as long as to write it, and the first text of a language takes seconds,
    in which others could not write.
    """
    known = _known(connection, [id for id, _ in readings])
    return {id: _prepare(id, reading) for id, reading in readings if id not in known}


def _prepare(id: str, reading: Reading) -> Prepared:
    text, language = reading.document.text, language_or_default(reading.document.card.language)
    (signature,) = signature_rows([(id, text)])
    return Prepared(terms_in(text, language), signature, rows_of_claims(reading.claims))


def record(
    connection: sa.Connection,
    scribe: Scribe,
    readings: Sequence[tuple[str, Reading]],
    reader: str,
    prepared: Mapping[str, Prepared],
) -> list[Added]:
    """Record the documents that are new, with their claims, and what editions of their sources they are.

    Args:
        readings: each with its document's id.
        prepared: what `prepare_new` returned for them.
    """
    known = _known(connection, [id for id, _ in readings])
    new: dict[str, Reading] = {}
    for id, reading in readings:
        if id not in known:
            new.setdefault(id, reading)
    claims = _insert(connection, scribe, new, reader, prepared)
    sources = [(reading.source or reading.document.card.url, id) for id, reading in readings]
    editions = iter(_note_editions(connection, scribe, [(source, id) for source, id in sources if source]))
    added = []
    for (source, id), (_, reading) in zip(sources, readings, strict=True):
        count, stands = known.get(id) or (claims.get(id, 0), True)
        added.append(Added(id, new.get(id) is reading, count, stands, next(editions) if source else None))
    return added


def _known(connection: sa.Connection, ids: Sequence[str]) -> dict[str, tuple[int, bool]]:
    """Which of those documents the ledger has, each with how many claims, and whether it stands."""
    counted = sa.select(sa.func.count()).where(CLAIM.c.document_id == DOCUMENT.c.id).scalar_subquery()
    chosen = sa.select(DOCUMENT.c.id, counted, stands(DOCUMENT.c.id, None))
    found = (connection.execute(chosen.where(DOCUMENT.c.id.in_(some))) for some in batches(ids))
    return {id: (count, bool(is_standing)) for rows in found for id, count, is_standing in rows}


def _insert(
    connection: sa.Connection,
    scribe: Scribe,
    new: dict[str, Reading],
    reader: str,
    prepared: Mapping[str, Prepared],
) -> dict[str, int]:
    """Insert the documents; return how many claims each has."""
    if not new:
        return {}
    documents = {id: rows.document_row(id, one.document, scribe.at) for id, one in new.items()}
    insert_rows(connection, DOCUMENT, list(documents.values()))
    search_index(connection).add(connection, {id: prepared[id].terms for id in new})
    insert_rows(connection, DOCUMENT_SIGNATURE, [prepared[id].signature for id in new])
    covered = {id: one.coverage for id, one in new.items() if one.coverage}
    coverage = insert_coverage(connection, scribe, covered, reader)
    claims = insert_claims(connection, scribe, (c for one in new.values() for c in one.claims), reader)
    for table in OF_CLAIMS:
        insert_rows(connection, table, [row for id in new for row in prepared[id].of_claims[table]])
    recorded = {id: seal_reading(row, coverage.get(id), claims.get(id, ())) for id, row in documents.items()}
    scribe.note_all("add", recorded)
    return {id: len(claims.get(id, ())) for id in new}


def insert_coverage(
    connection: sa.Connection, scribe: Scribe, coverage: Mapping[str, Coverage], reader: str
) -> dict[str, rows.Row]:
    """Insert how much of documents, given by their ids, was understood; return the rows by the same."""
    made = {id: rows.coverage_row(id, one, reader, scribe.at) for id, one in coverage.items()}
    insert_rows(connection, COVERAGE, list(made.values()))
    return made


def insert_claims(
    connection: sa.Connection, scribe: Scribe, claims: Iterable[Claim], reader: str
) -> dict[str, list[rows.Row]]:
    """Insert claims of documents that are in the ledger, each once; return their rows by their documents' ids.

    What they are looked up by is the caller's to insert.
    """
    unique = {claim.id: claim for claim in claims}
    inserted = [rows.claim_row(id, claim, reader, scribe.at) for id, claim in unique.items()]
    insert_rows(connection, CLAIM, inserted)
    by_document: dict[str, list[rows.Row]] = {}
    for row in inserted:
        by_document.setdefault(row["document_id"], []).append(row)
    return by_document


def _note_editions(connection: sa.Connection, scribe: Scribe, told: Sequence[tuple[str, str]]) -> list[int]:
    """Note what sources say, each with the document's id, where they said something else last; return the editions' numbers."""
    last: dict[str, tuple[int, str]] = {}
    columns = (EDITION.c.source, EDITION.c.number, EDITION.c.document_id)
    for some in batches(sorted({source for source, _ in told})):
        chosen = sa.select(*columns).where(EDITION.c.source.in_(some)).order_by(EDITION.c.number)
        last |= {source: (number, id) for source, number, id in connection.execute(chosen)}
    numbers: list[int] = []
    made: list[rows.Row] = []
    for source, id in told:
        number, said = last.get(source, (0, ""))
        if said != id:
            number += 1
            last[source] = number, id
            made.append({"source": source, "number": number, "document_id": id, "recorded_at": scribe.at})
        numbers.append(number)
    insert_rows(connection, EDITION, made)
    scribe.note_each(
        "edition",
        [(row["document_id"], row["source"], seal_edition(row["source"], row["number"])) for row in made],
    )
    return numbers
