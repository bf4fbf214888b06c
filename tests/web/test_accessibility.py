"""Every page can be used by everyone: axe-core finds nothing against WCAG 2.2 AA, nothing is cut off on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from litestar import Litestar
from playwright.sync_api import Page

from tests.web.conftest import OpenPage
from tests.web.paths import page_paths

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
NO_PAGES = (
    "/language/",  # these go to another page
    "/claims/",
    "/evidence",  # a piece of another page
    "/row",
    "/events",
    "/accounts",  # administrators alone see it
)
"""What these parts of an address are no pages of their own."""


def pages(app: Litestar, ledger: Path) -> list[str]:
    found = page_paths(app, ledger)
    paths = [path for path in found.values() if not any(part in path for part in NO_PAGES)]
    return [
        path
        for path in paths
        if "{" not in path and not path.endswith((".csv", ".json", ".svg", ".png", ".js", ".css"))
    ]


def problems(page: Page) -> list[str]:
    """What axe-core finds, a line for each element."""
    found: dict[str, Any] = Axe().run(page, options={"runOnly": WCAG}).response
    return [
        f"{one['id']}: {node['html'][:120]} {node['failureSummary'].splitlines()[-1].strip()}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(
    ("width", "dark", "language"), [(1600, False, "en"), (360, True, "az")], ids=["wide", "phone-dark"]
)
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
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append("it is wider than the screen")
        if wrong:
            found[path] = wrong
    assert not found


def test_the_first_stop_of_the_keyboard_skips_to_the_text(open_page: OpenPage) -> None:
    page = open_page("/az-kz")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
