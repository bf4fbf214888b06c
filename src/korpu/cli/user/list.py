"""List the accounts and their roles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output
from korpu.cli.user import asking

if TYPE_CHECKING:
    from rich.table import Table

    from korpu.accounts.account import Account


@click.command(short_help=__doc__)
@options.format_option()
@asking.accounts_option
def command(format: str, accounts: Path) -> None:
    """List the accounts and their roles, those that were removed, too.

    \b
    korpu user list
    korpu user list --format jsonl
    """
    import msgspec

    from korpu.accounts import open_accounts

    with open_accounts(accounts) as opened:
        listed = opened.list()
    if format == "jsonl":
        output.print_lines(map(msgspec.json.encode, listed))
    elif listed:
        output.stdout().print(_table(listed))
    else:
        output.note("There are no accounts. `korpu user add NAME` makes one.")


def _table(accounts: Iterable[Account]) -> Table:
    from rich.text import Text

    table = output.new_table()
    for heading in ("name", "role", "since", ""):
        table.add_column(heading, overflow="fold")
    for account in accounts:
        removed = "" if account.is_active else "removed"
        table.add_row(Text(account.name), account.role.value, f"{account.made_at:%Y-%m-%d}", removed)
    return table
