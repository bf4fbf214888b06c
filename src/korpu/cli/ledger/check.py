"""Check that a ledger is whole: every text, quote, id and change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from korpu.cli import options, output

if TYPE_CHECKING:
    from rich.table import Table

    from korpu.ledger.checking import Problem

_MOST_SHOWN = 100
"""Problems that a table shows; JSON lines have all."""


@click.command(short_help=__doc__)
@options.format_option()
@options.ledger_option
def command(format: str, ledger: options.Address) -> None:
    """Check that a ledger is whole: every text, quote, id and change.

    Every text is compared with its id, every claim with its id, every quote with the bounds of its text, and all else
    with the seals of the changes that recorded it; further what claims are looked up and searched by, what refers to
    what, and the file itself. Nothing is changed. Where something is wrong it is told with what to do, and the exit
    status is 1.

    \b
    korpu ledger check
    korpu ledger check --ledger postgresql://korpu@server/korpu --format jsonl
    """
    from korpu.ledger.checking import to_json
    from korpu.ledger.keeping import checking

    with checking(ledger) as check:
        problems = list(check.problems())
    if format == "jsonl":
        output.print_lines(map(to_json, problems))
    elif problems:
        output.stdout().print(_table(problems[:_MOST_SHOWN]))
    looked_at = f"{output.counted(check.documents, 'document')} and {output.counted(check.claims, 'claim')} were checked"
    if not problems:
        output.note(f"{looked_at}: the ledger is whole.")
        return
    number = "one thing is" if len(problems) == 1 else f"{len(problems):,} things are"
    output.note(f"{looked_at}: {number} wrong.")
    if format == "table":
        for remedy in dict.fromkeys(problem.remedy for problem in problems):
            places = ", ".join(sorted({problem.where for problem in problems if problem.remedy == remedy}))
            output.note(f"{places}: {remedy}")
    click.get_current_context().exit(1)


def _table(problems: list[Problem]) -> Table:
    table = output.new_table()
    table.add_column("where", no_wrap=True)
    table.add_column("which", overflow="fold", max_width=16, style="dim")
    table.add_column("what is wrong", overflow="fold", ratio=1)
    for problem in problems:
        table.add_row(problem.where, problem.subject or "", problem.what)
    return table
