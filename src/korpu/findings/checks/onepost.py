"""One post: a person who is named for two posts at once, which is common (an ambassador to two states) and worth knowing."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from korpu.claims import Claim
from korpu.edtf import days
from korpu.findings.case import Case, asserted
from korpu.findings.checks import declared
from korpu.findings.finding import Finding, Reason
from korpu.findings.folding import fold
from korpu.findings.names import names, same_filler
from korpu.findings.questions import Question, claim_order
from korpu.kinds import RoleType
from korpu.kinds.checks import OnePost


class Tenure(msgspec.Struct, frozen=True):
    """A person in a post, from a day on which that is sure to another."""

    question: Question
    claim: Claim
    first: dt.date
    last: dt.date


def find(case: Case) -> Iterator[Finding]:
    """Find each two posts of one state that a person is named for at one time."""
    roles = {kind: check.role for kind, check in declared(OnePost)}
    told: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for question in case.questions:
        role = roles.get(question.kind.name)
        for claim in asserted(question.claims) if role is not None else ():
            name = _full_name(claim, role or "")
            if name and (tenure := _tenure(question, claim, case)) is not None:
                told[question.kind.name, name.split()[-1]].append(tenure)
    for (kind, _), tenures in sorted(told.items()):
        yield from _at_once(tenures, roles[kind])


def _full_name(claim: Claim, role: str) -> str | None:
    """The name in the form in which it is compared, None where a given name is lacking: many share a surname."""
    filler = claim.roles.get(role)
    words = fold(filler).split() if isinstance(filler, str) else []
    return " ".join(words) if len(words) > 1 and all(len(word) > 1 for word in words) else None


def _tenure(question: Question, claim: Claim, case: Case) -> Tenure | None:
    """The days on which the person is sure to have held the post; one still held was so when that was published."""
    begin, is_span, end = (claim.when or "").partition("/")
    first = days(begin) if begin not in ("", "..") else None
    last = days(end if end not in ("", "..") else case.published(claim)) if is_span else None
    if first is None or last is None or first.last is None or last.first is None or first.last >= last.first:
        return None
    return Tenure(question, claim, first.last, last.first)


def _at_once(tenures: Sequence[Tenure], role: str) -> Iterator[Finding]:
    seen: set[tuple[object, ...]] = set()
    for one, other in combinations(sorted(tenures, key=lambda tenure: claim_order(tenure.claim)), 2):
        first, second = sorted((one, other), key=_post)
        key = (_full_name(one.claim, role), _post(first), _post(second))
        if key not in seen and _is_remarkable(one, other, role):
            seen.add(key)
            yield _finding(first, second, role)


def _post(tenure: Tenure) -> tuple[str, ...]:
    """What tells the post from others: the roles of its question."""
    return tuple(
        ", ".join(names(tenure.question.roles.get(role, ""))) for role in tenure.question.kind.question
    )


def _states(tenure: Tenure) -> list[str]:
    question = tenure.question
    return [
        str(question.roles[role])
        for role in question.kind.question
        if question.kind.roles.get(role) is RoleType.STATE and role in question.roles
    ]


def _is_remarkable(one: Tenure, other: Tenure, role: str) -> bool:
    """Whether it is one person's name, sent by one state to two others, and the days overlap."""
    left, right = _states(one), _states(other)
    sent = len(left) == len(right) == 2 and left[0] == right[0] and left[1] != right[1]
    overlap = max(one.first, other.first) < min(one.last, other.last)
    kind = one.question.kind
    return sent and overlap and same_filler(kind, role, one.claim.roles[role], other.claim.roles[role])


def _finding(one: Tenure, other: Tenure, role: str) -> Finding:
    question = one.question
    details = {
        "person": ", ".join(names(one.claim.roles[role])),
        "first": _states(one)[1],
        "second": _states(other)[1],
        "since": one.claim.when or "",
        "till": other.claim.when or "",
    }
    return Finding(
        kind=question.kind.name,
        parties=tuple(sorted({*question.parties, *other.question.parties})),
        roles={role: one.claim.roles[role]},
        when=None,
        value=None,
        status="inferred",
        reason=Reason("one_post", details),
        claims=tuple(sorted((one.claim.id, other.claim.id))),
    )
