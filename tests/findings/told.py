"""Invented claims, told in a line each."""

from __future__ import annotations

import hashlib
from typing import Any

from korpu.claims import Claim, Step, Trace, Value
from korpu.findings import Finding, find

PARTIES = ("PE", "UY")


def document(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def own_words(seed: str) -> str:
    """A quote of eight words that no other seed gives."""
    digits = hashlib.sha256(seed.encode()).hexdigest()
    return " ".join(digits[place : place + 8] for place in range(0, 64, 8))


def value(text: str) -> Value:
    """«over 100 document», «exact 20/30 USD», «exact 5.5 -»."""
    bound, amounts, unit = text.split()
    amount, _, to = amounts.partition("/")
    return Value(amount, None if unit == "-" else unit, bound, to or None)  # type: ignore[arg-type]


def told(kind: str, when: str | None = None, amount: str | None = None, **fields: Any) -> Claim:
    """A claim of document `doc`; a role is given by its name, the rest by the contract's."""
    doc, row = fields.pop("doc", "a"), fields.pop("row", None)
    stance, speaker = fields.pop("stance", "fact"), fields.pop("speaker", None)
    when_from = fields.pop("when_from", "stated" if when else None)
    parties = fields.pop("parties", PARTIES)
    offset = fields.pop("offset", None)
    roles = {role.rstrip("_"): filler for role, filler in fields.items() if role != "quote"}
    seed = f"{doc} row {row}" if row else f"{doc} {kind} {when} {amount} {sorted(roles.items())} {stance}"
    quote = fields.get("quote") or own_words(seed)
    start = int(hashlib.sha256(str(row or quote).encode()).hexdigest()[:4], 16)
    trace = None
    if offset:
        words, how = offset
        place = start + quote.index(words)
        trace = Trace("rule", (Step("when", how, place, place + len(words)),))
    return Claim(
        kind, parties, roles, when, when_from, value(amount) if amount else None, stance, speaker,
        document(doc), start, start + len(quote), quote, trace,
    )  # fmt: skip


def ids(*claims: Claim) -> tuple[str, ...]:
    return tuple(sorted(claim.id for claim in claims))


def the(code: str, findings: tuple[Finding, ...]) -> Finding:
    """The one finding whose reason has the code."""
    found = [finding for finding in findings if finding.reason.code == code]
    assert len(found) == 1, [(finding.kind, finding.status, finding.reason.code) for finding in findings]
    return found[0]


def only(*claims: Claim, **cards: Any) -> Finding:
    """The one finding that the claims add up to."""
    found = find(claims, cards)
    assert len(found) == 1, [(finding.kind, finding.status, finding.reason.code) for finding in found]
    return found[0]
