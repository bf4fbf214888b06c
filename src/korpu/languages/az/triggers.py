"""Triggers: what a word of a text may call up, told from its form alone, before anything else is read.

A phrase is called up by the two of its words that fewest phrases have, a light verb by its noun and the verb: both
stand in the text where it does. What composers make of words («səfər» makes what happens within a visit) is told in `MADE_OF`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from korpu.languages import Triggers
from korpu.languages.az.magnitudes import may_have_number
from korpu.languages.az.mending import mend
from korpu.languages.az.morphology import analyse, compound_readings
from korpu.languages.az.numerals import table
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.help import is_help
from korpu.languages.az.phrases.offices import MISSION_OFFICES
from korpu.languages.az.phrases.persons import PRONOUNS
from korpu.languages.az.phrases.sessions import SESSION_HEADS
from korpu.languages.az.units import find_noun, find_verb
from korpu.languages.az.words import Entry, Verb, words

_GIVING = frozenset(
    [
        "give",
        "send",
        "deliver",
        "allocate",
        "grant",
        "present",
        "promise",
        "aid",
        "gift",
        "support",
        "arrive",
        "supply",
    ]
)
_SENDING = frozenset(["send", "sell", "bring", "obtain"])

MADE_OF: tuple[tuple[str, list[set[str] | frozenset[str]]], ...] = (
    ("visit", [{"visit_noun"}]),
    ("within_visit", [{"visit", "visit_noun"}]),
    ("be_in", [{"office"}]),  # of somebody who has one
    ("recognition", [{"independence"}]),
    ("within_organisation", [{"organisation", "organisation_noun"}]),
    ("formation", [{"group"}]),
    ("document", [{"agreement_type", "title_head"}]),
    ("title", [{"title_head"}]),
    ("sign", [{"title_head"}, {"place"}, {"amount"}]),  # «Saziş (Oslo, 3 may 2006)»
    ("degree", [{"level"}]),
    ("level", [{"level_relations"}]),
    ("support", [{"support_noun"}]),
    ("help", [{"goods"}, _GIVING]),
    ("help", [{"aid_noun"}, {"do", "show"}]),
    ("help", [{"money"}, _GIVING | {"deport"}]),  # «1 milyon manat köçürüb»
    ("help_received", [{"goods"}, _GIVING]),
    ("help_received", [{"money"}, _GIVING | {"deport"}]),
    ("help_received", [{"aid_noun"}, {"do", "show"}]),
    ("exports", [{"goods"}, _SENDING]),
    ("imports", [{"goods"}, _SENDING]),
    ("deported", [{"deport"}]),
    ("exist", [{"project", "project_head"}]),  # «layihədədir»
    ("shared", [{"support_noun"}]),
    ("composition", [{"state_head"}]),  # of what was a polity
    ("headcount", [{"people", "compatriot", "community", "live", "person"}]),
    ("mission_head", [{"mission", *MISSION_OFFICES}]),
    ("served", [{"mission_head"}]),
    ("equated", [{"mission_head"}]),
    ("was", [{"mission_head"}]),
    ("at_meeting", [{"meeting", "meeting_noun"}]),
    ("address", [{"locate"}]),  # behind the number of a house
)
"""Concepts, types and attributes that composers make: of each of the sets one must be called up."""


@lru_cache(maxsize=65536)
def triggers_of(word: str) -> Triggers:
    """Return what a word may call up, alone and as half of a pair; `@` and its code for each state it may name.

    >>> sorted(triggers_of("səfirliyini").names & {"mission", "visit"}), sorted(triggers_of("Maltaya").names & {"@MT"})
    (['mission'], ['@MT'])
    """
    key, capital = mend(fold(word)), word[0].isupper()
    noun = find_noun(key, capital)
    analyses = analyse(key)
    stems = {analysis.stem for analysis in analyses}
    single = words().single
    entries = [*(noun[1] if noun else ()), *(entry for stem in stems for entry in single.get(stem, ()))]
    verbs = find_verb(key)[0]
    found = {name for entry in entries if _may_stand(entry, word, capital) for name in _said(entry)}
    found |= {verb.concept for verb in verbs if not verb.noun}
    if is_help(key):
        found.add("goods")
    if key.startswith(SESSION_HEADS):
        found |= {"commission", "session"}
    if may_have_number(key):
        found.add("amount")
    if key in PRONOUNS:
        found.add("it")
    if any(analysis.features.possessor == "1p" for analysis in analyses):
        found.add("ours")
    if not stems.isdisjoint(_persons()):
        found.add("person")
    if not stems.isdisjoint(_currencies()):
        found.add("money")
    first, second = _pairs().first, _pairs().second
    halves: list[Half] = [(key, False), *((last, True) for last in _lasts(key, stems)), *verbs]
    return Triggers(
        frozenset(found),
        frozenset(number for half in halves for number in first.get(half, ())),
        frozenset(number for half in halves for number in second.get(half, ())),
    )


def _may_stand(entry: Entry, word: str, capital: bool) -> bool:
    """Whether the word is written as what the entry names is."""
    return (capital or not entry.proper) and (not entry.acronym or word[:2].isupper())


def _lasts(key: str, stems: set[str]) -> Iterator[str]:
    """What the word may be a form of, a compound's own possessive kept («liqasına»)."""
    yield from stems
    for end in range(len(key) - 1, max(2, len(key) - _LONGEST_CASE), -1):
        if key[:end] not in stems and compound_readings(key, key[:end]):
            yield key[:end]


