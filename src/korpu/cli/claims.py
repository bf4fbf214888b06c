"""List what the ledger holds on two states."""

from __future__ import annotations

import datetime as dt

import click

from korpu.cli import options, output


@click.command(short_help=__doc__)
@options.pair_argument
@options.kind_option
@options.as_of_option()
@options.known_at_option
@options.format_option()
@options.ledger_option
def command(
    pair: tuple[str, str],
    kind: str | None,
    as_of: str | None,
    known_at: dt.datetime | None,
    format: str,
    ledger: options.Address,
) -> None:
    """List what the ledger holds on two states, A and B.

    A state is given by its code or its name. Claims come in the order of their documents' dates, each
    with the sentence that makes it and its source. In JSON lines each has its whole id before the claim itself.

    \b
    korpu claims AZ KZ
    korpu claims AZ KZ --kind trade.turnover --format jsonl
    korpu claims AZ KZ --as-of 2015 --known-at 2024-05-03
    """
    from korpu.as_of import last_day
    from korpu.ledger.store import open_ledger

    with open_ledger(ledger, create=False) as opened:
        found = opened.claims(pair, kind, known_at, last_day(as_of))
        cards = {document.id: document.card for document in opened.documents(pair, known_at)}
    sources = {id: output.describe_source(card) for id, card in cards.items()}
    if format == "jsonl":
        output.print_lines(output.claim_with_id(claim) for claim in found)
    elif found:
        output.stdout().print(output.claims_table(found, sources=sources))
    if not found:
        of_kind = f" of the kind {kind}" if kind else ""
        output.note(
            f"The ledger holds no claim{of_kind} on {pair[0]} and {pair[1]}{output.then(as_of, known_at)}."
        )
