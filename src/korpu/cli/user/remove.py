"""Take somebody's account away."""

from __future__ import annotations

from pathlib import Path

import click

from korpu.cli import output
from korpu.cli.user import asking


@click.command(short_help=__doc__)
@click.argument("name")
@asking.accounts_option
def command(name: str, accounts: Path) -> None:
    """Take somebody's account away. Whoever is logged in with it is logged out.

    The name stays in the list, and in the log of what its owner changed. The only administrator's account stays.

    \b
    korpu user remove Orxan
    """
    from korpu.accounts import open_accounts

    with open_accounts(accounts) as opened:
        opened.remove(name)
    output.note(f"{name} may not log in any more.")
