"""The record: the ledger's claims as a draft is held against them, with what holds of them all worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from korpu.as_of import is_told_by, last_day
from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings.case import Case, open_case, published_of
from korpu.findings.folding import fold
from korpu.findings.names import names
from korpu.kinds import RoleType, kinds


class Record(msgspec.Struct, frozen=True):
    """The ledger's claims on a draft's states.

    Attributes:
        claims: in the order of their documents and places.
        case: those of amounts, opened as a case: it gives units that were worked out, and of all dates of publication.
        towns: the names of places in the roles of the claims, folded.
    """

    claims: tuple[Claim, ...]
    case: Case
    towns: frozenset[str]

    def towns_in(self, claim: Claim) -> frozenset[str]:
        """Return the known places that a claim's sentence names, in whatever case they stand."""
        words = f" {fold(claim.quote)}"
        return frozenset(town for town in self.towns if f" {town}" in words)


def record_of(claims: Iterable[Claim], cards: Mapping[str, SourceCard], as_of: str | None = None) -> Record:
    """Return the record of claims, the same whatever their order.

    Args:
        as_of: EDTF: leave out what tells of later times than its last day.
    """
    day = last_day(as_of)
    each = {claim.id: claim for claim in claims if is_told_by(claim, published_of(claim, cards), day)}
    told = tuple(sorted(each.values(), key=_order))
    towns = {fold(name) for claim in told for name in _places(claim)}
    # Of units only, which are worked out from amounts; whether documents copy each other, no verdict asks.
    case = open_case([one for one in told if one.value], cards, None, {})
    return Record(told, case, frozenset(towns - {""}))


def with_claims(record: Record, claims: Iterable[Claim], cards: Mapping[str, SourceCard]) -> Record:
    """Return a record of fewer claims, with the source cards of their documents; what was worked out of all stays."""
    told = tuple(sorted(claims, key=_order))
    return Record(told, msgspec.structs.replace(record.case, cards=cards), record.towns)


def _order(claim: Claim) -> tuple[str, int, str]:
    return claim.document, claim.start, claim.id


def _places(claim: Claim) -> Iterable[str]:
    kind = kinds().get(claim.kind)
    for role, filler in claim.roles.items():
        if kind is not None and kind.roles.get(role) is RoleType.PLACE:
            yield from names(filler)
