"""Preference: which of the answers that sources disagree on is shown first, by a rule that the user names.

Both sides stay, and the finding stays disputed: a preference says what to read first, and that a rule chose it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

import msgspec

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.edtf import days, sort_key
from korpu.findings.finding import Finding, Reason
from korpu.findings.folding import fold
from korpu.findings.values import exactness
from korpu.findings.voices import is_of
from korpu.kinds import Answer, kinds
from korpu.lexicon import read_table

Rank = tuple[object, ...]
Rule = Callable[[Claim, SourceCard], Rank | None]
"""Ranks a claim, the least first; None where the rule has nothing to say of it."""

OFFICIAL_HOSTS = frozenset({"gov", "mil", "parliament", "president", "mfa"})
"""Parts of an address's host that only offices of a state have."""


def official(claim: Claim, card: SourceCard) -> Rank | None:
    """Prefer what an office of a state publishes or says."""
    return (0,) if any(map(_is_official, (card.publisher, claim.speaker))) or _has_office(card.url) else None


def newest(claim: Claim, card: SourceCard) -> Rank | None:
    """Prefer the document that was published last."""
    if card.published is None:
        return None
    return (tuple(-ord(sign) for sign in sort_key(card.published)[0]),)


def exact(claim: Claim, card: SourceCard) -> Rank | None:
    """Prefer the answer that leaves the least open."""
    found = days(claim.when)
    width = found.width if found is not None else None
    if kinds()[claim.kind].answer is Answer.WHEN:
        return (width,) if width is not None else None
    return exactness(claim.value) if claim.value is not None else None


RULES: dict[str, Rule] = {"official": official, "newest": newest, "exact": exact}
"""The rules by their names; any other name is a source's, whose answer is preferred."""


def prefer(
    findings: Iterable[Finding], rule: str, claims: Mapping[str, Claim], cards: Mapping[str, SourceCard]
) -> tuple[Finding, ...]:
    """Return the findings, those in dispute with the answer that a rule chooses, and with a note that it did.

    Where the rule does not tell the sides apart, or a person prefers one, the finding stays as it is.

    Args:
        rule: a name of `RULES`, or of a source or speaker.
        claims: by id, all that the findings rest on.
    """
    ranked = RULES.get(rule) or (lambda claim, card: (0,) if is_of(claim, card, rule) else None)
    return tuple(
        _choose(finding, rule, ranked, claims, cards) if _is_open(finding) else finding
        for finding in findings
    )


def _choose(
    finding: Finding, rule: str, ranked: Rule, claims: Mapping[str, Claim], cards: Mapping[str, SourceCard]
) -> Finding:
    kind = kinds()[finding.kind]
    ranks = []
    for id in finding.claims:
        claim = claims[id]
        rank = ranked(claim, cards.get(claim.document, SourceCard()))
        if rank is not None and claim.kind == kind.name:
            ranks.append((rank, id))
    best = min((rank for rank, _ in ranks), default=None)
    chosen = [claims[id] for rank, id in sorted(ranks, key=lambda item: item[1]) if rank == best]
    if not chosen or _are_apart({claim.id for claim in chosen}, finding):
        return finding
    reason = Reason(
        finding.reason.code,
        finding.reason.details | {"rule": rule},
        (*finding.reason.notes, f"preferred_{rule}" if rule in RULES else "preferred_source"),
    )
    return msgspec.structs.replace(answered_by(finding, chosen[0]), reason=reason)


def answered_by(finding: Finding, claim: Claim) -> Finding:
    """Return the finding with the answer of one of its claims, which is preferred; of a denial, with none."""
    kind = kinds()[finding.kind]
    roles, value, when = dict(finding.roles), finding.value, finding.when
    if claim.kind == kind.name and claim.stance != "denied":
        if kind.answer_role is not None and kind.answer_role in claim.roles:
            roles[kind.answer_role] = claim.roles[kind.answer_role]
        value = claim.value if kind.answer is Answer.VALUE else value
        when = claim.when if kind.answer is Answer.WHEN else when
    return msgspec.structs.replace(finding, roles=roles, value=value, when=when, preferred=claim.id)


def _is_open(finding: Finding) -> bool:
    """Whether sources disagree and no person prefers one."""
    return finding.status == "disputed" and finding.preferred is None


def _are_apart(chosen: set[str], finding: Finding) -> bool:
    """Whether those that the rule ranks alike contradict each other."""
    return any(
        comparison.relation == "contradicts" and {comparison.left, comparison.right} <= chosen
        for comparison in finding.comparisons
    )


@cache
def _beginnings() -> re.Pattern[str]:
    rows = read_table("findings", "official")
    return re.compile(r"\b(?:" + "|".join(re.escape(row["beginning"]) for row in rows) + ")")


def _is_official(name: str | None) -> bool:
    return name is not None and _beginnings().search(fold(name)) is not None


def _has_office(url: str | None) -> bool:
    host = re.match(r"\w+://([^/?#]+)", url or "")
    return host is not None and not OFFICIAL_HOSTS.isdisjoint(host[1].split("."))
