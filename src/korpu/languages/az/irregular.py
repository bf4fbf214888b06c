"""Nouns whose stem changes before an ending that begins with a vowel: «oğul», «oğlunun»; «su», «suyu»; «tale», «taleyi»."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from korpu.languages.az.morphology import VOWELS, Analysis, harmonies, noun_chains
from korpu.languages.az.orthography import fold
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table


@lru_cache(maxsize=8192)
def irregular_readings(key: str) -> tuple[Analysis, ...]:
    """Return every way in which a folded word may be a noun of `irregular_nouns.tsv` whose stem has changed.

    >>> [(found.stem, found.features.case) for found in irregular_readings("nəslindən")]
    [('nəsil', 'Abl')]
    >>> irregular_readings("nəsildən")
    ()
    """
    found: list[Analysis] = []
    for cut in range(2, len(key)):
        noun = _nouns().get(key[:cut])
        if noun is None or key[cut] not in VOWELS:
            continue
        for harmony in harmonies(key[:cut]):
            readings = noun_chains(harmony, after_vowel=False).get(key[cut:], ())
            found += [Analysis(noun, features) for features in readings]
    return tuple(dict.fromkeys(found))


@cache
def spellings() -> Mapping[str, str]:
    """Return the nouns of the table by their folded form: ı and i apart.

    >>> spellings()["ağiz"]
    'ağız'
    """
    return {fold(row["noun"]): row["noun"] for row in read_table(FOLDER, "irregular_nouns")}


@cache
def _nouns() -> Mapping[str, str]:
    """The folded nouns by their folded changed stem."""
    return {fold(row["stem"]): fold(row["noun"]) for row in read_table(FOLDER, "irregular_nouns")}
