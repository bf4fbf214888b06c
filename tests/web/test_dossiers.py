"""A dossier of very many claims is made by a worker, and who asks is told to wait."""

import re
import time

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.web import app, dossiers, visit
from korpu.web.ahead import make_ahead


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossiers, "MANY", 50)
    monkeypatch.setattr(dossiers, "PATIENCE", 0.01)
    monkeypatch.setattr(visit, "PATIENCE", 0.01)
    monkeypatch.setattr(app, "make_ahead", lambda *given: None)


def test_who_asks_for_a_large_file_waits_and_then_has_it(client: TestClient[Litestar]) -> None:
    first = client.get("/az-kz")
    assert first.status_code == 202
    assert first.headers["Refresh"]
    assert "is being put together" in first.text
    end = time.monotonic() + 60
    while (page := client.get("/az-kz")).status_code == 202:
        assert time.monotonic() < end
        time.sleep(0.2)
    assert page.status_code == 200
    assert "Key facts" in page.text


def test_large_files_are_made_ahead(client: TestClient[Litestar]) -> None:
    state = client.app.state
    make_ahead(state.ledger, state.dossiers, state.workers)
    assert client.get("/az-kz", headers={"Accept-Language": "az"}).status_code == 200
    assert client.get("/az-kz", headers={"Accept-Language": "en"}).status_code == 200
    assert re.search(r'href="/az-kz/disagreements"[^>]*>\d', client.get("/az-kz/row").text)


@pytest.mark.parametrize("path", ["timeline", "series", "map", "disagreements", "sections/trade"])
def test_every_page_of_a_large_file_comes_from_a_worker(client: TestClient[Litestar], path: str) -> None:
    assert client.get(f"/az-kz/{path}").status_code == 202
    end = time.monotonic() + 60
    while (page := client.get(f"/az-kz/{path}")).status_code == 202:
        assert time.monotonic() < end
        time.sleep(0.1)
    assert page.status_code == 200


@pytest.mark.parametrize("path", ["timeline.json", "series.svg", "series.csv", "map.json"])
def test_a_file_waits_for_what_it_is_made_of(client: TestClient[Litestar], path: str) -> None:
    assert client.get(f"/az-kz/{path}").status_code == 200


def test_a_file_that_is_not_there_in_time_is_no_page(
    client: TestClient[Litestar], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "FILE_PATIENCE", 0.01)
    answer = client.get("/az-kz/series.csv")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "Refresh" not in answer.headers


def test_a_program_is_told_when_to_ask_again(client: TestClient[Litestar]) -> None:
    answer = client.get("/api/v1/pairs/az-kz/dossier")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0


def test_the_list_does_not_wait_for_large_files(client: TestClient[Litestar]) -> None:
    row = client.get("/az-kz/row")
    assert row.status_code == 200
    assert re.search(r'href="/az-kz/disagreements"[^>]*>…</a>', row.text)
