"""How the commands on ledgers say how much there is in one."""

from __future__ import annotations

from korpu.ledger.copying import Contents


def described(contents: Contents) -> str:
    """Return how much there is in a ledger.

    >>> described(Contents(documents=1200, claims=9, changes=1204))
    '1,200 documents, 9 claims and 1,204 changes'
    """
    return f"{contents.documents:,} documents, {contents.claims:,} claims and {contents.changes:,} changes"
