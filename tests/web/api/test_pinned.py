"""Pages after the first are of the first one's moment and day, whatever happens meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.ledger.store import open_ledger
from korpu.web.dossiers import Dossiers
from korpu.web.protocol.cursors import cursor_of, place_at
from korpu.web.protocol.pinned import Pinned
from tests.web.api.conftest import Ask

PATHS = ("/pairs/az-kz/state", "/pairs/az-kz/findings")


def listed(answer: dict[str, Any]) -> list[Any]:
    return list(answer.get("lines") or answer["findings"])


@pytest.mark.parametrize("path", PATHS)
def test_what_comes_while_the_first_page_is_made_is_on_no_page(
    ask: Ask, ledger_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    whole = listed(ask(path, limit=500))
    view = Dossiers.view
    disturbed: list[bool] = []

    def disturb(*given: Any) -> Any:
        made = view(*given)
        if not disturbed:
            disturbed.append(True)
            with open_ledger(ledger_path) as ledger:
                for stored in ledger.documents(("AZ", "KZ"))[:3]:
                    ledger.withdraw(stored.id, "a forgery")
        return made

    monkeypatch.setattr(Dossiers, "view", disturb)
    page = ask(path, limit=3)
    found = listed(page)
    while page["next"]:
        page = ask(path, limit=3, after=page["next"])
        found += listed(page)
    assert found == whole
    assert listed(ask(path, limit=500)) != whole


@pytest.mark.parametrize("path", PATHS)
def test_what_comes_before_the_first_page_is_made_is_on_all_or_none(
    ask: Ask, ledger_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    whole = listed(ask(path, limit=500))
    view = Dossiers.view
    disturbed: list[bool] = []

    def disturb(*given: Any) -> Any:
        if not disturbed:
            disturbed.append(True)
            with open_ledger(ledger_path) as ledger:
                for stored in ledger.documents(("AZ", "KZ"))[:3]:
                    ledger.withdraw(stored.id, "a forgery")
        return view(*given)

    monkeypatch.setattr(Dossiers, "view", disturb)
    page = ask(path, limit=3)
    found = listed(page)
    while page["next"]:
        page = ask(path, limit=3, after=page["next"])
        found += listed(page)
    assert found == whole


def test_the_day_of_the_first_page_is_that_of_all(ask: Ask) -> None:
    page = ask("/pairs/az-kz/state", limit=1)
    assert place_at(page["next"], Pinned).as_of == page["as_of"]
    place = Pinned("2090-01-01", 1, "2015-03-02")
    assert ask("/pairs/az-kz/state", limit=1, after=cursor_of(place))["as_of"] == "2015-03-02"


@pytest.mark.parametrize("as_of", ["abc", "2015/2016", ""])
def test_a_cursor_as_of_no_day_is_refused(client: TestClient[Litestar], as_of: str) -> None:
    query = {"after": cursor_of(Pinned("2090-01-01", 1, as_of))}
    answer = client.get("/api/v1/pairs/az-kz/state", params=query)
    assert answer.status_code == 400 and "no place in this list" in answer.text
