"""Segments: a sentence cut at its predicates, each with the phrases that are its own.

What stands before a participle may be the participle's or the main verb's, and so may what stands before a
nominalised verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from korpu.languages.az.figures import closes
from korpu.languages.az.morphology import analyse
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.predicates import NOMINAL, Predicate, is_participle, read_predicate
from korpu.languages.az.verbs import Form
from korpu.reading.calendar import DateMention


class Segment(NamedTuple):
    """The phrases up to a predicate, and the predicate; None where the sentence just ends."""

    phrases: tuple[Phrase, ...]
    predicate: Predicate | None
    first: int
    last: int
    embedded: bool = False
    is_closed: bool = False
    """Whether it ends with an amount that has its verb in it: what governs the next does not govern it."""


def find_segments(sentence: Sentence, phrases: Sequence[Phrase]) -> list[Segment]:
    """Return the segments of a sentence, in the order of their predicates, a participle's before that of its verb."""
    segments: list[Segment] = []
    current: list[Phrase] = []
    since = 0
    for index, phrase in enumerate(phrases):
        ki = _clause_mark(sentence, since, phrase.first)
        if ki is not None:
            if current:
                segments.append(Segment(tuple(current), None, since, ki))
            current, since = [], ki + 1
        if phrase.type != "verb":
            current.append(phrase)
            if closes(sentence, phrase):
                segments.append(Segment(tuple(current), None, since, phrase.last, is_closed=True))
                current, since = [], phrase.last + 1
            continue
        if sentence.key(phrase.last) in _PARTICLES or sentence.key(phrase.last + 1) == "gecə":
            continue  # «iyunun 13-nə keçən gecə» is a time
        predicate = read_predicate(sentence, phrase, since)
        if is_participle(sentence, predicate, phrases[index + 1 : index + 2]):
            if predicate.concepts == ("plan",) and _is_event(phrases[index + 1 : index + 3]):
                continue
            if predicate.concepts and predicate.concepts != ("be",):
                if current and _holds(sentence, current[-1], predicate):
                    segments.append(_embedded(sentence, phrases, index, current[-1:], predicate, since))
                else:
                    segments.append(_embedded(sentence, phrases, index, current, predicate, since))
                    current = _left_to_main(sentence, current, predicate)
            continue
        if not predicate.concepts and predicate.form.form in NOMINAL:
            continue
        outer = _outside(sentence, current) if predicate.form.form in _THAT else []
        inner = tuple(phrase for phrase in current if phrase not in outer)
        segments.append(Segment(inner, predicate, since, phrase.last))
        current, since = outer, phrase.last + 1
    if current and segments and _is_its_date(sentence, current, segments[-1]):
        segments[-1] = segments[-1]._replace(
            phrases=(*segments[-1].phrases, *current), last=len(sentence.tokens) - 1
        )
    elif current:
        segments.append(Segment(tuple(current), None, since, len(sentence.tokens) - 1))
    return segments


_THAT = frozenset({Form.DONE, Form.WILL})


def _outside(sentence: Sentence, current: list[Phrase]) -> list[Phrase]:
    """Who does what the main verb says, before the genitive who does what is inside («X Y-nin gələcəyini deyib»)."""
    whose = [index for index, phrase in enumerate(current) if phrase.type == "person" and phrase.is_owner]
    return [phrase for phrase in current[: whose[-1]] if _is_doer(sentence, phrase)] if whose else []


def _holds(sentence: Sentence, whole: Phrase, inner: Predicate) -> bool:
    """Whether the participle is inside of a phrase behind whose it is («mayın 5-də X-in yeni təyin olunmuş səfiri …»)."""
    within = whole.type == "person" and whole.last > inner.phrase.last
    return within and any(
        found.features.case == "Gen"
        for index in range(whole.first, inner.first)
        for found in analyse(sentence.key(index))
    )


def _is_its_date(sentence: Sentence, rest: Sequence[Phrase], before: Segment) -> bool:
    """Whether but a date stands behind the last verb, in brackets or where that has none («… bağlanıb (2001)»)."""
    if any(phrase.type != "date" for phrase in rest):
        return False
    undated = not any(phrase.type == "date" for phrase in before.phrases) and len(rest) == 1
    ends = before.predicate is not None and before.predicate.is_finite and not before.embedded
    aside = sentence.key(rest[0].first - 1) == "(" and sentence.key(rest[-1].last + 1) == ")"
    return aside or (undated and ends)


