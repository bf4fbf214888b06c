"""The sides of a question: claims that give the same answer, and how the answers stand to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from korpu.claims import Claim, RoleValue, Value
from korpu.edtf import days
from korpu.findings.case import Case
from korpu.findings.dates import Match, compare_dates
from korpu.findings.finding import Comparison, Reason
from korpu.findings.names import fold, names, same_filler, stems
from korpu.findings.questions import Question
from korpu.findings.values import compare_values, exactness, write
from korpu.kinds import Answer

MOST = 40
"""Different answers up to which each is compared with each; beyond, each with the most exact one."""


class Side(msgspec.Struct, frozen=True):
    """One answer and the claims that give it, in their order; the slots that do not answer are None."""

    claims: tuple[Claim, ...]
    value: Value | None = None
    when: str | None = None
    filler: RoleValue | None = None


class Pair(msgspec.Struct, frozen=True):
    """Two sides and how they stand to each other."""

    left: Side
    right: Side
    match: Match

    def comparison(self) -> Comparison:
        """Return the pair as the comparison of the first claim of each side."""
        left, right = (self.left, self.right) if self.match.forward else (self.right, self.left)
        return Comparison(left.claims[0].id, right.claims[0].id, self.match.relation, self.match.reason)


def sides_of(question: Question, claims: Iterable[Claim], case: Case) -> tuple[Side, ...]:
    """Return the different answers that the claims give, the most exact first."""
    answer = question.kind.answer
    if answer is Answer.ROLE:
        return _by_filler(question, claims)
    found: dict[tuple[str, str], Side] = {}
    for claim in claims:
        value = case.value(claim) if answer is Answer.VALUE else None
        when = claim.when if answer is Answer.WHEN else None
        key = (write(value) if value else "", when or "")
        told = found[key].claims if key in found else ()
        found[key] = Side((*told, claim), value, when)
    return tuple(sorted(found.values(), key=side_order))


def side_order(side: Side) -> tuple[object, ...]:
    """Return a key that puts the most exact answer first, an absent one last."""
    found = days(side.when)
    width = (found.last - found.first).days if found and found.first and found.last else 10**6
    value = exactness(side.value) if side.value is not None else ()
    return side.value is None, value, width, side.when or "~", fold(", ".join(names(side.filler or ())))


def _by_filler(question: Question, claims: Iterable[Claim]) -> tuple[Side, ...]:
    """One side a name, the fullest form first; a short form that may be several stays on its own."""
    role = question.kind.answer_role or ""
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(fold(", ".join(names(claim.roles.get(role, ())))), []).append(claim)
    clusters: list[list[Claim]] = []
    by_word: dict[str, set[int]] = defaultdict(set)  # names that are one share a word at least
    for form in sorted(told, key=lambda form: (-len(form), form)):
        filler = told[form][0].roles.get(role)
        near = sorted(set().union(*(by_word[word] for word in stems(form))))
        fits = [
            number
            for number in near
            if filler is not None and _may_be(question, filler, clusters[number][0].roles.get(role))
        ]
        if len(fits) == 1:
            clusters[fits[0]].extend(told[form])
        else:
            clusters.append(list(told[form]))
        for word in stems(form):
            by_word[word].add(fits[0] if len(fits) == 1 else len(clusters) - 1)
    return tuple(Side(tuple(cluster), filler=cluster[0].roles.get(role)) for cluster in clusters)


def _may_be(question: Question, left: RoleValue, right: RoleValue | None) -> bool:
    role = question.kind.roles[question.kind.answer_role or ""]
    return right is not None and same_filler(role, left, right)


def compare_sides(left: Side, right: Side) -> Match:
    """Return how two answers to one question stand to each other."""
    if left.filler is not None and right.filler is not None:
        details = {"first": ", ".join(names(left.filler)), "second": ", ".join(names(right.filler))}
        return Match("contradicts", Reason("holders_differ", details))
    if left.value is not None and right.value is not None:
        return compare_values(left.value, right.value)
    if left.value is not None or right.value is not None:
        return Match("refines", Reason("value_missing"), forward=left.value is not None)
    return compare_dates(left.when, right.when)


def pairs_of(sides: Sequence[Side]) -> tuple[Pair, ...]:
    """Return the pairs of different answers with how they stand to each other."""
    chosen = combinations(sides, 2) if len(sides) <= MOST else ((sides[0], side) for side in sides[1:])
    return tuple(Pair(left, right, compare_sides(left, right)) for left, right in chosen)


def echoes(side: Side) -> tuple[Comparison, ...]:
    """Return comparisons that tie each further claim of the side to its first."""
    first, *rest = side.claims
    return tuple(Comparison(claim.id, first.id, "same", Reason("same_answer")) for claim in rest)


def by_unit(sides: Sequence[Side]) -> list[tuple[Side, ...]]:
    """Return the sides in groups whose amounts can be compared; sides without an amount join the first."""
    groups: dict[str, list[Side]] = {}
    for side in sides:
        if side.value is not None:
            groups.setdefault(side.value.unit or "", []).append(side)
    rest = [side for side in sides if side.value is None]
    ordered = [groups[unit] for unit in sorted(groups)] or [[]]
    ordered[0] = [*ordered[0], *rest]
    return [tuple(group) for group in ordered]
