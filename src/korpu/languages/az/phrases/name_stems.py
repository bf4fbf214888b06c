"""How likely a word is to be a name by itself, by its letters and by the origin that the given name before it points to.

«Tanakanın» is Tanaka's and no Tanakan's, «Zeydanın» Zeydan's and no Zeyda's: surnames of an origin end alike. The
table `world_names.tsv` has samples by origin. A stem is made from its end to its beginning, each letter in view of
up to four behind it; counts of an origin give way to those of all, those of many letters to those of few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from math import log

from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.surnames import name_words
from korpu.languages.az.words import FOLDER
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
        return ()
    weights: Counter[str] = Counter()
    for origins in known:
        weights.update(dict.fromkeys(origins, 1.0 / len(origins)))
    total = sum(weights.values())
    return tuple((origin, (1 - _OTHER) * weight / total) for origin, weight in weights.most_common(4))


@cache
def _origins_of_given() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in read_table(FOLDER, "world_names"):
        for name in _folded(row["given"]):
            found.setdefault(name, []).append(row["origin"])
    for sort, origin in (("man_turkic", "azerbaijani"), ("man_slavic", "russian"), ("east", "chinese")):
        for name in name_words(sort):
            found.setdefault(name, [origin])
    return {name: tuple(origins) for name, origins in found.items()}


def _folded(cell: str) -> Iterator[str]:
    """The folded names of a cell, those with hyphens by their last part."""
    return (fold(name.rpartition("-")[2]) for name in cell.split("|") if name)


@cache
def _samples() -> Mapping[str, frozenset[str]]:
    """The folded surnames of each origin, and under "" those of all."""
    rows = read_table(FOLDER, "world_names")
    by_origin = {row["origin"]: frozenset(_folded(row["surnames"])) for row in rows}
    return {**by_origin, "": frozenset().union(*by_origin.values()) | name_words("surname")}


@cache
def _counts(origin: str) -> Counter[str]:
    """How often each row of up to five letters, turned round, is met in the samples of an origin."""
    return Counter(_rows(_samples()[origin]))


def _rows(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        turned = f"${name[::-1]}^"
        for end in range(2, len(turned) + 1):
            for start in range(max(0, end - _ORDER - 1), end):
                yield turned[start:end]
            for start in range(max(0, end - _ORDER - 1), end):
                yield turned[start : end - 1] + "*"  # the context alone


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
    counts, context = _counts(origin), row[:-1] + "*"
    shorter = _letter(row[1:], origin)
    if not origin:
        return (counts[row] + _LESS * shorter) / (counts[context] + _LESS)
    everywhere = _letter(row, "")
    return (counts[row] + _LESS * shorter + _ALL * everywhere) / (counts[context] + _LESS + _ALL)
