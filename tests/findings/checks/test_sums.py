import pytest

from korpu.findings import find
from tests.findings.told import told


def row(exports: str, imports: str, total: str, unit: str = "USD", **fields: object):
    return [
        told("trade.exports", "2015", f"exact {exports} {unit}", reporter="PE", row=1, **fields),
        told("trade.imports", "2015", f"exact {imports} {unit}", reporter="PE", row=1, **fields),
        told("trade.turnover", "2015", f"exact {total} {unit}", row=1, **fields),
    ]


@pytest.mark.parametrize(
    ("amounts", "code", "status"),
    [
        (("30.25", "40.50", "70.75"), "sum_holds", "inferred"),
        (("30.25", "40.50", "70.7"), "sum_rounded", "inferred"),
        (("30.3", "40.4", "70.8"), "sum_rounded", "inferred"),
        (("30.25", "40.50", "75"), "sum_broken", "disputed"),
        (("0", "40.50", "40.50"), "sum_holds", "inferred"),
    ],
)
def test_a_row_is_added_up(amounts: tuple[str, str, str], code: str, status: str):
    sums = [(f.reason.code, f.status) for f in find(row(*amounts), {}) if f.reason.code.startswith("sum_")]
    assert sums == [(code, status)]


def test_a_broken_sum_says_by_how_much():
    sentences = [f.reason.sentence() for f in find(row("30", "40", "75"), {})]
    assert any(
        "30 + 40 = 70 US dollars, but 75 US dollars" in s and "difference is 5" in s for s in sentences
    )


@pytest.mark.parametrize(
    "claims",
    [
        row("30", "40", "70")[1:],
        [*row("30", "40", "70")[:2], told("trade.turnover", "2015", "exact 70 EUR", row=1)],
        [*row("30", "40", "70")[:2], told("trade.turnover", "2015", "over 70 USD", row=1)],
        [*row("30", "40", "70")[:2], told("trade.turnover", "2015", "exact 70 USD", doc="b")],
        [*row("30", "40", "70")[:2], told("trade.turnover", "2015", "exact 70 USD", stance="target", row=1)],
    ],
)
def test_what_need_not_add_up_is_not_added_up(claims: list):
    assert not [f for f in find(claims, {}) if f.reason.code.startswith("sum_")]


def test_a_total_outside_the_row_is_not_held_against_it():
    claims = [*row("30", "40", "70"), told("trade.turnover", "2015", "exact 71 USD")]
    assert [f.reason.code for f in find(claims, {}) if f.reason.code.startswith("sum_")] == ["sum_holds"]
