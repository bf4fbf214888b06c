"""ETags, errors, and what is looked at before a question is answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.ledger.store import open_ledger
from tests.samples import make_document, opened


def test_an_answer_that_has_not_changed_is_not_sent_again(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    first = client.get("/api/v1/pairs/az-kz/state")
    tag = first.headers["etag"]
    assert not tag.startswith("W/") and first.headers["cache-control"] == "private, no-cache"
    again = client.get("/api/v1/pairs/az-kz/state", headers={"If-None-Match": f'"other", {tag}'})
    assert again.status_code == 304 and not again.content and again.headers["etag"] == tag
    assert (
        client.get("/api/v1/pairs/az-kz/state?language=en", headers={"If-None-Match": tag}).status_code == 200
    )
    document = make_document()
    with open_ledger(ledger_path) as ledger:
        ledger.add(document, [opened(document)])
    assert client.get("/api/v1/pairs/az-kz/state", headers={"If-None-Match": tag}).status_code == 200


def test_the_next_page_has_its_address(client: TestClient[Litestar]) -> None:
    first = client.get("/api/v1/documents", params={"limit": 2, "as_of": "2090"})
    address = first.headers["link"].partition(">")[0].removeprefix("<")
    assert first.headers["link"].endswith('; rel="next"')
    assert client.get(address).json()["documents"] != first.json()["documents"]
    assert "link" not in client.get("/api/v1/documents?limit=500").headers


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/pairs?limit=501", 400, "limit: Expected `int` <= 500"),
        ("/pairs?limit=2&limit=3", 400, "given twice"),
        ("/pairs?as-of=2015", 400, "no parameter «as-of»"),
        ("/pairs?after=%25%25", 400, "after: "),
        ("/pairs?after=abcd", 400, "no place in this list"),
        ("/pairs/az-kz/findings?after=WyIyMDI2IiwgLTVd", 400, "no place in this list"),
        ("/pairs/az-kz/findings?after=WyJ4eHgiLCA1XQ", 400, "no place in this list"),
        ("/pairs?state=zzzz", 400, "names no state"),
        ("/pairs/az-az", 404, "two states"),
        ("/pairs/az-kz/claims?as_of=2022-13", 400, "2022-13"),
        ("/pairs/az-kz/claims?known_at=2022-01-01T99", 400, "no date and no instant"),
        ("/pairs/az-kz/claims?kind=nonsense", 400, "no kind «nonsense»"),
        ("/pairs/az-kz/findings?status=good", 400, "no status «good»"),
        ("/pairs/az-kz/state?section=all", 400, "no section «all»"),
        ("/pairs/az-kz/state?language=xx", 400, "language"),
        ("/claims/12ab34cd12ab34cd", 404, "no claim"),
        ("/documents/12ab34cd12ab34cd", 404, "no document"),
        ("/search", 400, "q"),
        ("/search?q=%E2%80%A6", 400, "no word"),
        ("/search?q=a&pair=az-zz", 400, "zz"),
        ("/nothing", 404, ""),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(
    client: TestClient[Litestar], path: str, status: int, said: str
) -> None:
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status and said.lower() in told["detail"].lower() and told["title"]


def test_only_json_is_answered(client: TestClient[Litestar]) -> None:
    refused = client.get("/api/v1/pairs", headers={"Accept": "text/html, application/json;q=0"})
    assert refused.status_code == 406
    assert refused.headers["content-type"] == "application/problem+json"
    for accepted in ("application/json", "text/html, */*;q=0.1", "application/*"):
        assert client.get("/api/v1/pairs", headers={"Accept": accepted}).status_code == 200


def test_another_method_is_refused_with_those_that_there_are(client: TestClient[Litestar]) -> None:
    answer = client.put("/api/v1/pairs", json={})
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("body", "sort", "status"),
    [
        (b'{"text": "a"', "application/json", 400),
        (b'{"text": ""}', "application/json", 422),
        (b'{"text": "a", "more": 1}', "application/json", 422),
        (b'{"text": 5}', "application/json", 422),
        (b"[]", "application/json", 422),
        (b'{"text": "a", "pair": "az-az"}', "application/json", 400),
        (b'{"text": "a", "as_of": "2021-13"}', "application/json", 400),
        (b'{"text": "\\ud800"}', "application/json", 400),
        (b'{"text": "a"}', "text/plain", 415),
        (b"text=a", "application/x-www-form-urlencoded", 415),
        (b'{"text": "' + b"a" * 100_001 + b'"}', "application/json", 422),
        (b'{"text": "' + b"a" * 25_000_001 + b'"}', "application/json", 413),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_body_that_is_none_is_refused(
    client: TestClient[Litestar], body: bytes, sort: str, status: int
) -> None:
    answer = client.post("/api/v1/verify", content=body, headers={"Content-Type": sort})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_the_description_names_every_address_and_loads_nothing(client: TestClient[Litestar]) -> None:
    answer = client.get("/api/v1/openapi.json")
    told = answer.json()
    assert told["openapi"].startswith("3.1")
    assert set(told["paths"]) == {
        f"/api/v1{path}"
        for path in (
            "/pairs", "/pairs/{pair}", "/pairs/{pair}/claims", "/pairs/{pair}/findings", "/pairs/{pair}/state",
            "/pairs/{pair}/dossier", "/claims/{id}", "/documents", "/documents/{id}", "/search", "/log", "/verify",
        )
    }  # fmt: skip
    for operations in told["paths"].values():
        for operation in operations.values():
            assert operation["description"] or operation["summary"]
            assert all(one.get("description") for one in operation.get("parameters", []))
            problems = [one for status, one in operation["responses"].items() if status >= "400"]
            assert problems and all("application/problem+json" in one["content"] for one in problems)
    assert client.get("/api/v1").status_code == 404
