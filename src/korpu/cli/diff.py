"""Show what a source claims differently since it was read before."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output
from korpu.errors import KorpuError, WrongUse

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from korpu.claims import Claim
    from korpu.findings.editions import Differences
    from korpu.ledger.history import Edition


@click.command(short_help=__doc__)
@click.argument("source", metavar="SOURCE")
@click.option(
    "--from", "first", type=click.IntRange(1), metavar="N", help="The edition before; the last but one."
)
@click.option("--to", "last", type=click.IntRange(1), metavar="N", help="The edition after; the last.")
@options.as_of_option()
@options.known_at_option
@options.format_option()
@options.ledger_option
def command(
    source: str,
    first: int | None,
    last: int | None,
    as_of: str | None,
    known_at: dt.datetime | None,
    format: str,
    ledger: options.Address,
) -> None:
    """Show what a source claims differently since it was read before.

    SOURCE is the address that was read, or the name given to `korpu add --source`. Claims that were added (+),
    changed (~) and dropped (-) between two editions of it; what is claimed as before at another place is the same.

    \b
    korpu diff https://example.org/relations
    korpu diff "Embassy page" --from 1 --to 3 --format jsonl
    korpu diff "Embassy page" --as-of 2015 --known-at 2024-05-03
    """
    from korpu.as_of import last_day
    from korpu.findings.editions import compare_editions
    from korpu.ledger.store import open_ledger

    with open_ledger(ledger, create=False) as opened:
        before, after = _two(opened.editions(source, known_at), source, first, last)
        for edition in (before, after):
            if withdrawal := opened.withdrawal(edition.document_id, known_at):
                output.note(output.describe_withdrawal(f"Edition {edition.number}", withdrawal))
        earlier, later = (
            opened.claims_in(edition.document_id, known_at, last_day(as_of)) for edition in (before, after)
        )
        found = compare_editions(earlier, later)
    if format == "jsonl":
        output.print_lines(_lines(found))
    else:
        _print(found, before, after)


def _two(
    editions: list[Edition], source: str, first: int | None, last: int | None
) -> tuple[Edition, Edition]:
    if len(editions) == 1 and first is last is None:
        raise KorpuError(
            f"«{source}» has said the same each time that it was read; its one edition is of "
            f"{editions[0].recorded_at:%Y-%m-%d}. `korpu add` makes another where it says something else."
        )
    by_number = {edition.number: edition for edition in editions}
    last = last or editions[-1].number
    first = first or last - 1
    for number in (first, last):
        if number not in by_number:
            raise WrongUse(
                f"There is no edition {number} of «{source}»; the ledger has those from 1 to {len(editions)}."
            )
    return by_number[first], by_number[last]


def _lines(found: Differences) -> list[bytes]:
    import msgspec

    from korpu.claims import to_json

    def line(what: str, before: Claim | None, after: Claim | None) -> bytes:
        told = {"before": before, "after": after}
        raw = {name: msgspec.Raw(to_json(claim)) for name, claim in told.items() if claim}
        return msgspec.json.encode({"what": what, **raw})

    return [
        *(line("added", None, claim) for claim in found.added),
        *(line("changed", before, after) for before, after in found.changed),
        *(line("dropped", claim, None) for claim in found.dropped),
    ]


def _print(found: Differences, before: Edition, after: Edition) -> None:
    output.note(
        f"Edition {before.number} of {before.recorded_at:%Y-%m-%d}, and edition {after.number} "
        f"of {after.recorded_at:%Y-%m-%d}: {len(found.added)} added, {len(found.changed)} changed, "
        f"{len(found.dropped)} dropped, {found.same} the same."
    )
    if found.added or found.changed or found.dropped:
        output.stdout().print(_table(found))


def _table(found: Differences) -> Table:
    from rich.text import Text

    table = output.new_table()
    table.add_column("", no_wrap=True)
    table.add_column("kind", no_wrap=True)
    table.add_column("claim", overflow="fold", ratio=1)
    rows = [("+", claim.kind, _told(claim), "green") for claim in found.added]
    rows += [
        ("~", before.kind, _told(before) + Text("\n→ ", "yellow") + _told(after), "yellow")
        for before, after in found.changed
    ]
    rows += [("-", claim.kind, _told(claim), "red") for claim in found.dropped]
    for sign, kind, told, style in rows:
        table.add_row(Text(sign, style), kind, told)
    return table


def _told(claim: Claim) -> Text:
    from rich.text import Text

    parts = [claim.when or "", output.describe_claim(claim) or "–".join(claim.parties)]
    text = Text(" · ".join(part for part in parts if part))
    text.append(f"\n«{claim.quote}»", "dim")
    return text
