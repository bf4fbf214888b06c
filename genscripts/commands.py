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

## The two times

Every question takes `--as-of D`, what held on D, and `--known-at K`, what the ledger said on K; both together are what
the ledger said on K of D. Of a date that is not a day (2022, 2022-03) the last day counts, of a day, minute or second the
last instant.

**As of** D what is told of later times is left out: by the claim's own date, an amount's by the end of its period; what
is planned, and what has no date of its own, by the publication of its document, which stays in where that is not known.

| command | `--as-of D` | `--known-at K` |
| --- | --- | --- |
| `korpu claims`, `korpu dossier`, `korpu findings` | the claims that tell of no later time, and what these add up to | the claims that the ledger had, and that were not withdrawn then |
| `korpu state` | the same; where no day is given, today, or the day of `--known-at` | the same |
| `korpu news` | what changed of what held then; where no day is given, today, or the day of `--known-at` | what the ledger said then, against what it said at `--since` |
| `korpu diff` | such claims of the two editions | the editions that the ledger had, each with its claims then |
| `korpu explain` | a finding of such claims; of a claim nothing, as how it was read is of no time | a claim that the ledger had; a finding of its claims then |
| `korpu entities` | the names in such claims, joined by all that is known | the names in its claims then, joined and parted by what had been judged |
| `korpu search` | such claims and their sentences; all else of documents that had been published | the documents and claims that it had then |
| `korpu sources` | the documents that had been published; one without a date stays in | the documents that it had, with how many of their claims counted |
| `korpu verify` | holds the draft against such claims; of the draft nothing is left out | holds it against the claims that the ledger had |
| `korpu log` | no such option: a change is of the time at which the ledger learnt it, and of no other | the changes up to then |

Commands that change the ledger (`korpu withdraw`, `korpu merge` …) or keep it (`korpu ledger check` …) are of the ledger
as it is now, and take neither.
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
