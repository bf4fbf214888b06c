"""Names of several words: bodies and places («Göygöl Milli Parkı»), quoted names, persons with a word of respect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from korpu.languages.az.morphology import Features, analyse, compound_readings, loose_chains
from korpu.languages.az.phrases.name_stems import is_given_name, is_noun
from korpu.languages.az.phrases.phrase import QUOTES, Phrase, Sentence
from korpu.languages.az.phrases.surnames import name_words
from korpu.languages.az.words import words

Form = tuple[str, str]
"""A dictionary form and the case of its word's own ending."""

_LONGEST = 12
"""So many tokens a name may have."""


def quoted_name(sentence: Sentence, index: int) -> Form | None:
    """Return the name in quotation marks whose ending stands behind them at the index, and its case.

    >>> from korpu.languages.az.tokens import tokenise
    >>> text = "“La Skala”dan gəlib"
    >>> quoted_name(Sentence(text, 0, len(text), tokenise(text)), 3)
    ('La Skala', 'Abl')
    """
    tokens, token = sentence.tokens, sentence.tokens[index]
    if token.text in QUOTES and token.tail:
        closing, readings = index, token.tail
    elif index and token.glued and token.is_word and tokens[index - 1].text in QUOTES:
        readings = loose_chains().get(token.key.removeprefix("y"), ())  # «“Azərsu”yun»
        closing = index - 1
    else:
        return None
    before = range(closing - 1, max(-1, closing - _LONGEST), -1)
    opening = next((at for at in before if tokens[at].text in QUOTES), None)
    if opening is None or not readings:
        return None
    return sentence.text[tokens[opening].end : tokens[closing].start], readings[0].case


