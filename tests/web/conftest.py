"""A ledger of the samples, the application over it, and a real browser that tells of what it should not do."""

from __future__ import annotations

import html
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from litestar import Litestar
from litestar.testing import TestClient
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, sync_playwright

from korpu.coverage import sum_up
from korpu.ledger.store import open_ledger
from korpu.reading.read import read_with_coverage
from korpu.sources.samples import read_samples
from korpu.web.app import create_app
from korpu.web.settings import Settings

NEEDED = "These tests need Chromium: `apt-get install chromium fonts-dejavu-core` (on Debian), then run them again."
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTHS = (360, 1600)


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, read once for all tests; take a copy to change it (`ledger_path`)."""
    path = tmp_path_factory.mktemp("samples") / "samples.ledger"
    with open_ledger(path, author="Samirə") as ledger:
        for document in read_samples():
            claims, covered = read_with_coverage(document, "az")
            ledger.add(document, claims, sum_up(covered))
    return path


@pytest.fixture
def ledger_path(sample_ledger: Path, tmp_path: Path) -> Path:
    """A ledger of the samples that a test may change."""
    return Path(shutil.copy(sample_ledger, tmp_path / "own.ledger"))


@pytest.fixture
def app(ledger_path: Path) -> Litestar:
    return create_app(Settings(ledger_path, author="Samirə", language="en"))


@pytest.fixture
def client(app: Litestar) -> Iterator[TestClient[Litestar]]:
    with TestClient(app, base_url="http://127.0.0.1:8000") as opened:
        # What a page of the application sends along with its forms.
        token = re.search(r'"x-csrftoken": "(\w+)"', html.unescape(opened.get("/account").text))
        assert token is not None
        opened.headers["x-csrftoken"] = token[1]
        yield opened


@contextmanager
def served(app: Litestar) -> Iterator[str]:
    """Serve an application on a free port of this machine; yield its address, without a slash at the end."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive() and time.monotonic() < end, "the application did not start"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=30)


@pytest.fixture
def site(app: Litestar) -> Iterator[str]:
    """The address of the application, served."""
    with served(app) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert program is not None, NEEDED
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        except Error as error:
            raise AssertionError(f"{NEEDED} It did not start: {error}") from None
        yield started
        started.close()


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Open a page of the site: `open_page("/az-kz", width=360, dark=True, language="az", scripts=False)`.

    `refusals=True`: the server may refuse something, which the browser counts as an error.

    At the end of the test it fails where a page told of an error, broke the Content-Security-Policy, or asked another host.
    """
    wrong: list[str] = []
    contexts = []

    def open_one(
        path: str,
        *,
        width: int = 1600,
        dark: bool = False,
        language: str = "en",
        scripts: bool = True,
        refusals: bool = False,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 1000},
            color_scheme="dark" if dark else "light",
            locale=language,
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text) if _is_wrong(said, refusals) else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda sent: wrong.append(sent.url) if not _is_own(sent.url, site) else None)
        page.goto(site + path)
        return page

    yield open_one
    for context in contexts:
        for page in context.pages:
            _keep_screenshot(page, request.node.name)
        context.close()
    assert not wrong, wrong


def _is_wrong(said: ConsoleMessage, refusals: bool) -> bool:
    return said.type == "error" and not (refusals and "the server responded with a status of 4" in said.text)


def _is_own(url: str, site: str) -> bool:
    return url.startswith((site + "/", "data:", "blob:"))


def _keep_screenshot(page: Page, name: str) -> None:
    """Keep what the page looked like at the end of a test, in the folder `artefacts/` that git does not see."""
    folder = Path(__file__).resolve().parents[2] / "artefacts"
    folder.mkdir(exist_ok=True)
    width = (page.viewport_size or {}).get("width", 0)
    page.screenshot(path=folder / f"{name.replace('/', '_')}-{width}.png".replace(" ", "_"), full_page=True)
