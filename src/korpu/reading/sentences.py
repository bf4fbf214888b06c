"""Sentences: where one ends, every rule named after what it decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple

import msgspec

from korpu.languages import Reading


class BlockType(Enum):
    """What a line of a document is."""

    PROSE = "prose"
    ROW = "row"
    """A row of a table or an infobox."""
    HEADING = "heading"
    """A line of its own without a mark at its end."""


class Block(msgspec.Struct, frozen=True):
    """A line of the document, without the spaces around it."""

    type: BlockType
    start: int
    end: int


class ReadSentence(NamedTuple):
    """A sentence or row and what the language made of it."""

    type: BlockType
    start: int
    end: int
    reading: Reading

    @property
    def says(self) -> bool:
        """Whether it is more than a row of which nothing was made (the head of a table)."""
        return self.type is not BlockType.ROW or bool(self.reading.clauses)


class Break(NamedTuple):
    """A place where a sentence may end: the text before and behind it, within its line."""

    before: str
    mark: str
    after: str


_LINE = re.compile(r"[^\n\r]+")
_WRAPPED = re.compile(
    r"(?:(?<=[^\n|\t]{40}[\w,])|(?<=[a-zəöüğçşı]{3}-))()\n(?=[a-zəöüğçşı][^\n|\t]*(?:\n|$))"
)
"""The end of a line that a sentence was broken at: a long one, or a hyphen within a word; the next goes on small."""
_MARK = re.compile(r"""[.!?…]+["”»’)\]]*(?:\[\d+\])*""")
_ENDS = re.compile(r"""[.!?…:;]["”»’)\]]*(?:\[[^\]]{1,4}\])*(?:\s*[(/©]\s*[\w.İ -]{2,24}[)/]?)?$""")
"""A mark, and behind it no more than the agency that tells it: «… artıb. (apa)», «… artıb./Trend/»."""


_INNER_END = re.compile(r"""[a-zəöüğçşıº][.!?…]["”»’)\]]*(?:\[\d+\])*\s+[«“"]?[A-ZƏÖÜĞÇŞİI]""")
_LONGEST_HEADING = 160


def _is_paragraph(line: str) -> bool:
    """Whether a line is too long for a heading and holds a whole sentence, whatever is left at its end («… - 90 -»)."""
    return len(line) > _LONGEST_HEADING and _INNER_END.search(line) is not None


def find_blocks(text: str) -> Iterator[Block]:
    """Yield the document's lines, each with its type; empty lines are left out."""
    for match in _LINE.finditer(_WRAPPED.sub(r"\1 ", text)):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = start + len(stripped)
        if "|" in stripped or stripped.count("\t") >= 1:
            type_ = BlockType.ROW
        elif _ENDS.search(stripped) or _is_paragraph(stripped):
            type_ = BlockType.PROSE
        else:
            type_ = BlockType.HEADING
        yield Block(type_, start, end)


Rule = Callable[[Break, frozenset[str]], bool | None]


def is_abbreviation(place: Break, abbreviations: frozenset[str]) -> bool | None:
    """«küç. 4», «mln. manat»: a known abbreviation ends nothing."""
    word = re.search(r"(\w+)$", place.before)
    return False if word and place.mark == "." and word.group().casefold() in abbreviations else None


def is_initial(place: Break, _: frozenset[str]) -> bool | None:
    """«N. Nurlu», «R.T. Kaya»: one capital letter before the dot."""
    return (
        False
        if place.mark == "." and re.search(r"(?:^|[\s.(«“])\w$", place.before) and place.before[-1:].isupper()
        else None
    )


_DAY_MONTH = re.compile(r"\d\.\s?\d{1,2}$")
"""«25. 12»: of «25. 12. 2020-ci il»."""
_OPENS_BEHIND_NUMBER = r"\s+(?:[A-ZƏÖÜĞÇŞİI«“\"]|\d{4}-)"


def is_number(place: Break, _: frozenset[str]) -> bool | None:
    """«27.991», «15.09.2004», «5. maddə»: a dot between or behind digits; «5.» alone is no sentence.

    A year goes on with no number before a dot («… küçəsi, 9. 2019-cu ildə …»).
    """
    if place.mark == "." and place.before[-1:].isdigit():
        if place.after[:1].isdigit() or re.fullmatch(r"\d{1,3}", place.before):
            return False
        goes_on = r"\s+[A-ZƏÖÜĞÇŞİI«“\"]" if _DAY_MONTH.search(place.before) else _OPENS_BEHIND_NUMBER
        if re.search(r"(?:^|\s)\d{1,3}$", place.before) and not re.match(goes_on, place.after):
            return False
    return None


def is_site(place: Break, _: frozenset[str]) -> bool | None:
    """«Xeber.Az-a», «Media.com»: a dot within the name of a site."""
    return (
        False
        if place.mark == "." and re.match(r"(?:[Aa]z|AZ|com|org|net|info|ru|tr|eu)\b", place.after)
        else None
    )


def goes_on_small(place: Break, _: frozenset[str]) -> bool | None:
    """A small letter goes on with the sentence («…”, – deyə bildirib»)."""
    return False if re.match(r"\s*[-–—,]|\s+[a-zəöüğçşı]", place.after) else None


def opens_anew(place: Break, _: frozenset[str]) -> bool | None:
    """A space, or nothing in glued text, and then a capital, a digit or an opening quote."""
    if re.match(r"\s+[\w«“\"(\[–-]", place.after):
        return True
    glued = re.match(r"[A-ZƏÖÜĞÇŞİI][a-zəöüğçşıi]|\d{4}", place.after)
    return True if glued and re.search(r"[a-zəöüğçşıi\d”»\]]{2}$", place.before) else None


RULES: tuple[Rule, ...] = (is_initial, is_abbreviation, is_number, is_site, goes_on_small, opens_anew)


def split_sentences(text: str, block: Block, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a block; a mark belongs to the sentence before it.

    >>> line = "Səfirlik 1994-cü ildə açılıb. N. Nurlu orada olub."
    >>> [line[a:b] for a, b in split_sentences(line, Block(BlockType.PROSE, 0, len(line)), frozenset())]
    ['Səfirlik 1994-cü ildə açılıb.', 'N. Nurlu orada olub.']
    """
    start = block.start
    for match in _MARK.finditer(text, block.start, block.end):
        end = match.end()
        place = Break(
            text[max(start, match.start() - 40) : match.start()],
            match.group()[0],
            text[end : min(block.end, end + 40)],
        )
        verdict = next((v for rule in RULES if (v := rule(place, abbreviations)) is not None), False)
        if verdict and end < block.end:
            yield from _cut(text, start, end)
            start = _skip_spaces(text, end, block.end)
    if start < block.end:
        yield from _cut(text, start, block.end)


_LONGEST = 2000
"""Code points of the longest sentence; more without a mark is a list or damage, and is read in pieces."""
_LONGEST_WORD = 400
_WORD_END = re.compile(r"(?<!\s)(?=\s)")


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentence, in pieces cut between words where it is too long."""
    while end - start > _LONGEST:
        last = start + _LONGEST
        gaps = [match.start() for match in _WORD_END.finditer(text, last - _LONGEST_WORD, last + 1)]
        cut = gaps[-1] if gaps else last
        yield (start, cut)
        start = _skip_spaces(text, cut, end)
    if start < end:
        yield (start, end)


def _skip_spaces(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
