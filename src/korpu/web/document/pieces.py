"""Pieces: a stretch of text cut wherever one of several spans begins or ends, whether they overlap or not."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from korpu.document import Span


class Piece(NamedTuple):
    """A stretch over which the same spans lie.

    Attributes:
        start, end: half-open, in code points of the document.
        over: the keys of the spans that lie over it, the longest first.
        ends: the keys of those that end with it, the shortest first.
    """

    start: int
    end: int
    over: tuple[str, ...]
    ends: tuple[str, ...]


def cut(within: Span, spans: Mapping[str, Span]) -> list[Piece]:
    """Return a stretch of text in pieces; joined, they are the stretch.

    What of a span lies without is left out; a span that is empty there lies over nothing.

    >>> [(p.start, p.end, p.over) for p in cut(Span(0, 9), {"a": Span(2, 6), "b": Span(4, 20)})]
    [(0, 2, ()), (2, 4, ('a',)), (4, 6, ('b', 'a')), (6, 9, ('b',))]
    """
    clipped = {
        key: Span(max(span.start, within.start), min(span.end, within.end))
        for key, span in spans.items()
        if max(span.start, within.start) < min(span.end, within.end)
    }
    longest = sorted(clipped, key=lambda key: (spans[key].start - spans[key].end, spans[key].start, key))
    edges = sorted(
        {within.start, within.end, *(e for span in clipped.values() for e in (span.start, span.end))}
    )
    pieces = []
    for start, end in pairwise(edges):
        over = tuple(key for key in longest if clipped[key].start <= start and end <= clipped[key].end)
        ends = tuple(key for key in reversed(over) if spans[key].end == end)
        pieces.append(Piece(start, end, over, ends))
    return pieces
