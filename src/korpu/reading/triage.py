"""Triage: which stretches of a text may claim anything, told from their words before they are read.

What a frame asks for must be called up by some word; a stretch that lacks it claims nothing by that frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache, reduce
from operator import or_
from typing import NamedTuple

from korpu.kinds import kinds
from korpu.kinds.frames import Frame
from korpu.languages import Language, find_language
from korpu.reading.selectors import FALLBACKS, parse_selectors

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CUT = re.compile(r"([^\W\d_]{3,})-\s?([^\W\d_]{3,})")
"""Two pieces that may be one word, cut by a hyphen."""
_DIGIT = re.compile(r"\d")
_MOST = 1 << 17
"""How many words, and how many sentences' sums of them, are remembered."""
_AMOUNT = "amount"
"""What digits call up, in any language."""
_PRONOUN = "it"
_STATE = "@"
"""What the names of states begin with."""
_STAND_INS = frozenset(
    {"commission", "pointer", "ours", "people", "mission", "organisation", "group", "monument"}
)
"""What may stand for a state, or tell of one, without its name."""


class _Word(NamedTuple):
    """What a word calls up, and the pairs that it is the first and the second half of, as bits."""

    names: int
    first: int
    second: int


class Triage:
    """The words of a language, each with what it may call up as bits; what it learns of words it keeps."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._bits: dict[str, int] = {}
        self._states = 0
        self._word = lru_cache(maxsize=_MOST)(self._look_up)
        self._judge = lru_cache(maxsize=_MOST)(self._meets_wants)
        certain = language.certain_triggers
        frames = [frame for kind in kinds().values() for frame in kind.frames]
        wanted = [[self._mask(names) for names in wanted_of(frame, certain)] for frame in frames]
        self._wanted = sorted({tuple(sorted(masks)) for masks in wanted})
        self._made = [
            (self._bit(name), [self._mask(names) for names in sources])
            for name, sources in language.made_triggers
        ]
        self._pairs = [self._mask(names) for names in language.pair_triggers]
        self._amount = self._mask({_AMOUNT})
        self._going_on = self._mask({_AMOUNT, _PRONOUN})
        self._stand_ins = self._mask(_STAND_INS)
        self._home = self._mask({f"{_STATE}{language.home}"})
        asked = [*(masks for _, masks in self._made), *self._wanted]
        self._judged = reduce(or_, (bits for masks in asked for bits in masks))

    def mask(self, text: str, start: int, end: int) -> int:
        """Return as bits what the words of `text[start:end]` may call up."""
        mask = self._amount if _DIGIT.search(text, start, end) else 0
        first = second = 0
        words = _WORD.findall(text, start, end)
        words += (f"{before}{after}" for before, after in _CUT.findall(text, start, end))
        for word in set(words):
            found = self._word(word)
            mask |= found.names
            first |= found.first
            second |= found.second
        both = first & second
        while both:
            pair = both.bit_length() - 1
            mask |= self._pairs[pair]
            both ^= 1 << pair
        return mask

    def may_claim(self, mask: int) -> bool:
        """Return whether what calls this up may claim anything by itself."""
        return self._judge(mask & self._judged)

    def _meets_wants(self, mask: int) -> bool:
        for bit, sources in self._made:
            if all(mask & bits for bits in sources):
                mask |= bit
        return any(all(mask & bits for bits in wanted) for wanted in self._wanted)

    def may_go_on(self, mask: int) -> bool:
        """Return whether it may add to what was told right before: it has an amount or a pronoun."""
        return bool(mask & self._going_on)

    def is_foreign(self, mask: int) -> bool:
        """Return whether it may name a state other than the one where the language's documents are published."""
        return bool(mask & self._states & ~self._home)

    def tells_two(self, title: int, near: Sequence[int]) -> bool:
        """Return whether sentences next to each other may tell of two states, under that title.

        What stands for a state («the two countries», «our embassy») counts in place of a second name.
        """
        told = reduce(or_, near)
        return bool(told & self._stand_ins) or ((told | title) & self._states).bit_count() > 1

    def _look_up(self, word: str) -> _Word:
        told = self._language.triggers_of(word)
        return _Word(self._mask(told.names), _bits(told.first), _bits(told.second))

    def _mask(self, names: Iterable[str]) -> int:
        return reduce(or_, (self._bit(name) for name in names), 0)

    def _bit(self, name: str) -> int:
        bit = self._bits.get(name)
        if bit is None:
            bit = self._bits[name] = 1 << len(self._bits)
            if name.startswith(_STATE):
                self._states |= bit
        return bit


def _bits(numbers: Iterable[int]) -> int:
    return reduce(or_, (1 << number for number in numbers), 0)


@cache
def triage_of(tag: str) -> Triage:
    """Return the triage of the language of that tag.

    >>> text = "Maltanın Tbilisidə səfirliyi 2007-ci ildə açılıb. Hava buludlu olub."
    >>> triage = triage_of("az")
    >>> [triage.may_claim(triage.mask(text, *span)) for span in ((0, 50), (51, len(text)))]
    [True, False]
    """
    return Triage(find_language(tag))


def wanted_of(frame: Frame, certain: frozenset[str]) -> list[frozenset[str]]:
    """Return what words must call up for a frame to claim anything: of each set at least one name.

    Names that are not `certain` may come of something else than words; what asks for one is left out.
    """
    type_, _, attribute = frame.theme.partition(".")
    wanted = [frozenset(cue.split("|")) for cue in frame.cues]
    wanted += [frozenset({name}) for name in (type_, attribute) if name]
    wanted += [frozenset({_AMOUNT})] if frame.value and "value" in frame.needs else []
    for role in frame.roles.keys() & set(frame.needs):
        selectors = parse_selectors(frame.roles[role])
        if all(selector.types and selector.source not in FALLBACKS for selector in selectors):
            wanted.append(frozenset().union(*(selector.types for selector in selectors)))
    return [names for names in wanted if names <= certain]
