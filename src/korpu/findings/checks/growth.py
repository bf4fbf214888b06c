"""Growth: a per cent by which an amount is said to have grown, against the amounts of the two periods themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

import msgspec

from korpu.claims import Claim, Value
from korpu.findings.case import Case, asserted
from korpu.findings.checks import declared
from korpu.findings.finding import Finding, Reason, Status
from korpu.findings.questions import Question, claim_order
from korpu.findings.sides import Side, sides_of
from korpu.findings.values import (
    ABOUT,
    COARSE,
    INFINITE,
    Range,
    is_figure,
    plain,
    range_of,
    resolution,
    write,
)
from korpu.kinds.checks import Growth

MOST = 12
"""Different amounts of one period that are tried; of a period of which more are told, the first so many."""
TENTH = Decimal("0.1")
PERIOD = re.compile(r"(\d{4})(-\d\d)?(?:/(\d{4})(-\d\d))?")
"""A year, a month of one, or months of one; a day or years on end are no period whose growth is told."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Amounts = Mapping[tuple[str, tuple[str, ...], str], Sequence[Claim]]
"""Claims that give an amount, by kind, parties and period."""


class Grown(msgspec.Struct, frozen=True):
    """The amounts of two periods, and the growth in per cent that they allow.

    Attributes:
        growth: that of the figures as they stand; None where one of them is no single figure.
        near: what the figures allow, rounded as they are written.
        far: what they allow at most, also where their last digit was cut off and not rounded.
    """

    base: Claim
    amount: Claim
    growth: Decimal | None
    near: Range
    far: Range


def find(case: Case) -> Iterator[Finding]:
    """Find, for each growth that is told, whether the amounts of the two periods bear it out."""
    checks = dict(declared(Growth))
    amounts = _amounts(case, {kind for check in checks.values() for kind in check.kinds.values()})
    for question in case.questions:
        check = checks.get(question.kind.name)
        kind = check.kinds.get(str(question.roles.get(check.role, ""))) if check is not None else None
        if kind is not None:
            for side in sides_of(question, asserted(question.claims), case):
                if (finding := _check(question, side, kind, amounts, case)) is not None:
                    yield finding


def _amounts(case: Case, kinds: set[str]) -> Amounts:
    told: dict[tuple[str, tuple[str, ...], str], list[Claim]] = defaultdict(list)
    for question in case.questions:
        if question.kind.name in kinds:
            for claim in asserted(question.claims):
                if claim.when is not None and claim.value is not None:
                    told[claim.kind, claim.parties, _period(claim)].append(claim)
    return {key: sorted(claims, key=claim_order) for key, claims in told.items()}


def year_before(when: str) -> str | None:
    """Return the same period of the year before, None where `when` is no year and no months of one.

    >>> year_before("2022"), year_before("2023-01/2023-09"), year_before("2022/2026")
    ('2021', '2022-01/2022-09', None)
    """
    match = PERIOD.fullmatch(when)
    if match is None or match[3] not in (None, match[1]):
        return None
    year = f"{int(match[1]) - 1:04}"
    return f"{year}{match[2] or ''}" + (f"/{year}{match[4]}" if match[3] else "")


def _check(question: Question, side: Side, kind: str, amounts: Amounts, case: Case) -> Finding | None:
    """The finding on one growth: borne out by some amounts, or by none; nothing where there are no amounts."""
    said = side.value
    periods = next(((base, _period(claim)) for claim in side.claims if (base := _base_of(claim))), None)
    if said is None or periods is None or said.unit != "percent":
        return None
    claims = [claim for claim in side.claims if (_base_of(claim), _period(claim)) == periods]
    grown = _grown(question, kind, periods, amounts, case)
    documents = {claim.document for claim in claims}
    grown.sort(key=lambda g: (g.base.document != g.amount.document, g.amount.document not in documents))
    near, far = _said(said, exactly=True), _said(said, exactly=False)
    for one in grown:
        if one.growth is not None and _is_within(one.growth, near):
            return _finding(question, claims, one, "growth_holds", grown, far, case)
    for one in grown:
        if one.near.overlaps(near):
            return _finding(question, claims, one, "growth_fits", grown, far, case)
    # Two figures of two statistics need not give the growth that a third tells: they are only set beside it.
    apart = [one for one in grown if not one.far.overlaps(far)]
    if len(apart) < len(grown):
        return None
    own = [one for one in apart if any(_is_of_one(claim, one) for claim in claims)]
    if own:
        return _finding(question, claims, own[0], "growth_broken", grown, far, case)
    if apart and _is_of_a_year(periods[1]):  # what is told of months may be against the months before
        return _finding(question, claims, apart[0], "growth_apart", grown, far, case)
    return None


def _base_of(claim: Claim) -> str | None:
    """The period that the growth is against: a year before, or the one earlier year that its sentence names."""
    when = _period(claim)
    before = year_before(when)
    named = {year for year in YEAR.findall(claim.quote) if year < when[:4]}
    if before is None or len(named) > 1:
        return None
    return before.replace(before[:4], named.pop()) if named else before


def _period(claim: Claim) -> str:
    return (claim.when or "").rstrip("~")


def _is_of_a_year(when: str) -> bool:
    return "-" not in when and "/" not in when


