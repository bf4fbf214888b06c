"""Sequences: things that must come in order, and the span that a text puts between them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from korpu.claims import Claim
from korpu.edtf import Extent
from korpu.findings.case import Case, asserted
from korpu.findings.checks import declared
from korpu.findings.dates import begin, begin_text, is_before, months_between
from korpu.findings.finding import Comparison, Finding, Reason
from korpu.findings.names import EXACT, same_filler
from korpu.findings.questions import Question
from korpu.kinds import Answer, RoleType
from korpu.kinds.checks import Follows

_OFFSET = re.compile(r"offset:\+(\d+)([YMWD])")

_MONTHS = {"Y": 12, "M": 1}
_DAYS = {"W": 7, "D": 1}

GAP = 3
"""Signs that may lie between two sentences that are neighbours."""


class Dated(msgspec.Struct, frozen=True):
    """A date that claims give for a thing, and those claims."""

    question: Question
    days: Extent
    claims: tuple[Claim, ...]


class Order(msgspec.Struct, frozen=True):
    """Two kinds of which one comes first.

    Attributes:
        again: whether the first may come anew after the second.
    """

    before: str
    after: str
    again: bool


def find(case: Case) -> Iterator[Finding]:
    """Find, for each two dated things that must come in order, whether they do."""
    by_kind: dict[tuple[str, tuple[str, ...]], list[list[Dated]]] = defaultdict(list)
    orders = [Order(kind, later, check.again) for later, check in declared(Follows) for kind in check.kinds]
    ordered = {kind for order in orders for kind in (order.before, order.after)}
    for question in case.questions:
        if question.kind.name in ordered and (dated := _dates(question)):
            by_kind[question.kind.name, question.parties].append(dated)
    for parties in sorted({parties for _, parties in by_kind}):
        for order in orders:
            earlier, later = (by_kind.get((kind, parties), []) for kind in (order.before, order.after))
            pairs = [(a, b) for a in earlier for b in later if _is_one_thing(a[0], b[0])]
            fitting = Counter(id(dated) for pair in pairs for dated in pair)
            for a, b in pairs:
                is_alone = fitting[id(a)] == fitting[id(b)] == 1
                if (finding := _compare(a, b, is_alone, order.again)) is not None:
                    yield finding


def _dates(question: Question) -> list[Dated]:
    """The dates that claims give for the thing, the first one first; of a person in office, when the first began."""
    told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in asserted(question.claims):
        found = begin(claim.when)
        if found is not None and found.first is not None:
            told[str(found.first), str(found.last)].append(claim)
    dated = [
        Dated(question, found, tuple(claims))
        for _, claims in sorted(told.items())
        if (found := begin(claims[0].when)) is not None
    ]
    return dated[:1] if question.kind.answer is Answer.ROLE else dated


def _is_one_thing(earlier: Dated, later: Dated) -> bool:
    """Whether the roles that both give agree."""
    types = earlier.question.kind.roles
    left, right = (
        earlier.claims[0].roles | earlier.question.roles,
        later.claims[0].roles | later.question.roles,
    )
    others = later.question.kind.roles
    shared = [role for role in types if role in left and role in right and others.get(role) is types[role]]
    exact_first = sorted(shared, key=lambda role: types[role] not in EXACT)
    return all(same_filler(later.question.kind, role, left[role], right[role]) for role in exact_first)


def _compare(earlier: Sequence[Dated], later: Sequence[Dated], is_alone: bool, again: bool) -> Finding | None:
    """The order, and the span where the text says one; nothing where the dates are too vague to tell.

    Where the sources give several dates, the order holds with the first two that fit, and is broken only where no two
    do, all are told as facts, and nothing else could be what the one was before or after.

    Args:
        is_alone: whether each of the two things is the only one that the other may come before or after.
        again: whether the first may come anew, so that the other order says nothing.
    """
    pairs = [(a, b) for a in earlier for b in later]
    holding = [(a, b) for a, b in pairs if a.days == b.days or is_before(a.days, b.days)]
    if holding:
        with_span = next(
            (pair for pair in holding if any(_said(c, pair[0].claims) for c in pair[1].claims)), None
        )
        return _holding(*(with_span or holding[0]), others=any(is_before(b.days, a.days) for a, b in pairs))
    facts = all(claim.stance == "fact" for dated in (*earlier, *later) for claim in dated.claims)
    broken = all(is_before(b.days, a.days) for a, b in pairs)
    if not broken or not facts or not is_alone or again or not _is_surely_one(earlier[0], later[0]):
        return None
    return _finding(
        earlier[0], later[0], Reason("sequence_broken", _details(earlier[0], later[0])), holds=False
    )


def _is_surely_one(earlier: Dated, later: Dated) -> bool:
    """Whether both say where it is, or neither does, or one document tells of both: a state may have two consulates."""
    places = [
        any(dated.question.kind.roles.get(role) is RoleType.PLACE for role in dated.question.roles)
        for dated in (earlier, later)
    ]
    documents = [{claim.document for claim in dated.claims} for dated in (earlier, later)]
    return places[0] == places[1] or bool(documents[0] & documents[1])


def _holding(earlier: Dated, later: Dated, others: bool) -> Finding:
    """The finding that the order holds, unless the span that the text itself puts between the two does not."""
    details = _details(earlier, later)
    notes = ("sequence_of_these",) if others else ()
    said = next((found for claim in later.claims if (found := _said(claim, earlier.claims))), None)
    if said is None:
        return _finding(earlier, later, Reason("sequence_holds", details, notes), holds=True)
    holds, words, span = said
    details |= {"words": words, "span": span}
    if holds:
        return _finding(earlier, later, Reason("sequence_holds", details, ("span_holds", *notes)), holds=True)
    if others or not _is_counted_from(later.claims, earlier.claims):
        return _finding(earlier, later, Reason("sequence_holds", details, notes), holds=True)
    return _finding(earlier, later, Reason("span_broken", details), holds=False)


def _details(earlier: Dated, later: Dated) -> dict[str, str]:
    return {
        "earlier": earlier.question.kind.name,
        "later": later.question.kind.name,
        "first": begin_text(earlier.claims[0].when or ""),
        "second": begin_text(later.claims[0].when or ""),
    }


def _is_counted_from(claims: Sequence[Claim], bases: Sequence[Claim]) -> bool:
    """Whether «7 years later» can only be counted from there: it is told in that sentence or in the next."""
    return any(
        claim.document == base.document and claim.stance == base.stance == "fact"
        and (claim.start == base.start or 0 <= claim.start - base.end <= GAP)
        for claim in claims for base in bases
    )  # fmt: skip


def _said(claim: Claim, bases: Sequence[Claim]) -> tuple[bool, str, str] | None:
    """Whether the span that a claim's text says holds but for rounding, its words, and the span as «P6Y10M»."""
    base = next((base for base in bases if base.document == claim.document), None)
    if base is None or claim.trace is None or claim.when_from in ("published", "assumed"):
        return None
    for step in claim.trace.steps:
        match = _OFFSET.match(step.how) if step.part == "when" else None
        first, last = begin(base.when), begin(claim.when)
        if match and first and last and first.first and last.first and first.last and last.last:
            number, unit = int(match.group(1)), match.group(2)
            words = claim.quote[max(step.start - claim.start, 0) : max(step.end - claim.start, 0)]
            if unit in _DAYS:
                between = (last.first - first.first).days
                wanted, slack = number * _DAYS[unit], _DAYS[unit] // 2
                holds = (
                    (last.first - first.last).days - slack <= wanted <= (last.last - first.first).days + slack
                )
                return holds, words or f"{number}", f"P{between}D"
            # The shortest and the longest span that the two dates allow; «7 years» is 6½ to 7½.
            shortest, longest = months_between(first.last, last.first), months_between(first.first, last.last)
            months, half = number * _MONTHS[unit], _MONTHS[unit] / 2
            between = months_between(first.first, last.first)
            holds = shortest <= months + half and longest >= months - half
            return holds, words or f"{number}", f"P{between // 12}Y{between % 12}M"
    return None


def _finding(earlier: Dated, later: Dated, reason: Reason, holds: bool) -> Finding:
    first, last = earlier.claims[0], later.claims[0]
    comparison = Comparison(first.id, last.id, "compatible" if holds else "contradicts", reason)
    return Finding(
        kind=later.question.kind.name,
        parties=later.question.parties,
        roles=later.question.roles,
        when=begin_text(last.when or ""),
        value=None,
        status="inferred" if holds else "disputed",
        reason=reason,
        claims=tuple(sorted({claim.id for claim in (*earlier.claims, *later.claims)})),
        comparisons=(comparison,),
    )
