"""The application over a ledger in PostgreSQL: the pages, a decision, a draft, and what workers make."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from httpx import Response
from litestar import Litestar
from litestar.testing import TestClient

from korpu.coverage import sum_up
from korpu.ledger.store import open_ledger
from korpu.reading.read import read_with_coverage
from korpu.sources.samples import read_samples
from korpu.web import dossiers
from korpu.web.app import create_app
from korpu.web.settings import Settings
from tests.ledger import conftest as ledgers
from tests.web.pages.test_add import begun, ended
from tests.web.pages.test_disagreements import offered
from tests.web.pages.test_verify import DRAFT, verified

server, database = ledgers.server, ledgers.database


@pytest.fixture
def ledger_path(database: str) -> str:
    """The address of a database with the samples."""
    with open_ledger(database, author="Samirə") as ledger:
        for document in read_samples():
            claims, covered = read_with_coverage(document, "az")
            ledger.add(document, claims, sum_up(covered))
    return database


@pytest.fixture
def app(ledger_path: str) -> Litestar:
    return create_app(Settings(ledger_path, author="Samirə", language="en"))


Client = TestClient[Litestar]


def asked(client: Client, path: str) -> Response:
    """The answer of a page, waited for where a worker makes it."""
    end = time.monotonic() + 90
    while (answer := client.get(path)).status_code in (202, 503):
        assert time.monotonic() < end, path
        time.sleep(0.1)
    assert answer.status_code == 200, (path, answer.text[:2000])
    return answer


@pytest.fixture(params=["here", "by workers"])
def _where(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if request.param == "by workers":
        monkeypatch.setattr(dossiers, "MANY", 50)
        monkeypatch.setattr(dossiers, "PATIENCE", 0.01)
    yield


@pytest.mark.usefixtures("_where")
def test_every_sort_of_page_comes_from_it(client: Client) -> None:
    assert 'href="/az-kz"' in asked(client, "/").text
    dossier = asked(client, "/az-kz").text
    assert "Key facts" in dossier
    claim = re.search(r'href="(/claims/\w+)"', dossier)
    assert claim
    assert 'class="note' in asked(client, claim[1]).text  # it leads to its document
    assert "<mark>" in asked(client, f"{claim[1]}/evidence").text
    for path in (
        "/az-kz/timeline", "/az-kz/series", "/az-kz/series.csv", "/az-kz/map", "/az-kz/sections/trade",
        "/az-kz?as_of=2010&known_at=2090-01-01", "/az-kz/row", "/documents", "/entities", "/log", "/log?pair=az-kz",
    ):  # fmt: skip
        asked(client, path)
    assert "holds nothing" in asked(client, "/az-kz?known_at=1999-01-01").text
    assert "<mark" in asked(client, "/search?q=səfirliyi").text
    for path in ("/api/v1/pairs", "/api/v1/pairs/az-kz/findings", "/api/v1/search?q=səfirlik"):
        asked(client, path)


@pytest.mark.usefixtures("_where")
def test_a_decision_is_kept_in_it_and_undone(client: Client, ledger_path: str) -> None:
    page = "/az-kz/disagreements"
    claims, sides = offered(asked(client, page).text)
    sent = {"claims": claims, "prefer": sides[1], "because": "nazirlik belə deyir"}
    answer = client.post(f"{page}/decide", data=sent, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    assert "1 more is decided." in asked(client, page).text
    with open_ledger(ledger_path) as ledger:
        (decision,) = ledger.decisions(("AZ", "KZ"))
    assert decision.because == "nazirlik belə deyir"
    undone = client.post(f"/log/{decision.number}/undo", data={"back": page}, follow_redirects=False)
    assert undone.status_code == 303
    assert "decided-title" not in asked(client, page).text


def test_a_draft_is_verified_against_it(client: Client) -> None:
    page = verified(client, text=DRAFT)
    assert "The draft says 27 August 1992, the ledger 30 August 1992." in page


def test_a_document_is_added_to_it_by_a_worker(client: Client) -> None:
    page = ended(
        client, begun(client, {"bir.txt": "Çilinin Perudakı səfirliyi 1990-cı ildə açılıb.".encode()})
    )
    assert "1 document was added" in page
    assert "1990" in asked(client, "/cl-pe").text


def test_a_claim_is_found_right_in_it(client: Client, ledger_path: str) -> None:
    with open_ledger(ledger_path) as ledger:
        claim = ledger.claims(("AZ", "KZ"))[0]
    answer = client.post(f"/claims/{claim.id}/accept", follow_redirects=False)
    assert answer.status_code == 303, answer.text
    assert "found right" in asked(client, f"/documents/{claim.document}").text
