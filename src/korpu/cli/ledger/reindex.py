"""Make again what a ledger's claims and texts are found by."""

from __future__ import annotations

import click

from korpu.cli import options, output


@click.command(short_help=__doc__)
@options.ledger_option
def command(ledger: options.Address) -> None:
    """Make again what a ledger's claims and texts are found by: parties, pairs and words.

    `korpu ledger check` says when this is of use: where the index is damaged, or where a newer Körpü knows more words.
    No text, claim or change is touched.

    \b
    korpu ledger reindex --ledger ledger.sqlite
    """
    from korpu.cli.ledger.counts import described
    from korpu.ledger.keeping import reindex

    output.note(f"{described(reindex(ledger))} are indexed.")
