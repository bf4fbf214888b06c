"""Folders: the documents in one and in the folders below it."""

from __future__ import annotations

import os
from pathlib import Path

from korpu.sources.errors import NoDocuments, SourceMissing

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})
"""The files of a folder that are read; any other file can be added by its own name."""


def find_files(folder: Path) -> list[Path]:
    """Return the folder's documents and those of the folders below it, sorted by path.

    Files and folders whose names begin with a dot are left out. The order is the same on any machine.

    Raises:
        NoDocuments: there is none.
        SourceMissing: the folder may not be read.
    """
    found: list[Path] = []
    try:
        for parent, folders, files in os.walk(folder, onerror=_raise):
            folders[:] = [name for name in folders if not name.startswith(".")]
            found += (Path(parent, name) for name in files if _is_document(name))
    except OSError as error:
        raise SourceMissing(error.filename or str(folder), f"it cannot be read ({error.strerror}).") from None
    if not found:
        kinds = ", ".join(sorted(SUFFIXES))
        raise NoDocuments(str(folder), f"there is no document in this folder ({kinds} are read).")
    return sorted(found, key=lambda path: path.as_posix())


def _is_document(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES


def _raise(error: OSError) -> None:
    raise error
