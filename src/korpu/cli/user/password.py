"""Give an account another password."""

from __future__ import annotations

from pathlib import Path

import click

from korpu.cli import output
from korpu.cli.user import asking


@click.command(short_help=__doc__)
@click.argument("name")
@asking.password_option
@asking.accounts_option
def command(name: str, password_stdin: bool, accounts: Path) -> None:
    """Give an account another password. Whoever is logged in with it is logged out.

    \b
    korpu user password Aygün
    """
    from korpu.accounts import open_accounts

    with open_accounts(accounts) as opened:
        account = opened.require(name)
        opened.set_password(name, asking.ask_password(account.name, password_stdin))
    output.note(f"{account.name} has another password now.")
