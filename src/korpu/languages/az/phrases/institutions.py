"""Institutions under their whole names, with whose they are and where; companies by their quoted names."""

from __future__ import annotations

from korpu.languages.az.phrases.names import is_closing
from korpu.languages.az.phrases.phrase import (
    Phrase,
    Sentence,
    dictionary_group,
    group_start,
    quotation_before,
)

_QUOTES = frozenset('"“”„«»')
_MARKS = str.maketrans("", "", '"“”„«»')
_MEASURING = ("lik", "luq", "lük", "liq")


def compose_institution(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> list[Phrase]:
    """«Nizami adına Azərbaycan mərkəzi»: the whole noun group; a nation in it says whose it is, a place where it is."""
    first = _start(sentence, phrases, head)
    if first == head.first:
        return []
    inside = [p for p in phrases if first <= p.first and p.last < head.first]
    nations = [code for p in inside for code in _nations(p)]
    states = [p.value if p.type == "state" else p.attributes.get("state", "") for p in inside
              if p.type in ("state", "place")]  # fmt: skip
    attributes = {
        "people": nations[-1] if nations else "",
        "other": nations[0] if nations else "",
        "state": next(filter(None, states), ""),
        "named": "yes" if _is_after_person(sentence, inside, first, head) else "",
        "whole": "yes",
    }
    while (
        first < head.first and sentence.tokens[first].text in _QUOTES and not _closes(sentence, first, head)
    ):
        first += 1
    value = dictionary_group(sentence, first, head, True).translate(_MARKS)
    kept = {name: code for name, code in attributes.items() if code}
    return [head._replace(first=first, value=value, attributes=kept)]


def _is_after_person(sentence: Sentence, inside: list[Phrase], first: int, head: Phrase) -> bool:
    """Whether it bears a person's name («Heydər Əliyev Memorial Məktəbi»)."""
    words = sentence.tokens[first : head.first]
    surnames = any(token.capital and is_closing(token.key) for token in words[1:])
    return surnames or any(p.type == "person" for p in inside) or any(t.key == "adina" for t in words)


def _nations(phrase: Phrase) -> list[str]:
    """The nations that a word inside the name says it is of; «Qazax» is a town's name too."""
    if phrase.type in ("state", "people"):
        return [phrase.value]
    if phrase.type == "pair":
        return phrase.value.split()
    entries = phrase.unit.entries if phrase.unit and phrase.type == "place" else ()
    return [entry.value for entry in entries if entry.type == "people"]


def _start(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> int:
    after = sentence.tokens[head.last + 1 : head.last + 2]
    if after and after[0].text in _QUOTES:  # the head itself stands in the quotation
        for index in range(head.first - 1, max(-1, head.first - 8), -1):
            if sentence.tokens[index].text in _QUOTES:
                return index + 1
    first = group_start(sentence, phrases, head)
    for phrase in phrases:  # «… evi» və … mərkəzi: another ends here
        if phrase.type == head.type and first <= phrase.first and phrase.last < head.first:
            links = {"və", ","} & {sentence.key(i) for i in range(phrase.last + 1, phrase.last + 4)}
            first = phrase.last + 1 if links else first
    while first < head.first and (
        sentence.key(first) in ("və", ",")
        or sentence.tokens[first].text in "”»"
        or _measures(sentence, phrases, first)
    ):
        first += 1
    return first


def _measures(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """«120 yerlik»: says how big it is."""
    counted = any(p.type == "amount" and p.last == index - 1 for p in phrases)
    return counted and sentence.key(index).endswith(_MEASURING)


def _closes(sentence: Sentence, first: int, head: Phrase) -> bool:
    return any(token.text in _QUOTES for token in sentence.tokens[first + 1 : head.first])


def compose_company(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> list[Phrase]:
    """«“Karvan” şirkəti»: a quoted name before the noun makes a company of it."""
    quoted = (
        quotation_before(sentence, head.first - 1)
        if head.type != "theme" or head.concept == "company"
        else None
    )
    if not quoted:
        return []
    name = sentence.words(quoted[0] + 1, quoted[1] - 1)
    return [head._replace(first=quoted[0], type="company", value=name, concept="")]
