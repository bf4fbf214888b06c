"""What is measured on rows made by hand (corpus/az/*.tsv): the share that is right, in all and by class, with floors."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.documents import ROOT
from bench.floors import Figures, hold

FLOORS = Path(__file__).with_name("row_floors.toml")

Row = dict[str, str]


class Outcome(NamedTuple):
    """What became of one thing that was asked: its class, whether it is right, and what to show if it is not."""

    sort: str
    right: bool
    shown: str


def read_rows(name: str) -> list[Row]:
    """Return the rows of `corpus/az/NAME.tsv`, each a mapping of the header's columns to cells."""
    lines = (ROOT / "corpus" / "az" / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    header, *rows = [line.split("\t") for line in lines if line and line[0] != "#"]
    return [dict(zip(header, row + [""] * (len(header) - len(row)), strict=True)) for row in rows]


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Return the share that is right of each class and of `all`, rounded down to three digits.

    A class with an underscore (`when_from`) asks more of what is right already, and is no part of `all`.

    >>> figures([Outcome("day", True, ""), Outcome("month", False, "")])
    {'all': 0.5, 'day': 1.0, 'month': 0.0}
    """
    classes = dict.fromkeys(outcome.sort for outcome in outcomes)
    shares = {"all": [outcome.right for outcome in outcomes if "_" not in outcome.sort]}
    shares |= {sort: [outcome.right for outcome in outcomes if outcome.sort == sort] for sort in classes}
    return {sort: math.floor(1000 * sum(right) / len(right)) / 1000 for sort, right in shares.items()}


def run(name: str, measure: Callable[[], list[Outcome]], about: str, arguments: list[str] | None) -> int:
    """Measure, print and hold against the floors; return the exit status of the command `bench.NAME`."""
    parser = argparse.ArgumentParser(f"python -m bench.{name}", description=about)
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="lift the floors")
    chosen = parser.parse_args(arguments)
    outcomes = measure()
    reached = figures(outcomes)
    for sort, share in reached.items():
        number = sum(sort == o.sort or (sort == "all" and "_" not in o.sort) for o in outcomes)
        print(f"{name + ': ' + sort:28}{number:6}{share:8.3f}")
    if chosen.errors:
        print(
            *(f"{o.sort:14}{o.shown}" for o in outcomes if not o.right and not o.sort.startswith("case_")),
            sep="\n",
        )
    return hold(FLOORS, {name: reached}, chosen.raise_floors)
