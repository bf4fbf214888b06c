"""Withdraw a claim or a document, so that it no longer counts."""

from __future__ import annotations

import click

from korpu.cli import options, output


@click.command(short_help=__doc__)
@click.argument("id", metavar="ID")
@options.because_option
@options.author_option
@options.ledger_option
def command(id: str, because: str, author: str, ledger: options.Address) -> None:
    """Withdraw a claim or a document, so that it no longer counts.

    ID is its id or the first digits of it, four or more. With a document all its claims are withdrawn. Nothing is
    deleted: `korpu log` shows who withdrew what and why, --known-at shows what the ledger said before, and `korpu
    restore` undoes it.

    \b
    korpu withdraw 1f3a90c2 --because "misread: the figure is of another year"
    """
    from korpu.ledger.store import open_ledger

    with open_ledger(ledger, create=False, author=author) as opened:
        whole = opened.withdraw(id, because)
        what = output.describe_subject(opened.event(whole))
    short = whole[: output.SHORT_ID]
    output.note(f"{short} ({what}) is withdrawn. `korpu restore {short}` undoes it.")
