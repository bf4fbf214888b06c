from pathlib import Path

import msgspec
import pytest

from korpu.claims import CONTRACT_FIELDS, from_json
from tests.cli.conftest import Run

TEXT = "Norveç Çilidə səfirlik açıb. Norveç–Çili dövriyyəsi artıb."


@pytest.fixture(autouse=True)
def ledger(run: Run) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    run("add", "a.txt", "--published", "2022-05-03", "--title", "Bir")


def test_json_lines_have_the_id_first_and_then_the_contract(run: Run) -> None:
    result = run("claims", "NO", "CL", "--format", "jsonl")
    for line in result.stdout.splitlines():
        fields = msgspec.json.decode(line)
        assert tuple(fields) == ("id", *CONTRACT_FIELDS)
        assert fields["id"] == from_json(line).id
    assert len(result.stdout.splitlines()) == 2


def test_the_order_of_the_two_states_makes_no_difference(run: Run) -> None:
    assert run("claims", "NO", "CL").stdout == run("claims", "CL", "NO").stdout


@pytest.mark.parametrize("columns", [80, 120])
def test_the_table_has_claims_with_sentence_and_source(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    table = run("claims", "NO", "CL").stdout
    flat = " ".join(table.split())
    for words in (
        "2022-05-03",
        "mission.opened",
        "sender NO · host CL · mission embassy",
        "over 4,500,000 USD",
        "— Bir,",
    ):
        assert words in flat
    assert all(len(line) <= columns for line in table.splitlines())


def test_a_kind_narrows_the_list(run: Run) -> None:
    result = run("claims", "NO", "CL", "--kind", "trade.turnover", "--format", "jsonl")
    assert [from_json(line).kind for line in result.stdout.splitlines()] == ["trade.turnover"]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["NO", "CL", "--kind", "trade.turnovr"], 2, "Did you mean trade.turnover"),
        (["NO", "CL", "--kind", "xyz"], 2, "There are: "),
        (["NO", "NO"], 2, "the same state"),
        (["NO", "Norvejj"], 2, "Norvejj"),
        (["NO"], 2, "give two states, not 1."),
        (["NO", "PE"], 0, "The ledger holds no claim on NO and PE."),
        (["NO", "CL", "--kind", "visit"], 0, "no claim of the kind visit"),
        (["NO", "CL", "--ledger", "yox"], 1, "There is no ledger at yox yet"),
        (["NO", "CL", "--ledger", "a.txt"], 1, "is not a ledger of Körpü's"),
    ],
)
def test_what_cannot_be_answered_is_told(run: Run, arguments: list[str], status: int, message: str) -> None:
    result = run("claims", *arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert message in " ".join(result.stderr.split())
    assert not Path("yox").exists()
