"""Undoing what a person made: the claim goes, and what it stood in place of comes back."""

from __future__ import annotations

from korpu.ledger.document_file import DocumentFile
from korpu.ledger.store import Ledger


def correction_of(file: DocumentFile, id: str) -> str | None:
    """Return the claim that was made in the place of one that is withdrawn, if it stands."""
    withdrawal = file.withdrawals.get(id)
    made = {change.number: change.subject for change in file.changes if change.action == "assert"}
    correction = made.get(withdrawal.of_change or 0) if withdrawal else None
    return correction if correction and correction not in file.withdrawals else None


def retract(ledger: Ledger, file: DocumentFile, id: str, because: str) -> None:
    """Withdraw a claim that a person made, and restore those in whose place it was made and that still stand withdrawn for it."""
    number = next(one.number for one in file.changes if one.action == "assert" and one.subject == id)
    replaced = [claim for claim, change in file.withdrawals.items() if change.of_change == number]
    ledger.withdraw(id, because)
    for claim in replaced:
        ledger.restore(claim, because)
