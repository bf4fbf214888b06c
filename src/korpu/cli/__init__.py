"""The command line: `korpu COMMAND …`. Each module of this folder that defines `command` is a command."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click

from korpu.cli.folder import CommandFolder
from korpu.collecting import collect_seldom


@click.group(
    cls=CommandFolder,
    folder=Path(__file__).parent,
    package=__name__,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 done; 1 something asked for could not be done; 2 wrong use.",
)
@click.version_option(package_name="korpu", prog_name="korpu")
@click.option("--debug", is_flag=True, help="On an error, show where in the program it came from.")
def korpu(debug: bool) -> None:
    """Keep the file on relations between states.

    Documents are read into claims, each tied to the sentence that makes it, and kept in a ledger
    that forgets nothing. Nothing leaves this machine.

    \b
    korpu read article.txt         print the claims of a text
    korpu add articles/            read a folder into the ledger
    korpu claims AZ KZ             list what the ledger holds on two states
    """


def main() -> None:
    """Run the command line; does not return.

    The exit status is 0, 1 where something asked for could not be done, 2 for wrong use.
    """
    collect_seldom()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that has no «ə» shows a mark for it; it does not end the program.
            stream.reconfigure(errors="replace")
    korpu(prog_name="korpu")
