import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.claims import Value
from korpu.document import SourceCard
from korpu.findings import find
from korpu.findings.targets import outcome_of

from .told import document, ids, the, told
from .told import value as amount_of


def turnover(amount: str, when: str | None = "2015", **fields: object):
    return told("trade.turnover", when, amount, **fields)


@pytest.mark.parametrize(
    ("facts", "code", "status"),
    [
        (["exact 1500 USD"], "target_met", "met"),
        (["over 1500 USD"], "target_met", "met"),
        (["exact 1499 USD"], "target_missed", "missed"),
        (["up_to 1400 USD"], "target_missed", "missed"),
        (["over 1400 USD"], "target_unclear", "open"),
        (["exact 1600 USD", "exact 900 USD"], "target_unclear", "open"),
        (["exact 1600 EUR"], "target_without_figure", "open"),
        ([], "target_without_figure", "open"),
    ],
)
def test_a_target_is_held_against_the_years_figures(facts: list[str], code: str, status: str):
    target = turnover("exact 1500 USD", stance="target")
    told_of = [turnover(amount, doc=amount) for amount in facts]
    assert the(code, find([target, *told_of], {})).status == status


def test_another_years_figure_does_not_meet_a_target():
    claims = [turnover("exact 1500 USD", stance="target"), turnover("exact 1600 USD", "2016")]
    assert the("target_without_figure", find(claims, {})).claims == ids(claims[0])


@pytest.mark.parametrize(
    ("aim", "reached", "status"),
    [
        ("exact 100 USD", "over 100 USD", "met"),
        ("about 100 USD", "exact 95 USD", "met"),
        ("over 100 USD", "exact 100 USD", "met"),
        ("exact 100/120 USD", "exact 99 USD", "missed"),
        ("up_to 100 USD", "exact 100 USD", "met"),
        ("up_to 100 USD", "exact 80 USD", "open"),
        ("up_to 100 USD", "exact 40 USD", "missed"),
        ("under 10 percent", "exact 8 percent", "met"),
        ("under 10 percent", "exact 12 percent", "missed"),
        ("exact 100 USD", "up_to 120 USD", "open"),
    ],
)
def test_the_bounds_of_target_and_figure_decide(aim: str, reached: str, status: str):
    assert outcome_of(amount_of(aim), amount_of(reached)) == status


@given(aim=st.integers(1, 10**9), low=st.integers(1, 10**9), more=st.integers(0, 10**9))
def test_more_never_misses_what_less_has_met(aim: int, low: int, more: int):
    wanted = Value(str(aim), "USD", "exact")
    less, greater = (outcome_of(wanted, Value(str(n), "USD", "exact")) for n in (low, low + more))
    assert (less, greater) != ("met", "missed")


@pytest.mark.parametrize(
    ("when", "day", "code", "status"),
    [
        ("2015", dt.date(2016, 1, 1), "target_unknown", "unknown"),
        ("2015", dt.date(2015, 12, 31), "target_without_figure", "open"),
        ("2015", None, "target_without_figure", "open"),
        (None, dt.date(2030, 1, 1), "target_undated", "open"),
    ],
)
def test_a_target_whose_year_has_passed_without_a_figure_is_unknown(
    when: str | None, day: dt.date | None, code: str, status: str
):
    target = turnover("exact 1500 USD", when, stance="target")
    finding = the(code, find([target], {}, day))
    assert (finding.status, finding.value) == (status, target.value)
    assert all(finding.reason.sentence(language) for language in ("en", "az"))


@pytest.mark.parametrize(
    ("when", "amount", "code"),
    [
        ("2016", "exact 1600 USD", "target_met_since"),
        ("2016", "exact 1400 USD", "target_undated"),
        ("2012", "exact 1600 USD", "target_undated"),
        ("2016", "exact 1600 EUR", "target_undated"),
    ],
)
def test_a_target_without_a_time_is_met_by_a_later_figure_that_reaches_it(when: str, amount: str, code: str):
    claims = [turnover("exact 1500 USD", None, stance="target"), turnover(amount, when, doc="b")]
    found = find(claims, {document("a"): SourceCard(published="2014-05")})
    assert the(code, found).status == ("met" if code == "target_met_since" else "open")


@pytest.mark.parametrize(
    ("stances", "code", "status"),
    [
        (["plan"], "plan_open", "open"),
        (["plan", "fact"], "plan_carried_out", "met"),
        (["plan", "denied"], "plan_dropped", "missed"),
    ],
)
def test_a_plan_is_open_until_something_is_told_of_it(stances: list[str], code: str, status: str):
    claims = [
        told("visit", "2015-05-03", visitor="Ana Soto", to="PE", stance=stance, doc=stance)
        for stance in stances
    ]
    assert the(code, find(claims, {})).status == status


def test_a_target_does_not_contradict_a_figure():
    claims = [turnover("exact 1500 USD", stance="target"), turnover("exact 900 USD")]
    assert {finding.status for finding in find(claims, {})} == {"missed", "single"}
