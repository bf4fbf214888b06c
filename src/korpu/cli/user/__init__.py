"""Say who may use Körpü over a network: accounts and their roles."""

from __future__ import annotations

from pathlib import Path

import click

from korpu.cli.folder import CommandFolder


@click.group(cls=CommandFolder, folder=Path(__file__).parent, package=__name__, short_help=__doc__)
def command() -> None:
    """Say who may use Körpü over a network: accounts and their roles.

    A reader reads and verifies, an editor adds and corrects, too, an administrator also gives accounts to others. They
    are kept in a file of their own, and not in the ledger, which is copied and sent.

    \b
    korpu user add Aygün --role administrator     the password is asked for
    korpu user list
    """
