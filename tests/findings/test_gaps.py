"""What a file should know and does not: each row is a case, told of Peru and Uruguay."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings import Finding, find
from korpu.findings.gaps import add
from korpu.kinds import Answer, kinds
from korpu.translations import table

from .told import document, ids, told

DAY = dt.date(2026, 6, 1)
POST = {"sender": "PE", "host": "UY"}
FILE = [
    told("relations.established", "1992-08-30"),
    told("organisation.shared", organisation="UN"),
    told("polity.shared", polity="SU"),
]
"""A file on two states that tells of three sections; only a trade figure is missing from it."""


def head(person: str | None, when: str | None = None, doc: str = "a", **fields: object) -> Claim:
    names = {"person": person} if person else {}
    return told("mission.head", when, doc=doc, **{**POST, "office": "ambassador", **names, **fields})


def embassy(what: str, when: str | None = None, doc: str = "a", **fields: object) -> Claim:
    return told(f"mission.{what}", when, doc=doc, **{**POST, "mission": "embassy", **fields})


def gaps(*claims: Claim, day: dt.date | None = DAY, **published: str) -> list[Finding]:
    """The gaps that the claims leave in the file, but for the trade figures that it lacks."""
    cards = {document(name): SourceCard(published=date) for name, date in published.items()}
    found = find([*FILE, *claims], cards, day)
    return [f for f in found if f.reason.code.startswith("gap_") and f.reason.code != "gap_no_figure"]


@pytest.mark.parametrize(
    ("claims", "published", "code", "said"),
    [
        ([embassy("opened", "1993-01-09")], {}, "gap_no_holder", "the opening (9 January 1993)"),
        ([embassy("opened")], {}, "gap_no_holder", "No name is known."),
        ([embassy("opened", "1993"), head("Ana Soto")], {}, "gap_undated", "Ana Soto is known only from a document without a date"),
        ([head("Ana Soto", "2010/2017-05")], {}, "gap_since", "since May 2017; the last one is Ana Soto"),
        ([head("Ana Soto", "2010/2017"), head("Li Van", "2018")], {}, "gap_stale", "Li Van, is of 2018: older than its shelf life of 4 years"),
        ([head("Ana Soto", "2016/..")], {"a": "2019-03"}, "gap_stale", "is of March 2019"),
        ([head("Ana Soto")], {"a": "2019-03"}, "gap_stale", "is of March 2019"),
        # Known well enough.
        ([head("Ana Soto", "2016/..")], {"a": "2024"}, None, ""),
        ([head("Ana Soto", "2010/2017"), head("Li Van", doc="b")], {"b": "2025"}, None, ""),
        ([head("Ana Soto", "2010/2030")], {}, None, ""),
        ([embassy("opened", "1993"), told("credentials.presented", "2024", person="Li Van", **POST)], {}, None, ""),
        ([head("Ana Soto", "2010/2017"), head(None, "2024", stance="denied")], {}, None, ""),
        # No embassy: closed, never opened, only planned, or none at all.
        ([head("Ana Soto", "2010/2017"), embassy("closed", "2018")], {}, None, ""),
        ([embassy("opened", "1993"), embassy("closed", "2018")], {}, None, ""),
        ([embassy("opened"), embassy("closed", "2018")], {}, None, ""),
        ([embassy("opened", "2025", stance="plan")], {}, None, ""),
        ([embassy("opened", stance="denied")], {}, None, ""),
        ([embassy("founded", "1997", instrument="law")], {}, None, ""),
        ([embassy("opened", "1993", mission="consulate")], {}, None, ""),
        ([head("Ana Soto")], {}, None, ""),
        # Closed once, but open again, or another mission that was closed.
        ([embassy("opened", "2019"), embassy("closed", "2018")], {}, "gap_no_holder", "2019"),
        ([head("Ana Soto", "2019/2021"), embassy("closed", "2018")], {}, "gap_since", "2021"),
        ([embassy("opened", "1993"), embassy("closed", "2018", mission="consulate")], {}, "gap_no_holder", "1993"),
        # Consuls are not awaited.
        ([head("Ana Soto", "2010/2017", office="consul_general")], {}, None, ""),
    ],
)  # fmt: skip
def test_a_post_that_somebody_should_hold(
    claims: list[Claim], published: dict[str, str], code: str | None, said: str
):
    found = gaps(*claims, **published)
    assert [finding.reason.code for finding in found] == ([code] if code else [])
    for finding in found:
        assert finding.roles == {**POST, "office": "ambassador"}
        assert said in finding.reason.sentence("en")
        assert finding.reason.sentence("az") != finding.reason.sentence("en")


def test_each_direction_has_its_own_gap():
    claims = [embassy("opened", "1993"), embassy("opened", "1994", sender="UY", host="PE")]
    assert {str(finding.roles["sender"]) for finding in gaps(*claims)} == {"PE", "UY"}


def turnover(when: str | None, amount: str = "exact 40 USD", **fields: object) -> Claim:
    return told("trade.turnover", when, amount, **fields)


@pytest.mark.parametrize(
    ("claims", "day", "expected"),
    [
        ([], DAY, ("gap_no_figure", "2023")),
        ([], dt.date(2026, 7, 1), ("gap_no_figure", "2024")),
        ([turnover("2022")], DAY, ("gap_figure", "2023")),
        ([turnover("2023")], DAY, None),
        ([turnover("2022"), turnover("2025", stance="target")], DAY, ("gap_figure", "2023")),
        ([turnover("2023-01/2023-06")], DAY, ("gap_figure", "2023")),
        ([turnover("2024-01/2024-06")], DAY, None),
        ([turnover(None)], DAY, None),
        ([told("trade.exports", "2023", "exact 1 USD", reporter="PE"), told("trade.imports", "2023", "exact 2 USD", reporter="PE")], DAY, None),
        ([told("trade.exports", "2023", "exact 1 USD", reporter="PE")], DAY, ("gap_no_figure", "2023")),
        # Before relations were established nothing is awaited.
        ([], dt.date(1993, 8, 1), None),
    ],
)  # fmt: skip
def test_the_figure_of_a_year_that_should_be_known(
    claims: list[Claim], day: dt.date, expected: tuple[str, str] | None
):
    found = [f for f in find([*FILE, *claims], {}, day) if f.reason.code in ("gap_figure", "gap_no_figure")]
    assert [(f.reason.code, f.when) for f in found] == ([expected] if expected else [])
    for finding in found:
        assert expected and expected[1] in finding.reason.sentence("az")


def test_a_missing_figure_names_the_last_one_and_rests_on_it():
    last = turnover("2021", "exact 1500 USD", doc="b")
    found = [f for f in find([*FILE, turnover("2019"), last], {}, DAY) if f.reason.code == "gap_figure"]
    assert [f.claims for f in found] == [ids(last)]
    assert found[0].reason.sentence() == (
        "No figure is known for 2023; the last one is of 2021: 1,500 US dollars."
    )


def companies(when: str | None, **fields: object) -> Claim:
    return told("company.count", when, "exact 40 company", owner="PE", host="UY", **fields)


@pytest.mark.parametrize(
    ("claim", "published", "said"),
    [
        (companies("2016"), {}, "40 companies, is of 2016: older than its shelf life of 3 years"),
        (companies(None), {"a": "2016-05"}, "is of May 2016"),
        (companies("2024"), {}, None),
        (companies("2016/.."), {"a": "2025"}, None),
        (companies(None), {}, None),  # its line says that it has no date
        (companies("2016", stance="denied"), {}, None),
        (companies("2016", stance="plan"), {}, None),
        (told("agreement.count", "2010", "exact 9 document", scope="all"), {}, "9 documents, is of 2010"),
        (told("agreement.count", "2010", "exact 9 document", scope="visit"), {}, None),
        (told("parliament.group_chair", "2015/..", state="PE", person="Li Van"), {}, "Li Van, is of 2015"),
        (embassy("address", address="Lima küç. 5"), {"a": "2012"}, "Lima küç. 5, is of 2012"),
    ],
)
def test_what_changes_grows_stale(claim: Claim, published: dict[str, str], said: str | None):
    found = [f for f in gaps(claim, **published) if f.reason.code.startswith("gap_stale")]
    assert [f.claims for f in found] == ([ids(claim)] if said else [])
    assert all(said and said in f.reason.sentence() for f in found)


def test_the_address_of_a_mission_that_was_closed_is_not_asked_for():
    claims = [embassy("address", address="Lima küç. 5"), embassy("closed", "2018", doc="b")]
    assert not gaps(*claims, a="2012")


def test_without_a_day_nothing_is_missing():
    assert not gaps(embassy("opened", "1993"), companies("2016"), day=None)


@pytest.mark.parametrize("left_out", range(3))
def test_of_a_pair_of_which_hardly_anything_is_told_nothing_is_missing(left_out: int):
    file = [claim for number, claim in enumerate(FILE) if number != left_out]
    assert not [f for f in find(file, {}, DAY) if f.status == "unknown"]


def test_nothing_is_missing_of_a_state_that_is_no_more():
    file = [told(c.kind, c.when, parties=("PE", "SU"), **c.roles) for c in FILE]
    assert not [f for f in find(file, {}, DAY) if f.status == "unknown"]


def test_every_kind_that_may_be_missing_has_words_for_what_is_asked():
    asked = {kind.name for kind in kinds().values() if kind.awaited or (kind.shelf_life and kind.changes)}
    for language in ("en", "az"):
        assert asked <= set(table(language)["subjects"])


def test_kinds_that_are_awaited_can_be_missed():
    for kind in kinds().values():
        if kind.awaited:
            assert kind.shelf_life and kind.answer in (Answer.VALUE, Answer.ROLE)


CLAIMS = [
    embassy("opened", "1993"), embassy("closed", "2018", doc="b"), head("Ana Soto", "2010/2017"),
    head("Li Van", "2018/..", doc="c"), turnover("2022"), companies("2016"), companies("2024", doc="d"),
]  # fmt: skip


@given(told_of=st.lists(st.sampled_from(CLAIMS), unique_by=lambda claim: claim.id), data=st.data())
def test_the_order_changes_no_gap_and_no_question_has_two(told_of: list[Claim], data: st.DataObject):
    found = gaps(*told_of)
    assert found == gaps(*data.draw(st.permutations(told_of)))
    asked = [(f.kind, str(sorted(f.roles.items()))) for f in found]
    assert len(asked) == len(set(asked))


@given(years=st.integers(0, 50), day=st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)))
def test_a_longer_shelf_life_never_ends_sooner(years: int, day: dt.date):
    assert day <= add(day, f"P{years}Y") <= add(day, f"P{years * 12 + 1}M")
