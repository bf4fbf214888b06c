"""Show where the sources on two states agree, and where they do not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, get_args

import click

from korpu.cli import options, output

if TYPE_CHECKING:
    from rich.table import Table

    from korpu.findings import Finding


def _known_status(ctx: click.Context, param: click.Parameter, name: str | None) -> str | None:
    from korpu.findings import Status

    statuses = get_args(Status)
    if name is None or name in statuses:
        return name
    raise click.BadParameter(f"there is no status «{name}». There are: {', '.join(statuses)}.", ctx, param)


@click.command(short_help=__doc__)
@options.pair_argument
@click.option(
    "--status",
    callback=_known_status,
    metavar="STATUS",
    help="Only these: single, agreed, superseded, disputed, inferred, met, missed, open or unknown.",
)
@options.kind_option
@options.as_of_option()
@options.known_at_option
@options.words_option("The language of the reasons: en or az.")
@options.format_option()
@options.ledger_option
def command(
    pair: tuple[str, str],
    status: str | None,
    kind: str | None,
    as_of: str | None,
    known_at: dt.datetime | None,
    language: str,
    format: str,
    ledger: options.Address,
) -> None:
    """Show where the sources on two states, A and B, agree, and where they do not.

    For each question that the ledger's claims answer: whether one sentence says so or several
    witnesses do, which figure is the more exact, what a later one supersedes, what is in dispute;
    further, what can be worked out, and which targets were met. Each has its reason and the ids of
    its claims.

    \b
    korpu findings AZ KZ --status disputed
    korpu findings AZ KZ --as-of 2015 --language az --format jsonl
    """
    from korpu.as_of import last_day
    from korpu.findings import find, to_json
    from korpu.findings.deciding import decide
    from korpu.ledger.store import open_ledger

    with open_ledger(ledger, create=False) as opened:
        held = opened.pair_file(pair, known_at)
    by_id = {claim.id: claim for claim in held.claims}
    every = find(held.claims, held.cards, last_day(as_of), held.signatures)
    found = [
        finding
        for finding in decide(every, held.decisions, by_id, held.cards)
        if status in (None, finding.status) and kind in (None, finding.kind)
    ]
    if format == "jsonl":
        output.print_lines(to_json(finding, language) for finding in found)
    elif found:
        output.stdout().print(findings_table(found, language))
    if not found:
        which = " ".join(
            part for part in (status, "finding", f"of the kind {kind}" if kind else None) if part
        )
        output.note(f"There is no {which} on {pair[0]} and {pair[1]}{output.then(as_of, known_at)}.")


_STYLES = {"disputed": "bold red", "missed": "red", "superseded": "dim", "agreed": "green", "met": "green"}


def findings_table(findings: list[Finding], language: str = "en") -> Table:
    """Return findings as a table, each with its reason and the claims that it rests on."""
    from rich.text import Text

    table = output.new_table()
    table.add_column("status", no_wrap=True)
    table.add_column("when", max_width=11, overflow="fold")
    table.add_column("kind", no_wrap=True)
    table.add_column("what is found", overflow="fold", ratio=1)
    for finding in findings:
        told = Text(_answer(finding))
        told.append(f"\n{finding.reason.sentence(language)}", style="italic")
        if finding.decided is not None:
            told.append(f"\n{finding.decided.reason.sentence(language)}", style="green")
        ids = " ".join(id[: output.SHORT_ID] for id in finding.claims)
        told.append(f"\nfinding {finding.id[: output.SHORT_ID]} · claims {ids}", style="dim")
        style = _STYLES.get(finding.status, "")
        table.add_row(Text(finding.status, style=style), finding.when or "", finding.kind, told)
    return table


def _answer(finding: Finding) -> str:
    """Return the roles and the amount of a finding in one line; the parties where it has neither."""
    from korpu.findings import names

    parts = [f"{role} {', '.join(names(filler))}" for role, filler in finding.roles.items()]
    if finding.value is not None:
        parts.append(output.describe_value(finding.value))
    return " · ".join(parts or ["–".join(finding.parties)])
