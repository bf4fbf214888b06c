"""Searching: which documents, claims and names of a ledger hold words, now or as of any instant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from korpu.ledger.history import HistoryLedger
from korpu.ledger.latest import Place
from korpu.ledger.named import Named, find_named
from korpu.ledger.search import Hit, HitsPage, Within, find_hits, find_page


class SearchingLedger(HistoryLedger):
    """What a ledger finds by words."""

    def search(
        self,
        words: str,
        parties: Iterable[str] = (),
        kind: str | None = None,
        known_at: dt.datetime | None = None,
        limit: int | None = 20,
        as_of: dt.date | None = None,
        after: Place | None = None,
    ) -> list[Hit]:
        """Return the documents that hold all these words in whatever form, the latest published first.

        Args:
            parties, kind: only documents with a claim on all of these, and of this kind, whose quote holds the words.
            known_at: as for `claims`.
            limit: how many documents at most; None for all.
            as_of: leave out claims that tell of times later than that day; of a document that was published later, all
                but the sentences of such claims as are left.
            after: the place of the last document of those before (`Hit.place`), None for the first.

        Raises:
            NoWords: there is no word to search for.
        """
        with self._database.reading() as connection:
            return find_hits(connection, words, Within(tuple(parties), kind, known_at, as_of), limit, after)

    def search_page(
        self,
        words: str,
        parties: Iterable[str] = (),
        kind: str | None = None,
        known_at: dt.datetime | None = None,
        limit: int = 20,
        as_of: dt.date | None = None,
        after: Place | None = None,
    ) -> HitsPage:
        """Return what `search` does with the place from which to go on; no more than some thousand documents are looked at.

        Args: as for `search`.

        Raises:
            NoWords: there is no word to search for.
        """
        with self._database.reading() as connection:
            return find_page(connection, words, Within(tuple(parties), kind, known_at, as_of), limit, after)

    def find_entities(
        self,
        words: str,
        parties: Iterable[str] = (),
        kind: str | None = None,
        known_at: dt.datetime | None = None,
        limit: int = 20,
        as_of: dt.date | None = None,
    ) -> list[Named]:
        """Return the names of persons, organisations, agreements, projects and places that hold all these words in whatever form.

        Those that most claims have come first. Only the latest documents that hold the words are looked at
        (`korpu.ledger.named.DOCUMENTS`), so that a common name takes no longer than a rare one.

        Args:
            parties, kind: only names in claims on all of these, and of this kind.
            known_at, as_of: as for `claims`.

        Raises:
            NoWords: there is no word to search for.
        """
        with self._database.reading() as connection:
            return find_named(connection, words, Within(tuple(parties), kind, known_at, as_of), limit)
