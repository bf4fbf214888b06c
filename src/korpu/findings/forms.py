"""Forms: how a claim puts the question that it answers, and whether two forms may be of one question."""

from __future__ import annotations

import msgspec

from korpu.claims import Claim, RoleValue
from korpu.edtf import days
from korpu.findings.names import EXACT, same_filler
from korpu.kinds import Answer, Kind, RoleType, kinds

OCCASIONAL = ("scope", "visit")
"""A role's filler by which an answer belongs to one occasion, so that no later one supersedes it."""

TELLING = frozenset(RoleType) - EXACT - {RoleType.PLACE}
"""The types of role that, in a question, name the thing it is about."""


class Form(msgspec.Struct, frozen=True):
    """The question as one claim, or several in the same words, puts it.

    Attributes:
        document: the only document whose claims it may be compared with; None where it is told apart.
    """

    roles: dict[str, RoleValue]
    when: str | None
    document: str | None
    claims: list[Claim]


def is_changing(kind: Kind, roles: dict[str, RoleValue]) -> bool:
    """Whether a later answer to the kind's question about `roles` supersedes an earlier one, unless it is of a period."""
    name, filler = OCCASIONAL
    return kind.changes and roles.get(name) != filler


def is_of_period(kind: Kind, when: str | None) -> bool:
    """Whether an amount that changes is of a period of its own (invested in 2014), and not what there was in all.

    >>> from korpu.kinds import kinds
    >>> [is_of_period(kinds()[kind], "2014") for kind in ("investment.amount", "company.count")]
    [True, False]
    """
    begin, slash, end = (when or "").partition("/")
    if slash:
        return (kind.flows or kind.grows) and ".." not in (begin, end)
    return kind.flows and len(begin) == len("2014")


def form_of(kind: Kind, claim: Claim) -> Form:
    """Return how a claim puts its question, without the claim."""
    roles = {role: claim.roles[role] for role in kind.question if role in claim.roles}
    is_dated = kind.answer is Answer.WHEN and "when" in kind.question
    when = claim.when if is_dated or is_timed(kind, roles, claim.when) else None
    document = None if _is_told_apart(kind, roles, when) else claim.document
    return Form(roles, when, document, [])


def is_timed(kind: Kind, roles: dict[str, RoleValue], when: str | None) -> bool:
    """Whether `when` tells this question from others.

    Not where a later answer supersedes an earlier one, nor where the date is the answer and
    something else (the ordinal of a session) already tells the questions apart.
    """
    if "when" not in kind.question:
        return False
    if is_changing(kind, roles):
        return is_of_period(kind, when)
    return kind.answer is not Answer.WHEN or not roles


def _is_told_apart(kind: Kind, roles: dict[str, RoleValue], when: str | None) -> bool:
    """Whether a claim gives the names and the time by which its question is known."""
    if when is None and is_timed(kind, roles, None) and kind.answer is not Answer.WHEN and not kind.past:
        return False
    return all(role in roles for role in kind.question if kind.roles.get(role) in TELLING)


def may_be_one_question(left: Claim, right: Claim) -> bool:
    """Whether two claims of one kind on the same states answer one question, were there no others that either fits, too."""
    kind = kinds()[left.kind]
    return is_compatible(kind, form_of(kind, left), form_of(kind, right))


def is_compatible(kind: Kind, left: Form, right: Form) -> bool:
    """Return whether two forms may be of one question: their names are compared as people write them."""
    return (
        left.document == right.document
        and (is_numbered(kind, left, right) or _same_time(kind, left.when, right.when))
        and all(_same_role(kind, role, left.roles.get(role), right.roles.get(role)) for role in kind.roles)
    )


def is_numbered(kind: Kind, left: Form, right: Form) -> bool:
    """Return whether something else than the date, which is the answer, tells the questions apart: the ordinal of a session."""
    return kind.answer is Answer.WHEN and bool(left.roles) and bool(right.roles)


def _same_role(kind: Kind, role: str, left: RoleValue | None, right: RoleValue | None) -> bool:
    if left is None or right is None:
        return left is right or kind.roles[role] not in TELLING
    return same_filler(kind, role, left, right)


def _same_time(kind: Kind, left: str | None, right: str | None) -> bool:
    """Amounts are of one period only where it is the same; events may be dated more or less exactly."""
    if left == right:
        return True
    if kind.answer is Answer.VALUE and not kind.past:
        return period_of(left) == period_of(right)
    if kind.past and None in (left, right):
        return True
    a, b = days(left), days(right)
    return a is not None and b is not None and a.overlaps(b)


def period_of(when: str | None) -> str:
    """Return the days of a period: «January to December» are those of the year."""
    found = days(when.rstrip("~")) if when is not None else None
    return f"{found.first}/{found.last}" if found is not None else when or ""
