from pathlib import Path
from typing import Any

import pytest

from korpu.web import serving
from korpu.web.settings import Settings
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Settings]:
    """With what the application is served; it is looked whether it may be, and then not done."""
    served: list[Settings] = []

    def serve(settings: Settings, port: int, begun: Any) -> None:
        serving.check_accounts(settings)
        served.append(settings)

    monkeypatch.setattr(serving, "serve", serve)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("KORPU_ACCOUNTS", raising=False)
    return served


def add_account(run: Run, *options: str) -> None:
    result = run(
        "user", "add", "Aytən", "--role", "administrator", "--password-stdin", *options,
        stdin="on iki at su içir\n".encode(),
    )  # fmt: skip
    assert result.exit_code == 0, result.output


def test_on_this_machine_nobody_logs_in(run: Run, served: list[Settings]) -> None:
    for host in ([], ["--host", "localhost"], ["--host", "::1"], ["--host", "127.0.0.1"]):
        assert run("serve", *host).exit_code == 0
    assert [settings.accounts for settings in served] == [None] * 4


@pytest.mark.parametrize(
    "arguments",
    [
        ["--host", "0.0.0.0"],
        ["--host", "::"],
        ["--host", "192.168.1.5"],
        ["--host", "korpu.example.org"],
        ["--behind-proxy"],
        ["--host-name", "korpu.example.org"],
    ],
)
def test_where_others_can_reach_it_it_does_not_start_without_accounts(
    run: Run, served: list[Settings], arguments: list[str]
) -> None:
    result = run("serve", *arguments)
    assert result.exit_code == 2 and not served
    assert "there are no accounts" in result.stderr
    assert "korpu user add NAME --role administrator" in result.stderr
    add_account(run)
    assert run("serve", *arguments).exit_code == 0
    assert served[0].accounts is not None and served[0].accounts.name == "accounts.sqlite"


def test_a_file_of_accounts_is_asked_for_on_this_machine_too(run: Run, served: list[Settings]) -> None:
    result = run("serve", "--accounts", "a.sqlite")
    assert result.exit_code == 2 and "There are no accounts at a.sqlite" in result.stderr
    add_account(run, "--accounts", "a.sqlite")
    assert run("serve", "--accounts", "a.sqlite").exit_code == 0
    assert served[0].accounts == Path("a.sqlite")


def test_accounts_that_were_all_removed_are_none(run: Run, tmp_path: Path) -> None:
    run("user", "add", "Aytən", "--password-stdin", stdin="on iki at su içir\n".encode())
    assert run("user", "remove", "Aytən").exit_code == 0
    assert "there are no accounts" in run("serve", "--host", "0.0.0.0").stderr


def test_that_passwords_travel_open_is_told(run: Run, served: list[Settings]) -> None:
    add_account(run)
    Path("a.pem").write_text("", encoding="utf-8")
    Path("a.key").write_text("", encoding="utf-8")
    assert "unencrypted" in run("serve", "--host", "0.0.0.0").stderr
    assert "unencrypted" not in run("serve", "--behind-proxy").stderr
    certified = run("serve", "--host", "0.0.0.0", "--certificate", "a.pem", "--key", "a.key")
    assert "unencrypted" not in certified.stderr and served[-1].is_secure
    assert "unencrypted" not in run("serve").stderr and not served[-1].is_secure
    assert run("serve", "--certificate", "a.pem").exit_code == 2
