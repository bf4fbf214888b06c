"""Figures told of before: what «bu rəqəm» or an amount alone is an amount of, in whatever language it is said.

Of the kinds, only their declarations are read: what a frame with an amount asks for first is what is measured.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec

from korpu.claims import Claim, Step
from korpu.clauses import Argument, Clause, Mention, Part
from korpu.document import Span
from korpu.kinds import kinds
from korpu.kinds.frames import Frame
from korpu.reading.times import NO_DATE, When

_REACH = 2
"""How many sentences on a figure is still the one told last."""
_REACH_OF_GOODS = 4
_MARKS = frozenset({"world", "part"})
_COUNTED = frozenset({"person", "company", "document"})
_SHARES = frozenset({"percent"})
_NOT_HANDED_ON = frozenset({"amount", "date"})


class Figure(NamedTuple):
    """The figure told last.

    Attributes:
        clause: the clause that told it.
        concepts: what was measured («turnover»), and `world` or `part` where it was not the two states' whole.
        when: the date of the claim that came of it.
        unit: the unit of the amount; a percentage leaves the unit of the sum before it.
        sentence: the number of the sentence.
        lead: the first figure of the sentence, where this is not it: what a later sentence goes on with.
    """

    clause: Clause
    concepts: dict[str, Span]
    when: When
    unit: str
    sentence: int
    lead: Figure | None = None

    @property
    def is_other(self) -> bool:
        """Whether it was not the two states' whole."""
        return bool(self.concepts.keys() & _MARKS)


@cache
def measured() -> frozenset[str]:
    """Return the concepts of which there are amounts: the first cue of each frame that takes one."""
    frames = [frame for kind in kinds().values() for frame in kind.frames if frame.value and frame.cues]
    return frozenset(concept for frame in frames for concept in frame.cues[0].split("|"))


def resume(clause: Clause, last: Figure | None, sentence: int) -> Clause:
    """Return the clause with what it leaves to the figure told last: what is measured, the states, the unit.

    «bu rəqəm», «o, 12 faiz azalıb» measure what was told last; a turnover with nobody named is of those told
    last, be it the whole world.
    """
    near = last if last and sentence - last.sentence <= _REACH else None
    if near and near.sentence < sentence:
        near = near.lead or near
    held = clause.concepts.keys() & measured()
    if "figure" in clause.concepts and near and not held:
        return _carried(clause, near)
    if not held or not _amounts(clause):
        return clause
    if clause.stance in ("plan", "target"):
        clause = _without_told_dates(clause)
    if last and sentence - last.sentence <= _REACH_OF_GOODS and _goes_on_with_goods(clause, last):
        return msgspec.structs.replace(clause, concepts=clause.concepts | {"part": last.concepts["part"]})
    if near:
        clause = _with_units(clause, near)
    blocs = near is not None and near.is_other and near.sentence == sentence and not _names_own(clause)
    if blocs or "alone" in clause.concepts or not (_names_states(clause) or "mutual" in clause.concepts):
        return _in_scope(clause, near)
    return clause


def _goes_on_with_goods(clause: Clause, last: Figure) -> bool:
    """Whether «the goods» are those that the figure told last was of («… çay idxal edib. … 4 milyon dollarlıq məhsul …»)."""
    goods = any(
        a.own and (a.mention.type == "goods" or "goods" in a.mention.attributes) for a in clause.arguments
    )
    same = clause.concepts.keys() & last.concepts.keys() & measured()
    return goods and bool(same) and "part" in last.concepts and last.clause is not clause


def _carried(clause: Clause, last: Figure) -> Clause:
    carried = [
        msgspec.structs.replace(argument, own=False)
        for argument in last.clause.arguments if argument.mention.type not in _NOT_HANDED_ON
    ]  # fmt: skip
    clause = _with_units(clause, last)
    clause = msgspec.structs.replace(
        clause, concepts=last.concepts | clause.concepts, arguments=(*clause.arguments, *carried)
    )
    return _without_told_dates(clause) if clause.stance in ("plan", "target") else clause


def _with_units(clause: Clause, last: Figure) -> Clause:
    return msgspec.structs.replace(
        clause, arguments=tuple(_with_unit(a, last.unit) for a in clause.arguments)
    )


