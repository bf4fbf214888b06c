"""Verifying: a draft's claims held against the ledger's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.verify.check import check
from korpu.verify.checked import Bearing, Checked, Evidence, Verdict
from korpu.verify.record import record_of

__all__ = ["Bearing", "Checked", "Evidence", "Verdict", "verify"]


def verify(
    draft: Sequence[Claim], claims: Iterable[Claim], cards: Mapping[str, SourceCard], as_of: str | None = None
) -> tuple[Checked, ...]:
    """Return what the ledger says of each claim of a draft, in the draft's order.

    Args:
        draft: the claims that the draft makes.
        claims: the ledger's, on the draft's states; the order changes nothing.
        cards: the source cards of the ledger's documents.
        as_of: EDTF: leave out what the ledger tells of later times than its last day.
    """
    record = record_of(claims, cards, as_of)
    return tuple(check(claim, record) for claim in draft)
