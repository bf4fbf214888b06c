"""From one finding to one line: the answer, its rivals, what was so before, how a target came out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter

import msgspec

from korpu.claims import Claim
from korpu.dossier.notes import Notes
from korpu.dossier.statements import Ground, group_answers, manner, state
from korpu.dossier.tree import Line, Remark, Rival, Statement
from korpu.edtf import extent, sort_key
from korpu.findings.finding import Comparison, Finding, Reason, Relation
from korpu.kinds import Answer, kinds

OUTCOMES = ("met", "missed", "open", "unknown")
"""Statuses of a plan or a target; the finding also rests on what was reached."""

AGREEING: tuple[Relation, ...] = ("same", "refines", "compatible")
"""How two answers stand to each other that can both be right."""

_RANK: dict[Relation, int] = {"contradicts": 0, "not_comparable": 1, "compatible": 2, "refines": 3, "same": 4}


def is_gap(finding: Finding, ground: Ground) -> bool:
    """Whether the finding is that something is not known, and no plan of which nothing is told."""
    return finding.status == "unknown" and not is_ahead(finding, ground)


def is_ahead(finding: Finding, ground: Ground) -> bool:
    """Whether the finding is about a plan or a target."""
    return any(manner(ground.claims[id].stance) == "ahead" for id in finding.claims)


def is_answer(finding: Finding, ground: Ground) -> bool:
    """Whether the finding answers a question, and is no remark on several (a sum, a sequence, a unit) nor a gap."""
    if finding.status == "inferred" or is_gap(finding, ground):
        return False
    return {ground.claims[id].kind for id in finding.claims} == {finding.kind}


def question_of(finding: Finding) -> tuple[object, ...]:
    """Return what tells the question of a finding from others, whatever the answer."""
    kind = kinds().get(finding.kind)
    answer = kind.answer_role if kind else None
    return (
        finding.kind,
        finding.parties,
        tuple(sorted((k, v) for k, v in finding.roles.items() if k != answer)),
    )


def line_of(
    finding: Finding, ground: Ground, notes: Notes, superseded: Sequence[Finding] = ()
) -> Line | None:
    """Return the line of a finding that answers a question, None where no claim of its own is left.

    Args:
        superseded: findings on the same question that no longer hold.
    """
    claims = _own_claims(finding, ground)
    if finding.status in OUTCOMES:
        return _outcome(finding, claims, ground, notes, superseded)
    groups = group_answers(finding, claims, ground)
    if not groups:
        return None
    present, past = _split(finding, groups)
    main = _main(finding, present, ground)
    statement = state(finding, main, ground, notes)
    others = [group for group in present if group is not main]
    compared = _Compared(finding.comparisons)
    rivals = [
        _rival(finding, statement, compared.between(main, group), group, ground, notes) for group in others
    ]
    sides = _sides(compared, others, rivals)
    rivals = [msgspec.structs.replace(rival, side=side) for rival, side in zip(rivals, sides, strict=True)]
    earlier = [state(finding, group, ground, notes) for group in past]
    return Line(
        statement=statement,
        status=finding.status,
        reason=finding.reason,
        rivals=tuple(sorted(rivals, key=lambda rival: (_RANK.get(rival.relation, 5), rival.statement.notes))),
        earlier=tuple(sorted((*earlier, *_earlier(superseded, ground, notes)), key=_latest_first)),
        documents=finding.documents,
        witnesses=finding.witnesses,
        is_preferred=finding.preferred is not None,
        decided=finding.decided,
    )


def _earlier(superseded: Iterable[Finding], ground: Ground, notes: Notes) -> list[Statement]:
    return [
        state(old, group, ground, notes)
        for old in superseded
        for group in group_answers(old, _own_claims(old, ground), ground)
    ]


def _own_claims(finding: Finding, ground: Ground) -> list[Claim]:
    """The finding's claims, without the one by which a superseded finding is known to be so."""
    later: set[str] = set()
    if finding.status == "superseded":
        later = {comparison.left for comparison in finding.comparisons if comparison.relation == "supersedes"}
    return [ground.claims[id] for id in finding.claims if id not in later]


def _outcome(
    finding: Finding,
    claims: Sequence[Claim],
    ground: Ground,
    notes: Notes,
    superseded: Sequence[Finding],
) -> Line | None:
    aims = [claim for claim in claims if manner(claim.stance) == "ahead"]
    if not aims:
        return None
    statement = state(finding, sorted(aims, key=ground.order), ground, notes)
    reached = [claim for claim in sorted(claims, key=ground.order) if manner(claim.stance) != "ahead"]
    return Line(
        statement,
        finding.status,
        finding.reason,
        earlier=tuple(sorted(_earlier(superseded, ground, notes), key=_latest_first)),
        remarks=(Remark(finding.reason, notes.refer(reached), finding.status),),
        documents=finding.documents,
        witnesses=finding.witnesses,
    )


