"""What the API answers is what the ledger holds, and what the command line prints as JSON lines."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from litestar import Litestar
from litestar.testing import TestClient

from korpu.cli import korpu
from korpu.ledger.store import open_ledger
from tests.samples import make_document, opened
from tests.web.api.conftest import Ask


def printed(*arguments: str) -> list[object]:
    """What a command prints as JSON lines."""
    done = CliRunner().invoke(korpu, [*arguments, "--format", "jsonl"])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def whole(ask: Ask, path: str, what: str, limit: int, **query: str) -> list[object]:
    """All pages of a list."""
    page = ask(path, limit=limit, **query)
    found = page[what]
    while page["next"]:
        page = ask(path, limit=limit, after=page["next"], **query)
        assert page[what]
        found = [*found, *page[what]]
    return found


@pytest.mark.parametrize(
    ("path", "what", "command"),
    [
        ("/pairs/az-kz/findings", "findings", ("findings", "AZ", "KZ", "--language", "az")),
        ("/pairs/az-kz/findings?status=disputed&language=en", "findings", ("findings", "AZ", "KZ", "--status", "disputed")),
        ("/pairs/az-kz/findings?as_of=2015&language=en", "findings", ("findings", "AZ", "KZ", "--as-of", "2015")),
        ("/pairs/kz-az/state?as_of=2022", "lines", ("state", "AZ", "KZ", "--as-of", "2022")),
        ("/search?q=s%C9%99firlik", "hits", ("search", "səfirliyin", "--limit", "99")),
    ],
)  # fmt: skip
def test_answers_are_the_objects_that_commands_print(
    path: str, what: str, command: tuple[str, ...], ask: Ask, ledger_path: Path
) -> None:
    address, _, query = path.partition("?")
    asked = dict(part.split("=") for part in query.split("&")) if query else {}
    asked = {name: value.replace("%C9%99", "ə") for name, value in asked.items()}
    assert whole(ask, address, what, 7, **asked) == printed(*command, "--ledger", str(ledger_path))


def test_what_was_decided_of_a_dispute_is_told(ask: Ask, ledger_path: Path) -> None:
    disputed = ask("/pairs/az-kz/findings", status="disputed", limit=500)["findings"]
    one = next(finding for finding in disputed if len(finding["claims"]) > 1)
    with open_ledger(ledger_path, author="Samirə") as ledger:
        ledger.decide(one["claims"], "rəsmi mənbə", prefer=one["claims"][0])
    found = whole(ask, "/pairs/az-kz/findings", "findings", 500)
    assert found == printed("findings", "AZ", "KZ", "--language", "az", "--ledger", str(ledger_path))
    assert [finding["decided"]["because"] for finding in found if finding["decided"]] == ["rəsmi mənbə"]  # type: ignore[index]


def test_claims_come_by_date_with_their_ids(ask: Ask, ledger_path: Path) -> None:
    found = whole(ask, "/pairs/az-kz/claims", "claims", 50)
    with open_ledger(ledger_path) as ledger:
        expected = ledger.claims_by_date(("AZ", "KZ"), limit=1000)
    assert [claim["id"] for claim in found] == [claim.id for claim in expected]  # type: ignore[index]
    assert sorted(map(json.dumps, found)) == sorted(
        map(json.dumps, printed("claims", "AZ", "KZ", "--ledger", str(ledger_path)))
    )


def test_pairs_have_their_counts(ask: Ask, ledger_path: Path) -> None:
    with open_ledger(ledger_path) as ledger:
        expected = [msgspec.to_builtins(pair) for pair in ledger.pairs()]
    found = whole(ask, "/pairs", "pairs", 2)
    assert found == [{**one, "pair": list(one["pair"])} for one in expected]
    assert ask("/pairs/KZ-az") in found
    assert all("GE" in pair["pair"] for pair in ask("/pairs", state="Gürcüstan")["pairs"])


def test_a_claim_is_told_with_its_source_and_how_it_was_read(ask: Ask, ledger_path: Path) -> None:
    claim = ask("/pairs/az-kz/claims", limit=1)["claims"][0]
    told = ask(f"/claims/{claim['id'][:8]}")
    assert told["claim"] == claim
    assert told["withdrawal"] is None and told["trace"]["rule"] and told["source"]["title"]
    with open_ledger(ledger_path, author="Samirə") as ledger:
        ledger.withdraw(claim["id"], "səhv oxunub")
    assert ask(f"/claims/{claim['id']}")["withdrawal"]["because"] == "səhv oxunub"


def test_a_document_is_told_with_its_text_and_claims(ask: Ask) -> None:
    documents = whole(ask, "/documents", "documents", 4)
    told = ask(f"/documents/{documents[0]['id']}")  # type: ignore[index]
    assert told["claims"] and told["coverage"]["claim"]
    for claim in told["claims"]:
        assert told["text"][claim["start"] : claim["end"]] == claim["quote"]
    dates = [one["card"]["published"] for one in documents if one["card"]["published"]]  # type: ignore[index]
    assert dates == sorted(dates, reverse=True)


def test_a_dossier_has_its_sections_and_the_rest_of_them_is_the_state(ask: Ask) -> None:
    dossier = ask("/pairs/az-kz/dossier", limit=1, language="en")
    assert dossier["title"].startswith("Azerbaijan and Kazakhstan")
    long = next(section for section in dossier["sections"] if section["count"] > 1)
    lines = whole(ask, "/pairs/az-kz/state", "lines", 50, section=long["name"], language="en")
    assert long["lines"] == lines[:1]


def test_names_that_hold_the_words_come_with_the_first_page(ask: Ask) -> None:
    found = ask("/search", q="Bakı", limit=1)
    assert ("place", "Bakı") in {(one["type"], one["name"]) for one in found["entities"]}
    assert ask("/search", q="Bakı", limit=1, after=found["next"])["entities"] == []


def test_the_log_goes_back_to_the_first_change(ask: Ask) -> None:
    changes = whole(ask, "/log", "changes", 3)
    assert {change["action"] for change in changes} >= {"add"}  # type: ignore[index]
    assert changes[0]["number"] > changes[-1]["number"]  # type: ignore[index]
    assert {change["number"] for change in changes} >= {1}  # type: ignore[index]


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/pairs", "pairs"),
        ("/pairs/az-kz/claims", "claims"),
        ("/pairs/az-kz/findings", "findings"),
        ("/pairs/az-kz/state", "lines"),
        ("/documents", "documents"),
        ("/log", "changes"),
    ],
)
def test_what_is_added_between_two_pages_moves_nothing(
    path: str, what: str, ask: Ask, ledger_path: Path
) -> None:
    before = whole(ask, path, what, 500)
    first = ask(path, limit=2)
    with open_ledger(ledger_path) as ledger:
        for number, date in enumerate(("1900", "2090")):
            document = make_document(f"{make_document().text} {number}.", published=date)
            told = opened(
                document, parties=("AZ", "KZ"), roles={"sender": "AZ", "host": "KZ", "mission": "embassy"}
            )
            ledger.add(document, [told, opened(document, kind="visit", parties=("AZ", "AL"), roles={})])
    found = list(first[what])
    page = first
    while page["next"]:
        page = ask(path, limit=2, after=page["next"])
        found += page[what]
    if what == "pairs":
        # Albania comes before all that was told; the counts of what was not told yet are of now.
        found, before = [one["pair"] for one in found], [one["pair"] for one in before]  # type: ignore[index, misc]
    if what in ("claims", "documents"):
        old = {one["id"] for one in before}  # type: ignore[index]
        found = [one for one in found if one["id"] in old]
    assert found == before


def test_both_times_are_asked_for(ask: Ask, client: TestClient[Litestar]) -> None:
    assert ask("/pairs", known_at="1999-01-01") == {"pairs": [], "next": None}
    early = whole(ask, "/pairs/az-kz/claims", "claims", 50, as_of="1995")
    assert 0 < len(early) < len(whole(ask, "/pairs/az-kz/claims", "claims", 50))
    assert client.get("/api/v1/pairs/az-kz?known_at=1999-01-01").status_code == 404


def test_a_draft_is_held_against_the_ledger(
    client: TestClient[Litestar], ledger_path: Path, tmp_path: Path
) -> None:
    text = "Azərbaycan ilə Qazaxıstan arasında diplomatik münasibətlər 1995-ci ildə qurulub."
    path = tmp_path / "draft.txt"
    path.write_text(text, encoding="utf-8")
    answer = client.post("/api/v1/verify", json={"text": text, "language": "en", "pair": "az-kz"})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    done = CliRunner().invoke(
        korpu, ["verify", str(path), "--language", "en", "--format", "jsonl", "--ledger", str(ledger_path)]
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert answer.json()["lines"] == lines
    assert lines[0]["verdict"] == "contradicted"
