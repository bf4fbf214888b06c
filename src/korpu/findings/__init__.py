"""Findings: where claims agree, refine, supersede or contradict each other, and what follows from them.

A sort of finding is a module of this folder that is listed in `SORTS`: `find(case)` yields its findings.
None of them asks which kind it has; they go by the declarations of the kinds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings import answers, assumptions, gaps, periods, targets, units
from korpu.findings.blocks import blocks
from korpu.findings.case import Case, open_case
from korpu.findings.checks import during, growth, mirror, onepost, sequence, sums
from korpu.findings.finding import Comparison, Finding, Reason, Relation, Status, to_json
from korpu.findings.names import names
from korpu.findings.witness import witnesses
from korpu.kinds import kinds
from korpu.near_copies import near_copies

__all__ = [
    "SORTS",
    "Comparison",
    "Finding",
    "Reason",
    "Relation",
    "Status",
    "find",
    "find_in_block",
    "names",
    "to_json",
]

Sort = Callable[[Case], Iterable[Finding]]

SORTS: tuple[Sort, ...] = (
    answers.find,
    targets.find,
    units.find,
    sums.find,
    sequence.find,
    growth.find,
    mirror.find,
    during.find,
    periods.find,
)
"""The sorts of finding, in the order in which a question's findings are given; each is found block by block."""

OVERALL: tuple[Sort, ...] = (onepost.find, assumptions.find, gaps.find)
"""The sorts that look at all claims on the states at once."""


def find(
    claims: Iterable[Claim],
    cards: Mapping[str, SourceCard],
    as_of: dt.date | None = None,
    signatures: Mapping[str, bytes] | None = None,
) -> tuple[Finding, ...]:
    """Return what the claims add up to, the same whatever the order of claims and documents.

    Args:
        claims: claims on one pair of states or on several; the same claim twice counts once.
        cards: the source card of each document, by document id; a document may lack one.
        as_of: leave out what is told of later times, so that the answers are those of that day.
        signatures: what near copies of the documents are told by (see `korpu.near_copies`), by document id; where it
            is None, those documents are copies that share most of their sentences.

    Returns:
        Findings in the order of the dossier's sections, then by parties, roles and date.

    >>> told = Claim("company.count", ("PE", "UY"), {"owner": "PE", "host": "UY"}, None, None,
    ...     None, "fact", None, "a" * 64, 0, 9, "a quote")
    >>> [(finding.status, finding.reason.code) for finding in find([told], {})]
    [('single', 'as_of_document')]
    """
    given = tuple(claims)
    found = [one for told in blocks(given).values() for one in _numbered(told, cards, as_of, signatures)]
    case = open_case(given, cards, as_of, {})
    found += [
        (number, _whole(finding, sort, case))
        for number, sort in enumerate(OVERALL, len(SORTS))
        for finding in sort(case)
    ]
    return _in_order(found)


def find_in_block(
    claims: Iterable[Claim],
    cards: Mapping[str, SourceCard],
    as_of: dt.date | None = None,
    signatures: Mapping[str, bytes] | None = None,
) -> tuple[Finding, ...]:
    """Return what the claims of one block add up to (see `korpu.findings.blocks`); the arguments are those of `find`."""
    return _in_order(_numbered(tuple(claims), cards, as_of, signatures))


Numbered = tuple[int, Finding]
"""A finding with the number of its sort."""


def _numbered(
    claims: Sequence[Claim],
    cards: Mapping[str, SourceCard],
    as_of: dt.date | None,
    signatures: Mapping[str, bytes] | None,
) -> list[Numbered]:
    copies = None
    if signatures is not None:
        documents = {claim.document for claim in claims}
        copies = near_copies({id: signatures[id] for id in documents & signatures.keys()})
    case = open_case(claims, cards, as_of, copies)
    return [
        (number, _whole(finding, sort, case)) for number, sort in enumerate(SORTS) for finding in sort(case)
    ]


def _in_order(found: Iterable[Numbered]) -> tuple[Finding, ...]:
    order = {name: number for number, name in enumerate(kinds())}

    def place(item: Numbered) -> tuple[object, ...]:
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

    return tuple(finding for _, finding in sorted(found, key=place))


def _whole(finding: Finding, sort: Sort, case: Case) -> Finding:
    """The finding with its sort, and how many documents and witnesses it rests on."""
    claims = [case.claims[id] for id in finding.claims if id in case.claims]
    documents = len({claim.document for claim in claims})
    count = witnesses(claims, case.copies) if documents > 1 else documents
    name = sort.__module__.rpartition(".")[2]
    return msgspec.structs.replace(finding, documents=documents, witnesses=count, sort=name)