def _split(finding: Finding, groups: Sequence[list[Claim]]) -> tuple[list[list[Claim]], list[list[Claim]]]:
    """The groups that still hold, and those that a later one supersedes."""
    superseded = {
        comparison.right for comparison in finding.comparisons if comparison.relation == "supersedes"
    }
    past = [group for group in groups if any(claim.id in superseded for claim in group)]
    present = [group for group in groups if group not in past]
    return (present, past) if present else (list(groups), [])


def _main(finding: Finding, groups: Sequence[list[Claim]], ground: Ground) -> list[Claim]:
    """The group that the finding gives as its answer; else the first that says it is so, an exact amount before others."""
    kind = kinds().get(finding.kind)
    for group in groups:
        if finding.preferred in {claim.id for claim in group}:
            return group
    for group in groups:
        if kind is None or manner(group[0].stance) != "is":
            continue
        if kind.answer is Answer.VALUE and finding.value in [ground.value(claim) for claim in group]:
            return group
        if kind.answer is Answer.WHEN and finding.when in [claim.when for claim in group]:
            return group
        role = kind.answer_role or ""
        if kind.answer is Answer.ROLE and finding.roles.get(role) in [
            claim.roles.get(role) for claim in group
        ]:
            return group
    return min(groups, key=lambda group: (*_vagueness(group[0]), ground.order(group[0])))


def _vagueness(claim: Claim) -> tuple[bool, bool, int]:
    """How little exactly a claim says it: what is so before plans, exact amounts and single days first."""
    inexact = claim.value is not None and claim.value.bound != "exact"
    return manner(claim.stance) != "is", inexact, _days(claim.when)


def _days(when: str | None) -> int:
    covered = extent(when) if when else None
    if covered is None or covered.first is None or covered.last is None:
        return _NO_DAY
    return (covered.last - covered.first).days


_NO_DAY = 10**6
"""More days than any date has that is told."""


def _rival(
    finding: Finding,
    statement: Statement,
    comparison: Comparison | None,
    group: Sequence[Claim],
    ground: Ground,
    notes: Notes,
) -> Rival:
    other = state(finding, group, ground, notes)
    if comparison is not None:
        return Rival(other, comparison.relation, comparison.reason)
    if manner(other.stance) == "denied" and manner(statement.stance) == "is":
        return Rival(other, "contradicts", Reason("denied"))
    return Rival(other, "not_comparable", finding.reason)


class _Compared:
    """How claims stand to each other, by both of their ids: a finding on a hundred answers has thousands of comparisons."""

    def __init__(self, comparisons: Iterable[Comparison]) -> None:
        self._of_claim: dict[str, list[tuple[int, str, Comparison]]] = defaultdict(list)
        for place, comparison in enumerate(comparisons):
            self._of_claim[comparison.left].append((place, comparison.right, comparison))
            self._of_claim[comparison.right].append((place, comparison.left, comparison))

    def between(self, main: Sequence[Claim], group: Sequence[Claim]) -> Comparison | None:
        """Return the first comparison of a claim of the one group with one of the other."""
        fewer, more = sorted(({claim.id for claim in main}, {claim.id for claim in group}), key=len)
        found = (told for id in fewer for told in self._of_claim.get(id, ()) if told[1] in more)
        first = min(found, key=itemgetter(0), default=None)
        return None if first is None else first[2]


def _sides(
    compared: _Compared, groups: Sequence[Sequence[Claim]], rivals: Sequence[Rival]
) -> list[int | None]:
    """The side of each rival, the claims of which are at the same place of `groups` (see `Rival.side`)."""
    contrary: list[Sequence[Claim]] = []
    sides: list[int | None] = []
    for group, rival in zip(groups, rivals, strict=True):
        if rival.relation != "contradicts":
            sides.append(0 if rival.relation in AGREEING else None)
            continue
        found = (compared.between(first, group) for first in contrary)
        agrees = [one is not None and one.relation in AGREEING for one in found]
        if True not in agrees:
            contrary.append(group)
            agrees.append(True)
        sides.append(agrees.index(True) + 1)
    return sides


def _latest_first(statement: Statement) -> tuple[bool, list[int], tuple[int, ...]]:
    date = statement.when or statement.as_of
    inverted = [-ord(sign) for sign in sort_key(date)[0]] if date else []
    return date is None, inverted, statement.notes
