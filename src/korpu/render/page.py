"""The dossier in the words of a language: what every form (terminal, Markdown, HTML) only has to set."""

from __future__ import annotations

from decimal import Decimal

import msgspec


class Tag(msgspec.Struct, frozen=True):
    """What must be said beside a statement: that it is an estimate, whose words it is, that it is stale.

    Attributes:
        code: the label's name; a form may show some of them otherwise than others.
        notes: the sentences that it holds of; empty where it holds of all.
    """

    code: str
    text: str
    notes: tuple[int, ...] = ()


class Phrase(msgspec.Struct, frozen=True):
    """Words with the numbers of the sentences that say so; in an excerpt, of the first of them, and how many more do."""

    text: str
    notes: tuple[int, ...]
    tags: tuple[Tag, ...] = ()
    more_notes: int = 0


class Other(msgspec.Struct, frozen=True):
    """Another answer.

    Attributes:
        is_contrary: whether it contradicts the first.
        lead: the words before it («But», «Also said»).
        reason: how it stands to the first, as a sentence; empty where that goes without saying.
    """

    is_contrary: bool
    lead: str
    phrase: Phrase
    reason: str


class Entry(msgspec.Struct, frozen=True):
    """One finding in words.

    Attributes:
        standing: how it stands, and how many say so («agreed · 2 documents»); empty where that is not asked.
        why: why it stands so, a sentence; empty where that goes without saying.
        decided: of a dispute, who decided what, when and why, in a sentence or two; empty where nobody did.
        more_others, more_earlier: how many more there are than an excerpt has.
    """

    phrase: Phrase
    is_disputed: bool = False
    others: tuple[Other, ...] = ()
    earlier_lead: str = ""
    earlier: tuple[Phrase, ...] = ()
    remarks: tuple[Phrase, ...] = ()
    standing: str = ""
    why: str = ""
    decided: str = ""
    more_others: int = 0
    more_earlier: int = 0


class Bar(msgspec.Struct, frozen=True):
    """One amount of a chart, its sentences, and whether sources disagree on it."""

    amount: Decimal
    text: str
    notes: tuple[int, ...]
    is_disputed: bool


class Chart(msgspec.Struct, frozen=True):
    """Amounts by year.

    Attributes:
        notes: what must be said below it.
        unit: the unit in words, with its scale.
        series: the series' names.
        rows: for each year one bar a series, None where nothing is known.
    """

    title: str
    notes: tuple[str, ...]
    unit: str
    series: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Bar | None, ...]], ...]


class TablePage(msgspec.Struct, frozen=True):
    """A table in words.

    Attributes:
        rows: the head of each row and its cells.
        notes: what must be said below it.
        entries: the disagreements within it, each as a line with its reason.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Entry | None, ...]], ...]
    notes: tuple[str, ...]
    entries: tuple[Entry, ...]
    chart: Chart | None


class SectionPage(msgspec.Struct, frozen=True):
    """A section in words; `gaps` is what it should say and cannot, `nothing` says so where it is empty."""

    name: str
    title: str
    tables: tuple[TablePage, ...] = ()
    entries: tuple[Entry, ...] = ()
    remarks: tuple[Phrase, ...] = ()
    gaps: tuple[Phrase, ...] = ()
    nothing: str = ""


class SourcePage(msgspec.Struct, frozen=True):
    """A document: its letter, title, and what else is known of it.

    Attributes:
        url: where it can be read, an http(s) address; empty where that is not known.
    """

    letter: str
    title: str
    details: tuple[str, ...]
    url: str
    notes: tuple[int, ...]


class NotePage(msgspec.Struct, frozen=True):
    """A sentence: its number, its words, and its document's letter and title."""

    number: int
    quote: str
    letter: str
    source: str


class Page(msgspec.Struct, frozen=True):
    """A dossier in words.

    Attributes:
        facts: labels and values for the head.
        labels: further words that a form needs, by code.
    """

    language: str
    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    summary: str
    sections: tuple[SectionPage, ...]
    disagreements: SectionPage
    sources_title: str
    sources: tuple[SourcePage, ...]
    notes: tuple[NotePage, ...]
    labels: dict[str, str]
