"""Put a dossier into the words of a language."""

from __future__ import annotations

from decimal import Decimal

from korpu.coverage import Coverage
from korpu.dossier.tree import Dossier, Line, Section, Source, Table
from korpu.render.entries import (
    INFERRED_MARK,
    cell_of,
    dispute_of,
    entry_of,
    gaps_of,
    move_mark,
    needs_line,
    remark_of,
    remarks_of,
)
from korpu.render.page import Bar, Chart, Entry, NotePage, Page, SectionPage, SourcePage, TablePage
from korpu.render.source_cards import address_of, title_of
from korpu.render.wording.words import Wording, wording

FORM_LABELS = (
    "contents", "reason", "inferred", "gap", "disputed", "period", "back", "note", "sentences", "skip",
    "made_by", "documents",
)  # fmt: skip

THOUSAND_FROM = Decimal(10) ** 6
"""A table counts in thousands where an amount has at least this many: exact, and with fewer digits."""


def put_into_words(dossier: Dossier, language: str) -> Page:
    """Return the dossier in a language (`az` or `en`).

    Raises:
        korpu.translations.NotTranslated: there is no such language.
    """
    say = wording(language)
    first, second = (say.state(code) for code in dossier.pair)
    letters = {source.document: letter_of(number) for number, source in enumerate(dossier.sources)}
    titles = {source.document: title_of(source.card, say) for source in dossier.sources}
    return Page(
        language=language,
        title=say.label("title", first=first, second=second),
        subtitle=say.label("subtitle"),
        facts=_facts(dossier, say),
        summary=_summary(dossier, say),
        sections=tuple(
            _section(section, dossier.pair, nothing_of(dossier, say), say) for section in dossier.sections
        ),
        disagreements=SectionPage(
            name="disagreements",
            title=say.section("disagreements"),
            entries=tuple(dispute_of(line, dossier.pair, say) for line in dossier.disputed),
            remarks=tuple(remark_of(remark, say) for remark in dossier.misfits),
            nothing="" if dossier.disputed or dossier.misfits else say.label("summary_undisputed"),
        ),
        sources_title=say.section("sources"),
        sources=tuple(_source(source, letters, titles, say) for source in dossier.sources),
        notes=tuple(
            NotePage(note.number, " ".join(note.quote.split()), letters[note.document], titles[note.document])
            for note in dossier.notes
        ),
        labels={code: say.label(code) for code in FORM_LABELS},
    )


