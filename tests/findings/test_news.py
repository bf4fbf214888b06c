"""What is new between what was found before and what is found now."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings import find
from korpu.findings.news import Change, news, own_claims, subject

from .told import document, told

DAY = dt.date(2024, 6, 1)
POST = {"sender": "PE", "host": "UY", "office": "ambassador"}
EMBASSY = {"sender": "PE", "host": "UY", "mission": "embassy"}
VISIT = {"visitor": "Rosa Quispe", "from": "PE", "to": "UY"}

SOLE = told("mission.head", "2016-03", person="Rosa Quispe", doc="a", **POST)
SHORT = told("mission.head", "2016-03", person="R. Quispe", doc="b", **POST)
LATER = told("mission.head", "2021-05", person="Luis Mamani", doc="b", **POST)
LAST = told("mission.head", "2023-02", person="Ana Huanca", doc="c", **POST)
FIRST = told("mission.head", "2009-01", person="Juan Condori", doc="c", **POST)
OPENED = told("mission.opened", "2004-03", doc="a", **EMBASSY)
SAME_DAY = told("mission.opened", "2004-03-17", doc="b", **EMBASSY)
OTHER_YEAR = told("mission.opened", "2005", doc="c", **EMBASSY)
THIRD_YEAR = told("mission.opened", "2007", doc="d", **EMBASSY)
YEAR = told("trade.turnover", "2021", "exact 4500000 USD", doc="a")
AGAIN = told("trade.turnover", "2021", "exact 4500000 USD", doc="b")
ROUNDED = told("trade.turnover", "2021", "about 4.5 USD", doc="b")
TWICE = told("trade.turnover", "2021", "exact 9000000 USD", doc="c")
OTHER_PERIOD = told("trade.turnover", "2022", "exact 5000000 USD", doc="b")
COUNT = told("company.count", "2019", "exact 600 company", owner="PE", host="UY", doc="a")
NEW_COUNT = told("company.count", "2022", "exact 850 company", owner="PE", host="UY", doc="b")
TARGET = told("trade.turnover", "2022", "over 4000000 USD", stance="target", doc="a")
PLAN = told("mission.opened", None, stance="plan", doc="a", **EMBASSY)
AFTER = told("mission.opened", "2023-11", doc="b", **EMBASSY)
EXPORTS = told("trade.exports", "2021", "exact 3000000 USD", reporter="PE", doc="a", row="t")
IMPORTS = told("trade.imports", "2021", "exact 1500000 USD", reporter="PE", doc="a", row="t")
TOTAL = told("trade.turnover", "2021", "exact 4500000 USD", doc="a", row="t")

CARDS = {document(name): SourceCard(published="2023-05", publisher=name) for name in "abcd"}


def changes(before: Sequence[Claim], now: Sequence[Claim], as_of: dt.date | None = None) -> list[Change]:
    return list(news(*(find(claims, CARDS, as_of) for claims in (before, now))))


def what(found: Sequence[Change]) -> list[str]:
    return [change.what for change in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((), (), []),
        ((SOLE,), (SOLE,), []),
        ((), (SOLE,), ["appeared"]),
        ((SOLE,), (), ["gone"]),
        ((SOLE,), (SOLE, SHORT), ["confirmed"]),
        ((SHORT,), (SOLE,), []),  # the same answer in other words, from another document
        ((SOLE,), (SOLE, LATER), ["superseded"]),
        ((SOLE,), (LATER, SOLE, LAST), ["superseded", "appeared"]),  # the one between them is told of, too
        ((LATER,), (LATER, FIRST), ["appeared"]),
        ((SOLE, LATER), (SOLE,), ["changed"]),  # the later answer was withdrawn
        ((SOLE, LATER), (LATER,), ["gone"]),
        ((SOLE,), (LATER,), ["changed"]),
        ((OPENED,), (OPENED, SAME_DAY), ["changed"]),
        ((OPENED,), (OPENED, OTHER_YEAR), ["disputed"]),
        ((), (OPENED, OTHER_YEAR), ["disputed"]),
        ((OPENED, OTHER_YEAR), (OPENED, OTHER_YEAR, THIRD_YEAR), ["disputed"]),
        ((OPENED, OTHER_YEAR), (OPENED,), ["settled"]),
        ((YEAR,), (YEAR, AGAIN), ["confirmed"]),
        ((YEAR, TWICE), (YEAR, TWICE, AGAIN), []),  # a further voice on one side of a dispute
        ((YEAR,), (YEAR, OTHER_PERIOD), ["appeared"]),
        ((COUNT,), (COUNT, NEW_COUNT), ["superseded"]),
        ((COUNT, NEW_COUNT), (COUNT,), ["changed"]),
        ((TARGET,), (TARGET, OTHER_PERIOD), ["appeared", "changed"]),
        ((PLAN,), (PLAN, AFTER), ["appeared", "changed"]),
        ((TOTAL, EXPORTS), (TOTAL, EXPORTS, IMPORTS), ["appeared", "appeared"]),  # the imports, and the sum
        ((TOTAL, EXPORTS, IMPORTS), (TOTAL, EXPORTS), ["gone", "gone"]),
    ],
)  # fmt: skip
def test_what_happened(before: Sequence[Claim], after: Sequence[Claim], expected: list[str]):
    assert what(changes(before, after)) == expected


def test_a_superseded_answer_is_told_with_the_one_that_stands():
    (one,) = changes((SOLE,), (SOLE, LATER))
    assert one.was and one.now
    assert (one.was.roles["person"], one.now.roles["person"]) == ("Rosa Quispe", "Luis Mamani")
    assert set(one.claims) == {SOLE.id, LATER.id}


def test_the_last_of_several_new_answers_stands():
    (superseded, between) = changes((SOLE,), (SOLE, LATER, LAST))
    assert superseded.now and superseded.now.roles["person"] == "Ana Huanca"
    assert between.now and between.now.status == "superseded"
    assert between.now.roles["person"] == "Luis Mamani"


def test_what_holds_again_is_told_with_what_held():
    (one,) = changes((SOLE, LATER), (SOLE,))
    assert one.was and one.now
    assert (one.was.roles["person"], one.now.roles["person"]) == ("Luis Mamani", "Rosa Quispe")


def test_what_is_known_now_settles_what_was_not():
    kept = (OPENED, YEAR, told("relations.established", "1990-02-01", doc="a"))
    (settled, *others) = [one for one in changes(kept, (*kept, LAST), DAY) if one.what == "settled"]
    assert not others
    assert settled.was and settled.was.sort == "gaps"
    assert settled.now and settled.now.roles["person"] == "Ana Huanca"


def test_what_matters_more_comes_first_then_the_order_of_the_sections():
    found = changes((SOLE, OPENED), (SOLE, OPENED, YEAR, LATER, OTHER_YEAR, COUNT))
    assert what(found) == ["disputed", "superseded", "appeared", "appeared"]
    assert [one.finding.kind for one in found[2:]] == ["trade.turnover", "company.count"]


CLAIMS = (
    SOLE, SHORT, LATER, LAST, FIRST, OPENED, SAME_DAY, OTHER_YEAR, THIRD_YEAR, YEAR, AGAIN, ROUNDED, TWICE, OTHER_PERIOD,
    COUNT, NEW_COUNT, TARGET, PLAN, EXPORTS, IMPORTS, TOTAL, told("visit", "2019-04", doc="a", visitor="Rosa Quispe", to="UY"),
    told("mission.head", person="Rosa Quispe", doc="d", **POST), told("mission.opened", stance="denied", doc="d", **EMBASSY),
)  # fmt: skip
some = st.sets(st.integers(0, len(CLAIMS) - 1)).map(
    lambda chosen: [CLAIMS[place] for place in sorted(chosen)]
)


@settings(max_examples=60, deadline=None)
@given(some)
def test_where_nothing_changed_there_is_no_news(claims: list[Claim]):
    assert changes(claims, claims, DAY) == []


@settings(max_examples=60, deadline=None)
@given(some, some, st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(before: list[Claim], now: list[Claim], chance: random.Random):
    mixed = [chance.sample(claims, len(claims)) for claims in (before, now)]
    assert changes(before, now, DAY) == changes(mixed[0], mixed[1], DAY)


@settings(max_examples=60, deadline=None)
@given(some, some)
def test_no_finding_that_came_goes_untold(before: list[Claim], now: list[Claim]):
    """What rests on none of the claims of before is told: as itself, or by the answer that stands in its place."""
    known = {claim.id for claim in before}
    told_now = {one.now.id for one in changes(before, now, DAY) if one.now}
    subjects = {subject(found) for found in find(before, CARDS, DAY)}
    for found in find(now, CARDS, DAY):
        if found.claims and known.isdisjoint(own_claims(found)) and subject(found) not in subjects:
            assert found.id in told_now
