"""Layout: the lines of a document, and which of them are rows of one table. Knows no language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from korpu.document import Span
from korpu.reading.sentences import Block, BlockType, find_blocks


class Row(msgspec.Struct, frozen=True):
    """A row of a table.

    Attributes:
        start, end: code points, without the separators at its ends.
        cells: a span for each cell, without the spaces around it; an empty one for a cell without content.
    """

    start: int
    end: int
    cells: tuple[Span, ...]

    @property
    def filled(self) -> tuple[Span, ...]:
        """The cells that have content."""
        return tuple(cell for cell in self.cells if cell.start < cell.end)


class Table(msgspec.Struct, frozen=True):
    """Rows that follow each other; those that only draw lines are left out."""

    start: int
    end: int
    rows: tuple[Row, ...]


_RULE = re.compile(r"[\s|:+=_–—-]*")
_PARAGRAPH = 160
"""A longer cell that ends like a sentence is prose in which a `|` happens to stand."""


def find_layout(text: str) -> Iterator[Block | Table]:
    """Yield the document's blocks in order, with each run of rows made one table.

    >>> [type(part).__name__ for part in find_layout("Başlıq\\nSəfir | Anar Nurlu\\nÜnvan | Praqa\\nMətn.")]
    ['Block', 'Table', 'Block']
    """
    run: list[Row] = []
    span: tuple[int, int] | None = None
    for block, cells in _with_cells(text):
        if cells is None:
            if span:
                yield Table(*span, tuple(run))
            run, span = [], None
            yield block
            continue
        span = (span[0] if span else block.start, block.end)
        row = _row(text, cells)
        if row:
            run.append(row)
    if span:
        yield Table(*span, tuple(run))


def _with_cells(text: str) -> Iterator[tuple[Block, list[Span] | None]]:
    """Yield each block with its cells, None where it is no row."""
    blocks = list(find_blocks(text))
    loose = [_split(text, block, _loose_mark(text, block)) for block in blocks]
    wiki = False
    for index, block in enumerate(blocks):
        wiki = wiki or text.startswith("{|", block.start)
        if wiki:
            yield block, _wiki_cells(text, block)
            wiki = not text.startswith("|}", block.start)
        elif block.type is BlockType.ROW:
            cells = _split(text, block, "|" if "|" in text[block.start : block.end] else "\t")
            yield block, None if _is_prose(text, block, cells) else cells
        else:
            yield block, loose[index] if _is_loose_row(text, loose, index) else None


def _split(text: str, block: Block, mark: str) -> list[Span]:
    """The cells of a line; the borders «| … |» are no cells."""
    if not mark:
        return []
    cells: list[Span] = []
    start = block.start
    for match in re.finditer(mark if len(mark) > 1 else re.escape(mark), text[block.start : block.end]):
        cells.append(_stripped(text, start, block.start + match.start()))
        start = block.start + match.end()
    cells.append(_stripped(text, start, block.end))
    if mark == "|":
        if text[block.start] == "|":
            cells = cells[1:]
        if cells and text[block.end - 1] == "|":
            cells = cells[:-1]
    return cells


_WIKI_LINE = re.compile(r"\{\||\|[-}]")
_WIKI_MARK = re.compile(r"!!|\|\|")


def _wiki_cells(text: str, block: Block) -> list[Span]:
    """The cells of a line of wiki markup («! A !! B», «| a || b»); none of a line that only draws («{|», «|-», «|}»)."""
    if _WIKI_LINE.match(text, block.start):
        return []
    start = block.start + (text[block.start] in "!|")
    cells: list[Span] = []
    for match in _WIKI_MARK.finditer(text, start, block.end):
        cells.append(_stripped(text, start, match.start()))
        start = match.end()
    return [*cells, _stripped(text, start, block.end)]


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _is_prose(text: str, block: Block, cells: Sequence[Span]) -> bool:
    longest = max(cells, key=lambda cell: cell.end - cell.start, default=None)
    return (
        longest is not None
        and longest.end - longest.start > _PARAGRAPH
        and bool(re.search(r"[.!?]\s+\w", text[longest.start : longest.end]))
    )


_SEMICOLONS = re.compile(r"[^;\s][^;]*(?:;[^;\s][^;]*){2,}")
_COLUMNS = re.compile(r"\S+(?: \S+){0,4}(?:[ \xa0]{2,}\S+(?: \S+){0,4}){2,}")


def _loose_mark(text: str, block: Block) -> str:
    """The separator of a line that may be a row without bars: «2019;48,18;21,07», or two spaces and more."""
    line = text[block.start : block.end]
    if _SEMICOLONS.fullmatch(line):
        return ";"
    return r"[ \xa0]{2,}" if _COLUMNS.fullmatch(line) else ""


def _is_loose_row(text: str, loose: Sequence[list[Span]], index: int) -> bool:
    """Whether lines beside this one have as many cells, and one of them has numbers in all but the first."""
    count = len(loose[index])
    if count < 3:
        return False
    first = last = index
    while first > 0 and len(loose[first - 1]) == count:
        first -= 1
    while last + 1 < len(loose) and len(loose[last + 1]) == count:
        last += 1
    return last > first and any(
        all(text[cell.start : cell.end][:1].isdigit() for cell in cells[1:])
        for cells in loose[first : last + 1]
    )


def _row(text: str, cells: Sequence[Span]) -> Row | None:
    """The row, None where nothing is in it or it only draws a line («---|---»)."""
    filled = [cell for cell in cells if cell.start < cell.end]
    if all(_RULE.fullmatch(text, cell.start, cell.end) for cell in filled):
        return None
    kept = list(cells)
    while kept[-1].start == kept[-1].end:
        kept.pop()
    return Row(filled[0].start, filled[-1].end, tuple(kept))
