"""The map of two states, and the map of the world."""

from typing import Any

from litestar import Litestar
from litestar.testing import TestClient

from tests.charts.checked import problems
from tests.web.conftest import OpenPage
from tests.web.pages.test_timeline import drawn


def states(spec: dict[str, Any]) -> dict[str, Any]:
    found = spec["layer"][0]["data"]["values"]["objects"]["states"]["geometries"]
    return {one.get("id"): one["properties"] for one in found}


def test_missions_and_visits_stand_in_tables_each_with_its_sentence(client: TestClient[Litestar]) -> None:
    page = client.get("/az-kz/map").text
    assert "Consulate general" in page and "Aktau" in page and 'href="/claims/' in page
    assert "Natural Earth" in page and "GeoNames" in page


def test_the_maps_are_vega_lite(client: TestClient[Litestar]) -> None:
    for path in ("/az-kz/map.json", "/world.json", "/world.json?state=AZ&dark=1"):
        assert not problems(client.get(path).json())


def test_the_world_leads_from_a_state_to_its_pairs_and_from_two_to_their_dossier(
    client: TestClient[Litestar],
) -> None:
    assert states(client.get("/world.json").json())["KZ"]["href"] == "/?state=KZ"
    of_azerbaijan = states(client.get("/world.json?state=AZ&as_of=2020").json())
    assert of_azerbaijan["KZ"]["href"] == "/az-kz?as_of=2020" and of_azerbaijan["AZ"]["class"] == "chosen"
    assert of_azerbaijan["BR"]["href"] is None
    assert 'data-chart="/world.json?state=AZ"' in client.get("/?state=AZ").text


def test_a_state_that_there_is_not_is_said(client: TestClient[Litestar]) -> None:
    assert client.get("/world.svg?state=Atlantis").status_code == 400


def test_nothing_placed_is_said(client: TestClient[Litestar]) -> None:
    page = client.get("/fj-to/map").text
    assert "No document tells of a visit" in page and "data-chart" not in page


def test_a_mission_on_the_map_leads_to_its_sentence(open_page: OpenPage) -> None:
    page = drawn(open_page("/az-kz/map"))
    mission = page.locator(".drawing path[fill='#0b5a6b']").first
    mission.hover(force=True)
    page.locator("#vg-tooltip-element.visible").wait_for()
    with page.expect_navigation():
        mission.click(force=True)
    assert "/documents/" in page.url


def test_a_state_on_the_map_of_the_world_is_chosen_by_a_click(open_page: OpenPage) -> None:
    page = drawn(open_page("/"))
    with page.expect_navigation():
        page.locator(".drawing path[fill='#559fae'], .drawing path[fill='#8fc4cf']").first.click(force=True)
    page.wait_for_url("**/?state=*")
    drawn(page)


def test_maps_can_be_read_without_scripts_on_a_phone(open_page: OpenPage) -> None:
    for path in ("/az-kz/map", "/"):
        page = open_page(path, width=360, scripts=False, dark=True, language="az")
        assert page.locator("figure img").is_visible()
        assert page.locator("table.list tbody tr").count() > 2


def test_maps_fit_a_phone_in_the_dark(open_page: OpenPage) -> None:
    for path in ("/az-kz/map", "/"):
        page = drawn(open_page(path, width=360, dark=True, language="az"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
