"""Which names are worth a comparison: of thousands, those that have in common what two names of one thing must have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from itertools import permutations

from korpu.entities.spelling import LOST, sounds, spellings_of
from korpu.entities.titles import subjects_of
from korpu.entities.words import split_words
from korpu.kinds import EntityType


def find_candidates(type: EntityType, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each name with itself, and the pairs of names that may name one thing, the earlier name first: others are two.

    >>> list(find_candidates("person", ["A. Qəmbərli", "Aysel Qəmbərli", "Rəşad Qəmbərli"]))[2:]
    [('A. Qəmbərli', 'Aysel Qəmbərli'), ('Rəşad Qəmbərli', 'Rəşad Qəmbərli')]
    """
    marks = _marks_of_titles(names) if type == "agreement" else list(map(_MARKS.get(type, _words), names))
    having: dict[Hashable, list[int]] = defaultdict(list)
    seeking: dict[Hashable, list[int]] = defaultdict(list)
    for number, (name, (has, seeks)) in enumerate(zip(names, marks, strict=True)):
        yield name, name
        found = {other for mark in seeks for other in having.get(mark, ())}
        found.update(other for mark in has for other in seeking.get(mark, ()))
        yield from ((names[other], name) for other in sorted(found))
        for mark in has:
            having[mark].append(number)
        for mark in seeks:
            seeking[mark].append(number)


@lru_cache(maxsize=65536)
def have_common_word(name: str, other: str) -> bool:
    """Whether two names have a word in common; the order of the two does not matter."""
    return any(not one.isdisjoint(two) for one in heard_words(name) for two in heard_words(other))


@lru_cache(maxsize=65536)
def heard_words(name: str) -> tuple[frozenset[str], ...]:
    """Return for each word of a name what it may sound like."""
    return tuple(sounds(word, spellings_of(name)) for word in split_words(name))


Marks = tuple[set[Hashable], set[Hashable]]
"""What a name has, and what another must have that it may be one with; or the other way round."""


def _words(name: str) -> Marks:
    marks: set[Hashable] = set().union(*heard_words(name))
    return marks, marks


def _two_words(name: str) -> Marks:
    """Persons of one key have a given name in common, or any word and what another begins with; or one of them is a word alone."""
    words = heard_words(name)
    every: set[Hashable] = set().union(*words)
    if len(words) < 2 or any(LOST in str(sound) for sound in every):
        return every, every
    marks: set[Hashable] = {
        (sound, one[0]) for word, other in permutations(words, 2) for sound in word for one in other
    }
    marks |= {(sound, "") for word in words[:-1] for sound in word}
    return every | marks, marks


_MARKS = {"person": _two_words}


def _marks_of_titles(names: Sequence[str]) -> list[Marks]:
    """Titles of one agreement have the same subjects, or one has all of the other's: so the one that is rarest, too."""
    subjects = list(map(subjects_of, names))
    counts = Counter(subject for one in subjects for subject in one)
    marks: list[Marks] = []
    for one, name in zip(subjects, names, strict=True):
        has: set[Hashable] = {*one, *(sound for word in heard_words(name) for sound in word)}
        rarest: set[Hashable] = {min(one, key=lambda subject: (counts[subject], subject))} if one else has
        marks.append((has, rarest))
    return marks
