"""Addresses in prose: «… Vyana, Ring küçəsi 5 ünvanında yerləşir», «ünvanı – Vyana, Ring küçəsi 5», «Ring küçəsi, 5-də yerləşir»."""

from __future__ import annotations

from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import DASHES, Phrase, Sentence

_OPENERS = frozenset({"mission", "group", "date", "verb", "it"})


def compose_addresses(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each address as one, names of places and persons in it taken in.

    It stands before «ünvanında», behind «ünvanı» and a mark, or right before «yerləşir».
    """
    composed = list(phrases)
    for head in phrases:
        if head.concept == "address" or _is_located(head):
            address = _said_at(sentence, composed, head)
            if address:
                inside = range(address.first, address.last + 1)
                composed = [phrase for phrase in composed if phrase.first not in inside]
                composed = sorted([*composed, address], key=lambda phrase: phrase.first)
    return composed


def _said_at(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Phrase | None:
    if head.concept != "address":
        return _at_number(sentence, phrases, head)
    behind = _behind(sentence, phrases, head) if head.has("Nom") else None
    before = head.first > 0 and head.features.case in ("Loc", "Nom")
    return behind or (_address(sentence, phrases, head) if before else None)


def _address(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Phrase | None:
    """From the first capital letter behind the mission to the word before «ünvanında»; it must hold a number."""
    opened = [p.last + 1 for p in phrases if p.last < head.first and p.type in _OPENERS]
    first = max(opened, default=0)
    while first < head.first and not sentence.tokens[first].capital:
        first += 1
    last = head.first - 1
    if first >= last or not any(token.text[0].isdigit() for token in sentence.tokens[first : last + 1]):
        return None
    return _phrase(sentence, phrases, first, last)


def _phrase(sentence: Sentence, phrases: list[Phrase], first: int, last: int) -> Phrase:
    place = next((p for p in phrases if first <= p.first <= last and p.type == "place"), None)
    state = place.attributes.get("state", "") if place else ""
    value = _dictionary(sentence, phrases, first, last)
    attributes = {"state": state} if state else {}
    return Phrase(first, last, "address", value, concept="address", attributes=attributes)


_MARKS = DASHES | {":"}
_FURTHEST = 4
_ENDS = frozenset({";", "("})
_OF_NET = tuple(fold("elektron e-poçt poçt veb sayt internet mail").split())


def _behind(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Phrase | None:
    """What stands behind the mark behind «ünvanı», to the end of the sentence: «ünvanı dəyişməyib: X küçəsi, 5»."""
    near = range(head.last + 1, min(head.last + 1 + _FURTHEST, len(sentence.tokens)))
    mark = next((at for at in near if sentence.tokens[at].text in _MARKS), None)
    if mark is None or sentence.key(head.first - 1).startswith(_OF_NET):
        return None
    last = len(sentence.tokens) - 1
    last = next((at - 1 for at in range(mark + 1, last + 1) if sentence.tokens[at].text in _ENDS), last)
    while last > mark and not sentence.tokens[last].text[0].isalnum():
        last -= 1
    if last <= mark + 1 or not _is_written(sentence, mark + 1, last):
        return None
    return _phrase(sentence, phrases, mark + 1, last)


def _is_written(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the tokens begin with a capital or a number, and hold a number: no clause does, but an address."""
    written = sentence.tokens[first : last + 1]
    begins = written[0].capital or written[0].text[0].isdigit()
    return begins and any(token.text[0].isdigit() for token in written) and len(written) < _LONGEST


_LONGEST = 24
_STREETS = tuple(
    fold("küçə küç prospekt pr bulvar meydan xiyaban şosse döngə məhəllə qəsəbə qəs məh pst strasse").split()
)


def _is_located(verb: Phrase) -> bool:
    return verb.unit is not None and any(found.concept == "locate" for found in verb.unit.verbs)


def _at_number(sentence: Sentence, phrases: list[Phrase], verb: Phrase) -> Phrase | None:
    """A street and its number in the locative, right before the verb («X küçəsi, 5-də yerləşir»)."""
    last = verb.first - 3
    if last < 1 or not sentence.tokens[last].text[0].isdigit():
        return None
    if sentence.key(last + 1) != "-" or sentence.key(last + 2) not in ("da", "də"):
        return None
    opened = [p.last + 1 for p in phrases if p.last < last - 1 and p.type in _OPENERS]
    first = max(opened, default=0)
    while first < last and not sentence.tokens[first].capital:
        first += 1
    keys = [sentence.key(at) for at in range(first, last)]
    if not any(key.startswith(_STREETS) for key in keys) or not set(keys).isdisjoint(_NO_PART):
        return None
    return _phrase(sentence, phrases, first, last)._replace(last=last + 2)


_NO_PART = frozenset({"isə", "da", "də", "ki"})


def _dictionary(sentence: Sentence, phrases: list[Phrase], first: int, last: int) -> str:
    """The address as written, its city without the case that it stands in («Praqada, …» gives «Praqa, …»)."""
    text = sentence.words(first, last)
    city = next((p for p in phrases if p.first == first and p.type == "place"), None)
    if (
        city
        and city.features.case == "Loc"
        and (city.first == city.last or sentence.key(city.last) == _IN_CITY)
    ):
        return city.value + text[len(sentence.words(first, city.last)) :]
    return text


_IN_CITY = fold("şəhərində")
"""Behind a city's name («Praqa şəhərində, …»)."""
