from decimal import Decimal
from xml.etree import ElementTree

import pytest

from korpu.render.html.chart import HEIGHT, chart_svg, describe, nice_scale
from korpu.render.page import Bar, Chart

CHART = Chart(
    title="A <chart>",
    notes=(),
    unit="thousand & more",
    series=("Exports", "Imports"),
    rows=(
        ("2020", (Bar(Decimal("10"), "10", (1,), False), None)),
        ("2021", (Bar(Decimal("20"), "20", (2, 3), True), Bar(Decimal("0"), "0", (4,), False))),
    ),
)


def rects() -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(chart_svg(CHART, "en")).iter("rect"))


def test_the_drawing_is_well_formed_with_every_text_escaped() -> None:
    tree = ElementTree.fromstring(chart_svg(CHART, "en"))
    assert tree.findtext("title") == "A <chart>, thousand & more"
    assert (
        tree.findtext("desc") == "2020, Exports: 10; 2021, Exports: 20; 2021, Imports: 0" == describe(CHART)
    )


def test_bars_are_as_high_as_their_amounts() -> None:
    ten, twenty, none = (float(rect.attrib["height"]) for rect in rects())
    assert twenty == pytest.approx(2 * ten, abs=0.2) and none == 0
    assert all(float(rect.attrib["y"]) + float(rect.attrib["height"]) < HEIGHT for rect in rects())


def test_a_figure_in_dispute_is_marked_and_a_bar_names_its_sentences() -> None:
    assert ["contested" in rect.attrib["class"] for rect in rects()] == [False, True, False]
    assert rects()[1].findtext("title") == "2021, Exports: 20 [2][3]"


@pytest.mark.parametrize(
    "most, step, top",
    [
        ("5120.4", "2000", "6000"),
        ("1", "0.2", "1.0"),
        ("0", "1", "1"),
        ("100", "20", "100"),
        ("99999999", "20000000", "100000000"),
    ],
)
def test_the_axis_has_round_steps(most: str, step: str, top: str) -> None:
    assert nice_scale(Decimal(most)) == (Decimal(step), Decimal(top))
