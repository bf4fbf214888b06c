"""Dictionary forms: a noun or name in running text, taken to what a dictionary has, and its case."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.languages.az.orthography import fold, upper_first
from korpu.languages.az.phrases.find import find_named
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.tokens import Token
from korpu.languages.az.units import Unit, find_units


def dictionary_form_of(sentence: Sentence, end: int) -> tuple[str, str] | None:
    """Return the dictionary form of the name or noun that ends at `end` of the text, and its case.

    The form of a name or a compound is that of all its words, a compound's own possessive kept («Avropa
    Şurasına» gives «Avropa Şurası»). The case is that of the word's own ending. None where the reader
    knows no name or noun there.

    >>> from korpu.languages.az.tokens import tokenise
    >>> text = "Malinin Bakıdakı səfirliyinə"
    >>> sentence = Sentence(text, 0, len(text), tokenise(text))
    >>> [dictionary_form_of(sentence, end) for end in (7, 16, 28)]
    [('Mali', 'Gen'), ('Bakı', 'Loc'), ('səfirlik', 'Dat')]
    """
    tokens = sentence.tokens
    index = next((at for at, token in enumerate(tokens) if token.end <= end <= token.tail_end), None)
    if index is None:
        return None
    phrase = next((phrase for phrase in find_named(sentence) if phrase.last == index), None)
    if phrase and phrase.type in ("person", "place") and phrase.value and phrase.unit is None:
        return phrase.value, phrase.features.case
    unit = next((unit for unit in find_units(list(tokens)) if unit.last == index and unit.entries), None)
    return (_spelt(sentence, unit), _case(tokens, unit, phrase)) if unit else None


def _spelt(sentence: Sentence, unit: Unit) -> str:
    """The unit's words, the last one without its endings and with the letters that it lost."""
    token = sentence.tokens[unit.last]
    before = sentence.text[sentence.tokens[unit.first].start : token.start]
    return before + _letters(token, unit.stem)


def _letters(token: Token, stem: str) -> str:
    """The stem spelt as in the token; what was mended or softened is as in the stem."""
    written = token.text[: len(stem)]
    return "".join(
        letter if fold(letter) == of_stem else upper_first(of_stem) if letter.isupper() else of_stem
        for letter, of_stem in zip(written, stem, strict=True)
    )


def _case(tokens: Sequence[Token], unit: Unit, phrase: Phrase | None) -> str:
    if tokens[unit.last].key == unit.stem and not tokens[unit.last].tail:
        return "Nom"  # it shares the ending of a later name
    return (phrase.features if phrase and phrase.unit else unit.features).case
