"""Each verdict, and the cases that lie next to it."""

from __future__ import annotations

import hashlib
import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.claims import Claim, Step, Trace
from korpu.document import SourceCard
from korpu.verify import Checked, verify
from tests.findings.told import document, told

YEARS = {
    letter: SourceCard(published=f"20{number:02}-05-01") for number, letter in enumerate("abcdefghij", 15)
}
CARDS = {document(letter): card for letter, card in YEARS.items()}
"""The document `a` was published in 2015, `b` in 2016 and so on; what is said in `x` has no date."""


def checked(draft: Claim, *ledger: Claim) -> Checked:
    (found,) = verify([draft], ledger, CARDS)
    return found


def turnover(amount: str, when: str | None = "2011", **fields: str) -> Claim:
    return told("trade.turnover", when, amount, **fields)


def embassy(when: str | None, **fields: str) -> Claim:
    return told("mission.opened", when, sender="PE", host="UY", mission="embassy", **fields)


def consulate(when: str | None, place: str, **fields: str) -> Claim:
    return told("mission.opened", when, sender="PE", host="UY", mission="consulate", place=place, **fields)


def closed(when: str, place: str, **fields: str) -> Claim:
    return told("mission.closed", when, sender="PE", host="UY", mission="consulate", place=place, **fields)


def ambassador(person: str, when: str | None = None, **fields: str) -> Claim:
    return told("mission.head", when, sender="PE", host="UY", office="ambassador", person=person, **fields)


def companies(amount: str, when: str | None = None, **fields: str) -> Claim:
    return told("company.count", when, f"{amount} company", owner="PE", host="UY", **fields)


def support(topic: str, **fields: str) -> Claim:
    return told("support.declared", supporter="PE", supported="UY", topic=topic, **fields)


def consul(person: str, town: str, when: str | None = None, **fields: str) -> Claim:
    quote = f"{town}dakı baş konsulluğun rəhbəri {person} adlı diplomatdır, {fields.get('doc', 'a')}"
    return told(
        "mission.head",
        when,
        sender="PE",
        host="UY",
        office="consul_general",
        person=person,
        quote=quote,
        **fields,
    )


def level(name: str, when: str | None = None, **fields: str) -> Claim:
    return told("statement.level", when, level=name, **fields)


def raised(when: str, **fields: str) -> Claim:
    """A claim whose sentence says that relations were raised to that level then."""
    steps = (Step("trigger", "concept:raise", -1, -1),)
    return msgspec.structs.replace(
        level("strategic_partnership", when, **fields), trace=Trace("raised", steps)
    )


def visit(when: str | None, **fields: str) -> Claim:
    return told("visit", when, **({"visitor": "Ana Quispe", "to": "UY", "from_": "PE"} | fields))


def session(when: str, ordinal: str, place: str, **fields: str) -> Claim:
    return told("commission.session", when, ordinal=ordinal, place=place, **fields)


