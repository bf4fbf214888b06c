import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.edtf import is_edtf
from korpu.render.wording import grammar
from korpu.render.wording.points import Point, Span, parse_when, roman_century

YEARS = st.integers(1000, 2999)
POINTS = st.one_of(
    YEARS.map(str),
    st.integers(100, 299).map("{}X".format),
    st.integers(10, 29).map("{}XX".format),
    st.builds("{}-{:02}".format, YEARS, st.sampled_from([*range(1, 13), 21, 22, 23, 24])),
    st.builds("{}-{:02}-{:02}".format, YEARS, st.integers(1, 12), st.integers(1, 28)),
    YEARS.map("{}~".format),
)
DATES = st.one_of(
    POINTS, st.builds("{}/{}".format, POINTS, POINTS), POINTS.map("{}/..".format), POINTS.map("../{}".format)
).filter(is_edtf)


@pytest.mark.parametrize(
    "when, expected",
    [
        ("2005-03-01", Point("day", 2005, 3, 1)),
        ("2023-21", Point("season", 2023, 21)),
        ("199X", Point("decade", 1990)),
        ("19XX", Point("century", 1900)),
        ("2021~", Point("year", 2021, about=True)),
        ("2016-03/..", Span(Point("month", 2016, 3), None)),
    ],
)
def test_parse_when_takes_a_date_apart(when: str, expected: Point | Span) -> None:
    assert parse_when(when) == expected


@pytest.mark.parametrize("when", ["", "20", "soon", "2004-3"])
def test_parse_when_refuses_what_is_no_date(when: str) -> None:
    with pytest.raises(ValueError, match="is not an EDTF date"):
        parse_when(when)


@pytest.mark.parametrize(
    "year, numeral", [(1800, "XIX"), (1900, "XX"), (2000, "XXI"), (1300, "XIV"), (800, "IX")]
)
def test_roman_century(year: int, numeral: str) -> None:
    assert roman_century(year) == numeral


@given(DATES)
@pytest.mark.parametrize("language, adverb", [("az", "loc"), ("en", "in")])
def test_every_date_is_written_with_all_its_years(language: str, adverb: str, when: str) -> None:
    for written in (grammar(language).date(when), grammar(language).date(when, adverb)):
        assert written == written.strip() and "  " not in written
        for year in re.findall(r"\b\d{4}", when):
            assert year in written
