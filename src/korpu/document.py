"""The document: an immutable text with its source card."""

from __future__ import annotations

import hashlib

import msgspec


class SourceCard(msgspec.Struct, frozen=True):
    """What is known of where a text came from; None where it is not known.

    Attributes:
        origin: the path or address it was read from.
        published: the publication date, EDTF.
        language: a language tag («az», «az-Cyrl»).
    """

    origin: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


class Document(msgspec.Struct, frozen=True):
    """A text and its card. The text is never changed after it is read."""

    text: str
    card: SourceCard = SourceCard()

    @property
    def id(self) -> str:
        """The SHA-256 of the text's UTF-8 form, in hex: the same text is the same document."""
        return document_id(self.text)


def document_id(text: str) -> str:
    """Return the SHA-256 of `text` as UTF-8, in hex; lone surrogates count as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open stretch `[start, end)` of a text, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point.

        >>> Span(0, 3).overlaps(Span(3, 5))
        False
        """
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies whole within this span."""
        return self.start <= other.start and other.end <= self.end
