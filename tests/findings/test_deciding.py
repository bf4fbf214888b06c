"""What people decided of disputes: when it covers one, and when a new source opens it again."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.claims import Claim
from korpu.decisions import Decision
from korpu.document import SourceCard
from korpu.findings import Finding, find
from korpu.findings.deciding import contradicting, decide
from korpu.findings.preference import prefer

from .told import document, ids, told

LOW = told("trade.turnover", "2021", "exact 4500000 USD", doc="low")
HIGH = told("trade.turnover", "2021", "exact 9000000 USD", doc="high")
OTHER = told("trade.turnover", "2021", "exact 7000000 USD", doc="other")
LOW_TOO = told("trade.turnover", "2021", "exact 4500000 USD", doc="too")
HIGH_TOO = told("trade.turnover", "2021", "exact 9000000 USD", doc="also")
CARDS = {
    document(name): SourceCard(title=name.capitalize()) for name in ("low", "high", "other", "too", "also")
}


def decision(
    *claims: Claim, preferred: Claim | None = None, number: int = 1, author: str | None = "Aytən"
) -> Decision:
    at = dt.datetime(2024, 5, 3, tzinfo=dt.UTC)
    return Decision(number, ids(*claims), preferred and preferred.id, author, at, "rəsmi rəqəmdir")


def dispute(*claims: Claim, decisions: tuple[Decision, ...] = ()) -> Finding:
    (finding,) = [one for one in find(claims, CARDS) if one.status == "disputed"]
    (made,) = decide([finding], decisions, {claim.id: claim for claim in claims}, CARDS)
    assert (made.id, made.status, made.claims) == (finding.id, "disputed", finding.claims)
    return made


@pytest.mark.parametrize("preferred", [LOW, HIGH])
def test_what_a_person_prefers_is_the_answer_and_says_who_decided_when_and_why(preferred: Claim) -> None:
    finding = dispute(LOW, HIGH, decisions=(decision(LOW, HIGH, preferred=preferred),))
    assert (finding.preferred, finding.value) == (preferred.id, preferred.value)
    assert finding.decided and finding.decided.holds
    assert finding.decided.reason.sentence() == (
        "Aytən decided on 3 May 2024: the answer that stands first is preferred. "
        "The reason that was given: rəsmi rəqəmdir."
    )
    assert finding.decided.reason.sentence("az").startswith("Qərar (Aytən, 3 may 2024-cü il): birinci")


def test_both_stay_where_nothing_is_preferred() -> None:
    finding = dispute(LOW, HIGH, decisions=(decision(LOW, HIGH, author=None),))
    assert (finding.preferred, finding.value) == (None, None)
    assert finding.decided and finding.decided.holds
    assert "It was decided on 3 May 2024: both sides stay." in finding.decided.reason.sentence()


def test_of_two_decisions_the_later_holds() -> None:
    first = decision(LOW, HIGH, preferred=LOW, number=4)
    second = decision(LOW, HIGH, preferred=HIGH, number=7)
    for order in ((first, second), (second, first)):
        assert dispute(LOW, HIGH, decisions=order).preferred == HIGH.id


@pytest.mark.parametrize("newer", [OTHER, HIGH_TOO])
def test_a_new_source_that_contradicts_opens_the_dispute_again_and_is_named(newer: Claim) -> None:
    finding = dispute(LOW, HIGH, newer, decisions=(decision(LOW, HIGH, preferred=LOW),))
    assert finding.preferred is None
    assert finding.decided and not finding.decided.holds
    assert finding.decided.newer == (newer.id,)
    title = CARDS[newer.document].title
    assert f"before this source came: {title}." in finding.decided.reason.sentence()
    assert "yenidən açıqdır" in finding.decided.reason.sentence("az")


def test_another_witness_of_the_answer_that_is_preferred_opens_nothing() -> None:
    finding = dispute(LOW, HIGH, LOW_TOO, decisions=(decision(LOW, HIGH, preferred=LOW),))
    assert finding.preferred == LOW.id
    both = dispute(LOW, HIGH, LOW_TOO, decisions=(decision(LOW, HIGH),))
    assert both.decided and both.decided.newer == (LOW_TOO.id,)


def test_a_decision_after_the_new_source_covers_all_again() -> None:
    old, new = decision(LOW, HIGH, preferred=LOW), decision(LOW, HIGH, OTHER, preferred=OTHER, number=2)
    finding = dispute(LOW, HIGH, OTHER, decisions=(old, new))
    assert finding.preferred == OTHER.id


def test_a_decision_holds_when_a_claim_that_it_was_on_is_withdrawn_but_not_the_one_it_prefers() -> None:
    of_three = decision(LOW, HIGH, OTHER, preferred=LOW)
    assert dispute(LOW, HIGH, decisions=(of_three,)).preferred == LOW.id
    assert dispute(HIGH, OTHER, decisions=(of_three,)).decided is None


def test_a_decision_on_something_else_says_nothing() -> None:
    elsewhere = told("trade.turnover", "2019", "exact 1 USD", doc="low")
    assert dispute(LOW, HIGH, decisions=(decision(LOW, elsewhere),)).decided is None


def test_what_a_person_prefers_stands_before_what_a_rule_does() -> None:
    claims = {claim.id: claim for claim in (LOW, HIGH)}
    finding = dispute(LOW, HIGH, decisions=(decision(LOW, HIGH, preferred=LOW),))
    assert prefer([finding], "High", claims, CARDS) == (finding,)
    (open_,) = prefer([dispute(LOW, HIGH)], "High", claims, CARDS)
    assert open_.preferred == HIGH.id


def test_a_denial_that_is_preferred_gives_no_answer() -> None:
    opened = told("mission.opened", "2001", doc="low", sender="PE", host="UY", mission="embassy")
    denied = told(
        "mission.opened", "2001", doc="high", sender="PE", host="UY", mission="embassy", stance="denied"
    )
    finding = dispute(opened, denied, decisions=(decision(opened, denied, preferred=denied),))
    assert finding.preferred == denied.id


ALL = (LOW, HIGH, OTHER, LOW_TOO, HIGH_TOO)
SOME = st.lists(st.sampled_from(ALL), unique_by=lambda claim: claim.id)


@given(SOME, SOME.filter(lambda known: len(known) > 1), st.sampled_from([None, *ALL]))
def test_a_dispute_is_decided_only_where_all_that_contradicts_was_known_or_agrees_with_what_is_preferred(
    said: list[Claim], known: list[Claim], preferred: Claim | None
) -> None:
    made = decision(*known, preferred=preferred)
    claims = {claim.id: claim for claim in said}
    before = find(said, CARDS)
    after = decide(before, [made], claims, CARDS)
    assert [one.id for one in before] == [one.id for one in after]
    assert decide(before, [], claims, CARDS) == before
    for finding in after:
        if finding.decided and finding.decided.holds:
            unknown = [claims[id] for id in contradicting(finding) if id not in made.claims]
            assert all(preferred and claim.value == preferred.value for claim in unknown)
        elif finding.status != "disputed":
            assert finding.decided is None
