"""Whether pairs of names are told to be one thing or two, on corpus/az/entities*.tsv.

    python -m bench.entities [--errors] [--raise]

Precision is of the pairs that are joined: wrong are those that name two things, or of which a careful reader would not
decide. Recall is of the pairs that are one.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections.abc import Sequence
from typing import NamedTuple, get_args

from bench.floors import Figures, hold
from bench.rows import FLOORS, Row, read_rows
from korpu.entities.context import Context, Fact
from korpu.entities.mentions import key_of_name
from korpu.entities.names import compare_names
from korpu.entities.verdict import Verdict
from korpu.kinds import EntityType

SETS = ("entities", "entities_fresh", "entities_second", "entities_third")


class Told(NamedTuple):
    """A pair of names, and what was told of it."""

    row: Row
    verdict: Verdict
    met: bool
    """Whether a ledger would compare the two: their keys are one."""

    @property
    def joined(self) -> bool:
        """Whether the two were told to be one."""
        return self.met and self.verdict.sameness == "same"


def main(arguments: list[str] | None = None) -> int:
    """Measure; return the exit status."""
    parser = argparse.ArgumentParser("python -m bench.entities", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="lift the floors")
    chosen = parser.parse_args(arguments)
    all_reached: dict[str, Figures] = {}
    for name in SETS:
        told = measure(name)
        all_reached[name] = reached = figures(told)
        print(
            f"{name:16}{len(told):5} pairs",
            *(f"{key} {share:.3f}" for key, share in reached.items()),
            sep="  ",
        )
        if chosen.errors:
            print(*map(_shown, filter(_is_wrong, told)), sep="\n")
    return hold(FLOORS, all_reached, chosen.raise_floors)


def measure(name: str) -> list[Told]:
    """Return what is told of each pair of a table."""
    return [_told(row) for row in read_rows(name)]


def figures(told: Sequence[Told]) -> Figures:
    """Return precision and recall, rounded down to three digits; and the share of pairs that are told as they are."""
    joined = [one for one in told if one.joined]
    right = sum(one.row["same"] == "yes" for one in joined)
    same = sum(one.row["same"] == "yes" for one in told)
    agreed = sum(not _is_wrong(one) for one in told)
    shares = {"precision": (right, len(joined)), "recall": (right, same), "agreed": (agreed, len(told))}
    return {name: math.floor(1000 * part / (whole or 1)) / 1000 for name, (part, whole) in shares.items()}


def context_of(text: str) -> Context:
    """Return what a cell tells of a name: `ambassador AZ>FR 2009`, `AZ-KZ 1997`, `KZ`.

    >>> context_of("ambassador AZ>FR 2009").facts
    frozenset({Fact(office='ambassador', state='AZ', host='FR', when='2009')})
    """
    office = re.search(r"\b[a-z_]{3,}\b", text)
    post = re.search(r"(?<![-\w])([A-Z]{2})(?:>([A-Z]{2}))?(?![-\w])", text)
    parties = re.search(r"\b([A-Z]{2})-([A-Z]{2})\b", text)
    when = re.search(r"(?<!\S)\d\S+", text)
    fact = Fact(
        office=office[0] if office else "",
        state=post[1] if post else "",
        host=(post[2] or "") if post else "",
        when=when[0] if when else None,
    )
    return Context(frozenset({fact} - {Fact()}), frozenset(parties.groups() if parties else ()))


def _told(row: Row) -> Told:
    (type,) = (type for type in get_args(EntityType) if type == row["type"])
    left, right = row["left"], row["right"]
    met = key_of_name(type, left) == key_of_name(type, right)
    return Told(
        row, compare_names(type, left, right, context_of(row["left_of"]), context_of(row["right_of"])), met
    )


def _is_wrong(told: Told) -> bool:
    """Whether a pair is joined that is not one, or not joined that is."""
    return told.joined != (told.row["same"] == "yes")


def _shown(told: Told) -> str:
    row, verdict, met = told
    but = f"{verdict.sameness} ({verdict.code})" if met else "never compared"
    return f"  {row['type']}: {row['left']} | {row['right']}: {row['same']}, but {but}  {row['why']}"


if __name__ == "__main__":
    sys.exit(main())
