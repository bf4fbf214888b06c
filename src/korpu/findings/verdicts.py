"""Verdicts: what the answers to one question add up to. One rule a situation, the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from korpu.claims import Claim
from korpu.edtf import days
from korpu.findings.case import Case
from korpu.findings.finding import Comparison, Finding, Reason, Status
from korpu.findings.questions import Question, claim_order
from korpu.findings.sides import Pair, Side, echoes
from korpu.findings.witness import witnesses
from korpu.kinds import Answer


class Evidence(msgspec.Struct, frozen=True):
    """What is said on one question.

    Attributes:
        sides: the different answers, the most exact first.
        denials: claims that it is not so, at a time when an answer says that it is.
        outdated: denials from before it was so, which speak against nothing.
        claims: the claims of all sides.
        witnesses: how many there are; documents that copy each other are one.
        documents: how many documents there are.
    """

    question: Question
    sides: tuple[Side, ...]
    pairs: tuple[Pair, ...]
    denials: tuple[Claim, ...]
    outdated: tuple[Claim, ...]
    claims: tuple[Claim, ...]
    witnesses: int
    documents: int
    case: Case

    def pair(self, relation: str) -> Pair | None:
        """Return the first pair of answers that stand so to each other."""
        return next((pair for pair in self.pairs if pair.match.relation == relation), None)


class Verdict(msgspec.Struct, frozen=True):
    """A status and its reason."""

    status: Status
    reason: Reason


def it_is_denied(evidence: Evidence) -> Verdict | None:
    """One document says that it is so, another that it is not."""
    return Verdict("disputed", Reason("denied")) if evidence.denials and evidence.claims else None


def nobody_says_so(evidence: Evidence) -> Verdict | None:
    """It is only denied."""
    return Verdict("single", Reason("only_denied")) if not evidence.claims else None


def answers_contradict(evidence: Evidence) -> Verdict | None:
    """Two answers cannot both be right."""
    pair = evidence.pair("contradicts")
    if pair is None:
        return None
    reason = pair.match.reason
    notes = [note(pair, evidence) for note in DISPUTE_NOTES]
    for found in notes:
        if found is not None:
            reason = Reason(reason.code, reason.details | found.details, (*reason.notes, found.code))
    return Verdict("disputed", reason)


def answers_fit(evidence: Evidence) -> Verdict | None:
    """The answers differ, but each leaves room for the others."""
    given = [side for side in evidence.sides if side.value is not None or side.when is not None]
    if len(given) < 2:
        return None
    pair = evidence.pair("compatible") or next(
        pair for pair in evidence.pairs if pair.left in given and pair.right in given
    )
    return Verdict("agreed", pair.match.reason)


def several_witnesses(evidence: Evidence) -> Verdict | None:
    """Independent documents give the same answer."""
    if evidence.witnesses < 2:
        return None
    details = {"witnesses": str(evidence.witnesses), "documents": str(evidence.documents)}
    if date := _date_of_one(evidence):
        return Verdict("single", Reason("one_dates", details | {"date": date}))
    return Verdict("agreed", Reason("same_answer_witnesses", details))


def _date_of_one(evidence: Evidence) -> str | None:
    """The date that answers the question, where one witness gives it and the others only say that it is so."""
    dated = [side for side in evidence.sides if side.when is not None]
    if len(dated) != 1 or len(evidence.sides) == 1:
        return None
    return dated[0].when if witnesses(dated[0].claims, evidence.case.copies) == 1 else None


def one_witness(evidence: Evidence) -> Verdict | None:
    """Several documents, but nearly the same sentence: who copied whom is not known."""
    if evidence.documents < 2:
        return None
    stances = {claim.stance for claim in evidence.claims}
    notes = ("estimate_and_fact",) if stances == {"estimate", "fact"} else ()
    return Verdict("single", Reason("one_witness", {"documents": str(evidence.documents)}, notes))


def as_of_document(evidence: Evidence) -> Verdict | None:
    """A thing that changes, told of no time: it holds for the document only."""
    if not evidence.question.changes or any(evidence.case.told(claim) for claim in evidence.claims):
        return None
    return Verdict("single", Reason("as_of_document"))


def one_document(evidence: Evidence) -> Verdict | None:
    """One document says it several times."""
    count = len(evidence.claims)
    return Verdict("single", Reason("one_document", {"count": str(count)})) if count > 1 else None


def one_claim(evidence: Evidence) -> Verdict | None:
    """One sentence says so."""
    estimate = evidence.claims[0].stance == "estimate"
    return Verdict("single", Reason("one_estimate" if estimate else "one_claim"))


VERDICTS: tuple[Callable[[Evidence], Verdict | None], ...] = (
    it_is_denied,
    nobody_says_so,
    answers_contradict,
    answers_fit,
    several_witnesses,
    one_witness,
    as_of_document,
    one_document,
    one_claim,
)


def date_was_worked_out(pair: Pair, evidence: Evidence) -> Reason | None:
    """Say how «last year» became a year, where the dispute rests on that."""
    for claim in sorted((*pair.left.claims, *pair.right.claims), key=claim_order):
        if claim.when_from not in ("published", "assumed"):
            continue
        details = {
            "words": time_words(claim),
            "when": claim.when or "",
            "published": evidence.case.published(claim) or "",
            "years": ", ".join(evidence.case.years.get(claim.document, ())),
        }
        if claim.when_from == "published":
            return Reason("when_published" if details["published"] else "when_dateline", details)
        return Reason("when_assumed" if details["years"] else "when_assumed_only", details)
    return None


def time_words(claim: Claim) -> str:
    """Return the words that the claim's date was read from, or its whole sentence where that is not known."""
    for step in claim.trace.steps if claim.trace else ():
        if step.part == "when" and claim.start <= step.start < step.end <= claim.end:
            return claim.quote[step.start - claim.start : step.end - claim.start]
    return " ".join(claim.quote.split())


