"""Tables without units: the unit is worked out from a figure that says it and answers the same question."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from korpu.claims import Claim, Value
from korpu.families import Families
from korpu.findings.finding import Comparison, Finding, Reason
from korpu.findings.questions import Question, claim_order
from korpu.findings.values import decimal, is_rounded, percent_apart, scaled, write

if TYPE_CHECKING:
    from korpu.findings.case import Case

SCALES = (1, 1_000, 1_000_000)
"""What the figures of a table may be counted in."""

NEAREST = 4
"""Figures on either side of the table's that are held against it: a fit is never farther off than they are."""

_FIGURES = ("exact", "about")


class Anchor(msgspec.Struct, frozen=True):
    """A figure with its unit that fits a figure of the table once that is multiplied by `scale`."""

    question: Question
    figure: Claim
    anchor: Claim
    unit: str
    scale: int


class Table(msgspec.Struct, frozen=True):
    """The claims that one table without units makes.

    Attributes:
        anchors: what its figures were held against; empty where nothing fits.
        unit, scale: what one of its figures counts; None and 1 where no anchor fits or two disagree.
    """

    claims: tuple[Claim, ...]
    anchors: tuple[Anchor, ...]
    unit: str | None
    scale: int


def tables(questions: Sequence[Question]) -> tuple[Table, ...]:
    """Return the tables without units among the claims on the questions, with what could be worked out."""
    anchors: dict[str, list[Anchor]] = defaultdict(list)
    bare: list[Claim] = []
    for question in questions:
        figures = [claim for claim in question.claims if _is_figure(claim)]
        bare += [claim for claim in figures if claim.value is not None and claim.value.unit is None]
        for anchor in _anchors(question, figures):
            anchors[anchor.figure.id].append(anchor)
    return tuple(
        _table(claims, [anchor for claim in claims for anchor in anchors[claim.id]])
        for claims in _joined(bare)
    )


def _is_figure(claim: Claim) -> bool:
    return (
        claim.stance in ("fact", "estimate")
        and claim.value is not None
        and decimal(claim.value.amount) is not None
    )


def _anchors(question: Question, figures: Sequence[Claim]) -> Iterator[Anchor]:
    """Figures of one period that fit each other: without a period, nothing says that they are of one time."""
    with_unit: dict[tuple[str, str], list[tuple[Decimal, str, Claim]]] = defaultdict(list)
    for claim in figures:
        if claim.when is not None and claim.value is not None and claim.value.unit is not None:
            told = (Decimal(claim.value.amount), claim.id, claim)
            with_unit[claim.when, claim.value.unit].append(told)
    for told_of in with_unit.values():
        told_of.sort(key=lambda told: told[:2])
    for bare in figures:
        if bare.value is None or bare.value.unit is not None:
            continue
        for (when, unit), told_of in sorted(with_unit.items()) if bare.when is not None else ():
            for scale in SCALES if when == bare.when else ():
                for other in _nearest(told_of, Decimal(bare.value.amount) * scale):
                    if _fits(bare.value, scale, other.value):
                        yield Anchor(question, bare, other, unit, scale)


def _nearest(told: Sequence[tuple[Decimal, str, Claim]], amount: Decimal) -> list[Claim]:
    place = bisect_left(told, amount, key=lambda item: item[0])
    return [claim for _, _, claim in told[max(place - NEAREST, 0) : place + NEAREST]]


def _fits(bare: Value, scale: int, anchor: Value | None) -> bool:
    """Whether the bare figure, so scaled, is the anchor but for rounding."""
    if anchor is None or bare.to or anchor.to or bare.bound not in _FIGURES or anchor.bound not in _FIGURES:
        return False
    figure, known = Decimal(scaled(bare, "", scale).amount), Decimal(anchor.amount)
    return is_rounded(figure, known) or is_rounded(known, figure)


def _joined(bare: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Claims of one table: kinds that share a row of a document, and all rows of those kinds in it."""
    families: Families[tuple[str, ...]] = Families()
    for claim in bare:
        families.join((claim.document, claim.kind), (claim.document, f"{claim.start}-{claim.end}"))
    found: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(bare, key=claim_order):
        found[families.root((claim.document, claim.kind))].append(claim)
    return [tuple(claims) for _, claims in sorted(found.items())]


def _table(claims: tuple[Claim, ...], anchors: Sequence[Anchor]) -> Table:
    answers = {(anchor.unit, anchor.scale) for anchor in anchors}
    unit, scale = answers.pop() if len(answers) == 1 else (None, 1)
    return Table(claims, tuple(anchors), unit, scale)


def find(case: Case) -> Iterator[Finding]:
    """Find the unit of each table without one that a figure with a unit gives away."""
    for table in case.tables:
        if table.unit is not None:
            yield _finding(table, table.unit)


def _finding(table: Table, unit: str) -> Finding:
    first = min(table.anchors, key=lambda anchor: (claim_order(anchor.figure), claim_order(anchor.anchor)))
    assert first.figure.value is not None and first.anchor.value is not None
    figure = scaled(first.figure.value, unit, table.scale)
    details = {
        "figure": first.figure.value.amount,
        "anchor": write(first.anchor.value),
        "one": write(Value(str(table.scale), unit, "exact")),
        "when": first.figure.when or "",
        "percent": percent_apart(Decimal(figure.amount), Decimal(first.anchor.value.amount)),
        "count": str(len(table.claims)),
    }
    claims = {*(claim.id for claim in table.claims), *(anchor.anchor.id for anchor in table.anchors)}
    return Finding(
        kind=first.question.kind.name,
        parties=first.question.parties,
        roles={},
        when=None,
        value=Value(str(table.scale), unit, "exact"),
        status="inferred",
        reason=Reason("unit_inferred", details),
        claims=tuple(sorted(claims)),
        comparisons=tuple(
            Comparison(anchor.figure.id, anchor.anchor.id, "refines", Reason("unit_fits", details | {
                "figure": anchor.figure.value.amount if anchor.figure.value else "",
                "anchor": write(anchor.anchor.value) if anchor.anchor.value else "",
            }))
            for anchor in sorted(table.anchors, key=lambda a: (claim_order(a.figure), claim_order(a.anchor)))
        ),
    )  # fmt: skip
