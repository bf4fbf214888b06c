"""Accounts of people who use Körpü over a network: names, roles, and hashes of passwords, in a file of their own.

`open_accounts` is the one entry. The file is none of a ledger's: a ledger is copied and sent, and what people log in
with must not go with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from korpu.accounts.store import Accounts


def open_accounts(path: Path, create: bool = False) -> Accounts:
    """Return the accounts of a file; close them when done, or use them in a `with`.

    Args:
        path: the SQLite file.
        create: make the file, readable by its owner alone, where there is none.

    Raises:
        NoAccounts: there is no such file, and none was to be made.
        NotAccounts: it is another application's, a ledger, or damaged.
        AccountsOpenToAll: other users of the machine may read it.
        AccountsTooNew: a newer Körpü made it.
    """
    # SQLAlchemy is imported only where accounts are.
    from korpu.accounts.opening import opened

    return opened(path, create)
