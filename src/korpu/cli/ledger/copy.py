"""Copy a ledger into another file or database."""

from __future__ import annotations

import click

from korpu.cli import options, output


@click.command(short_help=__doc__)
@click.argument("source", metavar="FROM", callback=options.ledger_address)
@click.argument("target", metavar="TO", callback=options.ledger_address)
def command(source: options.Address, target: options.Address) -> None:
    """Copy a ledger into another file or database: all of it or nothing.

    FROM and TO are files or postgresql://USER@HOST/DATABASE; TO must be empty or new. Ids, times and the numbers of
    changes stay as they are, so that every answer is the same, --known-at any instant, too.

    \b
    korpu ledger copy ledger.sqlite postgresql://korpu@server/korpu
    """
    from korpu.cli.ledger.counts import described
    from korpu.ledger.keeping import copy

    output.note(f"{described(copy(source, target))} were copied to {target}.")
