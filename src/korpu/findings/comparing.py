"""Comparing: how two claims stand to each other, which is what the answers to their question say of the two."""

from __future__ import annotations

from collections.abc import Mapping

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings.case import Case, open_case
from korpu.findings.finding import Comparison, Reason
from korpu.findings.names import same_filler
from korpu.findings.relating import other_role, relate
from korpu.kinds import kinds

AHEAD = ("plan", "target")


def compare_claims(left: Claim, right: Claim, cards: Mapping[str, SourceCard]) -> Comparison:
    """Return how two claims stand to each other; the comparison's `left` is the more exact one, or the later.

    Args:
        cards: the source cards of their documents, by document id; a document may lack one.

    >>> from korpu.claims import Value
    >>> def turnover(amount, bound):
    ...     return Claim("trade.turnover", ("PE", "UY"), {}, "2021", "stated", Value(amount, "USD", bound),
    ...         "fact", None, bound[0] * 64, 0, 9, "a quote")
    >>> compare_claims(turnover("112000000", "exact"), turnover("100000000", "over"), {}).relation
    'refines'
    """
    case = open_case((left, right), cards, None)
    if len(case.questions) > 1:
        return Comparison(left.id, right.id, "not_comparable", why_apart(left, right))
    if left.stance in AHEAD or right.stance in AHEAD:
        return _compare_ahead(left, right, case)
    match = relate(case.questions[0], left, right, case)
    first, second = (left, right) if match.forward else (right, left)
    return Comparison(first.id, second.id, match.relation, match.reason)


def _compare_ahead(left: Claim, right: Claim, case: Case) -> Comparison:
    """One aim told twice is one; another is another plan; whether one was met is not asked here."""
    if left.stance not in AHEAD or right.stance not in AHEAD:
        return Comparison(left.id, right.id, "not_comparable", Reason("not_yet_so"))
    if left.when == right.when and case.value(left) == case.value(right):
        return Comparison(left.id, right.id, "same", Reason("same_answer"))
    return Comparison(left.id, right.id, "not_comparable", Reason("another_plan"))


def why_apart(left: Claim, right: Claim) -> Reason:
    """Return why two claims answer different questions: the first thing in which these differ."""
    if left.kind != right.kind:
        return Reason("other_kind")
    if left.parties != right.parties:
        return Reason("other_parties")
    kind = kinds()[left.kind]
    for role in kind.question:
        if role in left.roles and role in right.roles:
            first, second = left.roles[role], right.roles[role]
            if not same_filler(kind, role, first, second):
                return other_role(role, first, second)
    if left.when and right.when and left.when != right.when:
        return Reason("other_time", {"first": left.when, "second": right.when})
    return Reason("told_apart_by_nothing")
