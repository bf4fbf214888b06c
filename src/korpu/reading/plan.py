"""Plan: which sentences of a document are read, and what for, by the words that they hold. Knows no language.

In a document of which most sentences may claim something all are read. Where only few may, as in news at large, what
is read is those that tell of two states or more, and what stands around them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from korpu.document import Span
from korpu.reading.items import BULLET
from korpu.reading.layout import Table, find_layout
from korpu.reading.sentences import Block, BlockType, split_sentences
from korpu.reading.triage import Triage


class Worth(Enum):
    """What a sentence is read for."""

    NOTHING = "nothing"
    """It is passed over."""
    CONTEXT = "context"
    """What it names, and who speaks."""
    CLAIMS = "claims"


class Line(NamedTuple):
    """A table, or a line with its sentences."""

    part: Block | Table
    sentences: tuple[Span, ...] = ()


def outline(text: str, abbreviations: frozenset[str]) -> list[Line]:
    """Return the document's lines and tables, in order."""
    return [
        Line(part)
        if isinstance(part, Table)
        else Line(part, tuple(Span(*span) for span in split_sentences(text, part, abbreviations)))
        for part in find_layout(text)
    ]


class _Said(NamedTuple):
    """A sentence with what its words may call up, and whether it may claim anything."""

    start: int
    mask: int
    may_claim: bool


_FEW = 1 / 3
"""The share of sentences that may claim anything up to which a document is read around them only."""
_REACH = 2
"""How many sentences on something may still be added to what was told, and a state may be told before."""
_BEHIND = 1
"""How many sentences behind are read for who says it."""


def plan(triage: Triage, text: str, lines: Sequence[Line]) -> dict[int, Worth] | None:
    """Return what each sentence is worth, by where it starts; None where nothing in the document may claim anything."""
    said = list(_look(triage, text, lines))
    tables = [line.part for line in lines if isinstance(line.part, Table)]
    masks = [*(one.mask for one in said), *(triage.mask(text, table.start, table.end) for table in tables)]
    if not any(map(triage.is_foreign, masks)):
        return None
    listed = bool(tables) or any(_is_item(text, line.part) for line in lines)
    if not listed and not any(one.may_claim for one in said):
        return None
    claims = list(_claiming(triage, said))
    if listed or sum(one.may_claim for one in said) > _FEW * len(said):
        return {
            one.start: Worth.CLAIMS if may else Worth.CONTEXT for one, may in zip(said, claims, strict=True)
        }
    return _around(triage, said, claims)


def _look(triage: Triage, text: str, lines: Sequence[Line]) -> Iterator[_Said]:
    """Yield the sentences; what stands under a heading may claim something with its words."""
    above = 0
    for line in lines:
        if isinstance(line.part, Table):
            continue
        masks = [triage.mask(text, span.start, span.end) for span in line.sentences]
        for span, mask in zip(line.sentences, masks, strict=True):
            yield _Said(span.start, mask, triage.may_claim(mask | above))
        if line.part.type is BlockType.HEADING or text[line.part.end - 1] == ":":
            above = masks[-1]
        elif not BULLET.match(text, line.part.start):
            above = 0


def _is_item(text: str, part: Block | Table) -> bool:
    """Whether a line is an item of a list and no sentence: what it is may be told far above."""
    return BULLET.match(text, part.start) is not None and text[part.end - 1] not in _ENDS


_ENDS = '.!?…”»"'


def _claiming(triage: Triage, said: Sequence[_Said]) -> Iterator[bool]:
    """Yield for each sentence whether it may claim anything, be it with those right before it."""
    since = _REACH + 1
    for one in said:
        since = 0 if one.may_claim else since + 1
        yield since == 0 or (since <= _REACH and triage.may_go_on(one.mask))


def _around(triage: Triage, said: Sequence[_Said], claims: Sequence[bool]) -> dict[int, Worth] | None:
    """What is read of a document in which few sentences may claim anything; None for nothing."""
    title = said[0].mask
    told = [
        one.may_claim
        and triage.tells_two(title, [other.mask for other in said[max(0, at - _REACH) : at + 1]])
        for at, one in enumerate(said)
    ]
    if not any(told):
        return None
    worth: dict[int, Worth] = {}
    for at, one in enumerate(said):
        near = at == 0 or any(told[max(0, at - _BEHIND) : at + _REACH + 1])
        read = Worth.CLAIMS if claims[at] else Worth.CONTEXT
        worth[one.start] = read if near else Worth.NOTHING
    return worth
