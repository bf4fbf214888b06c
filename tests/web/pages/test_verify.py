"""The page that holds a draft against the ledger."""

from __future__ import annotations

import re

from litestar import Litestar
from litestar.testing import TestClient
from playwright.sync_api import Page

from tests.web.conftest import OpenPage

DRAFT = """Hörmətli <b>həmkarlar</b>!

Azərbaycanla Qazaxıstan arasında diplomatik münasibətlər 1992-ci il avqustun 27-də yaradılıb. \
Azərbaycanın Qazaxıstandakı səfirliyi 2004-cü il martın 1-də açılıb.

2022-ci ildə Azərbaycanla Qazaxıstan arasında ticarət dövriyyəsi 612 milyon dollar təşkil edib. \
Çilinin Perudakı səfirliyi 1990-cı ildə açılıb.
"""


def token(client: TestClient[Litestar]) -> dict[str, str]:
    found = re.search(r'name="_csrf_token" value="([^"]*)"', client.get("/verify").text)
    assert found
    return {"_csrf_token": found[1]}


def verified(
    client: TestClient[Litestar], files: dict[str, tuple[str, bytes]] | None = None, **fields: str
) -> str:
    given = {name: (None, value.encode()) for name, value in (token(client) | fields).items()}
    answer = client.post("/verify", files=given | (files or {}))
    assert answer.status_code == (400 if 'role="alert"' in answer.text else 200)
    return answer.text


def test_a_draft_has_its_verdicts_evidence_and_proposals(client: TestClient[Litestar]) -> None:
    page = verified(client, text=DRAFT)
    assert "The draft says 27 August 1992, the ledger 30 August 1992." in page
    assert "1992-ci il avqustun 30-da</ins>" in page
    assert re.search(r'<a class="source" href="/claims/[0-9a-f]{16}"', page)
    assert "&lt;b&gt;həmkarlar" in page and "<b>həmkarlar" not in page


def test_nothing_of_a_draft_is_kept(client: TestClient[Litestar]) -> None:
    before = client.app.state.ledger.last_change()
    verified(client, text=DRAFT)
    assert client.app.state.ledger.last_change() == before


def test_only_what_is_claimed_of_two_states_at_the_times_asked_for(client: TestClient[Litestar]) -> None:
    page = verified(client, text=DRAFT, first="Çili", second="PE")
    assert "1 claim" in page and "not in the ledger <b>1</b>" in page
    old = verified(client, text=DRAFT, known_at="1999")
    assert "not in the ledger <b>4</b>" in old


def test_a_file_is_read_as_the_text_is(client: TestClient[Litestar]) -> None:
    page = verified(client, {"file": ("../çıxış<i>.txt", DRAFT.encode())})
    assert "<h1>çıxış&lt;i&gt;.txt</h1>" in page
    assert "supported" in page


def test_a_sentence_says_what_is_wrong_and_the_draft_stays(client: TestClient[Litestar]) -> None:
    assert "There is no draft" in verified(client)
    page = verified(client, text=DRAFT, as_of="tomorrow")
    assert "tomorrow" in page and "1992-ci il avqustun 27-də" in page
    assert "Name both states" in verified(client, text=DRAFT, first="AZ")
    assert "it is a PDF file" in verified(client, {"file": ("a.pdf", b"%PDF-1.7 \x01")})
    assert "Split it" in verified(client, text="Salam. " * 60_000)


def send(page: Page, text: str = DRAFT) -> None:
    page.locator("#text").first.fill(text)
    page.locator("form.draft button.first").first.click()
    page.locator(".verified").wait_for()
    page.wait_for_load_state()


def test_by_keyboard_from_verdict_to_verdict(open_page: OpenPage) -> None:
    page = open_page("/verify")
    send(page)
    page.get_by_role("button", name="Next").click()
    focused = "document.activeElement.id"
    assert page.evaluate(focused) == "c1"
    page.keyboard.press("n")
    assert page.evaluate(focused) == "c2"
    page.keyboard.press("p")
    assert page.evaluate(focused) == "c1"


def test_a_verdict_can_be_left_out_even_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/verify", scripts=False)
    send(page)
    assert page.locator(".note.v-supported").first.is_visible()
    border = "it => getComputedStyle(it.parentElement).borderTopStyle"
    assert page.locator("#show-supported").evaluate(border) == "solid"
    page.locator("#show-supported").uncheck()
    assert page.locator("#show-supported").evaluate(border) == "dashed"
    assert page.locator(".note.v-supported").first.is_hidden()
    assert page.locator(".note.v-contradicted").first.is_visible()
    assert page.locator(".copy").first.is_hidden()


def test_a_wording_and_the_whole_draft_are_copied(open_page: OpenPage) -> None:
    page = open_page("/verify")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    send(page)
    clipboard = "navigator.clipboard.readText()"
    page.locator("#c1 .copy").click()
    page.get_by_text("Copied.").first.wait_for()
    assert page.evaluate(clipboard).endswith("1992-ci il avqustun 30-da yaradılıb.")
    page.get_by_role("button", name="Copy the whole draft").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('\\n\\n'))")
    text = page.evaluate(clipboard)
    assert text == DRAFT.replace("27-də", "30-da").replace("612 milyon", "598,5 milyon")


def test_where_there_is_no_clipboard_the_words_are_selected(open_page: OpenPage) -> None:
    page = open_page("/verify")
    send(page)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="Copy the whole draft").click()
    page.get_by_text("It is selected").first.wait_for()
    assert page.evaluate("document.activeElement.className") == "plain-text"


def test_a_sentence_of_the_ledger_opens_beside_the_draft(open_page: OpenPage) -> None:
    page = open_page("/verify", width=360, language="az", dark=True)
    send(page)
    page.locator("#c1 a.source").first.click()
    page.locator("#evidence mark").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert "təsdiqlənir" in page.locator(".verdicts").inner_text()
