"""Dictionary forms: a noun or name in running text, taken to what a dictionary has, and its case."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.languages.az.irregular import irregular_readings, spellings
from korpu.languages.az.morphology import Analysis, Features, analyse, loose_chains
from korpu.languages.az.orthography import fold, upper_first
from korpu.languages.az.phrases.find import find_named
from korpu.languages.az.phrases.name_cases import context_words
from korpu.languages.az.phrases.name_forms import dictionary_form
from korpu.languages.az.phrases.name_stems import is_noun, noun_likelihood
from korpu.languages.az.phrases.names import find_names
from korpu.languages.az.phrases.objects import settle_objects
from korpu.languages.az.phrases.phrase import Phrase, Sentence, dictionary_group
from korpu.languages.az.phrases.surnames import name_words
from korpu.languages.az.tokens import Token
from korpu.languages.az.units import Unit, find_units
from korpu.languages.az.whole_names import hyphened_start, quoted_name, respected_name, whole_name
from korpu.languages.az.words import words


def dictionary_form_of(sentence: Sentence, end: int) -> tuple[str, str] | None:
    """Return the dictionary form of the name or noun that ends at `end` of the text, and its case.

    The form of a name or a compound is that of all its words, a compound's own possessive kept («Avropa
    Şurasına» gives «Avropa Şurası»). The case is that of the word's own ending. None where no
    name or noun ends there. A noun that no table has is taken apart by its endings alone.

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
    if _is_hyphened(tokens, index):
        index, ending = index - 2, loose_chains()[tokens[index].key]
        return tokens[index].text, ending[0].case
    quoted = quoted_name(sentence, index)
    if quoted:
        return quoted
    phrases = find_named(sentence)
    whole = whole_name(sentence, phrases, index) or respected_name(sentence, phrases, index)
    if whole:
        return whole
    phrase = next((phrase for phrase in phrases if phrase.last == index), None)
    if phrase and _is_named(sentence, phrase):
        return phrase.value, "Nom" if "shares" in phrase.attributes else phrase.features.case
    unit = next((unit for unit in find_units(list(tokens)) if unit.last == index and unit.entries), None)
    if unit:
        case = _case(tokens, unit, phrase)
        return _spelt(sentence, unit, phrase), _unless_taken(sentence, phrases, index, unit.readings, case)
    inside = _named_inside(sentence, phrases, index)
    if inside:
        return inside.value, inside.features.case
    around = next((phrase for phrase in phrases if phrase.first < index < phrase.last), None)
    if around and around.type == "person" and around.value and tokens[index].capital:
        return around.value, dictionary_form(sentence, index)[1].case
    return _unknown(sentence, phrases, index)