def _grown(
    question: Question, kind: str, periods: tuple[str, str], amounts: Amounts, case: Case
) -> list[Grown]:
    """The growth between each two amounts of the two periods that may be of one statistics."""
    told = [_different(amounts.get((kind, question.parties, when), ()), case) for when in periods]
    found = []
    for base, amount in product(*told):
        reporters = {c.roles["reporter"] for c in (base, amount) if "reporter" in c.roles}
        reporters |= {question.roles["reporter"]} if "reporter" in question.roles else set()
        if len(reporters) <= 1 and (grown := _grow(base, amount, case)) is not None:
            found.append(grown)
    return found


def _different(claims: Sequence[Claim], case: Case) -> list[Claim]:
    """The first claim of each document that gives an amount, one for each amount."""
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        value = case.value(claim)
        if value is not None:
            first.setdefault((claim.document, write(value)), claim)
    return list(first.values())[:MOST]


def _grow(base: Claim, amount: Claim, case: Case) -> Grown | None:
    low, high = case.value(base), case.value(amount)
    if low is None or high is None or low.unit != high.unit:
        return None
    if low.unit is None and base.document != amount.document:  # tables may count in different units
        return None
    near, far = ([_written(value, exactly) for value in (low, high)] for exactly in (True, False))
    if any(r is None or r.low <= 0 for r in (*near, *far)):
        return None
    figures = [Decimal(value.amount) for value in (low, high) if is_figure(value)]
    growth = (figures[1] / figures[0] - 1) * 100 if len(figures) == 2 else None
    return Grown(base, amount, growth, _quotient(*near), _quotient(*far))


def _written(value: Value, exactly: bool) -> Range | None:
    """The amounts that a written figure stands for: half of its last digit on either side, or all of it."""
    span = range_of(value)
    if span is None or not is_figure(value):
        return span
    step = resolution(span.low)
    margin = min(step / 2, COARSE * abs(span.low)) if exactly else min(step, ABOUT * abs(span.low))
    return Range(span.low - margin, span.high + margin)


def _quotient(base: Range | None, amount: Range | None) -> Range:
    assert base is not None and amount is not None
    low = (amount.low / base.high - 1) * 100 if base.high != INFINITE else Decimal(-100)
    high = (amount.high / base.low - 1) * 100 if amount.high != INFINITE else INFINITE
    return Range(low, high, amount.low_open or base.high_open, amount.high_open or base.low_open)


def _said(value: Value, exactly: bool) -> Range:
    """The growth that the words allow; «fell by over 7 per cent» is a growth of less than minus 7."""
    span = range_of(value) or Range(-INFINITE, INFINITE)
    amount = Decimal(value.amount)
    if value.to is not None:
        low, high = sorted((amount, Decimal(value.to)))
        span = Range(low, high)
    elif amount < 0 and value.bound in ("over", "under"):
        span = (
            Range(-INFINITE, amount, high_open=True) if value.bound == "over" else Range(amount, Decimal(0))
        )
    step = min(resolution(amount), Decimal(1))
    margin = step / 2 if exactly else max(step, resolution(amount) / 2)
    return Range(span.low - margin, span.high + margin, span.low_open, span.high_open)


def _is_within(growth: Decimal, said: Range) -> bool:
    return said.low <= growth <= said.high


def _is_of_one(claim: Claim, grown: Grown) -> bool:
    """Whether growth and amounts are surely of one statistics, and the growth surely against that period.

    One voice of one document gives all three as facts, and the sentence of the growth says against which year it is,
    by naming it or by giving its amount.
    """
    three = (claim, grown.base, grown.amount)
    voices = {(c.document, c.speaker, c.stance, str(c.roles.get("reporter", ""))) for c in three}
    base = _period(grown.base)
    is_named = base in YEAR.findall(claim.quote) or (claim.start, claim.end) == (
        grown.base.start,
        grown.base.end,
    )
    return len(voices) == 1 and claim.stance == "fact" and is_named and base == year_before(_period(claim))


def _finding(
    question: Question,
    claims: Sequence[Claim],
    one: Grown,
    code: str,
    grown: Sequence[Grown],
    far: Range,
    case: Case,
) -> Finding:
    status: Status = "disputed" if code == "growth_broken" else "inferred"
    base, amount, said = case.value(one.base), case.value(one.amount), case.value(claims[0])
    assert base is not None and amount is not None and said is not None
    details = {
        "flow": one.amount.kind,
        "said": write(said),
        "base": write(base),
        "amount": write(amount),
        "before": _period(one.base),
        "when": _period(one.amount),
        "growth": write(_allowed(one.near) if code == "growth_fits" else _percent(one)),
    }
    others = status == "inferred" and code != "growth_apart" and any(not g.far.overlaps(far) for g in grown)
    return Finding(
        kind=question.kind.name,
        parties=question.parties,
        roles=question.roles,
        when=question.when or details["when"],
        value=None if code in ("growth_broken", "growth_apart") else said,
        status=status,
        reason=Reason(code, details, ("growth_of_these",) if others else ()),
        claims=tuple(sorted({*(claim.id for claim in claims), one.base.id, one.amount.id})),
    )


def _percent(one: Grown) -> Value:
    """The growth of the two figures in tenths of a per cent; what they allow, where they are no single figures."""
    if one.growth is None:
        return _allowed(one.near)
    return Value(plain(one.growth.quantize(TENTH, ROUND_HALF_UP)), "percent", "exact")


def _allowed(growth: Range) -> Value:
    low = plain(growth.low.quantize(TENTH))
    if growth.high == INFINITE:
        return Value(low, "percent", "over")
    return Value(low, "percent", "exact", plain(growth.high.quantize(TENTH)))
