"""Calls: which frames a clause calls up by its concepts and what it names, so that no other is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from korpu.clauses import Clause, Part
from korpu.kinds import Kind, kinds
from korpu.kinds.frames import Frame


class _Call(NamedTuple):
    """A frame of a kind, and its place among all."""

    place: int
    kind: Kind
    frame: Frame


@cache
def _calls() -> dict[str, tuple[_Call, ...]]:
    """The frames by each concept that they ask for; by their theme those that ask for none."""
    found: dict[str, list[_Call]] = {}
    frames = [(kind, frame) for kind in kinds().values() for frame in kind.frames]
    for place, (kind, frame) in enumerate(frames):
        concepts = frozenset().union(*_alternatives(frame.cues))
        for word in concepts or [_theme(frame.theme.partition(".")[0])]:
            found.setdefault(word, []).append(_Call(place, kind, frame))
    return {word: tuple(calls) for word, calls in found.items()}


@cache
def _alternatives(cues: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(cue.split("|")) for cue in cues)


def _theme(type_: str) -> str:
    return f"theme {type_}"


def called_frames(clause: Clause) -> Iterator[tuple[Kind, list[Frame]]]:
    """Yield each kind that the clause calls up, with those of its frames that do, both in their order."""
    words = {*clause.concepts, *(_theme(argument.mention.type) for argument in clause.arguments)}
    calls = {call.place: call for word in words for call in _calls().get(word, ())}
    called = [calls[place] for place in sorted(calls) if has_cues(calls[place].frame, clause)]
    for _, group in groupby(called, key=lambda call: call.kind.name):
        calls_of_kind = list(group)
        yield calls_of_kind[0].kind, [call.frame for call in calls_of_kind]


def has_cues(frame: Frame, clause: Clause) -> bool:
    """Whether the clause holds what the frame asks for and nothing that it must not hold."""
    held, told = clause.concepts.keys(), clause.told.keys()
    if not held.isdisjoint(frame.unless) or not told.isdisjoint(frame.unless_told):
        return False
    cues = _alternatives(frame.cues)
    missing = [cue for cue in cues if held.isdisjoint(cue)]
    if not missing or frame.together:
        return not missing
    if _is_of_other(frame, clause):
        return False
    # «… münasibətlər … kəsilmiş, 1974-cü ildə bərpa edilmişdir»: the verb leaves out the noun told before.
    return len(missing) < len(cues) and not any(told.isdisjoint(cue) for cue in missing)


_DONE_TO = frozenset({"mission", "group"})


def _is_of_other(frame: Frame, clause: Clause) -> bool:
    """Whether the verb has a thing of its own and leaves out none («əlaqələr yaradılıb, səfirlik isə 2007-ci ildə təsis olunub»)."""
    theme = frame.theme.partition(".")[0]
    return any(
        a.own and a.part in (Part.SUBJECT, Part.OBJECT) and a.mention.type in _DONE_TO and a.mention.type != theme
        for a in clause.arguments
    )  # fmt: skip
