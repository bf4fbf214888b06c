from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.edtf import is_edtf
from korpu.reading.calendar import (
    Absolute,
    Anchors,
    Anniversary,
    DateMention,
    Form,
    Now,
    Relative,
    Resolved,
    Weekday,
    YearMissing,
    as_interval,
    infer_year,
    resolve,
    shift,
)

KNOWN = Anchors(published="2019-06-12", last="2003-04-02")
AHEAD = Anchors(published="2019-06-12", last="2003-04-02", tense="future")
ASSUMED = Anchors(published="2019", published_known=False)
YEAR_ONLY = Anchors(published="2019")
NOTHING = Anchors()
FROM_LAST = Anchors(last="2003-04-02")


@pytest.mark.parametrize(
    ("form", "anchors", "edtf", "how", "when_from"),
    [
        (Absolute("1998-05"), NOTHING, "1998-05", "stated", "stated"),
        (Absolute("1998-05", "year_of:sentence"), NOTHING, "1998-05", "year_of:sentence", "stated"),
        (YearMissing("*-05-03"), KNOWN, "2019-05-03", "published:latest", "published"),
        (YearMissing("*-06-12"), KNOWN, "2019-06-12", "published:latest", "published"),
        (YearMissing("*-06-13"), KNOWN, "2018-06-13", "published:latest", "published"),
        (YearMissing("*-06-13"), AHEAD, "2019-06-13", "published:earliest", "published"),
        (YearMissing("*-05-03"), AHEAD, "2020-05-03", "published:earliest", "published"),
        (YearMissing("*-06"), KNOWN, "2019-06", "published:latest", "published"),
        (YearMissing("*-07"), KNOWN, "2018-07", "published:latest", "published"),
        (YearMissing("*-22"), KNOWN, "2019-22", "published:latest", "published"),
        (YearMissing("*-02-29"), KNOWN, "2016-02-29", "published:latest", "published"),
        (YearMissing("*-02-29"), AHEAD, "2020-02-29", "published:earliest", "published"),
        (YearMissing("*-05-03"), ASSUMED, "2019-05-03", "published:latest", "assumed"),
        (YearMissing("*-05-03", inherits=True), KNOWN, "2003-05-03", "year_of:last", "document"),
        (YearMissing("*-05-03"), FROM_LAST, "2003-05-03", "year_of:last", "document"),
        (YearMissing("*-05-03"), NOTHING, None, "no_anchor", None),
        (Relative("year", -1, "published"), KNOWN, "2018", "published-1Y", "published"),
        (Relative("year", -1, "published"), ASSUMED, "2018", "published-1Y", "assumed"),
        (Relative("year", -1, "published"), NOTHING, None, "no_anchor", None),
        (
            Relative("year", 0, "published", "*-01/*-05"),
            KNOWN,
            "2019-01/2019-05",
            "published+0Y",
            "published",
        ),
        (Relative("year", 7, "last"), KNOWN, "2010", "offset:+7Y", "document"),
        (Relative("year", 0, "last", "*-09-08"), KNOWN, "2003-09-08", "year_of:last", "document"),
        (Relative("year", 0, "last", "*-02-30"), KNOWN, None, "no_anchor", None),
        (Relative("year", 1, "last"), NOTHING, None, "no_anchor", None),
        (Relative("month", -1, "published"), KNOWN, "2019-05", "published-1M", "published"),
        (Relative("month", -6, "published"), KNOWN, "2018-12", "published-6M", "published"),
        (Relative("month", -1, "published"), YEAR_ONLY, None, "no_anchor", None),
        (Relative("month", -1, "published", "*-31"), KNOWN, "2019-05-31", "published-1M", "published"),
        (Relative("day", -1, "published"), KNOWN, "2019-06-11", "published-1D", "published"),
        (Relative("day", -1, "published"), YEAR_ONLY, None, "no_anchor", None),
        (
            Relative("day", 0, "published"),
            Anchors(published="2019-06-12", tense="present"),
            None,
            "now",
            None,
        ),
        (Relative("week", -1, "published"), KNOWN, "2019-06-03/2019-06-09", "published-1W", "published"),
        (Relative("century", -1, "published", "*9X"), KNOWN, "199X", "published-1C", "published"),
        (Relative("century", -1, "published", "*XX"), YEAR_ONLY, "19XX", "published-1C", "published"),
        (Relative("decade", 9, "published"), KNOWN, "199X", "published:latest", "published"),
        (Relative("decade", 1, "published"), KNOWN, "201X", "published:latest", "published"),
        (Relative("decade", 9, "published"), NOTHING, None, "no_anchor", None),
        (
            Relative("period", 0, "last"),
            Anchors(last="2004-01/2004-06"),
            "2004-01/2004-06",
            "same_as:last",
            "document",
        ),
        (Weekday(2), KNOWN, "2019-06-11", "published:latest", "published"),
        (Weekday(3), KNOWN, "2019-06-12", "published:latest", "published"),
        (Weekday(3, -1), KNOWN, "2019-06-05", "published:latest", "published"),
        (Weekday(2), AHEAD, "2019-06-18", "published:earliest", "published"),
        (Weekday(3, 1), KNOWN, "2019-06-19", "published:earliest", "published"),
        (Weekday(3), YEAR_ONLY, None, "no_anchor", None),
        (Now(), KNOWN, None, "now", None),
        (Anniversary(30), KNOWN, None, "anniversary", None),
    ],
)
def test_a_form_resolves_by_its_anchors(
    form: Form, anchors: Anchors, edtf: str | None, how: str, when_from: str | None
) -> None:
    assert resolve(form, anchors) == Resolved(edtf, how, when_from)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("edtf", "part", "expected"),
    [
        ("2004", "since", "2004/.."),
        ("2004", "until", "../2004"),
        ("2004", "on", "2004"),
        ("2004/2006", "since", "2004/.."),
        ("2004/2006", "until", "../2006"),
        ("2004/..", "since", "2004/.."),
    ],
)
def test_a_part_makes_an_interval_of_a_date(edtf: str, part: str, expected: str) -> None:
    assert as_interval(edtf, part) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("anchor", "unit"),
    [("199X", "year"), ("2004", "month"), ("2004-21", "month"), ("2004-03", "day"), ("9999-12-31", "day")],
)
def test_nothing_is_counted_from_an_anchor_that_is_not_so_exact(anchor: str, unit: str) -> None:
    assert shift(anchor, unit, 1) is None  # type: ignore[arg-type]


