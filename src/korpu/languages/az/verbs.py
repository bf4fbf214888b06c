"""Verbs: every ending that a verb of the press takes, with what it says of time, stance and place in the clause.

As with nouns (`morphology.py`), the endings are spelt out once for each harmony and stem end, and a word is
analysed by looking up what stands behind each stem that the lexicon knows. Words are in folded form.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import NamedTuple

from korpu.languages.az.morphology import Features, Harmony, harmonies, harmony_after, noun_chains


class Form(Enum):
    """What a verb's ending makes of it."""

    PAST = "past"  # -dI
    PERFECT = "perfect"  # -Ib, -mIşdIr, and -mIş at a sentence's end
    PRESENT = "present"  # -Ir, -mAqdAdIr
    FUTURE = "future"  # -AcAq; -Ar is left out: too many nouns look like it («işlər»)
    MUST = "must"  # -mAlIdIr
    LET = "let"  # -sIn
    IF = "if"  # -sA
    CAN = "can"  # -A bilər
    PARTICIPLE = "participle"  # -An, -mIş before a noun
    DONE = "done"  # -dIğI, -dIğInI: that it did
    WILL = "will"  # -AcAğI: that it will
    DOING = "doing"  # -mAsI, -mAq: its doing
    CONVERB = "converb"  # -Ib, -ArAq: having done, doing
    WHILE = "while"  # -ArkƏn, -dIqdA
    AFTER = "after"  # -dIqdAn (sonra)


RELATIVE = frozenset({Form.PARTICIPLE, Form.DONE})
"""The forms that stand before a noun and say what it did, or what was done to it."""


class VerbForm(NamedTuple):
    """What the endings of a verb say.

    Attributes:
        form: what the ending makes of the verb.
        negative: whether -mA- denies it.
        noun: the endings of a form that is declined («-masının»); None for the others.
        remote: whether it was so at a past time («-mışdı», «-acaqdı»): a plan told in the past.
        ours: whether those who speak do it («-mişik», «qoyduğumuz»).
        mine: whether the one who speaks does it («-dım», «aldığım»).
    """

    form: Form
    negative: bool = False
    noun: Features | None = None
    remote: bool = False
    ours: bool = False
    mine: bool = False


FINITE = frozenset({Form.PAST, Form.PERFECT, Form.PRESENT, Form.FUTURE, Form.MUST, Form.LET, Form.CAN})

# The first person («-ırıq», «-dım») belongs to speeches, the third to reports; C is y after a vowel.
_TENSES = {
    "dI": Form.PAST,
    "CIb": Form.PERFECT,
    "mIş": Form.PERFECT,
    "CIr": Form.PRESENT,
    "mAQdA": Form.PRESENT,
    "CAcAQ": Form.FUTURE,
    "mAlI": Form.MUST,
    "sIn": Form.LET,
    "sA": Form.IF,
}
_ENDINGS = {  # what follows the tense: the persons, and whether they put it into the past
    "dI": ("", "lAr", "q", "k", "m", "nIz"),
    "CIb": ("", "lAr", "dIr", "lArdIr"),
    "mIş": ("", "dIr", "lAr", "lArdIr", "Iq", "Ik", "Am"),
    "CIr": ("", "lAr", "Iq", "Ik", "Am", "dIr", "sInIz"),
    "mAQdA": ("dIr", "dIrlAr", "CIq", "CIk"),
    "CAcAQ": ("", "dIr", "lAr", "lArdIr"),
    "mAlI": ("", "dIr", "dIrlAr", "CIq", "CIk"),
    "sIn": ("", "lAr"),
    "sA": ("", "lAr", "q", "k"),
}
_MINE = {"m", "Am"}
_OURS = {"q", "k", "Iq", "Ik", "CIq", "CIk"}
_REMOTE = {"mIş", "CIr", "CAcAQ", "mAlI"}
_ADVERBS = {
    "CArAQ": Form.CONVERB,
    "CIb": Form.CONVERB,
    "CArkən": Form.WHILE,
    "dIQdA": Form.WHILE,
    "dIQdAn": Form.AFTER,
    "CIncA": Form.WHILE,
}
_DECLINED = {  # stem ending, its noun chains' stem end is a vowel; soft: what it becomes before a vowel
    "mA": Form.DOING,
    "mAQ": Form.DOING,
    "CAn": Form.PARTICIPLE,
    "mIş": Form.PARTICIPLE,
    "dIQ": Form.DONE,
    "CAcAQ": Form.WILL,
}


def _spell(pattern: str, harmony: Harmony, after_vowel: bool) -> str:
    """The ending spelt out; an I behind an A goes by that and no longer by the stem («qurmalı»)."""
    glide = "y" if after_vowel else ""
    hard = "q" if harmony[0] == "a" else "k"
    first, wide, rest = pattern.replace("C", glide).replace("Q", hard).partition("A")
    return first.replace("I", harmony[1]) + (wide + rest).replace("A", harmony[0]).replace("I", "i")