CASES = [
    # supported
    ("the same", embassy("1997-03-02"), [embassy("1997-03-02")], "supported"),
    ("less exact than the ledger", embassy("1997"), [embassy("1997-03-02")], "supported"),
    ("one of the things supported", support("ərazi bütövlüyü"), [support("suverenlik", quote="PE UY-nin suverenliyini və ərazi bütövlüyünü dəstəkləyir")], "supported"),
    ("raised at that time, exactly", raised("2014"), [raised("2014-07", doc="b")], "supported"),
    ("rounded", turnover("exact 600000000 USD"), [turnover("exact 598400000 USD")], "supported"),
    ("that it is so", embassy(None), [embassy("1997"), embassy("1998", doc="b")], "supported"),
    ("a bound that both sides keep", turnover("over 100 USD"), [turnover("exact 112 USD"), turnover("exact 150 USD", doc="b")], "supported"),
    ("a known target", turnover("exact 935 USD", stance="target"), [turnover("exact 935 USD", stance="target", doc="b")], "supported"),
    ("what was so then", companies("exact 100", "2015"), [companies("exact 100"), companies("exact 180", doc="e")], "supported"),
    ("who was in office then", ambassador("Ana Quispe", "2014"), [ambassador("Ana Quispe", "2012/2016"), ambassador("Luis Rojas", "2016/..", doc="e")], "supported"),
    ("who is in office", ambassador("Luis Rojas"), [ambassador("Ana Quispe", "2012/2016", doc="e"), ambassador("Luis Rojas", doc="e")], "supported"),
    ("help without a date", told("aid.given", giver="PE", receiver="UY", what="12 avtomobil"), [told("aid.given", giver="PE", receiver="UY", what="12 avtomobil", doc="b")], "supported"),
    ("a denial that the ledger has", embassy(None, stance="denied"), [embassy(None, stance="denied", doc="b")], "supported"),
    ("an unnamed visitor by his office", told("visit", "2011-08", office="president", to="UY", from_="PE"), [visit("2011-08-22", office="president")], "supported"),
    ("reopened after it was closed", consulate(None, "Salto"), [closed("2010", "Salto"), consulate("2014", "Salto", doc="c")], "supported"),
    # contradicted
    ("another date", embassy("1998"), [embassy("1997-03")], "contradicted"),
    ("another amount", turnover("exact 742 USD"), [turnover("exact 702 USD")], "contradicted"),
    ("none of two sides", turnover("exact 935 USD"), [turnover("exact 512 USD"), turnover("exact 744 USD", doc="b")], "contradicted"),
    ("a visit that was called off", visit("2011-10-20"), [visit("2011-10-20", stance="denied", doc="b")], "contradicted"),
    ("a denial of what is so", embassy(None, stance="denied"), [embassy("1997", doc="b")], "contradicted"),
    ("another person of that time", ambassador("Juan Sosa", "2013/2015"), [ambassador("Ana Quispe", "2012/2016")], "contradicted"),
    ("appointed the day before another is named", ambassador("Juan Sosa", "2017-04-30"), [ambassador("Ana Quispe", doc="c")], "contradicted"),
    ("a figure of that time that was never told", companies("exact 300", "2014"), [companies("exact 100", "2014")], "contradicted"),
    ("a count that has become less", told("agreement.count", None, "exact 90 document", scope="all"), [told("agreement.count", "2014", "exact 120 document", scope="all", doc="b")], "contradicted"),
    ("another session of that day", session("2011-06-17", "11", "Lima"), [session("2011-06-17", "9", "Lima")], "contradicted"),
    ("raised at a time of two told", raised("2012"), [raised("2012-05"), raised("2014-07", doc="b")], "conflicting"),
    ("raised at another time", raised("2012"), [raised("2014-07", doc="b")], "contradicted"),
    ("that session in another town", session("2011-06-17", "9", "Salto"), [session("2011-06-17", "9", "Lima")], "contradicted"),
    ("built in another year", told("institution.built", "2014", builder="PE", host="UY", name="Rosa adına məktəb"), [told("institution.built", "2013", builder="PE", host="UY", name="Rosa adına məktəb", doc="b")], "contradicted"),
    # conflicting
    ("one of two sides", turnover("exact 512 USD"), [turnover("exact 512 USD"), turnover("exact 744 USD", doc="b")], "conflicting"),
    ("a side, rounded", embassy("1997-03-02"), [embassy("1997-03"), embassy("1998", doc="b")], "conflicting"),
    ("so, and denied at that time", told("organisation.shared", organisation="X"), [told("organisation.shared", organisation="X"), told("organisation.shared", organisation="X", stance="denied", doc="a", row="2")], "conflicting"),
    ("two lists of persons in office", ambassador("Ana Quispe", "2011/2019"), [ambassador("Ana Quispe", "2011/2019"), ambassador("Juan Sosa", "2012/2016", doc="b")], "conflicting"),
    ("counts of one visit", told("agreement.count", "2011-08", "exact 18 document", scope="visit"), [told("agreement.count", "2011-08-22", "exact 18 document", scope="visit"), told("agreement.count", "2011-08", "exact 20 document", scope="visit", doc="b")], "conflicting"),
    # out of date
    ("a former person in office", ambassador("Ana Quispe"), [ambassador("Ana Quispe"), ambassador("Luis Rojas", doc="e")], "out_of_date"),
    ("in office until another came, in one text", ambassador("Ana Quispe"), [ambassador("Ana Quispe", "2012/2016", doc="e"), ambassador("Luis Rojas", doc="e")], "out_of_date"),
    ("an older count", companies("exact 100"), [companies("exact 100"), companies("exact 180", doc="e")], "out_of_date"),
    ("a plan that was carried out", consulate(None, "Salto", stance="plan"), [consulate("2016-10-02", "Salto", doc="c")], "out_of_date"),
    ("a target whose year is known", turnover("exact 935 USD", stance="target"), [turnover("exact 744 USD", doc="h")], "out_of_date"),
    ("a consul of that town before", consul("Ana Quispe", "Salto"), [consulate("2003", "Salto"), consul("Ana Quispe", "Salto"), consul("Luis Rojas", "Salto", "2016/..", doc="e")], "out_of_date"),
    ("a level since raised", level("strategic_partnership"), [level("strategic_partnership", "2011"), level("alliance", "2018-06-02", doc="e")], "out_of_date"),
    ("an older number that a later one leaves room for", companies("exact 90"), [companies("exact 90"), companies("up_to 130", doc="e")], "out_of_date"),
    ("closed since", consulate(None, "Salto"), [consulate("2003", "Salto"), closed("2016", "Salto", doc="c")], "out_of_date"),
    ("denied since", told("organisation.shared", organisation="X"), [told("organisation.shared", organisation="X"), told("organisation.shared", organisation="X", stance="denied", doc="e")], "out_of_date"),
    # a plan, not a fact
    ("a plan as a fact", consulate("2025", "Salto"), [consulate("2025", "Salto", stance="plan", doc="i")], "plan_not_fact"),
    ("a level that is only planned", level("alliance"), [level("strategic_partnership", "2011"), level("alliance", stance="plan", doc="e")], "plan_not_fact"),
    ("a target as a fact", turnover("exact 935 USD", "2025"), [turnover("exact 935 USD", "2025", stance="target")], "plan_not_fact"),
    ("dated after its document", told("project.joined", state="PE", project="Boz xətt"), [told("project.joined", "2019", state="PE", project="Boz xətt", doc="b")], "plan_not_fact"),
    # not in the ledger
    ("a consul of another town", consul("Ana Quispe", "Rivera"), [consulate("2003", "Salto"), consulate("2004", "Rivera"), consul("Luis Rojas", "Salto", doc="e")], "not_in_ledger"),
    ("a head of what was not closed", told("mission.head", sender="PE", host="UY", office="honorary_consul", person="Ana Quispe"), [closed("2016", "Salto", doc="c")], "not_in_ledger"),
    ("nothing on it", embassy("1997"), [turnover("exact 935 USD")], "not_in_ledger"),
    ("more exact than the ledger", companies("exact 112"), [companies("over 100")], "not_in_ledger"),
    ("a day where a month is known", embassy("1997-03-02"), [embassy("1997-03")], "not_in_ledger"),
    ("a date where none is known", embassy("1997"), [embassy(None)], "not_in_ledger"),
    ("another period", turnover("exact 935 USD", "2011-01/2011-06"), [turnover("exact 935 USD", "2011")], "not_in_ledger"),
    ("another visit", visit("2011-09"), [visit("2013-05-18")], "not_in_ledger"),
    ("another town", consulate("2016", "Rivera"), [consulate("2014", "Salto")], "not_in_ledger"),
    ("a time that the ledger does not tell of", companies("exact 90", "2009"), [companies("exact 100"), companies("exact 180", doc="e")], "not_in_ledger"),
    ("another target's amount as a fact", turnover("exact 512 USD", "2025"), [turnover("exact 935 USD", "2025", stance="target")], "not_in_ledger"),
    ("a plan beside other facts", companies("exact 500", stance="target"), [companies("exact 100"), companies("exact 180", doc="e")], "not_in_ledger"),
    ("a denial of what is planned", consulate(None, "Salto", stance="denied"), [consulate("2025", "Salto", stance="plan", doc="i")], "not_in_ledger"),
    ("support of another thing", support("Xəzər Təşkilatına namizədliyi"), [support("sərgi keçirmək istəyi")], "not_in_ledger"),
    ("raised on a day of the month that is told", raised("2014-07-05"), [raised("2014-07", doc="b")], "not_in_ledger"),
    ("that level, told of another time", level("strategic_partnership", "2012"), [raised("2014-07", doc="b")], "not_in_ledger"),
    ("another figure of what may have changed since", companies("exact 300"), [companies("exact 100"), companies("exact 180", doc="e")], "not_in_ledger"),
    ("a count that may have grown", told("agreement.count", None, "exact 250 document", scope="all"), [told("agreement.count", "2014", "up_to 130 document", scope="all", doc="b")], "not_in_ledger"),
    ("another currency", turnover("exact 512 EUR"), [turnover("exact 935 USD")], "not_in_ledger"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "ledger", "verdict"), [pytest.param(*c[1:], id=f"{c[3]}: {c[0]}") for c in CASES]
)
def test_a_claim_gets_its_verdict(draft: Claim, ledger: list[Claim], verdict: str) -> None:
    draft = with_document(draft)
    assert checked(draft, *ledger).verdict == verdict


