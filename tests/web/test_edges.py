"""Addresses at the edges: of the calendar, of what numbers a database takes, of what the application once gave."""

from __future__ import annotations

from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.ledger.store import open_ledger
from korpu.web.protocol.cursors import cursor_of
from tests.samples import make_document, opened

OF_PAIR = ("", "/timeline.svg", "/series", "/disagreements", "/map", "/news")
PAGES = (
    "/",
    "/documents",
    "/log",
    "/search?q=a",
    *(f"/{pair}{path}" for pair in ("az-kz", "no-cl") for path in OF_PAIR),
)
TIMES = (
    "known_at=9999-12-31T23:59",
    "known_at=9999-12-31",
    "known_at=0001-01-03",
    "known_at=0001-01-01T00:00",
    "as_of=0001",
    "as_of=9999~",
)


def with_more(path: str, query: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{query}"


@pytest.fixture
def edges(client: TestClient[Litestar], ledger_path: Path) -> TestClient[Litestar]:
    """An application whose ledger has documents published at both ends of the calendar, and claims of these days."""
    with open_ledger(ledger_path) as ledger:
        for when in ("9999~", "0001~", "9999-12-31", "0001-01-01"):
            document = make_document(f"{when}: {make_document().text}", published=when)
            ledger.add(document, [opened(document, when=when)])
    return client


@pytest.mark.parametrize("times", TIMES)
def test_every_page_is_shown_at_the_first_and_the_last_days_of_the_calendar(
    edges: TestClient[Litestar], times: str
) -> None:
    answers = {path: edges.get(with_more(path, times)).status_code for path in PAGES}
    assert set(answers.values()) == {200}, answers


@pytest.mark.parametrize(
    "path",
    [
        "/documents",
        "/no-cl",
        "/no-cl/timeline",
        "/no-cl/timeline.svg",
        "/no-cl/series",
        "/no-cl/disagreements",
        "/no-cl/news",
        "/no-cl/news?since=0001-01-01",
        "/api/v1/documents",
        "/api/v1/pairs/no-cl/claims",
    ],
)
def test_documents_and_claims_of_the_first_and_last_days_of_the_calendar_are_shown(
    edges: TestClient[Litestar], path: str
) -> None:
    assert edges.get(path).status_code == 200


@pytest.mark.parametrize("instant", ["0001-01-01T00:00%2B14:00", "9999-12-31T23:59-04:00"])
@pytest.mark.parametrize("path", ["/", "/az-kz/news", "/api/v1/pairs"])
def test_an_instant_that_no_calendar_has_in_utc_is_refused(
    client: TestClient[Litestar], path: str, instant: str
) -> None:
    answer = client.get(f"{path}?known_at={instant}")
    assert answer.status_code == 400 and "is no date and no instant" in answer.text


@pytest.mark.parametrize("number", [-(1 << 70), -1, 0, (1 << 31) - 1, (1 << 63) - 1, 1 << 63, 1 << 70])
@pytest.mark.parametrize(
    "path", ["/log?before={}", "/az-kz/disagreements?done={}", "/documents/{document}?done={}"]
)
def test_numbers_of_changes_may_be_any(
    client: TestClient[Litestar], ledger_path: Path, path: str, number: int
) -> None:
    with open_ledger(ledger_path) as ledger:
        document = ledger.documents()[0].id
    assert client.get(path.format(number, document=document)).status_code == 200


@pytest.mark.parametrize("number", [-(1 << 70), 1 << 70])
def test_a_cursor_of_the_log_may_hold_any_number(client: TestClient[Litestar], number: int) -> None:
    assert client.get(f"/api/v1/log?after={cursor_of(number)}").status_code == 200


@pytest.mark.parametrize("path", ["/api/v1/documents", "/api/v1/search?q=Azərbaycan", "/search?q=Azərbaycan"])
@pytest.mark.parametrize("published", ["abc", "2021-13", "2021/2020"])
def test_a_cursor_with_a_date_that_is_none_is_refused_and_the_ledger_not_called_damaged(
    client: TestClient[Litestar], path: str, published: str
) -> None:
    answer = client.get(with_more(path, f"after={cursor_of((published, 'x'))}"))
    assert "damaged" not in answer.text
    assert answer.status_code == 400 and "is no place in this list" in answer.text
