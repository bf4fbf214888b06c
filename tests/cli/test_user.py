import json
import stat
from pathlib import Path

import pytest
from click.testing import Result

from korpu.accounts import open_accounts
from tests.cli.conftest import Run

PASSWORD = "on iki at su içir"


@pytest.fixture(autouse=True)
def accounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "accounts"
    monkeypatch.setenv("KORPU_ACCOUNTS", str(path))
    return path


def typed(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def add(run: Run, name: str, role: str) -> Result:
    return run("user", "add", name, "--role", role, "--password-stdin", stdin=typed(PASSWORD))


def test_a_password_is_asked_for_twice_and_not_shown(run: Run, accounts: Path) -> None:
    result = run("user", "add", "Aytən", "--role", "editor", stdin=typed(PASSWORD, PASSWORD))
    assert result.exit_code == 0
    assert "Aytən may log in now, as editor." in result.stderr
    assert PASSWORD not in result.output and result.stdout == ""
    assert stat.S_IMODE(accounts.stat().st_mode) == 0o600
    with open_accounts(accounts) as opened:
        assert opened.verify("aytən", PASSWORD)


def test_a_password_that_none_may_have_is_asked_for_again(run: Run, accounts: Path) -> None:
    lines = typed("qısa", PASSWORD, "something else", PASSWORD, PASSWORD)
    result = run("user", "add", "Aytən", stdin=lines)
    assert result.exit_code == 0
    assert "at least 12 characters; this one has 4" in result.output
    with open_accounts(accounts) as opened:
        assert opened.verify("aytən", PASSWORD)


@pytest.mark.parametrize(
    ("stdin", "message"), [(b"", "no password in its first line"), (typed("qısa"), "at least 12 characters")]
)
def test_a_password_of_standard_input_is_looked_at_too(run: Run, stdin: bytes, message: str) -> None:
    result = run("user", "add", "Aytən", "--password-stdin", stdin=stdin)
    assert result.exit_code == 2 and message in result.stderr


def test_a_name_that_is_taken_is_told_before_a_password_is_asked_for(run: Run) -> None:
    add(run, "Aytən", "administrator")
    result = run("user", "add", "AYTƏN", stdin=b"")
    assert result.exit_code == 2
    assert "There is an account «Aytən» already." in result.stderr
    assert "Password" not in result.output


def test_accounts_are_listed_changed_and_removed(run: Run, accounts: Path) -> None:
    add(run, "Aytən", "administrator")
    add(run, "Orxan [bold]", "reader")
    assert "is editor now" in run("user", "role", "orxan [bold]", "editor").stderr
    assert run("user", "password", "aytən", "--password-stdin", stdin=typed("başqa bir cümlə")).exit_code == 0
    assert run("user", "remove", "Orxan [bold]").exit_code == 0
    table = run("user", "list").stdout
    assert "Aytən" in table and "Orxan [bold]" in table and "removed" in table
    lines = [json.loads(line) for line in run("user", "list", "--format", "jsonl").stdout.splitlines()]
    assert [(line["name"], line["role"], line["is_active"]) for line in lines] == [
        ("Aytən", "administrator", True),
        ("Orxan [bold]", "editor", False),
    ]
    assert not any("hash" in line for line in lines)
    with open_accounts(accounts) as opened:
        assert opened.verify("Aytən", "başqa bir cümlə") and not opened.verify("Aytən", PASSWORD)


@pytest.mark.parametrize(
    "arguments", [["role", "Orxan", "editor"], ["remove", "Orxan"], ["password", "Orxan"]]
)
def test_an_account_that_is_not_there_is_told(run: Run, arguments: list[str]) -> None:
    add(run, "Aytən", "administrator")
    result = run("user", *arguments)
    assert result.exit_code == 2 and "There is no account «Orxan»." in result.stderr


def test_the_only_administrator_stays_one(run: Run) -> None:
    add(run, "Aytən", "administrator")
    for arguments in (["remove", "Aytən"], ["role", "Aytən", "reader"]):
        assert "only administrator" in run("user", *arguments).stderr


def test_a_file_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    for arguments in (["list"], ["remove", "Aytən"]):
        result = run("user", *arguments, "--accounts", str(tmp_path / "none"))
        assert result.exit_code == 1 and "korpu user add NAME" in result.stderr
