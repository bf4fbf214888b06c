"""The whole draft with what is proposed put in, and nothing else of it changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from korpu.render.proposal import Mend, mend
from korpu.verify import Checked


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a corrected draft.

    Attributes:
        was: the draft's words that it stands for; None where these are the draft's own.
    """

    text: str
    was: str | None = None


class CorrectedDraft(msgspec.Struct, frozen=True):
    """A draft with what is proposed put in.

    Attributes:
        put: the numbers of the claims (from 1, in the order of the text) for which something was.
    """

    pieces: tuple[Piece, ...]
    put: frozenset[int]

    @property
    def text(self) -> str:
        """The whole of it."""
        return "".join(piece.text for piece in self.pieces)


def correct_draft(text: str, checked: Sequence[Checked], language: str = "az") -> CorrectedDraft:
    """Return a draft with those wordings put in that the language can put there soundly.

    Args:
        language: the draft's, by its tag.
    """
    ordered = sorted(checked, key=lambda one: one.claim.start)
    found = {number: mend(one, language) for number, one in enumerate(ordered, start=1)}
    put = sound(one for one in found.values() if one is not None)
    return CorrectedDraft(
        corrected(text, put), frozenset(number for number, one in found.items() if one in put)
    )


def corrected(text: str, mends: Iterable[Mend]) -> tuple[Piece, ...]:
    """Return the draft with the mends put in, in pieces; what no mend covers is as it was.

    Of mends that overlap none is put in, but for those that say the same of the same words: which is right, a person decides.

    >>> from korpu.document import Span
    >>> "".join(piece.text for piece in corrected("Bu, 5 il idi.", [Mend(Span(4, 5), "7")]))
    'Bu, 7 il idi.'
    """
    pieces: list[Piece] = []
    place = 0
    for one in sound(mends):
        span = one.span
        if not place <= span.start < span.end <= len(text):
            continue
        if place < span.start:
            pieces.append(Piece(text[place : span.start]))
        pieces.append(Piece(one.words, text[span.start : span.end]))
        place = span.end
    if place < len(text):
        pieces.append(Piece(text[place:]))
    return tuple(pieces)


def sound(mends: Iterable[Mend]) -> tuple[Mend, ...]:
    """Return the mends that no other contradicts, each once, in the order of the text."""
    distinct = sorted(set(mends), key=lambda one: (one.span, one.words))
    return tuple(
        one
        for one in distinct
        if not any(other is not one and other.span.overlaps(one.span) for other in distinct)
    )
