"""Coverage as the reader goes: what a clause nearly claimed, and what a sentence came to.

A clause nearly claims something where a frame's cues and theme are all there and part of what it needs, but
not all, and where it names a state other than the publisher's own. So a lone noun of a kind («səfir»,
«ticarət»), a bare verb («görüşdük») or news from within one country is no miss.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from korpu.claims import Claim
from korpu.clauses import Clause
from korpu.coverage import Covered, Miss, Verdict
from korpu.reading.discourse import Discourse
from korpu.reading.frames import Match
from korpu.reading.steps import trigger_spans

CHOSEN = ("when", "value")
"""What a frame may need besides roles; chosen after them."""


def near_miss(match: Match, lacks: Sequence[str], discourse: Discourse) -> list[Miss]:
    """Return the miss, alone in a list; an empty one where the clause is too far from a claim, or asserts nothing.

    Args:
        lacks: what the frame needs and the clause does not give.
    """
    stance = match.clause.stance
    if stance is None or match.frame.stances.get(stance, stance) is None:
        return []
    roles = [need for need in match.frame.needs if need not in CHOSEN]
    if (roles and set(roles) <= set(lacks)) or not _names_state(match.clause, discourse):
        return []
    return [Miss(match.kind.name, match.frame.name, trigger_spans(match), tuple(lacks))]


def _names_state(clause: Clause, discourse: Discourse) -> bool:
    """Whether the clause itself names a state that is not the publisher's, by any word."""
    for argument in clause.arguments:
        mention = argument.mention
        if not argument.own:
            continue
        said = [mention.attributes.get(name, "") for name in ("state", "sender", "host", "pair")]
        said += [mention.value] if mention.type in ("state", "people", "pair") else []
        if any(code != discourse.publisher for codes in said for code in codes.split()):
            return True
    return False


def cover(start: int, end: int, claims: Iterable[Claim], misses: Iterable[Miss]) -> Covered:
    """Return what a sentence came to: a miss counts only where no claim came of it."""
    made = tuple(dict.fromkeys(claim.kind for claim in claims))
    if made:
        return Covered(start, end, Verdict.CLAIM, made)
    missed = tuple(dict.fromkeys(misses))
    if missed:
        kinds = tuple(dict.fromkeys(miss.kind for miss in missed))
        return Covered(start, end, Verdict.NOT_UNDERSTOOD, kinds, missed)
    return Covered(start, end, Verdict.NOTHING)
