"""Checking: the verdict on one claim of a draft. One rule a situation, the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from korpu.claims import Claim, Stance
from korpu.edtf import days
from korpu.findings.case import Case
from korpu.findings.dates import begin, is_before
from korpu.findings.values import range_of
from korpu.kinds import Answer, kinds
from korpu.verify.bearing import differing_part
from korpu.verify.checked import Bearing, Checked, Correction, Evidence, Verdict
from korpu.verify.matter import Matter, Told, contradict, matter_of
from korpu.verify.reasons import reason_for
from korpu.verify.record import Record
from korpu.verify.times import is_of_now


class Found(msgspec.Struct, frozen=True):
    """A verdict with what it rests on."""

    verdict: Verdict
    code: str
    evidence: tuple[Evidence, ...] = ()
    correction: Correction | None = None


def check(draft: Claim, record: Record) -> Checked:
    """Return what the ledger says of a draft's claim."""
    matter = matter_of(draft, record)
    found = next(found for rule in RULES[draft.stance] if (found := rule(matter)) is not None)
    correction = found.correction and _with_unit(found.correction, record.case)
    reason = reason_for(found.code, draft, correction, record.case)
    return Checked(draft, found.verdict, reason, found.evidence, correction)


def _with_unit(correction: Correction, case: Case) -> Correction:
    """The correction with the unit that was worked out for its figure, if one was."""
    return msgspec.structs.replace(correction, value=case.value(correction.claim))


def _evidence(told: Iterable[Told]) -> tuple[Evidence, ...]:
    """The claims with how they bear on the draft's, each once."""
    seen: dict[str, Evidence] = {}
    for one in told:
        bearing: Bearing = (
            "earlier" if one.is_past else one.standing if one.standing != "apart" else "compatible"
        )
        seen.setdefault(one.claim.id, Evidence(one.claim, bearing))
    return tuple(seen.values())


def _marked(claims: Iterable[Claim], bearing: Bearing) -> tuple[Evidence, ...]:
    return tuple(Evidence(claim, bearing) for claim in claims)


# Rules on what a draft plans.


def plan_has_happened(matter: Matter) -> Found | None:
    """The draft gives as a plan what has happened."""
    done = [told for told in matter.facts if _fulfils(told, matter)]
    if not done:
        return None
    return Found("out_of_date", "done", _evidence(done), Correction(_best(done, matter).claim))


def _fulfils(told: Told, matter: Matter) -> bool:
    """Whether a fact is what was planned: of what recurs, only what happened after it was planned, at its time."""
    kind, draft = kinds()[matter.draft.kind], matter.draft
    if kind.answer is Answer.VALUE:
        if matter.changes:
            return told.standing in ("same", "refines")
        return told.claim.when == draft.when
    if kind.answer is Answer.ROLE:
        return told.standing in ("same", "refines")
    if kind.recurs and kind.numbered not in draft.roles:
        mine, theirs = days(draft.when), begin(told.claim.when)
        if mine is None:
            plans = [matter.record.case.told(one.claim) for one in matter.ahead]
            return any(p and theirs and not is_before(theirs, p) for p in plans)
    return True


def plan_is_known(matter: Matter) -> Found | None:
    """The ledger has the same plan, another one, or a less exact one."""
    if not matter.ahead:
        if matter.denials:
            return Found(
                "contradicted",
                "plan_dropped",
                _marked(matter.denials, "denied"),
                Correction(matter.denials[0]),
            )
        return Found("not_in_ledger", "no_plan", _evidence(matter.facts)) if matter.facts else None
    by = {one.standing for one in matter.ahead}
    if by & {"same", "refines", "compatible"}:
        agreeing = [one for one in matter.ahead if one.standing in ("same", "refines", "compatible")]
        return Found("supported", "plan_same", _evidence(agreeing))
    if "contradicts" in by:
        against = [one for one in matter.ahead if one.standing == "contradicts"]
        return Found("contradicted", "plan_differs", _evidence(against), _instead(against, matter))
    return Found("not_in_ledger", "more_exact", _evidence(matter.ahead))


# Rules on what a draft denies.