@cache
def verb_chains(harmony: Harmony, after_vowel: bool) -> dict[str, tuple[VerbForm, ...]]:
    """Return every verb ending, folded, with what it may say, for one harmony and one stem end."""
    chains: dict[str, list[VerbForm]] = {}
    for negative in (False, True):
        base = "m" + harmony[0] if negative else ""
        vowel_end = after_vowel or negative
        here = ((harmony[0], "i")) if negative else harmony
        for ending, form in _endings(here, vowel_end):
            found = form._replace(negative=negative)
            chains.setdefault(base + ending, []).append(found)
        if negative:  # -mır, -mayıb, -maz: the negative's own present and aorist
            for person in ("", "lAr", "Iq", "Ik", "Am"):
                chains.setdefault("m" + _spell("Ir" + person, harmony, False), []).append(
                    VerbForm(Form.PRESENT, True)
                )
            chains.setdefault(base + "z", []).append(VerbForm(Form.FUTURE, True))
            chains.setdefault(base + "zl" + harmony[0] + "r", []).append(VerbForm(Form.FUTURE, True))
    return {chain: tuple(dict.fromkeys(forms)) for chain, forms in chains.items()}


def _endings(harmony: Harmony, after_vowel: bool) -> list[tuple[str, VerbForm]]:
    found = []
    for tense, form in _TENSES.items():
        spelt = _spell(tense, harmony, after_vowel)
        ends_in_vowel = spelt[-1] in "aəeiouü"
        later = harmony_after(spelt, harmony)
        for person in _ENDINGS[tense]:
            whole = spelt + _spell(person, later, ends_in_vowel)
            found.append((whole, VerbForm(form, ours=person in _OURS, mine=person in _MINE)))
            if tense == "CAcAQ" and person == "":
                soft = "ğ" if spelt[-1] == "q" else "y"
                for first in ("IQ", "Am"):
                    found.append(
                        (
                            spelt[:-1] + soft + _spell(first, later, False),
                            VerbForm(form, ours=first == "IQ", mine=first == "Am"),
                        )
                    )
        if tense in _REMOTE:
            for past in ("dI", "dIlAr", *(("dIQ", "dIm") if tense == "mIş" else ())):
                said = VerbForm(form, remote=True, ours=past == "dIQ", mine=past == "dIm")
                found.append((spelt + _spell(past, later, False), said))
    for adverb, form in _ADVERBS.items():
        found.append((_spell(adverb, harmony, after_vowel), VerbForm(form)))
    for stem, form in _DECLINED.items():
        found += _declined(_spell(stem, harmony, after_vowel), form, harmony)
    return found


def _declined(stem: str, form: Form, harmony: Harmony) -> list[tuple[str, VerbForm]]:
    """A verb form with the endings of a noun; -q and -k soften before a vowel («-dığı»)."""
    open_end = stem[-1] in "aə"
    later = harmony_after(stem, harmony)
    soft = {"q": "ğ", "k": "y"}.get(stem[-1], stem[-1])
    found = [(stem, VerbForm(form, noun=Features()))]
    for chain, features in noun_chains(later, open_end).items():
        if not chain:
            continue
        body = stem[:-1] + soft if chain[0] in "aəiuü" else stem
        for feature in features:
            if not feature.copula:
                found.append(
                    (
                        body + chain,
                        VerbForm(
                            form, noun=feature, ours=feature.possessor == "1p", mine=feature.possessor == "1"
                        ),
                    )
                )
    return found


def passive(stem: str) -> str:
    """Return the passive of a folded verb stem.

    >>> passive("yarat"), passive("aç"), passive("başla"), passive("al")
    ('yaradil', 'açil', 'başlan', 'alin')
    """
    if stem[-1] in "aəeiouü":
        return stem + "n"
    vowel = harmonies(stem)[-1][1]
    return _voiced(stem) + vowel + ("n" if stem[-1] == "l" else "l")


def _voiced(stem: str) -> str:
    """Stems in -t of one group become -d before a vowel (et-, get-, yarat-)."""
    return (
        stem[:-1] + "d"
        if (stem.endswith("t") and not stem.endswith(("st", "rt", "at"))) or stem == "yarat"
        else stem
    )


def stem_variants(stem: str) -> tuple[str, ...]:
    """Return the folded stem as it stands before consonants and before vowels.

    >>> stem_variants("et"), stem_variants("qur")
    (('et', 'ed'), ('qur',))
    """
    return tuple(dict.fromkeys((stem, _voiced(stem))))


def analyse_ending(stem: str, ending: str) -> tuple[VerbForm, ...]:
    """Return what `ending` behind the folded verb stem may say; nothing where it is no verb's ending.

    >>> [found.form.value for found in analyse_ending("açil", "ib")]
    ['perfect', 'converb']
    """
    found: tuple[VerbForm, ...] = ()
    for harmony in harmonies(stem):
        found += verb_chains(harmony, stem[-1] in "aəeiouü").get(ending, ())
    return tuple(dict.fromkeys(found))
