"""What names a document, and where it can be read: the same words and the same caution in every form."""

from __future__ import annotations

from korpu.document import SourceCard
from korpu.render.wording.words import Wording


def title_of(card: SourceCard, say: Wording) -> str:
    """Return the document's title; without one, the name of its file or its address, but no path of this machine."""
    origin = card.origin or ""
    if "://" not in origin:
        origin = origin.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return card.title or origin or say.label("untitled")


def source_line(card: SourceCard, say: Wording) -> str:
    """Return the document's title, in quotation marks, its publisher and its date, in a line."""
    title = title_of(card, say)
    date = say.date(card.published) if card.published else say.label("undated_source")
    return ", ".join(part for part in (f"“{title}”" if card.title else title, card.publisher, date) if part)


def address_of(card: SourceCard) -> str:
    """Return where the document can be read: an http(s) address, else nothing, as any other may run something."""
    url = card.url or card.origin or ""
    return url if url.startswith(("http://", "https://")) else ""


def card_fields(card: SourceCard) -> dict[str, str | None]:
    """Return what a line of JSON says of a document beside its id."""
    return {
        "title": card.title,
        "publisher": card.publisher,
        "published": card.published,
        "url": card.url,
    }
