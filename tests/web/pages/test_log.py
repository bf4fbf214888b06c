"""The page of the log."""

from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.ledger.store import open_ledger
from korpu.web.app import create_app
from korpu.web.pages.log import PAGE
from korpu.web.settings import Settings
from tests.samples import make_document, opened, turnover
from tests.web.conftest import OpenPage


def test_everything_that_was_done_is_there_the_last_first(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    with open_ledger(ledger_path, author="Aytən") as ledger:
        document = ledger.documents()[0]
        ledger.withdraw(document.id, "a forgery")
    page = client.get("/log").text
    assert page.index("withdrawn") < page.index("document added", page.index("</form>"))
    assert "a forgery" in page and "Aytən" in page
    assert f'href="/documents/{document.id}"' in page
    assert f"with {document.claims} claims" in page


def test_the_log_is_of_a_pair_an_author_and_an_action(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    with open_ledger(ledger_path, author="Aytən") as ledger:
        claim = ledger.claims(("AZ", "KZ"))[0]
        ledger.withdraw(claim.id, "misread")
    for asked in (
        "author=Aytən",
        "action=withdraw",
        "pair=az-kz",
        "pair=Azerbaijan – Kazakhstan",
        "pair=KZ-AZ&author=Aytən&action=withdraw",
    ):
        assert "misread" in client.get(f"/log?{asked}").text
    for asked in ("author=Nobody", "action=merge", "pair=nz-is"):
        assert "The log has nothing of the kind." in client.get(f"/log?{asked}").text
    assert "is no two states" in client.get("/log?pair=nonsense").text
    assert "misread" not in client.get("/log?known_at=1999").text


def test_pages_lead_to_older_ones_and_keep_what_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "long.ledger"
    with open_ledger(path, author="Samirə") as ledger:
        for number in range(PAGE + 5):
            document = make_document(f"{number}. {make_document().text}", title=f"Sənəd {number}")
            ledger.add(document, [opened(document)])
    with TestClient(create_app(Settings(path, language="en")), base_url="http://127.0.0.1:8000") as client:
        page = client.get("/log?author=Samirə").text
        assert page.count('class="change ') == PAGE
        assert 'href="/log?before=6&amp;author=Samir%C9%99"' in page
        older = client.get("/log?before=6&author=Samirə").text
        assert older.count('class="change ') == 5
        assert "Older" not in older and "The newest" in older


def test_what_another_reading_moved_is_told_claim_by_claim(tmp_path: Path) -> None:
    path = tmp_path / "reread.ledger"
    document = make_document()
    with open_ledger(path) as ledger:
        ledger.add(document, [opened(document)])
        ledger.reread(document, [turnover(document)])
    with TestClient(create_app(Settings(path, language="en")), base_url="http://127.0.0.1:8000") as client:
        page = client.get("/log").text
    assert "read again" in page and "new: 1 claim" in page
    assert "Norway’s embassy in Chile opened in 1997" in page


def test_a_withdrawal_is_undone_once(client: TestClient[Litestar], ledger_path: Path) -> None:
    with open_ledger(ledger_path) as ledger:
        claim = ledger.claims(("AZ", "KZ"))[0]
        ledger.withdraw(claim.id, "misread")
        number = ledger.last_change()
    page = client.get("/log").text
    assert f'action="/log/{number}/undo"' in page
    assert "restored" in client.post(f"/log/{number}/undo", data={"back": "/log"}).text
    again = client.post(f"/log/{number}/undo", data={})
    assert again.status_code == 400 and "undone already" in again.text
    assert client.post("/log/1/undo", data={}).status_code == 400


def test_what_people_accept_and_decide_is_told_and_undone(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    with open_ledger(ledger_path, author="Aytən") as ledger:
        one, other = (claim.id for claim in ledger.claims(("AZ", "KZ"), "trade.turnover")[:2])
        ledger.accept(one, "looked at")
        accepted = ledger.last_change()
        decided = ledger.decide([one, other], "so it is", prefer=one).number
    page = client.get("/log").text
    assert "claim accepted" in page and "preferred among 2 claims in dispute" in page
    for number in (accepted, decided):
        assert f'action="/log/{number}/undo"' in page
        assert client.post(f"/log/{number}/undo", data={"back": "/log"}).status_code == 200
    page = client.get("/log").text
    assert "acceptance undone" in page and "decision undone" in page
    assert "/undo" not in page


def test_undoing_leads_to_no_other_site(client: TestClient[Litestar], ledger_path: Path) -> None:
    with open_ledger(ledger_path) as ledger:
        ledger.withdraw(ledger.claims(("AZ", "KZ"))[0].id, "misread")
        number = ledger.last_change()
    answer = client.post(f"/log/{number}/undo", data={"back": "https://example.org/"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_an_empty_ledger_says_that_nothing_was_done(tmp_path: Path) -> None:
    with TestClient(
        create_app(Settings(tmp_path / "new.ledger", language="en")), base_url="http://127.0.0.1:8000"
    ) as client:
        assert "Nothing was done to this ledger yet." in client.get("/log").text


@pytest.mark.parametrize(("width", "dark", "language"), [(360, True, "az"), (1600, False, "en")])
def test_the_log_is_read_and_filtered_in_a_browser(
    open_page: OpenPage, width: int, dark: bool, language: str
) -> None:
    page = open_page("/log", width=width, dark=dark, language=language)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".change").count() >= 12
    page.locator("select[name=action]").select_option("withdraw")
    page.locator("form.filter button").click()
    page.wait_for_url("**/log?action=withdraw")
    assert page.locator(".nothing").is_visible()
