"""Triggers: what a word of a text may call up, told from its form alone, before anything else is read.

Of a phrase of several words the one counts that fewest phrases have, of a light verb its noun: each stands in
the text where the phrase does. What composers make of words («səfər» makes what happens within a visit) is told in `MADE_OF`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from korpu.languages.az.magnitudes import may_have_number
from korpu.languages.az.mending import mend
from korpu.languages.az.morphology import analyse, compound_readings
from korpu.languages.az.numerals import table
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.help import is_help
from korpu.languages.az.phrases.offices import MISSION_OFFICES
from korpu.languages.az.phrases.persons import PRONOUNS
from korpu.languages.az.units import find_noun, find_verb
from korpu.languages.az.words import Entry, words

MADE_OF = {
    "visit": {"visit_noun"},
    "within_visit": {"visit", "visit_noun"},
    "be_in": {"president"},  # of a person: what has one is read anyway
    "recognition": {"independence"},
    "within_organisation": {"organisation", "organisation_noun"},
    "formation": {"group"},
    "document": {"agreement_type", "title_head"},
    "title": {"title_head"},
    "degree": {"level"},
    "level": {"level_relations"},
    "support": {"support_noun"},
    "help": {"goods"},
    "help_received": {"goods"},
    "exports": {"goods"},
    "imports": {"goods"},
    "deported": {"deport"},
    "shared": {"support_noun"},
    "headcount": {"people", "compatriot", "community", "live", "person"},
    "mission_head": {"mission", *MISSION_OFFICES},
    "served": {"mission_head"},
    "equated": {"mission_head"},
}
"""Concepts, types and attributes that composers make, each of words that call up one of these."""


@lru_cache(maxsize=65536)
def triggers_of(word: str) -> frozenset[str]:
    """Return the concepts and the types of mentions that a word may call up; `@` for each state it may name.

    >>> sorted(triggers_of("səfirliyini") & {"mission", "visit", "@"}), sorted(triggers_of("Maltaya") & {"@MT"})
    (['mission'], ['@MT'])
    """
    key = mend(fold(word))
    found = {name for entry in _entries(key) for name in _said(entry)}
    found |= {verb.concept for verb in find_verb(key)[0] if not verb.noun}
    found |= _light().get(key, frozenset())
    if is_help(key):
        found.add("goods")
    if may_have_number(key):
        found.add("amount")
    if key in PRONOUNS:
        found.add("it")
    if any(analysis.stem in _persons() for analysis in analyse(key)):
        found.add("person")
    made = {name for name, sources in MADE_OF.items() if not sources.isdisjoint(found)}
    return frozenset(
        found | made | {name for name, sources in MADE_OF.items() if not sources.isdisjoint(made)}
    )


def _entries(key: str) -> Iterator[Entry]:
    """What the word means by itself in any form, and what phrases mean that end in it."""
    noun = find_noun(key)
    if noun:
        yield from noun[1]
    inner, last = _rarest_words()
    yield from inner.get(key, ())
    for analysis in analyse(key):
        yield from words().single.get(analysis.stem, ())
        yield from last.get(analysis.stem, ())
    for end in range(len(key) - 1, max(2, len(key) - _LONGEST_CASE), -1):
        compound = key[:end]  # «liqasına»: the possessive is the compound's own
        if compound in last and compound_readings(key, compound):
            yield from last[compound]


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


Entries = dict[str, tuple[Entry, ...]]


@cache
def _rarest_words() -> tuple[Entries, Entries]:
    """The phrases by their rarest word: those that hold it inside, as it stands, and those that end in it."""
    phrases = [phrase for found in words().phrases.values() for phrase in found]
    common = Counter(key for keys, _ in phrases for key in keys)
    inner: dict[str, dict[Entry, None]] = {}
    last: dict[str, dict[Entry, None]] = {}
    for keys, entry in phrases:
        rarest = min(keys, key=lambda key: (common[key], -len(key)))
        found = last if rarest == keys[-1] else inner
        found.setdefault(rarest, {})[entry] = None
    return _frozen(inner), _frozen(last)


def _frozen(found: dict[str, dict[Entry, None]]) -> Entries:
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def _light() -> dict[str, frozenset[str]]:
    """The nouns of light verbs, and what they mean together."""
    found: dict[str, set[str]] = {}
    for verbs in words().verbs.values():
        for verb in verbs:
            if verb.noun and verb.concept:
                found.setdefault(max(verb.noun, key=len), set()).add(verb.concept)
    return {noun: frozenset(concepts) for noun, concepts in found.items()}


@cache
def _persons() -> frozenset[str]:
    """The words that count persons («nəfər»)."""
    return frozenset(fold(row["form"]) for row in table("units") if row["unit"] == "person")


@cache
def certain_triggers() -> frozenset[str]:
    """Return the names that nothing calls up but words: a text without such a word does not say them."""
    singles = [entry for entries in words().single.values() for entry in entries]
    several = [entry for phrases in words().phrases.values() for _, entry in phrases]
    named = {name for entry in (*singles, *several) for name in _said(entry)}
    verbs = {verb.concept for found in words().verbs.values() for verb in found}
    return frozenset((named | verbs | MADE_OF.keys() | {"amount", "it"}) - _UNCERTAIN)


_UNCERTAIN = frozenset({"", "cause", "mutual", "ours", "rise", "fall", "person", "project", "place"})
"""What signs («21%»), names or endings call up too."""
