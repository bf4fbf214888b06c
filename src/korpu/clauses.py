"""The narrow waist: what a language turns text into, and what a kind of claim is declared over.

A clause says what happened (its concepts) and who or what took which part in it (its arguments). No word of
any language is left in it: concepts and parts are shared by all languages, mentions carry codes.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal

import msgspec

from korpu.claims import Stance
from korpu.document import Span

Tense = Literal["past", "present", "future"]
"""When a clause is told to happen, seen from the day of its telling."""


class Part(Enum):
    """The part that an argument plays in its clause; in a language with cases, mostly the case."""

    SUBJECT = "subject"
    OBJECT = "object"
    OWNER = "owner"
    """Whose it is («of X»)."""
    GOAL = "goal"
    """To or for whom."""
    PLACE = "place"
    """Where."""
    LOCATED = "located"
    """Where that is which follows («the embassy in X»)."""
    SOURCE = "source"
    """From where."""
    PARTNER = "partner"
    """With whom."""
    BETWEEN = "between"
    AGENT = "agent"
    """By whom."""
    HOLDER = "holder"
    """Whose it is, where the clause is about that and not about the holder («the embassy's new building»)."""
    WITHIN = "within"
    """In the course or the framework of what."""
    UNTIL = "until"
    MODIFIER = "modifier"
    """What stands bare before a noun that it belongs to («X embassy»)."""
    TIME = "time"
    TOPIC = "topic"


class Mention(msgspec.Struct, frozen=True):
    """A stretch of text that names something.

    Attributes:
        type: what it names: `state`, `place`, `person`, `mission`, `amount`, `title`, …
        value: its code or its name in dictionary form; may be empty.
        start, end: code points in the document.
        attributes: what else the words say of it: a person's `office` and `state`, a mission's `sender`.
        data: the amount or date as the language read it; None for other types.
        concept: what the noun calls up by itself; empty for names.
        joined_to: where that ends to which a comma or an «and» joins it; -1 where neither stands before it.
    """

    type: str
    value: str
    start: int
    end: int
    attributes: dict[str, str] = {}
    data: object = None
    concept: str = ""
    joined_to: int = -1

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


class Argument(msgspec.Struct, frozen=True):
    """A mention and the part that it plays. `own` is false where it was said in another clause."""

    part: Part
    mention: Mention
    own: bool = True


class Clause(msgspec.Struct, frozen=True):
    """What one predicate says.

    Attributes:
        start, end: code points of the sentence (or row) that carries it.
        concepts: each concept that the words call up, with the words.
        arguments: in the order of the text, those said in the clause itself first.
        stance: fact, plan, … ; None where nothing is asserted (a wish, a question).
        nominal: whether the event is a noun («the opening of the embassy»).
        active: whether what the predicate is done to is its object and not its subject.
        stance_at: the words that the stance is by; None where it is by none.
        told: concepts that nouns of earlier clauses of the sentence called up, for a verb that leaves its own out.
        tense: past, present or future, for dates that need it.
    """

    start: int
    end: int
    concepts: dict[str, Span]
    arguments: tuple[Argument, ...]
    stance: Stance | None = "fact"
    tense: Tense = "past"
    nominal: bool = False
    told: dict[str, Span] = {}
    active: bool = False
    stance_at: Span | None = None
