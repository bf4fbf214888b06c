"""What may go wrong with accounts."""

from __future__ import annotations

from korpu.errors import KorpuError, WrongUse


class AccountError(KorpuError):
    """The accounts could not do what was asked of them."""


class NoAccounts(AccountError):
    """There is no file of accounts at that path yet."""


class NotAccounts(AccountError):
    """The file is none of accounts, or it is damaged; it was not touched."""


class AccountsOpenToAll(AccountError):
    """Other users of the machine may read the file."""


class AccountsTooNew(AccountError):
    """A newer Körpü made the file; this one does not know all of its columns."""


class Refusal(WrongUse):
    """A wish that accounts do not grant, with the reason in a sentence that can be translated."""


class BadName(Refusal):
    """A name that no account may have."""


class BadPassword(Refusal):
    """A password that would not keep anybody out, or that none can be sure to type again."""


class NameTaken(Refusal):
    """There is an account of that name, or of one that differs by capital letters alone."""


class NoSuchAccount(Refusal):
    """There is no account of that name."""


class LastAdministrator(Refusal):
    """After it nobody could give accounts to others."""
