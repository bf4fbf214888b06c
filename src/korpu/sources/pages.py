"""Saved web pages (HTML): the main text and its tables, and what the page says of itself."""

from __future__ import annotations

import re

from korpu.document import Document, SourceCard
from korpu.edtf import is_edtf
from korpu.sources.card import completed
from korpu.sources.errors import SourceEmpty

_BEGINNING = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")


def is_page(text: str) -> bool:
    """Whether the text is HTML, by how it begins.

    >>> is_page("<!DOCTYPE html><title>Xəbər</title>"), is_page("Xəbər < fakt")
    (True, False)
    """
    return _BEGINNING.match(text) is not None


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page's head names, None where it names none."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else None


def read_page(html: str, source: str, card: SourceCard) -> Document:
    """Return the page's main text as a document, without menus, advertisements and footers.

    Tables and infoboxes are rows of cells, each cell followed by ` |`, one row a line. The card takes
    its title, publisher and date from the page's own metadata where `card` leaves them open; a date
    that is not in the metadata is not looked for in the text.

    Raises:
        SourceEmpty: the page has no main text (a page that a script fills, a list of links).
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    found = bare_extraction(
        html,
        url=card.url,
        include_comments=False,
        include_tables=True,
        favor_recall=True,  # an infobox is short, and looks like a menu to the precise setting
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = plain_tables(found.text or "") if isinstance(found, Page) else ""
    if not isinstance(found, Page) or not text.strip():
        raise SourceEmpty(
            source, "no main text was found in this page. Copy its text into a .txt file, then add that."
        )
    published = found.date if found.date and is_edtf(found.date) else None
    said = SourceCard(title=found.title, publisher=found.sitename, published=published, url=found.url)
    return Document(text, completed(card, said))


def plain_tables(text: str) -> str:
    r"""Return the text with Markdown table rows as plain ones, each cell followed by ` |`.

    >>> plain_tables("| İl | İxrac | \n|---|---|\n| 2020 | 4,5 | ")
    'İl | İxrac |\n---|---|\n2020 | 4,5 |'
    """
    return "\n".join(_plain_row(line) for line in text.split("\n"))


def _plain_row(line: str) -> str:
    row = line.strip()
    if _RULE.fullmatch(row):
        return row[1:].replace(" ", "")
    if row.startswith("|") and row.endswith("|") and len(row) > 1:
        return row[1:].lstrip()
    return line
