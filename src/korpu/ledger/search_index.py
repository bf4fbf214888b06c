"""The index of words for searching: SQLite and PostgreSQL each keep it in tables of their own.

Both answer the same question: which documents have, for each word, one of its terms.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from korpu.languages import language_or_default
from korpu.ledger.schema import DOCUMENT
from korpu.ledger.terms import Terms, terms_in

Documents = sa.Select[Any]
"""What selects documents from the table `document`."""


class SearchIndex(ABC):
    """Which terms each document has."""

    @abstractmethod
    def add(self, connection: sa.Connection, terms: Mapping[str, Collection[str]]) -> None:
        """Record the terms of documents, given by their ids."""

    @abstractmethod
    def holding(self, documents: Documents, asked: Sequence[Terms]) -> Documents:
        """Return what selects of documents those that hold every word that is asked for, by way of the words."""

    @abstractmethod
    def holding_of_many(self, documents: Documents, asked: Sequence[Terms]) -> Documents:
        """Return the same, each of the documents being looked at: where most of all documents hold the words."""

    @abstractmethod
    def signatures(self, connection: sa.Connection) -> Iterator[tuple[str, int]]:
        """Yield each document's id and the signature of its terms (see `signature`)."""

    @abstractmethod
    def clear(self, connection: sa.Connection) -> None:
        """Forget all documents, so that they can be added anew."""


def signature(terms: Iterable[str]) -> int:
    """Return a number that other terms would not have; of use within one process only."""
    return sum(map(hash, terms)) & _64_BITS


_64_BITS = (1 << 64) - 1


class FullTextTable(SearchIndex):
    """The index in SQLite: a table of FTS5 that keeps no texts, and one that numbers the documents."""

    _NUMBERS = sa.table("search_document", sa.column("number", sa.Integer), sa.column("document_id"))
    _SEARCH = sa.table("search", sa.column("rowid", sa.Integer), sa.column("terms"))

    def add(self, connection: sa.Connection, terms: Mapping[str, Collection[str]]) -> None:
        """Record the terms of documents, given by their ids."""
        if not terms:
            return
        last = connection.scalar(sa.select(sa.func.max(self._NUMBERS.c.number))) or 0
        numbered = list(enumerate(terms.items(), start=last + 1))
        connection.execute(
            self._NUMBERS.insert(), [{"number": number, "document_id": id} for number, (id, _) in numbered]
        )
        connection.execute(
            self._SEARCH.insert(),
            [{"rowid": number, "terms": " ".join(sorted(of_one))} for number, (_, of_one) in numbered],
        )

    def holding(self, documents: Documents, asked: Sequence[Terms]) -> Documents:
        """Return what selects of documents those that hold every word that is asked for, by way of the words."""
        if not asked:
            return documents
        numbered = documents.join(self._NUMBERS, self._NUMBERS.c.document_id == DOCUMENT.c.id)
        return numbered.join(self._SEARCH, self._SEARCH.c.rowid == self._NUMBERS.c.number).where(
            _match(asked)
        )

    def holding_of_many(self, documents: Documents, asked: Sequence[Terms]) -> Documents:
        """Return the same, each of the documents being looked at: where most of all documents hold the words."""
        if not asked:
            return documents
        numbers = sa.select(self._SEARCH.c.rowid).where(_match(asked))
        # The sum is looked for in no index: otherwise SQLite goes by the numbers, which it takes to be few.
        is_found = (self._NUMBERS.c.number + 0).in_(numbers)
        return documents.join(self._NUMBERS, self._NUMBERS.c.document_id == DOCUMENT.c.id).where(is_found)

    def signatures(self, connection: sa.Connection) -> Iterator[tuple[str, int]]:
        """Yield each document's id and the signature of its terms."""
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term USING fts5vocab(main, search, instance)"
        )
        summed: dict[int, int] = {}
        # A statement that is given as text takes no `yield_per`: its rows would come one by one.
        instances = connection.execute(sa.text("SELECT term, doc FROM temp.search_term"))
        for batch in instances.partitions(500):
            for term, number in batch:
                summed[number] = summed.get(number, 0) + hash(term)
        for number, id in connection.execute(sa.select(self._NUMBERS).order_by(self._NUMBERS.c.number)):
            yield id, summed.pop(number, 0) & _64_BITS
        for number, of_one in summed.items():
            yield f"(number {number})", of_one & _64_BITS

    def clear(self, connection: sa.Connection) -> None:
        """Forget all documents, so that they can be added anew."""
        connection.execute(sa.text("INSERT INTO search (search) VALUES ('delete-all')"))
        connection.execute(self._NUMBERS.delete())