@pytest.mark.parametrize(("draft", "ledger"), [pytest.param(*c[1:3], id=str(c[0])) for c in CASES])
def test_the_order_of_the_ledger_changes_nothing(draft: Claim, ledger: list[Claim]) -> None:
    draft = with_document(draft)
    shuffled = random.Random(3).sample(ledger, len(ledger))
    assert checked(draft, *ledger) == checked(draft, *shuffled)


@pytest.mark.parametrize(("draft", "ledger", "verdict"), [pytest.param(*c[1:], id=str(c[0])) for c in CASES])
def test_what_is_to_be_mended_has_a_correction_and_evidence(
    draft: Claim, ledger: list[Claim], verdict: str
) -> None:
    found = checked(with_document(draft), *ledger)
    assert (found.correction is None) == (verdict in ("supported", "not_in_ledger"))
    assert found.evidence or verdict == "not_in_ledger"
    assert found.reason.sentence("az") and found.reason.sentence("en")


@given(st.sampled_from([case[2][0] for case in CASES]))
def test_what_the_ledger_says_alone_is_supported(claim: Claim) -> None:
    assert checked(with_document(claim), claim).verdict in ("supported", "plan_not_fact")


def test_as_of_a_day_later_answers_are_left_out() -> None:
    draft = with_document(ambassador("Ana Quispe"))
    ledger = [ambassador("Ana Quispe"), ambassador("Luis Rojas", "2019-04/..", doc="e")]
    (now,), (then,) = verify([draft], ledger, CARDS), verify([draft], ledger, CARDS, "2017")
    assert (now.verdict, then.verdict) == ("out_of_date", "supported")


def test_the_correction_is_the_latest_answer() -> None:
    ledger = [companies("exact 100"), companies("exact 180", doc="e"), companies("exact 150", doc="c")]
    found = checked(with_document(companies("exact 100")), *ledger)
    assert found.correction and found.correction.claim.value and found.correction.claim.value.amount == "180"
    assert found.reason.sentence() == "It was so once; a later figure (1 May 2019) is 180 companies."


def test_a_conflict_shows_both_sides_before_more_of_either() -> None:
    ledger = [turnover("over 900 USD", doc="a"), *(turnover("exact 935 USD", doc=doc) for doc in "bcd")]
    found = checked(with_document(turnover("exact 935 USD")), *ledger, turnover("exact 1500 USD", doc="e"))
    assert found.verdict == "conflicting"
    assert [one.bearing for one in found.evidence][:2] == ["same", "contradicts"]


def with_document(claim: Claim) -> Claim:
    """The claim as one of a draft, which is no document of the ledger."""
    return msgspec.structs.replace(claim, document=hashlib.sha256(b"a draft").hexdigest())
