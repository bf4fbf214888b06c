"""What every page is told of the visit that it answers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.ledger.store import Ledger, open_ledger
from tests.samples import make_document, opened

BEFORE = "known_at=1999-01-01"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/", 'href="/az-kz'),
        ("/search?q=Azərbaycan", 'href="/az-kz'),
        ("/entities", "pair=az-kz"),
        ("/api/v1/pairs", '"claims"'),
        ("/world.json?state=AZ", '"/az-kz'),
    ],
)
def test_pairs_and_their_counts_are_those_of_the_instant_that_is_asked_for(
    client: TestClient[Litestar], path: str, shown: str
) -> None:
    assert shown in client.get(path).text
    assert shown not in client.get(f"{path}{'&' if '?' in path else '?'}{BEFORE}").text


def test_counts_of_an_instant_are_made_once_until_the_ledger_changes(
    client: TestClient[Litestar], ledger_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dt.datetime | None] = []
    count = Ledger.pair_claims

    def note(
        ledger: Ledger, state: str | None = None, known_at: dt.datetime | None = None
    ) -> dict[tuple[str, str], int]:
        asked.append(known_at)
        return count(ledger, state, known_at)

    monkeypatch.setattr(Ledger, "pair_claims", note)
    for path in (
        "/",
        "/search?q=Azərbaycan",
        "/entities",
        "/api/v1/pairs",
        "/api/v1/pairs/az-kz",
        "/world.json",
    ):
        client.get(f"{path}{'&' if '?' in path else '?'}known_at=2090")
    assert len([one for one in asked if one]) == 1
    with open_ledger(ledger_path) as ledger:
        document = make_document()
        ledger.add(document, [opened(document)])
    assert "/cl-no" in client.get("/?known_at=2090").text or "/no-cl" in client.get("/?known_at=2090").text
    assert len([one for one in asked if one]) == 2