def _named_inside(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> Phrase | None:
    """The person whose name ends at the index inside a larger thing («… təşəbbüsü»)."""
    project = next((phrase for phrase in phrases if phrase.first <= index < phrase.last), None)
    if project is None or project.type != "project" or not sentence.tokens[index].capital:
        return None
    covered = frozenset(range(project.first)) | frozenset(range(index + 1, len(sentence.tokens)))
    names = find_names(sentence, covered, {project.first})
    return next((name for name in names if name.last == index and name.first < index), None)


def _is_named(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a name by itself, and no noun behind one («Sarvan kəndinə»)."""
    if phrase.unit is not None or not phrase.value:
        return False
    return phrase.type == "person" or (phrase.type == "place" and sentence.tokens[phrase.last].capital)


def _is_hyphened(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is an ending behind a name and a hyphen («Report-un»)."""
    if (
        index < 2
        or not tokens[index].glued
        or tokens[index].capital
        or tokens[index].key not in loose_chains()
    ):
        return False
    name, hyphen = tokens[index - 2], tokens[index - 1]
    return hyphen.text in "-–" and hyphen.glued and name.is_word and name.capital


def _spelt(sentence: Sentence, unit: Unit, phrase: Phrase | None) -> str:
    """The unit's words, the last one without its endings and with the letters that it lost."""
    token = sentence.tokens[unit.last]
    first = _body_start(sentence, unit.first)
    if first < unit.first and any(entry.type in _BODIES for entry in unit.entries):
        body = Phrase(unit.first, unit.last, "organisation", unit=unit)
        return dictionary_group(sentence, first, body, izafet=True)
    if phrase and phrase.type == "state" and phrase.first < unit.first and token.capital:
        return dictionary_group(sentence, phrase.first, phrase._replace(unit=unit), izafet=True)
    start = hyphened_start(sentence, unit.first)
    before = sentence.text[sentence.tokens[start].start : token.start]
    return before + _letters(token, _singular(unit.stem))


def _body_start(sentence: Sentence, index: int) -> int:
    """Where the name of an institution begins whose last word is at the index: «Federal Milli Şuranın»."""
    tokens, first = sentence.tokens, index
    while first > 0 and tokens[first - 1].capital and tokens[first - 1].key in name_words("body_start"):
        first -= 1
    return first if tokens[index].capital else index


_BODIES = frozenset({"parliament", "institution", "organisation"})


def _singular(stem: str) -> str:
    """The singular of a noun that the lexicon has in the plural («əlaqələr»)."""
    return next((found.stem for found in analyse(stem) if found.features == _PLURAL), stem)


_PLURAL = Features(plural=True)


def _letters(token: Token, stem: str) -> str:
    """The stem spelt as in the token; what was mended or softened is as in the stem."""
    if stem in spellings() and not token.key.startswith(stem):
        return upper_first(spellings()[stem]) if token.capital else spellings()[stem]
    written = token.text[: len(stem)]
    return "".join(
        letter if fold(letter) == of_stem else upper_first(of_stem) if letter.isupper() else of_stem
        for letter, of_stem in zip(written, stem, strict=True)
    )


def _case(tokens: Sequence[Token], unit: Unit, phrase: Phrase | None) -> str:
    if tokens[unit.last].key == unit.stem and not tokens[unit.last].tail:
        return "Nom"  # it shares the ending of a later name
    return (phrase.features if phrase and phrase.unit else unit.features).case


def _unknown(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> tuple[str, str] | None:
    """The form of a common noun that the lexicon does not have: the shortest stem that its endings leave."""
    token = sentence.tokens[index]
    options = _options(sentence, index)
    if not token.is_word or not options:
        return None
    if token.tail:
        return token.text, token.tail[0].case
    owner = any(found.features.case == "Gen" for found in options)
    if token.capital and not owner and sentence.key(index + 1).startswith(tuple(name_words("ground"))):
        return _with_start(sentence, index, token.key), "Nom"  # «Ağalı kəndinə»
    if token.capital and index > 0:
        place = next((found for found in options if _is_where(found)), None)
        if place:
            return _with_start(sentence, index, place.stem), place.features.case
    best = max(options, key=lambda found: noun_likelihood(found.stem))
    readings = sorted(
        (found.features for found in options if found.stem == best.stem),
        key=lambda found: found.case == "Acc",
    )
    noun = Phrase(index, index, "noun", readings=tuple(readings), unit=Unit(index, index, stem=best.stem))
    others = [phrase for phrase in phrases if not phrase.first <= index <= phrase.last]
    settled = settle_objects(sentence, sorted([*others, noun], key=lambda phrase: phrase.first))
    case = next(phrase.features.case for phrase in settled if phrase.first == index)
    return _with_start(sentence, index, best.stem), _unless_taken(sentence, phrases, index, readings, case)


def _unless_taken(
    sentence: Sentence, phrases: Sequence[Phrase], index: int, readings: Sequence[Features], case: str
) -> str:
    """The case of a noun, which is no object where its clause has one, nor before «isə»: «X-i həmkarları qarşılayıb»."""
    if case != "Acc" or not any(found.case == "Nom" and found.possessor for found in readings):
        return case
    taken = False
    for phrase in phrases:
        if phrase.last < index:
            person = phrase.type == "person" and phrase.features.case == "Acc"
            taken = phrase.type != "verb" and (taken or person)
    return "Nom" if taken or sentence.key(index + 1) == "isə" else case


def _with_start(sentence: Sentence, index: int, stem: str) -> str:
    """A word's stem behind what begins its name: «Federal Milli Şura», «Cəlal-Abad»."""
    tokens = sentence.tokens
    first = hyphened_start(sentence, _body_start(sentence, index))
    return sentence.text[tokens[first].start : tokens[index].start] + _letters(tokens[index], stem)


def _options(sentence: Sentence, index: int) -> list[Analysis]:
    """The ways to take a noun apart: those of the tables, if there are any; else all that are likely."""
    token = sentence.tokens[index]
    if not token.capital or index == 0:
        changed = irregular_readings(token.key)
        known = [found for found in analyse(token.key) if is_noun(found.stem) and _is_plain(found)]
        if changed or known:
            longest = max((len(found.stem) for found in known), default=0)
            return [*changed, *(found for found in known if len(found.stem) == longest)]
    dative = sentence.key(index + 1) in context_words("of_dative")
    return [found for found in analyse(token.key) if _is_likely(token.key, found, dative)]


def _is_plain(found: Analysis) -> bool:
    """Whether a noun is nobody's, or the third person's."""
    return found.features.possessor in ("", "3", "1p")


def _is_where(found: Analysis) -> bool:
    """«Kvirinaldakı», «Xəzərdə»: an unknown name in the locative or ablative is a place."""
    plain = not found.features.possessor and not found.features.plural
    return plain and found.features.case in ("Loc", "Abl") and len(found.stem) >= _SHORTEST_STEM


_SHORTEST_STEM = 4


def _is_likely(key: str, found: Analysis, dative: bool) -> bool:
    """Whether a word may be taken apart so: one last a or ə is more often the word's own («layihə»)."""
    if found.stem in words().nouns_of_verbs or (is_noun(found.stem) and not found.features.possessor):
        return True
    if found.features.possessor == "1":  # «həkim» is no «my …»
        return False
    if dative and found.features == Features("Dat"):  # «sülhə görə»
        return True
    own_vowel = found.features == Features("Dat") and len(key) - len(found.stem) == 1 and key[-2] not in "ğy"
    return found.stem == key or (len(found.stem) >= _SHORTEST_STEM and not own_vowel)
