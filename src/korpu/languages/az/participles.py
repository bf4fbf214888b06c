"""Participles: what stands before one and belongs to it, and what is left to the main clause."""

from __future__ import annotations

from korpu.languages.az.phrases.flows import makes_goods
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.predicates import Predicate
from korpu.reading.calendar import DateMention


def left_to_main(sentence: Sentence, current: list[Phrase], predicate: Predicate) -> list[Phrase]:
    """Return what is left to the main clause.

    What a participle's date dates is the participle's, and so is the noun that it is made with («sürgün edilən»).
    """
    inner = {
        id(phrase)
        for phrase in behind_doer(sentence, current)
        if (phrase.type == "date" and not _is_of_main(phrase, predicate)) or _is_goal(phrase)
    }
    if current and makes_goods(sentence, current[-1], predicate.phrase):
        inner.add(id(current[-1]))
    return [phrase for phrase in current if id(phrase) not in inner and phrase.first < predicate.first]


def _is_of_main(date: Phrase, predicate: Predicate) -> bool:
    """Whether it dates what the main verb says: nobody lives somewhere on a day («1951-ci ildə Banatda yaşayan …»)."""
    part = date.data.part if isinstance(date.data, DateMention) else ""
    return predicate.concepts == ("live",) and part not in ("since", "until", "for")


def _is_goal(phrase: Phrase) -> bool:
    """Whether it says where someone went («Bakıya səfərə gəlmiş …»)."""
    return phrase.type in ("place", "state", "pointer", "visit") and phrase.features.case == "Dat"


def behind_doer(sentence: Sentence, current: list[Phrase]) -> list[Phrase]:
    """Return what stands behind the last person in the nominative, who does what the main verb says."""
    doers = [index for index, phrase in enumerate(current) if _is_doer(sentence, phrase)]
    return current[doers[-1] + 1 :] if doers else current


def _is_doer(sentence: Sentence, phrase: Phrase) -> bool:
    after = sentence.key(phrase.last + 1)
    return phrase.type in ("person", "it") and phrase.features.case == "Nom" and after not in _NO_SUBJECT


_NO_SUBJECT = frozenset({"ilə", "arasinda", "tərəfindən", "və"})
