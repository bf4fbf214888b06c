"""Mirror statistics: one flow of goods by the statistics of both sides, set beside each other. Never a dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

import msgspec

from korpu.claims import Claim, Value
from korpu.findings.case import Case, asserted
from korpu.findings.checks import declared
from korpu.findings.finding import Comparison, Finding, Reason
from korpu.findings.questions import claim_order
from korpu.findings.values import (
    INFINITE,
    compare_values,
    exactness,
    is_figure,
    percent_apart,
    range_of,
    write,
)
from korpu.kinds.checks import Mirror

AGREEING = ("same", "refines", "compatible")

Told = Mapping[tuple[str, tuple[str, ...], str, str], Sequence[Claim]]
"""Claims that give an amount, by kind, parties, period and whose statistics it is."""


class Facing(msgspec.Struct, frozen=True):
    """An amount by one side's statistics and that by the other's."""

    left: Claim
    right: Claim
    first: Value
    second: Value

    @property
    def agrees(self) -> bool:
        """Whether both can be right of one flow, rounding and bounds allowed for."""
        return compare_values(self.first, self.second).relation in AGREEING


def find(case: Case) -> Iterator[Finding]:
    """Find, for each flow and period of which both sides' statistics are told, how far apart these are."""
    checks = dict(declared(Mirror))
    told = _told(case, checks)
    for kind, parties, when, side in sorted(told):
        for other in parties if kind in checks and len(parties) == 2 else ():
            facing = checks[kind].kind, parties, when, other
            # Each two are looked at once, from the kind and the side that come first.
            is_first = other != side and (kind, side) < (facing[0], other)
            ours, theirs = told[kind, parties, when, side], told.get(facing, ()) if is_first else ()
            if (found := _nearest(ours, theirs, case)) is not None:
                yield _finding(found, side, other)


def _told(case: Case, checks: Mapping[str, Mirror]) -> Told:
    told: dict[tuple[str, tuple[str, ...], str, str], list[Claim]] = defaultdict(list)
    for question in case.questions:
        check = checks.get(question.kind.name)
        for claim in asserted(question.claims) if check is not None else ():
            side = claim.roles.get(check.role) if check is not None else None
            if claim.when is not None and claim.value is not None and isinstance(side, str):
                told[claim.kind, claim.parties, claim.when.rstrip("~"), side].append(claim)
    return told


def _nearest(left: Sequence[Claim], right: Sequence[Claim], case: Case) -> Facing | None:
    """Of the amounts that each side's statistics are said to be, two that agree, else the most exact ones."""
    facing = [
        Facing(a, b, first, second)
        for (a, first), (b, second) in product(_different(left, case), _different(right, case))
        if first.unit == second.unit
    ]
    return min(facing, key=lambda f: (not f.agrees, exactness(f.first), exactness(f.second)), default=None)


def _different(claims: Sequence[Claim], case: Case) -> list[tuple[Claim, Value]]:
    """The first claim that gives each amount, with the amount; without a unit nothing can be compared."""
    first: dict[str, tuple[Claim, Value]] = {}
    for claim in sorted(claims, key=claim_order):
        value = case.value(claim)
        if value is not None and value.unit is not None and range_of(value) is not None:
            first.setdefault(write(value), (claim, value))
    return list(first.values())


def _finding(found: Facing, side: str, other: str) -> Finding:
    code = "mirror_agrees" if found.agrees else "mirror_apart"
    details = {
        "side": side,
        "other": other,
        "flow": found.left.kind,
        "facing": found.right.kind,
        "first": write(found.first),
        "second": write(found.second),
        "when": (found.left.when or "").rstrip("~"),
    }
    if not found.agrees:
        details["percent"] = percent_apart(*_ends(found))
        if not all(map(is_figure, (found.first, found.second))):
            code = "mirror_far_apart"
    reason = Reason(code, details)
    comparison = Comparison(
        found.left.id, found.right.id, "compatible" if found.agrees else "not_comparable", reason
    )
    return Finding(
        kind=found.left.kind,
        parties=found.left.parties,
        roles={},
        when=details["when"],
        value=None,
        status="inferred",
        reason=reason,
        claims=tuple(sorted((found.left.id, found.right.id))),
        comparisons=(comparison,),
    )


def _ends(found: Facing) -> tuple[Decimal, Decimal]:
    """The ends of the two ranges that lie next to each other."""
    left, right = range_of(found.first), range_of(found.second)
    assert left is not None and right is not None
    low, high = sorted((left, right), key=lambda r: (r.low, r.high))
    return (low.high if low.high != INFINITE else low.low), high.low
