import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings import find
from korpu.findings.case import open_case
from korpu.findings.comparing import compare_claims
from korpu.findings.finding import Comparison
from korpu.findings.relating import relate_at_one_time
from korpu.findings.values import compare_values

from .told import document, told, value

Row = tuple[Claim, Claim, str, str]


def cards(left: str | None = None, right: str | None = None) -> dict[str, SourceCard]:
    return {document("a"): SourceCard(published=left), document("b"): SourceCard(published=right)}


def companies(amount: str, when: str | None = None, **fields: object) -> Claim:
    return told("company.count", when, f"{amount} company", owner="PE", host="UY", **fields)


def head(person: str, when: str | None = None, **fields: object) -> Claim:
    return told(
        "mission.head", when, sender="PE", host="UY", person=person, **{"office": "ambassador", **fields}
    )


def invested(amount: str, when: str | None = None, **fields: object) -> Claim:
    return told("investment.amount", when, f"{amount} USD", investor="PE", host="UY", **fields)


def documents(amount: str, when: str | None = None, **fields: object) -> Claim:
    return told("agreement.count", when, f"{amount} document", scope="all", **fields)


def opened(when: str | None = None, **fields: object) -> Claim:
    return told("mission.opened", when, sender="PE", host="UY", **{"mission": "embassy", **fields})


def support(topic: str | None = None, when: str | None = None, **fields: object) -> Claim:
    said = {"topic": topic} if topic else {}
    return told("support.declared", when, supporter="PE", supported="UY", **said, **fields)


