"""What became of each sentence of a document: it is not stored, so the document is read again, by a worker, and kept.

Reading takes seconds where a text is long, and all of a processor; so one document is read after another, and who asks is told
when it is not done yet.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet

from korpu.coverage import Covered
from korpu.document import Document
from korpu.errors import KorpuError
from korpu.web.workers import Workers, WorkFailed

MOST_KEPT = 500
MOST_WAITING = 20
"""Documents that wait to be read; who asks for one more is told to ask again."""

Sentences = tuple[Covered, ...]


def cover_document(document: Document) -> Sentences:
    """Return what the reader makes of each sentence of a document."""
    from korpu.languages import language_or_default
    from korpu.reading.read import read_with_coverage

    _, covered = read_with_coverage(document, language_or_default(document.card.language).tag)
    return tuple(covered)


class Rereader:
    """Has documents read again and keeps what came of their sentences; of many, the least lately asked for goes first.

    The reader's version is that of the program that runs: what was kept goes with it.
    """

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        # One at a time: the other workers are for those who wait for a page.
        self._turns = ThreadPoolExecutor(1, "korpu-rereader")
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Future[Sentences]] = OrderedDict()

    def covered(self, id: str, document: Document, wait: float) -> Sentences | None:
        """Return what became of each sentence, in the order of the text; None where that is not known yet.

        Args:
            id: the document's.
            wait: seconds to wait for it at most; with 0 it is not read where nobody asked before.

        Raises:
            korpu.web.workers.WorkFailed: the reader failed at it; it is not tried again. Not raised with `wait` 0.
            korpu.web.workers.WorkLost: it took too long, or the worker ended; the next who asks has it tried again.
        """
        future = self._future(id, document, begin=wait > 0)
        if future is None:
            return None
        try:
            return future.result(timeout=wait)
        except NotYet:
            return None
        except (KorpuError, WorkFailed) as error:
            if isinstance(error, KorpuError):
                with self._lock:
                    self._kept.pop(id, None)
            if wait > 0:
                raise
            return None  # a page is shown without it, and whoever asks for it alone is told

    def _future(self, id: str, document: Document, begin: bool) -> Future[Sentences] | None:
        with self._lock:
            if id in self._kept:
                self._kept.move_to_end(id)
                return self._kept[id]
            waiting = sum(not future.done() for future in self._kept.values())
            if not begin or waiting >= MOST_WAITING:
                return None
            self._kept[id] = self._turns.submit(self._cover, document)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            return self._kept[id]

    def _cover(self, document: Document) -> Sentences:
        return self._workers.run(cover_document, document, is_long=True)

    def end(self) -> None:
        """Read no more; to be called before the workers are ended."""
        self._turns.shutdown(wait=False, cancel_futures=True)
