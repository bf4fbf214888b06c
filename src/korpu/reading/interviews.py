"""Interviews: which sentences are questions and which are answers, by the turns of the talk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Protocol

from korpu.languages import Reading
from korpu.reading.sentences import BlockType


class Read(Protocol):
    """A sentence that has been read."""

    @property
    def type(self) -> BlockType:
        """What its line is."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def reading(self) -> Reading:
        """What the language made of it."""


class Turn(Enum):
    """Whose turn a sentence belongs to."""

    QUESTION = "question"
    ANSWER = "answer"


_DASH = re.compile(r"\s*[-–—]\s")


def find_turns(text: str, sentences: Sequence[Read]) -> list[Turn | None]:
    """Return for each sentence whose turn it belongs to, None outside an interview.

    Turns open with a dash, or with «Question:» and «Answer:» (as the language says it); else, where one is
    named who answers, each line that asks opens one. A document is an interview where a turn asks and
    another follows.
    """
    lines = list(_lines(text, sentences))
    for turns in (
        _dashed(text, sentences, lines),
        _labelled(sentences, lines),
        _asked(text, sentences, lines),
    ):
        if Turn.QUESTION in turns and Turn.ANSWER in turns:
            return turns
    return [None] * len(sentences)


def _lines(text: str, sentences: Sequence[Read]) -> Iterator[range]:
    """The sentences of each line."""
    first = 0
    for index in range(1, len(sentences) + 1):
        if index == len(sentences) or "\n" in text[sentences[index - 1].end : sentences[index].start]:
            yield range(first, index)
            first = index


def _asks(text: str, sentences: Sequence[Read], line: range) -> bool:
    return text[sentences[line[-1]].start : sentences[line[-1]].end].rstrip('"”»“ ').endswith("?")


def _dashed(text: str, sentences: Sequence[Read], lines: list[range]) -> list[Turn | None]:
    turns: list[Turn | None] = [None] * len(sentences)
    opened = [line for line in lines if _DASH.match(text, sentences[line[0]].start)]
    if not any(_asks(text, sentences, line) for line in opened) or len(opened) < 2:
        return turns
    now: Turn | None = None
    for line in lines:
        if line in opened:
            asks = _asks(text, sentences, line)
            now = Turn.QUESTION if now is not Turn.QUESTION or (asks and len(line) == 1) else Turn.ANSWER
        elif sentences[line[0]].type is not BlockType.PROSE:
            now = None
        for index in line:
            turns[index] = now
    return turns


def _labelled(sentences: Sequence[Read], lines: list[range]) -> list[Turn | None]:
    turns: list[Turn | None] = [None] * len(sentences)
    now: Turn | None = None
    for line in lines:
        saying = sentences[line[0]].reading.saying
        if saying and saying.holds in ("question", "answer"):
            now = Turn(saying.holds)
        elif sentences[line[0]].type is BlockType.HEADING:
            now = None
        for index in line:
            turns[index] = now
    return turns


def _asked(text: str, sentences: Sequence[Read], lines: list[range]) -> list[Turn | None]:
    turns: list[Turn | None] = [None] * len(sentences)
    named = any(s.reading.saying and s.reading.saying.holds == "interview" for s in sentences[:12])
    asked = [line for line in lines if _asks(text, sentences, line) and len(line) <= 3]
    if not named or len(asked) < 2:
        return turns
    now: Turn | None = None
    for line in lines:
        if line in asked:
            now = Turn.QUESTION
        elif sentences[line[0]].type is not BlockType.PROSE:
            now = None
        elif now is Turn.QUESTION:
            now = Turn.ANSWER
        for index in line:
            turns[index] = now
    return turns
