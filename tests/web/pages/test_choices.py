"""Fields for states offer those of the ledger."""

import re

from litestar import Litestar
from litestar.testing import TestClient

from tests.web.conftest import OpenPage


def test_pairs_are_offered_by_name_those_of_most_claims_first(client: TestClient[Litestar]) -> None:
    names = re.findall('<option value="(.+?)">', client.get("/choices/pairs").text)
    assert names[:2] == ["Azerbaijan – Kazakhstan", "Azerbaijan – Georgia"]


def test_states_are_offered_in_the_order_of_the_alphabet(client: TestClient[Litestar]) -> None:
    names = re.findall('<option value="(.+?)">', client.get("/choices/states").text)
    assert names == sorted(names) and "Kazakhstan" in names


def test_a_field_has_the_names_as_soon_as_it_is_entered(open_page: OpenPage) -> None:
    page = open_page("/search", language="az")
    page.focus("input[name=pair]")
    page.wait_for_selector("#known-pairs option", state="attached")
    page.fill("input[name=q]", "səfirlik")
    page.fill("input[name=pair]", "Azərbaycan – Qazaxıstan")
    page.press("input[name=pair]", "Enter")
    page.wait_for_url("**/search?*pair=*")
    assert page.input_value("input[name=pair]") == "Azərbaycan – Qazaxıstan"
