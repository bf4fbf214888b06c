"""What editors do to claims on the page of a document."""

import re
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.claims import Claim
from korpu.ledger.store import Ledger, open_ledger
from tests.samples import TEXT, make_document, opened, turnover
from tests.web.conftest import OpenPage
from tests.web.test_accessibility import problems

OTHER = "𝕏 𝕐 Perunun Norveçdəki səfirliyi 2001-ci ildə açılıb."
DOCUMENT = make_document(f"{TEXT}\n{OTHER} Bu, belədir.", title="İcmal")
OPENED, TURNOVER = opened(DOCUMENT), turnover(DOCUMENT)
PAGE = f"/documents/{DOCUMENT.id}"
FORM = {
    "kind": "mission.opened",
    "parties": "Norway\nChile",
    "role-sender": "Norway",
    "role-host": "Chile",
    "role-mission": "embassy",
    "when": "1998",
    "stance": "fact",
    "speaker": "",
    "because": "the year was misread",
}


@pytest.fixture(autouse=True)
def filled(ledger_path: Path) -> None:
    with open_ledger(ledger_path, author="Samirə") as ledger:
        ledger.add(DOCUMENT, [OPENED, TURNOVER])


def standing(path: Path) -> list[Claim]:
    with open_ledger(path) as ledger:
        return ledger.claims_in(DOCUMENT.id)


Client = TestClient[Litestar]


def test_a_claim_is_found_right_and_that_is_undone(client: Client, ledger_path: Path) -> None:
    page = client.post(f"/claims/{OPENED.id}/accept").text
    assert "found right" in page and "Samirə" in page
    with open_ledger(ledger_path) as ledger:
        accepted = ledger.accepted(document=DOCUMENT.id)
    assert list(accepted) == [OPENED.id]
    undone = client.post(f"/log/{accepted[OPENED.id].number}/undo", data={"back": PAGE}).text
    assert "found right" not in undone
    client.post(f"/claims/{OPENED.id}/accept")
    assert "found right" not in client.post(f"/claims/{OPENED.id}/unaccept").text


def test_a_claim_is_withdrawn_with_a_cause_only_and_restored(client: Client, ledger_path: Path) -> None:
    assert client.post(f"/claims/{OPENED.id}/withdraw", data={"because": " "}).status_code == 400
    assert len(standing(ledger_path)) == 2
    page = client.post(f"/claims/{OPENED.id}/withdraw", data={"because": "another <b>embassy</b>"}).text
    assert "<del>" in page and "another &lt;b&gt;embassy" in page
    assert standing(ledger_path) == [TURNOVER]
    assert "<del>" not in client.post(f"/claims/{OPENED.id}/restore").text
    assert len(standing(ledger_path)) == 2


def test_with_scripts_only_the_paragraph_comes_anew_and_says_what_was_done(client: Client) -> None:
    part = client.post(f"/claims/{OPENED.id}/accept", headers={"hx-request": "true"}).text
    assert "<html" not in part and part.count('class="paragraph') == 1
    assert 'id="counts" hx-swap-oob="true"' in part and "claim accepted" in part
    again = client.post(f"/claims/{OPENED.id}/accept", headers={"hx-request": "true"})
    assert again.status_code in (200, 201) and "accepted already" in again.text


def test_a_correction_stands_in_the_place_of_what_was_misread(client: Client, ledger_path: Path) -> None:
    form = client.get(f"/claims/{OPENED.id}/correct").text
    assert 'value="1997"' in form and '<option value="embassy" selected>' in form
    page = client.post(f"/claims/{OPENED.id}/correct", data=FORM).text
    assert "the year was misread" in page and "made by a person" in page and "the correction" in page
    made, _ = standing(ledger_path)
    assert (made.when, made.quote, made.trace) == ("1998", OPENED.quote, None)
    with open_ledger(ledger_path) as ledger:
        assert ledger.asserted([made.id])[made.id].author == "Samirə"
        assert ledger.withdrawal(OPENED.id) is not None


