import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def added(run: Run) -> None:
    Path("a.txt").write_text("Norveç Çilidə səfirlik açıb.\n", encoding="utf-8")
    run("add", "a.txt")


def damage(statement: str) -> None:
    connection = sqlite3.connect("../ledger")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_ledger_that_is_whole_has_status_0(run: Run) -> None:
    result = run("ledger", "check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 document and 1 claim were checked: the ledger is whole." in result.stderr


def test_what_is_wrong_is_told_with_what_to_do_and_has_status_1(run: Run) -> None:
    damage("UPDATE document SET text = replace(text, 'Çili', 'Cili')")
    result = run("ledger", "check")
    assert result.exit_code == 1
    assert "The text is not the one that was added" in " ".join(result.stdout.split())
    assert "korpu ledger restore FILE" in result.stderr
    lines = run("ledger", "check", "--format", "jsonl").stdout.splitlines()
    assert {"document"} == {json.loads(line)["where"] for line in lines}


def test_a_ledger_is_backed_up_restored_and_copied(run: Run) -> None:
    assert "1 documents, 1 claims and 1 changes are in b" in run("ledger", "backup", "b").stderr
    assert run("ledger", "backup", "b").exit_code == 2
    damage("DELETE FROM claim_party")
    assert run("ledger", "check").exit_code == 1
    restored = run("ledger", "restore", "b")
    assert restored.exit_code == 0 and "ledger.before-1" in restored.stderr
    assert run("ledger", "check").exit_code == 0
    assert run("ledger", "copy", "b", "c").exit_code == 0
    assert run("ledger", "copy", "b", "c").exit_code == 1
    assert run("ledger", "check", "--ledger", "c").exit_code == 0


def test_what_is_derived_is_made_again(run: Run) -> None:
    damage("DELETE FROM claim_party")
    assert "korpu ledger reindex" in run("ledger", "check").stderr
    assert run("ledger", "reindex").exit_code == 0
    assert run("ledger", "check").exit_code == 0


@pytest.mark.parametrize(
    "arguments", [["check"], ["backup", "b"], ["reindex"], ["restore", "x"], ["copy", "x", "y"]]
)
def test_a_ledger_that_is_not_there_is_told(run: Run, arguments: list[str]) -> None:
    extra = ["--ledger", "x"] if arguments[0] in ("check", "backup", "reindex") else []
    result = run("ledger", *arguments, *extra)
    assert result.exit_code == 1
    assert "no ledger at x" in result.stderr.lower()
