"""Everything that the pages are for can be done by the keyboard alone, and at each step one sees where one is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.web.conftest import OpenPage
from tests.web.pages.test_document import sample
from tests.web.pages.test_verify import DRAFT

MOST_STOPS = 300


@pytest.fixture(autouse=True)
def without_motion(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages do not scroll smoothly, so that what is looked at stands still."""
    new_context = browser.new_context
    monkeypatch.setattr(browser, "new_context", partial(new_context, reduced_motion="reduce"))


SEEN = """() => {
    const here = document.activeElement, style = getComputedStyle(here), box = here.getClientRects()[0];
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return "no outline";
    const x = box.left + box.width / 2, y = box.top + Math.min(box.height / 2, 40);
    const top = document.elementFromPoint(x, y);
    return top && (here.contains(top) || top.contains(here)) ? "" : `behind ${top?.outerHTML.slice(0, 80)}`;
}"""


def is_here(target: Locator) -> bool:
    return bool(target.evaluate("it => it === document.activeElement"))


def check_seen(page: Page) -> None:
    """Fail where one does not see which element has the keyboard."""
    page.wait_for_function("() => !document.querySelector('.htmx-settling, .htmx-swapping')")
    wrong = page.evaluate(SEEN)
    assert not wrong, (wrong, page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))


def tab_to(page: Page, target: Locator) -> None:
    """Press the tabulator until the target has the keyboard."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if is_here(target):
            check_seen(page)
            return
    raise AssertionError(f"the keyboard does not reach {target}")


def test_a_dossier_is_opened_and_a_reference_leads_to_its_sentence_and_back(open_page: OpenPage) -> None:
    page = open_page("/")
    tab_to(page, page.locator('table a[href="/az-kz"]').first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/az-kz")
    figure = page.locator(".refs a").first
    tab_to(page, figure)
    page.keyboard.press("Enter")
    page.locator("#evidence mark").wait_for()
    assert is_here(page.locator("#evidence"))
    check_seen(page)
    tab_to(page, page.locator("#evidence .close"))
    page.keyboard.press("Escape")
    assert page.locator("#evidence").is_hidden() and is_here(figure)
    check_seen(page)
    page.keyboard.press("Enter")
    page.locator("#evidence mark").wait_for()
    tab_to(page, page.locator('#evidence a[href^="/claims/"]'))
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")
    note = page.locator(".note:target")
    note.wait_for()
    tab_to(page, note.locator(".number"))
    page.keyboard.press("Enter")
    assert "#at-" in page.url
    page.go_back()
    page.go_back()
    page.wait_for_url("**/az-kz")


def test_a_disagreement_is_decided(open_page: OpenPage) -> None:
    page = open_page("/az-kz/disagreements")
    first = page.locator(".dispute").first
    tab_to(page, first.locator(".decide > summary").first)
    page.keyboard.press("Enter")
    tab_to(page, first.locator("input[name=prefer]").first)
    page.keyboard.press("ArrowDown")
    assert first.locator("input[name=prefer]").nth(1).is_checked()
    check_seen(page)
    tab_to(page, first.locator("textarea").first)
    page.keyboard.type("nazirlik belə deyir")
    tab_to(page, first.get_by_role("button", name="Record the decision"))
    page.keyboard.press("Enter")
    page.locator(".decided .decision").wait_for()
    assert "nazirlik belə deyir" in page.locator(".decided .decision").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_claim_is_accepted_and_the_keyboard_stays_at_it(
    open_page: OpenPage, ledger_path: Path, scripts: bool
) -> None:
    page = open_page(f"/documents/{sample(ledger_path)}", scripts=scripts)
    note = page.locator(".note").nth(1)
    tab_to(page, note.get_by_role("button", name="Right"))
    page.keyboard.press("Enter")
    note.locator(".status.right").wait_for()
    if scripts:
        undo = note.get_by_role("button", name="Not right after all")
        page.wait_for_function("() => document.activeElement !== document.body")
        assert is_here(undo)
        check_seen(page)
        page.keyboard.press("Enter")
        note.locator(".status.right").wait_for(state="detached")


def test_a_misread_claim_is_withdrawn_and_the_keyboard_stays_at_it(
    open_page: OpenPage, ledger_path: Path
) -> None:
    page = open_page(f"/documents/{sample(ledger_path)}")
    note = page.locator(".note").first
    tab_to(page, note.locator("summary"))
    page.keyboard.press("Enter")
    tab_to(page, note.locator("input[name=because]"))
    page.keyboard.type("başqa ölkədir")
    page.keyboard.press("Enter")
    page.locator(".note.gone").wait_for()
    page.wait_for_function("() => document.activeElement !== document.body")
    assert is_here(page.locator(".note.gone").get_by_role("button", name="Restore"))
    check_seen(page)


def test_a_draft_is_verified(open_page: OpenPage) -> None:
    page = open_page("/verify")
    tab_to(page, page.locator("#text"))
    page.keyboard.insert_text(DRAFT)
    tab_to(page, page.locator("form.draft button.first"))
    page.keyboard.press("Enter")
    page.locator(".verified").wait_for()
    tab_to(page, page.get_by_role("button", name="Next"))
    page.keyboard.press("Enter")
    assert is_here(page.locator("#c1"))
    check_seen(page)
    page.keyboard.press("n")
    check_seen(page)
    source = page.locator("#c2 a.source").first
    tab_to(page, source)
    page.keyboard.press("Enter")
    page.locator("#evidence mark").wait_for()
    check_seen(page)
    page.keyboard.press("Escape")
    assert is_here(source)
    tab_to(page, page.get_by_role("button", name="Copy the whole draft"))


@pytest.mark.parametrize(("language", "scripts"), [("az", True), ("en", False)])
@pytest.mark.parametrize("path", ["/", "/az-kz/timeline", "/az-kz/series", "/az-kz/map"])
def test_right_behind_each_chart_a_link_leads_to_what_says_the_same(
    open_page: OpenPage, path: str, language: str, scripts: bool
) -> None:
    page = open_page(path, language=language, scripts=scripts)
    links = page.locator("figure.chart .to-table")
    assert links.count() == page.locator("figure.chart").count() > 0
    words = {"az": "Cədvəl", "en": "table"} if path != "/az-kz/map" else {"az": "Siyahı", "en": "list"}
    assert words[language] in links.first.inner_text()
    tab_to(page, links.first)
    assert (
        page.locator("figure.chart")
        .first.locator("a, button")
        .first.evaluate("it => it.className === 'to-table'")
    )
    page.keyboard.press("Enter")
    target = page.locator(page.url[page.url.index("#") :])
    assert is_here(target)
    check_seen(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('table, .stays') !== null")
