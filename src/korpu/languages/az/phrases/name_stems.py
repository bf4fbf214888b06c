"""How likely a word is to be a name by itself, by its letters and by the origin that the given name before it points to.

«Tanakanın» is Tanaka's and no Tanakan's, «Zeydanın» Zeydan's and no Zeyda's: surnames of an origin end alike. The
table `world_names.tsv` has samples by origin. A stem is made from its end to its beginning, each letter in view of
up to four behind it; counts of an origin give way to those of all, those of many letters to those of few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from math import log, sqrt

from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.surnames import name_words
from korpu.languages.az.words import FOLDER, words
from korpu.lexicon import read_table

_ORDER = 4
"""So many letters behind it a letter is seen with."""
_LESS, _ALL = 2.0, 3.0
"""What the shorter context and the names of all origins weigh against one sample."""
_LETTERS = 34
_SAMPLED = 0.35
"""How many of the names that are met are among the samples."""
_OTHER = 0.04
"""How often a known given name is borne by somebody of another origin."""

TURKIC = frozenset({"turkish", "azerbaijani", "centralasian"})
"""The origins whose names may end in ı."""

Weights = tuple[tuple[str, float], ...]
"""Origins and how likely each is; what is missing to one is for all the world."""


@lru_cache(maxsize=16384)
def log_likelihood(stem: str, origins: Weights = ()) -> float:
    """Return the logarithm of the likelihood that a surname of one of the origins is this folded word.

    >>> log_likelihood("tanaka", (("japanese", 0.9),)) > log_likelihood("tanakan", (("japanese", 0.9),))
    True
    """
    rest = 1.0 - sum(weight for _, weight in origins)
    likely = rest * _likelihood(stem, "") if rest > 0 else 0.0
    return log(likely + sum(weight * _likelihood(stem, origin) for origin, weight in origins) + 1e-30)


@lru_cache(maxsize=8192)
def origins_of(given: tuple[str, ...]) -> Weights:
    """Return the origins that the folded given names of a person point to; none, if nothing tells.

    >>> origins_of(("hiroşi",))[0][0]
    'japanese'
    """
    table = _origins_of_given()
    known = [table[name] for name in given if name in table]
    if not known:
        return _origins_by_letters(given[0]) if given else ()
    weights: Counter[str] = Counter()
    for origins in known:
        weights.update(dict.fromkeys(origins, 1.0 / len(origins)))
    total = sum(weights.values())
    return tuple((origin, (1 - _OTHER) * weight / total) for origin, weight in weights.most_common(4))


def _origins_by_letters(given: str) -> Weights:
    """The three origins whose given names an unknown one is likest."""
    likely = {origin: sqrt(_likelihood(given, _GIVEN + origin)) for origin in _origins()}
    total = sum(likely.values())
    best = sorted(likely.items(), key=lambda item: -item[1])[:3]
    return tuple((origin, _GUESSED * value / total) for origin, value in best)


_GUESSED = 0.7
"""How far a guess at the origin by letters is trusted."""


@cache
def _origins() -> tuple[str, ...]:
    """The origins that have given names among the samples."""
    return tuple(row["origin"] for row in read_table(FOLDER, "world_names") if row["given"])


@cache
def _origins_of_given() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in read_table(FOLDER, "world_names"):
        for name in _folded(row["given"]):
            found.setdefault(name, []).append(row["origin"])
    for sort, origins in _SORTS.items():
        for name in name_words(sort):
            found.setdefault(name, origins)
    return {name: tuple(origins) for name, origins in found.items()}


_SORTS = {
    "man_turkic": ["azerbaijani", "turkish", "centralasian", "iranian", "arabic"],
    "man_slavic": ["russian", "bulgarian"],
    "east": ["chinese", "korean", "vietnamese"],
}
"""The sorts of given names in `names.tsv` and what origins they point to."""


def _folded(cell: str) -> Iterator[str]:
    """The folded names of a cell, those with hyphens by their last part."""
    return (name.rpartition("-")[2] for name in fold(cell).split("|") if name)


_NOUN, _GIVEN = "common noun", "given name"
"""What samples there are besides those of the origins."""


@cache
def _samples() -> Mapping[str, frozenset[str]]:
    """The folded surnames of each origin, under "" those of all; and nouns and given names."""
    rows = read_table(FOLDER, "world_names")
    given = {row["origin"]: frozenset(_folded(row["given"])) for row in rows}
    by_origin = {row["origin"]: frozenset(_folded(row["surnames"])) for row in rows}
    by_origin = {
        origin: names | (frozenset() if origin in _UNSHARED else given[origin])
        for origin, names in by_origin.items()
    }
    nouns = frozenset().union(*(_folded(row["words"]) for row in read_table(FOLDER, "common_nouns")))
    single = words().single
    nouns |= {word for word, entries in single.items() if not any(entry.proper for entry in entries)}
    return {
        **by_origin,
        "": frozenset().union(*by_origin.values()) | name_words("surname"),
        _NOUN: nouns,
        **{_GIVEN + origin: names for origin, names in given.items()},
        _GIVEN: frozenset().union(*given.values())
        | name_words("man")
        | name_words("man_turkic")
        | name_words("woman"),
    }


_UNSHARED = frozenset(
    {"russian", "polish", "czech", "southslav", "bulgarian", "japanese", "nordic", "baltic"}
)
"""The origins whose given names are no surnames."""


@lru_cache(maxsize=16384)
def noun_likelihood(stem: str) -> float:
    """Return the logarithm of the likelihood that a common noun is this folded word.

    >>> noun_likelihood("böhran") > noun_likelihood("böhra")
    True
    """
    return log(_likelihood(stem, _NOUN))


def is_noun(stem: str) -> bool:
    """Whether a folded word is a common noun of the tables.

    >>> is_noun("böhran"), is_noun("böhra")
    (True, False)
    """
    return stem in _samples()[_NOUN]


def is_given_name(key: str) -> bool:
    """Whether a folded word is a given name of the tables, syllables too.

    >>> is_given_name("hiroşi"), is_given_name("dünən")
    (True, False)
    """
    return key in _origins_of_given()


@lru_cache(maxsize=16384)
def is_given_like(key: str) -> bool:
    """Whether a folded word that begins a sentence is likelier a given name than a noun in some case.

    >>> is_given_like("xeraldina"), is_given_like("sərgini")
    (True, False)
    """
    given = log(_likelihood(key, _GIVEN))
    nouns = (
        noun_likelihood(found.stem) - _ENDING * (found.stem != key)
        for found in analyse(key)
        if len(found.stem) > 2
    )
    return given + _BIAS > max(nouns, default=-99.0)


_BIAS = 2.0
"""How much likelier two capitalised words at a sentence's beginning are a name, as the logarithm of a likelihood."""
_ENDING = 2.0
"""What an ending costs, as the logarithm of a likelihood."""


