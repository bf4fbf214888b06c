"""Answers: what the claims on each question add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from korpu.claims import Claim
from korpu.findings.case import Case, asserted
from korpu.findings.dates import Match
from korpu.findings.finding import Comparison, Finding, Reason
from korpu.findings.questions import Question
from korpu.findings.sides import Side, by_unit, compare_sides, sides_of
from korpu.findings.staleness import current_amounts, holders
from korpu.findings.values import compare_values
from korpu.findings.verdicts import judge, weigh
from korpu.kinds import Answer


def find(case: Case) -> Iterator[Finding]:
    """Find, for each question, whether its claims agree, refine, supersede or contradict each other."""
    for question in case.questions:
        claims = asserted(question.claims)
        denials = tuple(claim for claim in question.claims if claim.stance == "denied")
        if claims and question.changes and question.kind.answer is Answer.ROLE:
            yield from holders(question, claims, denials, case)
        elif claims or denials:
            yield from _answer(question, claims, denials, case)


def _answer(
    question: Question, claims: Sequence[Claim], denials: Sequence[Claim], case: Case
) -> Iterator[Finding]:
    """One finding for each unit that amounts are given in, and one for each answer that is superseded."""
    groups = by_unit(sides_of(question, claims, case))
    speaking = [_denials_of(group, denials, case) for group in groups]
    unrelated = tuple(denial for denial in denials if not any(denial in against for against in speaking))
    if unrelated:
        yield judge(weigh(question, (), unrelated, case))
    for number, (group, against) in enumerate(zip(groups, speaking, strict=True)):
        superseded: tuple[Finding, ...] = ()
        sides = group
        if question.changes:
            sides, superseded = current_amounts(question, group, case)
        evidence = weigh(question, sides, against, case)
        finding = judge(evidence)
        elsewhere = _other_units(group, groups, number)
        if elsewhere:
            finding = _with(finding, elsewhere)
        yield finding
        yield from superseded


def _denials_of(sides: Sequence[Side], denials: Sequence[Claim], case: Case) -> tuple[Claim, ...]:
    """The denials that speak against an answer: those of the thing itself, or of an amount that is given."""
    return tuple(
        denial for denial in denials if not sides or any(_speaks_against(denial, s, case) for s in sides)
    )


def _speaks_against(denial: Claim, side: Side, case: Case) -> bool:
    value = case.value(denial)
    if value is None or side.value is None:
        return True
    return compare_values(value, side.value).relation in ("same", "refines", "compatible")


def _other_units(group: Sequence[Side], groups: Sequence[Sequence[Side]], number: int) -> list[Comparison]:
    """Comparisons with amounts in other units, which say that they cannot be compared."""
    others = [other[0] for index, other in enumerate(groups) if index != number and other]
    matches: list[tuple[Side, Match]] = [(other, compare_sides(group[0], other)) for other in others if group]
    return [
        Comparison(group[0].claims[0].id, other.claims[0].id, match.relation, match.reason)
        for other, match in matches
    ]


def _with(finding: Finding, further: Sequence[Comparison]) -> Finding:
    return Finding(
        finding.kind, finding.parties, finding.roles, finding.when, finding.value, finding.status,
        Reason(finding.reason.code, finding.reason.details, (*finding.reason.notes, "other_units")),
        finding.claims, (*finding.comparisons, *further),
    )  # fmt: skip
