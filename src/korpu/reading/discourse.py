"""Discourse: what a sentence means by what was said before it.

The pair of states in question, the state of who speaks, the state last named, persons by their fullest name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from msgspec.structs import replace

from korpu.claims import RoleValue, WhenFrom
from korpu.clauses import Mention
from korpu.document import Span
from korpu.kinds import Kind
from korpu.reading.cast import Cast, is_beside_foreign, is_second, states_named
from korpu.reading.figures import Figure
from korpu.reading.things import MISSION_OF, TELLING, THINGS, is_of_bloc, sort_of

_HIGH = frozenset({"president", "prime_minister", "foreign_minister", "speaker", "monarch"})
"""Offices of which a state has one holder, so that «the presidents» are two known persons."""


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
        named: the states that the last sentence with any named.
        circle: the states of the occasion told last, where they are three or more.
        gathered: the states of the occasion told last.
        subject: the state of whom the sentence is about («ölkəsi»).
        events: the date of the visit, meeting or session told of last, and how it was got.
        planned: the date of the visit told of last that is yet to come.
        cast: the persons and institutions told of so far.
        speaker: who says the sentence.
        beside: whether the sentence names holders of office of two states, so that one without is the publisher's.
        guest: who went on that visit.
        visited: the number of the sentence that told last of a visit without its date.
        heard: what was claimed, its time aside, to the times at which it was.
        route: the states from which and to which the visit told of last went.
        figure: the figure told last.
        sentence: the number of the sentence that is read.
        dates: where each date was told last, by its EDTF.
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
    named: tuple[str, ...] = ()
    circle: tuple[str, ...] = ()
    gathered: frozenset[str] = frozenset()
    subject: str | None = None
    cast: Cast = field(default_factory=Cast)
    route: tuple[str, str] | None = None
    guest: str | None = None
    visited: int = -1
    beside: bool = False
    speaker: str | None = None
    heard: dict[object, set[str | None]] = field(default_factory=dict)
    events: dict[str, tuple[str, WhenFrom]] = field(default_factory=dict)
    planned: str = ""
    last_thing: Mention | None = None
    things: dict[str, dict[str, str]] = field(default_factory=dict)
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
            case "@across":  # the other parliament than the one whose group was told of
                group = self.things.get("group ", {})
                return self.other_than(group.get("state") or group.get("first"))
            case "@these":
                return " ".join(self.named if len(self.named) == 2 else self.pair or ())
            case "@both":
                return " ".join(self.pair) if self.pair else None
            case _ if pointer.startswith("@among:"):
                among = set(pointer.removeprefix("@among:").split("|"))
                fitting = among & set(self.pair or ()) or (set() if self.main_pair else among)
                return fitting.pop() if len(fitting) == 1 else self.home if self.home in fitting else None
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
            beside = mention.attributes.get("beside")
            before = [code for start, code in self.foreign if start < mention.start and code != beside]
            if mention.value == "that" and before:
                return before[-1]
            if mention.value == "friend" and beside and beside != self.home:
                told = (code for code in reversed(self.named) if code != beside)
                return self.other_than(beside) if self.main_pair else next(told, None)
            return self.state_of_pointer("@" + mention.value)
        said = mention.attributes.get("state", "")
        if said.startswith("@"):
            return self.state_of_pointer(said)
        if said or mention.type not in ("person", "it") or is_of_bloc(mention):
            return said or None
        return self.states_of_persons.get(self.name_of(mention) or "")

    def pointed_by(self, mention: Mention, pointer: str) -> str | None:
        """Return the state that a pointer in a mention's words points at: «that state» is the one named before them."""
        before = [code for start, code in self.foreign if start < mention.start] if pointer == "@that" else []
        return before[-1] if before else self.state_of_pointer(pointer)

    def likely_state(self, mention: Mention) -> str | None:
        """Return a person's state; an office without one is the publisher's («Prezident X»)."""
        state = self.state_of(mention)
        if state or not mention.attributes.get("office") or mention.attributes.get("colleague"):
            return state
        if mention.attributes.keys() & {"mission_head", "of"} or mention.attributes["office"] == "delegation":
            return None
        if mention.attributes["office"] == "monarch":
            return self.other_than(self.home)
        speaks = self.pair is None or self.home in self.pair or self.beside
        return self.home if speaks else None

    def all_states(self, mention: Mention) -> list[str]:
        """Return the states of whom a mention means, as far as they are known."""
        if mention.attributes.get("pronoun") == "they":
            return [self.states_of_persons.get(name, "") for name in self.cast.last_two()]
        if mention.attributes.get("plural") and mention.attributes.get("office") not in _HIGH:
            return []
        if mention.attributes.get("plural") and mention.attributes.get("state", "") in ("", "@pair"):
            return list(self.pair or ())
        return (self.state_of(mention) or "").split()

    def name_of(self, mention: Mention) -> str | None:
        """Return the fullest form of a person's name, or that of the holder of the office that is said."""
        if mention.attributes.get("pronoun") == "me":
            return self.speaker
        if mention.type == "it" and mention.value != "it":
            return None  # «qrup»: a thing told of
        if mention.type == "it" or mention.attributes.get("he"):
            return None if mention.attributes.get("pronoun") == "they" else self.cast.topic
        if mention.attributes.get("offices") == "@guest" and not mention.value and self.guest:
            return self.guest
        if "trade" in mention.attributes and not mention.value:
            return self.cast.holder(mention.attributes["trade"], "")
        if mention.value or mention.attributes.get("plural"):
            return self.cast.fullest(mention)
        if mention.attributes.get("colleague") and not mention.attributes.get("state"):
            return None
        state = self.state_of_pointer(mention.attributes.get("state", "")) or ""
        if mention.attributes.get("state") and not state:
            return None
        if mention.attributes.get("role"):
            return self.cast.find(mention, self.cast.topic)
        office = mention.attributes.get("office") or self.cast.office_beside(mention)
        return self.cast.holder(office, state, self.states_of_persons) if office else None

    def names_of(self, mention: Mention) -> tuple[str, ...]:
        """Return the names that a mention stands for: one, or the holders of «the presidents» or «they»."""
        if mention.attributes.get("pronoun") == "they":
            return self.cast.last_two()
        if mention.attributes.get("plural"):
            office = mention.attributes.get("office", "")
            if office not in _HIGH:
                return ()
            states = self.all_states(mention) or [self.state_of(mention) or ""]
            names = [self.cast.holder(office, state, self.states_of_persons) for state in states if state]
            return tuple(name for name in names if name) if all(names) else ()
        name = self.name_of(mention)
        return (name,) if name else ()

    def office_of(self, mention: Mention) -> str | None:
        """Return the office that a person is said to hold, here or before."""
        said = mention.attributes.get("office")
        return said or self.cast.office_of(self.name_of(mention) or "")

    def is_holder(self, mention: Mention) -> bool:
        """Whether a mention is a person by office and state, though no name is known."""
        attributes = mention.attributes
        return mention.type == "person" and bool(attributes.get("office") and attributes.get("state"))

    def unnamed(self, mention: Mention) -> int:
        """Return how many persons a mention speaks of whose name is not known."""
        if mention.attributes.get("plural"):
            known = len(self.names_of(mention))
            return 2 * (not known) if mention.attributes.get("office") in _HIGH else 0
        return int(self.is_holder(mention) and not self.name_of(mention))

    @property
    def topic(self) -> Mention | None:
        """The person whom the text is about, as a mention."""
        name = self.cast.topic
        return Mention("it", "it", -1, -1) if name and self.cast.office_of(name) not in MISSION_OF else None

    def speak_for(self, speaker: str | None) -> None:
        """Let «our» mean the speaker's state, where it is known, else the publisher's.

        In the words of someone whose state is not known it is none, where the pair is of two others.
        """
        self.speaker = speaker
        others = speaker and self.main_pair and self.publisher not in self.main_pair
        self.home = self.states_of_persons.get(speaker or "") or (None if others else self.publisher)

    def turn_to(self, mentions: Iterable[Mention], lists: bool = False) -> None:
        """Take up a sentence: whom it is about, and which two states it names, where there is no main pair.

        A sentence that `lists` states, each with a fact of its own («A ilə …, B ilə isə …»), names no pair.
        """
        mentions = tuple(mentions)
        self.foreign = ()
        self.cast.come_on(mentions)
        named_here = ((m.start, self.state_of(m)) for m in mentions if m.type in ("state", "person", "group"))
        self.foreign = tuple((start, code) for start, code in named_here if code and code != self.home)
        # Whose state is not known leaves none: «ölkəsi» is then not that of whom was spoken before.
        is_named = any(m.type == "person" and m.value for m in mentions)
        self.subject = next(
            (s for m in mentions if m.type == "person" and (s := self.likely_state(m))),
            None if is_named else self.subject,
        )
        self.beside = is_beside_foreign(mentions, self.home, self.main_pair is None)
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

    def stay_with(self, parties: set[tuple[str, ...]]) -> None:
        """Take the two states that a sentence claimed something of as the pair, where there is no main pair."""
        two = next(iter(parties), ())
        if self.main_pair is None and len(parties) == 1 and len(two) == 2:
            self.pair, self.is_sure = (two[0], two[1]), True

    def _codes(self, mention: Mention) -> list[str]:
        if mention.type == "pair":
            return mention.value.split()
        if mention.type == "state" or (mention.type == "pointer" and mention.value == "our"):
            return [code for code in [self.state_of(mention)] if code]
        if mention.type == "place" and "capital" not in mention.attributes:  # others meet in New York
            return []
        found = [mention.attributes.get(name, "") for name in ("sender", "host", "state")]
        codes = [self.state_of_pointer(code) if code.startswith("@") else code for code in found]
        return [code for code in codes if code and len(code) == 2]

    def remembered(self, mention: Mention, attribute: str) -> str | None:
        """Return what an earlier mention of the same thing said: «qrup» is the group told of last.

        Of a head of mission, what was said with the same name.
        """
        if mention.type == "person":
            named = mention.value or mention.attributes.get("he")
            known = self.things.get(f"person {self.name_of(mention)}") if named else None
            return known.get(attribute) if known else None
        if mention.type not in THINGS:
            return None
        if set(mention.attributes) & TELLING:
            return self._sender_at(mention) if attribute == "sender" else None
        return self.things.get(sort_of(mention), {}).get(attribute)

    def _sender_at(self, mission: Mention) -> str | None:
        """Return whose the mission of that sort told of last is, where it is in the state that is said («Bakıdakı səfirlik»)."""
        said = self.pointed(mission)
        told = self.things.get(sort_of(mission), {})
        here = said.get("host", "")
        return told.get("sender") if here and here in told.get("host", "").split() else None

    def complete(self, post: dict[str, str]) -> None:
        """Let the pair's other state be what the words leave out of sender and host."""
        for end, other in (("sender", "host"), ("host", "sender")):
            state = self.other_than(post.get(end)) or (self.home if post.get(end) != self.home else None)
            if post.get(end) and not post.get(other) and state:
                post[other] = state

    def has_heard(self, kind: Kind, roles: dict[str, RoleValue], when: str | None) -> bool:
        """Whether the document has claimed the same before, at that time or none; remembers it."""
        key = (kind.name, *(roles.get(role) for role in kind.identity if role in kind.roles))
        times = self.heard.setdefault(key, set())
        known = bool(times) and (when is None or when in times)
        times.add(when)
        return known

    def meet(self, mentions: Iterable[Mention]) -> None:
        """Let the persons of a sentence come on, before it is read."""
        placed: list[Mention] = []
        for mention in mentions:
            person = self._placed(mention)
            if not mention.attributes.get("state") and is_second(person, placed):
                other = self.other_than(person.attributes["state"]) or ""
                person = replace(person, attributes={**person.attributes, "state": other})
            placed.append(person)
        self.cast.note(placed)

    def note(self, mentions: Iterable[Mention], subjects: Iterable[Mention] = ()) -> None:
        """Remember the persons and the states of a sentence that has been read."""
        self.cast.note((), [self._placed(m) for m in subjects])
        mentions = tuple(mentions)
        self.named = tuple(dict.fromkeys(c for m in mentions for c in states_named(m))) or self.named
        for mention in mentions:
            if mention.type == "person" and mention.value:
                self._note_person(mention)
            elif mention.type in THINGS:
                said = self.pointed(mention)
                thing = (
                    replace(mention, attributes=said) if "@across" in mention.attributes.values() else mention
                )
                self.last_thing = self.last_thing if mention.type == "title" else thing
                if set(said) & TELLING:
                    self.things[sort_of(mention)] = said
                    if mention.type == "project":
                        self.things["project "] = said
            elif mention.type in ("state", "place"):
                state = self.state_of(mention)
                if state and state != self.home:
                    self.last_foreign = state

    def pointed(self, mention: Mention) -> dict[str, str]:
        """What a mention says of itself, with the states that it points at."""
        return {
            name: self.state_of_pointer(code) or "" if code.startswith("@") else code
            for name, code in mention.attributes.items()
        }

    def _placed(self, mention: Mention) -> Mention:
        """The mention with the state of the person that it names."""
        if mention.type != "person":
            return mention
        state = self.likely_state(mention)
        return replace(mention, attributes={**mention.attributes, "state": state or ""})

    def _note_person(self, mention: Mention) -> None:
        name = self.cast.fullest(mention) or mention.value
        state = self.state_of(mention)
        if state:
            self.states_of_persons.setdefault(name, state)
        if mention.attributes.get("mission_head"):
            said = self.pointed(mention)
            self.complete(said)
            if said.get("sender") and said.get("host"):
                self.things[f"person {name}"] = said
                self.things["post"] = said
