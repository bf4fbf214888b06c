"""A dossier of very many claims is made by a worker, and who asks is told to wait."""

import re
import time

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.web import dossiers


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossiers, "MANY", 50)
    monkeypatch.setattr(dossiers, "PATIENCE", 0.01)


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


def test_the_list_does_not_wait_for_large_files(client: TestClient[Litestar]) -> None:
    row = client.get("/az-kz/row")
    assert row.status_code == 200
    assert re.search(r'href="/az-kz/disagreements"[^>]*>…</a>', row.text)
