from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.claims import Claim
from korpu.findings import Finding, find
from tests.findings.told import the, told

DOCUMENT = "2022-ci ildə dövriyyə 2021-ci illə müqayisədə artıb"
"""A sentence that says against which year."""


def growth(said: str, when: str = "2022", flow: str = "turnover", **fields: Any) -> Claim:
    return told("trade.growth", when, f"{said} percent", flow=flow, **fields)


def turnover(when: str, amount: str, **fields: Any) -> Claim:
    return told("trade.turnover", when, amount, **fields)


def checked(*claims: Claim) -> list[tuple[str, str]]:
    return [(f.reason.code, f.status) for f in find(claims, {}) if f.reason.code.startswith("growth_")]


BEFORE, AFTER = turnover("2021", "exact 3833500000 USD"), turnover("2022", "exact 5011700000 USD")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("exact 31", [("growth_holds", "inferred")]),
        ("exact 30.7", [("growth_holds", "inferred")]),
        ("about 31", [("growth_holds", "inferred")]),
        ("over 30", [("growth_holds", "inferred")]),
        ("up_to 31", [("growth_holds", "inferred")]),
        ("exact 30", []),  # cut off, perhaps
        ("exact 30/35", [("growth_holds", "inferred")]),
        ("exact 12", [("growth_broken", "disputed")]),
        ("over 40", [("growth_broken", "disputed")]),
        ("exact -31", [("growth_broken", "disputed")]),
    ],
)
def test_growth_is_held_against_the_two_years(said: str, expected: list[tuple[str, str]]) -> None:
    assert checked(BEFORE, AFTER, growth(said, quote=DOCUMENT)) == expected


def test_the_reason_says_the_growth_that_the_figures_give() -> None:
    found = the("growth_holds", find([BEFORE, AFTER, growth("exact 31")], {}))
    assert "give 30.7 per cent" in found.reason.sentence("en")
    assert "yəni 30,7 faiz" in found.reason.sentence("az")
    assert found.value is not None
    assert found.value.amount == "31"
    broken = the("growth_broken", find([BEFORE, AFTER, growth("exact 12", quote=DOCUMENT)], {}))
    assert "change of 12 per cent in trade turnover does not fit" in broken.reason.sentence("en")
    assert "30.7 per cent" in broken.reason.sentence("en")
    assert broken.value is None


@pytest.mark.parametrize(
    ("before", "after", "said", "expected"),
    [
        # «500 million» may be 450 or 549: much fits.
        ("exact 500000000 USD", "exact 600000000 USD", "exact 26", ["growth_fits"]),
        ("exact 500000000 USD", "exact 600000000 USD", "exact 20", ["growth_holds"]),
        ("exact 100 USD", "over 120 USD", "exact 35", ["growth_fits"]),
        ("exact 100 USD", "over 120 USD", "exact 5", ["growth_broken"]),
        ("exact 512 USD", "about 620 USD", "exact 14", ["growth_fits"]),
        ("over 100 USD", "over 120 USD", "exact 2", ["growth_fits"]),
        ("exact 512.4 USD", "exact 420.2 USD", "exact -18", ["growth_holds"]),
        ("exact 512.4 USD", "exact 420.2 USD", "over -15", ["growth_holds"]),  # fell by over 15
        ("exact 512.4 USD", "exact 420.2 USD", "over -25", ["growth_broken"]),
        ("exact 100.5 USD", "exact 100.5 EUR", "exact 7", []),
        ("exact 100.5 -", "exact 107.5 -", "exact 7", ["growth_holds"]),
        ("exact 0 USD", "exact 107 USD", "exact 7", []),
        ("exact 46.2 USD", "exact 184.9 USD", "exact 300", ["growth_holds"]),
    ],
)
def test_figures_stand_for_what_their_digits_and_bounds_allow(
    before: str, after: str, said: str, expected: list[str]
) -> None:
    claims = [turnover("2021", before), turnover("2022", after), growth(said, quote=DOCUMENT)]
    assert [code for code, _ in checked(*claims)] == expected


@pytest.mark.parametrize(
    "claims",
    [
        # Figures of one document, growth of another: two statistics, perhaps.
        [BEFORE, AFTER, growth("exact 12", doc="b", quote=DOCUMENT)],
        [
            turnover("2021", "exact 3833.5 USD", doc="b"),
            turnover("2022", "exact 5011.7 USD"),
            growth("exact 12"),
        ],
        # The sentence does not say against which year: it may be another than the last.
        [BEFORE, AFTER, growth("exact 12", quote="Beş il ərzində dövriyyə artıb")],
        # Another speaker, an estimate, whose statistics said of one of them only.
        [BEFORE, AFTER, growth("exact 12", quote=DOCUMENT, speaker="Ana Soto")],
        [BEFORE, AFTER, growth("exact 12", quote=DOCUMENT, stance="estimate")],
        [turnover("2021", "exact 38 USD", stance="estimate"), AFTER, growth("exact 12", quote=DOCUMENT)],
        [BEFORE, AFTER, growth("exact 12", quote=DOCUMENT, reporter="UY")],
    ],
)
def test_figures_that_may_be_of_other_statistics_are_only_set_beside_it(claims: list[Claim]) -> None:
    assert checked(*claims) == [("growth_apart", "inferred")]


