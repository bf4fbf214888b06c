"""Targets and plans: whether what was aimed at or planned has come about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from korpu.claims import Claim, Value
from korpu.findings.case import Case, asserted
from korpu.findings.finding import Comparison, Finding, Reason, Relation, Status
from korpu.findings.questions import Question
from korpu.findings.sides import sides_of
from korpu.findings.values import exactness, range_of, write
from korpu.kinds import Answer


def find(case: Case) -> Iterator[Finding]:
    """Find, for each target and each plan, whether it was met, was missed or is still open."""
    for question in case.questions:
        ahead = [claim for claim in question.claims if claim.stance in ("target", "plan")]
        amounts: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in ahead:
            value = case.value(claim)
            amounts[claim.when or "", write(value) if value else ""].append(claim)
        for _, claims in sorted(amounts.items()):
            aim = case.value(claims[0])
            if question.kind.answer is Answer.VALUE and aim is not None:
                yield _target(question, claims, aim, case)
            else:
                yield _plan(question, claims)


def _target(question: Question, aims: Sequence[Claim], aim: Value, case: Case) -> Finding:
    """An amount aimed at, against the amounts told of the same time; without either it stays open."""
    when = aims[0].when
    facts = [
        claim
        for claim in asserted(question.claims)
        if claim.when == when is not None and (value := case.value(claim)) and value.unit == aim.unit
    ]
    details = {"target": write(aim), "when": when or ""}
    if when is None:
        return _finding(question, aims, (), "open", Reason("target_undated", details), aim)
    if not facts:
        return _finding(question, aims, (), "open", Reason("target_without_figure", details), aim)
    outcomes = {_outcome(aim, case.value(claim)) for claim in facts}
    outcome = outcomes.pop() if len(outcomes) == 1 else "open"
    reached = min((value for claim in facts if (value := case.value(claim))), key=exactness)
    code = {"met": "target_met", "missed": "target_missed"}.get(outcome, "target_unclear")
    details |= {"reached": write(reached)}
    # What a share of the facts says does not settle it; the dispute itself is the question's own finding.
    shown = sides_of(question, facts, case)[0].value if outcome != "open" else aim
    return _finding(question, aims, facts, outcome, Reason(code, details), shown)


def _outcome(aim: Value, fact: Value | None) -> Status:
    wanted, given = range_of(aim), range_of(fact) if fact is not None else None
    if wanted is None or given is None:
        return "open"
    if given.low >= wanted.low:
        return "met"
    return "missed" if given.high < wanted.low else "open"


def _plan(question: Question, plans: Sequence[Claim]) -> Finding:
    done = asserted(question.claims)
    denied = [claim for claim in question.claims if claim.stance == "denied"]
    if done:
        return _finding(question, plans, done, "met", Reason("plan_carried_out"), None)
    if denied:
        return _finding(question, plans, denied, "missed", Reason("plan_dropped"), None)
    return _finding(question, plans, (), "open", Reason("plan_open"), None)


def _finding(
    question: Question,
    aims: Sequence[Claim],
    facts: Sequence[Claim],
    status: Status,
    reason: Reason,
    value: Value | None,
) -> Finding:
    relation: Relation = "contradicts" if status == "missed" else "compatible"
    roles = dict(question.roles)
    role = question.kind.answer_role
    if role is not None and role in aims[0].roles:
        roles[role] = aims[0].roles[role]
    return Finding(
        kind=question.kind.name,
        parties=question.parties,
        roles=roles,
        when=aims[0].when or (question.when if facts else None),
        value=value,
        status=status,
        reason=reason,
        claims=tuple(sorted({claim.id for claim in (*aims, *facts)})),
        comparisons=tuple(Comparison(fact.id, aims[0].id, relation, reason) for fact in facts),
    )
