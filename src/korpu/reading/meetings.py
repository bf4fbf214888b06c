"""Meetings: the states of persons who meet, the other side's where the words do not say it."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.clauses import Mention
from korpu.reading.discourse import Discourse

_NATIONAL = frozenset(
    [
        "president",
        "prime_minister",
        "foreign_minister",
        "speaker",
        "monarch",
        "minister",
        "deputy_speaker",
        "deputy_minister",
    ]
)
"""Offices that a state has, and no organisation."""


def states_of(persons: Sequence[Mention], discourse: Discourse, where: str = "") -> tuple[str, ...]:
    """Return the states of persons who meet; of one whose state is not said, the other of the pair.

    `where` is the state in which they meet, if the sentence says it: a third one that no pair has is the
    state of a holder of office whose own is not said. Where three meet or more, only one may be unknown.
    """
    bodies = [m for m in persons if m.attributes.get("office") == "delegation" and not discourse.state_of(m)]
    if bodies or any(mention.attributes.get("of") for mention in persons):
        return ()
    known = dict.fromkeys(code for m in persons for code in discourse.all_states(m))
    unknown = [m for m in persons if not discourse.all_states(m)]
    if sum(bool(m.value) for m in persons) > 2 and sum(bool(m.value) for m in unknown) > 1:
        return ()
    unknown.sort(key=lambda mention: discourse.likely_state(mention) is None)
    for mention in unknown:
        likely = discourse.likely_state(mention)
        if likely and likely not in known:
            known[likely] = None
        elif len(known) == 1:
            (state,) = known
            other = _host_of(mention, state, where, discourse) or _counterpart(state, likely, discourse)
            known |= {other: None} if other else {}
    offices = any(m.attributes.get("office") for m in persons)
    if not known and discourse.pair and (discourse.main_pair or not offices):
        return tuple(discourse.pair)
    return tuple(known)


def _host_of(mention: Mention, guest: str, where: str, discourse: Discourse) -> str | None:
    """The state where one who holds an office in it is met («Dakarda Milli Assambleyanın sədri ilə»)."""
    third = where and where != guest and where not in (discourse.pair or ())
    return where if third and mention.attributes.get("office") in _NATIONAL else None


def _counterpart(state: str, likely: str | None, discourse: Discourse) -> str | None:
    """The state of whom one of `state` meets: during a visit the other side's; else the pair's other."""
    if state == discourse.home and len(abroad := {code for _, code in discourse.foreign} - {state}) == 1:
        return abroad.pop()
    if discourse.route and state in discourse.route:
        return discourse.route[0] if discourse.route[1] == state else discourse.route[1]
    return None if likely == state else discourse.other_than(state)
