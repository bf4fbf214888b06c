"""Write docs/commands.md, the reference of the command line, from what `--help` says.

python genscripts/commands.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from korpu.cli import korpu

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
COLUMNS = 100

BEGINNING = """# Commands

What `--help` says of each command. This page is made by `make docs`; change the commands, not the page.
"""


def page() -> str:
    """Return the whole page: the command line as a whole, then each command in alphabetical order."""
    sections = (f"## {name}\n\n```text\n{text}\n```\n" for name, text in helps())
    return "\n".join([BEGINNING, *sections])


def helps() -> Iterator[tuple[str, str]]:
    """Yield each command as it is typed, and its help, as wide as the page."""
    whole = click.Context(korpu, info_name="korpu", terminal_width=COLUMNS, **korpu.context_settings)
    yield "korpu", korpu.get_help(whole)
    for name, command, context in korpu.all_commands(whole):
        yield f"korpu {name}", command.get_help(context)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
