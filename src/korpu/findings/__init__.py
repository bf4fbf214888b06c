"""Findings: where claims agree, refine, supersede or contradict each other, and what follows from them.

A sort of finding is a module of this folder that is listed in `SORTS`: `find(case)` yields its findings.
None of them asks which kind it has; they go by the declarations of the kinds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

import msgspec

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings import answers, assumptions, gaps, periods, targets, units
from korpu.findings.case import Case, open_case
from korpu.findings.checks import during, growth, mirror, onepost, sequence, sums
from korpu.findings.finding import Comparison, Finding, Reason, Relation, Status, to_json
from korpu.findings.names import names
from korpu.findings.witness import witnesses
from korpu.kinds import kinds

__all__ = ["SORTS", "Comparison", "Finding", "Reason", "Relation", "Status", "find", "names", "to_json"]

SORTS: tuple[Callable[[Case], Iterable[Finding]], ...] = (
    answers.find,
    targets.find,
    units.find,
    sums.find,
    sequence.find,
    growth.find,
    mirror.find,
    during.find,
    onepost.find,
    assumptions.find,
    periods.find,
    gaps.find,
)
"""The sorts of finding, in the order in which a question's findings are given."""


def find(
    claims: Iterable[Claim],
    cards: Mapping[str, SourceCard],
    as_of: dt.date | None = None,
    copies: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Return what the claims add up to, the same whatever the order of claims and documents.

    Args:
        claims: claims on one pair of states or on several; the same claim twice counts once.
        cards: the source card of each document, by document id; a document may lack one.
        as_of: leave out what is told of later times, so that the answers are those of that day.
        copies: documents that are near copies of others, each with the one that stands for them all (see
            `korpu.near_copies`); where it is None, those that share most of their sentences.

    Returns:
        Findings in the order of the dossier's sections, then by parties, roles and date.

    >>> told = Claim("company.count", ("PE", "UY"), {"owner": "PE", "host": "UY"}, None, None,
    ...     None, "fact", None, "a" * 64, 0, 9, "a quote")
    >>> [(finding.status, finding.reason.code) for finding in find([told], {})]
    [('single', 'as_of_document')]
    """
    case = open_case(claims, cards, as_of, copies)
    order = {name: number for number, name in enumerate(kinds())}
    found = [(number, finding) for number, sort in enumerate(SORTS) for finding in sort(case)]

    def place(item: tuple[int, Finding]) -> tuple[object, ...]:
        number, finding = item
        roles = [(role, names(filler)) for role, filler in sorted(finding.roles.items())]
        return (
            order[finding.kind],
            finding.parties,
            roles,
            finding.when or "~",
            number,
            finding.status,
            finding.id,
        )

    told = {claim.id: claim for question in case.questions for claim in question.claims}
    return tuple(_whole(finding, SORTS[number], told, case) for number, finding in sorted(found, key=place))


def _whole(
    finding: Finding, sort: Callable[[Case], Iterable[Finding]], told: Mapping[str, Claim], case: Case
) -> Finding:
    """The finding with its sort, and how many documents and witnesses it rests on."""
    claims = [told[id] for id in finding.claims if id in told]
    documents = len({claim.document for claim in claims})
    count = witnesses(claims, case.copies) if documents > 1 else documents
    name = sort.__module__.rpartition(".")[2]
    return msgspec.structs.replace(finding, documents=documents, witnesses=count, sort=name)
