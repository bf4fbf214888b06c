"""Figures by period of two states."""

import csv
import io

from litestar import Litestar
from litestar.testing import TestClient

from tests.charts.checked import problems
from tests.web.conftest import OpenPage
from tests.web.pages.test_timeline import drawn


def test_every_figure_stands_in_a_table_with_its_sentence(client: TestClient[Litestar]) -> None:
    page = client.get("/az-kz/series").text
    assert "Turnover" in page and 'class="points"' in page and 'href="/claims/' in page
    assert 'data-chart="/az-kz/series.json?group=trade-USD"' in page


def test_the_chart_of_a_group_is_vega_lite(client: TestClient[Litestar]) -> None:
    assert not problems(client.get("/az-kz/series.json?group=trade-USD").json())


def test_figures_are_saved_as_csv_png_and_svg(client: TestClient[Litestar]) -> None:
    table = client.get("/az-kz/series.csv?group=trade-USD")
    rows = list(csv.DictReader(io.StringIO(table.text.removeprefix("\ufeff"))))
    assert {row["unit"] for row in rows} == {"USD"} and all(row["quote"] and row["claim id"] for row in rows)
    every = client.get("/az-kz/series.csv")
    assert len(every.text.splitlines()) > len(table.text.splitlines())
    png = client.get("/az-kz/series.png?group=trade-USD")
    assert png.content.startswith(b"\x89PNG")
    svg = client.get("/az-kz/series.svg?group=trade-USD&download=1")
    assert svg.text.startswith("<svg") and "<script" not in svg.text
    names = [
        answer.headers["content-disposition"].partition("filename=")[2] for answer in (table, every, png, svg)
    ]
    assert names == [
        '"korpu-az-kz-trade-USD.csv"',
        '"korpu-az-kz-series.csv"',
        '"korpu-az-kz-trade-USD.png"',
        '"korpu-az-kz-trade-USD.svg"',
    ]


def test_figures_that_there_are_not_are_said(client: TestClient[Litestar]) -> None:
    assert client.get("/az-kz/series.json?group=nonsense").status_code == 404
    assert "no figures on these two states" in client.get("/fj-to/series").text
    assert client.get("/fj-to/series.svg").status_code == 404


def test_times_are_kept(client: TestClient[Litestar]) -> None:
    page = client.get("/az-kz/series?as_of=2021").text
    assert "as_of=2021&amp;group=trade-USD" in page


def test_a_point_tells_its_sentence_and_the_table_shows_it(open_page: OpenPage) -> None:
    page = drawn(open_page("/az-kz/series"))
    page.locator(".drawing .mark-symbol path[fill]").last.hover(force=True)
    page.locator(".points .refs a").first.click()
    page.locator("#evidence mark").wait_for()
    assert page.url.endswith("/az-kz/series")


def test_it_can_be_read_without_scripts_in_azerbaijani(open_page: OpenPage) -> None:
    page = open_page("/az-kz/series", width=360, scripts=False, language="az")
    assert page.locator("figure img").first.is_visible()
    assert "Dövriyyə" in page.locator(".points").nth(0).inner_text() + page.locator("main").inner_text()


def test_it_fits_a_phone_in_the_dark(open_page: OpenPage) -> None:
    page = drawn(open_page("/az-kz/series", width=360, dark=True, language="az"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
