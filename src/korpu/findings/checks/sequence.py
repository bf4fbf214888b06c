"""Sequences: things that must come in order, and the span that a text puts between them."""

from __future__ import annotations

import re
from collections import defaultdict
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
from korpu.kinds.checks import Follows

_OFFSET = re.compile(r"offset:\+(\d+)([YMWD])")

_MONTHS = {"Y": 12, "M": 1}
_DAYS = {"W": 7, "D": 1}


class Dated(msgspec.Struct, frozen=True):
    """The first date that claims give for a thing, and those claims."""

    question: Question
    days: Extent
    claims: tuple[Claim, ...]


def find(case: Case) -> Iterator[Finding]:
    """Find, for each two dated things that must come in order, whether they do."""
    by_kind: dict[tuple[str, tuple[str, ...]], list[Dated]] = defaultdict(list)
    orders = [(earlier, later) for later, check in declared(Follows) for earlier in check.kinds]
    ordered = {kind for order in orders for kind in order}
    for question in case.questions:
        if question.kind.name in ordered and (dated := _first(question)):
            by_kind[question.kind.name, question.parties].append(dated)
    for parties in sorted({parties for _, parties in by_kind}):
        for before, after in orders:
            for earlier in by_kind.get((before, parties), ()):
                for later in by_kind.get((after, parties), ()):
                    if _is_one_thing(earlier, later) and (finding := _compare(earlier, later)):
                        yield finding


def _first(question: Question) -> Dated | None:
    dated = [
        (found, claim) for claim in asserted(question.claims) if (found := begin(claim.when)) and found.first
    ]
    if not dated:
        return None
    first = min((found for found, _ in dated), key=lambda found: (str(found.first), str(found.last)))
    return Dated(question, first, tuple(claim for found, claim in dated if found == first))


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
    return all(same_filler(types[role], left[role], right[role]) for role in exact_first)


def _compare(earlier: Dated, later: Dated) -> Finding | None:
    """The order, and the span where the text says one; nothing where the dates are too vague to tell."""
    first, last = earlier.claims[0], later.claims[0]
    details = {
        "earlier": earlier.question.kind.name,
        "later": later.question.kind.name,
        "first": begin_text(first.when or ""),
        "second": begin_text(last.when or ""),
    }
    if is_before(later.days, earlier.days):
        return _finding(earlier, later, Reason("sequence_broken", details), holds=False)
    if earlier.days != later.days and earlier.days.overlaps(later.days):
        return None
    said = next((found for claim in later.claims if (found := _said(claim, earlier.claims))), None)
    if said is None:
        return _finding(earlier, later, Reason("sequence_holds", details), holds=True)
    holds, words, span = said
    details |= {"words": words, "span": span}
    if not holds:
        return _finding(earlier, later, Reason("span_broken", details), holds=False)
    return _finding(earlier, later, Reason("sequence_holds", details, ("span_holds",)), holds=True)


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
