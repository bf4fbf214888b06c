"""Excerpts: part of a section in words, for a page that does not show ten thousand lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from korpu.render.page import Entry, Other, Phrase, SectionPage, TablePage

Thing = TypeVar("Thing")


class Measure(msgspec.Struct, frozen=True):
    """How much of a section is taken.

    Attributes:
        lines: of its entries, its remarks, its gaps, and the disagreements of a table, each.
        rows: of each table.
        is_latest: whether these are the last rows; of several parts each has the next.
        others: of the answers beside one.
        notes: of the sentences that say one thing.
    """

    lines: int
    rows: int
    is_latest: bool
    others: int
    notes: int


class Excerpt(msgspec.Struct, frozen=True):
    """Part of a section.

    Attributes:
        lines: how many lines the whole of it has, whatever they are.
        pages: how many such parts it has, of which this is `page`, from 1.
    """

    section: SectionPage
    lines: int
    page: int
    pages: int

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of the sentences that it refers to."""
        for table in self.section.tables:
            cells = (cell for _, row in table.rows for cell in row if cell)
            yield from _numbers_of((*cells, *table.entries))
        yield from _numbers_of(self.section.entries)
        for phrase in (*self.section.remarks, *self.section.gaps):
            yield from numbers_in(phrase)


def excerpt(section: SectionPage, measure: Measure, page: int = 1) -> Excerpt:
    """Return a part of a section, the last where it has fewer.

    Args:
        page: which part, from 1.
    """
    rows = [len(table.rows) for table in section.tables]
    lists = [section.entries, section.remarks, section.gaps, *(table.entries for table in section.tables)]
    lines = [len(one) for one in lists]
    pages = max(1, -(-max(lines) // measure.lines), -(-max(rows, default=0) // measure.rows))
    page = min(max(1, page), pages)
    place = slice((page - 1) * measure.lines, page * measure.lines)
    tables = (_table(table, measure, page) for table in section.tables)
    part = msgspec.structs.replace(
        section,
        tables=tuple(table for table in tables if table.rows or table.entries),
        entries=tuple(shortened(entry, measure) for entry in section.entries[place]),
        remarks=tuple(_phrase(remark, measure) for remark in section.remarks[place]),
        gaps=section.gaps[place],
    )
    return Excerpt(part, sum(lines) + sum(rows), page, pages)


def shortened(entry: Entry, measure: Measure) -> Entry:
    """Return an entry with the first of its answers and sentences; it says how many others there are."""
    return msgspec.structs.replace(
        entry,
        phrase=_phrase(entry.phrase, measure),
        others=tuple(_other(other, measure) for other in entry.others[: measure.others]),
        more_others=max(0, len(entry.others) - measure.others),
        earlier=tuple(_phrase(one, measure) for one in entry.earlier[: measure.others]),
        more_earlier=max(0, len(entry.earlier) - measure.others),
        remarks=tuple(_phrase(remark, measure) for remark in entry.remarks),
    )


def _other(other: Other, measure: Measure) -> Other:
    return msgspec.structs.replace(other, phrase=_phrase(other.phrase, measure))


def _phrase(phrase: Phrase, measure: Measure) -> Phrase:
    tags = tuple(msgspec.structs.replace(tag, notes=tag.notes[: measure.notes]) for tag in phrase.tags)
    left = max(0, len(phrase.notes) - measure.notes)
    return msgspec.structs.replace(phrase, notes=phrase.notes[: measure.notes], tags=tags, more_notes=left)


def _table(table: TablePage, measure: Measure, page: int) -> TablePage:
    begin = max(0, len(table.rows) - measure.rows) if measure.is_latest else (page - 1) * measure.rows
    rows = tuple(
        (head, tuple(shortened(cell, measure) if cell else None for cell in row))
        for head, row in table.rows[begin : begin + measure.rows]
    )
    place = slice((page - 1) * measure.lines, page * measure.lines)
    entries = tuple(shortened(entry, measure) for entry in table.entries[place])
    return msgspec.structs.replace(table, rows=rows, entries=entries)


def _numbers_of(entries: Iterable[Entry]) -> Iterator[int]:
    for entry in entries:
        others = (other.phrase for other in entry.others)
        for phrase in (entry.phrase, *others, *entry.earlier, *entry.remarks):
            yield from numbers_in(phrase)


def numbers_in(phrase: Phrase) -> Iterator[int]:
    """Yield the numbers of the sentences that a phrase refers to."""
    yield from phrase.notes
    for tag in phrase.tags:
        yield from tag.notes
