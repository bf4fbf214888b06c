"""The accounts of one file: who there is, who may what, and whether a password is somebody's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import sqlalchemy as sa

from korpu.accounts.account import LONGEST_PASSWORD, Account, Role, check_password, clean_name, key_of
from korpu.accounts.errors import AccountError, LastAdministrator, NameTaken, NoSuchAccount
from korpu.accounts.hashing import Hashing
from korpu.accounts.schema import ACCOUNT

Clock = Callable[[], dt.datetime]


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Accounts:
    """The accounts of one file. Its methods may be called from several threads; names are found without regard to case.

    Raises:
        AccountError: (any method) the file cannot be read or written to, or another program holds it too long.
    """

    def __init__(self, path: Path, engine: sa.Engine, hashing: Hashing, clock: Clock = _now) -> None:
        """Take a file that is whole and of today's schema; `open_accounts` sees to that."""
        self.path = path
        self._engine = engine
        self._hashing = hashing
        self._clock = clock

    def list(self) -> list[Account]:
        """Return all accounts by name, the removed ones, too."""
        with self._reading() as connection:
            return [_account(row) for row in connection.execute(sa.select(ACCOUNT).order_by(ACCOUNT.c.key))]

    def get(self, name: str) -> Account | None:
        """Return the account of that name; None where there is none, or where it was removed."""
        with self._reading() as connection:
            row = _row(connection, key_of(name))
        return _account(row) if row is not None and row.is_active else None

    def require(self, name: str) -> Account:
        """Return the account of that name.

        Raises:
            NoSuchAccount: there is none, or it was removed.
        """
        with self._reading() as connection:
            return _account(_found(connection, name))

    def check_free(self, name: str) -> None:
        """Return where an account of that name may be made.

        Raises:
            NameTaken: there is one.
        """
        if before := self.get(name):
            raise NameTaken("There is an account «{name}» already.", name=before.name)

    def is_empty(self) -> bool:
        """Whether nobody may log in."""
        return not any(account.is_active for account in self.list())

    def add(self, name: str, role: Role, password: str) -> Account:
        """Make an account and return it. The name of a removed one may be given again, to who had it before.

        Raises:
            BadName, BadPassword: see `clean_name` and `check_password`.
            NameTaken: there is one of that name.
        """
        name = clean_name(name)
        check_password(password, name)
        hash = self._hashing.hash(password)
        with self._writing() as connection:
            before = _row(connection, key_of(name))
            if before is None:
                account = Account(name, role, self._clock())
                connection.execute(ACCOUNT.insert().values(key=key_of(name), hash=hash, **_values(account)))
                return account
            if before.is_active:
                raise NameTaken("There is an account «{name}» already.", name=before.name)
            _change(connection, before, role=role.value, hash=hash, is_active=True, epoch=before.epoch + 1)
            return _account(_found(connection, name))

    def set_role(self, name: str, role: Role) -> Account:
        """Give the account another role; what its owner may do changes at once.

        Raises:
            NoSuchAccount: there is none of that name, or it was removed.
            LastAdministrator: it is the only administrator's.
        """
        with self._writing() as connection:
            row = _found(connection, name)
            if role is not Role.ADMINISTRATOR:
                _check_another_administrator(connection, row)
            _change(connection, row, role=role.value)
            return _account(_found(connection, name))

    def set_password(self, name: str, password: str) -> Account:
        """Give the account another password, and end all of its sessions.

        Raises:
            NoSuchAccount: there is none of that name, or it was removed.
            BadPassword: see `check_password`.
        """
        with self._reading() as connection:
            check_password(password, _found(connection, name).name)
        hash = self._hashing.hash(password)
        with self._writing() as connection:
            row = _found(connection, name)
            _change(connection, row, hash=hash, epoch=row.epoch + 1)
            return _account(_found(connection, name))

    def remove(self, name: str) -> None:
        """Remove the account: nobody may log in with it any more, and its sessions end.

        Raises:
            NoSuchAccount: there is none of that name, or it was removed before.
            LastAdministrator: it is the only administrator's.
        """
        with self._writing() as connection:
            row = _found(connection, name)
            _check_another_administrator(connection, row)
            # The hash goes with it: a password must not be found in a file that has no use for it.
            _change(connection, row, is_active=False, hash="", epoch=row.epoch + 1)

    def verify(self, name: str, password: str) -> Account | None:
        """Return the account where the password is its own, else None; both take as long, whether there is one or not.

        Where argon2 is asked for more effort now than when the password was set, its hash is made anew.
        """
        with self._reading() as connection:
            row = _row(connection, key_of(name))
        hash = row.hash if row is not None and row.is_active and row.hash else None
        # No password is longer: what is, would only take time to look at.
        if not self._hashing.is_right(password[: LONGEST_PASSWORD + 1], hash) or row is None or not hash:
            return None
        if self._hashing.is_weak(hash):
            self._strengthen(row.key, hash, password)
        return _account(row)

    def _strengthen(self, key: str, hash: str, password: str) -> None:
        stronger = self._hashing.hash(password)
        with self._writing() as connection:
            # Where the password was changed meanwhile, the hash is another, and stays.
            of_it = (ACCOUNT.c.key == key) & (ACCOUNT.c.hash == hash)
            connection.execute(ACCOUNT.update().where(of_it).values(hash=stronger))

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._telling(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with (
            self._telling(),
            self._engine.connect().execution_options(begin="BEGIN IMMEDIATE") as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except sa.exc.DBAPIError as error:
            raise AccountError(
                f"{self.path}: the accounts could not be read or changed ({error.orig})."
            ) from None


def _row(connection: sa.Connection, key: str) -> sa.Row[Any] | None:
    if not key.isprintable():
        return None  # as no name is, and half a surrogate pair is none for SQLite
    return connection.execute(sa.select(ACCOUNT).where(ACCOUNT.c.key == key)).one_or_none()


def _found(connection: sa.Connection, name: str) -> sa.Row[Any]:
    row = _row(connection, key_of(name))
    if row is None or not row.is_active:
        raise NoSuchAccount("There is no account «{name}».", name=name)
    return row


def _check_another_administrator(connection: sa.Connection, row: sa.Row[Any]) -> None:
    others = sa.select(ACCOUNT.c.key).where(
        ACCOUNT.c.is_active, ACCOUNT.c.role == Role.ADMINISTRATOR.value, ACCOUNT.c.key != row.key
    )
    if row.role == Role.ADMINISTRATOR.value and connection.execute(others).first() is None:
        raise LastAdministrator(
            "«{name}» is the only administrator. Make somebody else one first.", name=row.name
        )


def _change(connection: sa.Connection, row: sa.Row[Any], **values: object) -> None:
    connection.execute(ACCOUNT.update().where(ACCOUNT.c.key == row.key).values(**values))


def _values(account: Account) -> dict[str, object]:
    return {
        "name": account.name,
        "role": account.role.value,
        "made_at": account.made_at.isoformat(),
        "is_active": account.is_active,
        "epoch": account.epoch,
    }


def _account(row: sa.Row[Any]) -> Account:
    return Account(
        row.name, Role(row.role), dt.datetime.fromisoformat(row.made_at), bool(row.is_active), row.epoch
    )
