import datetime as dt

import pytest

from korpu.claims import Claim
from korpu.findings import find

from .told import ids, the, told

DAY = dt.date(2026, 6, 1)


def programme(title: str, period: str, doc: str = "a", **fields: object) -> Claim:
    return told("agreement.signed", title=title, type="programme", period=period, doc=doc, **fields)


FIRST = programme("2017–2021-ci illər üçün Mədəni Əməkdaşlıq Proqramı", "2017/2021")


def test_a_period_that_has_ended_is_said_and_that_nothing_is_known_to_follow():
    finding = the("period_ended", find([FIRST], {}, DAY))
    assert (finding.status, finding.claims) == ("unknown", ids(FIRST))
    assert "31 December 2021" in finding.reason.sentence()
    assert "2021-ci il" in finding.reason.sentence("az")


@pytest.mark.parametrize(
    "title",
    ["2022–2026-cı illər üçün Mədəni Əməkdaşlıq Proqramı", "Mədəni Əməkdaşlıq Proqramı"],
)
def test_a_successor_of_a_like_title_follows(title: str):
    later = programme(title, "2022/2026", "b")
    finding = the("period_followed", find([FIRST, later], {}, DAY))
    assert (finding.status, finding.claims) == ("inferred", ids(FIRST, later))
    assert title in finding.reason.sentence() and title in finding.reason.sentence("az")


@pytest.mark.parametrize(
    "other",
    [
        programme("2022–2026-cı illər üçün Gömrük Əməkdaşlığı Sazişi", "2022/2026", "b"),
        programme("2022–2026-cı illər üçün Mədəni Əməkdaşlıq Proqramı", "2022/2026", "b", stance="plan"),
        programme("2012–2016-cı illər üçün Mədəni Əməkdaşlıq Proqramı", "2012/2016", "b"),
    ],
)
def test_what_is_unlike_planned_or_earlier_does_not_follow(other: Claim):
    ended = [f for f in find([FIRST, other], {}, DAY) if f.reason.code == "period_ended"]
    assert FIRST.id in {id for finding in ended for id in finding.claims}


@pytest.mark.parametrize("day", [None, dt.date(2021, 12, 31)])
def test_a_period_that_has_not_ended_is_not_remarked_on(day: dt.date | None):
    assert not [f for f in find([FIRST], {}, day) if f.reason.code.startswith("period")]


def test_one_programme_told_twice_has_ended_once():
    again = programme("“Mədəni Əməkdaşlıq Proqramı”", "2017/2021", "b")
    assert the("period_ended", find([FIRST, again], {}, DAY)).claims == ids(FIRST, again)
