import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "Salam. Norveç Çilidə səfirlik açıb. Norveçlə dövriyyə artıb.\n"


@pytest.fixture(autouse=True)
def added(run: Run) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    run("add", "a.txt", "--published", "2021-05", "--title", "Bir xəbər")


def test_what_holds_the_words_is_shown_with_its_source_and_claims(run: Run) -> None:
    result = run("search", "SEFIRLIYIN")
    assert result.exit_code == 0
    shown = " ".join(result.stdout.split())
    assert "Bir xəbər, 2021-05 Norveç Çilidə səfirlik açıb." in shown
    assert "claim " in shown and "mission.opened" in shown
    assert "dövriyyə" not in shown


def test_json_lines_have_the_passages_and_claims(run: Run) -> None:
    (line,) = run("search", "səfirlik", "açmaq", "--format", "jsonl").stdout.splitlines()
    hit = json.loads(line)
    (passage,) = hit["passages"]
    assert TEXT[passage["start"] : passage["end"]] == passage["quote"]
    assert [claim["kind"] for claim in hit["claims"]] == ["mission.opened"]
    assert hit["title"] == "Bir xəbər"


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["--kind", "mission.opened"], 1),
        (["--kind", "trade.turnover"], 0),
        (["--pair", "NO", "CL"], 1),
        (["--pair", "NO", "PE"], 0),
        (["--known-at", "2001-01-01"], 0),
        (["--known-at", "2101-01-01"], 1),
    ],
)
def test_options_choose_the_claims(run: Run, arguments: list[str], count: int) -> None:
    result = run("search", "səfirlik", *arguments, "--format", "jsonl")
    assert len(result.stdout.splitlines()) == count
    assert ("Nothing in the ledger holds «səfirlik»" in result.stderr) == (not count)


@pytest.mark.parametrize("arguments", [[], ["…"], ["söz", "--pair", "NO", "NO"], ["söz", "--limit", "0"]])
def test_wrong_use_is_told(run: Run, arguments: list[str]) -> None:
    assert run("search", *arguments).exit_code == 2


def test_a_search_is_of_a_day(run: Run) -> None:
    assert run("search", "dövriyyə", "--as-of", "2021").stdout
    early = run("search", "dövriyyə", "--as-of", "2020")
    assert (early.exit_code, early.stdout) == (0, "")
    assert "as of then" in early.stderr
