"""Search in the browser."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar import Litestar
from litestar.testing import TestClient

from korpu.languages import DEFAULT, find_language
from korpu.ledger.search import Passage
from korpu.ledger.terms import terms_asked
from korpu.web.pages.search import pieces_of
from korpu.web.states_named import states_named
from tests.web.conftest import OpenPage


@given(st.text(alphabet="səfirlikı SƏFİRLİYİ.,\n-", max_size=60))
def test_a_sentence_is_its_pieces(text: str) -> None:
    asked = terms_asked("səfirlik", find_language(DEFAULT))
    assert "".join(piece.text for piece in pieces_of(Passage(0, len(text), text), asked)) == text


def test_words_are_marked_in_whatever_form_they_stand(client: TestClient[Litestar]) -> None:
    page = client.get("/search?q=sefirlik").text
    assert "<mark>səfirliyi</mark>" in page or "<mark>Səfirliyi</mark>" in page
    assert 'href="/claims/' in page


def test_a_state_leads_to_its_pairs(client: TestClient[Litestar]) -> None:
    assert 'href="/?state=KZ"' in client.get("/search?q=Qazaxıstan").text


def test_search_goes_on_where_a_page_ends(
    client: TestClient[Litestar], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("korpu.web.pages.search.PAGE", 1)
    first = client.get("/search?q=səfir").text
    (following,) = re.findall(r'rel="next" href="([^"]+)"', first)
    second = client.get(html.unescape(following)).text
    shown = [re.findall(r'<h3><a href="(/documents/[^"]+)"', page) for page in (first, second)]
    assert len(shown[0]) == 1
    assert shown[1]
    assert not set(shown[0]) & set(shown[1])


def test_two_states_are_chosen_by_names_or_codes(client: TestClient[Litestar]) -> None:
    found = client.get("/search?q=səfirlik&pair=az-ge").text
    assert "<mark>" in found and 'value="Azerbaijan – Georgia"' in found
    for written in ("Azərbaycan – Gürcüstan", "georgia, azerbaijan", "GE AZ", "Azerbaijan and Georgia"):
        page = client.get("/search", params={"q": "səfirlik", "pair": written}).text
        assert page.rpartition("</form>")[2] == found.rpartition("</form>")[2]
    wrong = client.get("/search?q=səfirlik&pair=Narnia").text
    assert "«Narnia» is no two states" in wrong and "<mark>" not in wrong and 'value="Narnia"' in wrong


def test_what_is_not_found_and_what_is_no_word_is_said(client: TestClient[Litestar]) -> None:
    assert "Nothing in the ledger holds these words" in client.get("/search?q=zzzzzz").text
    assert "no word to search for" in client.get("/search?q=!!").text
    assert client.get("/search").status_code == 200


def test_a_kind_that_there_is_not_is_said(client: TestClient[Litestar]) -> None:
    answer = client.get("/search?q=nazir&kind=mission.open")
    assert answer.status_code == 400
    assert "mission.open" in answer.text


def test_where_few_claims_hold_the_words_one_may_look_further_back(
    client: TestClient[Litestar], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("korpu.ledger.search.MOST_LOOKED_AT", 1)
    page = client.get("/search?q=səfirlik&kind=trade.turnover").text
    assert "Documents were looked through back to" in page
    assert "Look further back" in page
    assert "Nothing in the ledger" not in page


def test_what_is_searched_for_is_never_run(client: TestClient[Litestar]) -> None:
    assert "<script>alert" not in client.get("/search?q=<script>alert(1)</script>").text


def test_the_field_in_the_head_finds_and_a_claim_leads_to_its_sentence(open_page: OpenPage) -> None:
    page = open_page("/", language="az")
    page.get_by_role("searchbox").first.fill("səfirlik")
    page.get_by_role("searchbox").first.press("Enter")
    page.locator(".hits mark").first.wait_for()
    page.locator(".hits .claims a").first.click()
    page.wait_for_url("**/documents/*#claim-*")


@pytest.mark.parametrize("words", ["Qazaxıstanda", "kz", "Kazakhstan"])
def test_the_pairs_of_a_state_that_is_named_stand_first(client: TestClient[Litestar], words: str) -> None:
    page = client.get("/search", params={"q": words, "as_of": "2090"}).text
    assert 'href="/az-kz?as_of=2090"' in page.partition('class="hits"')[0]


def test_two_states_lead_to_their_page(client: TestClient[Litestar]) -> None:
    page = client.get("/search", params={"q": "Azərbaycan Qazaxıstan"}).text.partition('class="hits"')[0]
    assert 'href="/az-kz"' in page and 'href="/az-ge"' not in page


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("və ev", ()),
        ("Ticarət: Çin", ("CN",)),
        ("trade with the United Kingdom", ("GB",)),
        ("AZ – KZ", ("AZ", "KZ")),
        ("az səfir", ()),
        ("<b>", ()),
    ],
)
def test_states_are_named_by_names_and_by_codes_where_there_is_nothing_else(
    words: str, states: tuple[str, ...]
) -> None:
    assert states_named(words) == states


def test_it_fits_a_phone_in_the_dark_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/search?q=Qazaxıstan səfirlik", width=360, dark=True, language="az", scripts=False)
    assert page.locator(".hits mark").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
