import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from korpu.claims import Value
from korpu.cli import korpu
from korpu.document import Document, SourceCard
from korpu.ledger.store import open_ledger

from ..samples import make_claim

FIRST = "Dövriyyə 2021-ci ildə 4,5 milyon dollar olub."
SECOND = "Rəsmi statistikaya görə, 2021-ci ilin dövriyyəsi 9 milyon dollardır."


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    with open_ledger(path) as opened:
        for text, amount, publisher in ((FIRST, "4500000", "Səhər"), (SECOND, "9000000", "Gömrük Komitəsi")):
            document = Document(text, SourceCard(publisher=publisher, published="2022"))
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
    return CliRunner().invoke(korpu, ["state", "CL", "NO", "--ledger", str(ledger), *args])


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_line_says_how_it_stands_and_how_many_say_so(ledger: Path):
    result = run(ledger, "--language", "en")
    assert result.exit_code == 0
    assert "disputed · 2 documents" in " ".join(result.output.split())
    assert "2 times as much" in " ".join(result.output.split())


def test_json_has_the_answer_what_speaks_against_it_and_the_sentences_of_both(ledger: Path):
    (line,) = [row for row in lines(run(ledger, "--format", "jsonl")) if row["status"] == "disputed"]
    assert (line["kind"], line["documents"], line["witnesses"], line["preferred"]) == (
        "trade.turnover", 2, 2, False,
    )  # fmt: skip
    (other,) = line["others"]  # type: ignore[misc]
    assert other["relation"] == "contradicts"
    assert {line["evidence"][0]["quote"], other["evidence"][0]["quote"]} == {FIRST, SECOND}  # type: ignore[index]


def test_a_rule_that_was_asked_for_says_that_it_chose(ledger: Path):
    result = run(ledger, "--prefer", "official", "--language", "en")
    told = " ".join(result.output.split())
    assert "Where sources disagree, first official" in told
    assert "the answer of an office of a state" in told
    assert told.index("9 million") < told.index("4.5 million")


def test_only_one_source_may_be_asked(ledger: Path):
    (line,) = [row for row in lines(run(ledger, "--by", "Gömrük", "--format", "jsonl")) if "kind" in row]
    assert (line["status"], line["value"]["amount"]) == ("single", "9000000")  # type: ignore[index]


def test_a_source_that_there_is_not_is_said_with_the_nearest_that_there_are(ledger: Path):
    result = run(ledger, "--by", "Gömrük İdarəsi")
    assert result.exit_code == 1
    assert "«Gömrük İdarəsi»" in result.output
    assert "Gömrük Komitəsi" in result.output


def test_nothing_is_told_of_times_after_the_day_asked_about(ledger: Path):
    assert [row for row in lines(run(ledger, "--as-of", "2020", "--format", "jsonl")) if "kind" in row] == []


@pytest.mark.parametrize(("language", "begin"), [("en", "Trade turnover. "), ("az", "Ticarət dövriyyəsi. ")])
def test_what_the_file_lacks_is_an_object_of_its_own(tmp_path: Path, language: str, begin: str):
    text = (
        "Çili ilə Norveç arasında diplomatik əlaqələr 1990-cı ildə qurulub. 2019-cu ildə dövriyyə 4,5 milyon dollar olub. "
        "Çilinin Norveçdəki səfirliyi 1995-ci ildə açılıb."
    )
    document = Document(text, SourceCard(published="2020"))
    sentences = [f"{part.removesuffix('.')}." for part in text.split(". ")]
    amount = Value("4500000", "USD", "exact")
    claims = [
        make_claim(document, sentences[0], kind="relations.established", roles={}, when="1990"),
        make_claim(document, sentences[1], kind="trade.turnover", roles={}, when="2019", value=amount),
        make_claim(
            document, sentences[2], roles={"sender": "CL", "host": "NO", "mission": "embassy"}, when="1995"
        ),
    ]
    with open_ledger(tmp_path / "ledger.sqlite") as opened:
        opened.add(document, claims)
    asked = ("--as-of", "2026-06-01", "--language", language, "--format", "jsonl")
    gaps = [line for line in lines(run(tmp_path / "ledger.sqlite", *asked)) if line["status"] == "unknown"]
    assert [(gap["section"], gap["kind"], gap["reason_code"]) for gap in gaps] == [
        ("missions", "mission.head", "gap_no_holder"),
        ("trade", "trade.turnover", "gap_figure"),
    ]
    assert gaps[0]["roles"] == {"sender": "CL", "host": "NO", "office": "ambassador"}
    assert gaps[1]["when"] == "2023" and str(gaps[1]["text"]).startswith(begin)
    assert [proof["quote"] for proof in gaps[1]["evidence"]] == [sentences[1]]  # type: ignore[union-attr, index, attr-defined]


def test_of_one_source_it_is_not_told_what_the_file_lacks_nor_that_the_ledger_is_silent(ledger: Path):
    said = " ".join(run(ledger, "--by", "Gömrük", "--language", "en").output.split())
    assert "This source says nothing about" in said
    assert "The ledger says nothing" not in said
    assert all(
        line["status"] != "unknown" for line in lines(run(ledger, "--by", "Gömrük", "--format", "jsonl"))
    )
