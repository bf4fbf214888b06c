"""Show who or what changed the ledger, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from korpu.cli import options, output

if TYPE_CHECKING:
    from rich.table import Table

    from korpu.ledger.changes import Change


@click.command(short_help=__doc__)
@options.optional_pair_argument
@options.format_option()
@options.ledger_option
def command(pair: tuple[str, str] | None, format: str, ledger: options.Address) -> None:
    """Show who or what changed the ledger, when and why.

    With two states, A and B: only what was done to documents and claims on them. Times are UTC. A change that
    follows from another, as a claim's withdrawal from its document's, names that one's number.

    \b
    korpu log
    korpu log AZ KZ --format jsonl
    """
    from korpu.ledger.changes import to_json
    from korpu.ledger.store import open_ledger

    with open_ledger(ledger, create=False) as opened:
        changes = opened.log(pair or ())
    if format == "jsonl":
        output.print_lines(map(to_json, changes))
    elif changes:
        output.stdout().print(_table(changes))
    if not changes:
        output.note(
            "Nothing was done yet." if pair is None else f"Nothing was done on {pair[0]} and {pair[1]} yet."
        )


def _table(changes: list[Change]) -> Table:
    table = output.new_table()
    table.add_column("no.", justify="right", no_wrap=True, style="dim")
    table.add_column("when", no_wrap=True)
    table.add_column("who", overflow="fold")
    table.add_column("did", no_wrap=True)
    table.add_column("to", no_wrap=True)
    table.add_column("because", overflow="fold", ratio=1)
    for change in changes:
        because = change.because or ""
        if change.of_change is not None:
            because = f"{because} (with {change.of_change})".strip()
        table.add_row(
            str(change.number),
            f"{change.at:%Y-%m-%d %H:%M:%S}",
            change.author or "",
            change.action,
            change.subject[: output.SHORT_ID],
            because,
        )
    return table
