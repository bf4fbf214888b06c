"""Write a ledger to a file as it is at this moment."""

from __future__ import annotations

from pathlib import Path

import click

from korpu.cli import options, output


@click.command(short_help=__doc__)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@options.ledger_option
def command(file: Path, ledger: options.Address) -> None:
    """Write a ledger to a file as it is at this moment. Others may go on adding to it meanwhile.

    FILE must not be there yet. It is a ledger itself, which any command reads with --ledger.

    \b
    korpu ledger backup monday.sqlite
    korpu ledger backup monday.sqlite --ledger postgresql://korpu@server/korpu
    """
    from korpu.cli.ledger.counts import described
    from korpu.ledger.keeping import backup

    output.note(f"{described(backup(ledger, file))} are in {file}.")
