"""Show who or what changed the ledger, when and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from korpu.ledger.history import Event

_MOST_SHOWN = 50
"""Changes that a table shows where --limit does not say; JSON lines have all."""
_MOST_MOVED = 5
"""Claims that a table shows of those that a document's rereading moved."""


@click.command(short_help=__doc__)
@options.optional_pair_argument
@options.since_option
@options.known_at_option
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help=f"How many changes to show at most, the last ones.  [default: {_MOST_SHOWN}; in JSON lines all]",
)
@options.format_option()
@options.ledger_option
def command(
    pair: tuple[str, str] | None,
    since: dt.datetime | None,
    known_at: dt.datetime | None,
    limit: int | None,
    format: str,
    ledger: options.Address,
) -> None:
    """Show who or what changed the ledger, when and why, the last change at the end.

    With two states, A and B: only what was done to documents and claims on them, and to names in these. Times are UTC. What
    came with a change (the edition that a document is, the claims that went with it) stands with it, in JSON lines below
    it. The log is of when the ledger learnt something, not of when that held: --known-at ends it at an instant, and there
    is no --as-of.

    \b
    korpu log
    korpu log AZ KZ --since 2024-05-01 --limit 10
    korpu log --known-at 2024-05-03 --format jsonl
    """
    from korpu.ledger.changes import to_json
    from korpu.ledger.store import open_ledger

    most = limit or (_MOST_SHOWN if format == "table" else None)
    with open_ledger(ledger, create=False) as opened:
        changes = opened.log(pair or (), known_at, since, most)
        entries = _entries(opened.events(changes)) if format == "table" else []
    if format == "jsonl":
        output.print_lines(map(to_json, changes))
    elif entries:
        output.stdout().print(_table(entries))
    if not changes:
        on = f" on {pair[0]} and {pair[1]}" if pair else ""
        output.note(f"Nothing was done{on}{' in that time' if since or known_at else ' yet'}.")
    elif len(entries) == most:
        output.note(f"These are the last {most:,}; --limit shows more.")


def _entries(events: Iterable[Event]) -> list[list[Event]]:
    """Each change with what came with it, in order."""
    entries: dict[int, list[Event]] = {}
    of_document: dict[tuple[str, dt.datetime], list[Event]] = {}
    for event in events:
        change = event.change
        entry = None if change.of_change is None else entries.get(change.of_change)
        if change.action == "edition":
            entry = of_document.get((change.subject, change.at))
        if entry is None:
            entry = entries[change.number] = []
        if change.action == "add":
            of_document[change.subject, change.at] = entry
        entry.append(event)
    return list(entries.values())


def _table(entries: Iterable[Sequence[Event]]) -> Table:
    from rich.text import Text

    table = output.new_table()
    table.add_column("when, who", max_width=19, overflow="fold")
    table.add_column("did", no_wrap=True)
    table.add_column("what, and why", overflow="fold", ratio=1)
    for first, *others in entries:
        change = first.change
        when = Text(f"{change.at:%Y-%m-%d %H:%M:%S}")
        when.append(f"\n{change.author}" if change.author else "", "dim")
        did = Text(change.action)
        did.append(f"\n{change.subject[: output.SHORT_ID]}", "dim")
        table.add_row(when, did, _told(first, others))
    return table


def _told(first: Event, others: Sequence[Event]) -> Text:
    """What was changed, what came with it, and why."""
    from rich.text import Text

    change = first.change
    told = Text(output.describe_subject(first))
    details = _details(first, others)
    told.append("".join(f"\n{detail}" for detail in details), "dim")
    if change.action == "reread":
        moved = [other for other in others if other.claim]
        for other in moved[:_MOST_MOVED]:
            sign, style = ("-", "red") if other.change.action == "withdraw" else ("+", "green")
            told.append(f"\n{sign} {output.describe_subject(other)}", style)
        more = len(moved) - _MOST_MOVED
        told.append(f"\n… and {more:,} more" if more > 0 else "", "dim")
    because = change.because if change.action != "edition" else None
    told.append(f"\nbecause: {because}" if because else "", "italic")
    return told


def _details(first: Event, others: Sequence[Event]) -> tuple[str, ...]:
    """Where the claim stands; how many claims came with the document, and of what source it is an edition."""
    from korpu.render.log import came_in_words
    from korpu.render.wording.words import wording

    if first.claim:
        people = tuple(_by_people(first, others))
        return (*people, output.describe_source(first.card)) if first.card else people
    editions = [
        (event.edition, event.change.because or "")
        for event in (first, *others)
        if event.change.action == "edition" and event.edition
    ]
    return came_in_words(first.change.action, first.claims, len(others), editions, wording("en"))


def _by_people(first: Event, others: Sequence[Event]) -> Iterable[str]:
    """What a person made of a claim or a dispute, each in a few words."""
    from korpu.render.log import action_in_words, decided_in_words
    from korpu.render.wording.words import wording

    say = wording("en")
    if first.change.action in ("assert", "accept", "unaccept"):
        yield action_in_words(first.change.action, say)
        yield from (f"in place of: {output.describe_subject(other)}" for other in others if other.claim)
    if told := first.deciding:
        yield decided_in_words(len(told.claims), told.preferred is not None, told.undoes, say)