DATED: list[tuple[Claim, Claim, str, str]] = [
    (companies("exact 65", "2019"), companies("exact 40", "2010", doc="b"), "supersedes", "superseded_value"),
    (companies("about 620", "2022"), companies("exact 600", "2019", doc="b"), "supersedes", "superseded_value"),
    (companies("exact 40", "2019"), companies("exact 40", "2010", doc="b"), "same", "same_answer"),
    (companies("exact 90", "2019"), companies("exact 65", "2019", doc="b"), "contradicts", "values_differ_times"),
    (companies("exact 90", "2019"), companies("exact 65", "2019-05", doc="b"), "not_comparable", "may_have_changed"),
    (companies("exact 90"), companies("exact 65", "2019", doc="b"), "not_comparable", "may_have_changed"),
    (companies("exact 112"), companies("over 100", doc="b"), "refines", "within_range"),
    (documents("exact 58", "2012"), documents("exact 91", "2004", doc="b"), "contradicts", "count_fell"),
    (documents("over 100", "2012"), documents("exact 112", "2004", doc="b"), "supersedes", "superseded_value"),
    (documents("exact 71", "2015/2020"), documents("exact 160", "1992/2014", doc="b"), "not_comparable", "other_time"),
    (invested("exact 410", "2014"), invested("exact 960", "2013", doc="b"), "not_comparable", "other_time"),
    (invested("exact 410", "2014"), invested("exact 960", "2014", doc="b"), "contradicts", "values_differ_times"),
    (invested("exact 960", "2014-01-01"), invested("exact 410", "2009-01-01", doc="b"), "supersedes", "superseded_value"),
    (head("Ana Soto", "2020/.."), head("Eva Ruiz", "2016/2020", doc="b"), "supersedes", "superseded"),
    (head("Ana Soto", "2020/.."), head("Eva Ruiz", "2016/..", doc="b"), "supersedes", "superseded"),
    (head("Ana Soto", "2015/2019"), head("Eva Ruiz", "2016/2018", doc="b"), "contradicts", "holders_differ"),
    (head("Ana Soto", "2011/2017"), head("Eva Ruiz", "2013", doc="b"), "contradicts", "holders_differ"),
    (head("Ana Soto", "2014-05-03"), head("Eva Ruiz", "2014-05-03", doc="b"), "contradicts", "holders_differ"),
    (head("Ana Soto", "2014-05"), head("Eva Ruiz", "2014-05", doc="b"), "not_comparable", "may_have_changed"),
    (head("Ana Soto"), head("Eva Ruiz", "2014", doc="b"), "not_comparable", "may_have_changed"),
    (head("Ana Soto", "2010/.."), head("Ana Soto", doc="b"), "refines", "date_missing"),
    (head("Ana Soto", "2010/.."), head("Ana Soto", "2013", doc="b"), "refines", "span_given"),
    (head("Ana Soto", "2018"), head("Ana Soto", "2014", doc="b"), "same", "same_at_two_times"),
    (head("Ana Soto", "2012/.."), head("Ana Soto", "../2016", doc="b"), "compatible", "dates_overlap"),
    (head("Ana Soto", "2014"), head(None, "2014", doc="b"), "refines", "name_missing"),  # type: ignore[arg-type]
    (head("Ana Soto", "2014-05-03", office="consul_general"), head("Eva Ruiz", "2014-05-03", office="consul_general", doc="b"), "not_comparable", "may_be_several"),
    (opened("1999", mission="consulate"), opened("2005", mission="consulate", doc="b"), "not_comparable", "may_be_several"),
    (opened("1999", mission="consulate", place="Lima"), opened("2005", mission="consulate", place="Lima", doc="b"), "contradicts", "dates_differ"),
    (opened("1999"), opened("2005", place="Lima", doc="b"), "contradicts", "dates_differ"),
    (told("statement.level", "2022", level="alliance"), told("statement.level", "2012", level="strategic_partnership", doc="b"), "supersedes", "superseded"),
    (told("statement.level", "2022-05-01", level="alliance"), told("statement.level", "2022-05-01", level="strategic_partnership", doc="b"), "not_comparable", "may_stand_together"),
    (told("award.conferred", "2008", award="X ordeni", recipient="Ana Soto", by="PE"), told("award.conferred", "2017", award="X ordeni", recipient="Ana Soto", by="PE", doc="b"), "not_comparable", "other_time"),
    (told("agreement.signed", "2009", title="Birgə Bəyannamə"), told("agreement.signed", "2015", title="Birgə Bəyannamə", doc="b"), "not_comparable", "without_a_title"),
    (told("agreement.signed", "2017", title="Təhsil sahəsində Proqram", type="programme"), told("agreement.signed", "2021", title="Təhsil sahəsində Proqram", type="programme", doc="b"), "not_comparable", "may_be_several"),
    (told("agreement.signed", "2017", title="Təhsil haqqında Saziş", type="agreement"), told("agreement.signed", "2021", title="Təhsil haqqında Saziş", type="protocol", doc="b"), "not_comparable", "other_role"),
    (told("monument.opened", "1999", honoured="Ana Soto", host="PE"), told("monument.opened", "2006", honoured="Ana Soto", host="PE", place="Lima", doc="b"), "not_comparable", "may_be_several"),
    (opened("1993"), opened("2005", quote="Səfirlik 2005-ci ildə yenidən açılıb", doc="b"), "not_comparable", "tells_of_another"),
    (told("people.deported", "1941-06-14", "exact 15400 person", people="PE", to="UY"), told("people.deported", "1941", "exact 15400 person", people="PE", to="UY", doc="b"), "refines", "date_refined"),
    (told("people.deported", "1937", "exact 2000 person", people="PE", to="UY"), told("people.deported", "193X", "exact 6500 person", people="PE", to="UY", doc="b"), "not_comparable", "other_time"),
    (told("trade.turnover", "2021", "exact 100 USD", reporter="PE"), told("trade.turnover", "2021", "exact 300 USD", reporter="UY", doc="b"), "not_comparable", "two_statistics"),
    (told("trade.turnover", "2021", "exact 100 USD", reporter="PE"), told("trade.turnover", "2021", "exact 300 USD", doc="b"), "contradicts", "values_differ_times"),
    (told("trade.turnover", "2021-01/2021-12", "exact 100 USD"), told("trade.turnover", "2021", "exact 100 USD", doc="b"), "same", "same_answer"),
    (told("trade.turnover", "2030", "exact 100 USD", stance="target"), told("trade.turnover", "2030", "exact 100 USD", stance="target", doc="b"), "same", "same_answer"),
    (told("trade.turnover", "2030", "exact 100 USD", stance="target"), told("trade.turnover", "2030", "exact 200 USD", stance="plan", doc="b"), "not_comparable", "another_plan"),
    (support("ərazi bütövlüyü"), support("namizədlik", doc="b"), "not_comparable", "other_role"),
    (support("ərazi bütövlüyü"), support("namizədlik", stance="denied", doc="b"), "not_comparable", "other_role"),
    (support("ərazi bütövlüyü"), support("suverenlik və ərazi bütövlüyü", doc="b"), "same", "same_answer"),
    (support("ərazi bütövlüyü"), support("suverenlik", quote="suverenliyi və ərazi bütövlüyü dəstəklənir", doc="b"), "same", "same_answer"),
    (support("ərazi bütövlüyü"), support(doc="b"), "same", "same_answer"),
    (support("ərazi bütövlüyü", "2016-05"), support("namizədlik", "2016", doc="b"), "refines", "date_refined"),
    (companies("over 200", "2014", stance="estimate"), companies("up_to 10", "2014"), "not_comparable", "estimate_beside_fact"),
    (companies("exact 1240", "2020", quote="1240 şirkət qeydiyyatdan keçib"), companies("exact 290", "2020", quote="290 şirkət çalışır", doc="b"), "not_comparable", "counts_other_things"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "relation", "code"), DATED)
