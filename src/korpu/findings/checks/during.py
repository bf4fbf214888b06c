"""During: what is told together with an event (a visit) is dated within it, as what was signed on it.

That a date does not fit is said only where the text itself says that it was then: the words for the occasion stand
right before the date, and the sentence ends with what was done. «On the visit the agreement signed in 2019 was
discussed» says no such thing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from korpu.claims import Claim
from korpu.edtf import Extent, days, moved
from korpu.findings.case import Case, asserted
from korpu.findings.checks import declared
from korpu.findings.finding import Comparison, Finding, Reason
from korpu.findings.forms import OCCASIONAL
from korpu.findings.names import names, same_filler
from korpu.findings.questions import Question, claim_order
from korpu.findings.values import write
from korpu.kinds import kinds
from korpu.kinds.checks import During

GAP = 3
"""Signs that may lie between two sentences that are neighbours: a full stop is within the first, a space or line end between."""
NEAR = 20
"""Signs that may lie between the words for the occasion and the date: «çərçivəsində, »."""
LONGEST = dt.timedelta(days=7)
"""A visit of which one day is told may have begun or ended so much before or after."""
SLACK = dt.timedelta(days=1)
"""A visit told from day to day may have begun the evening before."""
EXACT = dt.timedelta(days=31)
"""A visit told no more exactly than this says nothing about what falls within it."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Events = Mapping[tuple[str, str], Sequence[Claim]]
"""Dated events by kind and document."""


def find(case: Case) -> Iterator[Finding]:
    """Find, for each date told together with an event, whether it falls within that."""
    checks = [(kind, check.kind) for kind, check in declared(During)]
    events = _events(case, {event for _, event in checks})
    for question in case.questions:
        for kind, event in checks:
            if kind == question.kind.name:
                for claim in asserted(question.claims):
                    told = [one for one in events.get((event, claim.document), ()) if _is_beside(claim, one)]
                    if (finding := _check(question, claim, told, event)) is not None:
                        yield finding


def _events(case: Case, wanted: set[str]) -> Events:
    events: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for question in case.questions:
        if question.kind.name in wanted:
            for claim in asserted(question.claims):
                if days(claim.when) is not None:
                    events[claim.kind, claim.document].append(claim)
    return {key: sorted(claims, key=claim_order) for key, claims in events.items()}


def _is_beside(claim: Claim, event: Claim) -> bool:
    """Whether the event is told in the same sentence or in the one before, of the same states and places."""
    same = (event.start, event.end) == (claim.start, claim.end)
    places = [one.roles["place"] for one in (claim, event) if "place" in one.roles]
    return (
        claim.parties == event.parties
        and (same or 0 <= claim.start - event.end <= GAP)
        and (len(places) < 2 or same_filler(kinds()[event.kind], "place", places[0], places[1]))
    )


def _check(question: Question, claim: Claim, events: Sequence[Claim], event: str) -> Finding | None:
    """The finding on one date; nothing where it was worked out from the event's, or lies at its edge."""
    date = days(claim.when)
    if date is None or date.last is None or not events or _is_worked_out(claim):
        return None
    if claim.roles.get(OCCASIONAL[0], event) != event:  # counted since ever, not on the visit
        return None
    within = [one for one in events if _is_within(date, days(one.when))]
    if within:
        return _finding(question, claim, within[0], holds=True)
    if len(events) == 1 and _DAY.fullmatch(claim.when or "") and _is_said_so(claim, event):
        return _finding(question, claim, events[0], holds=False) if _is_outside(date, events[0]) else None
    return None


def _is_worked_out(claim: Claim) -> bool:
    """Whether the date is the occasion's own, taken over from it: such a one always fits."""
    steps = claim.trace.steps if claim.trace is not None else ()
    return any(step.part == "when" and step.how.startswith("during") for step in steps)


def _is_within(date: Extent, event: Extent | None) -> bool:
    if event is None or event.first is None or event.last is None:
        return False
    return event.last - event.first <= EXACT and event.covers(date)


def _is_outside(date: Extent, event: Claim) -> bool:
    """Whether the date cannot be one of the event's, which lasts longer than the day that is told of it."""
    told = days(event.when)
    if told is None or told.first is None or told.last is None or date.first is None or date.last is None:
        return False
    slack = SLACK if "/" in (event.when or "") else LONGEST
    return date.last < moved(told.first, -slack) or date.first > moved(told.last, slack)


def _is_said_so(claim: Claim, event: str) -> bool:
    """Whether the sentence is «on the visit, on that day, it was signed», with nothing between and nothing after."""
    steps = claim.trace.steps if claim.trace is not None and claim.stance == "fact" else ()
    concepts = {f"concept:{event}", f"concept:{event}_noun", f"concept:within_{event}"}
    occasions = [step for step in steps if step.part == "trigger" and step.how in concepts]
    dates = [step for step in steps if step.part == "when" and step.start >= 0]
    done = [step for step in steps if step.part == "trigger" and step not in occasions]
    if not (occasions and dates and done) or claim.when_from != "stated":
        return False
    before = min(dates, key=lambda step: step.start).start - max(occasions, key=lambda step: step.end).end
    rest = claim.quote[max(step.end for step in done) - claim.start :]
    return 0 <= before <= NEAR and not re.search(r"\w", rest)


def _what(claim: Claim) -> str:
    """What was done: an amount, else the first role that names it, else the first role of all."""
    if claim.value is not None:
        return write(claim.value)
    kind = kinds()[claim.kind]
    fillers = [claim.roles[role] for role in (*kind.question, *kind.roles) if role in claim.roles]
    return ", ".join(names(fillers[0])) if fillers else "–"


def _finding(question: Question, claim: Claim, event: Claim, holds: bool) -> Finding:
    details = {"signed": claim.when or "", "visit": event.when or "", "what": _what(claim)}
    code = "during_holds" if holds else "during_broken"
    reason = Reason(f"{code}_count" if claim.value is not None else code, details)
    comparison = Comparison(claim.id, event.id, "compatible" if holds else "contradicts", reason)
    return Finding(
        kind=question.kind.name,
        parties=question.parties,
        roles=question.roles,
        when=claim.when,
        value=None,
        status="inferred" if holds else "disputed",
        reason=reason,
        claims=tuple(sorted((claim.id, event.id))),
        comparisons=(comparison,),
    )
