"""Check a ledger, back it up, move it to another database."""

from __future__ import annotations

from pathlib import Path

import click

from korpu.cli.folder import CommandFolder


@click.group(cls=CommandFolder, folder=Path(__file__).parent, package=__name__, short_help=__doc__)
def command() -> None:
    """Check a ledger, back it up, move it to another database.

    \b
    korpu ledger check                     look at every text, claim and change
    korpu ledger backup monday.sqlite      write it to a file, while others go on
    """
