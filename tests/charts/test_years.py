import datetime as dt

import pytest

from korpu.charts.years import years_of


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ([2020], (2020,)),
        ([2020, 2022], (2020, 2021, 2022)),
        ([2020, 2023], (2020, 2021, 2022, 2023)),
        ([2019, 2023], (2019, None, 2023)),
        ([2021, 1997, 2020, 2021], (1997, None, 2020, 2021)),
        ([], ()),
    ],
)
def test_many_years_of_which_nothing_is_told_are_one_mark(
    told: list[int], shown: tuple[int | None, ...]
) -> None:
    assert years_of(told).shown == shown


@pytest.mark.parametrize(
    ("day", "place"),
    [
        ("1997-01-01", 0),
        ("2020-07-01", 2.4973),
        ("2021-12-31", 3.9973),
        ("2005-05-05", 1.5),
        ("1990-01-01", 0),
        ("2030-01-01", 4),
    ],
)
def test_a_day_lies_in_its_year_in_what_is_left_out_or_at_an_edge(day: str, place: float) -> None:
    assert years_of([1997, 2020, 2021]).place(dt.date.fromisoformat(day)) == pytest.approx(place, abs=0.001)
