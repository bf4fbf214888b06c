"""Independence and whose it is: «Azərbaycanın dövlət müstəqilliyi», «Estoniyanın bərpa edilmiş müstəqilliyi»."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.verbs import Form

_OWNERS = frozenset({"state", "pointer", "place"})
_LONGEST_GAP = 4


def own_independence(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with the state on each independence that it is of, and whether it is told to be recognised."""
    owned = list(phrases)
    for index, phrase in enumerate(phrases):
        if phrase.type != "independence":
            continue
        owner = "" if phrase.is_our or phrase.is_your else _owner(sentence, phrases, index)
        told = any(_recognises(after) for after in phrases[index + 1 : index + 5])
        owned[index] = phrase._replace(
            attributes={**phrase.attributes, **({"of": owner} if owner else {})},
            concept=f"{phrase.concept} recognition" if told else phrase.concept,
        )
    return owned


def _owner(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> str:
    """The state whose name stands in the genitive before it, with no more than adjectives between."""
    right = phrases[index]
    for phrase in reversed(phrases[:index]):
        gap = sentence.between(phrase, right)
        if len(gap) > _LONGEST_GAP or not all(key.isalpha() for key in gap):
            return ""
        if phrase.type == "verb":
            if not any(form.form is Form.PARTICIPLE for form in phrase.forms):
                return ""
        elif phrase.type in _OWNERS:
            return _code(phrase) if phrase.has("Gen") else ""
        elif phrase.type != "date":
            return ""
        right = phrase
    return ""


def _code(phrase: Phrase) -> str:
    if phrase.type == "place":
        return phrase.attributes.get("capital", "")
    return "@" + phrase.value if phrase.type == "pointer" else phrase.value


def _recognises(phrase: Phrase) -> bool:
    return phrase.unit is not None and any(verb.concept == "recognize" for verb in phrase.unit.verbs)
