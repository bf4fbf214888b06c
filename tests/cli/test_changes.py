"""Withdrawing, restoring, the log, editions, reading again, and what was known on a day."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import Result

from tests.cli import conftest
from tests.cli.conftest import Run
from tests.cli.test_add import write


def lines(result: Result) -> list[dict[str, Any]]:
    assert (result.exit_code, result.stderr) == (0, "")
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def claims(run: Run) -> list[dict[str, Any]]:
    write("a.txt")
    run("add", "a.txt", "--author", "Aysel", "--source", "səhifə")
    return lines(run("claims", "NO", "CL", "--format", "jsonl"))


def test_a_claim_is_withdrawn_and_restored(run: Run, claims: list[dict[str, Any]]) -> None:
    first, second = (claim["id"] for claim in claims)
    result = run("withdraw", first[:8], "--because", "misread", "--author", "Rauf")
    assert result.exit_code == 0
    assert f"korpu restore {first[:8]}" in result.stderr
    assert "mission.opened CL–NO" in result.stderr
    assert [claim["id"] for claim in lines(run("claims", "NO", "CL", "--format", "jsonl"))] == [second]
    assert run("restore", first[:8]).exit_code == 0
    assert len(lines(run("claims", "NO", "CL", "--format", "jsonl"))) == 2


def test_the_log_shows_who_did_what_and_why(run: Run, claims: list[dict[str, Any]]) -> None:
    run("withdraw", claims[0]["id"], "--because", "misread", "--author", "Rauf")
    log = lines(run("log", "NO", "CL", "--format", "jsonl"))
    assert [(change["author"], change["action"], change["because"]) for change in log] == [
        ("Aysel", "add", None),
        ("Aysel", "edition", "səhifə"),
        ("Rauf", "withdraw", "misread"),
    ]


def test_the_log_says_in_words_what_was_changed(run: Run, claims: list[dict[str, Any]]) -> None:
    run("withdraw", claims[0]["id"], "--because", "misread", "--author", "Rauf")
    run("withdraw", claims[0]["document"], "--because", "a forgery", "--author", "Rauf")
    table = run("log").stdout
    assert all(len(line) <= 80 for line in table.splitlines())
    shown = " ".join(table.split())
    assert "add a.txt" in shown
    assert "2 claims edition 1 of səhifə" in shown.replace(claims[0]["document"][:8] + " ", "").replace(
        "Aysel ", ""
    )
    assert "withdraw mission.opened CL–NO · sender NO · host CL" in shown
    assert "because: misread" in shown and "because: a forgery" in shown
    assert "with 1 claim" in shown
    last = run("log", "NO", "CL", "--limit", "1")
    assert "a forgery" in last.stdout and "misread" not in last.stdout
    assert "the last 1;" in last.stderr


def test_the_log_shows_what_reading_again_moved(
    run: Run, claims: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("korpu.reading.read.read_with_coverage", lambda document, language: ([], []))
    run("reread")
    shown = " ".join(run("log").stdout.split())
    assert "- trade.turnover CL–NO · over 4,500,000 USD" in shown
    assert "because: reader" in shown


def test_the_log_is_of_a_time(run: Run, claims: list[dict[str, Any]]) -> None:
    at = lines(run("log", "--format", "jsonl"))[0]["at"]
    run("withdraw", claims[0]["id"], "--because", "misread")
    whole = lines(run("log", "--format", "jsonl"))
    assert lines(run("log", "--known-at", at, "--format", "jsonl")) == whole[:2]
    assert lines(run("log", "--since", whole[2]["at"], "--format", "jsonl")) == whole[2:]
    assert lines(run("log", "--since", at[:10], "--format", "jsonl")) == whole
    nothing = run("log", "--since", "2999")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "Nothing was done in that time." in nothing.stderr


def test_a_second_counts_to_its_end(run: Run, claims: list[dict[str, Any]]) -> None:
    at = lines(run("log", "--format", "jsonl"))[-1]["at"]
    for given in (at, at[:19], f"{at[:10]} {at[11:19]}", at[:16], at[:10]):
        known = run("claims", "NO", "CL", "--known-at", given, "--format", "jsonl")
        assert lines(known) == claims, given


def test_a_withdrawal_needs_a_reason_and_something_to_withdraw(
    run: Run, claims: list[dict[str, Any]]
) -> None:
    assert run("withdraw", claims[0]["id"]).exit_code == 2
    assert run("withdraw", claims[0]["id"], "--because", " ").exit_code == 2
    wrong = run("withdraw", "xyz", "--because", "x")
    assert (wrong.exit_code, "no id of a claim or document" in wrong.stderr) == (2, True)
    missing = run("withdraw", "0000", "--because", "x")
    assert (missing.exit_code, "no claim or document" in missing.stderr) == (1, True)
    again = run("restore", claims[0]["id"])
    assert (again.exit_code, "not withdrawn" in again.stderr) == (2, True)


def test_the_log_takes_two_states_or_none(run: Run, claims: list[dict[str, Any]]) -> None:
    result = run("log", "NO")
    assert (result.exit_code, "two states or none" in result.stderr) == (2, True)


def test_what_was_known_on_a_day_is_answered_again(run: Run, claims: list[dict[str, Any]]) -> None:
    run("withdraw", claims[0]["id"], "--because", "misread")
    before = lines(run("log", "--format", "jsonl"))[-2]["at"]
    known = lines(run("claims", "NO", "CL", "--known-at", before, "--format", "jsonl"))
    assert known == claims
    nothing = run("claims", "NO", "CL", "--known-at", "1999-01-01", "--format", "jsonl")
    assert nothing.stdout == ""
    assert run("claims", "NO", "CL", "--known-at", "yesterday").exit_code == 2


def test_a_dossier_as_known_on_a_day_has_the_same_bytes(run: Run, claims: list[dict[str, Any]]) -> None:
    then = run("dossier", "NO", "CL", "--format", "html").stdout_bytes
    at = lines(run("log", "--format", "jsonl"))[-1]["at"]
    write("b.txt", "Norveç Çilidə ikinci səfirlik açıb.")
    run("add", "b.txt")
    run("withdraw", claims[0]["id"], "--because", "misread")
    assert run("dossier", "NO", "CL", "--format", "html").stdout_bytes != then
    assert run("dossier", "NO", "CL", "--format", "html", "--known-at", at).stdout_bytes == then


def test_claims_as_of_a_day_leave_out_what_is_told_of_later(run: Run) -> None:
    write("a.txt")
    run("add", "a.txt", "--published", "2022")
    assert len(lines(run("claims", "NO", "CL", "--as-of", "2022", "--format", "jsonl"))) == 2
    assert run("claims", "NO", "CL", "--as-of", "2021", "--format", "jsonl").stdout == ""


def test_editions_of_a_source_are_compared(run: Run, claims: list[dict[str, Any]]) -> None:
    write(
        "a.txt", "Yenilənib. Norveç Çilidə səfirlik açıb. Norveç ilə Çili arasında səfirlik mübadiləsi olub."
    )
    assert "(edition 2)" in run("add", "a.txt", "--source", "səhifə").stdout
    found = run("diff", "səhifə", "--format", "jsonl")
    told = [json.loads(line) for line in found.stdout.splitlines()]
    assert sorted(one["what"] for one in told) == ["added", "dropped"]
    assert "1 added, 0 changed, 1 dropped, 1 the same" in run("diff", "səhifə").stderr
    assert run("diff", "başqa").exit_code == 1
    assert run("diff", "səhifə", "--to", "9").exit_code == 2


def test_editions_are_compared_as_they_were_known(run: Run, claims: list[dict[str, Any]]) -> None:
    at = lines(run("log", "--format", "jsonl"))[-1]["at"]
    write("a.txt", "Yenilənib. Norveç Çilidə səfirlik açıb.")
    run("add", "a.txt", "--source", "səhifə", "--published", "2023")
    compared = lines(run("diff", "səhifə", "--format", "jsonl"))
    assert len(compared) == 2
    alone = run("diff", "səhifə", "--known-at", at)
    assert (alone.exit_code, "its one edition" in alone.stderr) == (1, True)
    early = lines(run("diff", "səhifə", "--as-of", "2022", "--format", "jsonl"))
    assert {one["what"] for one in early} == {"dropped"}  # the later edition's claim is of 2023


def test_an_edition_that_was_withdrawn_is_said_to_be(run: Run, claims: list[dict[str, Any]]) -> None:
    write("a.txt", "Yenilənib. Norveç Çilidə səfirlik açıb.")
    run("add", "a.txt", "--source", "səhifə")
    run("withdraw", claims[0]["document"], "--because", "a forgery", "--author", "Rauf")
    assert "Edition 1 does not count" in run("diff", "səhifə").stderr


def test_who_asks_how_a_withdrawn_claim_was_read_is_told_so(run: Run, claims: list[dict[str, Any]]) -> None:
    at = lines(run("log", "--format", "jsonl"))[-1]["at"]
    run("withdraw", claims[0]["id"], "--because", "misread", "--author", "Rauf")
    result = run("explain", claims[0]["id"])
    assert result.exit_code == 0
    assert "by Rauf (misread)" in result.stderr
    assert run("explain", claims[0]["id"], "--known-at", at).stderr == ""
    early = run("explain", claims[0]["id"], "--known-at", "1999")
    assert (early.exit_code, "as of then" in early.stderr) == (1, True)


def test_texts_are_read_again_by_the_reader_of_now(
    run: Run, claims: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def newer(document: Any, language: str) -> tuple[list[Any], list[Any]]:
        claims, covered = conftest.read_with_coverage(document, language)
        return [claim for claim in claims if claim.value is None], covered[1:]

    monkeypatch.setattr("korpu.reading.read.read_with_coverage", newer)
    dry = run("reread", "--dry-run")
    assert "0 claims would be added and 1 withdrawn" in dry.stderr
    assert len(lines(run("claims", "NO", "CL", "--format", "jsonl"))) == 2
    again = run("reread")
    assert "1 withdrawn" in again.stderr
    assert "now 1 sentence" in again.stdout
    assert "1 sentence:" in run("sources").stdout
    assert len(lines(run("claims", "NO", "CL", "--format", "jsonl"))) == 1


def test_who_adds_a_document_that_was_withdrawn_is_told_so(run: Run, claims: list[dict[str, Any]]) -> None:
    document = claims[0]["document"]
    run("withdraw", document, "--because", "a forgery")
    again = run("add", "a.txt")
    assert (again.exit_code, again.stderr) == (0, "")
    assert "withdrawn" in again.stdout
    assert f"korpu restore {document[:8]}" in again.stdout
    assert run("claims", "NO", "CL", "--format", "jsonl").stdout == ""
