"""Moves: several facts of people who were brought somewhere, under one verb.

«Gürcüstandan Özbəkistana 5 min, Qazaxıstana isə 3 min yunan sürgün edilib»: each fact takes what it leaves out, who
was moved from the last one, from where and by whom from the first, whither from the one that says it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from korpu.languages.az.figures import Group
from korpu.languages.az.phrases.lands import WHERE
from korpu.languages.az.phrases.phrase import Phrase

_PEOPLES = frozenset({"people", "ethnos"})


def are_moves(phrases: Sequence[Phrase], begin: int, at: int) -> bool:
    """Return whether it is told whither and how many on both sides of a comma («A-ya 5 min, B-yə 3 min …»)."""
    left = [phrase for phrase in phrases if begin <= phrase.first and phrase.last < at][-2:]
    right = [phrase for phrase in phrases if phrase.first > at][:2]
    return all(len(side) == 2 and _is_whither(side[0]) and side[1].type == "amount" for side in (left, right))


def share_moves(groups: list[Group], concepts: Sequence[str]) -> list[Group]:
    """Return the facts of a predicate of such concepts, each with what it shares with the others where people were moved."""
    if "deport" not in concepts or len(groups) < 2:
        return groups
    return [
        group._replace(phrases=(*group.phrases, *_left_out(groups, number)))
        for number, group in enumerate(groups)
    ]


def _left_out(groups: Sequence[Group], number: int) -> list[Phrase]:
    own = groups[number].phrases
    behind, before = groups[number + 1 :], groups[:number][::-1]
    peopled = any(phrase.type in _PEOPLES for phrase in own)
    if not (peopled or any(phrase.type == "amount" for phrase in own)):
        return []
    added: list[Phrase] = []
    if not peopled:
        added += _nearest(behind, _is_people)
    if not any(map(_is_whither, own)):
        added += _nearest((*behind, *before), _is_whither)
    if not peopled or not any(phrase.type == "people" for phrase in own):
        added += [] if any(map(_is_whence, own)) else _nearest(before, _is_whence)
    return added


def _nearest(groups: Sequence[Group], fits: Callable[[Phrase], bool]) -> list[Phrase]:
    """The phrases that fit, of the first of the groups with any."""
    found = ([phrase for phrase in group.phrases if fits(phrase)] for group in groups)
    return next(filter(None, found), [])


def _is_people(phrase: Phrase) -> bool:
    return phrase.type in _PEOPLES


def _is_whither(phrase: Phrase) -> bool:
    return phrase.type in WHERE and phrase.features.case == "Dat"


def _is_whence(phrase: Phrase) -> bool:
    return phrase.type == "regime" or (phrase.type in WHERE and phrase.features.case == "Abl")
