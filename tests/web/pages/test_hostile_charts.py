"""Charts show what documents say as text, whatever it looks like."""

from __future__ import annotations

from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from korpu.claims import Value
from korpu.ledger.store import open_ledger
from korpu.web.app import create_app
from korpu.web.settings import Settings
from tests.samples import make_claim, make_document
from tests.web.conftest import OpenPage
from tests.web.pages.test_timeline import drawn

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"
FORMULA = '=HYPERLINK("http://evil.example","x")'


@pytest.fixture
def app(tmp_path: Path) -> Litestar:
    """An application over a ledger of one document that would run as markup and as a formula."""
    lines = [f"{FORMULA} {HOSTILE} {year}-ci ildə." for year in (2020, 2021)]
    document = make_document("\n".join(lines), title=FORMULA, publisher=HOSTILE, published="2022")
    claims = [
        make_claim(
            document, line, "trade.turnover", roles={}, when=str(year), value=Value("5", "USD", "exact")
        )
        for line, year in zip(lines, (2020, 2021), strict=True)
    ]
    mission = {"sender": "NO", "host": "CL", "mission": "embassy", "place": HOSTILE}
    visit = {"visitor": HOSTILE, "office": "president", "from": "NO", "to": "CL", "place": HOSTILE}
    claims += [
        make_claim(document, lines[0], roles=mission, when="2020"),
        make_claim(document, lines[0], "visit", roles=visit, when="2020"),
        make_claim(document, lines[1], "visit", roles={**visit, "place": "Santyaqo"}, when="2021"),
    ]
    path = tmp_path / "hostile.ledger"
    with open_ledger(path, author="Samirə") as ledger:
        ledger.add(document, claims)
    return create_app(Settings(path, author="Samirə", language="en"))


@pytest.mark.parametrize("path", ["/cl-no/timeline", "/cl-no/series", "/cl-no/map"])
def test_pages_and_drawings_have_no_markup_of_a_document(client: TestClient[Litestar], path: str) -> None:
    for ending in ("", ".svg"):
        page = client.get(path + ending).text
        assert "<img src=x" not in page and "<script>alert" not in page


@pytest.mark.parametrize("path", ["/cl-no/timeline", "/cl-no/series", "/cl-no/map"])
def test_what_a_mark_tells_is_text(open_page: OpenPage, path: str) -> None:
    page = drawn(open_page(path))
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    told = page.locator("#vg-tooltip-element.visible")
    marks = page.locator(".drawing .mark-symbol:not(.role-legend-symbol) path, .drawing .mark-rect path")
    for number in range(marks.count()):
        marks.nth(number).hover(force=True)
        if told.count() and "onerror" in told.inner_text():
            break
    assert "<img src=x onerror" in told.inner_text()
    assert page.locator("#vg-tooltip-element img, #vg-tooltip-element script").count() == 0


def test_no_cell_of_the_table_is_a_formula(client: TestClient[Litestar]) -> None:
    table = client.get("/cl-no/series.csv").text
    assert "'=HYPERLINK" in table
    assert not [
        cell for line in table.splitlines() for cell in line.split(",") if cell.strip('"').startswith("=")
    ]
