"""Draw docs/images/web/*.png: the pages of the web application over the samples, wide and on a phone.

    python -m genscripts.screens                      those of the docs
    python -m genscripts.screens FOLDER [LANGUAGE]    every page: wide, on a phone, in the dark

Needs Chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "images" / "web"
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
WIDE, PHONE = (1280, 860), (360, 780)
SHOTS = (("", WIDE, "light"), ("-phone", PHONE, "light"), ("-dark", WIDE, "dark"))
IN_DOCS = {"-phone": ("pair", "timeline", "document"), "-dark": ("pair", "series")}
"""Of the docs' pictures those that are not wide and light."""
PAGES = {
    "pairs": "/",
    "pair": "/az-kz",
    "timeline": "/az-kz/timeline",
    "series": "/az-kz/series",
    "map": "/az-kz/map",
    "disagreements": "/az-kz/disagreements",
    "document": "",  # of a claim of the dossier
    "verify": "/verify",
    "add": "/add",
    "search": "/search?q=s%C9%99firlik",
    "log": "/log",
    "entities": "/entities?pair=az-kz",
}
DRAFT = """Azərbaycanla Qazaxıstan arasında diplomatik münasibətlər 1992-ci il avqustun 30-da qurulub.
Qazaxıstanın Bakıdakı səfirliyi 1995-ci ildə açılıb. Ölkələr arasında 200 sənəd imzalanıb."""


def draw(folder: Path, language: str, is_all: bool) -> None:
    """Write the pictures.

    Raises:
        SystemExit: there is no Chromium, or the application did not start.
    """
    program = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if program is None:
        raise SystemExit(
            "The pictures are drawn by Chromium, which is not there. Install the package chromium."
        )
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        ledger = Path(made, "demo.ledger")
        subprocess.run(_korpu("demo", "--ledger", str(ledger)), check=True, capture_output=True)
        server = subprocess.Popen(
            _korpu("serve", "--port", "0", "--ledger", str(ledger)), stderr=subprocess.PIPE, text=True
        )
        try:
            assert server.stderr is not None
            said = server.stderr.readline()
            if "http://" not in said:
                raise SystemExit(f"The application did not start: {said}{server.stderr.read()}")
            site = f"http://{said.partition('http://')[2].partition('/')[0]}"
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            for suffix, size, theme in SHOTS:
                names = tuple(PAGES) if is_all else IN_DOCS.get(suffix, tuple(PAGES))
                context = browser.new_context(
                    viewport={"width": size[0], "height": size[1]}, color_scheme=theme, locale=language
                )
                for name in names:
                    _draw(context.new_page(), site, name, folder / f"{name}{suffix}.png")
                context.close()
            browser.close()
        finally:
            server.terminate()
            server.wait(timeout=30)


def _draw(page: Page, site: str, name: str, picture: Path) -> None:
    page.goto(site + (PAGES[name] or _document(page, site)))
    if name == "verify":
        page.locator("main textarea").first.fill(DRAFT, timeout=5000)
        page.locator("main form button.first").first.click()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(800)  # charts are drawn when their script has come
    page.screenshot(path=picture)
    page.close()


def _document(page: Page, site: str) -> str:
    page.goto(f"{site}/az-kz")
    return str(page.locator(".refs a").first.get_attribute("href"))


def _korpu(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from korpu.cli import main; main()", *arguments]


if __name__ == "__main__":
    _, *given = sys.argv
    draw(Path(given[0]) if given else FOLDER, given[1] if len(given) > 1 else "en", bool(given))
