import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from korpu.claims import Value
from korpu.cli import korpu
from korpu.ledger.store import open_ledger

from ..samples import make_claim, make_document

FIRST = "Dövriyyə 2021-ci ildə 4,5 milyon dollar olub."
SECOND = "Rəsmi statistikaya görə, 2021-ci ilin dövriyyəsi 9 milyon dollardır."


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    with open_ledger(path) as opened:
        for text, amount in ((FIRST, "4500000"), (SECOND, "9000000")):
            document = make_document(text)
            claim = make_claim(
                document,
                text,
                kind="trade.turnover",
                roles={},
                when="2021",
                value=Value(amount, "USD", "exact"),
            )
            opened.add(document, [claim])
    return path


def run(ledger: Path, *args: str) -> Result:
    return CliRunner().invoke(korpu, ["findings", "CL", "NO", "--ledger", str(ledger), *args])


def test_a_dispute_is_shown_with_its_reason_and_its_claims(ledger: Path):
    result = run(ledger)
    assert result.exit_code == 0
    assert "disputed" in result.output
    assert "2 times as much" in " ".join(result.output.split())


def test_json_lines_speak_the_language_asked_for(ledger: Path):
    result = run(ledger, "--format", "jsonl", "--language", "az", "--status", "disputed")
    (row,) = map(json.loads, result.stdout.splitlines())
    assert (row["status"], row["reason_code"], len(row["claims"])) == ("disputed", "values_differ_times", 2)
    assert row["reason"].startswith("Göstəricilər bir-birinə ziddir")


@pytest.mark.parametrize(
    "args", [("--status", "agreed"), ("--kind", "trade.exports"), ("--as-of", "2020"), ("--as-of", "2021-06")]
)
def test_nothing_found_is_said_and_is_no_error(ledger: Path, args: tuple[str, ...]):
    result = run(ledger, *args, "--format", "jsonl")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "on CL and NO" in result.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--status", "settled"), "single, agreed"),
        (("--language", "tr"), "az, en"),
        (("--as-of", "soon"), "not an EDTF date"),
    ],
)
def test_wrong_use_is_explained(ledger: Path, args: tuple[str, ...], message: str):
    result = run(ledger, *args)
    assert result.exit_code == 2
    assert message in result.output
