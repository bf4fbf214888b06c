"""Qualifiers: words of a sentence that make its amount one of something else, and whose statistics it is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings.folding import fold
from korpu.kinds import Kind
from korpu.kinds.checks import Mirror
from korpu.lexicon import read_table
from korpu.states import states_in


def qualifiers(claim: Claim) -> frozenset[str]:
    """Return what the words of the claim's sentence make of its amount («direct», «citizens»), else of its date.

    >>> from korpu.claims import Value
    >>> said = Claim("trade.exports", ("AZ", "ES"), {}, None, None, Value("5", "USD", "exact"), "fact", None, "a", 0, 1,
    ...     "qeyri-neft ixracı")
    >>> sorted(qualifiers(said))
    ['without_oil']
    """
    if claim.value is None:
        return _said(claim.quote, "date")
    return _said(claim.quote, "") | (
        _said(claim.quote, claim.value.unit) if claim.value.unit else frozenset()
    )


def is_former(claim: Claim) -> bool:
    """Whether the claim's sentence calls the holder of an office a former one.

    >>> is_former(Claim("mission.head", ("PE", "UY"), {}, None, None, None, "fact", None, "a", 0, 1, "sabiq səfir Ana Soto"))
    True
    """
    return bool(_said(claim.quote, "holder"))


@lru_cache(maxsize=65536)
def _said(quote: str, of: str) -> frozenset[str]:
    """What the words of a quote make of what they are of."""
    found = (_senses()[match[1]] for match in _beginnings().finditer(fold(quote)))
    return frozenset(sense for sense, only in found if only == of)


@cache
def _senses() -> dict[str, tuple[str, str]]:
    rows = read_table("findings", "qualifiers")
    return {row["beginning"]: (row["sense"], row["of"]) for row in rows}


@cache
def _beginnings() -> re.Pattern[str]:
    # The longest first: «qeyri neft» is not «neft».
    longest = sorted(_senses(), key=lambda beginning: (-len(beginning), beginning))
    return re.compile(r"\b(" + "|".join(map(re.escape, longest)) + ")")


def counted_by(claim: Claim, kind: Kind, card: SourceCard | None) -> str | None:
    """Return the state by whose statistics the amount is, None where that is not known.

    It is where the speaker or, where there is none, the publisher is an office of one of the parties that keeps statistics;
    and where the kind says that a role of it holds whose statistics they are.

    >>> from korpu.kinds import kinds
    >>> said = Claim("trade.exports", ("EE", "FI"), {"reporter": "FI"}, None, None, None, "fact",
    ...     "Estoniya Statistika İdarəsi", "a" * 64, 0, 1, "…")
    >>> counted_by(said, kinds()["trade.exports"], None)
    'EE'
    """
    if not any(isinstance(check, Mirror) for check in kind.checks):
        return None
    office = _office(claim.speaker, claim.parties)
    if office is not None:
        return office
    for check in kind.checks:
        if isinstance(check, Mirror) and check.kind == kind.name and check.role in claim.roles:
            said = claim.roles[check.role]
            return said if isinstance(said, str) else None
    return _office(card.publisher, claim.parties) if card is not None and claim.speaker is None else None


def _office(name: str | None, parties: tuple[str, ...]) -> str | None:
    """The party of which `name` is an office that keeps statistics."""
    if name is None or not _keeps_statistics().search(fold(name)):
        return None
    named = states_in(name) & set(parties)
    return next(iter(named)) if len(named) == 1 else None


@cache
def _keeps_statistics() -> re.Pattern[str]:
    rows = read_table("findings", "statistics")
    return re.compile(r"\b(?:" + "|".join(re.escape(row["beginning"]) for row in rows) + ")")
