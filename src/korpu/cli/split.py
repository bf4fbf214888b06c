"""Say that names of an entity are another's."""

from __future__ import annotations

import click

from korpu.cli import options, output


@click.command(short_help=__doc__)
@click.argument("id", metavar="ID")
@click.argument("names", nargs=-1, metavar="[NAME]…")
@options.because_option
@options.author_option
@options.ledger_option
def command(id: str, names: tuple[str, ...], because: str, author: str, ledger: options.Address) -> None:
    """Say that names of an entity are another's.

    ID is the id of any name of it, as `korpu entities` shows it, or its first digits, four or more. NAME is a spelling of it,
    or the id of a name in one document; without any, the last `korpu merge` that made the entity is undone.

    \b
    korpu split 1f3a90c2 "N. Sadvakasov" --because "that is his brother"
    korpu split 1f3a90c2 --because "merged by mistake"
    """
    from korpu.ledger.store import open_ledger

    with open_ledger(ledger, create=False, author=author) as opened:
        rest, taken = opened.split(id, names, because)
    first, second = rest.id[: output.SHORT_ID], taken.id[: output.SHORT_ID]
    output.note(
        f"{first} is {', '.join(rest.spellings)} now, and {second} is {', '.join(taken.spellings)}. "
        f"`korpu merge {first} {second}` undoes it."
    )
