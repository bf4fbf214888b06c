"""What the page of two states weighs, and when a browser paints it first."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator

from playwright.sync_api import Response, sync_playwright

from bench.ledger.figures import Measured

RUNS = 9
CHART_SCRIPT = "charts.js"
"""The script of charts, which does not count, and is loaded where a chart is."""
_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def measure_page(address: str, most: int) -> Iterator[Measured]:
    """Yield the bytes of the page with all that it loads, and when it is first painted, in an empty browser each time."""
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise SystemExit("Pages are measured in Chromium, which is not there. Install the package chromium.")
    paints, weights = [], []
    loaded: list[Response] = []

    def note(one: Response) -> None:
        loaded.append(one)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for _ in range(RUNS):
            context = browser.new_context()
            page = context.new_page()
            loaded.clear()
            page.on("response", note)
            page.goto(address, wait_until="networkidle")
            weights.append(sum(len(one.body()) for one in loaded if CHART_SCRIPT not in one.url))
            paints.append(page.evaluate(_PAINT))
            context.close()
        browser.close()
    yield Measured(
        "page of two states with all that it loads", statistics.median(weights) / 1000, "kB", most / 1000
    )
    yield Measured("first paint of it, in an empty browser", statistics.median(paints), "ms")
