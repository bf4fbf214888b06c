"""Analysis: a document's sentences, items and rows, each into what it names and says. The first of two passes.

What a row or a sentence right under a heading leaves out, the lines above it say (`korpu.reading.ground`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from korpu.document import Span
from korpu.languages import Label, Language, Reading
from korpu.reading.ground import Ground, hear_heading, hear_sentence
from korpu.reading.items import read_item, read_labelled, read_labelled_cells
from korpu.reading.layout import Table
from korpu.reading.plan import Line, Worth
from korpu.reading.sentences import Block, BlockType, ReadSentence
from korpu.reading.tables import read_table

EVERYTHING: Mapping[int, Worth] = {}
"""Where nothing is said of a sentence's worth, it is read for claims."""


def analyse(
    text: str, language: Language, lines: Sequence[Line], worth: Mapping[int, Worth] = EVERYTHING
) -> Iterator[ReadSentence]:
    """Yield each sentence and row with what the language makes of it; of what is worth nothing, that is nothing.

    Args:
        worth: of the sentences, by where they start.
    """
    ground = Ground(text, language, language.find_names(text))
    for index, line in enumerate(lines):
        if isinstance(line.part, Table):
            after = lines[index + 1].part if index + 1 < len(lines) else None
            yield from _read_rows(line.part, after, ground)
        elif any(worth.get(span.start) is not Worth.NOTHING for span in line.sentences):
            yield from _read_line(text, line.part, line.sentences, ground, worth)
        else:
            yield from (
                ReadSentence(line.part.type, span.start, span.end, _NOTHING) for span in line.sentences
            )


_NOTHING = Reading((), ())


def _read_rows(table: Table, after: Block | Table | None, ground: Ground) -> Iterator[ReadSentence]:
    note = ground.label(Span(after.start, after.end)) if isinstance(after, Block) else Label()
    read = {row.start: row.reading for row in read_table(table, ground, note)}
    for row in table.rows:
        reading = read.get(row.start) or read_labelled_cells(ground, row.filled)
        yield ReadSentence(BlockType.ROW, row.start, row.end, reading)


def _read_line(
    text: str, block: Block, sentences: Sequence[Span], ground: Ground, worth: Mapping[int, Worth]
) -> Iterator[ReadSentence]:
    """A line: an item of a list, labels with their values, or the sentences of prose or a heading."""
    whole = Span(block.start, block.end)
    item = read_item(ground, whole) or (
        None if _ends_in_number(text, sentences) else read_labelled(ground, whole)
    )
    if item:
        yield ReadSentence(BlockType.ROW, block.start, block.end, item)
        return
    for span in sentences:
        if worth.get(span.start) is Worth.NOTHING:
            yield ReadSentence(block.type, span.start, span.end, _NOTHING)
            continue
        labelled = read_labelled(ground, span)
        if labelled:
            yield ReadSentence(BlockType.ROW, span.start, span.end, labelled)
            continue
        claims = worth.get(span.start, Worth.CLAIMS) is Worth.CLAIMS or ground.above is not None
        reading = _with_heading(ground.reading(span, claims and block.type is not BlockType.HEADING), ground)
        yield ReadSentence(block.type, span.start, span.end, reading)
        if block.type is BlockType.HEADING:
            hear_heading(ground, span)
        elif text[span.end - 1] == ":":
            hear_heading(ground, Span(span.start, span.end - 1), announces=True)
        else:
            hear_sentence(ground, span, reading)


def _ends_in_number(text: str, sentences: Sequence[Span]) -> bool:
    """Whether the first of several sentences ends in a number, so that a label's value ends there («ünvan: … küçəsi, 9. 2019-cu …»)."""
    return len(sentences) > 1 and bool(_NUMBER_AT_END.search(text, sentences[0].start, sentences[0].end))


_NUMBER_AT_END = re.compile(r"\d[a-zA-Z]?\.$")
_BESIDE = frozenset({"date", "state", "pair", "pointer", "place"})


def _with_heading(reading: Reading, ground: Ground) -> Reading:
    """The reading; what a sentence right under a heading leaves out is what the heading names.

    «Diplomatik əlaqələr», and below it «7 sentyabr 1992-ci ildə qurulub.»
    """
    heading = ground.above
    if not heading or not heading.known or any(m.type not in _BESIDE for m in reading.mentions):
        return reading
    told = {a.mention.concept: a.mention.span for a in heading.arguments if a.mention.concept}
    return replace(reading, clauses=tuple(replace(clause, told=told) for clause in reading.clauses))
