"""The outside → Document: files, folders, standard input and web addresses.

`read_source` is the one entry. What cannot be read comes out as an error among the documents, not as
an exception, so that one bad document in a thousand leaves the others their way into the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from korpu.document import Document, SourceCard
from korpu.sources.errors import SourceError


def list_sources(source: str) -> list[str]:
    """Return the sources of single documents that one source stands for: a folder's files, else itself.

    Raises:
        SourceError: a folder without documents, or one that may not be read.
    """
    from korpu.sources.folders import find_files

    if source == "-" or not Path(source).is_dir():
        return [source]
    return [str(path) for path in find_files(Path(source))]


def read_source(
    source: str, card: SourceCard, encoding: str | None = None
) -> Iterator[Document | SourceError]:
    """Yield each document of a source, or in its place the error that says why it cannot be read.

    Args:
        source: a file, a folder (read recursively, in the order of its paths), an `http://` or
            `https://` address, or `-` for standard input.
        card: what is known of all of the source's documents; its open fields are filled from each.
        encoding: read texts as this encoding (a name that Python knows) instead of UTF-8.
    """
    try:
        single = list_sources(source)
    except SourceError as error:
        yield error
        return
    for one in single:
        try:
            yield _read_single(one, card, encoding)
        except SourceError as error:
            yield error


def _read_single(source: str, card: SourceCard, encoding: str | None) -> Document:
    from korpu.sources import files, web

    if source == "-":
        return files.read_stdin(card, encoding)
    if web.is_address(source):
        return web.read_address(source, card, encoding)
    return files.read_file(Path(source), card, encoding)
