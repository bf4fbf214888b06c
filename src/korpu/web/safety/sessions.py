"""Sessions: who has logged in, and since when. They are in memory, so that none outlives the server, and no file has one."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable

import msgspec

from korpu.accounts.account import Account, key_of

IDLE_SECONDS = 2 * 60 * 60
"""After so long without a request a session ends: a desk is left for lunch, not for the night."""
WHOLE_SECONDS = 12 * 60 * 60
"""After so long a session ends in any case: a working day."""
MOST_OF_ONE = 20
"""Sessions that one account has at a time; the oldest ends when another begins."""

Seconds = Callable[[], float]


class Session(msgspec.Struct, frozen=True):
    """That somebody has logged in.

    Attributes:
        id: the secret that the browser shows; it tells nothing, and is in no log.
        name: the account's name.
        epoch: the account's when it began; where the account has another now, the session is none any more.
    """

    id: str
    name: str
    epoch: int


class _Times(msgspec.Struct):
    session: Session
    begun: float
    seen: float


class Sessions:
    """The sessions of one server. Its methods may be called from several threads."""

    def __init__(self, clock: Seconds = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        # By a digest: how long a look takes then says nothing of the ids that there are.
        self._known: dict[str, _Times] = {}

    def begin(self, account: Account) -> Session:
        """Return a new session of the account, of an id that nobody can have known before."""
        session = Session(secrets.token_urlsafe(32), account.name, account.epoch)
        with self._lock:
            now = self._clock()
            self._forget(now)
            of_one = [digest for digest, times in self._known.items() if _is_of(times, account.name)]
            for digest in of_one[: max(0, len(of_one) - MOST_OF_ONE + 1)]:
                del self._known[digest]
            self._known[_digest(session.id)] = _Times(session, now, now)
        return session

    def find(self, id: str) -> Session | None:
        """Return the session of that id, which goes on; None where there is none, or none any more."""
        with self._lock:
            now = self._clock()
            times = self._known.get(_digest(id))
            if times is None:
                return None
            if _is_over(times, now):
                del self._known[_digest(id)]
                return None
            times.seen = now
            return times.session

    def end(self, id: str) -> None:
        """End a session, where there is one of that id."""
        with self._lock:
            self._known.pop(_digest(id), None)

    def __len__(self) -> int:
        with self._lock:
            self._forget(self._clock())
            return len(self._known)

    def _forget(self, now: float) -> None:
        for digest in [digest for digest, times in self._known.items() if _is_over(times, now)]:
            del self._known[digest]


def _digest(id: str) -> str:
    return hashlib.sha256(id.encode("utf-8", "replace")).hexdigest()


def _is_over(times: _Times, now: float) -> bool:
    return now - times.seen > IDLE_SECONDS or now - times.begun > WHOLE_SECONDS


def _is_of(times: _Times, name: str) -> bool:
    return key_of(times.session.name) == key_of(name)
