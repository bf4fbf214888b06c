"""Staleness: of things that change, which answers no longer stand, and which stand apart because nothing tells."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from korpu.claims import Claim
from korpu.edtf import days
from korpu.findings.case import Case
from korpu.findings.finding import Comparison, Finding, Reason
from korpu.findings.questions import Question
from korpu.findings.relating import relate
from korpu.findings.sides import Pair, Side, speaking, time_key
from korpu.findings.verdicts import Verdict, finding_of, weigh
from korpu.kinds import Answer


class Past(msgspec.Struct, frozen=True):
    """An answer that no longer stands, and the comparison with the claim, later than it, that says so."""

    side: Side
    comparison: Comparison

    def finding(self, question: Question, case: Case) -> Finding:
        """Return the finding that the answer is superseded."""
        evidence = weigh(question, (self.side,), (), (), case)
        return finding_of(evidence, Verdict("superseded", self.comparison.reason), (self.comparison,))


def past_of(
    question: Question, sides: Sequence[Side], pairs: Sequence[Pair], denials: Sequence[Claim], case: Case
) -> list[Past]:
    """Return the answers that a later one, or a later denial, supersedes, in the order of `sides`.

    Of an office it is the successor that is named; of an amount the latest there is.
    """
    later: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.match.relation == "supersedes":
            earlier = pair.right if pair.match.forward else pair.left
            later.setdefault(earlier.key, []).append(pair)
    found = []
    for side in sides:
        if side.key in later:
            choose = min if question.kind.answer is Answer.ROLE else max
            pair = choose(later[side.key], key=lambda pair: (time_key(pair.later, case), pair.later.id))
            found.append(Past(side, pair.comparison()))
        elif ended := _ended(question, side, denials, case):
            found.append(Past(side, ended))
    return found


def _ended(question: Question, side: Side, denials: Sequence[Claim], case: Case) -> Comparison | None:
    """The comparison with a denial from after the last time at which the side was told."""
    last = speaking(question, side, case)[0]
    for denial in denials:
        match = relate(question, denial, last, case)
        if match.relation == "supersedes" and match.forward:
            return Comparison(denial.id, last.id, match.relation, match.reason)
    return None


def apart(sides: Sequence[Side], pairs: Sequence[Pair]) -> list[tuple[Side, ...]]:
    """Return the sides in groups, in each of which all can be compared with each other."""
    strangers = {
        frozenset((pair.left.key, pair.right.key))
        for pair in pairs
        if pair.match.relation == "not_comparable"
    }
    groups: list[list[Side]] = []
    for side in sides:
        group = next((group for group in groups if _joins(side, group, strangers)), None)
        if group is None:
            groups.append([side])
        else:
            group.append(side)
    return [tuple(group) for group in groups]


def _joins(side: Side, group: Sequence[Side], strangers: set[frozenset[str]]) -> bool:
    return all(
        frozenset((side.key, other.key)) not in strangers and _one_unit(side, other) for other in group
    )


def _one_unit(left: Side, right: Side) -> bool:
    return left.value is None or right.value is None or left.value.unit == right.value.unit


def ended_term(question: Question, side: Side, case: Case) -> Reason | None:
    """Return the reason that an office is held no longer, as far as is known: the term ended before the day asked about."""
    if question.kind.answer is not Answer.ROLE or case.as_of is None:
        return None
    ends = [found.last for claim in side.claims if (found := days(claim.when)) and "/" in (claim.when or "")]
    end = max((day for day in ends if day is not None), default=None)
    if end is None or None in ends or end >= case.as_of:
        return None
    return Reason("term_ended", {"date": end.isoformat()})
