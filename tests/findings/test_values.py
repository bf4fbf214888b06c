from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.claims import Value
from korpu.findings.values import compare_values, is_rounded, percent_apart, plain, range_of, scaled, write

from .told import value


@pytest.mark.parametrize(
    ("left", "right", "relation", "forward"),
    [
        ("exact 165 company", "exact 165 company", "same", True),
        ("exact 165.0 company", "exact 165 company", "same", True),
        ("exact 165 company", "exact 166 company", "contradicts", True),
        ("exact 742613400 USD", "exact 743000000 USD", "refines", True),
        ("exact 743000000 USD", "exact 742613400 USD", "refines", False),
        ("exact 742613400 USD", "exact 700000000 USD", "refines", True),
        ("exact 2000000000 USD", "exact 1600000000 USD", "refines", False),
        ("exact 2000000000 USD", "exact 1400000000 USD", "contradicts", True),
        ("exact 165 company", "about 160 company", "refines", True),
        ("exact 165 company", "about 100 company", "contradicts", True),
        ("over 100 document", "up_to 130 document", "compatible", True),
        ("over 140 document", "up_to 130 document", "contradicts", True),
        ("over 100 document", "exact 104 document", "refines", False),
        ("over 100 document", "exact 100 document", "compatible", True),
        ("over 100 document", "under 100 document", "contradicts", True),
        ("over 120 document", "over 100 document", "refines", True),
        ("exact 20/30 document", "exact 25/35 document", "compatible", True),
        ("exact 20/30 document", "exact 25 document", "refines", False),
        ("exact 20/30 document", "exact 40 document", "contradicts", True),
        ("exact 20 USD", "exact 20 EUR", "not_comparable", True),
        ("exact 20 USD", "exact 20 -", "not_comparable", True),
        ("exact -3.5 percent", "exact 3.5 percent", "contradicts", True),
        ("exact many USD", "exact 20 USD", "not_comparable", True),
    ],
)
def test_amounts_stand_to_each_other(left: str, right: str, relation: str, forward: bool):
    match = compare_values(value(left), value(right))
    assert (match.relation, match.forward) == (relation, forward)
    back = compare_values(value(right), value(left))
    assert back.relation == relation


def test_the_ratio_is_between_the_nearest_ends():
    reason = compare_values(value("up_to 100 USD"), value("over 250 USD")).reason
    assert (reason.code, reason.details["ratio"]) == ("values_differ_times", "2.5")


def test_a_fall_has_no_ratio_to_a_rise():
    assert compare_values(value("exact -3 percent"), value("exact 6 percent")).reason.code == "values_differ"


@pytest.mark.parametrize(
    ("exact", "rounded", "expected"),
    [
        ("598", "600", True),
        ("1234567", "1200000", True),
        ("1260000", "1200000", False),
        ("0.4", "0.5", False),
        ("0", "0", True),
    ],
)
def test_rounding(exact: str, rounded: str, expected: bool):
    assert is_rounded(Decimal(exact), Decimal(rounded)) is expected


def test_a_difference_is_never_said_to_be_smaller_than_it_is():
    assert percent_apart(Decimal(1000), Decimal("1001.4")) == "0.2"


@pytest.mark.parametrize(("amount", "scale", "expected"), [("5.50", 1000, "5500"), ("1E+3", 1, "1000")])
def test_scaling_writes_plain_decimals(amount: str, scale: int, expected: str):
    assert scaled(Value(amount, None, "exact"), "USD", scale).amount == expected


amounts = st.integers(-999, 10**9).map(str)
values = st.builds(
    Value,
    amounts,
    st.sampled_from(["USD", "person"]),
    st.sampled_from(["exact", "about", "over", "under", "up_to"]),
)


@given(values, values)
def test_comparing_is_the_same_from_either_side(left: Value, right: Value):
    one, other = compare_values(left, right), compare_values(right, left)
    assert one.relation == other.relation
    assert one.reason.code == other.reason.code
    if one.relation == "refines" and range_of(left) != range_of(right):
        assert one.forward != other.forward


@given(values)
def test_an_amount_is_the_same_as_itself(told: Value):
    assert compare_values(told, told).relation == "same"
    assert len(write(told).split(" ")) == 3


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3))
def test_plain_decimals_keep_the_number(number: Decimal):
    assert Decimal(plain(number)) == number
    assert "E" not in plain(number)
