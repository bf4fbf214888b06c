"""From the claims of one finding to its answers: who says the same, and who does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import msgspec

from korpu.claims import Claim, RoleValue, Stance, Value, WhenFrom
from korpu.document import SourceCard
from korpu.dossier.layout import ORDER
from korpu.dossier.notes import Notes
from korpu.dossier.tree import Attribution, Statement, Told
from korpu.edtf import extent, sort_key
from korpu.findings.finding import Finding
from korpu.kinds import Answer, Kind, kinds

AHEAD = ("plan", "target")


class Ground(msgspec.Struct, frozen=True):
    """What all findings of a dossier rest on.

    Attributes:
        claims: by id.
        cards: by document id; a document without a card counts as one of which nothing is known.
        amounts: by claim id, the value of each claim whose unit was worked out.
    """

    claims: Mapping[str, Claim]
    cards: Mapping[str, SourceCard]
    amounts: Mapping[str, Value]

    def value(self, claim: Claim) -> Value | None:
        """Return the claim's value, with the unit that was worked out for it, if one was."""
        return self.amounts.get(claim.id, claim.value)

    def published(self, claim: Claim) -> str | None:
        """Return when the claim's document was published, EDTF, None where that is not known."""
        card = self.cards.get(claim.document)
        return card.published if card else None

    def order(self, claim: Claim) -> tuple[tuple[str, str], str, int, str]:
        """Return a key that orders claims by publication and place, the same whatever was added first."""
        return sort_key(self.published(claim)), claim.document, claim.start, claim.id


def manner(stance: Stance) -> str:
    """Return what sort of thing is said: that it `is`, is to be (`ahead`) or is not (`denied`)."""
    return "ahead" if stance in AHEAD else "denied" if stance == "denied" else "is"


def group_answers(finding: Finding, claims: Sequence[Claim], ground: Ground) -> list[list[Claim]]:
    """Return the claims of a finding by what they answer, each group and the groups in the ground's order.

    Two claims answer alike where the findings compare them as the same, or where nothing that counts
    as an answer of their kind differs.
    """
    parent = {claim.id: claim.id for claim in claims}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    first: dict[object, str] = {}
    for claim in claims:
        parent[root(claim.id)] = root(first.setdefault(_answer(claim, ground), claim.id))
    for comparison in finding.comparisons:
        if comparison.relation == "same" and comparison.left in parent and comparison.right in parent:
            parent[root(comparison.left)] = root(comparison.right)
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=ground.order):
        groups.setdefault(root(claim.id), []).append(claim)
    return list(groups.values())


def _answer(claim: Claim, ground: Ground) -> object:
    kind = kinds().get(claim.kind)
    said: object = None
    if kind is not None and kind.answer is Answer.VALUE:
        said = ground.value(claim)
    elif kind is not None and kind.answer is Answer.WHEN:
        said = claim.when
    elif kind is not None and kind.answer is Answer.ROLE:
        said = claim.roles.get(kind.answer_role or "")
    return manner(claim.stance), said


def state(finding: Finding, claims: Sequence[Claim], ground: Ground, notes: Notes) -> Statement:
    """Return what the claims of one answer say together.

    Args:
        finding: gives the question's roles and period.
        claims: at least one, all with the same answer, in the ground's order.
    """
    kind = kinds().get(claims[0].kind)
    best = min(claims, key=lambda claim: _exactness(claim, ground))
    when = _when(finding, kind, best, claims)
    published = [date for claim in claims if (date := ground.published(claim))]
    stated = any(claim.when_from in (None, "stated", "document") for claim in claims if claim.when)
    return Statement(
        kind=claims[0].kind,
        parties=claims[0].parties,
        roles=_roles(finding, kind, claims),
        when=when,
        value=ground.value(best),
        stance=_stance(claims),
        notes=notes.refer(claims),
        when_from=None if stated or when is None else _when_from(claims),
        unit_inferred=any(claim.id in ground.amounts for claim in claims)
        and all(claim.id in ground.amounts or claim.value is None for claim in claims),
        attributions=_attributions(claims, notes),
        as_of=max(published, key=sort_key) if published else None,
        is_undated=when is None and kind is not None and kind.changes,
        told=tuple(_told(claim, ground, notes) for claim in claims),
    )


