"""How far a person's name goes: a run of capitalised words, initials, hyphens and particles, up to one in a case."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from korpu.languages.az.morphology import VOWELS, analyse, inflect
from korpu.languages.az.phrases.name_stems import is_given_like, is_given_name, is_noun
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
from korpu.languages.az.sayings import roles, words_of

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
                or (_may_be_cased(sentence, last) and _is_before_place(sentence, last + 1))
            ):
                break
            if tokens[last].text != "." and (
                (_has_case(sentence, last) and not (last == first and _is_given(sentence, last)))
                or (last > first and (ends_in_with(sentence, last) or _is_surely_cased(sentence, last)))
            ):
                break
            last += 1
        else:
            break
    if last - first > 1 and tokens[last].is_word and sentence.key(last + 1).startswith(_OF_PLACES):
        last -= 1  # «Nasir Burita Səhra məsələsində …»
    return last


def is_calling(sentence: Sentence, index: int) -> bool:
    """Return whether a word that opens a sentence is what the person behind it does: «Cərrah Anar Nurlu», «Memar A.Nurlu».

    >>> from korpu.languages.az.tokens import tokenise
    >>> text = "Cərrah Anar Nurlu gəlib"
    >>> is_calling(Sentence(text, 0, len(text), tokenise(text)), 0)
    True
    """
    key, following = sentence.key(index), sentence.tokens[index + 1 : index + 3]
    if len(following) < 2 or not (following[0].is_word and following[0].capital):
        return False
    if key in given_names() or is_given_name(key):
        return False
    initial = following[1].text == "." and len(following[0].text) == 1
    if not initial and not (following[1].is_word and following[1].capital):
        return False
    return is_noun(key) or (following[0].key in given_names() and not is_given_like(key))


def is_behind_role(sentence: Sentence, index: int) -> bool:
    """Return whether a word in -da may be a given name, and no place, right behind what somebody is.

    >>> from korpu.languages.az.tokens import tokenise
    >>> text = "yazıçı Çimamanda Nurlu"
    >>> is_behind_role(Sentence(text, 0, len(text), tokenise(text)), 1)
    True
    """
    after, role = sentence.tokens[index + 1 : index + 2], sentence.key(index - 1)
    named = bool(after) and after[0].is_word and after[0].capital
    return named and (role in roles() or is_noun(role)) and is_given_like(sentence.key(index))


def _is_given(sentence: Sentence, index: int) -> bool:
    return is_given_name(sentence.key(index)) or is_behind_role(sentence, index)


def _opens_body(sentence: Sentence, index: int) -> bool:
    """Whether the word begins the name of an institution behind a person's: «Lukas Vays Avropa Parlamentində …»."""
    following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    return following is not None and following.capital and ends_organisation(following.key)


def _is_before_place(sentence: Sentence, index: int) -> bool:
    """Whether the name of a body of several words or of a place begins there: «Ələt Azad Zonasında», «Sədərək rayonunda»."""
    if sentence.key(index + 1).startswith(tuple(name_words("ground"))):
        return True
    for ahead in range(index + 1, min(index + _LONGEST_BODY, len(sentence.tokens))):
        token = sentence.tokens[ahead]
        if token.is_word and token.capital and ends_organisation(token.key):
            return True
        if not (token.is_word and (token.capital or token.key in name_words("body_link"))):
            return False
    return False


_LONGEST_BODY = 7
"""So many words ahead the last one of a body's name is looked for."""


@lru_cache(maxsize=8192)
def _has_cased_reading(key: str) -> bool:
    return any(
        found.features.case != "Nom" and not found.features.possessor and len(found.stem) > 2
        for found in analyse(key)
    )


def _may_be_cased(sentence: Sentence, index: int) -> bool:
    """Whether a word that is no known name may be in a case."""
    key = sentence.tokens[index].key
    return key not in name_words("surname") and not is_given_name(key) and _has_cased_reading(key)


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


_SURELY = ("nin", "nun", "nün", "nu", "nü", "dan", "dən", "iyə", "üyə", "əyə", "uya")


def _is_surely_cased(sentence: Sentence, index: int) -> bool:
    """Whether a word ends as few names do by themselves («Fikonu», «Mattarellanın»), in harmony."""
    token = sentence.tokens[index]
    if token.key not in name_words("surname") and is_well_known(token.key):
        return True
    ends = token.key.endswith(_SURELY) or token.text.endswith(("nı", "lıya"))
    if (
        is_given_name(token.key)
        or not ends
        or len(token.text) != len(token.key)
        or token.key in name_words("surname")
    ):
        return False
    return any(
        found.features.case in ("Gen", "Acc", "Abl", "Dat") and not found.features.possessor and len(found.stem) > 3
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


def says_where(key: str) -> bool:
    """Return whether a folded word is a place in which something lies («Beyş-Atadakı konsulluq»): nobody has such a name.

    >>> says_where("atadaki"), says_where("atadan")
    (True, False)
    """
    return key.endswith(("daki", "dəki"))
