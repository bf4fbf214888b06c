"""What may go wrong with a ledger."""

from __future__ import annotations

from korpu.errors import KorpuError, WrongUse


class LedgerError(KorpuError):
    """The ledger could not do what was asked of it (the disk is full, another program holds it)."""


class NotALedger(LedgerError):
    """The file is another application's, or damaged; it was not touched."""


class Damaged(NotALedger):
    """What a ledger or a backup holds is not what was written to it. Nothing was changed."""


class NoLedger(LedgerError):
    """There is no ledger at that path yet."""


class LedgerReadOnly(LedgerError):
    """The ledger, or the disk it lies on, cannot be written to."""


class LedgerTooNew(LedgerError):
    """A newer Körpü made the ledger; this one does not know all of its tables."""


class QuoteMismatch(LedgerError):
    """A claim's quote is not what the document says at that place, or it is of another document.

    Nothing of the document was recorded.
    """


class TextNotStorable(LedgerError):
    """The text has a character that no database keeps (a zero character, half a surrogate pair)."""


class UnknownId(LedgerError):
    """Nothing in the ledger has an id that begins so."""


class Conflicting(LedgerError):
    """What was to be joined cannot be one, by what the ledger knows.

    Attributes:
        may_be_forced: whether a person may decide so all the same.
    """

    def __init__(self, message: str, may_be_forced: bool = False) -> None:
        super().__init__(message)
        self.may_be_forced = may_be_forced


class AmbiguousId(WrongUse):
    """More than one thing in the ledger has an id that begins so; give more digits."""


class NotAnId(WrongUse):
    """An id is hex digits, and at least four of them."""


class AlreadySo(WrongUse):
    """What was to be withdrawn is withdrawn already, or what was to be restored stands."""


class Withdrawn(WrongUse):
    """A claim that was withdrawn was to be accepted, corrected or decided on; restore it first."""


class NotAsserted(WrongUse):
    """What a person made was to be undone, and no person made it; what is misread is withdrawn."""


class NothingToDecide(WrongUse):
    """A decision is on two claims or more, of the same two states, and prefers one of them or none."""


class NoWords(WrongUse):
    """There is no word to search for."""


class NotEmpty(LedgerError):
    """What a ledger is to be copied to holds something already; it was not touched."""


class DocumentWithdrawn(WrongUse):
    """A document that was withdrawn was to be read again, or a claim of it to count; restore it first."""