def unit_was_worked_out(pair: Pair, evidence: Evidence) -> Reason | None:
    """Say that the unit of one of the figures is an inference."""
    claims = (*pair.left.claims, *pair.right.claims)
    return Reason("unit_was_inferred") if any(claim.id in evidence.case.amounts for claim in claims) else None


def stances_differ(pair: Pair, evidence: Evidence) -> Reason | None:
    """Say that one side is only an estimate."""
    stances = [{claim.stance for claim in side.claims} for side in (pair.left, pair.right)]
    return Reason("estimate_and_fact") if {"estimate"} in stances and stances[0] != stances[1] else None


def statistics_may_mirror(pair: Pair, evidence: Evidence) -> Reason | None:
    """Name mirror statistics as a possible reason, where the claims do not say whose statistics they are."""
    if "reporter" not in evidence.question.kind.roles:
        return None
    reporters = [{claim.roles.get("reporter") for claim in side.claims} for side in (pair.left, pair.right)]
    same = reporters[0] == reporters[1] and None not in reporters[0]
    return None if same else Reason("mirror_statistics")


DISPUTE_NOTES: tuple[Callable[[Pair, Evidence], Reason | None], ...] = (
    date_was_worked_out,
    unit_was_worked_out,
    stances_differ,
    statistics_may_mirror,
)


def weigh(
    question: Question,
    sides: tuple[Side, ...],
    against: tuple[Claim, ...],
    outdated: tuple[Claim, ...],
    case: Case,
    pairs: tuple[Pair, ...] = (),
) -> Evidence:
    """Return the evidence on a question: its answers, how they stand to each other, and the denials of them.

    Args:
        against: denials that speak against an answer.
        outdated: denials from before it was so.
    """
    claims = tuple(sorted((claim for side in sides for claim in side.claims), key=claim_order))
    documents = len({claim.document for claim in claims})
    count = witnesses(claims, case.copies)
    return Evidence(question, sides, pairs, against, outdated, claims, count, documents, case)


def judge(evidence: Evidence) -> Finding:
    """Return what the evidence adds up to: the first verdict that fits decides."""
    verdict = next(found for rule in VERDICTS if (found := rule(evidence)) is not None)
    return finding_of(evidence, verdict)


def finding_of(evidence: Evidence, verdict: Verdict, further: tuple[Comparison, ...] = ()) -> Finding:
    """Return the finding for a verdict, with the answer shown unless it is disputed.

    `further` are comparisons with claims outside the evidence; those claims count among the finding's.
    """
    question, kind = evidence.question, evidence.question.kind
    settled = verdict.status != "disputed" and bool(evidence.sides)
    shown = evidence.sides[0] if settled else None
    roles = dict(question.roles)
    if shown is not None and kind.answer_role is not None and shown.filler is not None:
        roles[kind.answer_role] = shown.filler
    first = next(iter(evidence.claims), None)
    denied = [
        Comparison(it.id, first.id, "contradicts", Reason("denied")) for it in evidence.denials if first
    ]
    before = [
        Comparison(first.id, it.id, "supersedes", Reason("denied_before"))
        for it in evidence.outdated
        if first
    ]
    same = tuple(echo for side in evidence.sides for echo in echoes(question, side, evidence.case))
    comparisons = (*(pair.comparison() for pair in evidence.pairs), *denied, *before, *same, *further)
    claims = {claim.id for claim in (*evidence.claims, *evidence.denials, *evidence.outdated)}
    claims |= {id for comparison in further for id in (comparison.left, comparison.right)}
    return Finding(
        kind=kind.name,
        parties=question.parties,
        roles=roles,
        when=_shown_when(evidence, shown),
        value=shown.value if shown is not None else None,
        status=verdict.status,
        reason=verdict.reason,
        claims=tuple(sorted(claims)),
        comparisons=comparisons,
    )


def _shown_when(evidence: Evidence, shown: Side | None) -> str | None:
    """The date that answers the question, the period it is about, else the date that all claims give."""
    if evidence.question.kind.answer in (Answer.WHEN, Answer.EXISTS):
        return shown.when if shown is not None else evidence.question.when
    if evidence.question.when is not None:
        return evidence.question.when
    claims = shown.claims if shown is not None else evidence.claims
    dates = sorted({claim.when for claim in claims if claim.when is not None}, key=_by_begin)
    if len(dates) > 1 and not evidence.question.changes:
        return None
    # An amount is of its latest date, an office held since the first.
    is_amount = evidence.question.kind.answer is Answer.VALUE
    return (dates[-1] if is_amount else dates[0]) if dates else None


def _by_begin(when: str) -> tuple[str, str]:
    found = days(when)
    return (found.first.isoformat() if found and found.first else "", when)