def mention(edtf: str, **what: object) -> DateMention:
    return DateMention(0, 4, Absolute(edtf), **what)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mentions", "year"),
    [
        ([], None),
        ([mention("1998"), mention("2016-05")], "2016"),
        ([mention("2016"), mention("2017", future=True)], "2016"),
        ([mention("2016"), mention("2018", future=True)], "2018"),
        ([mention("2016"), mention("2030", future=True)], "2016"),
        ([mention("2022", future=True)], "2022"),
        ([mention("2030", future=True, part="until")], None),
        ([mention("2024/2027", part="for")], "2024"),
        ([mention("2024/2027", part="for"), mention("2021")], "2021"),
        ([mention("2021", overruled=True)], None),
    ],
)
def test_the_year_of_writing_is_that_of_the_newest_date_or_the_nearest_plan(
    mentions: list[DateMention], year: str | None
) -> None:
    assert infer_year(mentions) == year


ANCHOR = st.sampled_from(
    [
        None,
        "2019-06-12",
        "2019-06",
        "2019",
        "199X",
        "19XX",
        "2004-21",
        "2004/2006",
        "../1992",
        "2016~",
        "0001",
        "9999-12-31",
    ]
)
PATTERN = st.sampled_from(["*", "*-05", "*-05-31", "*-02-29", "*-01/*-09", "*9X", "*XX", "*-24"])
FORM = st.one_of(
    st.builds(YearMissing, PATTERN, st.booleans()),
    st.builds(
        Relative,
        st.sampled_from(["day", "week", "month", "year", "decade", "century", "period"]),
        st.integers(-3000, 3000),
        st.sampled_from(["published", "last"]),
        PATTERN,
    ),
    st.builds(Weekday, st.integers(1, 7), st.integers(-1, 1)),
)


@given(FORM, ANCHOR, ANCHOR, st.sampled_from(["past", "present", "future"]))
def test_any_form_resolves_to_a_date_that_exists_or_to_none(
    form: Form, published: str | None, last: str | None, tense: str
) -> None:
    resolved = resolve(form, Anchors(published, True, last, tense))  # type: ignore[arg-type]
    assert resolved.edtf is None or is_edtf(resolved.edtf)
    assert (resolved.when_from is None) == (resolved.edtf is None)
