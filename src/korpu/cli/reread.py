"""Read the ledger's texts again with the reader of now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from korpu.cli import options, output
from korpu.cli.progress import Progress

if TYPE_CHECKING:
    from korpu.claims import Claim
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
    with the reader's version as the reason. What a person withdrew stays withdrawn. Look at --dry-run first. ID is
    that of a document, or its first digits; without one all documents are read.

    \b
    korpu reread --dry-run
    korpu reread 9c2e11ab
    """
    from korpu.ledger.store import open_ledger

    moved: list[Moves] = []
    with open_ledger(ledger, create=False, author=author) as opened:
        chosen = list(ids) or [document.id for document in opened.documents()]
        with Progress(len(chosen)) as progress:
            for id in chosen:
                document = opened.document(id)
                moves = opened.reread(document, _read(document), dry_run)
                progress.advance()
                if moves.any:
                    moved.append(moves)
                    progress.print(_described(opened, document, moves))
    output.note(_summary(moved, len(chosen), dry_run))


def _read(document: Document) -> list[Claim]:
    from korpu.reading.read import read_document

    return read_document(document, document.card.language or "az")


def _described(ledger: Ledger, document: Document, moves: Moves) -> str:
    name = document.card.title or document.card.origin or moves.document[: output.SHORT_ID]
    gone = [ledger.claim(id) for id in moves.gone]
    back = [ledger.claim(id) for id in moves.back]
    lines = [f"  + {claim.kind}: {claim.quote}" for claim in (*moves.new, *back)]
    lines += [f"  - {claim.kind}: {claim.quote}" for claim in gone]
    return "\n".join([f"{name}: {moves.same} as before", *lines])


def _summary(moved: Sequence[Moves], documents: int, dry_run: bool) -> str:
    added = sum(len(moves.new) + len(moves.back) for moves in moved)
    gone = sum(len(moves.gone) for moves in moved)
    would = "would be" if dry_run else "were"
    read = f"{output.counted(documents, 'document')} read again"
    if not moved:
        return f"{read}: nothing moves." if dry_run else f"{read}: nothing moved."
    return f"{read}: {output.counted(added, 'claim')} {would} added and {gone:,} withdrawn, in {len(moved):,} of them."
