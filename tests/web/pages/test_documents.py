"""The list of documents."""

import datetime as dt
from pathlib import Path

from litestar import Litestar
from litestar.testing import TestClient

from korpu.document import Document, SourceCard
from korpu.ledger.store import open_ledger
from korpu.web.app import create_app
from korpu.web.settings import Settings
from tests.web.conftest import OpenPage


def test_documents_are_listed_with_their_claims_the_latest_first(client: TestClient[Litestar]) -> None:
    page = client.get("/documents").text
    assert "12 documents" in page
    assert page.index("April 2024") < page.index("March 1998") < page.index("no date")
    assert 'href="/documents/' in page


def test_documents_of_two_states_are_listed_and_links_keep_the_times(client: TestClient[Litestar]) -> None:
    page = client.get("/documents?pair=az-kz&known_at=2090-01-01").text
    assert "with claims on Azerbaijan – Kazakhstan" in page
    assert "12 documents" not in page
    assert "?known_at=2090-01-01" in page
    assert client.get("/documents?pair=Qazaxıstan, Azerbaijan").text.count('href="/documents/') == page.count(
        'href="/documents/'
    )
    wrong = client.get("/documents?pair=az-xx").text
    assert "is no two states" in wrong and 'value="az-xx"' in wrong and "no such document" not in wrong


def test_titles_and_publishers_are_searched_with_or_without_marks(client: TestClient[Litestar]) -> None:
    assert "1 document<" in client.get("/documents?q=gomruk").text
    assert "no such document" in client.get("/documents?q=zzzz").text


def test_many_documents_come_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "many.ledger"
    with open_ledger(path) as ledger:
        for number in range(120):
            day = dt.date(2020, 1, 1) + dt.timedelta(number)
            card = SourceCard(title=f"Sənəd {number}<script>", published=day.isoformat())
            ledger.add(Document(f"Mətn {number}.", card), [])
    with TestClient(create_app(Settings(path, language="en")), base_url="http://127.0.0.1:8000") as client:
        page = client.get("/documents").text
        assert "Sənəd 119&lt;script&gt;" in page
        assert page.count("<tr>") == 51
        assert 'rel="next" href="/documents?page=2"' in page
        assert "Sənəd 0&lt;" in client.get("/documents?page=999").text


def test_the_list_fits_a_phone_without_scripts_in_azerbaijani(open_page: OpenPage) -> None:
    page = open_page("/documents", width=360, scripts=False, language="az", dark=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").inner_text() == "Sənədlər"