def letter_of(number: int) -> str:
    """Return the letters that stand for a document, by its number from 0.

    >>> letter_of(0), letter_of(25), letter_of(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _facts(dossier: Dossier, say: Wording) -> tuple[tuple[str, str], ...]:
    return (
        (say.label("as_of"), say.date(dossier.as_of) if dossier.as_of else say.label("everything")),
        (say.label("newest"), say.date(dossier.newest) if dossier.newest else say.label("unknown_date")),
        (say.label("documents"), str(len(dossier.sources))),
        (say.label("witnesses"), str(dossier.witnesses)),
        (say.label("claims"), str(dossier.claims)),
        (say.label("disputes"), _disputes(dossier, say)),
    )


def _disputes(dossier: Dossier, say: Wording) -> str:
    """How many disagreements there are, and how many of them are open, where some are not."""
    count, are_open = str(dossier.disputes), str(dossier.open_disputes)
    return count if count == are_open else say.label("disputes_open", count=count, open=are_open)


def _summary(dossier: Dossier, say: Wording) -> str:
    """One paragraph: what the dossier rests on, how new it is, and what it does not know."""
    disputes, decided = dossier.disputes, dossier.disputes - dossier.open_disputes
    stale = sum(line.statement.is_undated for section in dossier.sections for line in section.all_lines())
    empty = [say.section(section.name) for section in dossier.sections if section.is_empty]
    told = [
        say.label(
            "summary",
            claims=str(dossier.claims),
            claims_counted=say.count(dossier.claims, "claim"),
            documents=str(len(dossier.sources)),
            documents_counted=say.count(len(dossier.sources), "document"),
            witnesses=str(dossier.witnesses),
        )
    ]
    if dossier.as_of:
        told.append(say.label("summary_as_of", date=say.date(dossier.as_of)))
    if dossier.newest:
        told.append(say.label("summary_newest", date=say.date(dossier.newest)))
    if dossier.undated and dossier.undated < len(dossier.sources):
        told.append(say.label("summary_undated", count=str(dossier.undated)))
    elif dossier.undated:
        told.append(say.label("summary_all_undated"))
    told.append(
        say.label("summary_disputed", count=str(disputes)) if disputes else say.label("summary_undisputed")
    )
    if decided:
        told.append(say.label("summary_decided", count=str(decided)))
    if stale:
        told.append(say.label("summary_stale", count=str(stale)))
    gaps = sum(len(section.gaps) for section in dossier.sections)
    if gaps:
        told.append(say.label("summary_gaps", count=str(gaps)))
    if empty:
        code = "summary_absent_by" if dossier.by else "summary_absent"
        told.append(say.label(code, sections="; ".join(empty)))
    return " ".join(told)


def nothing_of(dossier: Dossier, say: Wording) -> str:
    """Return what is said of a section on which the ledger, or the one whose word is asked for, says nothing."""
    return say.label("nothing_by" if dossier.by else "nothing")


def _section(section: Section, pair: tuple[str, str], nothing: str, say: Wording) -> SectionPage:
    return SectionPage(
        name=section.name,
        title=say.section(section.name),
        tables=tuple(_table(table, pair, say) for table in section.tables),
        entries=tuple(entry_of(line, pair, say) for line in section.lines),
        remarks=remarks_of(section, say),
        gaps=gaps_of(section, say),
        nothing=nothing if section.is_empty and not section.gaps else "",
    )


def _table(table: Table, pair: tuple[str, str], say: Wording) -> TablePage:
    scale = _scale(table)
    unit = say.grammar.unit_name(table.unit) if table.unit else ""
    unit = say.label("thousand_unit", unit=unit) if scale else unit
    heads = tuple(say.column(column.kind, column.roles) for column in table.columns)
    lines = [line for row in table.rows for line in row.cells if line]
    caption = say.label("table")
    return TablePage(
        caption=f"{caption}. {say.label('table_unit', unit=unit)}" if unit else caption,
        head=(say.label("period"), *heads),
        rows=tuple(
            (
                say.date(row.when),
                tuple(cell_of(line, table.unit, scale, say) if line else None for line in row.cells),
            )
            for row in table.rows
        ),
        notes=(f"{INFERRED_MARK} {say.label('unit_note')}",) if table.unit_inferred else (),
        entries=tuple(entry_of(line, pair, say) for line in lines if needs_line(line, say)),
        chart=_chart(table, heads, unit, scale, say),
    )


def _scale(table: Table) -> int:
    values = [line.statement.value for row in table.rows for line in row.cells if line]
    amounts = [Decimal(value.amount) for value in values if value and value.unit == table.unit]
    return 3 if table.unit and max(map(abs, amounts), default=Decimal(0)) >= THOUSAND_FROM else 0


def _chart(table: Table, heads: tuple[str, ...], unit: str, scale: int, say: Wording) -> Chart | None:
    """The years' amounts in the table's unit, where there are two years or more."""
    if table.unit is None:
        return None
    years = [row for row in table.rows if row.when.isdigit()]
    money = [
        number
        for number in range(len(heads))
        if any(_amount(row.cells[number], table.unit) is not None for row in years)
    ]
    if len(years) < 2 or not money:
        return None
    codes = ["chart_note"] if any(cell and cell.is_disputed for row in years for cell in row.cells) else []
    return Chart(
        title=say.label("chart"),
        notes=tuple(say.label(code) for code in (*codes, "chart_sources")),
        unit=unit,
        series=tuple(heads[number] for number in money),
        rows=tuple(
            (row.when, tuple(_bar(row.cells[number], table.unit, scale, say) for number in money))
            for row in years
        ),
    )


def _amount(line: Line | None, unit: str) -> Decimal | None:
    value = line.statement.value if line else None
    return Decimal(value.amount) if value and value.unit == unit else None


def _bar(line: Line | None, unit: str, scale: int, say: Wording) -> Bar | None:
    if line is None or _amount(line, unit) is None or line.statement.value is None:
        return None
    cell: Entry = cell_of(line, unit, scale, say)
    return Bar(
        Decimal(move_mark(line.statement.value.amount, scale)),
        cell.phrase.text,
        line.statement.notes,
        line.is_disputed,
    )


def _coverage(coverage: Coverage, say: Wording) -> str:
    """How much of a document was understood, in one phrase."""
    told = say.label(
        "coverage", sentences=say.count(coverage.sentences, "sentence"), claims=str(coverage.claim)
    )
    missed = coverage.not_understood
    return told + (f", {say.label('coverage_missed', count=str(missed))}" if missed else "")


def _source(source: Source, letters: dict[str, str], titles: dict[str, str], say: Wording) -> SourcePage:
    card = source.card
    dated = (
        say.label("published", date=say.date(card.published))
        if card.published
        else say.label("undated_source")
    )
    details = [card.publisher or "", dated]
    if source.copy_of:
        original = letters.get(source.copy_of)
        details.append(say.label("copy_of") + (f" ({original})" if original else ""))
    if source.coverage:
        details.append(_coverage(source.coverage, say))
    return SourcePage(
        letter=letters[source.document],
        title=titles[source.document],
        details=tuple(detail for detail in details if detail),
        url=address_of(card),
        notes=source.notes,
    )
