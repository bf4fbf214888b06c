"""Sums: amounts of one document that must add up, such as exports and imports to the turnover."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from korpu.claims import Claim, Value
from korpu.findings.case import Case, asserted
from korpu.findings.checks import declared
from korpu.findings.finding import Finding, Reason, Status
from korpu.findings.values import decimal, is_figure, is_rounded, plain, resolution, write
from korpu.kinds.checks import Sum

Place = tuple[str, tuple[str, ...], str]
"""A document, the parties and a period: within one, amounts must add up."""


def find(case: Case) -> Iterator[Finding]:
    """Find, for each total that a document gives with its parts, whether the sum holds."""
    placed: dict[Place, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for question in case.questions:
        for claim in asserted(question.claims):
            if claim.when is not None and _is_exact(claim.value):
                placed[claim.document, claim.parties, claim.when][claim.kind].append(claim)
    for _, told in sorted(placed.items()):
        for kind, check in declared(Sum):
            if kind in told and all(part in told for part in check.kinds):
                yield from _sums(told, kind, check.kinds, case)


def _is_exact(value: Value | None) -> bool:
    return value is not None and is_figure(value) and decimal(value.amount) is not None


def _sums(
    told: Mapping[str, Sequence[Claim]], kind: str, parts: Sequence[str], case: Case
) -> Iterator[Finding]:
    """Check each row that has all its parts; where no row has, each total with each set of parts.

    Totals and parts that stand apart in a text may be of different statistics: that such do not add up says
    nothing, unless there is one of each and one voice gives them all.
    """
    sets = list(product(told[kind], *(told[part] for part in parts)))
    rows = [claims for claims in sets if len({(claim.start, claim.end) for claim in claims}) == 1]
    found = []
    for total, *terms in rows or sets:
        amounts = [claim.value for claim in (total, *terms) if claim.value is not None]
        reporters = {claim.roles["reporter"] for claim in terms if "reporter" in claim.roles}
        if len({value.unit for value in amounts}) == 1 and len(reporters) <= 1:
            row = (total, *terms)
            facts = all(claim.stance == "fact" for claim in row)
            found.append((_sum(total, terms, case), {claim.speaker for claim in row}, facts))
    for finding, voices, facts in found:
        broken = (rows or (len(found) == 1 and len(voices) == 1)) and facts
        if finding.status == "inferred" or broken:
            yield finding


def _sum(total: Claim, terms: Sequence[Claim], case: Case) -> Finding:
    stated = _amount(total)
    added = sum((_amount(term) for term in terms), Decimal(0))
    # All amounts of a row are taken to be rounded alike, to the last digit that any of them gives.
    step = min(resolution(_amount(claim)) for claim in (total, *terms))
    status: Status = "inferred"
    if added == stated:
        code = "sum_holds"
    elif abs(added - stated) <= step * (len(terms) + 1) / 2 or is_rounded(added, stated):
        code = "sum_rounded"
    else:
        code, status = "sum_broken", "disputed"
    unit = total.value.unit if total.value is not None else None
    details = {
        "terms": " + ".join(plain(_amount(term)) for term in terms),
        "sum": write(Value(plain(added), unit, "exact")),
        "total": write(Value(plain(stated), unit, "exact")),
        "difference": plain(abs(added - stated)),
        "when": total.when or "",
    }
    return Finding(
        kind=total.kind,
        parties=total.parties,
        roles={},
        when=total.when,
        value=case.value(total) if status == "inferred" else None,
        status=status,
        reason=Reason(code, details),
        claims=tuple(sorted({total.id, *(term.id for term in terms)})),
    )


def _amount(claim: Claim) -> Decimal:
    return Decimal(claim.value.amount) if claim.value is not None else Decimal(0)
