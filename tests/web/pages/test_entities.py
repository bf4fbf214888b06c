"""The pages of names."""

import re
import time
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.ledger.store import open_ledger
from korpu.web import names
from tests.samples import make_document, opened
from tests.web.conftest import OpenPage

LIST = "/entities?pair=no-cl"


def fill(path: Path) -> None:
    """Ambassadors of two states in each other, one name being told of both."""
    told = (
        ("Erik Solhaug", "NO", "CL"),
        ("E. Solhaug", "NO", "CL"),
        ("Ane Brekke", "NO", "CL"),
        ("Erik Solhaug", "CL", "NO"),
    )
    with open_ledger(path, author="Samirə") as ledger:
        for number, (person, sender, host) in enumerate(told):
            document = make_document(f"{make_document().text} {number}", title=f"Sənəd {number}")
            roles = {
                "sender": sender, "host": host, "mission": "embassy", "office": "ambassador", "person": person
            }  # fmt: skip
            ledger.add(document, [opened(document, kind="mission.head", roles=roles, when=None)])


@pytest.fixture
def ledger_path(tmp_path: Path) -> Path:
    path = tmp_path / "names.ledger"
    fill(path)
    return path


def ids(path: Path) -> dict[str, str]:
    with open_ledger(path) as ledger:
        return {
            f"{one.name} {min(fact.state for fact in one.context.facts)}": one.id
            for one in ledger.entities(("CL", "NO"), "person").entities
        }


def test_the_states_are_asked_for_first(client: TestClient[Litestar]) -> None:
    page = client.get("/entities?type=place").text
    assert 'href="/entities?pair=cl-no&amp;type=place"' in page
    assert "is no two states" in client.get("/entities?pair=nonsense").text


def test_names_are_listed_with_their_spellings_claims_and_doubts(client: TestClient[Litestar]) -> None:
    page = client.get(LIST).text
    assert page.count('<p class="name">') == 3
    assert "E. Solhaug" in page and "2 claims" in page
    assert "may be the same as" in page
    assert "ambassador (Norway)" in page
    missions = client.get(f"{LIST}&type=mission").text
    assert "Norway’s embassy in Chile" in missions and "Chile’s embassy in Norway" in missions


def test_names_among_very_many_claims_are_worked_out_by_a_worker(
    client: TestClient[Litestar], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "MANY", 0)
    end = time.monotonic() + 60
    while (answer := client.get(f"{LIST}&as_of=2090")).status_code == 202:
        assert "is being put together" in answer.text and time.monotonic() < end
        time.sleep(0.2)
    assert answer.text.count('<p class="name">') == 3


def test_names_are_found_by_a_part_of_them(client: TestClient[Litestar]) -> None:
    page = client.get(f"{LIST}&q=BREK").text
    assert page.count('<p class="name">') == 1
    assert "no such name" in client.get(f"{LIST}&q=zzzz").text


