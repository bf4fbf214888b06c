"""How fast the ledger is, and how large, on both databases: made ledgers of a million claims, and what is asked of them.

    python -m bench.ledger                          a million claims on each database; some minutes
    python -m bench.ledger --claims 2000000 sqlite
    python -m bench.ledger --write                  put the figures into docs/reliability.md, a column a database and size

Prints a line for each thing measured, with its bar where there is one; the exit status is 1 where one is missed.
"""

from __future__ import annotations

import argparse
import sys

from bench.ledger import figures
from bench.ledger.parts import run_all

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; return the exit status."""
    parser = argparse.ArgumentParser(
        "python -m bench.ledger", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--claims", type=int, default=1_000_000, help="claims of the ledger that is made")
    parser.add_argument("--write", action="store_true", help="write the figures into docs/reliability.md")
    parser.add_argument(
        "databases", nargs="*", default=list(NAMES), metavar="DATABASE", help=" or ".join(NAMES)
    )
    given = parser.parse_args(arguments)
    if unknown := set(given.databases) - set(NAMES):
        parser.error(f"no database «{min(unknown)}»: give {' or '.join(NAMES)}")
    missed = False
    for name in given.databases:
        measured = []
        for one in run_all(name, given.claims):
            bar = f"{one.told_bar}{', MISSED' if one.is_missed else ''}"
            print(f"{name:11}{one.what:44}{one.told:>24}   {bar}", flush=True)
            measured.append(one)
        if given.write:
            figures.write(f"{NAMES[name]}, {given.claims:,} claims", measured)
        missed = missed or any(one.is_missed for one in measured)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
