"""Coverage: what the reader made of each sentence of a document, and what that adds up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum

import msgspec

from korpu.document import Span


class Verdict(Enum):
    """What a sentence or row came to."""

    CLAIM = "claim"
    NOTHING = "nothing"
    """It says nothing of any kind."""
    NOT_UNDERSTOOD = "not_understood"
    """It holds all the words by which a kind is told, names a state, and gives part of what a claim needs."""


class Miss(msgspec.Struct, frozen=True):
    """A claim that a sentence nearly made.

    Attributes:
        kind: the kind that it would be of.
        rule: the rule whose words are there.
        words: where they stand, in code points of the document.
        lacks: what the claim would need and was not found: roles, `when`, `value` or `parties`.
    """

    kind: str
    rule: str
    words: tuple[Span, ...]
    lacks: tuple[str, ...]


class Covered(msgspec.Struct, frozen=True):
    """A sentence or row, and what was made of it; headings are none.

    Attributes:
        start, end: half-open, in code points of the document.
        kinds: of the claims that it makes, else of those that it nearly made; each once.
        misses: for a sentence that was not understood, what it nearly said.
    """

    start: int
    end: int
    verdict: Verdict
    kinds: tuple[str, ...] = ()
    misses: tuple[Miss, ...] = ()


class Coverage(msgspec.Struct, frozen=True):
    """How many sentences and rows of a document make claims, say nothing of any kind, or were not understood."""

    claim: int
    nothing: int
    not_understood: int

    @property
    def sentences(self) -> int:
        """How many sentences and rows there are."""
        return self.claim + self.nothing + self.not_understood


def sum_up(covered: Iterable[Covered]) -> Coverage:
    """Return how many sentences came to what.

    >>> sum_up([Covered(0, 9, Verdict.NOTHING), Covered(10, 19, Verdict.CLAIM, ("visit",))]).sentences
    2
    """
    counts = Counter(sentence.verdict for sentence in covered)
    return Coverage(**{verdict.value: counts[verdict] for verdict in Verdict})
