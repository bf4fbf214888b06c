"""The matter: a draft's claim and all that the ledger says on it, sorted by what it says and by its time."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from korpu.claims import Claim
from korpu.findings.case import Case
from korpu.findings.comparing import compare_claims
from korpu.findings.forms import is_changing
from korpu.kinds import RoleType, kinds
from korpu.verify.bearing import Standing, date_one_turn, is_on_same_matter, stand
from korpu.verify.record import Record
from korpu.verify.times import is_ahead, is_of_now, is_of_time, superseded


class Told(msgspec.Struct, frozen=True):
    """A claim of the ledger on the draft's matter.

    Attributes:
        standing: how its answer stands to the draft's.
        is_past: whether a later answer of the ledger supersedes it.
        is_timely: whether it is of the time that the draft tells of.
    """

    claim: Claim
    standing: Standing
    is_past: bool = False
    is_timely: bool = True


class Matter(msgspec.Struct, frozen=True):
    """A draft's claim and all that the ledger says on its matter.

    Attributes:
        facts: what is said to be so; `ahead` what is to be; `denials` what is said not to be so.
        ends: claims that it has ended, as the mission was closed.
    """

    draft: Claim
    facts: tuple[Told, ...]
    ahead: tuple[Told, ...]
    denials: tuple[Claim, ...]
    ends: tuple[Claim, ...]
    record: Record

    @property
    def changes(self) -> bool:
        """Whether the answer may change with time."""
        return is_changing(kinds()[self.draft.kind], self.draft.roles)

    def having(self, *standings: Standing, past: bool = False) -> list[Told]:
        """Return the facts of the draft's time whose answers stand so to the draft's, those superseded on demand."""
        return [
            told
            for told in self.facts
            if told.standing in standings and told.is_timely and told.is_past == past
        ]


def matter_of(draft: Claim, record: Record) -> Matter:
    """Return the matter of a draft's claim."""
    case = record.case
    on_it = [claim for claim in record.claims if is_on_same_matter(draft, claim)]
    facts = [claim for claim in on_it if claim.stance != "denied" and not is_ahead(claim, case)]
    changes = is_changing(kinds()[draft.kind], draft.roles)
    past = superseded(facts, case) if changes and is_of_now(draft) else frozenset()
    dated = changes and not is_of_now(draft)
    return Matter(
        draft=draft,
        facts=tuple(
            Told(claim, stand(draft, claim, record), claim.id in past, not dated or _is_timely(draft, claim, case))
            for claim in facts
        ),
        ahead=tuple(Told(claim, stand(draft, claim, record)) for claim in on_it if is_ahead(claim, case)),
        denials=tuple(claim for claim in on_it if claim.stance == "denied"),
        ends=tuple(ends_of(draft, record.claims)),
        record=record,
    )  # fmt: skip


def _is_timely(draft: Claim, told: Claim, case: Case) -> bool:
    """Whether an answer is of the time to which the draft dates its own, or dates itself what the draft dates."""
    return date_one_turn(draft, told) or is_of_time(draft, told, case)


def ends_of(draft: Claim, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that what the draft tells of has ended."""
    return [
        claim
        for claim in claims
        if claim.kind in kinds()[draft.kind].ended_by
        and claim.parties == draft.parties
        and claim.stance in ("fact", "estimate")
        and _is_end_of(claim, draft)
    ]


def _is_end_of(end: Claim, draft: Claim) -> bool:
    """Whether it is this mission that was closed; of consulates, of which there are several, the one in that town."""
    kind = kinds()[draft.kind]
    needed = {role for role, type in kind.roles.items() if type is RoleType.TERM and role in end.roles}
    several = kind.several
    if several is not None and end.roles.get(several.role) in several.terms:
        needed.add(several.by)
    both = needed | {role for role in draft.roles if role in end.roles}
    return all(role in draft.roles and draft.roles[role] == end.roles.get(role) for role in both)


def contradict(one: Claim, other: Claim, matter: Matter) -> bool:
    """Whether two facts of the ledger, both of the draft's time, cannot both be right."""
    if not matter.changes:
        return is_on_same_matter(one, other) and stand(one, other, matter.record) == "contradicts"
    if date_one_turn(one, other):
        return stand(one, other, matter.record) == "contradicts"
    if kinds()[one.kind].lasts and not is_of_now(matter.draft):
        return (
            is_of_time(one, other, matter.record.case) and stand(one, other, matter.record) == "contradicts"
        )
    return compare_claims(one, other, matter.record.case.cards).relation == "contradicts"
