"""Marking: the words of a sentence that decided something, numbered, in colour or in plain brackets."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from korpu.document import Span

if TYPE_CHECKING:
    from rich.text import Text

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def number_spans(spans: Iterable[Span], within: Span) -> dict[Span, int]:
    """Return the numbers, from 1 in the order of the text, of those spans that lie within a sentence.

    >>> number_spans([Span(9, 12), Span(4, 6), Span(4, 12), Span(90, 99)], Span(0, 20))
    {Span(start=4, end=12): 1, Span(start=4, end=6): 2, Span(start=9, end=12): 3}
    """
    distinct = {span for span in spans if span.start < span.end and within.covers(span)}
    ordered = sorted(distinct, key=lambda span: (span.start, -span.end))
    return {span: number for number, span in enumerate(ordered, start=1)}


def raised(number: int) -> str:
    """Return a number in raised digits.

    >>> raised(12)
    '¹²'
    """
    return str(number).translate(_RAISED)


def mark(
    sentence: str, start: int, numbers: Mapping[Span, int], styles: Mapping[Span, str], plain: bool
) -> Text:
    """Return the sentence with each numbered span in its style and its number behind it.

    Args:
        start: where the sentence begins in the document; spans are counted there.
        plain: put the spans in brackets, for a page without colours.
    """
    from rich.text import Text

    text = Text()
    edges = {edge for span in numbers for edge in (span.start, span.end)}
    bounds = sorted({start, start + len(sentence), *edges})
    for left, right in itertools.pairwise(bounds):
        for span in numbers:
            text.append("[" if plain and span.start == left else "")
        inner = _innermost(numbers, left, right)
        words = "".join(" " if sign.isspace() else sign for sign in sentence[left - start : right - start])
        text.append(words, styles.get(inner, "") if inner else "")
        # Of spans that end together, the inner one's number comes first.
        for span in reversed([span for span in numbers if span.end == right]):
            text.append(f"{']' if plain else ''}{raised(numbers[span])}", styles.get(span, ""))
    return text


def _innermost(spans: Iterable[Span], left: int, right: int) -> Span | None:
    around: Sequence[Span] = [span for span in spans if span.start <= left and right <= span.end]
    return min(around, key=lambda span: span.end - span.start, default=None)
