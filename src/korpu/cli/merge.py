"""Say that two entities are one."""

from __future__ import annotations

import sys

import click

from korpu.cli import options, output


@click.command(short_help=__doc__)
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@options.because_option
@click.option("--yes", "-y", is_flag=True, help="Do not ask, where conflicting things are known of the two.")
@options.author_option
@options.ledger_option
def command(one: str, other: str, because: str, yes: bool, author: str, ledger: options.Address) -> None:
    """Say that two entities are one.

    ID is the id of any name of each, as `korpu entities` shows it, or its first digits, four or more. Where the ledger knows
    things of the two that cannot be of one, it is asked first. `korpu split` undoes it.

    \b
    korpu merge 1f3a90c2 7be2410d --because "the ministry's page gives both names"
    """
    from korpu.ledger.errors import Conflicting
    from korpu.ledger.store import open_ledger

    with open_ledger(ledger, create=False, author=author) as opened:
        try:
            merged = opened.merge(one, other, because, anyway=yes)
        except Conflicting as error:
            if not error.may_be_forced:
                raise
            if not sys.stdin.isatty():
                raise Conflicting(f"{error} Nothing was changed; --yes joins them all the same.") from None
            click.confirm(f"{error} Are they one all the same?", abort=True, err=True)
            merged = opened.merge(one, other, because, anyway=True)
    short = merged.id[: output.SHORT_ID]
    output.note(f"{short} is one now: {', '.join(merged.spellings)}. `korpu split {short}` undoes it.")
