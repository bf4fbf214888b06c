"""The state of relations in words: every finding a line, with how it stands, how many say so, and why."""

from __future__ import annotations

import msgspec

from korpu.dossier.tree import Dossier, Line, Section
from korpu.render.entries import entry_of, gaps_of, remarks_of
from korpu.render.page import Entry, Page, SectionPage
from korpu.render.wording.words import Wording, wording
from korpu.render.words import nothing_of, put_into_words

Asked = tuple[tuple[str, str], ...]
"""What was asked beside the pair and the day: labels' codes with what was given («by», «Customs Committee»)."""


def put_state_into_words(dossier: Dossier, language: str, asked: Asked = ()) -> Page:
    """Return the state of relations in a language (`az` or `en`): the dossier's lines, none in a table.

    Args:
        asked: whose word was asked for, and by what rule disputes were settled.

    Raises:
        korpu.translations.NotTranslated: there is no such language.
    """
    say = wording(language)
    page = put_into_words(dossier, language)
    first, *rest = page.facts
    return msgspec.structs.replace(
        page,
        subtitle=say.label("state_subtitle"),
        facts=(first, *((say.label(code), words) for code, words in asked), *rest),
        sections=tuple(
            _section(section, dossier.pair, nothing_of(dossier, say), say) for section in dossier.sections
        ),
    )


def _section(section: Section, pair: tuple[str, str], nothing: str, say: Wording) -> SectionPage:
    return SectionPage(
        name=section.name,
        title=say.section(section.name),
        entries=tuple(state_entry(line, pair, say) for line in section.all_lines()),
        remarks=remarks_of(section, say),
        gaps=gaps_of(section, say),
        nothing=nothing if section.is_empty and not section.gaps else "",
    )


def state_entry(line: Line, pair: tuple[str, str], say: Wording) -> Entry:
    """Return a line in words, with how it stands and why."""
    entry = entry_of(line, pair, say)
    told = {other.reason for other in entry.others} | {remark.text for remark in entry.remarks}
    why = say.reason(line.reason)
    return msgspec.structs.replace(
        entry, standing=standing_of(line, say), why="" if why in told or _goes_without_saying(line) else why
    )


def standing_of(line: Line, say: Wording) -> str:
    """Return how a line stands in a few words: its status, and how many documents and witnesses there are."""
    status = str(say.words["statuses"][line.status])
    if line.documents == 0:
        return status
    documents = say.count(line.documents, "document")
    if line.documents == line.witnesses:
        return f"{status} · {documents}"
    return f"{status} · {documents}, {say.count(line.witnesses, 'witness')}"


def _goes_without_saying(line: Line) -> bool:
    """One sentence that says so says what the status does; so do several witnesses who agree."""
    return (
        line.reason.code in ("one_claim", "one_document", "same_answer_witnesses") and not line.reason.notes
    )
