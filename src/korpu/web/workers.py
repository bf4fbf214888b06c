"""Workers: processes of their own that do what takes long, so that nobody who only wants a page waits for it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Hashable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from korpu.collecting import collect_seldom
from korpu.errors import KorpuError

MOST_WORKERS = 3
MOST_WAITING = 24
"""Pieces of short work that wait for a worker; who asks for one more is told to come back."""
YIELDING = 10
"""How far the workers that do what takes long stand back where the machine has more to do than it can: 19 is furthest."""
LONGEST = 600.0
"""Seconds after which a piece of work is given up; a document of the size that may be uploaded takes some of them."""
_SPAWN = multiprocessing.get_context("spawn")

Made = TypeVar("Made")


class WorkLost(KorpuError):
    """A worker ended, or was ended, before it was done."""


class Busy(KorpuError):
    """So many wait for a worker already that nobody else can."""


class WorkEnded(KorpuError):
    """The application ends, and does nothing more."""


class WorkFailed(Exception):
    """What was done by a worker raised; the message is its traceback."""


class Workers:
    """A few processes, begun when they are first needed. Any number of threads may ask; each waits for its turn.

    Where there are several, the first does what is soon done, and nothing that takes long.

    Functions that they run, what these are given and what they return are pickled: functions of modules, frozen values.

    Args:
        yielding: how far those that do what takes long stand back.
    """

    def __init__(self, most: int = MOST_WORKERS, yielding: int = YIELDING) -> None:
        self._workers = [_Worker(yielding if most == 1 or number > 0 else 0) for number in range(most)]
        self._idle = list(self._workers)
        self._waiting = 0
        self._change = threading.Condition()
        self._is_ended = False

    def run(
        self,
        function: Callable[..., Made],
        *given: Any,
        longest: float = LONGEST,
        is_long: bool = False,
        about: Hashable = None,
    ) -> Made:
        """Return what the function returns when a worker runs it.

        Args:
            longest: seconds after which it is given up.
            is_long: whether it may take many seconds.
            about: what it is about; of several workers one that did work about the same is asked.

        Raises:
            WorkLost: it took longer, or the worker's process was ended from without.
            WorkEnded: the application ends.
            Busy: too many wait already, and it is short work.
            WorkFailed: the function raised.
        """
        worker = self._take(is_long, about)
        try:
            is_done, answer = worker.run(function, given, longest)
        except EOFError:
            self._check()
            raise WorkLost(
                "The process that worked on it ended before it was done; perhaps there was too little memory."
            ) from None
        except TimeoutError:
            raise WorkLost(
                "It took longer than {minutes} minutes and was given up.", minutes=f"{longest / 60:.0f}"
            ) from None
        finally:
            self._give_back(worker)
        if not is_done:
            raise WorkFailed(answer)
        made: Made = answer
        return made

    def warm(self, function: Callable[[], object]) -> None:
        """Begin the workers that have not begun, without waiting; each runs the function, which loads what it needs."""
        with self._change:
            cold = [worker for worker in self._idle if not worker.has_begun]
            self._idle = [worker for worker in self._idle if worker.has_begun]
        for worker in cold:
            threading.Thread(target=self._warm, args=(worker, function), daemon=True).start()

    def end(self) -> None:
        """End the processes, whatever they do; who waits for them is told by `WorkEnded`."""
        with self._change:
            self._is_ended = True
            self._change.notify_all()
        for worker in self._workers:
            worker.end()

    def _warm(self, worker: _Worker, function: Callable[[], object]) -> None:
        try:
            worker.run(function, (), LONGEST)
        except (EOFError, TimeoutError):
            pass  # it is begun again when it is asked for something
        finally:
            self._give_back(worker)

    def _take(self, is_long: bool, about: Hashable) -> _Worker:
        """Wait until a worker that does such work is idle."""
        with self._change:
            if not is_long and self._waiting >= MOST_WAITING:
                raise Busy("Körpü has too much to do just now. Try again in a minute.")
            self._waiting += not is_long
            try:
                self._change.wait_for(lambda: self._fitting(is_long) or self._is_ended)
            finally:
                self._waiting -= not is_long
            self._check()
            worker = min(self._fitting(is_long), key=lambda one: (one.about != about, not one.has_begun))
            worker.about = about
            self._idle.remove(worker)
            return worker

    def _fitting(self, is_long: bool) -> list[_Worker]:
        """The idle workers that do such work."""
        return [
            worker for worker in self._idle if bool(worker.yielding) == is_long or len(self._workers) == 1
        ]

    def _give_back(self, worker: _Worker) -> None:
        with self._change:
            self._idle.append(worker)
            self._change.notify_all()

    def _check(self) -> None:
        if self._is_ended:
            raise WorkEnded("Körpü is being ended, and does nothing more.")


class _Worker:
    """One process, which does one thing at a time; begun anew where it has ended.

    Attributes:
        yielding: how far it stands back for others; 0, where it does not, and does nothing that takes long.
        about: what its last work was about.
    """

    def __init__(self, yielding: int) -> None:
        self.yielding = yielding
        self.about: Hashable = None
        self._begun: tuple[BaseProcess, Connection] | None = None
        self._is_ended = False
        self._beginning = threading.Lock()

    @property
    def has_begun(self) -> bool:
        return self._begun is not None

    def run(self, function: Callable[..., Any], given: tuple[Any, ...], longest: float) -> tuple[bool, Any]:
        """Return whether it was done, and what it returned, or the traceback.

        Raises:
            EOFError: the process ended.
            TimeoutError: it took too long; the process was ended.
        """
        connection = self._begin()
        try:
            connection.send((function, given))
            if not connection.poll(longest):
                self._stop()
                raise TimeoutError
            answer: tuple[bool, Any] = connection.recv()
            return answer
        except (EOFError, OSError) as error:
            if isinstance(error, TimeoutError):
                raise
            self._stop()
            raise EOFError from None

    def end(self) -> None:
        with self._beginning:
            self._is_ended = True
        self._stop()

    def _begin(self) -> Connection:
        with self._beginning:
            if self._is_ended:
                raise EOFError
            if self._begun is not None and not self._begun[0].is_alive():
                self._begun = None  # it was ended from without while it had nothing to do
            if self._begun is None:
                ours, theirs = _SPAWN.Pipe()
                given = (theirs, self.yielding)
                process = _SPAWN.Process(target=_work, args=given, daemon=True, name="korpu-worker")
                process.start()
                theirs.close()
                self._begun = process, ours
            return self._begun[1]

    def _stop(self) -> None:
        with self._beginning:
            begun, self._begun = self._begun, None
        if begun is not None:
            process, _ = begun
            process.kill()  # it only reads
            process.join()


def _work(asked: Connection, yielding: int) -> None:
    """Do what is asked, one thing after another, until nobody can ask any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the application, which ends its workers
    collect_seldom()
    if yielding and hasattr(os, "nice"):
        os.nice(yielding)
    while True:
        try:
            function, given = asked.recv()
        except EOFError:
            return
        try:
            answer = True, function(*given)
        except Exception:
            answer = False, traceback.format_exc()
        asked.send(answer)
