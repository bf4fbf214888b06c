from __future__ import annotations

from collections.abc import Mapping

import pytest

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings import Finding, find
from korpu.findings.preference import prefer

from .told import document, told

CARDS: Mapping[str, SourceCard] = {
    document("ministry"): SourceCard(publisher="İqtisadiyyat Nazirliyi", published="2022-02"),
    document("paper"): SourceCard(publisher="Səhər qəzeti", published="2023-05"),
    document("address"): SourceCard(url="https://www.stat.gov.example/uy", published="2021"),
}


def disputed(*claims: Claim, rule: str, cards: Mapping[str, SourceCard] = CARDS) -> Finding:
    found = find(claims, cards)
    (finding,) = [one for one in found if one.status == "disputed"]
    (chosen,) = prefer([finding], rule, {claim.id: claim for claim in claims}, cards)
    return chosen


MINISTRY = told("trade.turnover", "2021", "exact 4500000 USD", doc="ministry")
PAPER = told("trade.turnover", "2021", "over 9000000 USD", doc="paper")


@pytest.mark.parametrize(
    ("rule", "chosen", "note"),
    [
        ("official", MINISTRY, "preferred_official"),
        ("newest", PAPER, "preferred_newest"),
        ("exact", MINISTRY, "preferred_exact"),
        ("Səhər", PAPER, "preferred_source"),
    ],
)
def test_a_rule_chooses_what_is_shown_first_and_says_so(rule: str, chosen: Claim, note: str) -> None:
    finding = disputed(MINISTRY, PAPER, rule=rule)
    assert (finding.value, finding.preferred) == (chosen.value, chosen.id)
    assert note in finding.reason.notes
    assert finding.status == "disputed"
    assert set(finding.claims) == {MINISTRY.id, PAPER.id}


@pytest.mark.parametrize("rule", ["official", "Axşam qəzeti"])
def test_a_rule_that_tells_no_side_apart_changes_nothing(rule: str) -> None:
    paper = told("trade.turnover", "2021", "exact 4500000 USD", doc="paper")
    other = told("trade.turnover", "2021", "exact 7000000 USD", doc="other")
    assert disputed(paper, other, rule=rule).preferred is None


def test_two_official_answers_that_contradict_each_other_are_no_choice() -> None:
    other = told("trade.turnover", "2021", "exact 8000000 USD", doc="address")
    assert disputed(MINISTRY, other, rule="official").preferred is None


def test_what_is_not_in_dispute_stays_as_it_is() -> None:
    found = find([MINISTRY], CARDS)
    assert prefer(found, "newest", {MINISTRY.id: MINISTRY}, CARDS) == found
