"""Paragraphs: a document's lines for reading, long ones parted between sentences, and the pages that they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from korpu.document import Document, Span
from korpu.languages import language_or_default
from korpu.reading.sentences import Block, BlockType, find_blocks, split_sentences

MOST_ON_PAGE = 200
"""Paragraphs of one page: a browser lays out these, with their claims, without a pause that one would notice."""
LONGEST_PAGE = 60_000
"""Code points of one page."""
LONGEST = 1_500
"""Code points of a paragraph; longer ones are parted, so that a claim stands beside its sentence."""


class Paragraph(NamedTuple):
    """A line of a document, or a part of a long one.

    Attributes:
        number: from 1, in the whole document.
        start, end: half-open, in code points of the document.
        goes_on: whether it goes on with the line of the paragraph before.
    """

    number: int
    type: BlockType
    start: int
    end: int
    goes_on: bool = False


def pages_of(document: Document) -> list[list[Paragraph]]:
    """Return a document's paragraphs by page."""
    language = language_or_default(document.card.language)
    return pages(find_paragraphs(document.text, language.abbreviations))


def find_paragraphs(text: str, abbreviations: frozenset[str] = frozenset()) -> list[Paragraph]:
    """Return the paragraphs of a text in their order; only blanks are between them.

    Args:
        abbreviations: of the text's language, behind whose dots no sentence ends.
    """
    found: list[Paragraph] = []
    for block in find_blocks(text):
        for number, span in enumerate(_parts(text, block, abbreviations)):
            found.append(Paragraph(len(found) + 1, block.type, span.start, span.end, goes_on=number > 0))
    return found


def _parts(text: str, block: Block, abbreviations: frozenset[str]) -> Iterator[Span]:
    """Yield a line in parts of whole sentences, each not much longer than `LONGEST`."""
    if block.end - block.start <= LONGEST:
        yield Span(block.start, block.end)
        return
    start = end = block.start
    for sentence_start, sentence_end in split_sentences(text, block, abbreviations):
        if sentence_end - start > LONGEST and end > start:
            yield Span(start, end)
            start = sentence_start
        end = sentence_end
    yield Span(start, end)


def pages(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Return the paragraphs in pages; of an empty document one page with none."""
    found: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        page = found[-1]
        if page and (len(page) == MOST_ON_PAGE or paragraph.end - page[0].start > LONGEST_PAGE):
            found.append(page := [])
        page.append(paragraph)
    return found


def page_of(pages: Sequence[Sequence[Paragraph]], place: int) -> int:
    """Return the number, from 1, of the page on which a code point of the document stands."""
    for number, page in enumerate(pages, start=1):
        if page and place < page[-1].end:
            return number
    return len(pages)


def paragraph_at(paragraphs: Sequence[Paragraph], place: int) -> Paragraph | None:
    """Return the paragraph in which a code point of the document stands, else the next one; None behind the last."""
    return next((one for one in paragraphs if place < one.end), None)
