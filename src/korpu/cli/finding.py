"""Finding a finding by its id. Findings are not stored: those of each pair of states are worked out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from korpu.cli import output

if TYPE_CHECKING:
    from korpu.findings import Finding
    from korpu.ledger.store import Ledger


def find_finding(
    ledger: Ledger, id: str, what: str, as_of: dt.date | None = None, known_at: dt.datetime | None = None
) -> Finding:
    """Return the finding whose id begins so, with what was decided of it.

    Args:
        id: its first hex digits, four or more.
        what: what there is none of, if there is none («finding», «claim and no finding»).

    Raises:
        NotAnId, UnknownId, AmbiguousId: see there.
    """
    from korpu.findings import find
    from korpu.findings.deciding import decide
    from korpu.ledger.errors import AmbiguousId, UnknownId
    from korpu.ledger.ids import checked_beginning

    beginning = checked_beginning(id, "finding")
    found: dict[str, Finding] = {}
    for pair in ledger.pair_claims(known_at=known_at):
        held = ledger.pair_file(pair, known_at)
        told = [
            finding
            for finding in find(held.claims, held.cards, as_of, held.signatures)
            if finding.id.startswith(beginning)
        ]
        by_id = {claim.id: claim for claim in held.claims}
        found |= {finding.id: finding for finding in decide(told, held.decisions, by_id, held.cards)}
        if beginning in found:
            return found[beginning]
    if not found:
        raise UnknownId(
            f"The ledger has no {what} whose id begins with {beginning}{output.then(as_of, known_at)}."
        )
    if len(found) > 1:
        some = ", ".join(sorted(found)[:3])
        raise AmbiguousId(
            f"More than one finding has an id that begins with {beginning} ({some}). Give more digits."
        )
    return next(iter(found.values()))
