"""Answers: what the claims on each question add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from korpu.claims import Claim
from korpu.findings.case import Case, asserted
from korpu.findings.finding import Comparison, Finding, Reason
from korpu.findings.questions import Question
from korpu.findings.relating import relate
from korpu.findings.sides import Pair, Side, pairs_of, sides_of, speaking
from korpu.findings.staleness import apart, ended_term, past_of
from korpu.findings.verdicts import Verdict, finding_of, judge, weigh

NOTES = {"different_units": "other_units", "may_have_changed": "later_unknown"}
"""What is said of a finding beside which other answers stand, where all of them stand apart for one reason."""


def find(case: Case) -> Iterator[Finding]:
    """Find, for each question, whether its claims agree, refine, supersede or contradict each other."""
    for question in case.questions:
        claims = asserted(question.claims)
        denials = tuple(claim for claim in question.claims if claim.stance == "denied")
        if claims or denials:
            yield from _answer(question, claims, denials, case)


def _answer(
    question: Question, claims: Sequence[Claim], denials: Sequence[Claim], case: Case
) -> Iterator[Finding]:
    """One finding for the answers that can be compared with each other, and one for each answer that is superseded."""
    sides = sides_of(question, claims, case)
    pairs = pairs_of(question, sides, case)
    past = past_of(question, sides, pairs, denials, case)
    gone = {one.side.key for one in past}
    groups = apart([side for side in sides if side.key not in gone], pairs)
    placed: set[str] = set()
    for group in groups:
        spoken = [claim for side in group for claim in speaking(question, side, case)]
        against = _standing_so("contradicts", question, spoken, denials, case)
        outdated = _standing_so("supersedes", question, spoken, denials, case)
        outdated = tuple(denial for denial in outdated if denial not in against)
        placed |= {denial.id for denial in (*against, *outdated)}
        keys = {side.key for side in group}
        among = tuple(pair for pair in pairs if {pair.left.key, pair.right.key} <= keys)
        evidence = weigh(question, group, against, outdated, case, among)
        reason = ended_term(question, group[0], case) if len(group) == 1 and not against else None
        finding = finding_of(evidence, Verdict("single", reason)) if reason else judge(evidence)
        yield _beside(finding, group, groups, pairs)
    alone = tuple(denial for denial in denials if denial.id not in placed)
    if alone:
        yield judge(weigh(question, (), alone, (), case))
    for one in past:
        yield one.finding(question, case)


def _standing_so(
    relation: str, question: Question, claims: Sequence[Claim], denials: Sequence[Claim], case: Case
) -> tuple[Claim, ...]:
    """The denials to one of which some claim stands so; of `supersedes`, the claim being the later."""
    return tuple(
        denial
        for denial in denials
        if any(
            match.relation == relation and match.forward
            for match in (relate(question, claim, denial, case) for claim in claims)
        )
    )


def _beside(
    finding: Finding, group: Sequence[Side], groups: Sequence[Sequence[Side]], pairs: Sequence[Pair]
) -> Finding:
    """The finding with comparisons with other answers that stand beside it, and a note that they do."""
    firsts = {other[0].key for other in groups if other is not group}
    further: list[Comparison] = []
    for pair in pairs:
        ends = {pair.left.key, pair.right.key}
        if group[0].key in ends and ends & firsts:
            further.append(pair.comparison())
    if not further:
        return finding
    codes = {comparison.reason.code for comparison in further}
    note = NOTES.get(codes.pop(), "stands_beside") if len(codes) == 1 else "stands_beside"
    reason = Reason(finding.reason.code, finding.reason.details, (*finding.reason.notes, note))
    return msgspec.structs.replace(finding, reason=reason, comparisons=(*finding.comparisons, *further))
