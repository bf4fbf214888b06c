"""Discourse: what a sentence means by what was said before it.

The pair of states in question, the state of who speaks, the state last named, persons by their fullest name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from korpu.claims import WhenFrom
from korpu.clauses import Mention
from korpu.document import Span
from korpu.reading.figures import Figure

_THINGS = frozenset({"mission", "group", "project", "commission", "session"})
_TELLING = frozenset({"sender", "host", "state", "pair", "name"})
"""What tells a thing from others of its sort; a mention without any of it is of the one told of last."""


@dataclass
class Discourse:
    """What is known at a point of a document; updated as the reader goes on.

    Attributes:
        pair: the two states in question, None where the document has none.
        home: the state of the publisher, or of who speaks within a quotation.
        publisher: the state of the publisher.
        main_pair: the pair of the whole document, where it has one.
        is_sure: whether the pair is the document's, or the last sentence with states named just these two.
        focus: the one state that the title names; its relations are what a document of many pairs is about.
        titled: the states that the title names, in its order.
        last_foreign: the state other than `home` that was last named.
        foreign: those that the sentence names, and where.
        subject: the state of whom the sentence is about («ölkəsi»).
        events: the date of the visit, meeting or session told of last, and how it was got.
        figure: the figure told last.
        sentence: the number of the sentence that is read.
        dates: where each date was told last, by its EDTF.
        persons: folded surname to the fullest name; office and state to the name.
    """

    pair: tuple[str, str] | None = None
    home: str | None = None
    publisher: str | None = None
    main_pair: tuple[str, str] | None = None
    is_sure: bool = False
    focus: str | None = None
    titled: tuple[str, ...] = ()
    last_foreign: str | None = None
    foreign: tuple[tuple[int, str], ...] = ()
    subject: str | None = None
    holders: dict[tuple[str, str], str] = field(default_factory=dict)
    events: dict[str, tuple[str, WhenFrom]] = field(default_factory=dict)
    last_thing: Mention | None = None
    things: dict[str, dict[str, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    states_of_persons: dict[str, str] = field(default_factory=dict)
    figure: Figure | None = None
    sentence: int = 0
    dates: dict[str, Span] = field(default_factory=dict)

    def state_of_pointer(self, pointer: str) -> str | None:
        """Return the state that `@our`, `@that`, `@your` or `@friend` points at; several are apart by spaces."""
        codes = [self._points(word) if word.startswith("@") else word for word in pointer.split()]
        return " ".join(code for code in codes if code) or None

    def _points(self, pointer: str) -> str | None:
        match pointer:
            case "@our":
                return self.home
            case "@own":
                return self.subject
            case "@that":
                return self.last_foreign
            case "@your" | "@friend":
                return self.other_than(self.home)
            case "@first":
                return self._first()
            case _ if pointer.startswith("@other:"):
                return self.other_than(pointer.removeprefix("@other:"))
        return None

    def _first(self) -> str | None:
        """The state whose figures a table has that does not say whose: the title's first, else the publisher's."""
        if len(self.titled) == 2 and self.pair and set(self.titled) == set(self.pair):
            return self.titled[0]
        return self.publisher if self.pair and self.publisher in self.pair else None

    def other_than(self, state: str | None) -> str | None:
        """Return the pair's other state."""
        if self.pair and state in self.pair:
            return self.pair[0] if self.pair[1] == state else self.pair[1]
        return None

    def state_of(self, mention: Mention) -> str | None:
        """Return the code of the state that a mention names, points at or lies in."""
        if mention.type in ("state", "people"):
            return mention.value
        if mention.type == "pointer":
            before = [code for start, code in self.foreign if start < mention.start]
            if mention.value == "that" and before:
                return before[-1]
            return self.state_of_pointer("@" + mention.value)
        said = mention.attributes.get("state", "")
        if said.startswith("@"):
            return self.state_of_pointer(said)
        if said or mention.type != "person":
            return said or None
        return self.states_of_persons.get(self.name_of(mention) or "")

    def name_of(self, mention: Mention) -> str | None:
        """Return the fullest form of a person's name, or that of the holder of the office that is said."""
        if mention.value:
            return self.names.get(mention.value, mention.value)
        office = mention.attributes.get("office", "")
        state = self.state_of(mention) if mention.attributes.get("state") else ""
        return self.holders.get((office, state or ""))

    def speak_for(self, speaker: str | None) -> None:
        """Let «our» mean the speaker's state, where it is known, else the publisher's."""
        self.home = self.states_of_persons.get(speaker or "") or self.publisher

    def turn_to(self, mentions: Iterable[Mention], lists: bool = False) -> None:
        """Take up a sentence: whom it is about, and which two states it names, where there is no main pair.

        A sentence that `lists` states, each with a fact of its own («A ilə …, B ilə isə …»), names no pair.
        """
        mentions = tuple(mentions)
        self.foreign = ()
        named_here = ((m.start, self.state_of(m)) for m in mentions if m.type in ("state", "person"))
        self.foreign = tuple((start, code) for start, code in named_here if code and code != self.home)
        self.subject = next(
            (s for m in mentions if m.type == "person" and (s := self.state_of(m))), self.subject
        )
        if self.main_pair is None and not lists:
            named = list(dict.fromkeys(code for mention in mentions for code in self._codes(mention)))
            self.is_sure = len(named) == 2 or (self.is_sure and set(named) <= set(self.pair or ()))
            if len(named) == 2:
                self.pair = (named[0], named[1])
            elif (
                len(named) == 1
                and self.home
                and named[0] != self.home
                and (self.pair is None or named[0] not in self.pair)
            ):
                self.pair = (self.home, named[0])

    def _codes(self, mention: Mention) -> list[str]:
        if mention.type == "pair":
            return mention.value.split()
        if mention.type == "state" or (mention.type == "pointer" and mention.value == "our"):
            return [code for code in [self.state_of(mention)] if code]
        found = [mention.attributes.get(name, "") for name in ("sender", "host", "state")]
        codes = [self.state_of_pointer(code) if code.startswith("@") else code for code in found]
        return [code for code in codes if code and len(code) == 2]

    def remembered(self, mention: Mention, attribute: str) -> str | None:
        """Return what an earlier mention of the same thing said: «qrup» is the group told of last."""
        if mention.type not in _THINGS or set(mention.attributes) & _TELLING:
            return None
        return self.things.get(_sort(mention), {}).get(attribute)

    def note(self, mentions: Iterable[Mention]) -> None:
        """Remember the persons and the states of a sentence that has been read."""
        for mention in mentions:
            if mention.type == "person" and mention.value:
                self._note_person(mention)
            elif mention.type in _THINGS:
                said = {
                    name: self.state_of_pointer(code) or "" if code.startswith("@") else code
                    for name, code in mention.attributes.items()
                }
                self.last_thing = mention
                if set(said) & _TELLING:
                    self.things[_sort(mention)] = said
                    if mention.type == "project":
                        self.things["project "] = said
            elif mention.type in ("state", "place"):
                state = self.state_of(mention)
                if state and state != self.home:
                    self.last_foreign = state

    def _note_person(self, mention: Mention) -> None:
        name = self.names.get(mention.value, mention.value)
        office = mention.attributes.get("office")
        state = self.state_of(mention)
        if state:
            self.states_of_persons.setdefault(name, state)
        if office:
            self.holders[office, state or ""] = name
            self.holders[office, ""] = name


