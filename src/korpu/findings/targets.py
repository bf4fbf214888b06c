"""Targets and plans: whether what was aimed at or planned has come about, and whether its time has passed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from korpu.claims import Claim, Value
from korpu.edtf import Extent, days
from korpu.findings.case import Case, asserted
from korpu.findings.finding import Comparison, Finding, Reason, Relation, Status
from korpu.findings.plans import carried_out, dropped, outdated_plans
from korpu.findings.questions import Question
from korpu.findings.sides import sides_of
from korpu.findings.values import exactness, range_of, write
from korpu.kinds import Answer

AHEAD = ("target", "plan")


def find(case: Case) -> Iterator[Finding]:
    """Find, for each target and each plan, whether it was met or missed, is still open, or nothing tells."""
    figures: dict[tuple[str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for question in case.questions:
        if question.kind.answer is Answer.VALUE:
            figures[question.kind.name, question.parties] += asserted(question.claims)
    for question in case.questions:
        ahead = [claim for claim in question.claims if claim.stance in AHEAD]
        aims = [claim for claim in ahead if question.kind.answer is Answer.VALUE and case.value(claim)]
        amounts: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in aims:
            value = case.value(claim)
            amounts[claim.when or "", write(value) if value else ""].append(claim)
        for _, claims in sorted(amounts.items()):
            aim = case.value(claims[0])
            if aim is not None:
                yield _target(question, claims, aim, figures[question.kind.name, question.parties], case)
        yield from _plans(question, [claim for claim in ahead if claim not in aims], case)


# Targets -------------------------------------------------------------------------------------------------


def _target(
    question: Question, aims: Sequence[Claim], aim: Value, figures: Iterable[Claim], case: Case
) -> Finding:
    """An amount aimed at, against the amounts told of the same time; without either it stays open."""
    when = aims[0].when
    details = {"target": write(aim), "when": when or ""}
    if when is None:
        reached = _reached_later(aims, aim, figures, case)
        if not reached:
            return _finding(question, aims, (), "open", Reason("target_undated", details), aim)
        details |= {"reached": write(_value(reached[0], case)), "when": reached[0].when or ""}
        return _finding(question, aims, reached, "met", Reason("target_met_since", details), aim)
    facts = [
        claim
        for claim in asserted(question.claims)
        if claim.when == when and (value := case.value(claim)) and value.unit == aim.unit
    ]
    has_passed = _has_passed(when, case.as_of)
    if not facts:
        code, status = ("target_unknown", "unknown") if has_passed else ("target_without_figure", "open")
        return _finding(question, aims, (), status, Reason(code, details), aim)  # type: ignore[arg-type]
    outcomes = {outcome_of(aim, _value(claim, case)) for claim in facts}
    outcome = outcomes.pop() if len(outcomes) == 1 else "open"
    code = {"met": "target_met", "missed": "target_missed"}.get(outcome, "target_unclear")
    details |= {"reached": write(min((_value(claim, case) for claim in facts), key=exactness))}
    if outcome == "open":
        # What a share of the facts says does not settle it; the dispute itself is the question's own finding.
        status = "unknown" if has_passed else "open"
        return _finding(question, aims, facts, status, Reason(code, details), aim)  # type: ignore[arg-type]
    return _finding(
        question, aims, facts, outcome, Reason(code, details), sides_of(question, facts, case)[0].value
    )


def _value(claim: Claim, case: Case) -> Value:
    """The value of a claim that is known to have one."""
    value = case.value(claim)
    assert value is not None
    return value


def outcome_of(aim: Value, fact: Value) -> Status:
    """Return whether an amount that was reached meets the one aimed at, as far as the bounds of both tell.

    >>> million = Value("1000000", "USD", "up_to")
    >>> outcome_of(million, Value("900000", "USD", "exact")), outcome_of(million, Value("400000", "USD", "exact"))
    ('open', 'missed')
    """
    wanted, given = range_of(aim), range_of(fact)
    if wanted is None or given is None:
        return "open"
    if aim.bound == "under":  # to be brought down below
        return "met" if given.high <= wanted.high else "missed" if given.low > wanted.high else "open"
    # «Up to» an amount is reached for certain only where the amount itself is.
    enough = wanted.high if aim.bound == "up_to" else wanted.low
    if given.low >= enough:
        return "met"
    return "missed" if given.high < wanted.low else "open"


def _reached_later(
    aims: Sequence[Claim], aim: Value, figures: Iterable[Claim], case: Case
) -> tuple[Claim, ...]:
    """The figures of the first period, after a target without a time was set, all of which reach it."""
    set_on = [found for claim in aims if (found := days(case.published(claim)))]
    if len(set_on) < len(aims) or aim.unit == "percent":
        return ()
    after = min(found.first for found in set_on if found.first)
    reached: dict[str, list[Claim]] = defaultdict(list)
    for claim in figures:
        covered, value = days(claim.when), case.value(claim)
        is_same = value is not None and value.unit == aim.unit and claim.roles == aims[0].roles
        if is_same and covered and covered.last and covered.last >= after:
            reached[claim.when or ""].append(claim)
    for _, told in sorted(reached.items()):
        if all(outcome_of(aim, _value(claim, case)) == "met" for claim in told):
            return tuple(told)
    return ()


def _has_passed(when: str | None, as_of: dt.date | None) -> bool:
    """Whether the time is over on the day; without a day, or without an end, it is not."""
    covered = days(when)
    return bool(as_of and covered and covered.last and covered.last < as_of)


# Plans ---------------------------------------------------------------------------------------------------


def _plans(question: Question, plans: Sequence[Claim], case: Case) -> Iterator[Finding]:
    """A finding for each plan that stands, and one for each that a later one with another date supersedes."""
    standing, outdated = outdated_plans(plans, case)
    for told in standing:
        yield _plan(question, told, case)
    for told, later in outdated:
        details = {"date": case.published(later) or "", "when": later.when or ""}
        reason = Reason("plan_superseded", details)
        comparison = Comparison(later.id, told[0].id, "supersedes", reason)
        yield _finding(question, told, (later,), "superseded", reason, None, (comparison,))


def _plan(question: Question, plans: Sequence[Claim], case: Case) -> Finding:
    done = carried_out(question, plans, case)
    if done:
        return _finding(question, plans, done, "met", _met(plans, done), None)
    denied = dropped(question, plans, case)
    if denied:
        return _finding(question, plans, denied, "missed", Reason("plan_dropped"), None)
    when = plans[0].when
    if _has_passed(when, case.as_of):
        details = {"when": when or "", "day": str(case.as_of)}
        return _finding(question, plans, (), "unknown", Reason("plan_unknown", details), None)
    return _finding(question, plans, (), "open", Reason("plan_open"), None)


def _met(plans: Sequence[Claim], done: Sequence[Claim]) -> Reason:
    """That a plan was carried out, and whether only after the time that it names."""
    planned = days(plans[0].when)
    dates = [(found, claim.when) for claim in done if (found := days(claim.when))]
    if planned is None or not dates or not all(_is_after(found, planned) for found, _ in dates):
        return Reason("plan_carried_out")
    _, date = min(dates, key=lambda told: (str(told[0].first), str(told[0].last)))
    return Reason("plan_carried_out_late", {"planned": plans[0].when or "", "date": date or ""})


def _is_after(found: Extent, planned: Extent) -> bool:
    return bool(found.first and planned.last and found.first > planned.last)


def _finding(
    question: Question,
    aims: Sequence[Claim],
    facts: Sequence[Claim],
    status: Status,
    reason: Reason,
    value: Value | None,
    comparisons: tuple[Comparison, ...] = (),
) -> Finding:
    # A plan and what came of it are no two answers to one question: neither is wrong.
    relation: Relation = "not_comparable"
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
        comparisons=comparisons or tuple(Comparison(fact.id, aims[0].id, relation, reason) for fact in facts),
    )
