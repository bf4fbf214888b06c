"""Quantities: what an amount counts, from the noun behind it or before it."""

from __future__ import annotations

import msgspec

from korpu.languages.az.phrases.phrase import Phrase, Sentence

_COUNTED = {
    "company": "company",
    "document": "document",
    "agreement_type": "document",
    "people": "person",
    "compatriot": "person",
}


def compose_quantities(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with a unit on each amount of companies, documents and people.

    «165 Litva şirkəti» counts companies, «40 min azərbaycanlı» persons, «şirkətlərin sayı 164-dür» companies.
    """
    composed: list[Phrase] = []
    for index, phrase in enumerate(phrases):
        if phrase.type == "amount":
            unit = (
                getattr(phrase.data, "unit", None)
                or _behind(sentence, phrases, index)
                or _before(sentence, phrases, index)
            )
            concept = unit if unit in ("company", "document") else ""
            data = msgspec.structs.replace(phrase.data, unit=unit) if unit else phrase.data  # type: ignore[type-var]
            phrase = phrase._replace(value=unit or "", data=data, concept=concept or "")
        composed.append(phrase)
    return composed


def _sort(phrase: Phrase) -> str | None:
    return _COUNTED.get(phrase.concept) or _COUNTED.get(phrase.type)


def _behind(sentence: Sentence, phrases: list[Phrase], index: int) -> str | None:
    right = phrases[index]
    for phrase in phrases[index + 1 : index + 4]:
        if phrase.type in ("verb", "amount", "date") or phrase.first - right.last > 3:
            return None
        if phrase.type == "people" and _modifies_company(sentence, phrases, phrase):
            right = phrase
            continue
        sort = _sort(phrase)
        if sort:
            return sort
        right = phrase
    return None


def _modifies_company(sentence: Sentence, phrases: list[Phrase], people: Phrase) -> bool:
    """«50 özbək şirkəti»: the nation belongs to the noun behind it."""
    after = next((phrase for phrase in phrases if phrase.first > people.last), None)
    return after is not None and after.first - people.last <= 2 and _sort(after) in ("company", "document")


def _before(sentence: Sentence, phrases: list[Phrase], index: int) -> str | None:
    """«… şirkətlərinin sayı 164-dür»: what is numbered stands in the genitive before «sayı»."""
    before = phrases[max(0, index - 4) : index]
    if not any(phrase.concept == "number" for phrase in before):
        return None
    return next((sort for phrase in reversed(before) if (sort := _sort(phrase))), None)
