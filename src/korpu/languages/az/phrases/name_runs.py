"""How far a person's name goes: a run of capitalised words, initials, hyphens and particles, up to one in a case."""

from __future__ import annotations

from collections.abc import Set

from korpu.languages.az.morphology import VOWELS, analyse, inflect
from korpu.languages.az.phrases.name_stems import is_given_name
from korpu.languages.az.phrases.phrase import Sentence
from korpu.languages.az.phrases.surnames import (
    ends_in_with,
    ends_organisation,
    given_names,
    is_closing,
    is_well_known,
    name_words,
    surnames,
)
from korpu.languages.az.sayings import words_of

_HYPHENS = frozenset("-–")


def run_end(sentence: Sentence, first: int, covered: Set[int]) -> int:
    """The last token of a run of capitalised words, initials, hyphens and particles of names."""
    tokens = sentence.tokens
    last = first
    while last + 1 < len(tokens) and last + 1 not in covered and not tokens[last].tail:
        after = tokens[last + 1]
        if after.text == "." and len(tokens[last].text) <= 2 and tokens[last].capital:
            last += 1
        elif _joins(sentence, last + 1) and last + 2 not in covered:
            last += 2
        elif _is_acronym(after.text) and not tokens[last].text.isupper():
            break
        elif after.is_word and after.key not in words_of("agency") and _goes_on(sentence, last + 1):
            if last > first and (
                after.key in name_words("body_start")
                or _is_where(sentence, last + 1)
                or (tokens[last].key not in name_words("body_start") and _opens_body(sentence, last + 1))
            ):
                break
            if tokens[last].text != "." and (
                (_has_case(sentence, last) and not (last == first and is_given_name(tokens[last].key)))
                or (last > first and (ends_in_with(sentence, last) or _is_surely_cased(sentence, last)))
            ):
                break
            last += 1
        else:
            break
    if last - first > 1 and tokens[last].is_word and sentence.key(last + 1).startswith(_OF_PLACES):
        last -= 1  # «Nasir Burita Səhra məsələsində …»
    return last


def _opens_body(sentence: Sentence, index: int) -> bool:
    """Whether the word begins the name of an institution behind a person's: «Lukas Vays Avropa Parlamentində …»."""
    following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    return following is not None and following.capital and ends_organisation(following.key)


_OF_PLACES = ("məsələsi", "münaqişəsi", "böhrani", "müharibəsi", "bölgəsi", "regionu", "hövzəsi")
"""What is called after a place or a thing, and not after a person."""


def _is_where(sentence: Sentence, index: int) -> bool:
    """Whether a word says where, as no part of a name does: «Anar Nurlunun Kvirinaldakı …», «… Zvolendə …»."""
    key = sentence.key(index)
    if key.endswith(("daki", "dəki")):
        return True
    following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    ends = following is None or not (following.is_word and following.capital)
    if not ends or not key.endswith(("da", "də")):
        return False
    words = sum(token.is_word and token.capital for token in sentence.tokens[max(0, index - 2) : index])
    foreign = words == 2 and (key.endswith("də") or sentence.key(index - 1).endswith("ə"))  # none ends in ə
    return foreign or _is_surely_cased(sentence, index - 1)


_SURELY = ("nin", "nun", "nün", "nu", "nü", "dan", "dən")


def _is_surely_cased(sentence: Sentence, index: int) -> bool:
    """Whether a word ends as few names do by themselves («Fikonu», «Mattarellanın»), in harmony."""
    token = sentence.tokens[index]
    if token.key not in name_words("surname") and is_well_known(token.key):
        return True
    ends = token.key.endswith(_SURELY) or token.text.endswith("nı")
    if not ends or len(token.text) != len(token.key) or token.key in name_words("surname"):
        return False
    return any(
        found.features.case in ("Gen", "Acc", "Abl") and not found.features.possessor and len(found.stem) > 3
        and (found.features.case == "Abl" or found.stem[-1] in VOWELS)
        and inflect(token.text[: len(found.stem)], found.features.case) == token.text
        for found in analyse(token.key)
    )  # fmt: skip


def _is_acronym(text: str) -> bool:
    """«İlham Səlimli ADA …»: letters of something else; «II» is part of a name."""
    return 1 < len(text) <= 4 and text.isupper() and not set(text) <= set("IVX")


def _joins(sentence: Sentence, index: int) -> bool:
    """Whether the token is a hyphen inside a name («Kasım-Jomart», «əs-Sisi»)."""
    if index + 1 >= len(sentence.tokens):
        return False
    hyphen, after = sentence.tokens[index], sentence.tokens[index + 1]
    return hyphen.text in _HYPHENS and hyphen.glued and after.glued and after.capital


def _goes_on(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.capital or token.key in ("oğlu", "qizi"):
        return True
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    if token.key not in name_words("particle") or after is None:
        return False
    if token.key in ("da", "də") and is_closing(sentence.key(index - 1)):
        return False  # «X Nurlova da A.Saarunu …»: «too»
    return after.capital or _joins(sentence, index + 1) or _goes_on(sentence, index + 1)


def _has_case(sentence: Sentence, index: int) -> bool:
    """Whether the word inside a run surely carries a case, so that another name begins behind it."""
    key = sentence.tokens[index].key
    if is_closing(key) or key in given_names():
        return False
    known = surnames(sentence.bare_names)
    return any(
        found.features.case != "Nom" and not found.features.possessor and len(found.stem) > 3
        and (is_closing(found.stem) or (found.stem in known and key not in known))
        for found in analyse(key)
    )  # fmt: skip
