import pytest

from korpu.findings import find

from .told import the, told


def turnover(amount: str, when: str = "2015", **fields: object):
    return told("trade.turnover", when, amount, **fields)


@pytest.mark.parametrize(
    ("anchor", "value"),
    [
        ("exact 1881 USD", "1"),
        ("exact 1881000 USD", "1000"),
        ("about 1.9 USD", None),
        ("about 1900000000 EUR", "1000000"),
        ("exact 1900000 USD", "1000"),
        ("exact 2500000 USD", None),
        ("over 1881000 USD", None),
    ],
)
def test_the_scale_is_one_of_three_or_none(anchor: str, value: str | None):
    codes = {f.reason.code: f for f in find([turnover("exact 1881 -"), turnover(anchor, doc="b")], {})}
    found = codes.get("unit_inferred")
    assert (found.value.amount if found and found.value else None) == value


def test_without_an_anchor_nothing_is_worked_out():
    assert {f.reason.code for f in find([turnover("exact 1881 -"), turnover("exact 95 -", "2014")], {})} == {
        "one_claim"
    }


def test_anchors_that_disagree_settle_nothing():
    claims = [
        turnover("exact 1881 -"),
        turnover("exact 1881000 USD", doc="b"),
        turnover("exact 95 -", "2014"),
        turnover("exact 95000000 USD", "2014", doc="b"),
    ]
    assert "unit_inferred" not in {finding.reason.code for finding in find(claims, {})}


def test_a_unit_holds_for_its_own_table_only():
    other = turnover("exact 77 -", "2014", doc="c")
    unit = the(
        "unit_inferred", find([turnover("exact 1881 -"), turnover("exact 1881000 USD", doc="b"), other], {})
    )
    assert other.id not in unit.claims


def test_a_target_is_no_anchor():
    claims = [turnover("exact 1881 -"), turnover("exact 1881000 USD", stance="target", doc="b")]
    assert "unit_inferred" not in {finding.reason.code for finding in find(claims, {})}


def test_a_figure_without_a_period_is_no_anchor():
    claims = [told("trade.turnover", None, f"exact {amount}") for amount in ("1881 -", "1881000 USD")]
    assert "unit_inferred" not in {finding.reason.code for finding in find(claims, {})}
