"""Counterparts: the state that a clause relates to one that is known."""

from __future__ import annotations

from korpu.claims import RoleValue
from korpu.clauses import Clause, Mention
from korpu.reading.discourse import Discourse
from korpu.reading.selectors import TYPE_GROUPS

Found = tuple[RoleValue, list[Mention], str]
"""What a role is filled with, the mentions that say it, and how they do."""


def facing(clause: Clause, part: str, discourse: Discourse) -> Found | None:
    """Return the state that the clause relates to the one that plays `part`: the only other one said, else the pair's."""
    states = [
        (a, code) for a in clause.arguments
        if a.own and a.mention.type in TYPE_GROUPS["nation"] and (code := discourse.state_of(a.mention))
    ]  # fmt: skip
    known = next((code for argument, code in states if argument.part.value == part), None)
    if known is None:
        return _facing_told(clause, part, discourse) if not states else None
    others = {code: argument.mention for argument, code in states if code != known}
    if len(others) == 1:
        code, mention = next(iter(others.items()))
        return code, [mention], "facing"
    told = {
        code: a.mention for a in clause.arguments
        if not a.own and a.part.value != part and a.mention.type in TYPE_GROUPS["nation"]
        and (code := discourse.state_of(a.mention)) and code != known
    }  # fmt: skip
    if len(told) == 1:
        code, mention = next(iter(told.items()))
        return code, [mention], "earlier_clause"
    other = clause_other(clause, known, discourse)
    return (other, [], "pair") if other else None


def _facing_told(clause: Clause, part: str, discourse: Discourse) -> Found | None:
    """The other state of the pair than the one that played `part` before, for a clause that names none («bunun 3 milyonu ixracdır»)."""
    told = [
        a.mention
        for a in clause.arguments
        if a.part.value == part and a.mention.type in TYPE_GROUPS["nation"]
    ]
    known = discourse.state_of(told[-1]) if told else None
    other = clause_other(clause, known, discourse) if known else None
    return (other, [], "pair") if other else None


def clause_other(clause: Clause, known: str, discourse: Discourse) -> str | None:
    """Return the state that the clause relates `known` to: the only other one said, else the pair's."""
    pair = discourse.pair
    if pair and known in pair:
        return pair[0] if pair[1] == known else pair[1]
    if discourse.home and known != discourse.home:
        return discourse.home
    return None
