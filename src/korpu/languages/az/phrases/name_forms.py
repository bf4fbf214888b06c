"""The dictionary form of a name that no table of places has: its stem, and what its endings say.

A name's last letters may be its own or an ending's. In this order tell: the document, where it has the bare form;
the tables of surnames; what surnames end in; what stands around the name and asks for a case (`name_cases.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from korpu.languages.az.morphology import VOWELS, Analysis, Features, analyse, compound_readings, inflect
from korpu.languages.az.phrases.name_cases import case_weight
from korpu.languages.az.phrases.name_stems import TURKIC, Weights, log_likelihood, origins_of
from korpu.languages.az.phrases.phrase import Sentence
from korpu.languages.az.phrases.surnames import is_closing, men, name_words, told_stems
from korpu.languages.az.units import BARE

Reading = tuple[str, Features]
"""A stem and what is said by the endings behind it."""


def dictionary_form(sentence: Sentence, index: int) -> Reading:
    """Return the stem of an unknown name and what its endings say; the whole word, where nothing tells.

    >>> from korpu.languages.az.tokens import tokenise
    >>> text = "Petr Pavelə orden verilib"
    >>> dictionary_form(Sentence(text, 0, len(text), tokenise(text)), 1)
    ('pavel', Features(case='Dat', possessor='', plural=False, attributive=False, copula=False))
    """
    key = sentence.tokens[index].key
    if sentence.key(index + 1) in _WANT_NO_CASE:
        return key, BARE
    options = _options(sentence, index)
    for tell in (_told_again, _of_a_man, _well_known, _of_document, _ends_surely, _closed, _is_copula):
        reading = tell(sentence, index, options)
        if reading:
            return reading
    return _likeliest(sentence, index, options)


def _likeliest(sentence: Sentence, index: int, options: Sequence[Analysis]) -> Reading:
    """The reading whose stem is likeliest to be a name of its origin, in the case likeliest in its place."""
    origins = origins_of(_given_before(sentence, index))
    readings = [Analysis(sentence.tokens[index].key, BARE), *options]
    best = max(
        readings,
        key=lambda found: (
            log_likelihood(found.stem, origins)
            + case_weight(sentence, index, found)
            + _letter_weight(sentence, index, found.stem, origins)
        ),
    )
    return best.stem, best.features


_UNSPELT = -6.0
"""How seldom an ending is out of harmony with the stem («Hansenı»), as the logarithm of a likelihood."""
_DOTLESS, _SCHWA = -4.0, -2.0
"""How seldom a name ends in ı, save for those of the Turks, and in ə, save for -zadə: logarithms."""


def _letter_weight(sentence: Sentence, index: int, stem: str, origins: Weights) -> float:
    """What speaks against a stem's last letter that folding or few samples hide: «Trianı» is no Triani."""
    if sentence.tokens[index].text[len(stem) - 1 : len(stem)] == "ı":
        return 0.0 if any(origin in TURKIC for origin, _ in origins) else _DOTLESS
    return _SCHWA if stem[-1] == "ə" and not stem.endswith("zadə") else 0.0


def _given_before(sentence: Sentence, index: int) -> tuple[str, ...]:
    """The folded capitalised words right before a name, the nearest first; at most three."""
    names: list[str] = []
    for token in reversed(sentence.tokens[max(0, index - 5) : index]):
        if token.is_word and token.capital and len(names) < 3:
            names.append(token.key)
        elif token.is_word and token.key in name_words("particle"):
            continue
        elif token.text not in "-–.":
            break
    return tuple(names)


_WANT_NO_CASE = frozenset({"tərəfindən", "ilə", "haqqinda", "barədə", "üçün", "kimi"})
"""Words that take what is before them without a case («Aytən Kərimova tərəfindən»)."""


def _options(sentence: Sentence, index: int) -> list[Analysis]:
    """The ways to take the name apart, those first whose stem is likelier to be a name."""
    key = sentence.tokens[index].key
    options = [
        found for found in analyse(key)
        if found.features.case != "Nom" and not found.features.possessor and not found.features.plural
        and not found.features.attributive and len(found.stem) >= 2 and key.startswith(found.stem)
        and not _is_of_those(key, found.stem)
    ]  # fmt: skip
    for end in ("qizi", "oğlu"):  # «Kazımqızına»: its own possessive takes an n
        stem = key[: key.rfind(end) + len(end)]
        if len(stem) > len(end) + 2:
            options += [Analysis(stem, features) for features in compound_readings(key, stem)]
    return sorted(options, key=lambda found: not _ends_in_vowel(sentence, index, found))


def _is_of_those(key: str, stem: str) -> bool:
    """«Səlimli» is no «Səliml» in the accusative: the ending is the surname's own."""
    return len(key) == len(stem) + 1 and stem[-1] == "l" and stem[-2] not in VOWELS + "l"


def _ends_in_vowel(sentence: Sentence, index: int, found: Analysis) -> bool:
    """Whether it is a surname whose vowel is its own: «Nurlu-nun», not «Nurlun-un»; «Duda-ya», not «Duday-a»."""
    stem = found.stem
    if found.features.case == "Dat":
        return stem[-1] in "aioöuü" or (stem[-1] == "e" and len(stem) > 3)
    if stem[-1] not in VOWELS:
        return False
    if found.features.case not in ("Gen", "Acc"):
        return True
    return len(stem) > 2 and _keeps_vowel(sentence, index, stem)


