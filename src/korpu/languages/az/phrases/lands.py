"""Lands: states, peoples and places, as the words before a noun that say whose or where it is."""

from __future__ import annotations

from korpu.languages.az.morphology import Features, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence

LANDS = frozenset({"state", "people", "pointer", "pair", "place", "polity"})
"""The types of phrases that name a land or point at one."""
WHERE = frozenset({"state", "place", "pointer"})
"""Of these, what one may be in, go to or come from."""
_TAKEN = LANDS | {"parliament", "bare_relations"}


def code_of(phrase: Phrase) -> str:
    """Return the code of the state that a phrase names, lies in or points at (`@our`)."""
    if phrase.type == "place":
        return phrase.attributes.get("state", "")
    if phrase.type == "pointer":
        return "@" + phrase.value
    return phrase.value


def take_up(before: list[Phrase], used: list[int], head: Phrase) -> int:
    """Remove from `before` the phrases that the head has taken up, dates and verbs apart; return where the group begins."""
    first = head.first
    for index in sorted(used, reverse=True):
        if before[index].type in _TAKEN:
            first = min(first, before[index].first)
            del before[index]
    return first


def is_in(land: Phrase) -> bool:
    """Return whether it is where something is («Maltada», «Maltadakı»)."""
    return land.features.attributive or land.features.case == "Loc"


def unknown_town(sentence: Sentence, phrases: list[Phrase], before: int) -> str:
    """Return a town that the tables do not have («Spaskda …»), where nothing else says where it is; empty for none."""
    if any(p.type in ("place", "state") and is_in(p) for p in phrases if p.last < before):
        return ""
    known = {
        index for phrase in phrases for index in range(phrase.first, phrase.last + 1)
        if phrase.type != "person" or not _is_hyphened(sentence, phrase.last)
    }  # fmt: skip
    for index in range(before - 1, -1, -1):
        token = sentence.tokens[index]
        if index in known or not (token.is_word and token.capital) or len(token.key) < _SHORTEST:
            continue
        stem = next((f.stem for f in analyse(token.key) if f.features == _IN), "")
        if not stem and sentence.key(index + 1) in _REGIONS:
            stem = token.key
        if stem:
            first = index - 2 if _is_hyphened(sentence, index) else index
            return sentence.text[sentence.tokens[first].start : token.start] + token.text[: len(stem)]
    return ""


_REGIONS = frozenset(
    fold("bölgəsində əyalətində vilayətində mahalında qəsəbəsində kəndində şəhərində şəhərciyində").split()
)


def _is_hyphened(sentence: Sentence, index: int) -> bool:
    """Whether a name's first half stands before a hyphen («Çadır-Lunqada»)."""
    if index < 2:
        return False
    half, mark, token = sentence.tokens[index - 2 : index + 1]
    return mark.text == "-" and mark.glued and token.glued and half.is_word and half.capital


_IN = Features("Loc")
_SHORTEST = 5
