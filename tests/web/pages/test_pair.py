"""The page of two states."""

from litestar import Litestar
from litestar.testing import TestClient

from tests.web.conftest import OpenPage


def test_a_dossier_has_its_sections_and_every_figure_its_sentence(client: TestClient[Litestar]) -> None:
    page = client.get("/az-kz")
    assert page.status_code == 200
    assert "Azerbaijan and Kazakhstan" in page.text
    assert 'href="/claims/' in page.text


def test_times_are_kept_by_every_link_of_the_page(client: TestClient[Litestar]) -> None:
    page = client.get("/az-kz?as_of=2015&known_at=2090-01-01").text
    assert 'href="/az-kz/timeline?as_of=2015&amp;known_at=2090-01-01"' in page
    assert 'value="2015-12-31"' in page


def test_the_past_knows_nothing_of_what_came_later(client: TestClient[Litestar]) -> None:
    assert "holds nothing on these two states" in client.get("/az-kz?known_at=1999-01-01").text


def test_a_section_has_a_page_of_its_own(client: TestClient[Litestar]) -> None:
    assert client.get("/az-kz/sections/visits").status_code == 200
    missing = client.get("/az-kz/sections/nonsense")
    assert missing.status_code == 404
    assert "no section «nonsense»" in missing.text


def test_what_is_no_pair_is_said(client: TestClient[Litestar]) -> None:
    for path in ("/az-az", "/az-xx", "/favicon.ico"):
        assert client.get(path).status_code == 404


def test_what_is_no_date_is_said(client: TestClient[Litestar]) -> None:
    answer = client.get("/az-kz?as_of=tomorrow")
    assert answer.status_code == 400
    assert "tomorrow" in answer.text


def test_a_figure_opens_its_sentence_and_escape_leads_back(open_page: OpenPage) -> None:
    page = open_page("/az-kz")
    figure = page.locator(".refs a").first
    figure.click()
    page.locator("#evidence mark").wait_for()
    assert page.url.endswith("/az-kz")
    page.keyboard.press("Escape")
    assert page.locator("#evidence").is_hidden()
    assert figure.evaluate("it => it === document.activeElement")


def test_the_page_fits_a_phone_in_azerbaijani_and_in_the_dark(open_page: OpenPage) -> None:
    page = open_page("/az-kz", width=360, dark=True, language="az")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert "münasibətlərin vəziyyəti" in page.locator("h1").inner_text()


def test_a_chosen_day_is_shown_at_once(open_page: OpenPage) -> None:
    page = open_page("/az-kz")
    page.get_by_label("As of").fill("2015-06-01")
    page.wait_for_url("**/az-kz?as_of=2015-06-01")