def _with_unit(argument: Argument, unit: str) -> Argument:
    bare = argument.mention.attributes.get("bare")
    if argument.mention.type != "amount" or not bare or (bare != "scaled" and unit not in _COUNTED):
        return argument
    return msgspec.structs.replace(argument, mention=msgspec.structs.replace(argument.mention, value=unit))


def _without_told_dates(clause: Clause) -> Clause:
    """What is aimed at is not of the year in which something else was reached."""
    kept = tuple(a for a in clause.arguments if a.own or a.part is not Part.TIME)
    return msgspec.structs.replace(clause, arguments=kept)


def _in_scope(clause: Clause, last: Figure | None) -> Clause:
    """One state's trade, or nobody's, is that with the other state if such was told last."""
    if last and not last.is_other and last.clause is not clause:
        held = clause.concepts.keys() & measured()
        same = held <= last.concepts.keys()
        added = [
            Argument(a.part if same or a.part is Part.OWNER else Part.PARTNER, a.mention, False)
            for a in last.clause.arguments if _is_state(a.mention)
        ]  # fmt: skip
        return msgspec.structs.replace(clause, arguments=(*clause.arguments, *added))
    world = clause.concepts.get("alone")
    if last and clause.concepts.keys() & last.concepts.keys() & measured():
        world = world or last.concepts.get("world")
    return msgspec.structs.replace(clause, concepts=clause.concepts | {"world": world}) if world else clause


def _is_state(mention: Mention) -> bool:
    return mention.type in ("state", "pointer", "pair", "people")


def _names_states(clause: Clause) -> bool:
    return any(
        _is_state(a.mention) or a.mention.attributes.get("our") or "table" in a.mention.attributes
        or (a.own and a.part is Part.PARTNER and "capital" in a.mention.attributes)
        for a in clause.arguments
    )  # fmt: skip


def _names_own(clause: Clause) -> bool:
    return any(a.own and (_is_state(a.mention) or a.mention.attributes.get("our")) for a in clause.arguments)


def _amounts(clause: Clause) -> list[Mention]:
    return [a.mention for a in clause.arguments if a.own and a.mention.type == "amount"]


def note_figure(
    clause: Clause, claims: list[Claim], said: When, last: Figure | None, sentence: int
) -> Figure | None:
    """Return the figure told last behind a clause, of which `claims` came; `said` is the clause's own date."""
    amounts = [mention for mention in _amounts(clause) if mention.value]
    held = {
        concept: span
        for concept, span in clause.concepts.items()
        if concept in measured() or concept in _MARKS
    }
    moves = bool(clause.concepts.keys() & {"rise", "fall"}) and "alone" not in clause.concepts
    if (
        not (amounts or moves)
        or not held.keys() - _MARKS
        or any("table" in a.mention.attributes for a in clause.arguments)
    ):
        return last
    told = next((claim for claim in claims if claim.value and claim.stance not in ("plan", "target")), None)
    when = When(told.when, told.when_from) if told and told.when else said if not claims else NO_DATE
    if last and not when.edtf and not claims and not _is_dated(clause) and sentence - last.sentence <= _REACH:
        when = last.when
    unit = next((m.value for m in amounts if m.value not in _SHARES), last.unit if last else "")
    lead = (last.lead or last) if last and last.sentence == sentence else None
    return Figure(clause, held, when, unit, sentence, lead)


def _is_dated(clause: Clause) -> bool:
    """Whether a clause gives a date of its own, resolved or not."""
    dates = [argument.mention for argument in clause.arguments if argument.part is Part.TIME]
    return any(getattr(mention.data, "part", "") != "base" for mention in dates)


def date_told(clause: Clause, frame: Frame, last: Figure | None, sentence: int) -> When | None:
    """Return the date of the figure told last, for a fact of a period that gives no date of its own."""
    if frame.when != "figure" or last is None or not last.when.edtf or clause.stance != "fact":
        return None
    near = sentence - last.sentence <= _REACH
    lead = last.lead
    if lead and last.sentence < sentence and (lead.when.edtf or "") > last.when.edtf:
        last = lead  # «… 640 milyona çatıb, bir il əvvəl 410 milyon idi. İxrac …»: of the later year
    if not near or _is_dated(clause) or "then" in clause.concepts:
        return None
    return When(last.when.edtf, "document", (Step("when", "figure"),))