@cache
def _turned(origin: str) -> str:
    """The samples of an origin in one text, each turned round, between `$` and `^`: «$akanat^»."""
    return "".join(f"${name[::-1]}^" for name in _samples()[origin])


@cache
def _shares() -> tuple[tuple[str, float], ...]:
    """The samples of each origin as one text and what each counts: all the same together, however many they are."""
    rows = read_table(FOLDER, "world_names")
    return tuple((_turned(row["origin"]), min(1.0, _EVEN / len(_samples()[row["origin"]]))) for row in rows)


_EVEN = 120
"""So many samples of an origin count in full."""


@lru_cache(maxsize=65536)
def _count(row: str, origin: str) -> float:
    """How often a row of letters, turned round, is met in the samples of an origin; under "" in those of all.

    What is looked for is counted when it is asked for: a document asks for few rows of the many that there are.
    """
    if origin:
        return _times(row, _turned(origin))
    return sum(share * times for text, share in _shares() if (times := _times(row, text)))


def _times(row: str, text: str) -> int:
    """How often a row stands in a text, overlaps counted; any letter does for an empty row."""
    if not row:
        return len(text) - text.count("$")
    if row[0] not in row[1:]:
        return text.count(row)
    times, at = 0, text.find(row)
    while at >= 0:
        times, at = times + 1, text.find(row, at + 1)
    return times


@lru_cache(maxsize=16384)
def _likelihood(stem: str, origin: str) -> float:
    turned, likely = f"${stem[::-1]}^", 1.0
    for end in range(2, len(turned) + 1):
        likely *= _letter(turned[max(0, end - _ORDER - 1) : end], origin)
    samples = _samples()[origin]
    return (1 - _SAMPLED) * likely + (_SAMPLED / len(samples) if stem in samples else 0.0)


@lru_cache(maxsize=65536)
def _letter(row: str, origin: str) -> float:
    """How likely the last letter of a row is behind the others."""
    if not row:
        return 1 / _LETTERS
    count, context, shorter = _count(row, origin), _count(row[:-1], origin), _letter(row[1:], origin)
    if origin == "" or origin.startswith((_NOUN, _GIVEN)):
        return (count + _LESS * shorter) / (context + _LESS)
    return (count + _LESS * shorter + _ALL * _letter(row, "")) / (context + _LESS + _ALL)
