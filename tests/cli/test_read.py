from pathlib import Path

import msgspec
import pytest

from korpu.claims import CONTRACT_FIELDS, from_json
from tests.cli.conftest import Run

TEXT = "Norveç Çilidə səfirlik açıb. Hava yaxşıdır. Norveç–Çili dövriyyəsi artıb.\n"


def test_claims_are_json_lines_of_exactly_the_contract(run: Run) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    result = run("read", "--format", "jsonl", "a.txt", "--published", "2022-05")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert [from_json(line).kind for line in lines] == ["mission.opened", "trade.turnover"]
    assert [from_json(line).when for line in lines] == ["2022-05"] * 2
    assert all(tuple(msgspec.json.decode(line)) == CONTRACT_FIELDS for line in lines)
    for line in lines:
        claim = from_json(line)
        assert TEXT[claim.start : claim.end] == claim.quote


def test_files_are_printed_one_after_another_and_all_else_goes_to_stderr(run: Run) -> None:
    Path("b.txt").write_text("Bir. " + TEXT, encoding="utf-8")
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("c.txt").write_text("Heç nə.", encoding="utf-8")
    result = run("read", "--format", "jsonl", "b.txt", "yox.txt", "c.txt", "a.txt")
    assert result.exit_code == 1
    starts = [from_json(line).start for line in result.stdout.splitlines()]
    assert starts == [5, 49, 0, 44]
    assert "c.txt: no claim was found" in result.stderr
    assert "yox.txt: there is no such file" in result.stderr


def test_standard_input_is_read(run: Run) -> None:
    result = run("read", "-", "--format", "jsonl", stdin=TEXT.encode())
    assert len(result.stdout.splitlines()) == 2


def test_a_page_gives_its_own_date(run: Run) -> None:
    head = '<html><head><meta property="article:published_time" content="2021-05-03"></head>'
    Path("a.html").write_text(f"{head}<body><p>{TEXT}</p></body></html>", encoding="utf-8")
    result = run("read", "a.html", "--format", "jsonl")
    assert from_json(result.stdout.splitlines()[0]).when == "2021-05-03"


def test_the_table_shows_each_claim_with_its_sentence(run: Run) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    table = run("read", "a.txt").stdout
    for words in ("a.txt", "mission.opened", "sender NO · host CL", "over 4,500,000 USD", "«Norveç Çilidə"):
        assert words in table
    assert all(len(line) <= 80 for line in table.splitlines())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--published", "2021-02-30"], "no such day"),
        (["--published", "dünən"], "not an EDTF date"),
        (["--published", "2021/2022"], "an interval"),
        (["--encoding", "yox"], "«yox» is no encoding"),
        (["--encoding", "base64"], "«base64» is no encoding"),
        (["--format", "xml"], "xml"),
    ],
)
def test_wrong_options_are_told_before_anything_is_read(run: Run, arguments: list[str], message: str) -> None:
    result = run("read", "yox.txt", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in " ".join(result.stderr.split())


def test_an_encoding_that_was_given_is_used(run: Run) -> None:
    text = "Norveçte açılan səfirlik var.".replace("ə", "e").replace("sefirlik", "dövriyye")
    Path("a.txt").write_bytes((text + TEXT).encode("utf-16"))
    result = run("read", "a.txt", "--format", "jsonl")
    assert result.exit_code == 1
    assert "--encoding utf-16" in result.stderr
    assert len(run("read", "a.txt", "--format", "jsonl", "--encoding", "utf-16").stdout.splitlines()) == 2


NEARLY = "Norveç Çilidə səfirlik açıb. Görüş demək olar ki, baş tutub. Hava yaxşıdır."


def test_coverage_lists_each_sentence_and_sums_up(run: Run) -> None:
    Path("a.txt").write_text(NEARLY, encoding="utf-8")
    result = run("read", "--coverage", "a.txt")
    assert result.exit_code == 0
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
    told = " ".join(result.stdout.split())
    assert "not understood" in told and "nothing of the" in told
    assert "meeting, by «Görüş» (lacks participants)" in told
    assert told.endswith("3 sentences: 1 with claims, 1 not understood.")


def test_coverage_in_json_lines_has_each_sentence_and_what_it_lacks(run: Run) -> None:
    Path("a.txt").write_text(NEARLY, encoding="utf-8")
    result = run("read", "--coverage", "--format", "jsonl", "a.txt")
    first, second, third = map(msgspec.json.decode, result.stdout.splitlines())
    assert [line["verdict"] for line in (first, second, third)] == ["claim", "not_understood", "nothing"]
    assert first["kinds"] == ["mission.opened"]
    assert second["misses"][0]["lacks"] == ["participants"]
    assert NEARLY[third["start"] : third["end"]] == third["quote"]
    assert "3 sentences: 1 with claims" in result.stderr
