"""How commands print: JSON lines as bytes of UTF-8, tables as wide as the terminal."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from korpu.claims import CONTRACT_FIELDS, Claim, Value
from korpu.document import SourceCard

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from korpu.ledger.changes import Change
    from korpu.ledger.history import Event

SHORT_ID = 8
"""Digits of an id that tables show; enough to tell a hundred thousand claims apart, nearly always."""

_BOUNDS = {"exact": "", "about": "about ", "over": "over ", "under": "under ", "up_to": "up to "}


FILE_COLUMNS = 100
"""How wide what is made for a terminal is in a file."""


def form_of(format: str | None, file: Path | None, suffixes: Mapping[str, str], usual: str) -> str:
    """Return the form to write in: the one given, else the one that the file's name says, else the usual one.

    >>> form_of(None, Path("a.HTML"), {".html": "html"}, "terminal"), form_of(None, None, {}, "terminal")
    ('html', 'terminal')
    """
    return format or (suffixes.get(file.suffix.lower()) if file else None) or usual


def as_text(render: Callable[[Console], None]) -> str:
    """Return what `render` prints to a console, as a text of so many columns, without colours."""
    from io import StringIO

    from rich.console import Console

    console = Console(file=StringIO(), width=FILE_COLUMNS, color_system=None)
    with console.capture() as capture:
        render(console)
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


def stdout() -> Console:
    """Return a console for answers."""
    from rich.console import Console

    return Console(highlight=False)


def stderr() -> Console:
    """Return a console for everything that is no answer: progress, notes, errors."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True)


def note(message: str) -> None:
    """Write one line to standard error."""
    click.echo(message, err=True)


def print_lines(lines: Iterable[bytes]) -> None:
    """Write JSON lines to standard output, in UTF-8 wherever it goes."""
    sys.stdout.flush()
    for line in lines:
        sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def claim_with_id(claim: Claim) -> bytes:
    """Return the claim as a line of JSON: its id first, then the contract's fields."""
    import msgspec

    return msgspec.json.encode({"id": claim.id} | {field: getattr(claim, field) for field in CONTRACT_FIELDS})


def describe_source(card: SourceCard) -> str:
    """Return what names a document in a line: its title or origin, its publisher and its date.

    >>> describe_source(SourceCard(origin="a.txt", publisher="Xəbər", published="2021"))
    'a.txt, Xəbər, 2021'
    """
    name = card.title or card.origin or "(standard input)"
    return ", ".join(part for part in (name, card.publisher, card.published) if part)


def new_table(title: str | None = None) -> Table:
    """Return an empty table in the one style that all commands share."""
    from rich import box
    from rich.table import Table

    return Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 2, 0, 0),
    )


def claims_table(
    claims: Iterable[Claim], title: str | None = None, sources: Mapping[str, str] | None = None
) -> Table:
    """Return claims as a table, each with the sentence that makes it.

    `sources` has for each document's id the words that name it; they stand after the sentence.
    """
    from rich.text import Text

    table = new_table(title)
    table.add_column("id", no_wrap=True, style="dim")
    table.add_column("when", max_width=11, overflow="fold")  # an interval breaks after its slash
    table.add_column("kind", no_wrap=True)
    table.add_column("what the document says", overflow="fold", ratio=1)
    for claim in claims:
        said = Text(describe_claim(claim))
        said.append(f"\n«{' '.join(claim.quote.split())}»", style="dim italic")
        if sources:
            said.append(f" — {sources[claim.document]}", style="dim")
        table.add_row(claim.id[:SHORT_ID], claim.when or "", claim.kind, said)
    return table


def describe_claim(claim: Claim) -> str:
    """Return the roles, value, stance and speaker of a claim in one line.

    >>> claim = Claim("trade.exports", ("CL", "NO"), {"reporter": "NO"}, "2021", "stated",
    ...               Value("4500000", "USD", "over"), "target", None, "d" * 64, 0, 1, "x")
    >>> describe_claim(claim)
    'reporter NO · over 4,500,000 USD · target'
    """
    parts = [
        f"{role} {filler if isinstance(filler, str) else ', '.join(filler)}"
        for role, filler in claim.roles.items()
    ]
    if not parts and not claim.value:
        parts = ["–".join(claim.parties)]
    if claim.value:
        parts.append(describe_value(claim.value))
    if claim.stance != "fact":
        parts.append(claim.stance)
    if claim.speaker:
        parts.append(f"says {claim.speaker}")
    return " · ".join(parts)


def then(as_of: object, known_at: object) -> str:
    """Return what is to be added where nothing was found as of some time: now there may be."""
    return " as of then" if as_of or known_at else ""


def counted(number: int, noun: str) -> str:
    """Return how many there are of something.

    >>> counted(1, "claim"), counted(1200, "claim")
    ('1 claim', '1,200 claims')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def describe_subject(event: Event) -> str:
    """Return what a change was done to: a claim by what it claims, a document by its source, entities by their names."""
    if event.claim:
        claim, parties = event.claim, "–".join(event.claim.parties)
        said = (f"{claim.kind} {parties}", claim.when, describe_claim(claim))
        return " · ".join(part for part in said if part and part != parties)
    if event.names:
        sign = " ≠ " if event.change.action == "split" else " = "
        return sign.join((", ".join(event.names), ", ".join(event.others)))
    return describe_source(event.card) if event.card else event.change.subject


def describe_withdrawal(what: str, change: Change) -> str:
    """Return that something does not count, since when, by whom and why."""
    by = f" by {change.author}" if change.author else ""
    return f"{what} does not count: it was withdrawn on {change.at:%Y-%m-%d}{by} ({change.because})."


def describe_made(what: str, change: Change) -> str:
    """Return that a person made or accepted something, who, when and why."""
    who, why = change.author or "A person", f" ({change.because})" if change.because else ""
    did = "claimed" if change.action == "assert" else "looked at and found right"
    return f"{who} {did} {what} on {change.at:%Y-%m-%d}{why}."


def describe_value(value: Value) -> str:
    """Return an amount with its bound and unit, its thousands grouped.

    >>> describe_value(Value("742613.4", None, "exact")), describe_value(Value("20", "document", "about", "30"))
    ('742,613.4 (no unit)', 'about 20–30 document')
    """
    amounts = "–".join(_grouped(amount) for amount in (value.amount, value.to) if amount is not None)
    return f"{_BOUNDS[value.bound]}{amounts} {value.unit or '(no unit)'}"


def _grouped(amount: str) -> str:
    whole, point, fraction = amount.partition(".")
    return f"{int(whole):,}{point}{fraction}"


def nothing_on(
    pair: tuple[str, str], as_of: str | None = None, known_at: dt.datetime | None = None, later: int = 0
) -> str:
    """Return the sentence that the ledger holds nothing on two states, and what to do.

    Args:
        as_of: the day that was asked about, EDTF.
        known_at: the instant of which what the ledger knew was asked, UTC.
        later: how many claims it holds that tell of later times.
    """
    from korpu.states import state_name

    first, second = (state_name(code, "en") for code in pair)
    if as_of and later:
        return (
            f"The ledger holds nothing on {first} and {second} as of {as_of}; "
            f"all its {later} claims on them tell of later times. Give a later --as-of, or none."
        )
    if known_at:
        return (
            f"The ledger held nothing on {first} and {second} at {known_at:%Y-%m-%d %H:%M:%S} UTC. "
            "`korpu log` shows when it learnt what."
        )
    return f"The ledger holds nothing on {first} and {second}. Add documents on them with `korpu add FILE`."
