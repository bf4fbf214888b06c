"""The page of disagreements."""

import re
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.ledger.store import open_ledger
from tests.web.conftest import OpenPage

PAGE = "/az-kz/disagreements"


def withdrawn_claim(page: str) -> str:
    """The first claim that the page offers for withdrawal."""
    found = re.search(r'name="claim" value="(\w+)"', page)
    assert found
    return found[1]


def test_each_disagreement_has_its_sides_sentences_and_reason(client: TestClient[Litestar]) -> None:
    page = client.get(PAGE).text
    assert page.count('<article class="dispute"') == 3
    assert "Trade turnover, 2021" in page
    assert "over 330 million US dollars" in page
    assert "mirror statistics" in page
    assert "independent witness" in page
    assert page.count("<blockquote") >= 6


def test_two_states_that_agree_have_none(client: TestClient[Litestar]) -> None:
    assert "No contradiction between the sources was found." in client.get("/nz-is/disagreements").text


def test_the_past_has_its_own_disagreements(client: TestClient[Litestar]) -> None:
    page = client.get(f"{PAGE}?known_at=1999-01-01").text
    assert "<article" not in page
    now = client.get(f"{PAGE}?as_of=2090").text
    assert f'action="{PAGE}/withdraw?as_of=2090"' in now


def test_what_was_known_once_is_not_changed_now(client: TestClient[Litestar]) -> None:
    page = client.get(f"{PAGE}?known_at=2090-01-01").text
    assert "<article" in page and "<form method=" not in page.replace('<form class="times" method=', "")


def test_a_misread_claim_is_withdrawn_with_a_cause_and_comes_back(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    claim = withdrawn_claim(client.get(PAGE).text)
    page = client.post(f"{PAGE}/withdraw", data={"claim": claim, "because": " misread:  another year "})
    assert page.status_code == 200
    assert page.text.count('<article class="dispute"') == 2
    assert "misread: another year" in page.text and "Samirə" in page.text
    with open_ledger(ledger_path) as ledger:
        withdrawal = ledger.withdrawal(claim)
    assert withdrawal is not None and withdrawal.author == "Samirə"
    back = client.post(f"/log/{withdrawal.number}/undo", data={"back": PAGE})
    assert back.text.count('<article class="dispute"') == 3


@pytest.mark.parametrize("because", ["", "  "])
def test_nothing_is_withdrawn_without_a_cause(client: TestClient[Litestar], because: str) -> None:
    claim = withdrawn_claim(client.get(PAGE).text)
    answer = client.post(f"{PAGE}/withdraw", data={"claim": claim, "because": because})
    assert answer.status_code == 400
    assert "Say why" in answer.text
    assert client.get(PAGE).text.count('<article class="dispute"') == 3


def test_a_claim_is_withdrawn_and_restored_in_a_browser_without_scripts(open_page: OpenPage) -> None:
    page = open_page(PAGE, scripts=False, language="az", width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    first = page.locator(".dispute").first
    first.get_by_text("Səhv oxunan məlumatı geri götür").click()
    first.locator("input[name=claim]").last.check()
    first.get_by_label("Səbəb").fill("başqa ilə aiddir")
    first.get_by_role("button", name="Məlumatı geri götür", exact=True).click()
    assert page.locator(".dispute").count() == 2
    assert "başqa ilə aiddir" in page.locator(".done").inner_text()
    page.get_by_role("button", name="Ləğv et").click()
    assert page.locator(".dispute").count() == 3


def test_a_sentence_opens_beside_the_sides(open_page: OpenPage) -> None:
    page = open_page(PAGE, dark=True)
    page.locator(".voices a").first.click()
    page.locator("#evidence mark").wait_for()
    assert page.url.endswith(PAGE)
