"""Renewal: when documents come or go, the findings that they touch are found anew, and no others.

Findings depend on no claim outside their block (`korpu.findings.blocks`), so that those of the other blocks stay as they
were: to find everything anew would come to the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby

from korpu.claims import Claim
from korpu.findings import Finding, find_in_block
from korpu.findings.blocks import Block, blocks, kinds_of
from korpu.ledger.store import Ledger


def renewed(
    ledger: Ledger,
    touched: Iterable[Claim],
    as_of: dt.date | None = None,
    known_at: dt.datetime | None = None,
) -> Mapping[Block, tuple[Finding, ...]]:
    """Return all findings of each block that some claims touch, as the ledger has its claims now, or had them.

    Args:
        touched: claims that came, or that no longer stand.
        as_of, known_at: the day that is asked about, and the instant of which what the ledger knew is asked.
    """
    found: dict[Block, tuple[Finding, ...]] = {}
    for parties, wanted in groupby(sorted(blocks(touched)), key=lambda block: block.parties):
        families = {block.family for block in wanted}
        asked = [kind for family in families for kind in kinds_of(family)]
        held = ledger.block_file(parties, asked, known_at)
        told = blocks(held.claims)
        for family in sorted(families):
            block = Block(parties, family)
            found[block] = find_in_block(told.get(block, ()), held.cards, as_of, held.signatures)
    return found
