"""Undoing what a person made: which claim stands in the place of one that is withdrawn."""

from __future__ import annotations

from korpu.ledger.document_file import DocumentFile


def correction_of(file: DocumentFile, id: str) -> str | None:
    """Return the claim that was made in the place of one that is withdrawn, if it stands."""
    withdrawal = file.withdrawals.get(id)
    made = {change.number: change.subject for change in file.changes if change.action == "assert"}
    correction = made.get(withdrawal.of_change or 0) if withdrawal else None
    return correction if correction and correction not in file.withdrawals else None
