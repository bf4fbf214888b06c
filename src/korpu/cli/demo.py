"""Try Körpü on the documents that ship with it."""

from __future__ import annotations

from pathlib import Path

import click

from korpu.cli import options, output

PAIR = ("AZ", "KZ")


# Not `options.ledger_option`: the samples are invented, and must not get into one's own ledger unasked.
@click.command(short_help=__doc__)
@click.option(
    "--ledger",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("demo.ledger"),
    show_default=True,
    help="Where to keep the ledger of samples.",
)
@click.pass_context
def command(ctx: click.Context, ledger: Path) -> None:
    """Try Körpü on the documents that ship with it.

    Reads twelve sample documents (invented, in Azerbaijani) into a ledger of their own and prints the
    dossier of Azerbaijan and Kazakhstan. The ledger stays, to try the other commands on.

    \b
    korpu demo
    korpu claims AZ KZ --ledger demo.ledger
    """
    import korpu
    from korpu.cli import dossier
    from korpu.cli.progress import Progress
    from korpu.coverage import sum_up
    from korpu.reading.read import read_with_coverage
    from korpu.sources.samples import read_samples

    samples = read_samples()
    with korpu.open_ledger(ledger, author=options.user_name()) as opened, Progress(len(samples)) as progress:
        for document in samples:
            claims, covered = read_with_coverage(document)
            opened.add(document, claims, sum_up(covered))
            progress.advance()
    ctx.invoke(dossier.command, pair=PAIR, ledger=ledger)
    output.note(f"\nThe samples are in {ledger}. Go on with it:")
    output.note(f"  korpu dossier {' '.join(PAIR)} --language en --ledger {ledger}")
    output.note(f"  korpu state {' '.join(PAIR)} --language en --ledger {ledger}")
    output.note(f"  korpu findings {' '.join(PAIR)} --status disputed --ledger {ledger}")
