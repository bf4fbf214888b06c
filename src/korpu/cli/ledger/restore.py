"""Put a backup in a ledger's place, and keep what was there."""

from __future__ import annotations

from pathlib import Path

import click

from korpu.cli import options, output


@click.command(short_help=__doc__)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@options.ledger_option
def command(file: Path, ledger: options.Address) -> None:
    """Put a backup in a ledger's place, and keep what was there in a file beside it.

    FILE is what `korpu ledger backup` wrote. It is checked before anything is touched, and stays as it is. Who reads
    the ledger meanwhile sees what was there before, or the backup, and never a part.

    \b
    korpu ledger restore monday.sqlite
    """
    from korpu.cli.ledger.counts import described
    from korpu.ledger.keeping import restore

    restored = restore(file, ledger)
    output.note(f"{described(restored.contents)} were restored from {file}.")
    if restored.kept:
        output.note(f"What was there before is in {restored.kept}.")
