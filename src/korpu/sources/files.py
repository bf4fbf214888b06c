"""Files and standard input: text, Markdown and saved web pages."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from korpu.document import Document, SourceCard
from korpu.sources.card import completed
from korpu.sources.decoding import MAX_BYTES, decode, too_large
from korpu.sources.errors import SourceMissing
from korpu.sources.pages import declared_encoding, is_page, read_page


def read_file(path: Path, card: SourceCard, encoding: str | None = None) -> Document:
    """Return the document that a file holds; the card's `origin` is the path as it was given.

    Raises:
        SourceError: there is no such file, it may not be read, or it is no text; see `decode`.
    """
    source = str(path)
    try:
        status = path.stat()
        # Before a byte is read, so that a file of 200 MB is refused at once.
        if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
            raise too_large(source, status.st_size)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise SourceMissing(
            source, "there is no such file or folder. Check the name and the folder."
        ) from None
    except OSError as error:
        raise SourceMissing(source, f"it cannot be read ({error.strerror}).") from None
    return document_of(data, source, card, encoding)


def read_stdin(card: SourceCard, encoding: str | None = None) -> Document:
    """Return the document that standard input holds; its `origin` stays open.

    Raises:
        SourceError: it is no text; see `decode`.
    """
    return document_of(sys.stdin.buffer.read(MAX_BYTES + 1), "-", card, encoding)


def document_of(
    data: bytes, source: str, card: SourceCard, encoding: str | None = None, declared: str | None = None
) -> Document:
    """Return the document that a source's bytes hold: a page's main text, or the text as it stands.

    Args:
        data: the bytes; where there are more than `MAX_BYTES`, the source is too large.
        source: the path or address, `-` for standard input.
        card: what was given; it wins over what is found.
        encoding: read it as this encoding only.
        declared: the encoding that the server named.

    Raises:
        SourceError: see `decode` and `read_page`.
    """
    if len(data) > MAX_BYTES:
        raise too_large(source)
    text = decode(data, source, encoding, declared or declared_encoding(data))
    whole = completed(card, SourceCard(origin=None if source == "-" else source))
    return read_page(text, source, whole) if is_page(text) else Document(text, whole)