def denied_but_so(matter: Matter) -> Found | None:
    """The draft denies what the ledger says is so."""
    facts = [told for told in matter.facts if told.is_timely and not told.is_past]
    if (
        matter.denials
        and facts
        and all(_is_earlier(d, [t.claim for t in facts], matter) for d in matter.denials)
    ):
        return Found("out_of_date", "so_now", _evidence(facts), Correction(facts[0].claim))
    if matter.denials and facts:
        return Found(
            "conflicting",
            "sides",
            (*_marked(matter.denials, "same"), *_evidence(facts)),
            Correction(facts[0].claim),
        )
    if facts:
        return Found("contradicted", "denies", _evidence(facts), Correction(facts[0].claim))
    if matter.denials:
        return Found("supported", "denied_alike", _marked(matter.denials, "same"))
    return None


# Rules on what a draft says is so.


def it_has_ended(matter: Matter) -> Found | None:
    """The draft tells as of now of what has ended since."""
    if matter.draft.when is not None or not matter.ends:
        return None
    last = max(matter.ends, key=lambda claim: str(begin(claim.when)))
    end = begin(last.when)
    again = [told for told in matter.facts if end and (at := begin(told.claim.when)) and is_before(end, at)]
    if again:
        return None
    before = _evidence(matter.facts)
    return Found("out_of_date", "ended", (*_marked(matter.ends, "ended"), *before), Correction(last))


def it_is_denied(matter: Matter) -> Found | None:
    """The ledger says that it is not so: only so, or since."""
    if not matter.denials:
        return None
    facts = [told.claim for told in matter.facts if told.is_timely]
    against = [denial for denial in matter.denials if not _is_earlier(denial, facts, matter)]
    if not facts:
        return Found(
            "contradicted", "is_denied", _marked(matter.denials, "denied"), Correction(matter.denials[0])
        )
    if not against:
        return None
    if is_of_now(matter.draft) and all(_is_later(denial, facts, matter) for denial in against):
        return Found(
            "out_of_date",
            "no_more",
            (*_marked(against, "denied"), *_evidence(matter.facts)),
            Correction(against[0]),
        )
    return Found(
        "conflicting",
        "sides",
        (*_evidence(matter.facts), *_marked(against, "denied")),
        Correction(against[0]),
    )


def sources_take_sides(matter: Matter) -> Found | None:
    """The ledger's sources disagree, and the draft takes one of their sides."""
    sided, against = matter.having("same", "refines", "refined", "compatible"), matter.having("contradicts")
    rivals = [other for other in against if any(contradict(one.claim, other.claim, matter) for one in sided)]
    if not rivals:
        return None
    first, *others = _most_alike_first(sided)
    # Who reads no further than the first sentences has seen both sides.
    return Found("conflicting", "sides", _evidence((first, *rivals, *others)), _instead(rivals, matter))


def ledger_says_so(matter: Matter) -> Found | None:
    """A claim says the same, or the same more exactly."""
    agreeing = matter.having("same", "refines")
    if not agreeing:
        return None
    same = any(one.standing == "same" for one in agreeing)
    return Found("supported", "same" if same else "less_exact", _evidence(_most_alike_first(agreeing)))


def _most_alike_first(told: Iterable[Told]) -> list[Told]:
    order = ("same", "refines", "refined", "compatible")
    return sorted(told, key=lambda one: order.index(one.standing))


def it_was_so(matter: Matter) -> Found | None:
    """The draft tells as of now what a later answer has superseded, be it by an amount that leaves room for it."""
    before = matter.having("same", "refines", past=True)
    is_amount = kinds()[matter.draft.kind].answer is Answer.VALUE
    roomy: list[Told] = matter.having("refined", "compatible") if is_amount else []
    now = matter.having("contradicts") or roomy
    if not before or not now:
        return None
    return Found("out_of_date", "superseded", _evidence((*now, *before)), _instead(now, matter))


def it_may_have_changed(matter: Matter) -> Found | None:
    """The draft tells as of now an amount that changes, and the ledger's last one is another: it may have changed since.

    An amount that can only grow has not become less.
    """
    kind, against = kinds()[matter.draft.kind], matter.having("contradicts")
    if kind.answer is not Answer.VALUE or not matter.changes or not is_of_now(matter.draft) or not against:
        return None
    if kind.grows and any(_is_less(matter.draft, told.claim, matter) for told in against):
        return None
    best = _best(against, matter)
    ordered = sorted(against, key=lambda one: one is not best)
    return Found("not_in_ledger", "may_have_changed", _evidence(ordered))


