"""Nouns: every legal chain of endings, for analysis and for generation alike.

A chain is plural · possessive · case · -kI (and a case after it) · copula, in that order. All chains are
spelt out once for each harmony and each kind of stem end; analysing a word is then a look-up of what stands
behind each possible stem, and analysis undoes generation because both read the same table.

Words are in folded form (`orthography.fold`), in which ı and i are one letter.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from korpu.languages.az.orthography import lower

VOWELS = "aeəioöuü"
_LONGEST_CHAIN = 16


class Features(NamedTuple):
    """What the endings of a noun say, in the terms of Universal Dependencies.

    Attributes:
        case: Nom, Gen, Dat, Acc, Loc, Abl, Ins (-lA, with) or Ter (-dək, until).
        possessor: the person and number of the possessor: 1, 3 (either number), 1p, 2p; or empty. The second
            singular is left out: papers do not say «thy», and its forms are those of the genitive.
        plural: whether -lAr is there.
        attributive: whether -kI makes it say where or when a following noun is («-dakı»).
        copula: whether -dIr follows.
    """

    case: str = "Nom"
    possessor: str = ""
    plural: bool = False
    attributive: bool = False
    copula: bool = False


class Analysis(NamedTuple):
    """One way of taking a word apart: the stem, folded, and what its endings say."""

    stem: str
    features: Features


Harmony = tuple[str, str]
"""The vowel that A and the vowel that I stands for."""

HARMONIES: dict[str, tuple[Harmony, ...]] = {
    "a": (("a", "i"),),
    "o": (("a", "u"),),
    "u": (("a", "u"),),
    "e": (("ə", "i"),),
    "ə": (("ə", "i"),),
    "ö": (("ə", "ü"),),
    "ü": (("ə", "ü"),),
    "i": (("ə", "i"), ("a", "i")),
}
"""Last vowel of the stem to the vowels of its endings; a folded i may be ı or i."""

ANY_HARMONY: tuple[Harmony, ...] = (("ə", "i"), ("a", "i"), ("a", "u"), ("ə", "ü"))


def harmonies(stem: str) -> tuple[Harmony, ...]:
    """Return the harmonies that the endings of a folded stem may have; all four, where it has no vowel."""
    for letter in reversed(stem):
        if letter in VOWELS:
            return HARMONIES[letter]
    return ANY_HARMONY


_POSSESSIVES = {  # possessor: after a consonant, after a vowel
    "1": ("Im", "m"),
    "3": ("I", "sI"),
    "1p": ("ImIz", "mIz"),
    "2p": ("InIz", "nIz"),
}
_CASES = {  # case: after a consonant, after a vowel, after the third person's possessive
    "Gen": ("In", "nIn", "nIn"),
    "Acc": ("I", "nI", "nI"),
    "Dat": ("A", "yA", "nA"),
    "Loc": ("dA", "dA", "ndA"),
    "Abl": ("dAn", "dAn", "ndAn"),
    "Ins": ("lA", "ylA", "ylA"),
    "Ter": ("Adək", "yAdək", "nAdək"),
}


def _spell(pattern: str, harmony: Harmony) -> str:
    return pattern.replace("A", harmony[0]).replace("I", harmony[1])


def harmony_after(text: str, harmony: Harmony) -> Harmony:
    """Return the harmony after endings already written: behind an a or ə of theirs («-lar»), that one's.

    >>> harmony_after("lar", ("a", "u")), harmony_after("ub", ("a", "u"))
    (('a', 'i'), ('a', 'u'))
    """
    for letter in reversed(text):
        if letter in "aə":
            return (letter, "i")
    return harmony


@cache
def noun_chains(harmony: Harmony, after_vowel: bool) -> dict[str, tuple[Features, ...]]:
    """Return every chain of endings, folded, with what it may say, for one harmony and one stem end."""
    chains: dict[str, list[Features]] = {}

    def add(chain: str, features: Features) -> None:
        chains.setdefault(chain, []).append(features)
        if features.case in ("Nom", "Loc") and not features.attributive:
            copula = _spell("dIr", harmony_after(chain, harmony))
            chains.setdefault(chain + copula, []).append(features._replace(copula=True))

    for plural in (False, True):
        base = "l" + harmony[0] + "r" if plural else ""
        here = harmony_after(base, harmony)
        vowel_end = after_vowel and not plural
        for possessor in ("", *_POSSESSIVES):
            owned = base
            if possessor:
                owned += _spell(_POSSESSIVES[possessor][vowel_end], here)
            end = 2 if possessor == "3" else int(vowel_end and not possessor)
            for case in ("Nom", *_CASES):
                chain = owned if case == "Nom" else owned + _spell(_CASES[case][end], here)
                features = Features(case, possessor, plural)
                add(chain, features)
                if case == "Gen" and not possessor:  # «Çexiyanınkı»: the one that is Czechia's
                    add(chain + "ki", features)
                    add(chain + "kı", features)
                if case == "Loc":
                    _add_attributive(add, chain + "ki", features)
                    _add_attributive(add, chain + "kı", features)
    return {chain: tuple(dict.fromkeys(found)) for chain, found in chains.items()}


def _add_attributive(add: Callable[[str, Features], None], chain: str, features: Features) -> None:
    """-kI makes «that is in»; a noun made of it («Bakıdakılar») is left alone."""
    add(chain, features._replace(attributive=True))


def _stem_ends(stem: str, chain: str) -> tuple[str, ...]:
    """The stems that `stem` before `chain` may come from: q and k soften before a vowel."""
    if chain and chain[0] in VOWELS:
        if stem.endswith("ğ"):
            return (stem, stem[:-1] + "q")
        if stem.endswith("y"):
            return (stem, stem[:-1] + "k")
    return (stem,)


@lru_cache(maxsize=65536)
def analyse(word: str) -> tuple[Analysis, ...]:
    """Return every way of taking a folded word apart, the whole word first, then ever shorter stems.

    >>> [a.features.case for a in analyse("səfirliyi") if a.stem == "səfirlik"]
    ['Acc', 'Nom']
    >>> [a.features.case for a in analyse("bakidan") if a.stem == "baki"]
    ['Abl']
    """
    found = [Analysis(word, Features())]
    chains = loose_chains()
    for cut in range(len(word) - 1, max(1, len(word) - _LONGEST_CHAIN), -1):
        chain = word[cut:]
        if chain not in chains:
            continue  # most ends of a word are no chain of any harmony
        stem = word[:cut]
        for harmony in harmonies(stem):
            for features in noun_chains(harmony, stem[-1] in VOWELS).get(chain, ()):
                if features.case != "Nom" or features.possessor or features.plural or features.copula:
                    found += [Analysis(end, features) for end in _stem_ends(stem, chain)]
    return tuple(dict.fromkeys(found))


_AFTER_POSSESSIVE = {  # case, whether -kI follows: behind a compound's own possessive, where the case takes an n
    "nA": ("Dat", False),
    "ndA": ("Loc", False),
    "ndAki": ("Loc", True),
    "ndAn": ("Abl", False),
    "nAdək": ("Ter", False),
}


def compound_readings(word: str, lemma: str) -> list[Features]:
    """Return what the endings of a compound's last word say whose possessive is its own, n before the case.

    Genitive and accusative have that n behind any vowel; `analyse` reads them.

    >>> [reading.case for reading in compound_readings("şurasindan", "şurasi")]
    ['Abl']
    """
    if lemma[-1] not in "iuü" or not word.startswith(lemma):
        return []
    ending = word[len(lemma) :]
    return [
        Features(case, attributive=attributive)
        for pattern, (case, attributive) in _AFTER_POSSESSIVE.items()
        if ending in (_spell(pattern, ("a", "i")), _spell(pattern, ("ə", "i")))
    ]


@cache
def loose_chains() -> dict[str, tuple[Features, ...]]:
    """Return the chains of all harmonies, for what follows a hyphen («BMT-nin») or a closing quote."""
    merged: dict[str, tuple[Features, ...]] = {}
    for harmony in ANY_HARMONY:
        for after_vowel in (False, True):
            for chain, features in noun_chains(harmony, after_vowel).items():
                merged[chain] = tuple(dict.fromkeys(merged.get(chain, ()) + features))
    for chain, case in _BEHIND_POSSESSOR.items():
        merged.setdefault(chain, (Features(case),))
    return merged


_BEHIND_POSSESSOR = {
    f"n{a}{ending}": case for a in "aə" for ending, case in (("", "Dat"), ("dək", "Ter"))
} | {f"nd{a}{ending}": case for a in "aə" for ending, case in (("", "Loc"), ("n", "Abl"))}
"""«“… Memorandumu”na»: the ending that a possessor inside the quotation asks for."""


def inflect(word: str, case: str, possessor: str = "", plural: bool = False) -> str:
    """Return the word's form in a case, spelt as Azerbaijani spells it, ı and i apart.

    The word is in dictionary form; an izafet's own ending («səfirliyi») counts as possessor 3 if so given
    as `possessor="+3"`, which adds nothing but lets the case take its n.

    >>> inflect("Qazaxıstan", "Gen"), inflect("Bakı", "Dat"), inflect("səfirlik", "Loc", "3")
    ('Qazaxıstanın', 'Bakıya', 'səfirliyində')
    """
    vowels = [letter for letter in lower(word) if letter in "aeəıioöuü"] or ["i"]
    a = "a" if vowels[-1] in "aıou" else "ə"
    i = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}.get(vowels[-1], "i")
    ends_in_vowel = lower(word[-1]) in "aeəıioöuü"
    form = word
    if plural:
        form, ends_in_vowel = form + "l" + a + "r", False
        i = "ı" if a == "a" else "i"
    inherent = possessor == "+3"
    if possessor and not inherent:
        form = _join(form, _POSSESSIVES[possessor][ends_in_vowel], a, i)
        ends_in_vowel = form[-1] in "aeəıioöuü"
    if case == "Nom":
        return form
    end = 2 if possessor in ("3", "+3") else int(ends_in_vowel)
    return _join(form, _CASES[case][end], a, i)


_SOFTEN = {"q": "ğ", "k": "y"}
_SOFTENING_ENDINGS = ("lıq", "luq", "lik", "lük", "acaq", "əcək", "ıq", "aq", "ək", "lək")


def _join(stem: str, ending: str, a: str, i: str) -> str:
    spelt = ending.replace("A", a).replace("I", i)
    if spelt[0] in "aeəıioöuü" and stem.endswith(_SOFTENING_ENDINGS) and not stem[0].isupper():
        stem = stem[:-1] + _SOFTEN[stem[-1]]
    return stem + spelt
