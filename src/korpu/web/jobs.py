"""Jobs: documents that somebody gave, read one after another into the ledger while they look on or go elsewhere.

A job is kept in memory only: what it added is in the ledger, and where the application ends, the rest was not added.
"""

from __future__ import annotations

import datetime as dt
import logging
import secrets
import threading
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import msgspec

from korpu.coverage import Coverage, sum_up
from korpu.document import SourceCard
from korpu.dossier.news import PairNews
from korpu.errors import KorpuError, Sentence
from korpu.intake import Failure, Reading
from korpu.ledger.adding import Added
from korpu.ledger.store import Ledger, open_ledger
from korpu.pair_news import pair_news
from korpu.web.given import Given, fetch_given, read_given
from korpu.web.workers import WorkEnded, Workers

MOST_DOCUMENTS = 200
"""Documents of one job."""
MOST_WAITING = 20
"""Jobs that are under way at once; who comes later is told to wait."""
MOST_KEPT = 100
"""Jobs that are remembered, the ended ones among them."""
MOST_NEWS = 6
"""Pairs of states of which a job tells what is new; those that it tells most of."""

Pair = tuple[str, str]

_LOG = logging.getLogger("korpu.web")


class TooManyJobs(KorpuError):
    """So many jobs are under way that no other is begun."""


class Address(msgspec.Struct, frozen=True):
    """A web address that is to be fetched and read."""

    name: str
    card: SourceCard
    encoding: str | None = None


class Outcome(msgspec.Struct, frozen=True):
    """What came of one document.

    Attributes:
        name: what it was called when it was given.
        failure: why it is not in the ledger, a sentence that can be translated; empty where it is.
        added: what adding it came to.
        kinds: the kinds of the claims that were found in it, with how many each, the most first.
        pairs: every two states that they are on.
    """

    name: str
    failure: str = ""
    title: str = ""
    added: Added | None = None
    kinds: tuple[tuple[str, int], ...] = ()
    coverage: Coverage | None = None
    pairs: tuple[Pair, ...] = ()


