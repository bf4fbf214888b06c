"""The HTML file in a real browser: as people read it, on a screen, a phone, in the dark and on paper."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from korpu.render.html import render_html
from korpu.render.words import put_into_words
from tests.dossier import example

ADVICE = (
    "These tests need Chromium and playwright: `apt-get install chromium fonts-dejavu-core` "
    "and `pip install playwright`."
)
CONTRAST = """
() => {
  const channel = c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const rgba = text => text.match(/[\\d.]+/g).map(Number);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.body.querySelectorAll("*:not(svg):not(svg *)")) {
    const text = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!text || !element.checkVisibility()) continue;
    const [a, b] = [light(rgba(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) found.push(`${ratio.toFixed(2)} ${element.className} ${element.textContent.slice(0, 40)}`);
  }
  return found;
}
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail(ADVICE)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.fail(ADVICE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module", params=["az", "en"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("html") / f"{request.param}.html"
    path.write_text(render_html(put_into_words(example.dossier(), request.param)), encoding="utf-8")
    return path.as_uri()


def open_page(browser: Any, address: str, width: int = 1100, **settings: Any) -> tuple[Any, list[str]]:
    """Return the page opened, and what it complained of or asked for beside itself."""
    page = browser.new_page(viewport={"width": width, "height": 844}, **settings)
    heard: list[str] = []
    page.on("console", lambda message: heard.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url) if request.url != address else None)
    page.goto(address)
    return page, heard


def test_it_opens_without_errors_and_asks_for_nothing_else(browser: Any, address: str) -> None:
    page, heard = open_page(browser, address)
    assert heard == []
    assert page.title() and page.get_attribute("html", "lang") in ("az", "en")
    page.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1100])
def test_it_never_scrolls_sideways(browser: Any, address: str, width: int) -> None:
    page, _ = open_page(browser, address, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (
        page.evaluate(
            "Math.max(...[...document.querySelectorAll('td, li, p')].map(e => e.getBoundingClientRect().right))"
        )
        <= width
    )
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Any, address: str, scheme: str) -> None:
    page, _ = open_page(browser, address, color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []
    page.close()


def test_a_reference_shows_its_sentence_and_leads_there_and_back(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address)
    reference = page.locator("#r1-1")
    tip = reference.locator("xpath=following-sibling::span")
    assert not tip.is_visible()
    reference.hover()
    assert tip.is_visible() and "1994" in tip.inner_text()
    page.mouse.move(0, 0)
    reference.focus()
    assert tip.is_visible()
    reference.press("Enter")
    assert page.url.endswith("#n1") and page.locator("#n1").is_visible()
    page.locator("#n1 .back").first.click()
    assert page.url.endswith("#r1-1")
    page.close()


def test_no_row_of_a_table_is_cut_on_paper(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('table')).breakInside") == "avoid"
    assert not page.locator(".tip").first.is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.close()
