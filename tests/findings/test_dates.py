import datetime as dt

import pytest

from korpu.findings.dates import compare_dates, months_between


@pytest.mark.parametrize(
    ("left", "right", "relation", "forward"),
    [
        ("2004", "2004", "same", True),
        ("2004-03-01", "2004", "refines", True),
        ("2004", "2004-03", "refines", False),
        ("2004-03-01", "2004-03-02", "contradicts", True),
        ("2004", "2005", "contradicts", True),
        ("2004", None, "refines", True),
        (None, "2004", "refines", False),
        (None, None, "same", True),
        ("2003/2005", "2004/2006", "compatible", True),
        ("1994", "199X", "refines", True),
        ("2004~", "2005", "refines", False),
        ("2004~", "2007", "contradicts", True),
        ("2004", "no date", "refines", True),
    ],
)
def test_dates_stand_to_each_other(left: str | None, right: str | None, relation: str, forward: bool):
    match = compare_dates(left, right)
    assert (match.relation, match.forward) == (relation, forward)
    assert compare_dates(right, left).relation == relation


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (dt.date(1990, 5, 10), dt.date(1990, 5, 10), 0),
        (dt.date(1990, 5, 10), dt.date(1990, 6, 9), 0),
        (dt.date(1990, 5, 10), dt.date(1990, 6, 10), 1),
        (dt.date(1990, 5, 10), dt.date(2001, 12, 1), 138),
    ],
)
def test_only_whole_months_count(first: dt.date, last: dt.date, months: int):
    assert months_between(first, last) == months
