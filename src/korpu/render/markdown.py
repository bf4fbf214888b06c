"""The dossier as Markdown, its sentences as footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from korpu.render.page import Entry, Page, Phrase, SectionPage, TablePage

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)")


def render_markdown(page: Page) -> str:
    """Return the page as one Markdown text (with tables and footnotes), a line end at its end.

    Text from documents is escaped, so that it stands as it was written.
    """
    return "\n".join(_lines(page)).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """Return the text so that Markdown shows it as it is, on one line.

    >>> escape("2 * 3 <b> [x]")
    '2 \\\\* 3 \\\\<b\\\\> \\\\[x\\\\]'
    """
    text = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _LINE_START.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", text)


def _lines(page: Page) -> Iterator[str]:
    yield from (f"# {escape(page.title)}", "", f"*{escape(page.subtitle)}*", "")
    yield from (f"- {escape(label)}: {escape(value)}" for label, value in page.facts)
    yield from ("", escape(page.summary), "")
    for section in (*page.sections, page.disagreements):
        yield from _section(section, page)
    yield from _sources(page)
    yield from (
        _footnote(note.number, f"«{note.quote}» – {note.letter}. {note.source}") for note in page.notes
    )
    yield from ("", f"*{escape(page.labels['made_by'])}*")


def _footnote(number: int, text: str) -> str:
    return f"[^{number}]: {escape(text)}"


def _section(section: SectionPage, page: Page) -> Iterator[str]:
    yield from (f"## {escape(section.title)}", "")
    if section.nothing:
        yield from (escape(section.nothing), "")
    for table in section.tables:
        yield from _table(table, page)
    for entry in section.entries:
        yield from _entry(entry, page)
    for remark in section.remarks:
        yield f"- *{escape(page.labels['inferred'])}:* {phrase(remark)}"
    for gap in section.gaps:
        yield f"- **?** *{escape(page.labels['gap'])}:* {phrase(gap)}"
    if section.entries or section.remarks or section.gaps:
        yield ""


def _table(table: TablePage, page: Page) -> Iterator[str]:
    yield from (f"**{escape(table.caption)}**", "")
    yield _row(map(escape, table.head))
    yield _row(["---", *["---:"] * (len(table.head) - 1)])
    for head, cells in table.rows:
        yield _row([escape(head), *(_cell(cell) for cell in cells)])
    yield ""
    for note in table.notes:
        yield from (escape(note), "")
    for entry in table.entries:
        yield from _entry(entry, page)
    if table.entries:
        yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Entry | None) -> str:
    if cell is None:
        return "–"
    return " ≠ ".join((phrase(cell.phrase), *(phrase(other.phrase) for other in cell.others)))


def _entry(entry: Entry, page: Page) -> Iterator[str]:
    mark = "≠ " if entry.is_disputed else ""
    yield f"- {mark}{phrase(entry.phrase)}"
    for other in entry.others:
        lead = f"**{escape(other.lead)}:**" if other.is_contrary else f"{escape(other.lead)}:"
        reason = f" *{escape(other.reason)}*" if other.reason else ""
        yield f"    - {lead} {phrase(other.phrase)}.{reason}"
    if entry.decided:
        yield f"    - **{escape(entry.decided)}**"
    for remark in entry.remarks:
        yield f"    - {phrase(remark)}"
    if entry.earlier:
        earlier = "; ".join(phrase(one) for one in entry.earlier)
        yield f"    - {escape(entry.earlier_lead)}: {earlier}"


def phrase(words: Phrase) -> str:
    """Return words with their tags in brackets and their footnotes."""
    tags = "; ".join(escape(tag.text) + references(tag.notes) for tag in words.tags)
    return escape(words.text) + (f" ({tags})" if tags else "") + references(words.notes)


def references(notes: Sequence[int]) -> str:
    """Return the footnote references of the sentences.

    >>> references((1, 12))
    '[^1][^12]'
    """
    return "".join(f"[^{number}]" for number in notes)


def _sources(page: Page) -> Iterator[str]:
    yield from (f"## {escape(page.sources_title)}", "")
    for source in page.sources:
        details = ", ".join(escape(detail) for detail in source.details)
        url = f" <{source.url}>" if source.url and not re.search(r"[\s<>]", source.url) else ""
        yield f"- **{source.letter}.** {escape(source.title)}{f', {details}' if details else ''}{url}"
    yield ""
