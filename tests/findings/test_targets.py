import pytest

from korpu.findings import find

from .told import ids, the, told


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
