"""Sister cities: the towns that the tables do not have, told by the «və» or «ilə» between two names."""

from __future__ import annotations

from korpu.languages.az.phrases.phrase import Phrase, Sentence

_TWINS = frozenset({"twin", "twinned"})
_LINKS = frozenset({"və", "ilə"})


def compose_twins(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with a place for each unknown name that stands beside «və» or «ilə», where cities are twinned."""
    if not any(_is_twinning(phrase) for phrase in phrases):
        return phrases
    covered = {index for phrase in phrases for index in range(phrase.first, phrase.last + 1)}
    found: list[Phrase] = []
    for index, token in enumerate(sentence.tokens):
        if token.key not in _LINKS:
            continue
        for span in (_before(sentence, covered, index - 1), _after(sentence, covered, index + 1)):
            if span:
                found.append(Phrase(*span, "place", sentence.words(*span)))
                covered.update(range(span[0], span[1] + 1))
    return sorted([*phrases, *found], key=lambda phrase: phrase.first)


def _is_twinning(phrase: Phrase) -> bool:
    verbs = phrase.unit.verbs if phrase.unit and phrase.type == "verb" else ()
    return phrase.concept in _TWINS or any(verb.concept in _TWINS for verb in verbs)


def _before(sentence: Sentence, covered: set[int], last: int) -> tuple[int, int] | None:
    first = last + 1
    while first > 0 and _is_name(sentence, covered, first - 1):
        first -= 1
    return (first, last) if first <= last else None


def _after(sentence: Sentence, covered: set[int], first: int) -> tuple[int, int] | None:
    last = first - 1
    while last + 1 < len(sentence.tokens) and _is_name(sentence, covered, last + 1):
        last += 1
    return (first, last) if last >= first else None


def _is_name(sentence: Sentence, covered: set[int], index: int) -> bool:
    token = sentence.tokens[index]
    return index not in covered and token.is_word and token.capital
