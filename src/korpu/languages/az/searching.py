"""Searching: what a word is found by, in whatever case, form, letters and script it stands.

Everything is decided on the word without its Azerbaijani letters: «elaqeler» is to find what «Əlaqələr» does.
"""

from __future__ import annotations

from functools import cache, lru_cache

from korpu.languages.az.mending import mend
from korpu.languages.az.morphology import ANY_HARMONY, HARMONIES, VOWELS, analyse, harmonies, noun_chains
from korpu.languages.az.orthography import fold, fold_ascii, word_to_latin
from korpu.languages.az.units import find_verb
from korpu.languages.az.verbs import analyse_ending, verb_chains
from korpu.languages.az.words import words

SHORTEST_STEM = 3
"""Letters of a stem that is worth finding a word by; a shorter word is found by itself."""


@lru_cache(maxsize=262144)
def terms_of(word: str) -> tuple[str, ...]:
    """Return the stems of the lexicon that a word is a form of, else every stem that it may have; in ASCII letters, sorted.

    >>> terms_of("SƏFİRLİYİNDƏ"), terms_of("sefirlik"), terms_of("сәфирлик")
    (('sefirlik',), ('sefirlik',), ('sefirlik',))
    >>> terms_of("Lamorsanın"), terms_of("2021")
    (('lamorsa', 'lamorsan', 'lamorsanin'), ('2021',))
    """
    # Many are kept: a tuple takes a fifth of the memory of a set, and the collector of garbage soon leaves it alone.
    return tuple(sorted(_terms_of(word)))


def _terms_of(word: str) -> frozenset[str]:
    if word.isascii() and word.isdigit():
        return frozenset({word})
    bare = fold_ascii(fold(word_to_latin(word))).replace("'", "")
    if len(bare) <= SHORTEST_STEM or not bare.isalpha():
        return frozenset({bare})
    # Most words are no stem of the lexicon before any ending: that is seen here, and sooner than by taking them apart.
    cuts = [cut for cut in range(1, len(bare) + 1) if bare[cut:] in _bare_endings()]
    known = _known_stems(bare) if any(bare[:cut] in _bare_stems() for cut in cuts) else frozenset[str]()
    # Of a stem as short as «al» a word may look like a form and be none («Alan»).
    return known if max(map(len, known), default=0) >= SHORTEST_STEM else known | _possible_stems(bare, cuts)


@cache
def _bare_stems() -> frozenset[str]:
    """The stems of the lexicon in ASCII letters, also as they end before a vowel."""
    bare = {fold_ascii(stem) for stem in (*words().single, *words().verbs)}
    return frozenset(bare | {stem[:-1] + _SOFT[stem[-1]] for stem in bare if stem[-1] in _SOFT})


@cache
def _bare_endings() -> frozenset[str]:
    """All endings of nouns and verbs, in ASCII letters, and none."""
    chains = {
        chain
        for chains_of in (noun_chains, verb_chains)
        for harmony in ANY_HARMONY
        for after_vowel in (False, True)
        for chain in chains_of(harmony, after_vowel)
    }
    return frozenset({"", *map(fold_ascii, chains)})


def _known_stems(bare: str) -> frozenset[str]:
    """All stems of the lexicon that it is a form of: the lexicon has «əlaqələr» beside «əlaqə»."""
    key = mend(bare)
    index = words()
    stems = {found.stem for found in analyse(key) if found.stem in index.single}
    if find_verb(key)[0]:
        stems.add(next(key[:cut] for cut in range(len(key) - 1, 0, -1) if _is_verb_form(key, cut)))
    return frozenset(fold_ascii(stem) for stem in stems if len(stem) > 1)


def _is_verb_form(key: str, cut: int) -> bool:
    return key[:cut] in words().verbs and bool(analyse_ending(key[:cut], key[cut:]))


def _possible_stems(bare: str, cuts: list[int]) -> frozenset[str]:
    """The word, and what is before each cut, where what is behind it may be the ending of that."""
    stems = {bare}
    for cut in cuts:
        stem, chain = bare[:cut], bare[cut:]
        if chain and cut >= SHORTEST_STEM and chain in _bare_chains(_last_vowel(stem), stem[-1] in VOWELS):
            stems.add(stem)
            if chain[0] in VOWELS and stem[-1] in _HARD:
                stems.add(stem[:-1] + _HARD[stem[-1]])
    return frozenset(stems)


def _last_vowel(stem: str) -> str:
    return next((letter for letter in reversed(stem) if letter in VOWELS), "")


_HARD = {"g": "q", "y": "k"}
"""What a stem's last letter was before it softened, in ASCII letters."""
_SOFT = {hard: soft for soft, hard in _HARD.items()}


@cache
def _bare_chains(vowel: str, after_vowel: bool) -> frozenset[str]:
    """The chains of endings, in ASCII letters, behind a stem whose last vowel is written so; all, where it has none."""
    written = {letter for letter in HARMONIES if fold_ascii(letter) == vowel} or {""}
    spelt = {harmony for letter in written for harmony in harmonies(letter)}
    return frozenset(
        fold_ascii(chain) for harmony in spelt for chain in noun_chains(harmony, after_vowel) if chain
    )
