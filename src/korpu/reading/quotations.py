"""Quotations: where one is open, through several sentences and paragraphs, with marks of all sorts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

_OPENING, _CLOSING, _EITHER = "«„", "»", '"“”'
_MARK = re.compile(f"[{_OPENING}{_CLOSING}{_EITHER}]")


class Placed(Protocol):
    """Something with a place in the text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


class State(NamedTuple):
    """How a sentence stands to quotations: whether one is open before it, whether one is behind it.

    `begins` says that all of it, words behind the quotation apart, is one.
    """

    before: bool
    after: bool
    begins: bool


def find_quotations(text: str, sentences: Sequence[Placed], closers: Sequence[bool]) -> list[State]:
    """Return how each sentence stands to quotations; `closers` tells which surely end one («…, – deyə X bildirib»).

    Names in quotation marks within a quotation do not end it. A quotation whose end is missing stops with its
    paragraph, unless a later paragraph closes it.
    """
    states: list[State] = []
    depth = 0
    for index, sentence in enumerate(sentences):
        new_line = index > 0 and "\n" in text[sentences[index - 1].end : sentence.start]
        if depth and new_line and not _closes_later(text, sentences, closers, index):
            depth = 0
        before = depth > 0
        depth = _depth_after(text, sentence.start, sentence.end, depth)
        if closers[index]:
            depth = 0
        states.append(State(before, depth > 0, _begins(text, sentence, depth > 0 or closers[index])))
    return states


def _begins(text: str, sentence: Placed, open_or_told: bool) -> bool:
    """Whether the first mark opens a quotation that goes to the end, or up to the words that say whose it is."""
    whole = text[sentence.start : sentence.end].strip("-–— .!?…,")
    if whole[:1] not in (*_OPENING, *_EITHER):
        return False
    return open_or_told or (
        whole[-1] in (*_CLOSING, *_EITHER) and not any(mark in whole[1:-1] for mark in (_CLOSING + "”"))
    )


def _depth_after(text: str, start: int, end: int, depth: int) -> int:
    for mark in _MARK.finditer(text, start, end):
        depth = depth + 1 if opens(text, mark.start()) else max(0, depth - 1)
    return depth


def opens(text: str, at: int) -> bool:
    """Whether the mark at `at` opens a quotation: by its shape, else by the space before it.

    >>> [opens('"A" və “B”', at) for at in (0, 2, 7, 9)]
    [True, False, True, False]
    """
    mark = text[at]
    if mark in _OPENING:
        return True
    if mark not in _EITHER:
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([-–—/:" + _OPENING + "“") and (
        after.isalnum() or after in "“„«\"‘'(["
    )


def _closes_later(text: str, sentences: Sequence[Placed], closers: Sequence[bool], index: int) -> bool:
    """Whether one of the next paragraphs closes more than it opens."""
    depth = 0
    paragraphs = 0
    for later in range(index, len(sentences)):
        if later > index and "\n" in text[sentences[later - 1].end : sentences[later].start]:
            paragraphs += 1
            if paragraphs == 4:
                return False
        for mark in _MARK.finditer(text, sentences[later].start, sentences[later].end):
            depth += 1 if opens(text, mark.start()) else -1
            if depth < 0:
                return True
        if closers[later] and depth == 0 and text[sentences[later].start] not in '“„«"':
            return True
    return False