def _keeps_vowel(sentence: Sentence, index: int, stem: str) -> bool:
    """Whether «Modi-nin» is likelier than «Modin-in»: by the letters before, and by whose given name it is."""
    if stem.endswith(tuple(name_words("vowel_end"))) and len(stem) > 3:
        return True
    if is_closing(stem + "n") or (stem + "n").endswith(tuple(name_words("consonant_end"))) or stem[-1] == "ə":
        return False
    if stem[-1] in "oöuü":
        return True
    given = sentence.key(index - 1)
    if given in name_words("east") or given in ("fon", "van", "der", "den"):
        return False
    if given in name_words("man_slavic"):
        return stem[-1] != "i"
    turkic = given in name_words("man_turkic")
    return not turkic or (stem[-1] == "i" and not stem.endswith(_TURKIC_IN))


_TURKIC_IN = ("hi", "ki", "ti", "gi", "ddi", "emi")
"""«Şahin», «Tekin», «Metin»: behind other letters -i is the name's own there too («Xərrazi»)."""


def _is_spelt(sentence: Sentence, index: int, found: Analysis) -> bool:
    """Whether the ending is in harmony with the stem, in a text with the language's letters: «Ruhani» is not «Ruha-nı»."""
    text = sentence.tokens[index].text
    kept = "ı" in sentence.text or "ə" in sentence.text
    if len(text) != len(sentence.tokens[index].key) or text.isupper() or not kept:
        return True
    ending = text[len(found.stem) :]  # «Hansenı» is careless, but no name ends so
    return "ı" in ending or inflect(text[: len(found.stem)], found.features.case) == text


def _told_again(sentence: Sentence, index: int, options: Sequence[Analysis]) -> Reading | None:
    """The stem that the document has bare behind the same given name or an initial («Sergey Kərimov», «S. Kərimov»)."""
    for found in options:
        same = {f"{sentence.key(index - 1)} {found.stem}", f". {found.stem}"}
        if not same.isdisjoint(sentence.bare_names):
            return found.stem, found.features
    return None


def _of_a_man(sentence: Sentence, index: int, options: Sequence[Analysis]) -> Reading | None:
    """«Elçin Kərimova»: behind a man's name -ova is -ov in the dative."""
    key = sentence.tokens[index].key
    if not key.endswith("ova") or sentence.key(index - 1) not in men() - name_words("woman"):
        return None
    return next(((found.stem, found.features) for found in options if found.features.case == "Dat"), None)


def _well_known(sentence: Sentence, index: int, options: Sequence[Analysis]) -> Reading | None:
    """The surname that the tables have."""
    key, known = sentence.tokens[index].key, name_words("surname")
    if key in known and not sentence.tokens[index].text.endswith("ı"):
        return key, BARE
    return next(
        (
            (found.stem, found.features)
            for found in options
            if found.stem in known and found.features.case != "Loc"
        ),
        None,
    )


def _of_document(sentence: Sentence, index: int, options: Sequence[Analysis]) -> Reading | None:
    """The surname that the document has elsewhere, bare or under other endings; the word as it is, if it goes on there."""
    key, names = sentence.tokens[index].key, sentence.bare_names
    told = told_stems(names)
    bare = [
        found
        for found in options
        if found.stem in names or (found.stem in told and _is_spelt(sentence, index, found))
    ]
    if bare and (not is_closing(key) or bare[0].stem in names):
        return bare[0].stem, bare[0].features
    return (key, BARE) if _is_longer_elsewhere(sentence, index) else None


def _is_longer_elsewhere(sentence: Sentence, index: int) -> bool:
    """Whether the document has the name with more endings («Rafiq Sarlu» here, «Rafiq Sarlunun» there)."""
    name = f"{sentence.key(index - 1)} {sentence.key(index)}"
    return any(other.startswith(name) and other != name for other in sentence.bare_names)


def _ends_surely(sentence: Sentence, index: int, options: Sequence[Analysis]) -> Reading | None:
    """The stem that ends as surnames do, where the whole word does not («Kərimovu»): it has no other reading."""
    if is_closing(sentence.tokens[index].key):
        return None
    ends = tuple(name_words("sure_end"))
    return next(
        (
            (found.stem, found.features)
            for found in options
            if len(found.stem) > 4 and found.stem.endswith(ends) and found.features.case != "Loc"
        ),
        None,
    )


def _closed(sentence: Sentence, index: int, options: Sequence[Analysis]) -> Reading | None:
    """What ends as surnames do, a woman's in -ova too."""
    key = sentence.tokens[index].key
    if key.endswith("skaya") and _is_west_slavic(sentence, index):
        readings = [Analysis(key, BARE), *(found for found in options if found.features.case == "Dat")]
        best = max(readings, key=lambda found: case_weight(sentence, index, found))
        return best.stem, best.features
    if key.endswith("ova"):
        return (key, BARE) if sentence.key(index - 1).endswith(("a", "ə", "ya")) else None
    return (key, BARE) if is_closing(key) and not key.endswith(_ALSO_CASED) else None


def _is_west_slavic(sentence: Sentence, index: int) -> bool:
    """Whether the given name before is Czech, Slovak or Polish: women are called -ska there, and -skaya may be a dative."""
    origins = origins_of(_given_before(sentence, index))
    return bool(origins) and origins[0][0] in ("czech", "polish")


_ALSO_CASED = ("iani", "uli", "leri")
"""Surnames' ends that are a case's as well («Drianı», «Pauli»): their stems are weighed."""


def _is_copula(sentence: Sentence, index: int, options: Sequence[Analysis]) -> Reading | None:
    """«… səfiri Anar Nurludur»."""
    copula = [
        found
        for found in analyse(sentence.tokens[index].key)
        if found.features == BARE._replace(copula=True) and len(found.stem) > 2
    ]
    return (copula[0].stem, copula[0].features) if copula else None
