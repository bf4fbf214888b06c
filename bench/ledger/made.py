"""Made ledgers: invented documents with claims, in the proportions that real ones have. The same seed makes the same.

As in real ones, a few pairs, persons and words are told of often and most seldom, and new words and names never end.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate, combinations, islice
from typing import NamedTuple

from korpu.claims import Claim, RoleValue, Step, Trace, Value
from korpu.document import Document, SourceCard
from korpu.ledger.adding import Reading
from korpu.states import state_name

STATES = (
    "AZ", "TR", "KZ", "GE", "UZ", "RU", "CN", "US", "DE", "FR", "IT", "GB", "IR", "PK", "UA",
    "KG", "TM", "TJ", "PL", "HU", "RO", "BG", "RS", "GR", "ES", "IL", "SA", "AE", "QA", "EG",
)  # fmt: skip
PAIRS = list(combinations(STATES, 2))
BATCH = 500
"""Documents that are added in one transaction."""
_CLAIMS = (2, 30)
"""How many claims a document makes, from a short piece of news to an article on two states: from, to."""
_FILLER = 60
"""Words of a document that tell nothing, and for each claim two more."""
_AGAIN = 0.05
"""How many documents are read at an address where another was read before."""
_STEMS, _PERSONS, _PLACES = 20_000, 10_000, 400
"""How many words, names of persons (some three hundred a state) and places there are. So many stems and endings make new words come as seldom as in the texts
of corpus/az: 19,500 forms in 93,000 words, and there 21,700."""


class _Told(NamedTuple):
    """What a sentence tells: the claim's kind, its roles and value, and the words."""

    kind: str
    roles: dict[str, RoleValue]
    sentence: str
    value: Value | None = None


def make_readings(claims: int, seed: int = 1) -> Iterator[Reading]:
    """Yield documents with their claims until there are at least so many."""
    chance = random.Random(seed)
    made = number = 0
    while made < claims:
        number += 1
        reading = _make_reading(chance, seed, number)
        made += len(reading.claims)
        yield reading


def batches(readings: Iterator[Reading]) -> Iterator[list[Reading]]:
    """Yield the documents in the batches in which they are added, each in one transaction."""
    while batch := list(islice(readings, BATCH)):
        yield batch


def _make_reading(chance: random.Random, seed: int, number: int) -> Reading:
    pairs = chance.choices(PAIRS, cum_weights=_weights(len(PAIRS)), k=2)
    title = f"Sənəd {seed}-{number}"
    text, told = f"{title}.\n", []
    for place in range(chance.randint(*_CLAIMS)):
        pair = pairs[place % 7 == 6]
        one = chance.choice(_TELL)(chance, pair)
        told.append((pair, len(text), one))
        text += f"{one.sentence} "
    words = chance.choices(_stems(), cum_weights=_weights(_STEMS), k=_FILLER + 2 * len(told))
    text += " ".join(word + chance.choice(_ENDINGS) for word in words) + "."
    address = chance.randint(1, number) if chance.random() < _AGAIN else number
    card = SourceCard(
        title=title,
        publisher=f"Agentlik {number % 50}",
        published=make_date(chance),
        url=f"https://example.org/{seed}/{address}",
        language="az",
    )
    document = Document(text, card)
    id = document.id
    return Reading(document, tuple(_claim(chance, id, *one) for one in told))


def _claim(chance: random.Random, document: str, pair: tuple[str, str], start: int, told: _Told) -> Claim:
    parts = ("trigger", "parties", "when", "value", "stance", *(f"role:{role}" for role in told.roles))
    steps = tuple(
        Step(part, "pair", start + 3 * place, start + 9 * place) for place, part in enumerate(parts)
    )
    return Claim(
        kind=told.kind,
        parties=tuple(sorted(pair)),
        roles=told.roles,
        when=make_date(chance)[: chance.choice((4, 7, 10))],
        when_from="stated",
        value=told.value,
        stance="fact",
        speaker=None if chance.random() < 0.7 else _person(chance),
        document=document,
        start=start,
        end=start + len(told.sentence),
        quote=told.sentence,
        trace=Trace(f"{told.kind}/told", steps),
    )


def _turnover(chance: random.Random, pair: tuple[str, str]) -> _Told:
    amount = chance.randint(1, 9000)
    return _Told(
        "trade.turnover",
        {"reporter": pair[0]},
        f"{_both(pair)} arasında ticarət dövriyyəsi {chance.randint(1992, 2025)}-ci ildə {amount} milyon dollar təşkil edib.",
        Value(f"{amount}000000", "USD", "exact"),
    )