def _sort(mention: Mention) -> str:
    if mention.type == "session" and not mention.attributes.get("sort"):
        return "commission "  # what is told of a session is that its commission exists
    return f"{mention.type} {mention.attributes.get('mission') or mention.attributes.get('sort', '')}"


def fullest_names(names: Iterable[str]) -> dict[str, str]:
    """Return each name's fullest form: the longest name of the same surname that its initials allow.

    >>> fullest_names(["Anar Nurlu", "A. Nurlu", "Nurlu"])["A. Nurlu"]
    'Anar Nurlu'
    """
    distinct = list(dict.fromkeys(names))
    fullest: dict[str, str] = {}
    for name in distinct:
        words = name.replace(".", ". ").split()
        fits = [other for other in distinct if _extends(other.replace(".", ". ").split(), words)]
        fullest[name] = max(fits, key=len, default=name)
    return fullest


def _extends(full: list[str], short: list[str]) -> bool:
    """Whether `full` may be `short` written out."""
    if not short or not full or full[-1] != short[-1] or len(full) < len(short):
        return False
    given, initials = full[:-1], short[:-1]
    return all(
        any(name == initial or (initial.endswith(".") and name.startswith(initial[:-1])) for name in given)
        for initial in initials
    )


def main_pair(counts: Counter[str], titled: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the pair that a document is about: the title's two states, else the two named most.

    The two must make up most of what the document says of states; else it has several pairs, and each
    sentence's own is taken.
    """
    total = counts.total()
    if len(titled) == 2 and sum(counts[code] for code in titled) >= 0.55 * total:
        return (titled[0], titled[1])
    ranked = counts.most_common(2)
    if len(ranked) == 2 and sum(count for _, count in ranked) >= 0.8 * total and ranked[1][1] >= 0.15 * total:
        return (ranked[0][0], ranked[1][0])
    return None
