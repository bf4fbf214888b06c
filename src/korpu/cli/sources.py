"""List the documents that are in the ledger."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from korpu.ledger.documents import StoredDocument


@click.command(short_help=__doc__)
@options.as_of_option("Leave out what was published later (2022, 2022-03, 2022-03-01).")
@options.known_at_option
@options.format_option()
@options.ledger_option
def command(as_of: str | None, known_at: dt.datetime | None, format: str, ledger: options.Address) -> None:
    """List the documents that are in the ledger, by their publication dates.

    With --as-of only those that had been published by then, and those of which no date is known; with --known-at those that
    the ledger had then. Below each title stands how many of its sentences make claims, and how many were not understood
    (`korpu read --coverage` lists those). In JSON lines `length` is in characters and `recorded_at` is when the ledger learnt the document.

    \b
    korpu sources
    korpu sources --as-of 2015 --known-at 2024-05-03
    korpu sources --format jsonl
    """
    from korpu.as_of import last_day
    from korpu.ledger.store import open_ledger

    with open_ledger(ledger, create=False) as opened:
        documents = opened.documents(known_at=known_at, as_of=last_day(as_of))
    if format == "jsonl":
        output.print_lines(_line(document) for document in documents)
    elif documents:
        output.stdout().print(_table(documents))
    if not documents and (as_of or known_at):
        output.note("The ledger holds no document as of then.")
    elif not documents:
        output.note("There is no document in the ledger yet. `korpu add FILE` adds one.")


def _line(document: StoredDocument) -> bytes:
    import msgspec

    fields = msgspec.structs.asdict(document)
    card = msgspec.structs.asdict(fields.pop("card"))
    return msgspec.json.encode({"id": fields.pop("id")} | card | fields)


def _table(documents: list[StoredDocument]) -> Table:
    table = output.new_table()
    table.add_column("id", no_wrap=True, style="dim")
    table.add_column("published", no_wrap=True)
    table.add_column("document", overflow="fold", ratio=1)
    table.add_column("claims", justify="right", no_wrap=True)
    table.add_column("recorded", no_wrap=True)
    for document in documents:
        card = document.card
        table.add_row(
            document.id[: output.SHORT_ID],
            card.published or "",
            _told(document),
            f"{document.claims:,}",
            f"{document.recorded_at:%Y-%m-%d}",
        )
    return table


def _told(document: StoredDocument) -> Text:
    from rich.text import Text

    from korpu.cli.coverage import describe_coverage

    card = document.card
    text = Text(card.title or card.origin or "(standard input)")
    text.append(f"\n{card.publisher}" if card.publisher else "")
    if document.coverage:
        text.append(f"\n{describe_coverage(document.coverage)}", "dim")
    return text
