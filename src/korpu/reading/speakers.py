"""Speakers: who says each sentence of a document, through whole quotations and interviews."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from korpu.languages import Reading, Saying
from korpu.reading.discourse import Discourse


class Read(Protocol):
    """A sentence that has been read."""

    start: int
    end: int
    reading: Reading


def find_speakers(text: str, sentences: Sequence[Read], discourse: Discourse) -> list[str | None]:
    """Return for each sentence the name of who says it, None where the document itself does.

    A speaker named at the end of a quotation holds for all of it; one introduced once holds to its end.
    """
    speakers: list[str | None] = [None] * len(sentences)
    current: str | None = None
    opened: int | None = None
    depth = 0
    for index, sentence in enumerate(sentences):
        saying = sentence.reading.saying
        inside = depth > 0
        depth = _depth_after(text[sentence.start : sentence.end], depth)
        if depth > 0 and not inside:
            opened = index
        named = _name(saying, discourse)
        if saying and saying.holds == "off":
            current = None
            continue
        if named:
            current = named
            speakers[index] = named
            if saying and saying.holds == "before":
                _fill(speakers, 0, index, named)
            if inside and opened is not None:
                _fill(speakers, opened, index, named)
        elif saying or inside or depth > 0:
            speakers[index] = current
    return speakers


def _name(saying: Saying | None, discourse: Discourse) -> str | None:
    return discourse.name_of(saying.speaker) if saying and saying.speaker else None


def _fill(speakers: list[str | None], first: int, last: int, name: str) -> None:
    for index in range(first, last):
        if speakers[index] is None:
            speakers[index] = name


def _depth_after(sentence: str, depth: int) -> int:
    """Whether a quotation is open behind the sentence: 0 or 1; nested marks count as one."""
    for letter in sentence:
        if letter in "“«„":
            depth += 1
        elif letter in "”»":
            depth = max(0, depth - 1)
    return depth
