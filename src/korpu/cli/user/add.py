"""Give somebody an account."""

from __future__ import annotations

from pathlib import Path

import click

from korpu.cli import output
from korpu.cli.user import asking


@click.command(short_help=__doc__)
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice(asking.ROLES),
    default="reader",
    show_default=True,
    help="What it lets its owner do.",
)
@asking.password_option
@asking.accounts_option
def command(name: str, role: str, password_stdin: bool, accounts: Path) -> None:
    """Give somebody an account. The password is asked for, twice, and not shown.

    NAME has at most 64 characters; the log of the ledger shows it beside what its owner changes. A password has at
    least 12 characters. The name of an account that was removed may be given again.

    \b
    korpu user add Aygün --role administrator
    pwgen 20 1 | korpu user add Orxan --role editor --password-stdin
    """
    from korpu.accounts import open_accounts
    from korpu.accounts.account import Role, clean_name

    name = clean_name(name)
    with open_accounts(accounts, create=True) as opened:
        opened.check_free(name)
        account = opened.add(name, Role(role), asking.ask_password(name, password_stdin))
    output.note(f"{account.name} may log in now, as {account.role.value}.")
