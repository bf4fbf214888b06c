import datetime as dt
import itertools

import pytest

from korpu.charts.timeline import chosen, timeline_of
from korpu.charts.timeline_chart import arrange, axis_of, timeline_spec
from korpu.render.wording.words import wording
from tests.charts.checked import problems, rows_of
from tests.dossier import example

SAY = wording("en")
ITEMS = timeline_of(example.dossier(), SAY)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("language", ["az", "en"])
def test_the_chart_is_vega_lite(language: str, dark: bool) -> None:
    say = wording(language)
    assert not problems(timeline_spec(timeline_of(example.dossier(), say), say, dark))


def test_nothing_dated_makes_an_empty_chart() -> None:
    assert not problems(timeline_spec((), SAY))


def test_every_item_is_drawn_and_leads_to_its_claim() -> None:
    rows = [row for row in rows_of(timeline_spec(ITEMS, SAY, claim_at="/claims/{}".format)) if "shape" in row]
    assert sorted(row["href"] for row in rows) == sorted(f"/claims/{one.claims[0]}" for one in ITEMS)
    assert all(one["quote"].partition(": ")[2] for one in rows)


def test_a_year_is_drawn_to_the_end_of_its_last_day() -> None:
    row = next(row for row in rows_of(timeline_spec(ITEMS, SAY)) if "gave aid" in row.get("says", ""))
    assert (row["first"], row["last"]) == ("1999-01-01", "2000-01-01")


def test_rival_dates_lie_in_lanes_that_follow_each_other() -> None:
    axis = axis_of(ITEMS, None, None)
    _, placed, _ = arrange(ITEMS, axis)
    lanes = [
        one.lane for one in placed if one.item.section == "relations" and one.item.standing == "disputed"
    ]
    assert lanes == [lanes[0], lanes[0] + 1]


def test_no_two_items_of_a_lane_lie_over_each_other() -> None:
    axis = axis_of(ITEMS, None, None)
    _, placed, lanes = arrange(ITEMS, axis)
    assert len(placed) == len(ITEMS) and max(one.lane for one in placed) < lanes
    for lane in range(lanes):
        days = [
            (one.item.first or axis.first, one.item.last or axis.last) for one in placed if one.lane == lane
        ]
        days.sort()
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(days))


def test_what_is_centuries_before_the_rest_does_not_make_all_else_small() -> None:
    axis = axis_of(ITEMS, None, None)
    assert 1985 < axis.first.year < 1993
    labels = [row.get("label", "") for row in rows_of(timeline_spec(ITEMS, SAY))]
    assert any(label.startswith("← 13th century") for label in labels)


def test_a_period_that_is_asked_for_is_the_axis() -> None:
    since, until = dt.date(2020, 1, 1), dt.date(2022, 12, 31)
    assert axis_of(chosen(ITEMS, since=since, until=until), since, until) == (since, until)
