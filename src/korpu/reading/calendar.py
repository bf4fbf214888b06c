"""What a date told without its year, or by another date, comes to. Knows no language.

A language's reader finds *mentions* of dates; a mention's *form* says what the words give. `resolve` turns
a form into EDTF once the anchors are known: when the document was published, which date it told last, and
whether the sentence speaks of the past or of what is to come. What the text does not give stays None.

A *pattern* is EDTF with `*` for what is missing: `*-05-17` (17 May of some year), `*-01/*-09`, `*9X`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from korpu.claims import WhenFrom
from korpu.clauses import Tense
from korpu.edtf import goes_back, is_edtf, year_of
from korpu.reading.shifting import exact_day, shift, shift_day

Anchor = Literal["published", "last"]
Unit = Literal["day", "week", "month", "year", "decade", "century", "period"]
Part = Literal["on", "since", "until", "for", "planned", "base"]
"""How a date bounds what is told: `for` a period that an agreement covers, `planned` the dative of plans
(«martın 9-na»), `base` a period that another is compared with."""

UNIT_LETTER = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "decade", "century": "C"}


class Absolute(msgspec.Struct, frozen=True):
    """A date with its year.

    Attributes:
        how: `stated`, or how it was worked out within its own sentence (`year_of:sentence`).
        offset: what a relative date in apposition adds («7 il sonra – 2 aprel 2003»): `+7Y`.
    """

    edtf: str
    how: str = "stated"
    offset: str | None = None


class YearMissing(msgspec.Struct, frozen=True):
    """A day, a month or a part of a year that is not said; `inherits` where it is that of the last date."""

    pattern: str
    inherits: bool = False


class Relative(msgspec.Struct, frozen=True):
    """So many units after (before, where negative) an anchor; `pattern` says which part of that unit.

    The unit `decade` is the last one with the digit `amount` before the anchor («90-cı illər»), and
    `period` is the last date told itself, whatever its length («həmin dövrdə»).
    """

    unit: Unit
    amount: int
    to: Anchor
    pattern: str = "*"


class Weekday(msgspec.Struct, frozen=True):
    """A day of the week, Monday 1; `toward` is -1 for last, +1 for next, 0 where the tense decides."""

    number: int
    toward: int = 0


class Now(msgspec.Struct, frozen=True):
    """«Now»: no date."""


class Anniversary(msgspec.Struct, frozen=True):
    """The n-th anniversary of something: no date, and none is worked out by subtraction."""

    years: int


class SamePeriod(msgspec.Struct, frozen=True):
    """The months of the last date told, in another year («2022-ci ilin müvafiq dövründə»)."""

    year: Absolute | Relative


Form = Absolute | YearMissing | Relative | Weekday | Now | Anniversary | SamePeriod


class DateMention(msgspec.Struct, frozen=True):
    """A stretch of a sentence that dates something.

    Attributes:
        start, end: half-open span in code points, with its postposition («ildən etibarən»).
        now: it says «now», which is no date.
        modifies: it belongs to the next noun («11 may 1998-ci il tarixli Qanun»), not to the verb.
        future: the sentence goes on with words of plan, so the date may be one to come.
        overruled: another mention in apposition gives the same date more exactly; use that one.
        rule: the name of the rule that found it.
    """

    start: int
    end: int
    form: Form
    part: Part = "on"
    now: bool = False
    modifies: bool = False
    future: bool = False
    overruled: bool = False
    rule: str = ""


class Anchors(msgspec.Struct, frozen=True):
    """What relative dates are counted from.

    Attributes:
        published: EDTF of the publication, as exact as it is known («2022» does); None where it is not.
        published_known: it came with the document, and was not worked out from its text.
        last: EDTF of the last date told, in this sentence or before it.
        day: the last one that was exact to the day, for «that day».
    """

    published: str | None = None
    published_known: bool = True
    last: str | None = None
    tense: Tense = "past"
    day: str | None = None


class Resolved(msgspec.Struct, frozen=True):
    """A date, or None, and how it was got.

    Attributes:
        how: `stated`, `year_of:last`, `offset:+7Y` (from the last date), `published-1Y`,
            `published:latest` (the latest such day before publication), `published:earliest`,
            `now`, `anniversary`, or `no_anchor` where the anchor is not known, or not exactly enough.
        when_from: as claims.md defines it; None where there is no date.
    """

    edtf: str | None
    how: str
    when_from: WhenFrom | None = None


def resolve(form: Form, anchors: Anchors) -> Resolved:
    """Return the date that a form comes to.

    >>> resolve(Relative("year", -1, "published"), Anchors(published="2022-08-25")).edtf
    '2021'
    >>> resolve(YearMissing("*-09-06", inherits=True), Anchors(last="2007-10-24"))
    Resolved(edtf='2007-09-06', how='year_of:last', when_from='document')
    """
    match form:
        case Absolute():
            return Resolved(form.edtf, form.how, "stated")
        case YearMissing():
            return _with_year(form, anchors)
        case Relative():
            return _relative(form, anchors)
        case Weekday():
            return _weekday(form, anchors)
        case SamePeriod():
            return _in_same_period(resolve(form.year, anchors), anchors.last)
        case Now():
            return Resolved(None, "now")
        case Anniversary():
            return Resolved(None, "anniversary")


def as_interval(edtf: str, part: Part) -> str:
    """Return a date as what began or ended then: `A/..` since it, `../B` until it, else the date itself.

    >>> as_interval("2014-06-09", "since"), as_interval("1918/1920", "until")
    ('2014-06-09/..', '../1920')
    """
    if ".." in edtf:
        return edtf
    first, _, last = edtf.partition("/")
    if part == "since":
        return f"{first}/.."
    return f"../{last or first}" if part == "until" else edtf


def fill(pattern: str, unit: str) -> str | None:
    """Return the pattern with `unit` for its stars, None where that is no date («2021-02-29»).

    >>> fill("*-01/*-09", "2021"), fill("*-02-29", "2021")
    ('2021-01/2021-09', None)
    """
    edtf = pattern.replace("*", unit)
    return edtf if is_edtf(edtf) else None


def _missing(how: str = "no_anchor") -> Resolved:
    return Resolved(None, how)


def _published_from(anchors: Anchors) -> WhenFrom:
    return "published" if anchors.published_known else "assumed"


def _in_same_period(year: Resolved, last: str | None) -> Resolved:
    """The months of the last date in the year; the year alone where that was no part of one year."""
    if year.edtf is None or len(year.edtf) != len("2004") or not last or len({*_YEARS.findall(last)}) != 1:
        return year
    edtf = _YEARS.sub(year.edtf, last)
    return msgspec.structs.replace(year, edtf=edtf) if is_edtf(edtf) else year


_YEARS = re.compile(r"(?<![\d-])\d{4}(?!\d)")


def _with_year(form: YearMissing, anchors: Anchors) -> Resolved:
    last = year_of(anchors.last)
    if last is not None and (form.inherits or anchors.published is None):
        edtf = fill(form.pattern, f"{last:04d}")
        if edtf is None or not _is_passed(edtf, anchors):
            return Resolved(edtf, "year_of:last", "document") if edtf else _missing()
    published = anchors.published
    year = year_of(published)
    if published is None or year is None:
        return _missing()
    ahead = anchors.tense == "future"
    step = 1 if ahead else -1
    # Nine years reach the next 29 February from anywhere.
    for candidate in range(year, year + 9 * step, step):
        edtf = fill(form.pattern, f"{candidate:04d}")
        if edtf and _is_on_side(edtf, published, ahead):
            if goes_back(edtf, anchors.last or "", "" if ahead or anchors.published_known else published):
                break
            return Resolved(edtf, f"published:{'earliest' if ahead else 'latest'}", _published_from(anchors))
    return _missing()


def _is_passed(edtf: str, anchors: Anchors) -> bool:
    """Whether a date that is told as one to come would lie before publication: its year is not that of the last date."""
    ahead = anchors.tense == "future" and anchors.published is not None
    return ahead and not _is_on_side(edtf, anchors.published or "", True)


def _is_on_side(edtf: str, published: str, ahead: bool) -> bool:
    """Whether the date is not before (`ahead`) or not after publication, as far as both are exact.

    Of a period told in the past («yanvar–iyun aylarında … olub») its end counts: all of it is over. Days in a row
    may go on when they are told («mayın 13-dən 15-dək … səfərdədir»): their beginning counts.
    """
    begin, _, end = edtf.partition("/")
    point = (begin if ahead or len(begin) == len("2004-03-01") else end or begin).rstrip("~")
    anchor = published.split("/")[0].rstrip("~")
    # A season has no place among the months: its year decides.
    length = 4 if re.match(r"\d{4}-2[1-4]", point) else min(len(point), len(anchor))
    point, anchor = point[:length], anchor[:length]
    return point >= anchor if ahead else point <= anchor


def _relative(form: Relative, anchors: Anchors) -> Resolved:
    if form.unit == "day" and form.amount == 0 and form.to == "published" and anchors.tense == "present":
        return _missing("now")  # «bu gün … göstərir» is «these days».
    anchor = anchors.last if form.to == "last" else anchors.published
    if form.to == "last" and form.unit == "day" and anchor and len(anchor) < len("2004-03-01"):
        anchor = anchors.day
    if (
        anchor is None
        and form.to == "last"
        and form.amount == 1
        and form.unit != "day"
        and anchors.tense == "future"
    ):
        return _relative(msgspec.structs.replace(form, to="published"), anchors)  # «növbəti il … olacaq»
    if anchor is None:
        return _missing()
    if form.unit == "period":
        return Resolved(anchor, "same_as:last", "document")
    unit = shift(anchor, form.unit, form.amount)
    edtf = fill(form.pattern, unit) if unit else None
    if edtf is None:
        return _missing()
    offset = offset_code(form)
    if form.to == "published":
        how = "published:latest" if form.unit == "decade" else f"published{offset}"
        return Resolved(edtf, how, _published_from(anchors))
    how = f"offset:{offset}" if form.amount else f"{form.unit}_of:last"
    return Resolved(edtf, how, "document")


def offset_code(form: Relative) -> str:
    """Return the offset in short.

    >>> offset_code(Relative("year", 7, "last"))
    '+7Y'
    """
    return f"{form.amount:+d}{UNIT_LETTER.get(form.unit, '')}"


def _weekday(form: Weekday, anchors: Anchors) -> Resolved:
    day = exact_day(anchors.published)
    if day is None:
        return _missing()
    distance = form.number - day.isoweekday()
    if form.toward > 0 or (form.toward == 0 and anchors.tense == "future"):
        distance += 7 if distance < 0 or (distance == 0 and form.toward) else 0
        how = "published:earliest"
    else:
        distance -= 7 if distance > 0 or (distance == 0 and form.toward) else 0
        how = "published:latest"
    edtf = shift_day(day.isoformat(), "day", distance)
    return Resolved(edtf, how, _published_from(anchors)) if edtf else _missing()


def infer_year(mentions: Iterable[DateMention]) -> str | None:
    """Return the year in which a document seems to have been written, from its own dates; None without any.

    The newest date that is told as past or present is the best witness. Where plans alone have dates, the
    nearest of them is; a period that an agreement covers («2024–2027») counts only when nothing else does.
    A far aim («2030-cu ilədək») says nothing.

    >>> infer_year([DateMention(0, 4, Absolute("2016-05")), DateMention(9, 13, Absolute("2018"), future=True)])
    '2018'
    """
    told: list[int] = []
    plans: list[int] = []
    periods: list[int] = []
    for mention in mentions:
        year = year_of(mention.form.edtf) if isinstance(mention.form, Absolute) else None
        if year is None or mention.overruled:
            continue
        if mention.part == "for":
            periods.append(year)
        elif mention.future or mention.part == "planned":
            if mention.part != "until":
                plans.append(year)
        elif mention.part != "until":
            told.append(year)
    newest = max(told, default=None)
    nearest = min((year for year in plans if newest is None or year > newest), default=None)
    if newest is None:
        found = nearest if nearest is not None else min(periods, default=None)
    elif nearest is not None and 1 < nearest - newest <= NEAR_PLAN:
        found = nearest
    else:
        found = newest
    return None if found is None else f"{found:04d}"


NEAR_PLAN = 3
"""A plan at most so many years after the newest past date is taken for one of the year of writing; a plan for
the next year leaves the newest past date standing, one further off is an aim."""
