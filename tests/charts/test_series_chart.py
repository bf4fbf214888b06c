from typing import Any

import pytest

from korpu.charts.series import Group, series_of
from korpu.charts.series_chart import series_spec
from korpu.dossier import compose
from korpu.render.wording.words import wording
from tests.charts.checked import problems, rows_of
from tests.dossier import example
from tests.findings.told import told

SAY = wording("en")


def drawn(*claims: Any) -> tuple[Group, list[dict[str, Any]]]:
    """The group that turnovers make, and the rows of its chart."""
    (group,) = series_of(compose(("PE", "UY"), claims, {}), SAY)
    return group, [row for row in rows_of(series_spec(group, SAY)) if "amount" in row]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("language", ["az", "en"])
def test_charts_are_vega_lite(language: str, dark: bool) -> None:
    say = wording(language)
    for group in series_of(example.dossier(), say):
        if group.is_drawable:
            assert not problems(series_spec(group, say, dark))


def test_points_lead_to_their_claims_and_say_their_sentences() -> None:
    group = next(one for one in series_of(example.dossier(), SAY) if one.name == "trade-USD")
    rows = [row for row in rows_of(series_spec(group, SAY, claim_at="/claims/{}".format)) if "amount" in row]
    claims = {claim.id: claim for claim in example.claims()}
    assert len(rows) == len([point for point in group.points() if point.period])
    for row in rows:
        assert claims[row["href"].removeprefix("/claims/")].quote in row["quote"]


def test_answers_of_one_year_stand_side_by_side_with_the_letters_of_their_sources() -> None:
    _, rows = drawn(
        told("trade.turnover", "2020", "exact 5 USD"),
        told("trade.turnover", "2021", "exact 10 USD", doc="a"),
        told("trade.turnover", "2021", "exact 30 USD", doc="b"),
    )
    rivals = [row for row in rows if row["period"] == "2021"]
    assert len({row["at"] for row in rivals}) == 2
    assert {row["letter"] for row in rivals} == {"A", "B"}
    assert [row["letter"] for row in rows if row["period"] == "2020"] == [""]


def test_a_range_has_both_ends_and_a_bound_its_side() -> None:
    _, rows = drawn(
        told("trade.turnover", "2020", "exact 20/30 USD"), told("trade.turnover", "2021", "over 40 USD")
    )
    assert [(row["amount"], row["to"], row["range"], row["bound"]) for row in rows] == [
        (20.0, 30.0, True, "exact"),
        (40.0, 40.0, False, "over"),
    ]


def test_no_line_is_drawn_over_years_of_which_nothing_is_told() -> None:
    _, rows = drawn(
        *(told("trade.turnover", year, f"exact {year} USD") for year in ("2010", "2011", "2019", "2020"))
    )
    assert [row["run"] for row in rows] == ["0.year0", "0.year0", "0.year1", "0.year1"]


@pytest.mark.parametrize(
    ("amounts", "unit"),
    [
        (("5", "9"), "US dollars"),
        (("5", "9000000"), "million US dollars"),
        (("1", "2000000000"), "billion US dollars"),
    ],
)
def test_the_axis_counts_in_a_scale_that_leaves_figures_short(amounts: tuple[str, str], unit: str) -> None:
    claims = [told("trade.turnover", f"202{n}", f"exact {amount} USD") for n, amount in enumerate(amounts)]
    (group,) = series_of(compose(("PE", "UY"), claims, {}), SAY)
    titles = {
        layer["encoding"]["y"].get("title")
        for layer in series_spec(group, SAY)["layer"]
        if "title" in layer["encoding"].get("y", {})
    }
    assert titles == {unit}


def test_targets_carry_their_outcome() -> None:
    _, rows = drawn(
        told("trade.turnover", "2020", "exact 5 USD"),
        told("trade.turnover", "2021", "exact 5 USD"),
        told("trade.turnover", "2021", "exact 9 USD", stance="target", doc="b"),
    )
    assert [row["outcome"] for row in rows if row["place"] == "target"] == ["missed"]


def test_a_line_joins_whole_years_and_passes_over_half_a_year() -> None:
    periods = ("2020", "2021", "2022-01/2022-06", "2022")
    _, rows = drawn(
        *(told("trade.turnover", period, f"exact {number}5 USD") for number, period in enumerate(periods, 1))
    )
    assert {row["period"]: row["run"] for row in rows} == {
        "2020": "0.year0",
        "2021": "0.year0",
        "2022": "0.year0",
        "2022-01/2022-06": "",
    }
    (half,) = [row for row in rows if row["wide"]]
    assert half["start"] == 2.0 and 0.48 < half["end"] - half["start"] < 0.51
