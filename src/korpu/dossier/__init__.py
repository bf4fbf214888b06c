"""The dossier: findings on two states arranged for reading, as one tree of sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from korpu.as_of import is_told_by, last_day
from korpu.claims import Claim
from korpu.coverage import Coverage
from korpu.decisions import Decision
from korpu.document import SourceCard
from korpu.dossier.build import build
from korpu.dossier.tree import Dossier
from korpu.near_copies import near_copies

__all__ = ["Dossier", "build", "compose"]


def compose(
    pair: tuple[str, str],
    claims: Iterable[Claim],
    cards: Mapping[str, SourceCard],
    *,
    as_of: str | None = None,
    coverage: Mapping[str, Coverage] | None = None,
    signatures: Mapping[str, bytes] | None = None,
    prefer: str | None = None,
    decisions: Iterable[Decision] = (),
    by: str | None = None,
) -> Dossier:
    """Return the dossier on a pair of states that the claims add up to, the same whatever their order.

    Args:
        claims: claims on the pair; what is about other states is passed over.
        cards: source cards by document id; a document may lack one.
        as_of: EDTF: leave out what is told of later times than its last day.
        coverage: by document id, how many of its sentences were understood, where that is known.
        signatures: what near copies of the documents are told by (see `korpu.findings.find`).
        prefer: the rule by which one answer is shown first where sources disagree (see `korpu.findings.preference`).
        decisions: what people decided of disputes (see `korpu.findings.deciding`), in any order; it comes before the rule.
        by: only what the source or speaker of this name says (see `korpu.findings.voices`); it is not told then what the
            file lacks, as others may say it.
    """
    from korpu.findings import find
    from korpu.findings.case import published_of
    from korpu.findings.deciding import decide
    from korpu.findings.preference import prefer as preferring
    from korpu.findings.voices import claims_of
    from korpu.findings.witness import copied_documents

    day = last_day(as_of)
    told = [
        claim
        for claim in (claims if by is None else claims_of(list(claims), cards, by))
        if set(pair) <= set(claim.parties) and is_told_by(claim, published_of(claim, cards), day)
    ]
    copies = copied_documents(told) if signatures is None else near_copies(signatures)
    by_id = {claim.id: claim for claim in told}
    found = decide(find(told, cards, day, signatures), decisions, by_id, cards)
    if prefer is not None:
        found = preferring(found, prefer, by_id, cards)
    if by is not None:
        found = tuple(finding for finding in found if finding.status != "unknown")
    return msgspec.structs.replace(build(pair, told, found, cards, as_of, copies, coverage), by=by)
