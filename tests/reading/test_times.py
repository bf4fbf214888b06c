"""Which date of a clause a claim takes, and what it comes to."""

from __future__ import annotations

import pytest

from korpu.clauses import Argument, Clause, Mention, Part, Tense
from korpu.document import Span
from korpu.reading.calendar import Absolute, Anchors, DateMention, Form, Now, Relative, YearMissing
from korpu.reading.calendar import Part as DatePart
from korpu.reading.times import choose_when, dates_told

ANCHORS = Anchors(published="2011-05-20", last="2003-04-02")


def date(form: Form, start: int = 0, part: DatePart = "on", own: bool = True, now: bool = False) -> Argument:
    data = DateMention(start, start + 4, form, part, now=now)
    return Argument(Part.TIME, Mention("date", "", start, start + 4, {}, data), own)


def clause(*arguments: Argument, tense: Tense = "past") -> Clause:
    return Clause(0, 100, {}, arguments, tense=tense)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], (None, None)),
        ([date(Absolute("1994"))], ("1994", "stated")),
        ([date(Absolute("1994")), date(Absolute("2003"), 10)], ("1994", "stated")),
        ([date(YearMissing("*-05-03"))], ("2011-05-03", "published")),
        ([date(YearMissing("*-05-03", inherits=True))], ("2003-05-03", "document")),
        ([date(Relative("year", -1, "published"))], ("2010", "published")),
        # its own date first, else that of an earlier clause, the last one told first
        ([date(Absolute("1994"), own=False), date(Absolute("2003"), 10)], ("2003", "stated")),
        ([date(Absolute("1994"), own=False), date(Absolute("2003"), 10, own=False)], ("2003", "stated")),
        # «now» is no date, and no earlier one is meant then
        ([date(Now(), now=True), date(Absolute("1994"), 10, own=False)], (None, None)),
        # what an agreement covers is not when it was signed
        ([date(Absolute("2022/2026"), part="for")], (None, None)),
    ],
)
def test_the_date_of_a_claim(arguments: list[Argument], expected: tuple[str | None, str | None]) -> None:
    found = choose_when(clause(*arguments), ANCHORS, lasts=False)
    assert (found.edtf, found.when_from) == expected


@pytest.mark.parametrize(
    ("part", "lasts", "only_open", "expected"),
    [
        ("since", False, False, "2010"),
        ("since", True, False, "2010/.."),
        ("until", True, False, "../2010"),
        ("on", True, False, "2010"),
        ("on", True, True, None),
        ("since", True, True, "2010/.."),
    ],
)
def test_since_is_an_interval_for_what_lasts(
    part: DatePart, lasts: bool, only_open: bool, expected: str | None
) -> None:
    told = clause(date(Absolute("2010"), part=part))
    assert choose_when(told, ANCHORS, lasts, only_open).edtf == expected


@pytest.mark.parametrize(("tense", "expected"), [("past", "2010-09-03"), ("future", "2011-09-03")])
def test_a_day_without_its_year_is_before_publication_or_after_it(tense: Tense, expected: str) -> None:
    told = clause(date(YearMissing("*-09-03")), tense=tense)
    assert choose_when(told, ANCHORS, lasts=False).edtf == expected


def test_dates_told_before_each_date_of_a_sentence() -> None:
    mentions = tuple(each.mention for each in (
        date(Absolute("1994"), 0), date(YearMissing("*-05-03", inherits=True), 10), date(Absolute("2030"), 20, "for"),
    ))  # fmt: skip
    places: dict[str, Span] = {}
    told, anchors = dates_told(mentions, ANCHORS, places)
    assert told == {0: "2003-04-02", 10: "1994"}
    assert anchors.last == "1994-05-03"
    assert places == {"1994": Span(0, 4), "1994-05-03": Span(10, 14)}