def _told(claim: Claim, ground: Ground, notes: Notes) -> Told:
    (number,) = notes.refer([claim])
    is_inferred = claim.id in ground.amounts
    return Told(claim.id, number, claim.when, ground.value(claim), claim.stance, is_inferred)


def subject_of(finding: Finding) -> Statement:
    """Return what a finding asks, as a statement that no sentence makes: the roles and the period of its question."""
    return Statement(finding.kind, finding.parties, finding.roles, finding.when, None, "fact", ())


def _exactness(claim: Claim, ground: Ground) -> tuple[bool, bool, int]:
    """Orders claims of one answer by how much they say: the amount, then the most exact date."""
    days = 10**6
    if claim.when:
        covered = extent(claim.when)
        if covered.first and covered.last:
            days = (covered.last - covered.first).days
    return ground.value(claim) is None, claim.when is None, days


def _when(finding: Finding, kind: Kind | None, best: Claim, claims: Sequence[Claim]) -> str | None:
    if kind is not None and kind.answer is not Answer.WHEN and "when" in kind.question and finding.when:
        return finding.when
    return best.when or next((claim.when for claim in claims if claim.when), None)


def _when_from(claims: Iterable[Claim]) -> WhenFrom | None:
    return next((claim.when_from for claim in claims if claim.when_from), None)


def _roles(finding: Finding, kind: Kind | None, claims: Sequence[Claim]) -> dict[str, RoleValue]:
    """Each role with its fullest filler among the claims; what only the question says, from the finding."""
    names = list(kind.roles) if kind is not None else sorted({role for c in claims for role in c.roles})
    roles: dict[str, RoleValue] = {}
    for name in names:
        fillers = [claim.roles[name] for claim in claims if name in claim.roles]
        if fillers:
            roles[name] = max(fillers, key=_fullness)
        elif name in finding.roles and (kind is None or name in kind.question):
            roles[name] = finding.roles[name]
    return roles


def _fullness(filler: RoleValue) -> tuple[int, str]:
    text = filler if isinstance(filler, str) else ", ".join(filler)
    return len(text), text


def _stance(claims: Sequence[Claim]) -> Stance:
    stances = [claim.stance for claim in claims]
    order: tuple[Stance, ...] = ("fact", "estimate", "target", "plan", "denied")
    return next(stance for stance in order if stance in stances)


def _attributions(claims: Sequence[Claim], notes: Notes) -> tuple[Attribution, ...]:
    """Speakers and estimates, with the sentences they hold of where others say it plainly."""
    found = []
    for speaker in dict.fromkeys(claim.speaker for claim in claims if claim.speaker):
        theirs = [claim for claim in claims if claim.speaker == speaker]
        found.append(Attribution(speaker=speaker, notes=_part(theirs, claims, notes)))
    estimates = [claim for claim in claims if claim.stance == "estimate"]
    if estimates:
        found.append(Attribution(stance="estimate", notes=_part(estimates, claims, notes)))
    return tuple(found)


def _part(some: Sequence[Claim], claims: Sequence[Claim], notes: Notes) -> tuple[int, ...]:
    numbers = notes.refer(some)
    return () if numbers == notes.refer(claims) else numbers


def by_kind(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the findings by kind, in the order in which kinds are read."""
    order = {name: number for number, name in enumerate((*ORDER, *(k for k in kinds() if k not in ORDER)))}
    ranked = sorted(findings, key=lambda finding: (order.get(finding.kind, len(order)), finding.kind))
    return {kind: list(found) for kind, found in groupby(ranked, key=lambda finding: finding.kind)}
