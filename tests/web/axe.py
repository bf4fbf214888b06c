"""What keeps people from using a page: what axe-core finds against WCAG 2.2 AA, and what does not fit the screen."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def problems(page: Page) -> list[str]:
    """Return what is wrong with an open page, a line for each element."""
    found: dict[str, Any] = Axe().run(page, options={"runOnly": WCAG}).response
    wrong = [
        f"{one['id']}: {node['html'][:120]} {node['failureSummary'].splitlines()[-1].strip()}"
        for one in found["violations"]
        for node in one["nodes"]
    ]
    width = page.viewport_size["width"] if page.viewport_size else 0
    if page.evaluate("document.documentElement.scrollWidth") > width:
        wrong.append("it is wider than the screen")
    return wrong
