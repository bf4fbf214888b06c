"""Assumptions: what the reader took for given where a document does not say it, and that claims rest on.

A date counted from a day of publication that was worked out from the text, and trade figures of a table that does
not say whose they are. They stand only as long as the claims that were read so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from korpu.claims import Claim
from korpu.findings.case import Case
from korpu.findings.finding import Finding, Reason
from korpu.findings.questions import claim_order
from korpu.findings.verdicts import time_words
from korpu.how import How, parse_how

REPORTER = "reporter"
NAMED_FIRST = (How.ROW.value, f"{How.POINTS.value}:{How.FIRST.value}")
"""The steps by which a table's figures are the first state's: no words of the table say whose they are."""

Group = tuple[str, tuple[str, ...], str]
"""A document, the parties, and what was taken for given."""


def find(case: Case) -> Iterator[Finding]:
    """Find, for each document, the date that was taken for its own and whose its tables' figures were taken to be."""
    dated: dict[Group, list[Claim]] = defaultdict(list)
    reported: dict[Group, list[Claim]] = defaultdict(list)
    for question in case.questions:
        for claim in question.claims:
            if date := assumed_date(claim):
                dated[claim.document, claim.parties, date].append(claim)
            if reporter := assumed_reporter(claim):
                reported[claim.document, claim.parties, reporter].append(claim)
    for (document, _, date), claims in sorted(dated.items()):
        yield _date(date, sorted(claims, key=claim_order), case.years.get(document, ()))
    for (_, _, reporter), claims in sorted(reported.items()):
        details = {"reporter": reporter, "count": str(len(claims))}
        yield _finding(
            sorted(claims, key=claim_order), Reason("reporter_assumed", details), {REPORTER: reporter}
        )


def assumed_date(claim: Claim) -> str | None:
    """Return the date that was taken for the document's own, EDTF, where the claim's date is counted from one."""
    if claim.when_from != "assumed" or claim.trace is None:
        return None
    told = (parse_how(step.how) for step in claim.trace.steps if step.part == "when")
    return next((date for term, date in told if term == How.COUNTED_FROM.value and date), None)


def assumed_reporter(claim: Claim) -> str | None:
    """Return whose a table's figure was taken to be, where the table does not say it."""
    reporter = claim.roles.get(REPORTER)
    if claim.trace is None or not isinstance(reporter, str):
        return None
    steps = [step for step in claim.trace.steps if step.part == f"role:{REPORTER}"]
    is_first = bool(steps) and all(step.how in NAMED_FIRST and step.start < 0 for step in steps)
    return reporter if is_first else None


def _date(date: str, claims: Sequence[Claim], years: Sequence[str]) -> Finding:
    first = claims[0]
    details = {
        "published": date,
        "words": time_words(first),
        "when": first.when or "",
        "years": ", ".join(years),
    }
    return _finding(claims, Reason("date_assumed" if years else "date_assumed_only", details), {})


def _finding(claims: Sequence[Claim], reason: Reason, roles: dict[str, str]) -> Finding:
    return Finding(
        kind=claims[0].kind,
        parties=claims[0].parties,
        roles=dict(roles),
        when=None,
        value=None,
        status="inferred",
        reason=reason,
        claims=tuple(sorted(claim.id for claim in claims)),
    )
