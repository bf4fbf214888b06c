"""Journeys: lines and rows that say who went where without a verb («12.05.2009 | Minister X | Praqa»). Knows no language."""

from __future__ import annotations

import re

from msgspec.structs import replace

from korpu.clauses import Argument, Clause, Mention, Part
from korpu.document import Span
from korpu.languages import Group
from korpu.reading.ground import Ground
from korpu.reading.selectors import TYPE_GROUPS

_SAYS_NO_MORE = frozenset({"visit_noun", "within_visit"})
_CALLED_OFF = frozenset({"close", "cancel", "postpone"})
_PIECE = re.compile(r"[^|,;()\n]+")
_LONGEST_TYPE = 24
"""Code points of a cell or of a remark that says what sort of visit it was («işgüzar»)."""


def read_journey(ground: Ground, span: Span, times: Group = (), listed: bool = False) -> Clause | None:
    """Return the visit that a line or row tells of by a holder of an office and a place; None where it tells more.

    With `listed`, visits are what is listed there: the place need then not say by its case that it is where
    he went.
    """
    clauses = ground.reading(span).clauses
    concepts = set().union(*(clause.concepts for clause in clauses))
    off = concepts & _CALLED_OFF
    if concepts - off - _SAYS_NO_MORE:
        return None
    arguments = [argument for clause in clauses for argument in clause.arguments if argument.own]
    times = times or tuple(argument for argument in arguments if argument.part is Part.TIME)
    visitor = _visitor([a.mention for a in arguments if a.part is Part.SUBJECT], listed)
    if visitor is None or not times:
        return None
    lands = [a for a in arguments if a.mention.type in TYPE_GROUPS["land"] and _is_apart(a.mention, visitor)]
    home = next((a for a in lands if _is_bracketed(ground, visitor, a.mention)), None)
    if home:
        lands.remove(home)
        visitor = _of(visitor, home.mention)
    if not lands or len({_state(a.mention) for a in lands}) > 1:
        return None
    if not listed and (lands[0].part not in (Part.PLACE, Part.GOAL) or lands[0].mention.start < visitor.end):
        return None
    goals = [Argument(Part.GOAL, a.mention) for a in sorted(lands, key=lambda a: a.mention.type == "place")]
    visits = [*(a for a in arguments if a.mention.type == "visit"), *_type(ground, span)]
    told = (Argument(Part.SUBJECT, visitor), *goals, *visits, *times)
    said = {"visit_noun", *off} if off else {"visit"}
    return Clause(span.start, span.end, dict.fromkeys(sorted(said), visitor.span), told)


def _visitor(subjects: list[Mention], listed: bool) -> Mention | None:
    """The only one who is named with his office, be that apart («X | Serbia's minister»); in a list, by his name alone."""
    persons = [mention for mention in subjects if mention.type == "person"]
    named = [person for person in persons if person.value and (listed or "office" in person.attributes)]
    titles = [person for person in persons if not person.value and "office" in person.attributes]
    if len(named) != 1:
        return None
    apart = titles[0].attributes if len(titles) == 1 and "office" not in named[0].attributes else {}
    return replace(named[0], attributes={**apart, **named[0].attributes})


def _is_apart(mention: Mention, visitor: Mention) -> bool:
    return mention.end <= visitor.start or mention.start >= visitor.end


def _is_bracketed(ground: Ground, visitor: Mention, mention: Mention) -> bool:
    """Whether a state stands in brackets right behind the name: it is whose he is."""
    between = ground.text[visitor.end : mention.start] if mention.start >= visitor.end else ""
    return mention.type == "state" and between.strip() == "("


def _of(visitor: Mention, state: Mention) -> Mention:
    return replace(visitor, attributes={**visitor.attributes, "state": state.value})


def _state(mention: Mention) -> str:
    return mention.attributes.get("state", "") if mention.type == "place" else mention.value


def _type(ground: Ground, span: Span) -> list[Argument]:
    """The sort of visit, where a cell or a remark says no more than that."""
    for piece in _PIECE.finditer(ground.text, span.start, span.end):
        words = piece.group().strip()
        if 0 < len(words) <= _LONGEST_TYPE and words[0].isalpha():
            start = piece.start() + piece.group().index(words)
            label = ground.label(Span(start, start + len(words)))
            if label.sort == "visit_type":
                return [Argument(Part.SUBJECT, Mention("visit", label.value, start, start + len(words)))]
    return []
