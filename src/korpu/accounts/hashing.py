"""Hashes of passwords: argon2id, as many at a time as memory allows."""

from __future__ import annotations

import threading

from argon2 import Parameters, PasswordHasher, extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError

from korpu.accounts.account import clean_password

_AT_A_TIME = 2
"""Each takes 64 MB: fifty who log in at once would take three gigabytes. The others wait, some tenths of a second."""


class Hashing:
    """Makes and checks hashes. Its methods may be called from several threads."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """Use these parameters of argon2, else those that RFC 9106 recommends where memory is scarce."""
        self._hasher = hasher or PasswordHasher()
        self._turns = threading.BoundedSemaphore(_AT_A_TIME)
        self._of_nobody = self.hash("the hash that is checked where there is no account")

    def hash(self, password: str) -> str:
        """Return a hash of the password, with its parameters and a salt in it."""
        with self._turns:
            return self._hasher.hash(clean_password(password))

    def is_right(self, password: str, hash: str | None) -> bool:
        """Whether the hash is the password's. Where there is no hash, the answer takes as long all the same."""
        with self._turns:
            try:
                self._hasher.verify(hash or self._of_nobody, clean_password(password))
            except (VerificationError, InvalidHashError, UnicodeError):
                return False
        return hash is not None

    def is_weak(self, hash: str) -> bool:
        """Whether a hash was made with less effort than one of now; one that took more is none."""
        then, now = extract_parameters(hash), self._parameters
        return (
            then.type != now.type
            or (then.time_cost, then.version) < (now.time_cost, now.version)
            or then.memory_cost < now.memory_cost
            or then.hash_len < now.hash_len
        )

    @property
    def _parameters(self) -> Parameters:
        return extract_parameters(self._of_nobody)
