"""Lands: states, peoples and places, as the words before a noun that say whose or where it is."""

from __future__ import annotations

from korpu.languages.az.phrases.phrase import Phrase

LANDS = frozenset({"state", "people", "pointer", "pair", "place", "polity"})
"""The types of phrases that name a land or point at one."""
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
