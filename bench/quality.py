"""How well Körpü reads: its claims against the gold claims, and against the floors of floors.toml.

    python -m bench.quality [SET…] [--errors [--kind KIND]] [--raise]

The sets are `samples` (the documents that ship with Körpü) and those of corpus/az: `develop`, `short` (texts of a
sentence or a few), `empty` (documents that make no claim), and `test`, of which only totals are shown. The exit
status is 1 where a figure sinks under its floor. `--raise` lifts each floor to what is measured now; a floor is
lowered by hand.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import korpu
from bench.documents import read_labelled
from bench.floors import Figures, hold
from bench.score import Comparison, Counts, compare
from korpu.claims import to_json

SETS = ("samples", "develop", "short", "empty", "test")
UNSEEN = ("test",)
"""Looked at only as totals, so that no rule is written for their documents."""

FLOORS = Path(__file__).with_name("floors.toml")


def main(arguments: list[str] | None = None) -> int:
    """Measure the sets that were asked for; return the exit status."""
    chosen = _parse(arguments)
    reached: dict[str, Figures] = {}
    for name in chosen.sets or SETS:
        comparisons = measure(name)
        reached[name] = figures(name, comparisons)
        print(*table(name, comparisons, reached[name]), sep="\n", end="\n\n")
        if chosen.errors and name not in UNSEEN:
            print(*_errors(comparisons, chosen.kind), sep="\n", end="\n\n")
    return hold(FLOORS, reached, chosen.raise_floors)


def measure(name: str) -> dict[str, Comparison]:
    """Read the documents of a set and compare what they claim with their gold, by the document's name."""
    comparisons = {}
    for one in read_labelled(name):
        card = one.document.card
        claims = korpu.read(one.document.text, published=card.published, url=card.url)
        comparisons[one.name] = compare([json.loads(to_json(claim)) for claim in claims], one.gold)
    return comparisons


def figures(name: str, comparisons: Mapping[str, Comparison]) -> Figures:
    """Return what floors are set for, rounded down to three digits.

    `silent` is the share of documents about which nothing wrong is claimed; it is all that is measured of
    documents without claims.
    """
    kinds = count_kinds(comparisons.values())
    total = sum(kinds.values(), Counts())
    silent = sum(not comparison.wrong for comparison in comparisons.values()) / len(comparisons)
    reached = {"silent": silent}
    if total.found or total.missed:
        reached = {"precision": total.precision, "recall": total.recall, "f1": total.f1}
        reached["slots"] = total.slot_share
        if name not in UNSEEN:
            reached |= {kind: counts.f1 for kind, counts in kinds.items() if counts.found}
    return {figure: math.floor(value * 1000) / 1000 for figure, value in reached.items()}


def count_kinds(comparisons: Iterable[Comparison]) -> dict[str, Counts]:
    """Return the counts of all documents together by kind, kinds in alphabetical order."""
    kinds: dict[str, Counts] = {}
    for comparison in comparisons:
        for kind, counts in comparison.by_kind().items():
            kinds[kind] = kinds.get(kind, Counts()) + counts
    return dict(sorted(kinds.items()))


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    about, _, more = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        "python -m bench.quality", description=about, epilog=more.partition("\n\n")[2]
    )
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"{', '.join(SETS)}; all where none is named")
    parser.add_argument("--errors", action="store_true", help="list each missed and each wrong claim")
    parser.add_argument("--kind", default="", help="only of the kinds whose names begin so")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="lift the floors")
    return parser.parse_args(arguments)


def table(name: str, comparisons: Mapping[str, Comparison], reached: Figures) -> Iterable[str]:
    """Yield the lines of a set's table: each kind (of unseen documents none), all, and the figures."""
    kinds = count_kinds(comparisons.values())
    yield f"{name + f' ({len(comparisons)} documents)':30}{'found':>7}{'missed':>8}{'wrong':>7}{'f1':>8}"
    for kind, counts in kinds.items() if name not in UNSEEN else ():
        yield f"  {kind:28}{counts.found:7}{counts.missed:8}{counts.wrong:7}{counts.f1:8.3f}"
    total = sum(kinds.values(), Counts())
    yield f"  {'all':28}{total.found:7}{total.missed:8}{total.wrong:7}{total.f1:8.3f}"
    yield "  " + "  ".join(
        f"{figure} {value:.3f}" for figure, value in reached.items() if figure not in kinds
    )


def _errors(comparisons: Mapping[str, Comparison], kind: str) -> Iterable[str]:
    for name, comparison in comparisons.items():
        for what, claims in (("missed", comparison.missed), ("wrong", comparison.wrong)):
            for claim in claims:
                if claim["kind"].startswith(kind):
                    yield f"{what:8}{name}: {_line(claim)}"


def _line(claim: Mapping[str, Any]) -> str:
    """Return a claim as a reader of errors wants it: what it says, then, indented, the sentence that says it."""
    said = {slot: claim.get(slot) for slot in ("roles", "when", "value", "speaker") if claim.get(slot)}
    if claim.get("stance", "fact") != "fact":
        said["stance"] = claim["stance"]
    slots = " ".join(f"{slot}={json.dumps(value, ensure_ascii=False)}" for slot, value in said.items())
    return f"{claim['kind']} {'–'.join(claim['parties'])} {slots}\n            {claim.get('quote', '')}"


if __name__ == "__main__":
    sys.exit(main())
