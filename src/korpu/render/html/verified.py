"""A verified draft as one HTML file that needs nothing else: marked text, and beside it what the ledger says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from korpu.render.html import FOLDER, css_string, environment
from korpu.render.verified import SentenceWords, VerifiedPage
from korpu.render.verified_terminal import SIGNS


class Piece(NamedTuple):
    """Words of a sentence; those that a claim is told by have its number and its verdict."""

    text: str
    number: int = 0
    verdict: str = ""


def render_verified_html(page: VerifiedPage) -> str:
    """Return the page as a whole HTML document; everything from documents is escaped."""
    css = "".join((FOLDER / name).read_text(encoding="utf-8") for name in ("style.css", "verified.css"))
    return (
        environment()
        .get_template("verified.html.jinja")
        .render(
            page=page,
            paragraphs=list(paragraphs(page)),
            pieces=pieces,
            signs=SIGNS,
            css=css,
            running_head=css_string(page.title),
        )
    )


def paragraphs(page: VerifiedPage) -> Iterator[list[SentenceWords]]:
    """Yield the draft's sentences by paragraph."""
    found: list[SentenceWords] = []
    for sentence in page.sentences:
        if sentence.opens and found:
            yield found
            found = []
        found.append(sentence)
    if found:
        yield found


def pieces(sentence: SentenceWords) -> list[Piece]:
    """Return a sentence cut at its marks.

    >>> [piece.text for piece in pieces(SentenceWords(0, "Bu, belədir.", True))]
    ['Bu, belədir.']
    """
    found, place = [], 0
    for mark in sentence.marks:
        start, end = mark.span.start - sentence.start, mark.span.end - sentence.start
        found += [
            Piece(sentence.text[place:start]),
            Piece(sentence.text[start:end], mark.number, mark.verdict),
        ]
        place = end
    found.append(Piece(sentence.text[place:]))
    return [piece for piece in found if piece.text]
