"""Staleness: of things that change, which answer is the latest, and which cannot be dated at all."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.claims import Claim
from korpu.edtf import Extent, days
from korpu.findings.case import Case
from korpu.findings.dates import begin, begin_text, is_before
from korpu.findings.finding import Comparison, Finding, Reason
from korpu.findings.names import names, same_filler
from korpu.findings.questions import Question
from korpu.findings.sides import Side, compare_sides, sides_of
from korpu.findings.values import write
from korpu.findings.verdicts import Verdict, finding_of, judge, weigh


def moments(sides: Sequence[Side], case: Case) -> list[Extent | None]:
    """Return for each answer the latest days of which it is told, None where nothing dates it.

    A publication date stands in for a missing one only where the document gives no other answer:
    a text that names two ambassadors does not say that both are in office as it appears.
    """
    answers: dict[str, int] = {}
    for side in sides:
        for document in {claim.document for claim in side.claims}:
            answers[document] = answers.get(document, 0) + 1
    return [
        max(
            (found for claim in side.claims if (found := _moment(claim, answers[claim.document] == 1, case))),
            key=lambda found: (str(found.first), str(found.last)),
            default=None,
        )
        for side in sides
    ]


def _moment(claim: Claim, is_only_answer: bool, case: Case) -> Extent | None:
    return case.told(claim) if is_only_answer else begin(claim.when)


def current_amounts(
    question: Question, sides: tuple[Side, ...], case: Case
) -> tuple[tuple[Side, ...], tuple[Finding, ...]]:
    """Return the answers that stand as of the latest date, and a finding for each that one of them supersedes.

    Without any date all stand side by side; an undated answer stands where it contradicts none of the latest.
    """
    told = moments(sides, case)
    dated = [(side, moment) for side, moment in zip(sides, told, strict=True) if moment is not None]
    if not dated:
        return sides, ()
    last = max((moment for _, moment in dated), key=lambda moment: (str(moment.first), str(moment.last)))
    latest = [side for side, moment in dated if not is_before(moment, last)]
    standing, superseded = list(latest), []
    for side, moment in zip(sides, told, strict=True):
        if side in latest:
            continue
        if moment is None and all(compare_sides(side, other).relation != "contradicts" for other in latest):
            standing.append(side)
        else:
            superseded.append(_superseded(question, side, latest[0], case, moment is not None))
    return tuple(side for side in sides if side in standing), tuple(superseded)


def holders(
    question: Question, claims: Sequence[Claim], denials: Sequence[Claim], case: Case
) -> list[Finding]:
    """Return a finding for each answer to a question that one answer fills at a time (who holds an office).

    The latest stands and supersedes the earlier; two told of the same time are in dispute; without
    any date each stands for its document only.
    """
    sides = sides_of(question, claims, case)
    told = moments(sides, case)
    dated = sorted(
        ((moment, number) for number, moment in enumerate(told) if moment is not None),
        key=lambda item: (str(item[0].first), str(item[0].last), item[1]),
    )
    latest = [number for moment, number in dated if not is_before(moment, dated[-1][0])]
    standing = tuple(sides[number] for number in latest) if dated else sides
    findings = []
    if len(latest) > 1:
        against = tuple(denial for denial in denials if _is_about_any(question, denial, standing))
        findings.append(judge(weigh(question, standing, against, case)))
    for number, side in enumerate(sides):
        moment = told[number]
        if number in latest or not dated:
            if len(latest) <= 1:
                findings.append(_holder(question, side, denials, case))
        elif moment is None:
            findings.append(_superseded(question, side, sides[latest[0]], case, is_dated=False))
        else:
            after = [sides[other] for later, other in dated if is_before(moment, later)]
            findings.append(_superseded(question, side, after[0], case, is_dated=True))
    unmatched = [denial for denial in denials if not _is_about_any(question, denial, standing)]
    if unmatched:
        findings.append(judge(weigh(question, (), tuple(unmatched), case)))
    return findings


def _holder(question: Question, side: Side, denials: Sequence[Claim], case: Case) -> Finding:
    against = tuple(denial for denial in denials if _is_about(question, denial, side))
    evidence = weigh(question, (side,), against, case)
    ends = [found.last for claim in side.claims if (found := days(claim.when)) and "/" in (claim.when or "")]
    end = max((day for day in ends if day is not None), default=None)
    if not evidence.denials and case.as_of and end and None not in ends and end < case.as_of:
        return finding_of(evidence, Verdict("single", Reason("term_ended", {"date": end.isoformat()})))
    return judge(evidence)


def _is_about_any(question: Question, denial: Claim, sides: Sequence[Side]) -> bool:
    return any(_is_about(question, denial, side) for side in sides)


def _is_about(question: Question, denial: Claim, side: Side) -> bool:
    """Whether the denial is of this answer; one that names none is of all."""
    role = question.kind.answer_role or ""
    if role not in denial.roles or side.filler is None:
        return True
    return same_filler(question.kind.roles[role], denial.roles[role], side.filler)


def _superseded(question: Question, side: Side, later: Side, case: Case, is_dated: bool) -> Finding:
    """The finding that `side` no longer stands; the later answer's first dated claim is the evidence."""
    witness = max(
        later.claims, key=lambda claim: (str(begin(claim.when)), claim.id) if claim.when else ("", claim.id)
    )
    date = begin_text(witness.when or case.published(witness) or "")
    details = {"later": _answer(later), "date": date}
    code = "superseded" if is_dated else "superseded_undated"
    if later.value is not None:
        code += "_value"
    reason = Reason(code, details)
    comparison = Comparison(witness.id, side.claims[0].id, "supersedes", reason)
    return finding_of(weigh(question, (side,), (), case), Verdict("superseded", reason), (comparison,))


def _answer(side: Side) -> str:
    return write(side.value) if side.value is not None else ", ".join(names(side.filler or ()))
