"""Plans: which of several stands, what carries one out, and what says that it was dropped."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.claims import Claim
from korpu.edtf import Extent, days
from korpu.findings.case import Case, asserted
from korpu.findings.dates import begin, is_before, width_of
from korpu.findings.names import same_filler
from korpu.findings.questions import Question, claim_order
from korpu.kinds import Answer

Told = tuple[Claim, ...]
"""Claims of one plan, the one with the most exact date first."""


def outdated_plans(plans: Sequence[Claim], case: Case) -> tuple[list[Told], list[tuple[Told, Claim]]]:
    """Return the plans that stand, and those that were told again later with another date, each with the later one.

    Two dates of which one lies within the other are one plan; a plan without a date is the one told last. Where
    nothing says which of two was told later, both stand.
    """
    groups = _by_date(plans, case)
    newest = [max((_told(claim, case) for claim in group), key=_late, default=None) for group in groups]
    standing: list[Told] = []
    outdated: list[tuple[Told, Claim]] = []
    for group, told in zip(groups, newest, strict=True):
        later = [
            other
            for other, moment in zip(groups, newest, strict=True)
            if told is not None and moment is not None and is_before(told, moment)
        ]
        if later:
            last = max(later, key=lambda group: _late(max((_told(one, case) for one in group), key=_late)))
            outdated.append((group, max(last, key=lambda claim: (_late(_told(claim, case)), claim.id))))
        else:
            standing.append(group)
    return standing, outdated


def _by_date(plans: Sequence[Claim], case: Case) -> list[Told]:
    groups: list[list[Claim]] = []
    for claim in sorted(plans, key=_exactness):
        found = days(claim.when)
        if found is None:
            continue
        near = [group for group in groups if (other := days(group[0].when)) and other.overlaps(found)]
        if near:
            near[0].append(claim)
        else:
            groups.append([claim])
    undated = sorted((claim for claim in plans if days(claim.when) is None), key=claim_order)
    if undated:
        groups = groups or [[]]
        last = max(
            groups, key=lambda group: _late(max((_told(one, case) for one in group), key=_late, default=None))
        )
        last += undated
    return [tuple(group) for group in groups]


def _exactness(claim: Claim) -> tuple[object, ...]:
    return width_of(claim.when), claim.when or "", claim_order(claim)


def _told(claim: Claim, case: Case) -> Extent | None:
    return days(case.published(claim))


def _late(told: Extent | None) -> tuple[str, str]:
    return (str(told.first or ""), str(told.last or "")) if told else ("", "")


def carried_out(question: Question, plans: Sequence[Claim], case: Case) -> Told:
    """Return the claims that what was planned is so: those of its time or later, and after it was told.

    What was so before a plan was made is not what came of it: an embassy that was closed and is to open again.
    """
    role = question.kind.answer_role if question.kind.answer is Answer.ROLE else None
    since = _since(plans, case)
    return tuple(
        claim
        for claim in asserted(question.claims)
        if _is_same(role, question, claim, plans) and not _is_earlier(claim, since, case)
    )


def _is_same(role: str | None, question: Question, claim: Claim, plans: Sequence[Claim]) -> bool:
    """Whether a fact answers as the plan does (the person who was to be appointed); a plan without a name fits all."""
    planned = next((plan.roles[role] for plan in plans if role in plan.roles), None) if role else None
    if planned is None or role is None:
        return True
    return role in claim.roles and same_filler(question.kind, role, claim.roles[role], planned)


def _since(plans: Sequence[Claim], case: Case) -> Extent | None:
    """From when on it may come about: when the plan was first told, or its time, where that is the earlier."""
    told = [found for claim in plans if (found := _told(claim, case)) and found.first]
    times = [found for claim in plans if (found := days(claim.when)) and found.first]
    return min((*told, *times), key=lambda found: str(found.first), default=None)


def _is_earlier(claim: Claim, since: Extent | None, case: Case) -> bool:
    moment = begin(claim.when) or _told(claim, case)
    return since is not None and moment is not None and is_before(moment, since)


def dropped(question: Question, plans: Sequence[Claim], case: Case) -> Told:
    """Return the denials that say that the plan came to nothing, told no earlier than the plan.

    That a thing is not yet so, before the time for which it is planned, says nothing of the plan.
    """
    denied = [claim for claim in question.claims if claim.stance == "denied"]
    return tuple(claim for claim in denied if any(_drops(question, claim, plan, case) for plan in plans))


def _drops(question: Question, denial: Claim, plan: Claim, case: Case) -> bool:
    said, told = _told(denial, case), _told(plan, case)
    if said is not None and told is not None and is_before(said, told):
        return False
    planned, denied = days(plan.when), days(denial.when)
    is_event = question.kind.answer is Answer.EXISTS
    if denied is not None:
        if planned is None:
            return is_event
        return denied.overlaps(planned) and (is_event or not _ends_before(denied, planned))
    if said is None or told is None:
        return False
    if planned is None:
        return is_event and is_before(told, said)
    return is_before(planned, said) or (is_event and is_before(told, said))


def _ends_before(left: Extent, right: Extent) -> bool:
    return left.last is not None and right.last is not None and left.last < right.last