_LONGEST_CASE = 6


def _said(entry: Entry) -> Iterator[str]:
    yield entry.type
    yield from entry.concept.split()
    if entry.type in ("state", "people"):
        yield f"@{entry.value}"
    elif entry.extra:
        yield f"@{entry.extra}"
    if entry.type == "office":
        yield entry.value


Half = tuple[str, bool] | Verb
"""A word of a phrase, as it stands or (True) in any form; or a verb that has its noun beside it."""


class Pairs(NamedTuple):
    """Phrases, each told by the two of its words that fewest phrases have.

    Attributes:
        names: what each pair calls up.
        first, second: the numbers of the pairs that a word is half of.
    """

    names: tuple[frozenset[str], ...]
    first: dict[Half, list[int]]
    second: dict[Half, list[int]]


def pair_triggers() -> tuple[frozenset[str], ...]:
    """Return what each pair of words calls up, by its number (see `Triggers`)."""
    return _pairs().names


@cache
def _pairs() -> Pairs:
    named: dict[tuple[Half, Half], set[str]] = {}
    phrases = [phrase for found in words().phrases.values() for phrase in found]
    common = Counter(key for keys, _ in phrases for key in keys)
    for keys, entry in phrases:
        places = sorted(range(len(keys)), key=lambda place: (common[keys[place]], -len(keys[place])))
        rare, rarer = ((keys[place], place == len(keys) - 1) for place in places[:2])
        named.setdefault((rare, rarer), set()).update(_said(entry))
    for verbs in words().verbs.values():
        for verb in verbs:
            if verb.noun and verb.concept:
                named.setdefault(((max(verb.noun, key=len), False), verb), set()).add(verb.concept)
    pairs = Pairs(tuple(map(frozenset, named.values())), {}, {})
    for number, (first, second) in enumerate(named):
        pairs.first.setdefault(first, []).append(number)
        pairs.second.setdefault(second, []).append(number)
    return pairs


@cache
def _persons() -> frozenset[str]:
    """The words that count persons («nəfər»)."""
    return frozenset(fold(row["form"]) for row in table("units") if row["unit"] == "person")


@cache
def _currencies() -> frozenset[str]:
    """The words for money («manat»)."""
    rows = (row for row in table("units") if len(row["unit"]) == 3 and row["unit"].isupper())
    return frozenset(fold(row["form"]).split()[-1] for row in rows)


@cache
def certain_triggers() -> frozenset[str]:
    """Return the names that nothing calls up but words: a text without such a word does not say them."""
    singles = [entry for entries in words().single.values() for entry in entries]
    several = [entry for phrases in words().phrases.values() for _, entry in phrases]
    named = {name for entry in (*singles, *several) for name in _said(entry)}
    verbs = {verb.concept for found in words().verbs.values() for verb in found}
    return frozenset((named | verbs | {name for name, _ in MADE_OF} | {"amount", "it"}) - _UNCERTAIN)


_UNCERTAIN = frozenset({"", "cause", "mutual", "ours", "rise", "fall", "person", "project"})
"""What signs («21%»), names or endings call up too."""
