"""EDTF: the days that a date covers, and what is no date."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.edtf import Extent, NotADate, day, extent, is_edtf, sort_key, year_of


def iso(text: str) -> tuple[str | None, str | None]:
    first, last = extent(text).first, extent(text).last
    return first.isoformat() if first else None, last.isoformat() if last else None


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2004", "2004-01-01", "2004-12-31"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("2003-02", "2003-02-01", "2003-02-28"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2004-03-01", "2004-03-01", "2004-03-01"),
        ("2021~", "2021-01-01", "2021-12-31"),
        ("2021-05~", "2021-05-01", "2021-05-31"),
        # decades and centuries
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        # seasons: winter runs into the next year
        ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-22", "2023-06-01", "2023-08-31"),
        ("2023-23", "2023-09-01", "2023-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        # intervals
        ("2022/2026", "2022-01-01", "2026-12-31"),
        ("2023-01/2023-06", "2023-01-01", "2023-06-30"),
        ("2016-03-04/..", "2016-03-04", None),
        ("../1992", None, "1992-12-31"),
        ("199X/..", "1990-01-01", None),
        ("2004/", "2004-01-01", None),
        ("/2004", None, "2004-12-31"),
        ("2004/2004", "2004-01-01", "2004-12-31"),
        ("2023-24/2024", "2023-12-01", "2024-12-31"),
    ],
)
def test_extents(when: str, first: str | None, last: str | None) -> None:
    assert iso(when) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", "dünən", "04", "2004-13", "2004-00", "2021-02-29", "2021-02-30", "2004-3", "2004-03-1", "20044", "2026/2022",
        "2004//2005", "2004/2005/2006", "2023-21-01", "2023-25", "1X9X", "XXXX", "2004 ", "0000", "2004-03-01T00",
        "199X-05-31x", "..", "../..x", "２００４", "2004~~", "-2004",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(NotADate, match=r".+"):
        extent(text)


DAYS = st.dates(dt.date(1000, 1, 1), dt.date(9998, 12, 31))


@given(DAYS)
def test_a_day_is_within_its_month_year_decade_and_century(date: dt.date) -> None:
    text = date.isoformat()
    assert iso(text) == (text, text)
    for wider in (text[:7], text[:4], text[:3] + "X", text[:2] + "XX", f"{text}/..", f"../{text}"):
        assert extent(wider).covers(extent(text))
        assert extent(wider).overlaps(extent(text))
        assert not extent(text).covers(extent(wider)) or extent(text) == extent(wider)


@given(DAYS, DAYS)
def test_an_interval_covers_its_ends_or_is_none(one: dt.date, other: dt.date) -> None:
    text = f"{one}/{other}"
    assert is_edtf(text) is (one <= other)
    if one <= other:
        assert extent(text) == Extent(one, other)


@given(st.lists(st.one_of(st.none(), DAYS.map(str), DAYS.map(lambda date: str(date)[:4]))))
def test_dates_sort_by_their_first_day_and_no_date_comes_last(dates: list[str | None]) -> None:
    ordered = sorted(dates, key=sort_key)
    known = [when for when in ordered if when is not None]
    assert ordered == known + [None] * (len(dates) - len(known))
    firsts = [extent(when).first or dt.date.min for when in known]
    assert firsts == sorted(firsts)


@given(st.text("0123456789X~/.-") | st.text())
def test_any_text_is_a_date_or_is_not(text: str) -> None:
    if is_edtf(text):
        assert sort_key(text) <= ("9999", "\U0010ffff")
        found = extent(text)
        assert found.first is None or found.last is None or found.first <= found.last


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2004", "2004-12-31", True),
        ("2004", "2005", False),
        ("2004/..", "2010", True),
        ("2004/..", "2003", False),
        ("../2004", "2004-12", True),
        ("../2004", "2005/..", False),
        ("2023-24", "2024-02", True),
        ("199X", "2000", False),
    ],
)
def test_overlaps(one: str, other: str, expected: bool) -> None:
    assert extent(one).overlaps(extent(other)) is expected
    assert extent(other).overlaps(extent(one)) is expected


@pytest.mark.parametrize(
    ("when", "year"),
    [
        ("2004-03-01", 2004),
        ("2022/2026", 2022),
        ("../1992", 1992),
        ("199X", None),
        (None, None),
        ("2021~", 2021),
    ],
)
def test_years(when: str | None, year: int | None) -> None:
    assert year_of(when) == year


@pytest.mark.parametrize(
    ("parts", "expected"),
    [((1992, 8, 30), "1992-08-30"), ((2021, 2, 30), None), ((2021, 13, 1), None), ((0, 1, 1), None)],
)
def test_days_that_no_calendar_has_are_none(parts: tuple[int, int, int], expected: str | None) -> None:
    assert day(*parts) == expected
