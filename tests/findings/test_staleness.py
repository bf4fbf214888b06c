import datetime as dt

import pytest

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings import Finding, find

from .told import document, ids, only, told


def head(person: str, when: str | None = None, **fields: object) -> Claim:
    return told("mission.head", when, sender="PE", host="UY", office="ambassador", person=person, **fields)


def companies(amount: str, when: str | None = None, **fields: object) -> Claim:
    return told("company.count", when, f"{amount} company", owner="PE", host="UY", **fields)


def people(findings: tuple[Finding, ...]) -> dict[object, tuple[str, str]]:
    return {finding.roles.get("person"): (finding.status, finding.reason.code) for finding in findings}


def test_the_later_holder_supersedes_the_earlier():
    claims = [head("Ana Soto", "2010/.."), head("Eva Ruiz", "2014-05-01/.."), head("Li Van", "2018")]
    findings = find(claims, {})
    assert people(findings) == {
        "Ana Soto": ("superseded", "superseded"),
        "Eva Ruiz": ("superseded", "superseded"),
        "Li Van": ("single", "one_claim"),
    }
    first = next(finding for finding in findings if finding.roles["person"] == "Ana Soto")
    assert first.reason.details == {"later": "Eva Ruiz", "date": "2014-05-01"}
    assert first.claims == ids(*claims[:2])
    assert [c.relation for c in first.comparisons] == ["supersedes"]


def test_as_of_a_day_the_holder_of_that_day_is_shown():
    claims = [head("Ana Soto", "2010/.."), head("Eva Ruiz", "2014-05-01/..")]
    assert people(find(claims, {}, dt.date(2013, 1, 1))) == {"Ana Soto": ("single", "one_claim")}


def test_a_term_that_ended_before_the_day_asked_for_is_said_to_have_ended():
    found = find([head("Ana Soto", "2010/2012")], {}, dt.date(2020, 1, 1))
    assert people(found) == {"Ana Soto": ("single", "term_ended")}


def test_a_publication_date_stands_in_for_a_missing_one():
    cards = {document("a"): SourceCard(published="2010-02"), document("b"): SourceCard(published="2019")}
    found = find([head("Ana Soto", doc="a"), head("Eva Ruiz", doc="b")], cards)
    assert people(found) == {"Ana Soto": ("superseded", "superseded"), "Eva Ruiz": ("single", "one_claim")}


def test_a_document_that_names_two_holders_dates_neither():
    cards = {document("a"): SourceCard(published="2019")}
    found = find([head("Ana Soto"), head("Eva Ruiz", "2014/..")], cards)
    assert people(found)["Ana Soto"] == ("single", "one_claim")
    assert {c.reason.code for finding in found for c in finding.comparisons} == {"may_have_changed"}


def test_a_bare_mention_beside_a_term_hides_no_successor():
    cards = {document("a"): SourceCard(published="2024")}
    claims = [
        head("Ana Soto", "2017/2023"),
        head("Eva Ruiz", "2023/.."),
        head("Eva Ruiz"),
        head("Ana Soto", doc="b"),
    ]
    assert people(find(claims, cards)) == {
        "Ana Soto": ("superseded", "superseded"),
        "Eva Ruiz": ("single", "one_document"),
    }


def test_two_holders_of_one_time_are_in_dispute():
    finding = only(head("Ana Soto", "2014-05-03"), head("Eva Ruiz", "2014-05-03", doc="b"))
    assert (finding.status, finding.reason.code) == ("disputed", "holders_differ")
    assert "person" not in finding.roles


def test_one_holder_under_two_spellings_is_agreed_on():
    finding = only(head("A. Soto", "2014"), head("Ana Soto", "2014", doc="b"))
    assert (finding.status, finding.roles["person"]) == ("agreed", "Ana Soto")


def test_a_denied_holder_is_in_dispute():
    finding = only(head("Ana Soto", "2014"), head("Ana Soto", "2014", doc="b", stance="denied"))
    assert (finding.status, finding.reason.code) == ("disputed", "denied")


def test_a_denial_is_kept_beside_holders_of_the_same_time():
    denial = head("Eva Ruiz", "2014-05-03", doc="c", stance="denied")
    finding = only(head("Ana Soto", "2014-05-03"), head("Eva Ruiz", "2014-05-03", doc="b"), denial)
    assert finding.status == "disputed" and denial.id in finding.claims


def test_a_denial_of_who_no_longer_holds_the_office_stands_on_its_own():
    denial = head("Ana Soto", doc="c", stance="denied")
    findings = find([head("Ana Soto", "2010"), head("Eva Ruiz", "2014"), denial], {})
    assert [finding.reason.code for finding in findings if denial.id in finding.claims] == ["only_denied"]


def test_a_later_amount_supersedes_an_earlier_one():
    claims = [companies("exact 40", "2010"), companies("exact 65", "2019"), companies("over 60", doc="b")]
    findings = find(claims, {})
    assert [(f.status, f.reason.code, f.value and f.value.amount) for f in findings] == [
        ("superseded", "superseded_value", "40"),
        ("agreed", "within_range", "65"),
    ]


@pytest.mark.parametrize("when", ["2019", None])
def test_amounts_that_differ_without_a_date_may_have_changed_and_stand_side_by_side(when: str | None):
    found = find([companies("exact 40"), companies("exact 65", when, doc="b")], {})
    assert [finding.status for finding in found] == ["single", "single"]
    assert all("later_unknown" in finding.reason.notes for finding in found)
    assert {c.reason.code for finding in found for c in finding.comparisons} == {"may_have_changed"}


def test_an_undated_amount_holds_as_of_its_document():
    assert only(companies("exact 40")).reason.code == "as_of_document"
    card = SourceCard(published="2020")
    assert only(companies("exact 40"), **{document("a"): card}).reason.code == "one_claim"