def _is_less(draft: Claim, told: Claim, matter: Matter) -> bool:
    mine, theirs = draft.value, matter.record.case.value(told)
    low, high = range_of(mine) if mine else None, range_of(theirs) if theirs else None
    return low is not None and high is not None and low.high < high.low


def ledger_says_otherwise(matter: Matter) -> Found | None:
    """What the ledger says leaves no room for what the draft says."""
    against = matter.having("contradicts")
    if not against:
        return None
    apart = any(
        contradict(one.claim, other.claim, matter)
        for number, one in enumerate(against)
        for other in against[number + 1 :]
    )
    best = _best(against, matter)
    ordered = sorted(against, key=lambda one: one is not best)
    return Found(
        "contradicted", "none_says" if apart else "differs", _evidence(ordered), _instead([best], matter)
    )


def it_is_only_planned(matter: Matter) -> Found | None:
    """The draft says as a fact what the ledger has as a plan or target only."""
    told_so = any(told.standing in ("same", "refines") for told in matter.facts)
    if told_so or (matter.facts and not matter.changes):
        return None
    is_answer = kinds()[matter.draft.kind].answer in (Answer.VALUE, Answer.ROLE)
    planned = [one for one in matter.ahead if not is_answer or one.standing not in ("contradicts", "apart")]
    if not planned:
        return None
    aimed = all(one.claim.stance == "target" for one in planned)
    evidence = _marked((one.claim for one in planned), "ahead")
    return Found(
        "plan_not_fact", "only_target" if aimed else "only_planned", evidence, Correction(planned[0].claim)
    )


def ledger_says_less(matter: Matter) -> Found | None:
    """The ledger has something on the matter, but it does not say what the draft says."""
    rest = (*matter.facts, *matter.ahead)
    if not rest:
        return None
    less = any(told.standing in ("refined", "compatible") and told.is_timely for told in rest)
    return Found("not_in_ledger", "more_exact" if less else "other_time", _evidence(rest))


def ledger_is_silent(matter: Matter) -> Found | None:
    """The ledger has nothing on the matter."""
    return Found("not_in_ledger", "silent")


Rule = Callable[[Matter], Found | None]

ON_PLANS: tuple[Rule, ...] = (plan_has_happened, plan_is_known, ledger_is_silent)
ON_DENIALS: tuple[Rule, ...] = (denied_but_so, ledger_is_silent)
ON_FACTS: tuple[Rule, ...] = (
    it_has_ended,
    it_is_denied,
    sources_take_sides,
    ledger_says_so,
    it_was_so,
    it_is_only_planned,
    it_may_have_changed,
    ledger_says_otherwise,
    ledger_says_less,
    ledger_is_silent,
)
RULES: dict[Stance, tuple[Rule, ...]] = {
    "fact": ON_FACTS,
    "estimate": ON_FACTS,
    "plan": ON_PLANS,
    "target": ON_PLANS,
    "denied": ON_DENIALS,
}
"""By the draft's stance, the rules in their order: the first that fits decides."""


def _instead(told: Sequence[Told], matter: Matter) -> Correction:
    """The best of several answers to put in the place of the draft's, and what of the draft it replaces."""
    claim = _best(told, matter).claim
    return Correction(claim, differing_part(matter.draft, claim))


def _best(told: Sequence[Told], matter: Matter) -> Told:
    """The answer to propose: the latest of those that change, else the one that most say, the most exact first."""

    def order(one: Told) -> tuple[object, ...]:
        date = matter.record.case.told(one.claim)
        latest = -(date.first.toordinal() if date and date.first else 0) if matter.changes else 0
        exact = one.claim.value is None or one.claim.value.bound == "exact"
        found = days(one.claim.when)
        width = (found.last - found.first).days if found and found.first and found.last else 10**6
        return latest, not exact, width, one.claim.document, one.claim.start

    return min(told, key=order)


def _is_earlier(denial: Claim, facts: Sequence[Claim], matter: Matter) -> bool:
    said = matter.record.case.told(denial)
    dates = [found for claim in facts if (found := days(claim.when))]
    return said is not None and bool(dates) and all(is_before(said, found) for found in dates)


def _is_later(denial: Claim, facts: Sequence[Claim], matter: Matter) -> bool:
    said = matter.record.case.told(denial)
    dates = [matter.record.case.told(claim) for claim in facts]
    return said is not None and all(found is not None and is_before(found, said) for found in dates)
