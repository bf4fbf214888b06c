"""Read the ledger's texts again with the reader of now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output
from korpu.cli.progress import Progress

if TYPE_CHECKING:
    from korpu.document import Document
    from korpu.ledger.rereading import Moves
    from korpu.ledger.store import Ledger


@click.command(short_help=__doc__)
@click.argument("ids", nargs=-1, metavar="[ID…]")
@click.option("--dry-run", is_flag=True, help="Show what would move, and change nothing.")
@options.author_option
@options.ledger_option
def command(ids: Sequence[str], dry_run: bool, author: str, ledger: options.Address) -> None:
    """Read the ledger's texts again with the reader of now.

    Claims that it finds and the ledger does not have are added (+); those that it no longer makes are withdrawn (-)
    with the reader's version as the reason. What a person withdrew stays withdrawn, and what a person made or accepted stands. How much of a document was
    understood is noted where it is not what it was. Look at --dry-run first. ID is that of a document, or its first
    digits; without one all documents are read.

    \b
    korpu reread --dry-run
    korpu reread 9c2e11ab
    """
    from korpu.coverage import sum_up
    from korpu.ledger.store import open_ledger
    from korpu.reading.read import read_with_coverage

    moved: list[Moves] = []
    with open_ledger(ledger, create=False, author=author) as opened:
        chosen = list(ids) or [document.id for document in opened.documents()]
        with Progress(len(chosen)) as progress:
            for id in chosen:
                document = opened.document(id)
                claims, covered = read_with_coverage(document, document.card.language or "az")
                moves = opened.reread(document, claims, sum_up(covered), dry_run=dry_run)
                progress.advance()
                if moves.any or moves.coverage:
                    moved.append(moves)
                    progress.print(_described(opened, document, moves))
    output.note(_summary(moved, len(chosen), dry_run))


def _described(ledger: Ledger, document: Document, moves: Moves) -> str:
    from korpu.cli.coverage import describe_coverage

    name = document.card.title or document.card.origin or moves.document[: output.SHORT_ID]
    gone = [ledger.claim(id) for id in moves.gone]
    back = [ledger.claim(id) for id in moves.back]
    lines = [f"  + {claim.kind}: {claim.quote}" for claim in (*moves.new, *back)]
    lines += [f"  - {claim.kind}: {claim.quote}" for claim in gone]
    kept = [ledger.claim(id) for id in moves.kept]
    lines += [f"  = {claim.kind}, which a person made or accepted: {claim.quote}" for claim in kept]
    lines += [f"  now {describe_coverage(moves.coverage)}"] if moves.coverage else []
    return "\n".join([f"{name}: {moves.same} as before", *lines])


def _summary(moved: Sequence[Moves], documents: int, dry_run: bool) -> str:
    added = sum(len(moves.new) + len(moves.back) for moves in moved)
    gone = sum(len(moves.gone) for moves in moved)
    would = "would be" if dry_run else "were"
    read = f"{output.counted(documents, 'document')} read again"
    if not moved:
        return f"{read}: nothing moves." if dry_run else f"{read}: nothing moved."
    return f"{read}: {output.counted(added, 'claim')} {would} added and {gone:,} withdrawn, in {sum(moves.any for moves in moved):,} of them."
