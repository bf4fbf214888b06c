import datetime as dt

import pytest

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings import find

from .told import document, ids, only, the, told


def opened(when: str | None, doc: str, **fields: object) -> Claim:
    return told("mission.opened", when, doc=doc, sender="PE", host="UY", mission="embassy", **fields)


@pytest.mark.parametrize(
    ("whens", "status", "code", "when"),
    [
        (["2004"], "single", "one_claim", "2004"),
        (["2004", "2004"], "agreed", "same_answer_witnesses", "2004"),
        (["2004", "2004-03-01"], "agreed", "date_refined", "2004-03-01"),
        (["2004", "2005"], "disputed", "dates_differ", None),
        (["2004", "2004", "2005"], "disputed", "dates_differ", None),
        (["2004", None], "single", "one_dates", "2004"),
        (["2004", "2004", None], "agreed", "same_answer_witnesses", "2004"),
        ([None, None], "agreed", "same_answer_witnesses", None),
    ],
)
def test_the_date_of_what_happens_once(whens: list[str | None], status: str, code: str, when: str | None):
    claims = [opened(told_when, str(number)) for number, told_when in enumerate(whens)]
    finding = only(*claims)
    assert (finding.status, finding.reason.code, finding.when) == (status, code, when)
    assert finding.claims == ids(*claims)


def test_one_document_that_repeats_itself_is_one_witness():
    finding = only(opened("2004", "a", row=1), opened("2004", "a", row=2))
    assert (finding.status, finding.reason.code) == ("single", "one_document")


def test_a_denial_disputes_a_fact():
    cards = {document(name): SourceCard(published="2004-05-05") for name in "ab"}
    finding = only(opened(None, "a"), opened(None, "b", stance="denied"), **cards)
    assert (finding.status, finding.reason.code) == ("disputed", "denied")
    assert [c.relation for c in finding.comparisons] == ["contradicts"]


def test_a_denial_of_an_unknown_time_stands_beside_the_fact():
    found = find([opened("2004", "a"), opened(None, "b", stance="denied")], {})
    assert sorted((f.status, f.reason.code) for f in found) == [
        ("single", "one_claim"),
        ("single", "only_denied"),
    ]


def test_a_denial_from_long_after_supersedes_what_may_have_ended():
    cards = {document("b"): SourceCard(published="2019-05-05")}
    claims = [opened("2004", "a"), opened(None, "b", stance="denied")]
    found = find(claims, cards)
    assert sorted((f.status, f.reason.code) for f in found) == [
        ("single", "only_denied"),
        ("superseded", "denied_since"),
    ]
    assert [c.left for f in found for c in f.comparisons] == [claims[1].id]


def test_a_denial_from_before_the_fact_does_not_dispute_it():
    cards = {document("b"): SourceCard(published="1999-05-05")}
    assert only(opened("2004", "a"), opened(None, "b", stance="denied"), **cards).status == "single"


def test_what_is_only_denied_is_said_to_be():
    assert only(opened(None, "a", stance="denied")).reason.code == "only_denied"


def test_a_denied_amount_speaks_against_that_amount_only():
    def turnover(amount: str, doc: str, stance: str = "fact") -> Claim:
        return told("trade.turnover", "2015", f"exact {amount} USD", doc=doc, stance=stance)

    assert only(turnover("50", "a"), turnover("50", "b", "denied")).status == "disputed"
    other = find([turnover("50", "a"), turnover("900", "b", "denied")], {})
    assert sorted(finding.reason.code for finding in other) == ["one_claim", "only_denied"]


def test_amounts_in_two_units_stand_side_by_side():
    claims = [told("investment.amount", "2015", f"exact 50 {unit}", investor="PE", host="UY", doc=unit) for unit in ("EUR", "USD")]  # fmt: skip
    found = find(claims, {})
    assert [finding.status for finding in found] == ["single", "single"]
    assert all(finding.reason.notes == ("other_units",) for finding in found)
    assert {c.relation for finding in found for c in finding.comparisons} == {"not_comparable"}


def test_declarations_on_two_topics_stand_side_by_side():
    def support(doc: str, **said: str) -> Claim:
        return told("support.declared", supporter="PE", supported="UY", doc=doc, **said)

    whole, other, unsaid = (
        [support(doc, topic="ərazi bütövlüyü") for doc in "ab"],
        support("c", topic="namizədlik"),
        support("d"),
    )
    found = find([*whole, other], {})
    assert {(finding.status, finding.claims) for finding in found} == {
        ("agreed", ids(*whole)),
        ("single", ids(other)),
    }
    assert all(finding.reason.notes == ("stands_beside",) for finding in found)
    # One that does not say on what joins no two that are apart.
    assert sorted(len(finding.claims) for finding in find([*whole, other, unsaid], {})) in ([1, 3], [2, 2])


def test_an_estimate_against_a_fact_is_said_to_be_one():
    claims = [
        told("trade.turnover", "2015", f"exact {amount} USD", doc=stance, stance=stance)
        for amount, stance in (("50", "fact"), ("90", "estimate"))
    ]
    assert "estimate_and_fact" in only(*claims).reason.notes


@pytest.mark.parametrize(
    ("as_of", "expected"), [("2015-06-30", []), ("2015-12-31", ["one_claim"]), ("2016-01-01", ["one_claim"])]
)
def test_a_years_amount_is_known_when_the_year_is_over(as_of: str, expected: list[str]):
    claim = told("trade.turnover", "2015", "exact 50 USD")
    assert [f.reason.code for f in find([claim], {}, dt.date.fromisoformat(as_of))] == expected


def test_a_target_counts_from_when_it_was_set():
    claim = told("trade.turnover", "2015", "exact 50 USD", stance="target")
    cards = {document("a"): SourceCard(published="2012")}
    assert find([claim], cards, dt.date(2011, 1, 1)) == ()
    assert the("target_without_figure", find([claim], cards, dt.date(2013, 1, 1))).status == "open"
