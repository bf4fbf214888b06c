"""Deciding: what people decided of disputes, laid beside them.

Both sides stay, and the finding stays disputed. A decision covers a dispute while all that contradicts in it was before the
person who decided; what came later opens it again, but for a further witness of the answer that is preferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from korpu.claims import Claim
from korpu.decisions import Decision
from korpu.document import SourceCard
from korpu.findings.finding import Decided, Finding, Reason
from korpu.findings.preference import answered_by


def decide(
    findings: Iterable[Finding],
    decisions: Iterable[Decision],
    claims: Mapping[str, Claim],
    cards: Mapping[str, SourceCard],
) -> tuple[Finding, ...]:
    """Return the findings, those in dispute with what people decided of them, and the answer that they prefer.

    Args:
        decisions: those that were not undone, in any order.
        claims: by id, all that the findings rest on.
    """
    latest_first = sorted(decisions, key=lambda one: one.number, reverse=True)
    return tuple(
        _decide(finding, latest_first, claims, cards) if finding.status == "disputed" else finding
        for finding in findings
    )


def _decide(
    finding: Finding,
    decisions: Sequence[Decision],
    claims: Mapping[str, Claim],
    cards: Mapping[str, SourceCard],
) -> Finding:
    contrary = contradicting(finding)
    told = [(one, _newer(one, finding, contrary)) for one in decisions if _concerns(one, finding, contrary)]
    if not told:
        return finding
    # The latest of those that cover it; where none does, the latest shows what was decided before.
    decision, newer = next((one for one in told if not one[1]), told[0])
    decided = Decided(decision, newer, _reason(decision, newer, claims, cards))
    known = msgspec.structs.replace(finding, decided=decided, known_as=finding.id)
    return known if newer or decision.preferred is None else answered_by(known, claims[decision.preferred])


def contradicting(finding: Finding) -> frozenset[str]:
    """Return the ids of a dispute's claims that contradict each other, and of those that say the same as one of them."""
    ends = {
        id
        for comparison in finding.comparisons
        if comparison.relation == "contradicts"
        for id in (comparison.left, comparison.right)
    }
    return frozenset().union(*(_alike(id, finding) for id in ends)) if ends else frozenset(finding.claims)


def _alike(id: str, finding: Finding) -> frozenset[str]:
    """The ids of the claims that say the same as one, that one among them."""
    found, waiting = {id}, [id]
    ties = [one for one in finding.comparisons if one.relation == "same"]
    while waiting:
        one = waiting.pop()
        for tie in ties:
            if one in (tie.left, tie.right):
                other = tie.right if one == tie.left else tie.left
                if other not in found:
                    found.add(other)
                    waiting.append(other)
    return frozenset(found)


def _concerns(decision: Decision, finding: Finding, contrary: frozenset[str]) -> bool:
    """Whether it was on this dispute, or on what was there of it then."""
    return len(contrary & set(decision.claims)) > 1 and decision.preferred in (None, *finding.claims)


def _newer(decision: Decision, finding: Finding, contrary: frozenset[str]) -> tuple[str, ...]:
    supporting = _alike(decision.preferred, finding) if decision.preferred else frozenset()
    return tuple(sorted(contrary - set(decision.claims) - supporting))


def _reason(
    decision: Decision, newer: Sequence[str], claims: Mapping[str, Claim], cards: Mapping[str, SourceCard]
) -> Reason:
    code = "decided_before" if newer else "decided_preferred" if decision.preferred else "decided_both"
    documents = {claims[id].document for id in newer}
    details = {
        "author": decision.author or "",
        "day": decision.at.date().isoformat(),
        "because": decision.because or "",
        "sources": ", ".join(sorted(_name(document, cards.get(document)) for document in documents)),
    }
    return Reason(
        code if decision.author else f"{code}_unnamed",
        details,
        ("decided_because",) if decision.because else (),
    )


def _name(document: str, card: SourceCard | None) -> str:
    return (card and (card.title or card.publisher)) or document[:8]
