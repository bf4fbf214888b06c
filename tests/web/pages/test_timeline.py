"""The timeline of two states."""

from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from playwright.sync_api import Page

from tests.charts.checked import problems
from tests.web.conftest import OpenPage


def drawn(page: Page) -> Page:
    """The page, once its script has drawn all charts."""
    page.locator(".drawing svg").first.wait_for(timeout=60_000)
    return page


def rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        row for layer in spec["layer"] for row in layer.get("data", {}).get("values", ()) if "shape" in row
    ]


def test_all_that_is_dated_stands_in_a_list_each_with_its_sentence(client: TestClient[Litestar]) -> None:
    page = client.get("/az-kz/timeline").text
    assert "In the order of time" in page and 'href="/claims/' in page
    assert 'data-chart="/az-kz/timeline.json"' in page


def test_the_chart_is_vega_lite_and_its_marks_lead_to_claims(client: TestClient[Litestar]) -> None:
    spec = client.get("/az-kz/timeline.json").json()
    assert not problems(spec)
    assert all(row["href"].startswith("/claims/") for row in rows(spec))


@pytest.mark.parametrize(("only", "kept"), [("visits", "visited"), ("visit", "visit")])
def test_a_section_or_a_kind_is_shown_alone(client: TestClient[Litestar], only: str, kept: str) -> None:
    page = client.get("/az-kz/timeline", params={"only": only}).text
    assert f'value="{only}" selected' in page
    some, every = (
        rows(client.get("/az-kz/timeline.json", params={"only": one}).json()) for one in (only, "")
    )
    assert 0 < len(some) < len(every)


def test_a_period_is_shown_alone_and_is_the_axis(client: TestClient[Litestar]) -> None:
    spec = client.get("/az-kz/timeline.json?since=2004&until=2008-06").json()
    assert rows(spec) and all(row["last"] >= "2004" for row in rows(spec))
    page = client.get("/az-kz/timeline?since=2004&until=2008-06").text
    assert 'data-chart="/az-kz/timeline.json?since=2004&amp;until=2008-06"' in page


@pytest.mark.parametrize(
    "query", ["only=nonsense", "since=soon", "until=2004/2005", "since=2010&until=2005", "width=9"]
)
def test_what_cannot_be_shown_is_said(client: TestClient[Litestar], query: str) -> None:
    assert client.get(f"/az-kz/timeline.svg?{query}").status_code == 400


def test_times_are_kept(client: TestClient[Litestar]) -> None:
    page = client.get("/az-kz/timeline?as_of=2005").text
    assert 'data-chart="/az-kz/timeline.json?as_of=2005"' in page
    assert 'name="as_of" value="2005"' in page
    spec = client.get("/az-kz/timeline.json?as_of=2005").json()
    assert all(row["href"].endswith("?as_of=2005") for row in rows(spec))


def test_a_mark_tells_its_sentence_and_leads_to_it(open_page: OpenPage) -> None:
    page = drawn(open_page("/az-kz/timeline"))
    mark = page.locator(".drawing .mark-symbol path").first
    mark.hover(force=True)
    assert page.locator("#vg-tooltip-element.visible").inner_text().strip()
    with page.expect_navigation():
        mark.click(force=True)
    assert "/documents/" in page.url


def test_a_kind_is_chosen_by_the_keyboard(open_page: OpenPage) -> None:
    page = drawn(open_page("/az-kz/timeline", language="az"))
    page.locator("select[name=only]").focus()
    page.locator("select[name=only]").select_option("visits")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/az-kz/timeline?only=visits")
    assert "Səfərlər" in (drawn(page).locator(".drawing svg").text_content() or "")


@pytest.mark.parametrize("width", [360, 1600])
def test_it_can_be_seen_without_scripts(open_page: OpenPage, width: int) -> None:
    page = open_page("/az-kz/timeline", width=width, scripts=False)
    picture = page.locator("figure img")
    assert picture.is_visible() and picture.get_attribute("alt")
    assert page.locator(".chronicle tbody tr").count() > 10


def test_it_fits_a_phone_in_the_dark(open_page: OpenPage) -> None:
    page = drawn(open_page("/az-kz/timeline", width=360, dark=True, language="az"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator(".drawing[data-drawn=dark]").count() == 1


def test_the_chart_follows_the_page_into_the_dark(open_page: OpenPage) -> None:
    page = drawn(open_page("/az-kz/timeline"))
    page.emulate_media(color_scheme="dark")
    page.locator(".drawing[data-drawn=dark]").wait_for()