@pytest.mark.parametrize("by", ["restore", "log"])
def test_a_correction_is_undone_and_what_was_read_is_back(client: Client, ledger_path: Path, by: str) -> None:
    client.post(f"/claims/{OPENED.id}/correct", data=FORM)
    made, _ = standing(ledger_path)
    if by == "restore":
        client.post(f"/claims/{OPENED.id}/restore")
    else:
        with open_ledger(ledger_path) as ledger:
            number = ledger.asserted([made.id])[made.id].number
        client.post(f"/log/{number}/undo", data={"back": PAGE})
    assert standing(ledger_path) == [OPENED, TURNOVER]


def test_what_is_wrong_in_a_form_stands_beside_its_field_and_nothing_is_lost(
    client: Client, ledger_path: Path
) -> None:
    answer = client.post(
        f"/claims/{OPENED.id}/correct", data=FORM | {"when": "<i>soon", "because": "", "parties": "Norway"}
    )
    assert answer.status_code == 422
    assert (
        'id="when-wrong"' in answer.text and "&lt;i&gt;soon" in answer.text and "<i>soon" not in answer.text
    )
    assert 'id="because-wrong"' in answer.text and 'id="parties-wrong"' in answer.text
    assert standing(ledger_path) == [OPENED, TURNOVER]


def test_a_correction_that_corrects_nothing_is_said(client: Client) -> None:
    answer = client.post(f"/claims/{OPENED.id}/correct", data=FORM | {"when": "1997"})
    assert answer.status_code == 422
    assert "Nothing was changed in the form" in answer.text


def test_a_claim_is_made_of_a_sentence_without_scripts(client: Client, ledger_path: Path) -> None:
    page = client.get(PAGE).text
    choose = re.findall(r'href="([^"]*claims/new\?paragraph=2)"', page)[0]
    sentences = client.get(choose).text
    link = re.findall(r'href="([^"]*claims/new\?start[^"]*)"', sentences)[0].replace("&amp;", "&")
    form = client.get(link).text
    assert OTHER in form and 'id="claim-form"' not in form
    form = client.get(f"{link}&kind=mission.opened").text
    places = dict(re.findall(r'name="(start|end)" value="(\d+)"', form))
    data = (
        FORM
        | places
        | {"parties": "Norway\nPeru", "role-sender": "Peru", "role-host": "Norway", "when": "2001"}
    )
    page = client.post(f"{PAGE}/claims", data=data).text
    assert "made by a person" in page
    (made,) = [claim for claim in standing(ledger_path) if claim not in (OPENED, TURNOVER)]
    assert (made.quote, made.parties, made.when) == (OTHER, ("NO", "PE"), "2001")


@pytest.mark.parametrize("places", ["start=5&end=5", "start=0&end=999999", "start=9&end=2"])
def test_words_that_there_are_none_of_are_said(client: Client, places: str) -> None:
    answer = client.get(f"{PAGE}/claims/new?{places}")
    assert answer.status_code == 400
    assert "no words at this place" in answer.text
    assert client.get(f"{PAGE}/claims/new?paragraph=99").status_code == 404
    assert client.post(f"{PAGE}/claims", data=FORM).status_code == 400


def test_the_past_is_not_changed(client: Client) -> None:
    page = client.get(f"{PAGE}?known_at=2090-01-01").text
    assert "/accept" not in page and "/correct" not in page and "claims/new" not in page


def test_a_person_corrects_a_claim_and_undoes_it(open_page: OpenPage, ledger_path: Path) -> None:
    page = open_page(f"/claims/{OPENED.id}")
    note = page.locator(f"#claim-{OPENED.id}")
    note.get_by_role("button", name="Right").click()
    page.get_by_text("found right", exact=False).first.wait_for()
    note.get_by_role("link", name="Correct").click()
    page.get_by_label("When").fill("3.5.1998")
    page.get_by_label("Why").fill("the day is in the sentence")
    page.get_by_role("button", name="Record the correction").click()
    page.locator(".note del").wait_for()
    assert "3 May 1998" in page.locator(".note:target").inner_text()
    assert len(standing(ledger_path)) == 2
    page.get_by_role("button", name="Undo the correction").click()
    page.locator(f"#claim-{OPENED.id} .actions a").wait_for()
    assert standing(ledger_path) == [OPENED, TURNOVER]


