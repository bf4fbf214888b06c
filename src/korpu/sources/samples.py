"""The documents that ship with Körpü, for a first look."""

from __future__ import annotations

from korpu.document import Document, SourceCard
from korpu.lexicon import PACKAGE, read_table


def read_samples() -> list[Document]:
    """Return the sample documents in the order of their file names, each with its source card.

    >>> read_samples()[2].card.published
    '2024-04'
    """
    documents = []
    for row in sorted(read_table("samples", "cards"), key=lambda row: row["file"]):
        text = (PACKAGE / "samples" / row["file"]).read_text(encoding="utf-8")
        known = {field: row[field] or None for field in ("title", "publisher", "published", "url")}
        documents.append(Document(text, SourceCard(origin=row["file"], language="az", **known)))
    return documents