def test_two_claims_stand_to_each_other_by_what_they_say(left: Claim, right: Claim, relation: str, code: str):
    found = compare_claims(left, right, {})
    assert (found.relation, found.reason.code) == (relation, code)
    assert found.left == left.id or relation not in ("refines", "supersedes")
    assert mirrored(found, compare_claims(right, left, {}))


@pytest.mark.parametrize(
    ("left", "right", "published", "relation", "code"),
    [
        (companies("exact 65"), companies("exact 40", doc="b"), ("2021-05-02", "2016"), "supersedes", "superseded_value"),
        (companies("exact 65"), companies("exact 40", doc="b"), ("2021-05", "2021-05"), "contradicts", "values_differ_times"),
        (companies("exact 65"), companies("exact 40", doc="b"), ("2021", "2021"), "not_comparable", "may_have_changed"),
        (head("Ana Soto"), head("Eva Ruiz", doc="b"), ("2022", "2019-03-01"), "supersedes", "superseded"),
        (head("Ana Soto"), head("Eva Ruiz", doc="b"), ("2019-03-01", "2019-03-01"), "contradicts", "holders_differ"),
        (head("Ana Soto", "2018-11"), head("Eva Ruiz", "2018", doc="b"), (None, "2018-03-05"), "supersedes", "superseded"),
        (head("Ana Soto", quote="sabiq səfir Ana Soto"), head("Eva Ruiz", doc="b"), ("2022", "2019-03-01"), "not_comparable", "may_have_changed"),
        (told("support.declared", "2016", supporter="PE", supported="UY"), told("support.declared", supporter="PE", supported="UY", stance="denied", doc="b"), (None, "2018"), "not_comparable", "denied_at_unknown_time"),
        (opened("2008"), opened(stance="denied", doc="b"), (None, "2005"), "supersedes", "denied_before"),
        (opened(stance="denied"), opened("1996", doc="b"), ("2019", None), "supersedes", "denied_since"),
        (opened("1981"), opened(stance="denied", doc="b"), (None, None), "not_comparable", "denied_at_unknown_time"),
        (opened(), opened(stance="denied", doc="b"), ("2014-03-11", "2014-03-11"), "contradicts", "denied"),
        (told("agreement.signed", "2015", title="Gömrük haqqında Saziş"), told("agreement.signed", title="Gömrük haqqında Saziş", stance="denied", doc="b"), (None, "2020"), "contradicts", "denied"),
        (told("polity.shared", polity="SU"), told("polity.shared", polity="SU", stance="denied", doc="b"), (None, None), "contradicts", "denied"),
        (head("Ana Soto"), head("Eva Ruiz", stance="denied", doc="b"), ("2019", "2019"), "not_comparable", "denies_another"),
    ],
)  # fmt: skip
def test_the_time_of_a_document_stands_in_for_one_of_its_own(
    left: Claim, right: Claim, published: tuple[str | None, str | None], relation: str, code: str
):
    shelf = cards(*published)
    found = compare_claims(left, right, shelf)
    assert (found.relation, found.reason.code) == (relation, code)
    assert found.left == left.id or relation != "supersedes"
    assert mirrored(found, compare_claims(right, left, shelf))


