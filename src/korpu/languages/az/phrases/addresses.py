"""Addresses in prose: «… Vyana, Ring küçəsi 5 ünvanında yerləşir»."""

from __future__ import annotations

from korpu.languages.az.phrases.phrase import Phrase, Sentence

_OPENERS = frozenset({"mission", "group", "date", "verb", "it"})


def compose_addresses(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with the address before «ünvanında» as one, names of places and persons in it taken in."""
    composed = list(phrases)
    for head in phrases:
        if head.concept == "address" and head.features.case in ("Loc", "Nom") and head.first > 0:
            address = _address(sentence, composed, head)
            if address:
                inside = range(address.first, address.last + 1)
                composed = [phrase for phrase in composed if phrase.first not in inside]
                composed = sorted([*composed, address], key=lambda phrase: phrase.first)
    return composed


def _address(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Phrase | None:
    """From the first capital letter behind the mission to the word before «ünvanında»; it must hold a number."""
    opened = [p.last + 1 for p in phrases if p.last < head.first and p.type in _OPENERS]
    first = max(opened, default=0)
    while first < head.first and not sentence.tokens[first].capital:
        first += 1
    last = head.first - 1
    if first >= last or not any(token.text[0].isdigit() for token in sentence.tokens[first : last + 1]):
        return None
    place = next((p for p in phrases if first <= p.first <= last and p.type == "place"), None)
    state = place.attributes.get("state", "") if place else ""
    value = _dictionary(sentence, phrases, first, last)
    return Phrase(first, last, "address", value, attributes={"state": state} if state else {})


def _dictionary(sentence: Sentence, phrases: list[Phrase], first: int, last: int) -> str:
    """The address as written, its city without the case that it stands in («Praqada, …» gives «Praqa, …»)."""
    text = sentence.words(first, last)
    city = next((p for p in phrases if p.first == first and p.type == "place" and p.first == p.last), None)
    if city and city.features.case == "Loc":
        return city.value + text[len(sentence.words(first, first)) :]
    return text
