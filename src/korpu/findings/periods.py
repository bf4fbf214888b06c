"""Periods: of what covers one (a programme for five years), whether it has ended, and what follows it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

import msgspec

from korpu.claims import Claim
from korpu.edtf import days
from korpu.findings.case import Case, asserted
from korpu.findings.finding import Finding, Reason
from korpu.findings.folding import fold
from korpu.findings.names import EXACT, names, same_filler
from korpu.findings.questions import claim_order
from korpu.kinds import Kind, RoleType

_NUMBERS = re.compile(r"\d[\w–-]*")


class Term(msgspec.Struct, frozen=True):
    """A thing with the period that it covers.

    Attributes:
        role: the role that names it; its name is `title`.
        period_role: the role that gives the period, EDTF in `period`.
    """

    kind: Kind
    parties: tuple[str, ...]
    role: str
    title: str
    period_role: str
    period: str
    first: dt.date
    last: dt.date
    claims: tuple[Claim, ...]


def find(case: Case) -> Iterator[Finding]:
    """Find, as of the case's day, which periods have ended, and whether something of a like title follows."""
    terms = _terms(case)
    for term in terms:
        if case.as_of is None or term.last >= case.as_of:
            continue
        later = [
            other
            for other in terms
            if other.first > term.first and other.last > term.last and _is_like(term, other)
        ]
        following = min(later, key=lambda other: (other.first, other.last, other.title), default=None)
        details = {"title": term.title, "period": term.period, "date": term.last.isoformat()}
        if following is None:
            yield _finding(term, "unknown", Reason("period_ended", details))
        else:
            details |= {"later": following.title, "later_period": following.period}
            yield _finding(term, "inferred", Reason("period_followed", details), following.claims)


def _terms(case: Case) -> list[Term]:
    """Each thing that covers a closed period, once; several titles that are alike, with one period, are one."""
    terms: list[Term] = []
    for question in case.questions:
        dated = [role for role, type in question.kind.roles.items() if type is RoleType.DATE]
        named = [
            role for role in question.kind.question if question.kind.roles.get(role) not in (None, *EXACT)
        ]
        for claim in asserted(question.claims) if dated and named else ():
            term = _term(question.kind, claim, named[0], dated[0])
            if term is None:
                continue
            same = next((one for one in terms if one.period == term.period and _is_like(one, term)), None)
            if same is not None:
                terms.remove(same)
                fuller = max(same, term, key=lambda one: (len(one.title), one.title))
                claims = tuple(sorted((*same.claims, claim), key=claim_order))
                term = msgspec.structs.replace(fuller, claims=claims)
            terms.append(term)
    return sorted(terms, key=lambda term: (term.kind.name, term.parties, term.first, term.last, term.title))


def _term(kind: Kind, claim: Claim, role: str, period_role: str) -> Term | None:
    period, title = claim.roles.get(period_role), ", ".join(names(claim.roles.get(role, ())))
    covered = days(period) if isinstance(period, str) else None
    if not title or covered is None or covered.first is None or covered.last is None:
        return None
    return Term(
        kind, claim.parties, role, title, period_role, str(period), covered.first, covered.last, (claim,)
    )


def _is_like(left: Term, right: Term) -> bool:
    """Whether two are of one sort: the same title, but for the years that it names."""
    if left.kind != right.kind or left.parties != right.parties:
        return False
    first, second = (_NUMBERS.sub("", term.title) for term in (left, right))
    if not fold(first) or not fold(second):
        return False
    return same_filler(left.kind, left.role, first, second)


def _finding(term: Term, status: str, reason: Reason, following: Sequence[Claim] = ()) -> Finding:
    return Finding(
        kind=term.kind.name,
        parties=term.parties,
        roles={term.role: term.title, term.period_role: term.period},
        when=None,
        value=None,
        status=status,  # type: ignore[arg-type]
        reason=reason,
        claims=tuple(sorted({claim.id for claim in (*term.claims, *following)})),
    )
