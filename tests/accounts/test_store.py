import stat
import threading
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from korpu.accounts.account import Role
from korpu.accounts.errors import (
    BadName,
    BadPassword,
    LastAdministrator,
    NameTaken,
    NoSuchAccount,
)
from korpu.accounts.hashing import Hashing
from korpu.accounts.opening import opened
from korpu.accounts.store import Accounts
from tests.accounts.conftest import QUICK

PASSWORD = "on iki at su içir"


def test_who_was_added_may_log_in_whatever_the_capitals(accounts: Accounts) -> None:
    added = accounts.add(" Aytən ", Role.EDITOR, PASSWORD)
    assert (added.name, added.role, added.is_active) == ("Aytən", Role.EDITOR, True)
    for name in ("Aytən", "AYTƏN", "aytən"):
        assert accounts.verify(name, PASSWORD) == added
    assert accounts.get("aytən") == added
    assert accounts.list() == [added]


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("Aytən", "on iki at su içdi"),
        ("Aytən", ""),
        ("Aytən", PASSWORD + "\0"),
        ("Aytən", "a\ud800" * 9),
        ("Aytən", "x" * 100_000),
        ("Orxan", PASSWORD),
        ("", PASSWORD),
        ("\ud800", PASSWORD),
        ("Aytən' OR 1=1 --", PASSWORD),
    ],
)
def test_nobody_else_may(accounts: Accounts, name: str, password: str) -> None:
    accounts.add("Aytən", Role.EDITOR, PASSWORD)
    assert accounts.verify(name, password) is None


def test_a_password_is_the_same_however_the_keyboard_composes_it(accounts: Accounts) -> None:
    accounts.add("Aytən", Role.READER, "gu\u0308n do\u0308g\u0306du bizim")
    assert accounts.verify("Aytən", "gün döğdu bizim")


def test_a_long_password_is_looked_at_whole(accounts: Accounts) -> None:
    long = "söz " * 127 + "sonu"
    accounts.add("Aytən", Role.READER, long)
    assert accounts.verify("Aytən", long)
    assert accounts.verify("Aytən", long + "!") is None
    assert accounts.verify("Aytən", long[:-1]) is None


class Counting(PasswordHasher):
    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=64, parallelism=1)
        self.looked_at: list[str | bytes] = []

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:
        self.looked_at.append(hash)
        return super().verify(hash, password)


def test_a_name_that_there_is_not_takes_as_long_as_a_wrong_password(path: Path) -> None:
    counting = Counting()
    with opened(path, True, Hashing(counting)) as accounts:
        accounts.add("Aytən", Role.ADMINISTRATOR, PASSWORD)
        accounts.add("Orxan", Role.READER, PASSWORD)
        accounts.remove("Orxan")
        for name in ("Aytən", "Orxan", "Kənan"):
            counting.looked_at.clear()
            assert accounts.verify(name, "a wrong password") is None
            (hash,) = counting.looked_at
            assert "$m=64,t=1,p=1$" in str(hash)


def test_a_hash_is_made_anew_where_more_effort_is_asked_for(path: Path) -> None:
    with opened(path, True, Hashing(QUICK)) as accounts:
        accounts.add("Aytən", Role.READER, PASSWORD)
    assert b"$m=64,t=1,p=1$" in path.read_bytes()
    with opened(
        path, False, Hashing(PasswordHasher(time_cost=1, memory_cost=128, parallelism=1))
    ) as accounts:
        assert accounts.verify("Aytən", "a wrong password") is None
        assert b"$m=128,t=1,p=1$" not in path.read_bytes()
        before = accounts.get("Aytən")
        assert accounts.verify("Aytən", PASSWORD) == before == accounts.get("Aytən")
        assert b"$m=128,t=1,p=1$" in path.read_bytes()
    with opened(path, False, Hashing(QUICK)) as accounts:
        assert accounts.verify("Aytən", PASSWORD)
        assert b"$m=64,t=1,p=1$" not in path.read_bytes()


def test_a_password_that_was_changed_ends_what_was_granted_before(accounts: Accounts) -> None:
    before = accounts.add("Aytən", Role.READER, PASSWORD)
    after = accounts.set_password("AYTƏN", "başqa bir cümlə")
    assert after.epoch > before.epoch
    assert accounts.verify("Aytən", PASSWORD) is None
    assert accounts.verify("Aytən", "başqa bir cümlə") == after
    with pytest.raises(BadPassword):
        accounts.set_password("Aytən", "qısa")


def test_a_removed_account_lets_nobody_in_and_its_name_may_be_given_again(
    accounts: Accounts, path: Path
) -> None:
    before = accounts.add("Aytən", Role.READER, PASSWORD)
    accounts.remove("aytən")
    assert accounts.get("Aytən") is None
    assert accounts.verify("Aytən", PASSWORD) is None
    assert [account.is_active for account in accounts.list()] == [False]
    for change in (accounts.remove, accounts.require, lambda name: accounts.set_role(name, Role.EDITOR)):
        with pytest.raises(NoSuchAccount, match="no account «Aytən»"):
            change("Aytən")
    again = accounts.add("AYTƏN", Role.EDITOR, "başqa bir cümlə")
    assert (again.name, again.role, again.made_at) == ("Aytən", Role.EDITOR, before.made_at)
    assert again.epoch > before.epoch + 1
    assert accounts.verify("Aytən", "başqa bir cümlə") == again


def test_the_hash_of_a_removed_account_is_gone_from_the_file(accounts: Accounts, path: Path) -> None:
    accounts.add("Aytən", Role.READER, PASSWORD)
    hash = b"$argon2id$"
    assert hash in path.read_bytes()
    accounts.remove("Aytən")
    assert hash not in path.read_bytes()


def test_the_only_administrator_stays_one(accounts: Accounts) -> None:
    accounts.add("Aytən", Role.ADMINISTRATOR, PASSWORD)
    accounts.add("Orxan", Role.EDITOR, PASSWORD)
    with pytest.raises(LastAdministrator, match="«Aytən» is the only administrator"):
        accounts.remove("aytən")
    with pytest.raises(LastAdministrator):
        accounts.set_role("Aytən", Role.EDITOR)
    assert accounts.set_role("Orxan", Role.ADMINISTRATOR).role is Role.ADMINISTRATOR
    accounts.remove("Aytən")
    with pytest.raises(LastAdministrator):
        accounts.remove("Orxan")


@pytest.mark.parametrize(
    ("name", "password", "error"),
    [("AYTƏN", PASSWORD, NameTaken), ("a\nb", PASSWORD, BadName), ("Orxan", "qısa", BadPassword)],
)
def test_an_account_that_none_may_have_is_not_made(
    accounts: Accounts, name: str, password: str, error: type[Exception]
) -> None:
    accounts.add("Aytən", Role.READER, PASSWORD)
    with pytest.raises(error):
        accounts.add(name, Role.READER, password)
    assert [account.name for account in accounts.list()] == ["Aytən"]


def test_several_may_change_and_look_at_once(accounts: Accounts) -> None:
    failed: list[BaseException] = []

    def work(number: int) -> None:
        try:
            accounts.add(f"Nəfər {number}", Role.READER, PASSWORD)
            assert accounts.verify(f"nəfər {number}", PASSWORD)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed and len(accounts.list()) == 12


def test_nobody_else_on_the_machine_may_read_the_file(accounts: Accounts, path: Path) -> None:
    accounts.add("Aytən", Role.READER, PASSWORD)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert PASSWORD.encode() not in path.read_bytes()
