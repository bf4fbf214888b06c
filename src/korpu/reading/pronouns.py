"""Pronouns: which thing told of before a clause means by «it»."""

from __future__ import annotations

from korpu.clauses import Argument, Clause, Mention, Part
from korpu.reading.discourse import Discourse
from korpu.reading.things import THINGS as ALL_THINGS

_OWNED = frozenset({"visit", "institution", "monument", "title", "award", "project", "session"})
"""What may belong to whom a pronoun stands for."""

THINGS = ALL_THINGS - {"title"}
"""What a pronoun may mean."""


def is_pronoun(argument: Argument, type_: str) -> bool:
    """Whether it stands for a thing told of («ona … rəhbərlik edir», «qrup …»)."""
    mention = argument.mention
    said_he = mention.attributes.get("pronoun") == "he"
    return argument.own and (said_he or (mention.type == "it" and mention.value == type_))


def owns_other(pronoun: Argument, clause: Clause) -> bool:
    """Whether the pronoun only says whose something else is that the clause tells of («onun səfəri ləğv edilib»)."""
    return pronoun.part is Part.OWNER and any(
        a.own and a.part in (Part.SUBJECT, Part.OBJECT) and a.mention.type in _OWNED for a in clause.arguments
    )


def meant_by_pronoun(type_: str, clause: Clause, discourse: Discourse) -> list[Mention | None]:
    """Return the thing of a type that a pronoun means: the one told last, if it is of that type; else none."""
    told = [
        a.mention
        for own in (False, True)
        for a in clause.arguments
        if a.own is own and (_sort(a.mention) in (THINGS if own else ALL_THINGS) or a.mention.type == type_)
    ]
    if told and told[-1].type != "it":
        return [told[-1]] if told[-1].type == type_ else []
    named = [mention for mention in told if mention.type == type_]
    if named and _sort(told[-1]) == type_:  # «dostluq qrupu yaradılıb, qrupa X rəhbərlik edir»
        return [named[-1]]
    last = discourse.last_thing
    fits = not told or _sort(told[-1]) == type_
    return [last] if last and last.type == type_ and fits else []


def _sort(mention: Mention) -> str:
    """What sort of thing a mention is of, where it only says so too («qrup»)."""
    return mention.value if mention.type == "it" else mention.type


def meant_here(mention: Mention, clause: Clause) -> Mention:
    """Return whom «him» means: the subject of the clause before in the same sentence («X Bakıya gəlib, onu nazir Y qəbul edib»)."""
    if mention.type != "it" or mention.attributes.get("pronoun") != "he" or not mention.value:
        return mention
    for argument in clause.arguments:
        if argument.mention is mention and argument.own and argument.part is Part.SUBJECT:
            return mention
    before = [
        a.mention for a in clause.arguments
        if not a.own and a.part is Part.SUBJECT and a.mention.type == "person" and a.mention.value
    ]  # fmt: skip
    return before[-1] if before else mention
