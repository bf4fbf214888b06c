"""Restore a claim or a document that was withdrawn."""

from __future__ import annotations

import click

from korpu.cli import options, output


@click.command(short_help=__doc__)
@click.argument("id", metavar="ID")
@click.option("--because", metavar="REASON", help="Why, in a few words, as the log will say.")
@options.author_option
@options.ledger_option
def command(id: str, because: str | None, author: str, ledger: options.Address) -> None:
    """Restore a claim or a document that was withdrawn.

    ID is its id or the first digits of it, four or more. With a document those of its claims are restored that were
    withdrawn with it.

    \b
    korpu restore 1f3a90c2
    """
    from korpu.ledger.store import open_ledger

    with open_ledger(ledger, create=False, author=author) as opened:
        whole = opened.restore(id, because)
        what = output.describe_subject(opened.event(whole))
    output.note(f"{whole[: output.SHORT_ID]} ({what}) counts again.")
