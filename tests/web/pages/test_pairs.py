"""The first page: all pairs."""

from pathlib import Path

from litestar import Litestar
from litestar.testing import TestClient

from korpu.web.app import create_app
from korpu.web.settings import Settings
from tests.web.conftest import OpenPage


def test_pairs_are_listed_with_what_the_ledger_has(client: TestClient[Litestar]) -> None:
    page = client.get("/").text
    assert 'href="/az-kz"' in page
    assert "Azerbaijan – Kazakhstan" in page


def test_pairs_are_found_by_state_and_by_words_in_either_language(client: TestClient[Litestar]) -> None:
    assert 'href="/az-kz"' in client.get("/?q=kazakh").text
    assert 'href="/az-kz"' in client.get("/?state=Qazaxıstan").text
    assert "no such pair" in client.get("/?q=zzzz").text


def test_an_unknown_state_is_said_with_near_names(client: TestClient[Litestar]) -> None:
    assert "names no state" in client.get("/?state=Qazaxistann+x").text


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    with TestClient(
        create_app(Settings(tmp_path / "new.ledger", language="en")), base_url="http://127.0.0.1:8000"
    ) as client:
        page = client.get("/").text
    assert "The ledger is empty" in page
    assert 'href="/add"' in page


def test_disagreements_are_counted_when_the_list_is_read(open_page: OpenPage) -> None:
    page = open_page("/")
    page.locator("td a.count").first.wait_for()
    assert page.locator("td a.count").first.inner_text().isdigit()


def test_the_list_can_be_read_without_scripts_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("/", width=360, scripts=False, language="az")
    assert page.get_by_role("link", name="Azərbaycan – Qazaxıstan", exact=True).is_visible()
