"""Candidates: which of many claims may be on a draft's matter, without a look at each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from korpu.claims import Claim, RoleValue
from korpu.findings.forms import form_of, period_of
from korpu.findings.names import EXACT, same_filler
from korpu.kinds import Kind
from korpu.verify.bearing import is_of_a_period, may_be_on_same_matter


class Candidates:
    """The claims of one kind on the same states, sorted by a name that they are about, else by the period of an amount.

    Claims on one matter have names there that may be one, or one of them has none: so each name is compared once, however
    many claims have it. Nothing is passed over that a look at each would find.
    """

    def __init__(self, kind: Kind, claims: Sequence[Claim]) -> None:
        self._kind = kind
        self._claims = claims
        named = (role for role in kind.roles if role in kind.question and kind.roles[role] not in EXACT)
        self._role = next(named, None)
        self._by_name: dict[RoleValue | None, list[Claim]] = defaultdict(list)
        self._by_period: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if self._role is not None:
                self._by_name[claim.roles.get(self._role)].append(claim)
            else:
                self._by_period[self._period(claim)].append(claim)

    def on_matter_of(self, draft: Claim) -> list[Claim]:
        """Return the claims that may be on the matter of a draft's claim of the kind, as `may_be_on_same_matter` tells."""
        return [claim for claim in self._near(draft) if may_be_on_same_matter(draft, claim)]

    def _near(self, draft: Claim) -> Sequence[Claim]:
        kind = self._kind
        if kind.numbered is not None:  # those of one day are on one matter, whatever their names
            return self._claims
        if self._role is not None:
            return list(self._of_name(self._role, draft.roles.get(self._role)))
        if is_of_a_period(kind, draft) and not kind.past:
            return self._by_period.get(self._period(draft), ())
        return self._claims

    def _of_name(self, role: str, filler: RoleValue | None) -> Iterator[Claim]:
        for other, claims in self._by_name.items():
            if filler is None or other is None or same_filler(self._kind, role, filler, other):
                yield from claims

    def _period(self, claim: Claim) -> str:
        return period_of(form_of(self._kind, claim).when)
