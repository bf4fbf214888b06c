"""What the page of a document shows: its card and editions, one page of its text, and its claims as of the times asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from korpu.as_of import is_told_by
from korpu.claims import Claim
from korpu.coverage import Covered
from korpu.document import SourceCard
from korpu.kinds import Section
from korpu.ledger.changes import Change
from korpu.ledger.document_file import DocumentFile
from korpu.ledger.documents import StoredDocument
from korpu.render.source_cards import address_of, title_of
from korpu.web.document.paragraphs import page_of, pages_of
from korpu.web.document.told import (
    SIGNS,
    ClaimNote,
    MissNote,
    ParagraphWords,
    misses_of,
    notes_of,
    put_paragraph,
)
from korpu.web.times import Times
from korpu.web.visit import Visit


class EditionLine(msgspec.Struct, frozen=True):
    """A source that says, or said, what the document says: which of its editions this is, and the last one's document."""

    source: str
    number: int
    last: int
    newest: str


class ShownDocument(msgspec.Struct, frozen=True):
    """One page of a document, in words.

    Attributes:
        url: where it can be read; empty where it cannot.
        added: the change by which the ledger learnt it; None where it had not by the instant asked.
        withdrawal: the change by which it is withdrawn as a whole.
        sections: each section that has claims: its name, title, sign, and how many stand.
        standing, withdrawn, later: how many claims stand, were withdrawn, and tell of times after the day asked.
        page, pages: the number of this page of the text, and of how many.
        missed: the sentences of this page that were not understood; None where that is not known yet.
        may_be_missed: whether there may be any.
        missed_elsewhere: how many there are on other pages.
    """

    id: str
    card: SourceCard
    title: str
    url: str
    listed: StoredDocument | None
    added: Change | None
    withdrawal: Change | None
    editions: tuple[EditionLine, ...]
    sections: tuple[tuple[str, str, str, int], ...]
    standing: int
    withdrawn: int
    later: int
    page: int
    pages: int
    paragraphs: tuple[ParagraphWords, ...]
    missed: tuple[MissNote, ...] | None
    may_be_missed: bool
    missed_elsewhere: int = 0


def show(visit: Visit, file: DocumentFile, page: int, covered: Sequence[Covered] | None) -> ShownDocument:
    """Return a page of a document in the visit's language, as of its times.

    Args:
        page: its number; the nearest that there is, where there is none of it.
        covered: what became of each sentence; None where that is not known.
    """
    say, times = visit.interface.say, visit.times
    shown, later = _told_by(file, times)
    notes = notes_of(file, shown, say)
    parts = pages_of(file.document)
    page = min(max(1, page), len(parts))
    misses = None if covered is None else misses_of(covered, notes, say)
    here = [miss for miss in misses or () if page_of(parts, miss.span.start) == page]
    stand = [note for note in notes if note.withdrawal is None]
    return ShownDocument(
        id=file.id,
        card=file.document.card,
        title=title_of(file.document.card, say),
        url=address_of(file.document.card),
        listed=file.listed,
        added=next((one for one in file.changes if one.action == "add" and one.subject == file.id), None),
        withdrawal=file.withdrawals.get(file.id),
        editions=tuple(_editions(file)),
        sections=_sections(stand, visit),
        standing=len(stand),
        withdrawn=len(notes) - len(stand),
        later=later,
        page=page,
        pages=len(parts),
        paragraphs=tuple(put_paragraph(file.document.text, one, notes, here) for one in parts[page - 1]),
        missed=None if misses is None else tuple(here),
        may_be_missed=file.listed is not None
        and (file.listed.coverage is None or file.listed.coverage.not_understood > 0),
        missed_elsewhere=len(misses or ()) - len(here),
    )


def _told_by(file: DocumentFile, times: Times) -> tuple[list[Claim], int]:
    """The claims of a file as of a day, and how many tell of later times."""
    published = file.document.card.published
    shown = [claim for claim in file.claims if is_told_by(claim, published, times.day)]
    return shown, len(file.claims) - len(shown)


def _sections(notes: Sequence[ClaimNote], visit: Visit) -> tuple[tuple[str, str, str, int], ...]:
    counts = Counter(note.section for note in notes)
    title = visit.interface.say.section
    return tuple(
        (one.value, title(one.value), SIGNS[one.value], counts[one.value])
        for one in Section
        if counts[one.value]
    )


def _editions(file: DocumentFile) -> list[EditionLine]:
    """The sources that say what the document says, where they said something else before or since."""
    last = {edition.source: edition for edition in file.editions}
    return [
        EditionLine(one.source, one.number, last[one.source].number, last[one.source].document_id)
        for one in file.editions
        if one.document_id == file.id and last[one.source].number > 1
    ]