class Job:
    """One job; its thread adds to it, everybody else only reads it."""

    def __init__(self, owner: str, items: Sequence[Given | Address], begun: dt.datetime) -> None:
        self.id = secrets.token_urlsafe(18)
        self.owner = owner
        self.names = tuple(item.name for item in items)
        self.begun = begun
        self.ended: dt.datetime | None = None
        self.outcomes: list[Outcome] = []
        self.news: tuple[PairNews, ...] = ()
        self.is_done = False

    @property
    def total(self) -> int:
        """How many documents it has."""
        return len(self.names)

    @property
    def reading(self) -> str:
        """The name of the document that is read now; empty where all are."""
        done = len(self.outcomes)
        return self.names[done] if done < self.total else ""

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Every two states that new documents tell of, those that most tell of first."""
        new = (one for one in self.outcomes if one.added and one.added.is_new)
        counts = Counter(pair for one in new for pair in one.pairs)
        return tuple(pair for pair, _ in sorted(counts.items(), key=lambda told: (-told[1], told[0])))


class Jobs:
    """All jobs of a run of the application.

    One document is read at a time, whoever's it is: the other workers are for those who wait for a page.
    """

    def __init__(self, workers: Workers, address: str | Path) -> None:
        self._workers = workers
        self._address = address
        self._turn = threading.Semaphore(1)
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._threads: dict[str, threading.Thread] = {}
        self._is_ended = False

    def begin(self, ledger: Ledger, owner: str, items: Sequence[Given | Address], language: str) -> Job:
        """Begin a job, and return it at once.

        Args:
            ledger: in the name of who adds.
            owner: whose job it is.
            language: of the documents.

        Raises:
            TooManyJobs: others are to be waited for.
        """
        job = Job(owner, items, dt.datetime.now(dt.UTC))
        thread = threading.Thread(
            target=self._run, args=(job, ledger, list(items), language), name=f"job {job.id[:6]}", daemon=True
        )
        with self._lock:
            if sum(not one.is_done for one in self._jobs.values()) >= MOST_WAITING:
                raise TooManyJobs(
                    "{most} jobs are under way already. Try again in some minutes.", most=MOST_WAITING
                )
            self._forget()
            self._jobs[job.id], self._threads[job.id] = job, thread
            thread.start()
        return job

    def find(self, id: str, owner: str) -> Job | None:
        """Return a job of its owner's; None where there is none, or it is another's."""
        job = self._jobs.get(id)
        return job if job is not None and job.owner == owner else None

    def of(self, owner: str) -> tuple[Job, ...]:
        """Return the jobs of an owner, the latest first."""
        return tuple(job for job in reversed(list(self._jobs.values())) if job.owner == owner)

    def end(self) -> None:
        """End all jobs: the document that is being recorded is, the others are not added. Ends the workers, too."""
        self._is_ended = True
        self._workers.end()
        for thread in list(self._threads.values()):
            thread.join(timeout=30)

    def _forget(self) -> None:
        """Forget ended jobs where there are too many; the oldest go first."""
        ended = [id for id, job in self._jobs.items() if job.is_done]
        for id in ended[: max(0, len(self._jobs) + 1 - MOST_KEPT)]:
            del self._jobs[id], self._threads[id]

    def _run(self, job: Job, ledger: Ledger, items: list[Given | Address], language: str) -> None:
        try:
            while items and not self._is_ended:
                item = items.pop(0)  # what was read need not be kept in memory
                job.outcomes.append(self._outcome(ledger, item, language))
            job.ended = dt.datetime.now(dt.UTC)
            job.news = tuple(self._news(job))
        except WorkEnded:
            pass
        finally:
            job.is_done = True

    def _outcome(self, ledger: Ledger, item: Given | Address, language: str) -> Outcome:
        """Read one document into the ledger; whatever is wrong with it stays its own."""
        try:
            return self._add(ledger, item, language)
        except WorkEnded:
            raise
        except KorpuError as error:
            return Outcome(item.name, Sentence("{name}: {why}", name=item.name, why=error.sentence))
        except Exception:
            _LOG.exception("a document could not be added")
            return Outcome(
                item.name,
                Sentence("{name}: Körpü failed at it. What failed is in the server’s log.", name=item.name),
            )

    def _add(self, ledger: Ledger, item: Given | Address, language: str) -> Outcome:
        given = fetch_given(item.name, item.card, item.encoding) if isinstance(item, Address) else item
        if isinstance(given, Failure):
            return Outcome(item.name, given.message)
        with self._turn:
            read = self._workers.run(read_given, given, language, is_long=True)
        if isinstance(read, Failure):
            return Outcome(item.name, read.message)
        coverage = sum_up(read.covered)
        return outcome_of(item.name, read, coverage, ledger.add(read.document, read.claims, coverage))

    def _news(self, job: Job) -> list[PairNews]:
        """What is new on the states that the job tells most of."""
        told = []
        for pair in job.pairs[:MOST_NEWS]:
            with self._turn:
                try:
                    given = (self._address, pair, job.begun, job.ended)
                    told.append(self._workers.run(news_at, *given, is_long=True, about=pair))
                except WorkEnded:
                    raise
                except Exception:
                    _LOG.exception("what is new could not be told")
        return told


def outcome_of(name: str, read: Reading, coverage: Coverage, added: Added) -> Outcome:
    """Return what came of a document that was read and added."""
    kinds = Counter(claim.kind for claim in read.claims)
    pairs = {pair for claim in read.claims for pair in combinations(claim.parties, 2)}
    return Outcome(
        name,
        title=read.document.card.title or "",
        added=added,
        kinds=tuple(sorted(kinds.items(), key=lambda one: (-one[1], one[0]))),
        coverage=coverage,
        pairs=tuple(sorted(pairs)),
    )


def news_at(
    address: str | Path,
    pair: Pair,
    since: dt.datetime,
    until: dt.datetime | None,
    as_of: dt.date | None = None,
) -> PairNews:
    """Return what is new on two states in the ledger at an address. Workers run this."""
    with open_ledger(address, create=False) as ledger:
        day = as_of or (until or dt.datetime.now(dt.UTC)).date()
        return pair_news(ledger, pair, since, until, day)
