"""What came of breaking something: whether the ledger opened after it, what was lost, what was said."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from korpu.claims import Claim
from korpu.errors import KorpuError
from korpu.ledger.adding import Reading
from korpu.ledger.keeping import checking
from korpu.ledger.store import open_ledger


@dataclass
class Outcome:
    """What came of one fault, in all its rounds.

    Attributes:
        broken: what was broken, and when.
        on: the database.
        rounds: how often.
        accepted: documents that had been accepted before, in all rounds.
        lost: of these, how many were gone or had other claims after it.
        failed: what should not have been, one line each: a ledger that did not open, half a document, a traceback.
        said: the sentences that people got to read, and how often.
    """

    broken: str
    on: str
    rounds: int = 0
    accepted: int = 0
    lost: int = 0
    failed: list[str] = field(default_factory=list)
    said: Counter[str] = field(default_factory=Counter)

    def tell(self, complaint: str, *secrets: str | Path) -> None:
        """Note what was said, without the ledger's address; a traceback is a failure."""
        if "Traceback" in complaint:
            self.failed.append(complaint)
        elif complaint:
            for secret in secrets:
                complaint = complaint.replace(str(secret), "LEDGER")
            complaint = re.sub(r"postgresql://\S+(?=: )", "LEDGER", complaint)
            self.said[re.sub(r'on socket "[^"]*"', "on socket …", complaint)] += 1

    def examine(self, address: str | Path, accepted: Iterable[str], known: Mapping[str, Reading]) -> None:
        """Open the ledger; note which accepted documents are not as they were made, and others that are not whole."""
        accepted = set(accepted)
        self.accepted += len(accepted)
        try:
            kept = claims_by_document(address)
        except KorpuError as error:
            self.lost += len(accepted)
            self.failed.append(f"not opened: {error}")
            return
        for id, claims in kept.items():
            if claims != {claim.id: claim for claim in known[id].claims}:
                self.failed.append(f"half a document: {id}")
        with checking(address) as check:
            self.failed += [f"the check: {problem.what}" for problem in check.problems()]
        self.lost += len(accepted - kept.keys())

    def complete(self, address: str | Path, complaint: str, known: Mapping[str, Reading]) -> None:
        """Note whether, after the same was added again, all is there."""
        if complaint:
            self.failed.append(f"adding again: {complaint}")
        missing = known.keys() - claims_by_document(address).keys()
        if missing:
            self.failed.append(f"adding again left out {len(missing)} documents")


def claims_by_document(address: str | Path) -> dict[str, dict[str, Claim]]:
    """Return every document's claims by id, of all documents of the ledger."""
    with open_ledger(address, create=False) as ledger:
        found: dict[str, dict[str, Claim]] = defaultdict(dict)
        for document in ledger.documents():
            found[document.id] = {}
        for claim in ledger.claims():
            found[claim.document][claim.id] = claim
    return found