def test_statistics_are_those_of_the_office_that_speaks():
    exports = [
        told("trade.exports", "2013", f"exact {amount} EUR", reporter="FI", parties=("EE", "FI"), speaker=name, doc=doc)
        for amount, name, doc in (("2870", "Finlandiya Gömrük Xidməti", "a"), ("2050", "Estoniya Statistika İdarəsi", "b"))
    ]  # fmt: skip
    found = compare_claims(*exports, {})
    assert (found.relation, found.reason.code) == ("not_comparable", "two_statistics")
    assert (
        "Finland and Estonia" in found.reason.sentence() or "Estonia and Finland" in found.reason.sentence()
    )


def test_were_they_told_of_one_time_two_holders_contradict():
    left, right = head("Ana Soto"), head("Eva Ruiz", doc="b")
    assert compare_claims(left, right, {}).relation == "not_comparable"
    case = open_case((left, right), {}, None)
    assert relate_at_one_time(case.questions[0], left, right, case).relation == "contradicts"


def mirrored(one: Comparison, other: Comparison) -> bool:
    """Whether the comparisons of two claims in either order say the same."""
    directed = one.relation in ("refines", "supersedes")
    return one.relation == other.relation and (not directed or one.left == other.left)


people = st.sampled_from(["Ana Soto", "A. Soto", "Eva Ruiz", "Li Van"])
whens = st.sampled_from(
    [None, "2004", "2004-03", "2004-03-01", "2005", "2004/..", "2003/2006", "../2005", "199X", "2004~"]
)
stances = st.sampled_from(["fact", "fact", "estimate", "denied"])
figures = st.sampled_from(
    ["exact 100", "exact 104", "about 100", "over 90", "up_to 130", "under 110", "exact 90/120"]
)
published = st.sampled_from([None, "2004", "2004-03-01", "2006-05-05"])
shelves = st.builds(cards, published, published)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    doc, when, stance = draw(st.sampled_from("ab")), draw(whens), draw(stances)
    fields = {"doc": doc, "stance": stance, "row": draw(st.integers(1, 3))}
    kind = draw(
        st.sampled_from(["head", "companies", "documents", "invested", "opened", "visit", "turnover"])
    )
    if kind == "head":
        return head(draw(people), when, **fields)
    if kind == "opened":
        return opened(when, mission=draw(st.sampled_from(["embassy", "consulate"])), **fields)
    if kind == "visit":
        return told("visit", when, visitor=draw(people), to="PE", **fields)
    if kind == "turnover":
        return told("trade.turnover", when, f"{draw(figures)} USD", **fields)
    made = {"companies": companies, "documents": documents, "invested": invested}[kind]
    return made(draw(figures), when, **fields)


@settings(max_examples=200, deadline=None)
@given(claims(), claims(), shelves)
def test_a_comparison_is_the_mirror_of_the_one_from_the_other_side(
    left: Claim, right: Claim, shelf: dict[str, SourceCard]
):
    assert mirrored(compare_claims(left, right, shelf), compare_claims(right, left, shelf))


@settings(max_examples=100, deadline=None)
@given(st.lists(claims(), min_size=1, max_size=6), shelves)
def test_only_answers_that_contradict_each_other_are_a_dispute(
    told_of: list[Claim], shelf: dict[str, SourceCard]
):
    for finding in find(told_of, shelf):
        relations = {comparison.relation for comparison in finding.comparisons}
        if finding.sort == "answers":
            assert ("contradicts" in relations) == (finding.status == "disputed")


ranges = st.builds(
    lambda bound, low, width: value(f"{bound} {low}/{low + width} USD" if bound == "exact" else f"{bound} {low} USD"),
    st.sampled_from(["exact", "over", "under", "up_to", "about"]),
    st.integers(1, 60),
    st.integers(1, 40),
)  # fmt: skip


@given(ranges, ranges, ranges)
def test_what_refines_a_range_that_refines_another_refines_that_too(a, b, c):  # type: ignore[no-untyped-def]
    first, second = compare_values(a, b), compare_values(b, c)
    if first.relation == second.relation == "refines" and first.forward and second.forward:
        third = compare_values(a, c)
        assert third.relation == "refines" and third.forward
