"""Give an account another role."""

from __future__ import annotations

from pathlib import Path

import click

from korpu.cli import output
from korpu.cli.user import asking


@click.command(short_help=__doc__)
@click.argument("name")
@click.argument("role", type=click.Choice(asking.ROLES))
@asking.accounts_option
def command(name: str, role: str, accounts: Path) -> None:
    """Give an account another role. It holds at once, for who is logged in, too.

    \b
    korpu user role Orxan editor
    """
    from korpu.accounts import open_accounts
    from korpu.accounts.account import Role

    with open_accounts(accounts) as opened:
        account = opened.set_role(name, Role(role))
    output.note(f"{account.name} is {account.role.value} now.")
