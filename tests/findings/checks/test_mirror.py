from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.claims import Claim
from korpu.findings import find
from tests.findings.told import the, told


def exports(amount: str, reporter: str = "PE", when: str = "2015", **fields: Any) -> Claim:
    return told("trade.exports", when, amount, reporter=reporter, **fields)


def imports(amount: str, reporter: str = "UY", when: str = "2015", **fields: Any) -> Claim:
    return told("trade.imports", when, amount, reporter=reporter, doc="b", **fields)


def checked(*claims: Claim) -> list[tuple[str, str, str]]:
    return [
        (f.kind, f.reason.code, f.status) for f in find(claims, {}) if f.reason.code.startswith("mirror_")
    ]


@pytest.mark.parametrize(
    ("ours", "theirs", "code"),
    [
        ("exact 104031350 USD", "exact 104000000 USD", "mirror_agrees"),
        ("exact 104031350 USD", "over 100000000 USD", "mirror_agrees"),
        ("over 100 USD", "up_to 130 USD", "mirror_agrees"),
        ("exact 104 USD", "exact 135 USD", "mirror_apart"),
        ("exact 104 USD", "over 130 USD", "mirror_far_apart"),
    ],
)
def test_exports_of_one_side_are_set_beside_imports_of_the_other(ours: str, theirs: str, code: str) -> None:
    assert checked(exports(ours), imports(theirs)) == [("trade.exports", code, "inferred")]


def test_the_reason_names_both_sides_and_the_difference() -> None:
    found = the("mirror_apart", find([exports("exact 104 USD"), imports("exact 135 USD")], {}))
    english, azerbaijani = found.reason.sentence("en"), found.reason.sentence("az")
    assert "differ by 29.9 %" in english
    assert "Peru, exports: 104 US dollars; Uruguay, imports: 135 US dollars" in english
    assert "both may be right" in english
    assert "29,9 faiz" in azerbaijani
    assert "Peru, ixrac – 104 ABŞ dolları; Uruqvay, idxal – 135 ABŞ dolları" in azerbaijani


def test_turnover_by_both_sides_is_set_beside_each_other_once() -> None:
    sides = [
        told("trade.turnover", "2015", f"exact {amount} USD", reporter=reporter, doc=reporter)
        for reporter, amount in (("PE", "598.5"), ("UY", "461.4"))
    ]
    assert checked(*sides) == [("trade.turnover", "mirror_apart", "inferred")]


@pytest.mark.parametrize(
    "claims",
    [
        [exports("exact 104 USD"), imports("exact 135 EUR")],
        [exports("exact 104 -"), imports("exact 135 -")],
        [exports("exact 104 USD"), imports("exact 135 USD", when="2016")],
        [exports("exact 104 USD"), imports("exact 135 USD", when="2015-01/2015-06")],
        [exports("exact 104 USD"), imports("exact 135 USD", reporter="PE")],
        [exports("exact 104 USD"), imports("exact 135 USD", stance="target")],
        [told("trade.turnover", "2015", "exact 5 USD", reporter="PE"), told("trade.turnover", "2015", "exact 7 USD")],
    ],
)  # fmt: skip
def test_what_is_no_mirror_is_not_set_beside_it(claims: list[Claim]) -> None:
    assert checked(*claims) == []


def test_of_several_figures_two_that_agree_are_shown() -> None:
    found = find([exports("exact 90 USD"), exports("exact 104 USD", doc="c"), imports("exact 104 USD")], {})
    assert the("mirror_agrees", found).reason.details["first"] == "exact 104 USD"


bounds = st.sampled_from(["exact", "about", "over", "under", "up_to"])


@given(
    st.lists(st.tuples(bounds, st.integers(1, 99_999), st.booleans()), min_size=2, max_size=5),
    st.randoms(use_true_random=False),
    st.sampled_from([10, 1000]),
)
def test_mirrors_are_no_dispute_whatever_the_order_and_the_scale(
    figures: list, random: Any, scale: int
) -> None:
    def claims(scale: int) -> list[Claim]:
        return [
            (exports if is_export else imports)(f"{bound} {amount * scale} USD", row=number)
            for number, (bound, amount, is_export) in enumerate(figures)
        ]

    found = find(claims(1), {})
    mixed = claims(1)
    random.shuffle(mixed)
    assert find(mixed, {}) == found
    mirrors = [(f.reason.code, f.status) for f in found if f.reason.code.startswith("mirror_")]
    assert all(status == "inferred" for _, status in mirrors)
    assert [(code, status) for _, code, status in checked(*claims(scale))] == mirrors
