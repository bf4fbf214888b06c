"""Decide which of rival answers is preferred, or that both stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from korpu.cli import options, output
from korpu.cli.finding import find_finding
from korpu.errors import KorpuError, WrongUse

if TYPE_CHECKING:
    from korpu.findings import Finding


@click.command(short_help=__doc__)
@click.argument("id", metavar="FINDING")
@click.option("--prefer", metavar="CLAIM", help="The answer of this claim of the finding is to stand first.")
@click.option("--both", is_flag=True, help="No answer is preferred: both sides stay as they are.")
@click.option("--undo", is_flag=True, help="Undo what was decided of it last.")
@options.because_option
@options.author_option
@options.ledger_option
def command(
    id: str,
    prefer: str | None,
    both: bool,
    undo: bool,
    because: str,
    author: str,
    ledger: options.Address,
) -> None:
    """Decide which of rival answers is preferred, or that both stay.

    FINDING is the id of a disputed finding, as `korpu findings` shows it, or its first digits, four or more. Both sides stay
    shown, and the finding stays disputed: the answer that is preferred stands first, with who decided, when and why. When a
    new source contradicts, it is open again.

    \b
    korpu decide 7be2410d --prefer 1f3a90c2 --because "the ministry's own figure"
    korpu decide 7be2410d --both --because "mirror statistics, each right for its side"
    korpu decide 7be2410d --undo --because "the ministry corrected its page"
    """
    from korpu.ledger.store import open_ledger

    if [prefer is not None, both, undo].count(True) != 1:
        raise click.UsageError("Give one of --prefer CLAIM, --both and --undo.")
    with open_ledger(ledger, create=False, author=author) as opened:
        finding = find_finding(opened, id, "finding")
        short = finding.id[: output.SHORT_ID]
        if undo:
            opened.undecide(_decided(finding), because)
            output.note(f"What was decided of {short} is undone.")
            return
        if finding.status != "disputed":
            raise WrongUse(
                f"The finding {short} is not disputed but {finding.status}: there is nothing to decide."
            )
        chosen = None if prefer is None else _claim_of(finding, prefer)
        opened.decide(finding.claims, because, chosen)
        first = opened.claim(chosen).quote if chosen else None
    what = f"this stands first: {' '.join(first.split())}" if first else "both sides stay"
    output.note(f"Of {short} it is decided; {what} `korpu decide {short} --undo --because …` undoes it.")


def _decided(finding: Finding) -> int:
    """The number of what was decided of the finding last."""
    if finding.decided is None:
        raise KorpuError(
            f"Nothing was decided of the finding {finding.id[: output.SHORT_ID]}; there is nothing to undo."
        )
    return finding.decided.decision.number


def _claim_of(finding: Finding, beginning: str) -> str:
    """The whole id of the finding's claim whose id begins so."""
    from korpu.ledger.ids import checked_beginning

    beginning = checked_beginning(beginning, "claim")
    found = [id for id in finding.claims if id.startswith(beginning)]
    if len(found) != 1:
        claims = ", ".join(id[: output.SHORT_ID] for id in finding.claims)
        problem = "none" if not found else "more than one"
        raise WrongUse(
            f"Of the finding's claims {problem} has an id that begins with {beginning}. They are: {claims}."
        )
    return found[0]
