"""Cast: the persons and institutions of a document in the order they come on, found again by what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from korpu.clauses import Mention


class Member(NamedTuple):
    """A person or institution that the document has named."""

    name: str
    office: str = ""
    state: str = ""
    head: str = ""
    """An institution's head word; empty for a person."""


_FITS = {
    # an office as it is said again: those that it may be
    "minister": "minister foreign_minister deputy_minister deputy_prime_minister",
    "foreign_minister": "foreign_minister",
    "president": "president monarch",
    "monarch": "monarch president",
    "speaker": "speaker deputy_speaker",
    "deputy": "deputy deputy_speaker speaker committee_chair group_chair",
    "ambassador": "ambassador permanent_representative charge_d_affaires",
    "consul_general": "consul_general consul honorary_consul",
    "consul": "consul consul_general honorary_consul",
}


_MISSION_HEADS = frozenset({"ambassador", "charge_d_affaires", "consul_general", "consul", "honorary_consul"})


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name, initials each one («A.B. Nurlu»)."""
    return tuple(name.replace(".", ". ").split())


@dataclass
class Cast:
    """Who has come on so far.

    Attributes:
        names: every name to the fullest form that the document gives.
        members: in the order of the text, the last told last.
        topic: the person whom a pronoun means: the subject of the last sentence that had one.
        home: the publisher's state («our head of state»).
        acting: the persons that the sentence names, and where.
    """

    names: dict[str, str] = field(default_factory=dict)
    members: list[Member] = field(default_factory=list)
    topic: str | None = None
    home: str | None = None
    acting: tuple[tuple[int, str], ...] = ()

    def come_on(self, mentions: Iterable[Mention]) -> None:
        """Take up whom a sentence names, and where."""
        self.acting = tuple((m.start, n) for m in mentions if m.type == "person" and (n := self.fullest(m)))

    def note(self, mentions: Iterable[Mention], subjects: Iterable[Mention] = ()) -> None:
        """Remember who is named in a sentence; the first person among its subjects is the topic."""
        for mention in mentions:
            name = self.fullest(mention)
            if not name or mention.type not in ("person", "body") or mention.attributes.get("bare"):
                continue
            attributes = mention.attributes
            state = attributes.get("sender") or attributes.get("state", "")
            office = attributes.get("office") or attributes.get("trade", "")
            # «o, macar həmkarı X ilə»: of the office that he holds
            if not office and "colleague" in attributes:
                office = self.office_of(self.topic or "") or ""
            self.members.append(Member(name, office, state, attributes.get("head", "")))
        for mention in subjects:
            name = self.find(mention, self.topic) if mention.type == "person" else None
            if name:
                self.topic = name
                return

    def fullest(self, mention: Mention) -> str | None:
        """Return the fullest form of the name that a mention gives; None where it gives none."""
        if not mention.value:
            return None
        if mention.attributes.get("surname"):
            return self._by_surname(mention.value)
        name = self.names.get(mention.value) or mention.value
        return self._extended(name) or name

    def _extended(self, name: str) -> str | None:
        """The full name that «A. Nurlunun» is short for, though its ending was not told from the name."""
        *given, last = _words(name)
        if _are_full(given):
            shorter = [full for full in self.names.values() if full != name and name.startswith(full)]
            return next((full for full in shorter if " " in full and len(name) - len(full) <= 3), None)
        for full in self._by_initial.get(last[:1], ()):
            *others, surname = _words(full)
            near = abs(len(last) - len(surname)) <= 3
            same = last == surname or (near and (last.startswith(surname) or surname.startswith(last)))
            fits = all(any(other.startswith(g.rstrip(".")) for other in others) for g in given)
            if same and fits and _are_full(others) and len(others) >= max(1, len(given)):
                return full[: len(full) - max(0, len(surname) - len(last))]
        return None

    @cached_property
    def _by_initial(self) -> dict[str, list[str]]:
        """The names by the first letter of the surname."""
        found: dict[str, list[str]] = {}
        for full in dict.fromkeys(self.names.values()):
            found.setdefault(_words(full)[-1][:1], []).append(full)
        return found

    def _by_surname(self, word: str) -> str | None:
        """The longer name that ends in the word, or in what is left of it without an ending."""
        for name in self.names.values():
            parts = _words(name)
            if len(parts) > 1 and (parts[-1] == word or (word.startswith(parts[-1]) and len(parts[-1]) > 3)):
                return name
        return None

    def find(self, mention: Mention, current: str | None) -> str | None:
        """Return the name of whom a mention means; `current` is who spoke last."""
        if mention.type == "body":
            return self._institution(mention)
        if mention.value:
            return self.fullest(mention)
        attributes = mention.attributes
        if attributes.get("he"):
            return self.topic or current
        if attributes.get("offices") == "@guest":
            return self._guest(current)
        if attributes.get("role"):
            return self._holder(attributes.get("offices", "").split("|"), "", current, any_=True)
        office = attributes.get("office", "")
        said = attributes.get("sender") or attributes.get("state", "")
        state = (self.home or "") if said == "@our" else "" if said.startswith("@") else said
        return self._holder(_FITS.get(office, office).split(), state, current, any_=False)

    def holder(self, office: str, state: str, states: Mapping[str, str] | None = None) -> str | None:
        """Return the name of whoever held the office last, of that state where one is given.

        `states` are those of persons whose words did not say them.
        """
        known = states or {}
        wanted = {office} if office in ("president", "monarch") else set(_FITS.get(office, office).split())
        held = [
            m.name
            for m in reversed(self.members)
            if m.office in wanted and not m.head and (not state or (m.state or known.get(m.name)) == state)
        ]
        return self.topic if self.topic in held else next(iter(held), None)

    def office_of(self, name: str) -> str | None:
        """Return the office that a person was last said to hold."""
        return next((m.office for m in reversed(self.members) if m.name == name and m.office), None)

    def office_beside(self, colleague: Mention) -> str | None:
        """Return the office of whose colleague it is: of who is named before in the sentence, else of whom it is about."""
        before = [name for start, name in self.acting if start < colleague.start] or [self.topic or ""]
        return self.office_of(before[-1]) if colleague.attributes.get("colleague") else None

    def last_two(self) -> tuple[str, ...]:
        """Return the two persons of different states that were named last, in the order of the text."""
        last: dict[str, str] = {}
        for member in reversed(self.members):
            told = member.head or self.office_of(member.name) in _MISSION_HEADS
            if not told and member.state and member.state not in last:
                last[member.state] = member.name
            if len(last) == 2:
                return tuple(reversed(last.values()))
        return ()

    def _guest(self, current: str | None) -> str | None:
        """The person of another state who spoke or came on last; who spoke last, where none is known to be."""
        foreign = {m.name for m in self.members if m.state and m.state[0] != "@" and m.state != self.home}
        names = ([current] if current else []) + [m.name for m in reversed(self.members) if not m.head]
        return next((name for name in names if name in foreign), current)

    def _institution(self, mention: Mention) -> str | None:
        if not mention.attributes.get("bare"):
            return mention.value
        head = mention.attributes.get("head")
        return next((member.name for member in reversed(self.members) if member.head == head), mention.value)

    def _holder(self, offices: list[str], state: str, current: str | None, any_: bool) -> str | None:
        """The holder of one of the offices: who spoke last if he fits, else who came on last."""
        wanted = [office for office in offices if office]

        def fits(name: str, unknown: bool) -> bool:
            own = [m for m in self.members if m.name == name and not m.head]
            held = {m.office for m in own if m.office}
            at = {m.state for m in own if m.state and not m.state.startswith("@")}
            if not own or (state and at and state not in at):
                return False
            return (not wanted and any_) or bool(held & set(wanted)) or (unknown and not held)

        own = bool(state) and state == self.home
        if current and fits(current, not state or any_ or own):
            return current
        persons = [m.name for m in reversed(self.members) if not m.head]
        return next((name for name in persons if fits(name, any_)), None)

    def state_of(self, name: str) -> str | None:
        """Return the state that a person or institution belongs to, where the document says it outright."""
        for member in self.members:
            if member.name == name and member.state:
                return member.state
        return None


_SINGLE = frozenset({"president", "prime_minister", "foreign_minister"})
"""Offices of which a state has one holder."""


def is_second(person: Mention, before: Iterable[Mention]) -> bool:
    """Return whether another of the same sentence holds for his state the office that one alone can hold."""
    office, state = person.attributes.get("office"), person.attributes.get("state")
    if office not in _SINGLE or not state or not person.value:
        return False
    return any(
        other.value not in ("", person.value)
        and other.attributes.get("office") == office
        and other.attributes.get("state") == state
        for other in before
    )


def _are_full(given: list[str]) -> bool:
    """Whether given names are there and written out."""
    return bool(given) and not any(name.endswith(".") for name in given)


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


def states_named(mention: Mention) -> list[str]:
    """Return the codes of the states that a mention names, by itself or as a person's."""
    codes = mention.value if mention.type in ("state", "pair") else mention.attributes.get("state", "")
    return [code for code in codes.split() if len(code) == 2 and mention.type in ("state", "pair", "person")]


def is_beside_foreign(mentions: Iterable[Mention], home: str | None, any_pair: bool) -> bool:
    """Return whether one whose state is not said is ours: holders of office of two states are named with him.

    Where the text may be about `any_pair`, a foreign colleague is enough, if no other state is named: he is ours whose he is.
    """
    mentions = tuple(mentions)
    persons = [m.attributes for m in mentions if m.type == "person" and m.attributes.get("office")]
    if len({person["state"] for person in persons if person.get("state")}) > 1:
        return True
    states = any(mention.type in ("state", "pair") for mention in mentions)
    colleagues = {m.attributes.get("state", "") for m in mentions if m.attributes.get("colleague")}
    return any_pair and not states and len(colleagues) == 1 and home not in colleagues