def test_words_that_are_selected_become_a_claim(open_page: OpenPage, ledger_path: Path) -> None:
    page = open_page(PAGE)
    # Selected from within the second paragraph, behind letters that take two places in a browser's strings.
    page.evaluate(
        """() => {
          const piece = document.querySelectorAll('.paragraph .text')[1].querySelector('[data-start]').firstChild;
          const start = piece.data.indexOf('Perunun'), end = piece.data.indexOf(' Bu,');
          getSelection().setBaseAndExtent(piece, start, piece, end);
        }"""
    )
    page.get_by_role("link", name="Add a claim from these words").click()
    assert page.locator("blockquote").inner_text() == OTHER[4:]
    page.wait_for_load_state("load")
    page.get_by_label("What the sentence claims").select_option("mission.opened")
    page.get_by_label("Sender").fill("Peru")
    page.get_by_label("Host").fill("Norway")
    page.get_by_label("Between which states").fill("Peru\nNorway")
    page.get_by_label("When").fill("2001")
    page.get_by_label("Why").fill("it was not read")
    page.get_by_role("button", name="Record the claim").click()
    page.locator(".note:target").wait_for()
    (made,) = [claim for claim in standing(ledger_path) if claim not in (OPENED, TURNOVER)]
    assert (made.quote, made.roles) == (OTHER[4:], {"sender": "PE", "host": "NO"})


def test_the_form_fits_a_phone_in_azerbaijani_without_scripts(open_page: OpenPage) -> None:
    page = open_page(f"/claims/{TURNOVER.id}/correct", width=360, dark=True, language="az", scripts=False)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("#amount").input_value() == "4\u00a0500\u00a0000"


def test_what_a_person_made_is_no_readers(ledger_path: Path, client: Client) -> None:
    client.post(f"/claims/{OPENED.id}/correct", data=FORM)
    with open_ledger(ledger_path) as ledger:
        assert isinstance(ledger, Ledger)
        ledger.reread(DOCUMENT, [OPENED, TURNOVER])
    assert [claim.when for claim in standing(ledger_path)] == ["1998", "2021"]


@pytest.mark.parametrize(("width", "dark"), [(1600, False), (360, True)], ids=["wide", "phone-dark"])
def test_forms_and_what_was_changed_can_be_used_by_everyone(
    open_page: OpenPage, width: int, dark: bool
) -> None:
    page = open_page(f"/claims/{TURNOVER.id}/correct", width=width, dark=dark)
    assert not problems(page)
    with page.expect_navigation():
        page.locator("#when").fill("2022")
        page.get_by_label("Why").fill("the year was misread")
        page.get_by_role("button", name="Record the correction").click()
    page.locator(".note del").wait_for()
    assert not problems(page)
    page.locator(".note .actions summary").first.click()
    assert not problems(page)
    page.goto(f"{page.url.split('/documents/')[0]}{PAGE}/claims/new?paragraph=1")
    assert not problems(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_form_with_something_wrong_can_be_used_by_everyone(client: Client, open_page: OpenPage) -> None:
    page = open_page(f"/claims/{TURNOVER.id}/correct", width=360)
    html = client.post(
        f"/claims/{TURNOVER.id}/correct", data=FORM | {"kind": "trade.turnover", "when": "soon"}
    ).text
    assert 'aria-describedby="when-wrong"' in html
    html = re.sub(r"<script[^>]*></script>", "", html)
    page.set_content(html.replace('href="/static', f'href="{page.url.split("/claims")[0]}/static'))
    assert not problems(page)
