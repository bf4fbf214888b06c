import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from korpu.accounts import open_accounts
from korpu.accounts.account import Role
from korpu.accounts.errors import AccountError, AccountsOpenToAll, AccountsTooNew, NoAccounts, NotAccounts
from korpu.accounts.schema import ACCOUNT, STEPS
from korpu.accounts.store import Accounts
from korpu.ledger.errors import NotALedger
from korpu.ledger.store import open_ledger


def test_a_file_that_is_not_there_is_told_with_what_makes_it(path: Path) -> None:
    with pytest.raises(NoAccounts, match="korpu user add NAME --role administrator"):
        open_accounts(path)
    assert not path.exists()


def test_a_file_is_made_in_a_folder_that_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "accounts"
    with open_accounts(path, create=True) as accounts:
        assert accounts.is_empty() and accounts.list() == []
    assert path.parent.stat().st_mode & 0o077 == 0


def test_what_was_added_is_there_when_opened_again(path: Path) -> None:
    with open_accounts(path, create=True) as accounts:
        added = accounts.add("Aytən", Role.EDITOR, "on iki at su içir")
    with open_accounts(path) as accounts:
        assert accounts.list() == [added] and not accounts.is_empty()
        assert accounts.verify("aytən", "on iki at su içir") == added


def test_a_file_that_others_may_read_is_not_opened(accounts: Accounts, path: Path) -> None:
    path.chmod(0o640)
    with pytest.raises(AccountsOpenToAll, match=f"chmod 600 {path}"):
        open_accounts(path)


def test_a_ledger_is_no_file_of_accounts_and_the_other_way_round(
    accounts: Accounts, tmp_path: Path, path: Path
) -> None:
    ledger = tmp_path / "ledger.sqlite"
    with open_ledger(ledger):
        pass
    ledger.chmod(0o600)
    before = ledger.read_bytes()
    with pytest.raises(NotAccounts, match="such as a ledger"):
        open_accounts(ledger, create=True)
    assert ledger.read_bytes() == before
    with pytest.raises(NotALedger), open_ledger(path):
        pass


def test_a_text_is_no_file_of_accounts(path: Path) -> None:
    path.write_text("Aytən: parol", encoding="utf-8")
    path.chmod(0o600)
    with pytest.raises(NotAccounts, match="Nothing was written"):
        open_accounts(path, create=True)


def test_a_damaged_file_is_told(accounts: Accounts, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 4000)
    with pytest.raises(AccountError):
        open_accounts(path)


def test_a_folder_is_no_file_of_accounts(tmp_path: Path) -> None:
    with pytest.raises(NotAccounts, match="is a folder"):
        open_accounts(tmp_path, create=True)


def test_the_file_of_a_newer_version_is_left_alone(accounts: Accounts, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    with pytest.raises(AccountsTooNew, match="newer Körpü"):
        open_accounts(path)


def test_the_steps_lead_to_the_table_as_it_is_described(accounts: Accounts, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(account)")]
    assert columns == [column.name for column in ACCOUNT.columns]
