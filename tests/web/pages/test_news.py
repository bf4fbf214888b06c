"""The page of what is new on two states."""

import datetime as dt

from litestar import Litestar
from litestar.testing import TestClient

from korpu.document import Document
from korpu.reading.read import read_document
from tests.web.conftest import OpenPage

TOLD = Document("Azərbaycanın Qazaxıstanda səfirliyi 1991-ci ildə açılıb.")


def test_what_came_since_a_day_is_told_with_its_sentences(client: TestClient[Litestar]) -> None:
    page = client.get("/az-kz/news").text
    assert "What is new: Azerbaijan and Kazakhstan" in page and "Now disputed" in page
    assert 'href="/claims/' in page and 'href="/az-kz/disagreements"' in page
    since = dt.datetime.now(dt.UTC).isoformat()
    assert "Nothing is new in this time." in client.get("/az-kz/news", params={"since": since}).text
    client.app.state.ledger.add(TOLD, read_document(TOLD))
    page = client.get("/az-kz/news", params={"since": since}).text
    assert "1991" in page and "Changes: " in page


def test_what_makes_no_sense_is_said(client: TestClient[Litestar]) -> None:
    assert client.get("/az-kz/news?since=soon").status_code == 400
    assert "Give an earlier one" in client.get("/az-kz/news?since=2090").text
    assert client.get("/az-xx/news").status_code == 404


def test_a_change_opens_its_sentence(open_page: OpenPage) -> None:
    page = open_page("/az-kz/news", width=360, language="az")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".change .refs a").first.click()
    page.locator("#evidence mark").wait_for()