def _exports(chance: random.Random, pair: tuple[str, str]) -> _Told:
    amount = chance.randint(1, 9000)
    return _Told(
        "trade.exports",
        {"reporter": pair[0]},
        f"{_name(pair[0])} tərəfinin {_name(pair[1])} bazarına ixracı {amount} milyon dollara çatıb, bu barədə məlumat verilib.",
        Value(f"{amount}000000", "USD", "exact"),
    )


def _opened(chance: random.Random, pair: tuple[str, str]) -> _Told:
    place = _place(chance)
    return _Told(
        "mission.opened",
        {"sender": pair[0], "host": pair[1], "mission": "embassy", "place": place},
        f"{_name(pair[0])} dövlətinin {place} şəhərindəki səfirliyi {chance.randint(1992, 2025)}-ci ildən fəaliyyət göstərir.",
    )


def _head(chance: random.Random, pair: tuple[str, str]) -> _Told:
    person = _person(chance)
    return _Told(
        "mission.head",
        {"sender": pair[0], "host": pair[1], "office": "ambassador", "person": person},
        f"{_name(pair[0])} dövlətinin {_name(pair[1])} üzrə səfiri {person} bu barədə jurnalistlərə məlumat verib.",
    )


def _visit(chance: random.Random, pair: tuple[str, str]) -> _Told:
    person = _person(chance)
    return _Told(
        "visit",
        {"visitor": person, "office": "foreign_minister", "from": pair[0], "to": pair[1]},
        f"{_name(pair[0])} xarici işlər naziri {person} {_name(pair[1])} paytaxtına rəsmi səfər edib.",
    )


def _meeting(chance: random.Random, pair: tuple[str, str]) -> _Told:
    persons = (_person(chance), _person(chance))
    return _Told(
        "meeting",
        {"participants": persons, "states": pair, "place": _place(chance)},
        f"{_both(pair)} münasibətləri {' ilə '.join(persons)} arasında keçirilən görüşdə müzakirə olunub.",
    )


def _agreement(chance: random.Random, pair: tuple[str, str]) -> _Told:
    words = chance.choices(_stems(), cum_weights=_weights(_STEMS), k=3)
    title = f"{' '.join(words).capitalize()} sahəsində əməkdaşlıq haqqında Saziş"
    return _Told(
        "agreement.signed",
        {"title": title, "type": "agreement"},
        f"{_both(pair)} arasında «{title}» imzalanıb.",
    )


_TELL: tuple[Callable[[random.Random, tuple[str, str]], _Told], ...] = (
    _turnover, _exports, _opened, _head, _visit, _meeting, _agreement,
)  # fmt: skip


@cache
def _name(state: str) -> str:
    return state_name(state, "az")


def _both(pair: tuple[str, str]) -> str:
    return f"{_name(pair[0])} ilə {_name(pair[1])}"


def make_date(chance: random.Random) -> str:
    """Return a day, EDTF."""
    return f"{chance.randint(1992, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _person(chance: random.Random) -> str:
    return chance.choices(_persons(), cum_weights=_weights(_PERSONS))[0]


def _place(chance: random.Random) -> str:
    return chance.choices(_places(), cum_weights=_weights(_PLACES))[0]


@cache
def _weights(count: int) -> list[float]:
    """Of so many things the first is told of most: the weights of each with those before it."""
    return list(accumulate(1 / (place + 3) for place in range(count)))


_VOWELS, _CONSONANTS = "aeiouəöüı", "bcçdfghxkqlmnprsştvyz"
_ENDINGS = ("", "", "", "lar", "ın", "da", "dan", "ı", "a", "ların", "larda", "lıq", "lığın", "sız", "la")


@cache
def _stems() -> list[str]:
    return _invented(_STEMS, (2, 4))


@cache
def _persons() -> list[str]:
    chance = random.Random(_PERSONS)
    given, families = _invented(300, (2, 3)), _invented(8_000, (2, 3))
    found = (
        f"{chance.choice(given).capitalize()} {chance.choice(families).capitalize()}ov"
        for _ in range(_PERSONS)
    )
    return list(found)


@cache
def _places() -> list[str]:
    return [f"{stem.capitalize()}abad" for stem in _invented(_PLACES, (2, 3))]


def _invented(count: int, syllables: tuple[int, int]) -> list[str]:
    """So many invented words, each once and each time the same, of so many syllables: from, to."""
    chance = random.Random(count)
    found: dict[str, None] = {}
    while len(found) < count:
        parts = range(chance.randint(*syllables))
        found["".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in parts)] = None
    return list(found)
