"""Sister cities: the towns that the tables do not have, told by the «və» or «ilə» between two names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile

from korpu.languages.az.phrases.phrase import DASHES, Phrase, Sentence
from korpu.languages.az.phrases.surnames import ends_organisation
from korpu.languages.az.predicates import read_predicate

_REGIONS = ("ştat", "vilayət", "əyalət", "quberniya", "dairə")
"""Behind a name, these say that it is of no town («Texas ştatının … şəhəri»)."""
_TWINS = frozenset({"twin", "twinned"})
_LINKS = frozenset({"və", "ilə"})


def compose_twins(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with a place for each unknown name that stands beside «və» or «ilə», where cities are twinned."""
    if not any(_is_twinning(sentence, phrase) for phrase in phrases):
        return phrases
    phrases = [part for phrase in phrases for part in _towns_of(sentence, phrase)]
    phrases = [p for p in phrases if p.type != "place" or not sentence.key(p.last + 1).startswith(_REGIONS)]
    covered = {index for phrase in phrases for index in range(phrase.first, phrase.last + 1)}
    found: list[Phrase] = []
    for index, token in enumerate(sentence.tokens):
        if token.key not in _LINKS:
            continue
        for span in (_before(sentence, covered, index - 1), _after(sentence, covered, index + 1)):
            if span:
                found.append(Phrase(*span, "place", sentence.words(*span)))
                covered.update(range(span[0], span[1] + 1))
    found += _owned(sentence, phrases, covered)
    found += _across_dash(sentence, phrases, covered)
    return sorted([*phrases, *found], key=lambda phrase: phrase.first)


def _towns_of(sentence: Sentence, pair: Phrase) -> list[Phrase]:
    """«Riqa–Valletta»: where cities are twinned, two capitals are two cities and no pair of states."""
    towns = pair.attributes.get("towns", "").split("|")
    dashes = [at for at in range(pair.first, pair.last + 1) if sentence.key(at) in DASHES]
    if len(towns) != 2 or len(dashes) != 1:
        return [pair]
    states = pair.value.split()
    spans = ((pair.first, dashes[0] - 1), (dashes[0] + 1, pair.last))
    return [
        Phrase(*span, "place", town, pair.readings, attributes={"state": state})
        for span, town, state in zip(spans, towns, states, strict=True)
    ]


def _owned(sentence: Sentence, phrases: list[Phrase], covered: set[int]) -> list[Phrase]:
    """«İngiltərənin Nyuport, …»: a town of the state right before it."""
    found: list[Phrase] = []
    for state in phrases:
        span = _after(sentence, covered, state.last + 1) if state.type == "state" and state.is_owner else None
        if span and sentence.key(span[1] + 1).startswith(_BEHIND_TOWN):
            found.append(Phrase(*span, "place", sentence.words(*span), attributes={"state": state.value}))
            covered.update(range(span[0], span[1] + 1))
    return found


def _across_dash(sentence: Sentence, phrases: list[Phrase], covered: set[int]) -> list[Phrase]:
    """«Daşkəsən-Dmanisi»: an unknown town across a dash from a known one."""
    found: list[Phrase] = []
    for town in phrases:
        dash = town.last + 1
        if town.type != "place" or sentence.key(dash) not in DASHES:
            continue
        span = _after(sentence, covered, dash + 1)
        if span:
            found.append(Phrase(*span, "place", sentence.words(*span)))
            covered.update(range(span[0], span[1] + 1))
    return found


_BEHIND_TOWN = (",", "və", "ilə", "şəhər")


def couples(
    sentence: Sentence, phrases: Sequence[Phrase], concepts: Collection[str]
) -> list[tuple[Phrase, ...]]:
    """Return the phrases of each couple, where one town has several twins («A B, C və D ilə qardaşdır»); else nothing."""
    towns = [phrase for phrase in phrases if phrase.type == "place"]
    dashed = _dashed(sentence, towns)
    if dashed and (_TWINS & set(concepts) or any(_TWINS & set(phrase.concept.split()) for phrase in phrases)):
        return [tuple(p for p in phrases if p.type not in _NAMED or p in two) for two in dashed]
    if len(towns) < 3 or not (_TWINS & set(concepts) or any(phrase.concept in _TWINS for phrase in phrases)):
        return []
    ends = [n for n, town in enumerate(towns) if town.has("Ins") or sentence.key(town.last + 1) == "ilə"]
    if len(ends) != 1:
        return []
    if ends[0] == 0 or (ends[0] == len(towns) - 1 and _is_list(sentence, towns[1:])):  # «A ilə B, C …»
        one, several = towns[0], towns[1:]
    elif ends[0] == len(towns) - 1 and _is_list(sentence, towns[:-1]):
        one, several = towns[-1], towns[:-1]
    else:
        return []
    return [tuple(p for p in phrases if p.type != "place" or p is one or p is twin) for twin in several]


def towns_behind(behind: Sequence[Phrase]) -> list[Phrase]:
    """Return the towns right behind a participle, each with its state («qardaşlaşan Maltanın Sliema və Latviyanın Liepaya …»)."""
    return list(takewhile(lambda phrase: phrase.type in ("state", "place"), behind))


_NAMED = frozenset({"place", "state"})


def _dashed(sentence: Sentence, towns: Sequence[Phrase]) -> list[tuple[Phrase, Phrase]]:
    """The couples of «A–B, C–D və E–F şəhərləri», each with its state's name apart («X-in A – Y-nin B»)."""
    found = [
        (one, other) for one, other in pairwise(towns)
        if len(DASHES & set(sentence.between(one, other))) == 1 and other.first - one.last <= 3
    ]  # fmt: skip
    return found if len(found) > 1 and len(found) * 2 == len(towns) else []


def _is_list(sentence: Sentence, towns: Sequence[Phrase]) -> bool:
    """Whether a comma or «və» stands between each two."""
    gaps = [sentence.between(*two) for two in pairwise(towns)]
    return all({",", "və"} & set(gap) for gap in gaps)


def _is_twinning(sentence: Sentence, phrase: Phrase) -> bool:
    if phrase.type != "verb":
        return phrase.concept in _TWINS
    verbs = phrase.unit.verbs if phrase.unit else ()
    if not any(verb.concept in _TWINS for verb in verbs):
        return False
    return bool(_TWINS & set(read_predicate(sentence, phrase, 0).concepts))


def _before(sentence: Sentence, covered: set[int], last: int) -> tuple[int, int] | None:
    first = last + 1
    while first > 0 and _is_name(sentence, covered, first - 1):
        first -= 1
    return (first, last) if first <= last and not ends_organisation(sentence.key(last)) else None


def _after(sentence: Sentence, covered: set[int], first: int) -> tuple[int, int] | None:
    last = first - 1
    while last + 1 < len(sentence.tokens) and _is_name(sentence, covered, last + 1):
        last += 1
    return (first, last) if last >= first and not ends_organisation(sentence.key(last)) else None


def _is_name(sentence: Sentence, covered: set[int], index: int) -> bool:
    token = sentence.tokens[index]
    return index not in covered and token.is_word and token.capital and token.key not in _SORTS


_SORTS = frozenset({"böyükşəhər", "bələdiyyəsi", "idarəsi", "şəhər", "rayon", "dövlət"})
