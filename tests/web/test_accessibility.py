"""Every page can be used by everyone: axe-core finds nothing against WCAG 2.2 AA, nothing is cut off on a phone."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from litestar import Litestar

from korpu.web import errors
from korpu.web.dossiers import Dossiers, StillMade
from korpu.web.pages import pair
from tests.web.axe import problems
from tests.web.conftest import OpenPage
from tests.web.pages.test_add import TEXT
from tests.web.pages.test_verify import DRAFT
from tests.web.paths import page_paths

NO_PAGES = (
    "/language/",  # these go to another page
    "/claims/",
    "/evidence",  # a piece of another page
    "/row",
    "/choices/",
    "/events",
    "/accounts",  # administrators alone see it: see tests/web/safety/test_account_pages.py
)
"""What these parts of an address are no pages of their own."""

LOOKS = pytest.mark.parametrize(
    ("width", "dark", "language"), [(1600, False, "en"), (360, True, "az")], ids=["wide", "phone-dark"]
)


def pages(app: Litestar, ledger: Path) -> list[str]:
    found = page_paths(app, ledger)
    paths = [path for path in found.values() if not any(part in path for part in NO_PAGES)]
    return [
        path
        for path in paths
        if "{" not in path and not path.endswith((".csv", ".json", ".svg", ".png", ".js", ".css"))
    ]


@LOOKS
def test_every_page_can_be_used_by_everyone(
    app: Litestar, ledger_path: Path, open_page: OpenPage, width: int, dark: bool, language: str
) -> None:
    found = {}
    paths = pages(app, ledger_path)
    page = open_page(paths[0], width=width, dark=dark, language=language)
    for path in paths:
        page.goto(f"{page.url.partition('//')[0]}//{page.url.split('/')[2]}{path}")
        page.wait_for_load_state("load")
        wrong = problems(page)
        if wrong:
            found[path] = wrong
    assert not found


def test_the_first_stop_of_the_keyboard_skips_to_the_text(open_page: OpenPage) -> None:
    page = open_page("/az-kz")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@LOOKS
def test_a_verified_draft_can_be_used_by_everyone(
    open_page: OpenPage, width: int, dark: bool, language: str
) -> None:
    page = open_page("/verify", width=width, dark=dark, language=language)
    page.locator("#text").fill(DRAFT)
    page.locator("form.draft button.first").click()
    page.locator(".verified").wait_for()
    assert not problems(page)
    page.locator(".note a.source").first.click()
    page.locator("#evidence mark").wait_for()
    assert not problems(page)


@LOOKS
def test_a_job_that_has_ended_can_be_used_by_everyone(
    open_page: OpenPage, width: int, dark: bool, language: str
) -> None:
    page = open_page("/add", width=width, dark=dark, language=language)
    page.locator("textarea[name=text]").fill(TEXT)
    page.locator("button.first").first.click()
    page.locator(".job-columns").wait_for()
    assert page.locator(".pair-news").count()
    assert not problems(page)


@LOOKS
def test_an_open_sentence_can_be_used_by_everyone(
    open_page: OpenPage, width: int, dark: bool, language: str
) -> None:
    page = open_page("/az-kz", width=width, dark=dark, language=language)
    page.locator(".refs a").first.click()
    page.locator("#evidence mark").wait_for()
    assert not problems(page)


@LOOKS
def test_the_second_page_of_a_section_can_be_used_by_everyone(
    open_page: OpenPage, width: int, dark: bool, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pair, "LONG", msgspec.structs.replace(pair.LONG, lines=2, rows=2))
    page = open_page("/az-kz/sections/visits?page=2", width=width, dark=dark, language=language)
    assert page.locator(".paging a[rel=prev]").count() == 1
    assert not problems(page)


@LOOKS
def test_the_page_of_a_file_that_is_being_put_together_can_be_used_by_everyone(
    open_page: OpenPage, width: int, dark: bool, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def still_made(*_: object, **__: object) -> None:
        raise StillMade(("AZ", "KZ"), 64_000)

    monkeypatch.setattr(Dossiers, "view", still_made)
    monkeypatch.setattr(errors, "AGAIN", 600)
    page = open_page("/az-kz", width=width, dark=dark, language=language)
    assert "64" in page.locator("main").inner_text()
    assert not problems(page)