def _match(asked: Sequence[Terms]) -> sa.ColumnElement[bool]:
    query = " AND ".join("(" + " OR ".join(f'"{term}"' for term in sorted(word)) + ")" for word in asked)
    return sa.literal_column("search").op("MATCH")(query)


class ArrayTable(SearchIndex):
    """The index in PostgreSQL: each document's terms in an array, with a GIN index over all of them."""

    _ARRAY = sa.ARRAY(sa.Text)
    _TERMS = sa.table("search_document", sa.column("document_id"), sa.column("terms", _ARRAY))

    def add(self, connection: sa.Connection, terms: Mapping[str, Collection[str]]) -> None:
        """Record the terms of documents, given by their ids."""
        rows = [{"document_id": id, "terms": sorted(of_one)} for id, of_one in terms.items()]
        if rows:
            connection.execute(self._TERMS.insert(), rows)

    def holding(self, documents: Documents, asked: Sequence[Terms]) -> Documents:
        """Return what selects of documents those that hold every word that is asked for, by way of the words."""
        if not asked:
            return documents
        return documents.join(self._TERMS, self._TERMS.c.document_id == DOCUMENT.c.id).where(
            *self._held(asked)
        )

    def holding_of_many(self, documents: Documents, asked: Sequence[Terms]) -> Documents:
        """Return the same, each of the documents being looked at: where most of all documents hold the words."""
        if not asked:
            return documents
        # Materialized: otherwise PostgreSQL may fetch all documents with the words, and then see which of them are these.
        these = documents.cte("these").prefix_with("MATERIALIZED", dialect="postgresql")
        held = sa.select(these).join(self._TERMS, self._TERMS.c.document_id == these.c.id)
        return held.where(*self._held(asked))

    def _held(self, asked: Sequence[Terms]) -> list[sa.ColumnElement[bool]]:
        overlaps = self._TERMS.c.terms.bool_op("&&")
        return [overlaps(sa.literal(sorted(word), self._ARRAY)) for word in asked]

    def signatures(self, connection: sa.Connection) -> Iterator[tuple[str, int]]:
        """Yield each document's id and the signature of its terms."""
        for id, terms in connection.execute(sa.select(self._TERMS).execution_options(yield_per=1000)):
            yield id, signature(terms)

    def clear(self, connection: sa.Connection) -> None:
        """Forget all documents, so that they can be added anew."""
        connection.execute(self._TERMS.delete())


def search_index(connection: sa.Connection) -> SearchIndex:
    """Return the index of the database that the connection is to."""
    return FullTextTable() if connection.dialect.name == "sqlite" else ArrayTable()


def index_texts(connection: sa.Connection, texts: Iterable[tuple[str, str, str | None]]) -> None:
    """Index documents, each given as its id, its text and the tag of its language."""
    terms = {id: terms_in(text, language_or_default(tag)) for id, text, tag in texts}
    search_index(connection).add(connection, terms)


def index_all(connection: sa.Connection) -> None:
    """Index every document of the ledger; the index is empty before."""
    statement = sa.text("SELECT id, text, language FROM document WHERE id > :last ORDER BY id LIMIT 200")
    last = ""
    while found := connection.execute(statement, {"last": last}).all():
        index_texts(connection, ((row.id, row.text, row.language) for row in found))
        last = found[-1].id