def whole_name(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> Form | None:
    """Return the name of the body or place that ends at the index, its own possessive kept, and its case.

    None where the word there makes no name of the capitalised words before it.

    >>> from korpu.languages.az.tokens import tokenise
    >>> text = "İclas Xəzər Universitetində keçirilib"
    >>> whole_name(Sentence(text, 0, len(text), tokenise(text)), [], 2)
    ('Xəzər Universiteti', 'Loc')
    """
    token = sentence.tokens[index]
    if index == 0 or not token.is_word or token.tail:
        return None
    if not token.capital:
        return _of_acronym(sentence, index)
    if any(
        phrase.type == "person" and phrase.last == index and is_given_name(sentence.key(phrase.first))
        for phrase in phrases
    ):
        return None  # «Əli Əkbər Vilayəti»
    end = _own_end(token.key)
    first = _start(sentence, phrases, index) if end else index
    if end is None or first == index or _is_of_state(phrases, first, index):
        return None
    length, features = end
    start = sentence.tokens[first].start
    return sentence.text[start : token.start] + token.text[:length], features.case


def _is_of_state(phrases: Sequence[Phrase], first: int, index: int) -> bool:
    """«Peru Konqresi»: a parliament that is called by its sort, and no name."""
    types = {phrase.last: phrase.type for phrase in phrases}
    return index - first == 1 and types.get(first) == "state" and types.get(index) == "parliament"


def _of_acronym(sentence: Sentence, index: int) -> Form | None:
    """«ASAN xidmətin»: a noun behind an acronym that has no possessive, as it would have behind its owner."""
    token, acronym = sentence.tokens[index], sentence.tokens[index - 1]
    if not (acronym.is_word and acronym.text.isupper() and len(acronym.text) > 3) or acronym.tail:
        return None
    readings = [found for found in analyse(token.key) if is_noun(found.stem) and not found.features.plural]
    if not readings or any(found.features.possessor or found.features.case == "Nom" for found in readings):
        return None
    stem, features = readings[0]
    return sentence.text[acronym.start : token.start] + token.text[: len(stem)], features.case


def _own_end(key: str) -> tuple[int, Features] | None:
    """How long the last word of a body's name is without its case, and what that is: «nazirliyi|nin»."""
    for length in range(len(key), 2, -1):
        lemma = key[:length]
        if lemma in name_words("organisation_end"):
            readings = [found.features for found in analyse(key) if found.stem == lemma]
            readings += compound_readings(key, lemma)
            if readings:
                return length, readings[0]
    return None


def _start(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> int:
    """The first of the capitalised words that make a body's name, those of other names left aside."""
    ends = {phrase.last: phrase for phrase in phrases}
    first = index
    while first > 0 and index - first < _LONGEST:
        before = _before(sentence, ends, first)
        if before is None or _is_apart(sentence, ends, before, first):
            break
        first = before
    return first


def _before(sentence: Sentence, ends: Mapping[int, Phrase], first: int) -> int | None:
    """The capitalised word before a name's part, right before it or behind «və», «üzrə» or a hyphen."""
    tokens, before = sentence.tokens, first - 1
    if tokens[before].key in name_words("body_link") and before > 0:
        known = ends.get(before - 1)
        if known and known.type in ("place", "state"):
            return None  # «Bakı və Gəncə Dövlət Universiteti»
        before -= 1
    elif tokens[before].text in "-–" and tokens[before].glued and tokens[first].glued:
        before -= 1
    token = tokens[before] if before >= 0 else None
    return before if token and token.is_word and token.capital and not token.tail else None


def _is_apart(sentence: Sentence, ends: Mapping[int, Phrase], index: int, first: int) -> bool:
    """Whether a capitalised word before a body's name is none of it: a person, «İranın», what opens the sentence."""
    known = ends.get(index)
    if known and known.type == "person" and _is_somebody(ends, known):
        return True
    if known and known.type in ("place", "state", "pointer") and known.features.case != "Nom":
        return True
    key = sentence.key(index)
    if (known and known.type == "place") or (index > 0 and sentence.tokens[index - 1].is_word):
        return False
    if key in name_words("opening"):
        return True
    if first - index > 1 or (
        key.endswith(("la", "lə")) and sentence.key(first + 1) in name_words("body_link")
    ):
        return False  # «Gənclər və …», «Diasporla İş üzrə …»
    if key.endswith(("lar", "lər")) or (
        not is_noun(key) and any(_is_declined(*found) for found in analyse(key))
    ):
        return True
    return is_noun(key) and not _is_common(sentence.key(first))  # «Tədqiqat Xəzər Universitetində …»


def _is_common(key: str) -> bool:
    """Whether a folded word may be a common noun of the tables in some form, or ends a body's name itself."""
    single = words().single
    return (
        key in name_words("body_start")
        or _own_end(key) is not None
        or any(
            is_noun(found.stem) or any(not entry.proper for entry in single.get(found.stem, ()))
            for found in analyse(key)
        )
    )


def _is_somebody(ends: Mapping[int, Phrase], person: Phrase) -> bool:
    """Whether a name is a person's of the sentence, and no body is called after it («Heydər Əliyev Mərkəzi»)."""
    before = ends.get(person.first - 1)
    return (
        person.features.case != "Nom"
        or "office" in person.attributes
        or (before is not None and before.type in ("office", "role"))
    )


def _is_declined(stem: str, features: Features) -> bool:
    """Whether a word that opens a sentence is a noun in the plural or in a case, and so no name's beginning."""
    entries = words().single.get(stem, ())
    noun = is_noun(stem) or any(not entry.proper for entry in entries)
    return noun and (features.plural or features.case != "Nom")


def respected_name(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> Form | None:
    """Return the name that ends in a word of respect («Tofiq bəy»), without its ending, and its case.

    >>> from korpu.languages.az.tokens import tokenise
    >>> text = "Gülnaz xanıma məktub"
    >>> respected_name(Sentence(text, 0, len(text), tokenise(text)), [], 1)
    ('Gülnaz xanım', 'Dat')
    """
    token = sentence.tokens[index]
    if index == 0 or token.capital or not _is_named(sentence, index - 1):
        return None
    found = next((found for found in analyse(token.key) if _is_respect(found.stem, found.features)), None)
    if found is None:
        return None
    first = index - 1
    while first > 0 and _is_named(sentence, first - 1) and not _is_role(sentence, phrases, first - 1):
        first -= 1
    name = sentence.text[sentence.tokens[first].start : token.start]
    return name + token.text[: len(found.stem)], found.features.case


def _is_named(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.is_word and token.capital and not token.tail


def _is_role(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> bool:
    """Whether a capitalised word is no given name but says what somebody is («Səfir Kamil bəy»)."""
    key = sentence.key(index)
    known = any(phrase.first <= index <= phrase.last for phrase in phrases if phrase.type != "person")
    return not is_given_name(key) and (known or is_noun(key) or index == 0)


def _is_respect(stem: str, features: Features) -> bool:
    return stem in name_words("respect") and not features.possessor and not features.plural


def hyphened_start(sentence: Sentence, index: int) -> int:
    """Return where a name with hyphens begins whose last part is at the index: «Cəlal-Abad».

    >>> from korpu.languages.az.tokens import tokenise
    >>> text = "Cəlal-Abadda"
    >>> hyphened_start(Sentence(text, 0, len(text), tokenise(text)), 2)
    0
    """
    tokens = sentence.tokens
    while index > 1 and tokens[index].glued and tokens[index].capital:
        name, hyphen = tokens[index - 2], tokens[index - 1]
        if hyphen.text not in "-–" or not hyphen.glued or not (name.is_word and name.capital):
            break
        index -= 2
    return index
