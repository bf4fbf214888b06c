"""Find the documents and claims that hold words, in whatever form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output

if TYPE_CHECKING:
    from rich.table import Table

    from korpu.ledger.search import Hit

_MOST_SENTENCES = 3
"""Sentences of a document that a table shows; JSON lines have all."""


@click.command(short_help=__doc__)
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@options.pair_option
@options.kind_option
@options.as_of_option()
@options.known_at_option
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="NUMBER",
    help="How many documents to show at most.",
)
@options.format_option()
@options.ledger_option
def command(
    words: Sequence[str],
    pair: tuple[str, str] | None,
    kind: str | None,
    as_of: str | None,
    known_at: dt.datetime | None,
    limit: int,
    format: str,
    ledger: options.Address,
) -> None:
    """Find the documents and claims that hold words, in whatever form.

    Case, endings, lost letters and script make no difference: «sefirlik», «səfirliyin» and «СӘФИРЛИК» find the
    same. Documents that hold all the words come with the sentences that do, the latest first, and with the claims
    of those sentences. With --pair or --kind: only such claims, and their documents. With --as-of: claims that tell of
    no later time, and their sentences; all else only of documents that had been published by then.

    \b
    korpu search səfirlik açılıb
    korpu search ticarət dövriyyəsi --pair AZ KZ --kind trade.turnover --format jsonl
    korpu search səfirlik --as-of 1995 --known-at 2024-05-03
    """
    from korpu.as_of import last_day
    from korpu.ledger.store import open_ledger

    with open_ledger(ledger, create=False) as opened:
        hits = opened.search(" ".join(words), pair or (), kind, known_at, limit, last_day(as_of))
    if format == "jsonl":
        output.print_lines(_lines(hits))
    elif hits:
        output.stdout().print(_table(hits))
    if not hits:
        then = output.then(as_of, known_at)
        output.note(f"Nothing in the ledger holds «{' '.join(words)}»{then}.")
    elif len(hits) == limit:
        output.note(f"These are the latest {limit:,}; --limit shows more.")


def _lines(hits: Iterable[Hit]) -> Iterable[bytes]:
    import msgspec

    for hit in hits:
        claims = [msgspec.Raw(output.claim_with_id(claim)) for claim in hit.claims]
        yield msgspec.json.encode(
            {"id": hit.document}
            | msgspec.structs.asdict(hit.card)
            | {"passages": hit.passages, "claims": claims}
        )


def _table(hits: Iterable[Hit]) -> Table:
    from rich.text import Text

    table = output.new_table()
    table.add_column("id", no_wrap=True, style="dim")
    table.add_column("published", no_wrap=True)
    table.add_column("what holds the words", overflow="fold", ratio=1)
    for hit in hits:
        shown = Text(output.describe_source(hit.card), "bold")
        for passage in hit.passages[:_MOST_SENTENCES]:
            shown.append(f"\n{' '.join(passage.quote.split())}", "not bold")
        if more := len(hit.passages) - _MOST_SENTENCES:
            shown.append(f"\n… and {more:,} more" if more > 0 else "", "not bold dim")
        for claim in hit.claims:
            shown.append(f"\nclaim {claim.id[: output.SHORT_ID]} {claim.kind}", "not bold dim")
        table.add_row(hit.document[: output.SHORT_ID], hit.card.published or "", shown)
    return table
