"""Whether pairs of claims are told to stand to each other as they do, on tests/gold/pairs.

    python -m bench.pairs [NAME] [--errors] [--raise]

`accuracy` is the share of pairs with the right relation, the right one of the two being the more exact or the later;
`sound` is the share of the pairs told to contradict each other that do.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from bench.floors import Figures, hold
from korpu.claims import Claim, Value
from korpu.document import SourceCard
from korpu.findings.comparing import compare_claims
from korpu.findings.finding import Comparison, Relation

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "pairs"
FLOORS = Path(__file__).with_name("pair_floors.toml")


class Told(msgspec.Struct):
    """One claim of a pair, as its file gives it."""

    document: str
    kind: str
    parties: tuple[str, ...]
    quote: str
    roles: dict[str, str | tuple[str, ...]] = {}
    when: str | None = None
    when_from: str = "stated"
    value: Value | None = None
    stance: str = "fact"
    speaker: str | None = None
    published: str | None = None
    publisher: str | None = None
    title: str | None = None

    def card(self) -> SourceCard:
        """Return the source card of its document."""
        return SourceCard(title=self.title, publisher=self.publisher, published=self.published)

    def claim(self, start: int) -> Claim:
        """Return the claim, as one of a document of its own name at a place of its own."""
        fields: dict[str, Any] = {
            name: getattr(self, name)
            for name in ("kind", "parties", "roles", "when", "value", "stance", "speaker", "quote")
        }
        document = hashlib.sha256(self.document.encode()).hexdigest()
        when_from: Any = self.when_from if self.when else None
        return Claim(
            **fields, when_from=when_from, document=document, start=start, end=start + len(self.quote)
        )


class Pair(msgspec.Struct):
    """Two claims and how the left one stands to the right one."""

    case: str
    relation: Relation
    left: Told
    right: Told
    why: str = ""


class Judged(NamedTuple):
    """A pair and what was told of it."""

    pair: Pair
    left: Claim
    comparison: Comparison

    @property
    def is_right(self) -> bool:
        """Whether the relation is right, and which of the two is the more exact or the later."""
        directed = self.comparison.relation in ("refines", "supersedes")
        return self.comparison.relation == self.pair.relation and (
            not directed or self.comparison.left == self.left.id
        )


def read_pairs(name: str = "*") -> Iterator[Pair]:
    """Yield the pairs of the files of that name, all of them by default."""
    for path in sorted(GOLD.glob(f"{name}.jsonl")):
        for line in path.read_bytes().splitlines():
            yield msgspec.json.decode(line, type=Pair)


def judge(pair: Pair) -> Judged:
    """Return how the findings say that the two claims stand to each other."""
    left, right = pair.left.claim(0), pair.right.claim(10_000)
    cards = {left.document: pair.left.card(), right.document: pair.right.card()}
    return Judged(pair, left, compare_claims(left, right, cards))


def figures(judged: Sequence[Judged]) -> Figures:
    """Return the accuracy, and the share of the contradictions that are ones, rounded down to three digits."""
    told = [one for one in judged if one.comparison.relation == "contradicts"]
    right = sum(one.is_right for one in judged)
    shares = {
        "accuracy": right / (len(judged) or 1),
        "sound": sum(one.is_right for one in told) / (len(told) or 1),
    }
    return {name: math.floor(1000 * share) / 1000 for name, share in shares.items()}


def main(arguments: list[str] | None = None) -> int:
    """Measure; return the exit status."""
    parser = argparse.ArgumentParser("python -m bench.pairs", description=__doc__)
    parser.add_argument("name", nargs="?", default="*", help="one file of tests/gold/pairs")
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="lift the floors")
    chosen = parser.parse_args(arguments)
    judged = [judge(pair) for pair in read_pairs(chosen.name)]
    reached = figures(judged)
    print(f"{len(judged)} pairs", *(f"{key} {share:.3f}" for key, share in reached.items()), sep="  ")
    if chosen.errors:
        print(*(_shown(one) for one in judged if not one.is_right), sep="\n")
    return hold(FLOORS, {"pairs": reached}, chosen.raise_floors) if chosen.name == "*" else 0


def _shown(judged: Judged) -> str:
    pair, told = judged.pair, judged.comparison
    turned = "" if told.left == judged.left.id else " (turned)"
    sides = "".join(
        f"\n    {side.kind} {side.roles} {side.when} {side.value and msgspec.to_builtins(side.value)} "
        f"{side.stance} published {side.published} in {side.document}"
        for side in (pair.left, pair.right)
    )
    return f"{pair.case}: {pair.relation}, told {told.relation}{turned}: {told.reason.sentence()}{sides}"


if __name__ == "__main__":
    sys.exit(main())