def test_a_name_has_its_claims_each_with_its_sentence(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    id = ids(ledger_path)["Erik Solhaug NO"]
    for address in (f"/entities/{id}", f"/entities/{id}?pair=no-cl"):
        page = client.get(address).text
        assert page.count('<p class="words">') == 2
        assert "Norway’s ambassador in Chile: Erik Solhaug" in page
        assert re.search(r'href="/claims/\w{16}', page)
        assert "The given name is shortened" in page
    assert client.get(f"/entities/{id}?pair=is-nz").status_code == 404
    assert client.get("/entities/0123456789abcdef").status_code == 404


def test_names_are_joined_with_a_reason_and_parted_again(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    one, other = ids(ledger_path)["Erik Solhaug NO"], ids(ledger_path)["Ane Brekke NO"]
    missing = client.post(f"/entities/{one}/merge", data={"other": other, "because": " "})
    assert missing.status_code == 400 and len(ids(ledger_path)) == 3
    joined = client.post(
        f"/entities/{one}/merge", data={"other": other, "because": "so it is", "pair": "no-cl"}
    )
    assert "so it is" in joined.text and "Ane Brekke" in joined.text and "(Samirə)" in joined.text
    assert len(ids(ledger_path)) == 2
    with open_ledger(ledger_path) as ledger:
        number = ledger.last_change()
    client.post(f"/log/{number}/undo", data={})
    assert set(ids(ledger_path)) == {"Erik Solhaug NO", "Ane Brekke NO", "Erik Solhaug CL"}
    again = client.post(f"/log/{number}/undo", data={})
    assert again.status_code == 400


def test_a_spelling_is_parted_and_joined_again(client: TestClient[Litestar], ledger_path: Path) -> None:
    id = ids(ledger_path)["Erik Solhaug NO"]
    parted = client.post(f"/entities/{id}/split", data={"names": "E. Solhaug", "because": "his brother"})
    assert "his brother" in parted.text
    assert set(ids(ledger_path)) == {"Erik Solhaug NO", "E. Solhaug NO", "Ane Brekke NO", "Erik Solhaug CL"}
    with open_ledger(ledger_path) as ledger:
        number = ledger.last_change()
    client.post(f"/log/{number}/undo", data={})
    assert set(ids(ledger_path)) == {"Erik Solhaug NO", "Ane Brekke NO", "Erik Solhaug CL"}


def test_what_conflicts_is_joined_only_when_it_is_asked_for_once_more(
    client: TestClient[Litestar], ledger_path: Path
) -> None:
    one, other = ids(ledger_path)["Erik Solhaug NO"], ids(ledger_path)["Erik Solhaug CL"]
    sent = {"other": other, "because": "he changed sides"}
    asked = client.post(f"/entities/{one}/merge", data=sent, headers={"accept-language": "az"})
    assert "eyni olmaya bilər" in asked.text and 'name="anyway"' in asked.text
    assert "he changed sides" in asked.text
    assert len(ids(ledger_path)) == 3
    joined = client.post(f"/entities/{one}/merge", data=sent | {"anyway": "yes"})
    assert joined.status_code == 200 and len(ids(ledger_path)) == 2


def test_names_of_two_sorts_are_never_joined(client: TestClient[Litestar], ledger_path: Path) -> None:
    with open_ledger(ledger_path) as ledger:
        mission = ledger.entities(("CL", "NO"), "mission").entities[0].id
    person = ids(ledger_path)["Ane Brekke NO"]
    answer = client.post(f"/entities/{person}/merge", data={"other": mission, "because": "x"})
    assert "two sorts" in answer.text and 'name="anyway"' not in answer.text


@pytest.mark.parametrize("language", ["az", "en"])
def test_names_are_joined_and_parted_in_a_browser_without_scripts(
    open_page: OpenPage, ledger_path: Path, language: str
) -> None:
    join, why, undo = ("Birləşdir", "Səbəb", "Ləğv et") if language == "az" else ("Join", "Why", "Undo")
    page = open_page(LIST, width=360, dark=True, language=language, scripts=False)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("link", name="Erik Solhaug").first.click()
    page.locator(".changing summary").first.click()
    page.locator("#other").select_option(index=1)  # the doubt: ambassadors of two states
    page.get_by_label(why).first.fill("tərəf dəyişib")
    page.get_by_role("button", name=join, exact=True).click()
    page.locator(".conflict").wait_for()
    assert len(ids(ledger_path)) == 3
    page.locator("input[name=anyway]").check()
    page.locator(".conflict button").click()
    assert "tərəf dəyişib" in page.locator(".done").inner_text()
    page.get_by_role("button", name=undo, exact=True).click()
    page.locator(".done").wait_for(state="detached")
    assert len(ids(ledger_path)) == 3


def test_the_page_of_a_name_is_wide_and_calm(open_page: OpenPage, ledger_path: Path) -> None:
    page = open_page(f"/entities/{ids(ledger_path)['Erik Solhaug NO']}?pair=no-cl")
    page.locator(".named .refs a").first.click()
    page.locator("#evidence mark").wait_for()