@pytest.mark.parametrize(
    "claims",
    [
        [BEFORE, AFTER, growth("exact 12", stance="target")],
        [BEFORE, AFTER, growth("exact 12", when="2022/2026")],
        [BEFORE, growth("exact 12")],
        [BEFORE, AFTER, growth("exact 12", flow="exports")],
        [BEFORE, AFTER, growth("exact 12", quote="2022-ci ildə 2018-ci illə müqayisədə artıb")],
        [BEFORE, AFTER, growth("exact 12", quote="2022-ci ildə 2018 və 2019-cu illərlə müqayisədə artıb")],
        # A half-year may be against the one before it.
        [
            turnover("2021-07/2021-12", "exact 214.2 USD"),
            turnover("2022-07/2022-12", "exact 220.2 USD"),
            growth("exact 58", when="2022-07/2022-12"),
        ],
        # A quarter against the figures of the years.
        [BEFORE, AFTER, growth("exact 12", when="2022-01/2022-03")],
        # Exports of one side against growth of the other's.
        [
            told("trade.exports", "2021", "exact 30.5 USD", reporter="UY"),
            told("trade.exports", "2022", "exact 80.5 USD", reporter="UY"),
            growth("exact 12", flow="exports", reporter="PE"),
        ],
        [
            told("trade.exports", "2021", "exact 30.5 USD", reporter="UY"),
            told("trade.exports", "2022", "exact 80.5 USD", reporter="PE"),
            growth("exact 12", flow="exports"),
        ],
    ],
)
def test_what_it_cannot_be_held_against_says_nothing(claims: list[Claim]) -> None:
    assert checked(*claims) == []


def test_the_same_months_of_two_years_are_compared() -> None:
    nine = [turnover("2021-01/2021-09", "exact 565.5 USD"), turnover("2022-01/2022-09", "exact 690.1 USD")]
    assert checked(*nine, growth("exact 22", when="2022-01/2022-09")) == [("growth_holds", "inferred")]


def test_the_year_that_the_sentence_names_is_the_one_it_is_held_against() -> None:
    claims = [turnover("2019", "exact 400.5 USD"), BEFORE, turnover("2022", "exact 520.6 USD")]
    said = growth("exact 30", quote="2022-ci ildə dövriyyə 2019-cu illə müqayisədə 30 faiz artıb")
    found = the("growth_holds", find([*claims, said], {}))
    assert found.reason.details["before"] == "2019"


def test_where_sources_differ_on_the_years_it_holds_with_one_of_them_and_says_so() -> None:
    other = turnover("2022", "exact 4600000000 USD", doc="b")
    found = the("growth_holds", find([BEFORE, AFTER, other, growth("exact 31", quote=DOCUMENT)], {}))
    assert "5,011,700,000 US dollars" in found.reason.sentence("en")
    assert "do not bear it out" in found.reason.sentence("en")
    assert other.id not in found.claims
    assert checked(BEFORE, AFTER, other, growth("exact 20", quote=DOCUMENT)) == [("growth_holds", "inferred")]


def verdicts(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(f.reason.code, f.status) for f in findings]


amounts = st.integers(100, 99_999)


@given(amounts, amounts, st.integers(-60, 200), st.permutations(range(4)), st.sampled_from([10, 1000, 10**6]))
def test_order_changes_nothing_and_scale_keeps_the_verdict(
    before: int, after: int, said: int, order: list[int], scale: int
) -> None:
    def claims(scale: int) -> list[Claim]:
        return [
            turnover("2021", f"exact {before * scale} USD"),
            turnover("2022", f"exact {after * scale} USD"),
            turnover("2022", f"over {after * scale} USD", doc="b"),
            growth(f"exact {said}", quote=DOCUMENT),
        ]

    found = find(claims(1), {})
    assert find([claims(1)[number] for number in order], {}) == found
    assert verdicts(find(claims(scale), {})) == verdicts(found)


@given(amounts, amounts)
def test_growth_that_is_worked_out_from_the_figures_is_never_disputed(before: int, after: int) -> None:
    said = ((Decimal(after) / Decimal(before) - 1) * 100).quantize(Decimal("0.1"))
    claims = [turnover("2021", f"exact {before} USD"), turnover("2022", f"exact {after} USD")]
    assert checked(*claims, growth(f"exact {said}", quote=DOCUMENT)) == [("growth_holds", "inferred")]