def _is_event(behind: Sequence[Phrase]) -> bool:
    """Whether a planned event is what follows: «Bakıya nəzərdə tutulan səfəri» is one noun group."""
    return any(phrase.type in ("visit", "meeting") for phrase in behind)


_PARTICLES = frozenset({"olaraq", "olmaqla", "olduğu"})
"""Forms of «to be» that only mean «as»: they end no clause."""


def _clause_mark(sentence: Sentence, since: int, before: int) -> int | None:
    """The token «ki» («hələ ki» apart) between two places, or «;» behind a copula: what it introduces is a clause of its own."""
    return next((at for at in range(before - 1, since - 1, -1) if _opens_clause(sentence, at)), None)


def _opens_clause(sentence: Sentence, index: int) -> bool:
    key = sentence.key(index)
    return (key == "ki" and sentence.key(index - 1) != "hələ") or (
        key in (";", "–", "—") and sentence.key(index - 1).endswith(_COPULAS)
    )


_COPULAS = ("dir", "dur", "dür")


def _left_to_main(sentence: Sentence, current: list[Phrase], predicate: Predicate) -> list[Phrase]:
    """What a participle's date dates is the participle's, and so is the noun that it is made with («sürgün edilən»)."""
    inner = {
        id(phrase)
        for phrase in _behind_doer(sentence, current)
        if (phrase.type == "date" and not _is_of_main(phrase, predicate)) or _is_goal(phrase)
    }
    return [phrase for phrase in current if id(phrase) not in inner and phrase.first < predicate.first]


def _is_of_main(date: Phrase, predicate: Predicate) -> bool:
    """Whether it dates what the main verb says: nobody lives somewhere on a day («1951-ci ildə Banatda yaşayan …»)."""
    part = date.data.part if isinstance(date.data, DateMention) else ""
    return predicate.concepts == ("live",) and part not in ("since", "until", "for")


def _is_goal(phrase: Phrase) -> bool:
    """Whether it says where someone went («Bakıya səfərə gəlmiş …»)."""
    return phrase.type in ("place", "state", "pointer", "visit") and phrase.features.case == "Dat"


def _embedded(
    sentence: Sentence,
    phrases: Sequence[Phrase],
    index: int,
    current: list[Phrase],
    predicate: Predicate,
    since: int,
) -> Segment:
    """A participle's clause: what stands before it, and the noun that it is said of."""
    at = _last_of_row(sentence, phrases, index)
    head = [
        phrase
        for phrase in phrases[at + 1 : at + 3]
        if phrase.type != "verb" and phrase.first - phrases[at].last <= 5
    ]
    if predicate.concepts == ("twin",):
        head = _towns(phrases[at + 1 :]) or head
    if head and predicate.form.form is Form.PARTICIPLE:  # the noun is who does it, whoever stands before
        current = _behind_doer(sentence, current)
    counted = phrases[at + 1 + len(head) : at + 2 + len(head)]
    if head and head[-1].concept == "number" and counted and counted[0].type == "amount":
        head += counted  # «sürgün edilənlərin sayı 37 mindir» says how many were
    return Segment((*current, *head), predicate, since, predicate.phrase.last, embedded=True)


def _towns(behind: Sequence[Phrase]) -> list[Phrase]:
    """The towns right behind a participle, each with its state («qardaşlaşan Maltanın Sliema və Latviyanın Liepaya …»)."""
    return list(takewhile(lambda phrase: phrase.type in ("state", "place"), behind))


def _last_of_row(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> int:
    """The last of several participles that one noun has («2010-cu ildə təsis edilən, 2012-də açılan səfirlik»)."""
    if sentence.key(phrases[index].last + 1) not in (",", "və"):
        return index
    after = next((at for at in range(index + 1, len(phrases)) if phrases[at].type == "verb"), index)
    if all(form.form is not Form.PARTICIPLE for form in phrases[after].forms):
        return index
    return index if after == index else _last_of_row(sentence, phrases, after)


def _behind_doer(sentence: Sentence, current: list[Phrase]) -> list[Phrase]:
    """What stands behind the last person in the nominative, who does what the main verb says."""
    doers = [index for index, phrase in enumerate(current) if _is_doer(sentence, phrase)]
    return current[doers[-1] + 1 :] if doers else current


def _is_doer(sentence: Sentence, phrase: Phrase) -> bool:
    after = sentence.key(phrase.last + 1)
    return phrase.type in ("person", "it") and phrase.features.case == "Nom" and after not in _NO_SUBJECT


_NO_SUBJECT = frozenset({"ilə", "arasinda", "tərəfindən", "və"})
