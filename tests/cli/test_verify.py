"""korpu verify, from a shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TRADE = "Norveçlə Çili arasında dövriyyə 4,5 milyondan çoxdur."


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> str:
    path = tmp_path / "a.ledger"
    source = tmp_path / "source.txt"
    source.write_text("Norveçin Çilidə səfirlik açdığı gün.", encoding="utf-8")
    assert run("add", str(source), "--published", "1997-03", "--ledger", str(path)).exit_code == 0
    return str(path)


def draft(tmp_path: Path, text: str) -> str:
    path = tmp_path / "draft.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_what_is_supported_ends_with_zero(run: Run, tmp_path: Path, ledger: str) -> None:
    text = draft(tmp_path, "Norveç Çilidə səfirlik açıb.")
    result = run("verify", text, "--published", "1997-03", "--ledger", ledger, "--language", "en")
    assert result.exit_code == 0, result.output
    assert "supported" in result.output and "draft.txt" in result.output


def test_what_is_contradicted_ends_with_one(run: Run, tmp_path: Path, ledger: str) -> None:
    text = draft(tmp_path, "Norveç Çilidə səfirlik açıb.")
    result = run("verify", text, "--published", "1998", "--ledger", ledger, "--format", "jsonl")
    assert result.exit_code == 1
    assert json.loads(result.stdout.splitlines()[0])["verdict"] == "contradicted"


def test_a_pair_leaves_out_what_is_of_others(run: Run, tmp_path: Path, ledger: str) -> None:
    text = draft(tmp_path, "Norveç Çilidə səfirlik açıb.")
    common = ("--published", "1998", "--ledger", ledger, "--format", "jsonl")
    assert run("verify", text, "NO", "CL", *common).stdout.count("\n") == 1
    other = run("verify", text, "NO", "PE", *common)
    assert (other.stdout, other.exit_code) == ("", 0)


def test_what_the_ledger_learnt_later_is_left_out(run: Run, tmp_path: Path, ledger: str) -> None:
    text = draft(tmp_path, "Norveç Çilidə səfirlik açıb.")
    result = run(
        "verify", text, "--published", "1998", "--ledger", ledger, "--known-at", "2001", "--format", "jsonl"
    )
    assert json.loads(result.stdout)["verdict"] == "not_in_ledger" and result.exit_code == 0


def test_what_was_not_understood_is_listed(run: Run, tmp_path: Path, ledger: str) -> None:
    text = draft(tmp_path, "Burada demək olar ki, görüş olub.")
    told = run("verify", text, "--ledger", ledger, "--language", "en")
    assert "Not understood (1)" in told.output and told.exit_code == 0


def test_a_draft_comes_from_standard_input(run: Run, ledger: str) -> None:
    result = run("verify", "-", "--ledger", ledger, "--format", "html", stdin=TRADE.encode())
    assert result.exit_code == 0 and "<!doctype html>" in result.output


def test_a_draft_that_is_not_there_is_told(run: Run, tmp_path: Path, ledger: str) -> None:
    result = run("verify", str(tmp_path / "none.txt"), "--ledger", ledger)
    assert result.exit_code == 1 and "none.txt" in result.output
