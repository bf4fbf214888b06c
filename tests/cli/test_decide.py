"""Deciding disputes from the command line, and how each form shows what was decided."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from korpu.claims import Claim, Value
from korpu.cli import korpu
from korpu.document import Document, SourceCard
from korpu.ledger.store import open_ledger
from tests.samples import make_claim

TOLD = (
    ("Dövriyyə 2021-ci ildə 4,5 milyon dollar olub.", "4500000", "Səhər"),
    ("Rəsmi statistikaya görə, 2021-ci ilin dövriyyəsi 9 milyon dollardır.", "9000000", "Gömrük Komitəsi"),
    ("Başqa hesablamaya görə, 2021-ci ildə dövriyyə 7 milyon dollar idi.", "7000000", "Axşam"),
)


def tell(path: Path, number: int) -> Claim:
    text, amount, publisher = TOLD[number]
    with open_ledger(path) as opened:
        document = Document(text, SourceCard(publisher=publisher, published="2022"))
        value = Value(amount, "USD", "exact")
        claim = make_claim(document, text, kind="trade.turnover", roles={}, when="2021", value=value)
        opened.add(document, [claim])
    return claim


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def claims(path: Path) -> tuple[Claim, Claim]:
    return tell(path, 0), tell(path, 1)


def run(path: Path, *arguments: str) -> Result:
    environment = {"KORPU_LEDGER": str(path), "KORPU_AUTHOR": "Aytən", "COLUMNS": "200"}
    return CliRunner().invoke(korpu, list(arguments), env=environment)


def out(path: Path, *arguments: str) -> str:
    result = run(path, *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def disputed(path: Path) -> dict[str, Any]:
    (row,) = map(
        json.loads,
        out(path, "findings", "CL", "NO", "--status", "disputed", "--format", "jsonl").splitlines(),
    )
    return dict(row)


FORMS = [
    ("dossier", "CL", "NO", "--language", "en"),
    ("dossier", "CL", "NO", "--language", "en", "--format", "md"),
    ("dossier", "CL", "NO", "--language", "en", "--format", "html"),
    ("state", "CL", "NO", "--language", "en"),
    ("state", "CL", "NO", "--language", "en", "--format", "jsonl"),
    ("findings", "CL", "NO"),
    ("findings", "CL", "NO", "--format", "jsonl"),
]


@pytest.mark.parametrize("form", FORMS, ids=" ".join)
def test_every_form_says_who_decided_when_and_why_and_forgets_it_when_it_is_undone(
    path: Path, claims: tuple[Claim, Claim], form: tuple[str, ...]
) -> None:
    before = out(path, *form)
    id = disputed(path)["id"]
    run(path, "decide", id[:8], "--prefer", claims[0].id[:8], "--because", "rəsmi rəqəmdir")
    shown = " ".join(out(path, *form).split())
    assert "Aytən decided on " in shown
    assert "the answer that stands first is preferred" in shown
    assert "rəsmi rəqəmdir" in shown
    assert disputed(path)["id"] == id
    assert run(path, "decide", id, "--undo", "--because", "yox").exit_code == 0
    assert out(path, *form) == before


@pytest.mark.parametrize("number", [0, 1])
def test_the_answer_that_is_preferred_stands_first_and_the_other_beside_it(
    path: Path, claims: tuple[Claim, Claim], number: int
) -> None:
    run(path, "decide", disputed(path)["id"], "--prefer", claims[number].id, "--because", "səbəb")
    rows = map(json.loads, out(path, "state", "CL", "NO", "--format", "jsonl").splitlines())
    (line,) = [row for row in rows if row["status"] == "disputed" and "others" in row]
    assert (line["value"]["amount"], line["preferred"]) == (TOLD[number][1], True)
    assert [other["value"]["amount"] for other in line["others"]] == [TOLD[1 - number][1]]
    assert (line["decided"]["author"], line["decided"]["preferred"]) == ("Aytən", claims[number].id)


def test_a_new_source_opens_it_again(path: Path, claims: tuple[Claim, Claim]) -> None:
    run(path, "decide", disputed(path)["id"], "--both", "--because", "səbəb")
    assert "of which open: 0" in out(path, "dossier", "CL", "NO", "--language", "en")
    tell(path, 2)
    shown = " ".join(out(path, "dossier", "CL", "NO", "--language", "en").split())
    assert "It is open again: what Aytən decided" in shown and "before this source came: Axşam." in shown
    assert "of which open" not in shown
    assert not disputed(path)["decided"]["holds"]


def test_the_log_says_what_was_decided_and_undone(path: Path, claims: tuple[Claim, Claim]) -> None:
    id = disputed(path)["id"]
    run(path, "decide", id, "--prefer", claims[0].id, "--because", "rəsmi")
    run(path, "decide", id, "--undo", "--because", "yanlış")
    shown = " ".join(out(path, "log").split())
    assert "decide trade.turnover" in shown and "preferred among 2 claims in dispute" in shown
    assert "undone: preferred among 2 claims in dispute (change 3)" in shown


def test_the_log_says_what_people_claimed_and_accepted(path: Path, claims: tuple[Claim, Claim]) -> None:
    first, _ = claims
    with open_ledger(path, author="Aytən") as ledger:
        document = ledger.document(first.document)
        made = make_claim(document, first.quote, "trade.turnover", roles={}, when="2020", value=first.value)
        ledger.assert_claim(made, "il səhvdir", replaces=first.id)
        ledger.accept(made.id)
        ledger.unaccept(made.id)
    shown = " ".join(out(path, "log").split())
    assert "claim by a person" in shown and "in place of: trade.turnover CL–NO · 2021" in shown
    assert "claim accepted" in shown and "acceptance undone" in shown
    explained = run(path, "explain", made.id)
    assert "Aytən claimed this claim on " in explained.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--because", "x"), "Give one of --prefer CLAIM, --both and --undo"),
        (("--both", "--undo", "--because", "x"), "Give one of"),
        (("--both",), "Missing option '--because'"),
        (("--undo", "--because", "x"), "Nothing was decided of the finding"),
        (("--prefer", "0000", "--because", "x"), "none has an id that begins with 0000"),
    ],
)
def test_wrong_use_is_told(
    path: Path, claims: tuple[Claim, Claim], arguments: tuple[str, ...], message: str
) -> None:
    result = run(path, "decide", disputed(path)["id"], *arguments)
    assert result.exit_code != 0
    assert message in result.stderr
    assert disputed(path)["decided"] is None


def test_what_is_not_disputed_is_not_decided(path: Path) -> None:
    tell(path, 0)
    (row, *_) = map(json.loads, out(path, "findings", "CL", "NO", "--format", "jsonl").splitlines())
    result = run(path, "decide", row["id"], "--both", "--because", "x")
    assert result.exit_code == 2
    assert "not disputed but single" in result.stderr
