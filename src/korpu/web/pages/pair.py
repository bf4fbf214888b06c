"""The page of two states: the dossier, its key facts, and the sentence behind every figure."""

from __future__ import annotations

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from korpu.dossier.key_facts import key_facts
from korpu.dossier.tree import Note
from korpu.render.entries import entry_of
from korpu.render.excerpt import Excerpt, Measure, excerpt, numbers_in, shortened
from korpu.render.page import Entry, Page, SourcePage
from korpu.render.wording.words import wording
from korpu.web.composed import Composed, sentences_of, words_of
from korpu.web.errors import NoSuchPage
from korpu.web.pairs_asked import pair_of, path_of
from korpu.web.visit import Visit

BRIEF = Measure(lines=30, rows=60, is_latest=True, others=6, notes=8)
"""How much of a section the page of two states shows."""
LONG = Measure(lines=200, rows=200, is_latest=False, others=100, notes=100)
"""How much of a section a page of its own shows."""
MOST_SOURCES = 12
"""Documents that the page of two states lists, the latest."""


class PairWords(msgspec.Struct, frozen=True):
    """As much of a dossier in words as its page shows.

    Attributes:
        page: the dossier in words without its sections, documents and sentences.
        facts: the key facts, each with what it is about.
        sources: the latest documents; `documents` says how many there are.
        sentences: the notes that are referred to, by their numbers.
    """

    page: Page
    facts: tuple[tuple[str, Entry], ...]
    sections: tuple[Excerpt, ...]
    sources: tuple[SourcePage, ...]
    documents: int
    sentences: dict[int, Note]
    claims: int
    disputes: int


class SectionWords(msgspec.Struct, frozen=True):
    """A part of a section in words, with the notes that it refers to; `page` as in `PairWords`."""

    page: Page
    part: Excerpt
    sentences: dict[int, Note]


@get("/{pair:str}", sync_to_thread=True)
def show_pair(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[str]:
    """Show the dossier on two states; of long sections the beginning."""
    states = pair_of(pair)
    words = visit.view(states, pair_words, visit.language)
    return visit.page("pair.html.jinja", words=words, path=path_of(states), codes=states, tab="dossier")


@get("/{pair:str}/sections/{name:str}", sync_to_thread=True)
def show_section(
    visit: NamedDependency[Visit], pair: FromPath[str], name: FromPath[str], page: FromQuery[int] = 1
) -> Response[str]:
    """Show one section of the dossier whole, a page of it at a time."""
    states = pair_of(pair)
    found = visit.view(states, section_words, visit.language, name, page)
    if isinstance(found, tuple):
        raise NoSuchPage(
            "A dossier has no section «{name}». There are: {sections}.",
            name=name[:60],
            sections=", ".join(found),
        )
    return visit.page("section.html.jinja", words=found, path=path_of(states), codes=states, tab="dossier")


def pair_words(composed: Composed, language: str) -> PairWords:
    """Return the dossier in words as its page shows it."""
    page, dossier, say = composed.made(words_of, language), composed.dossier, wording(language)
    facts = tuple(
        (say.subject(line.statement), shortened(entry_of(line, dossier.pair, say), BRIEF))
        for line in key_facts(dossier)
    )
    sections = tuple(excerpt(section, BRIEF) for section in page.sections)
    sources = page.sources[-MOST_SOURCES:][::-1]
    numbers = {number for section in sections for number in section.numbers()}
    numbers |= {number for _, fact in facts for number in numbers_in(fact.phrase)}
    numbers |= {source.notes[0] for source in sources}
    return PairWords(
        page=_without_lines(page),
        facts=facts,
        sections=sections,
        sources=sources,
        documents=len(page.sources),
        sentences=sentences_of(composed, numbers),
        claims=dossier.claims,
        disputes=dossier.open_disputes,
    )


def section_words(
    composed: Composed, language: str, name: str, number: int
) -> SectionWords | tuple[str, ...]:
    """Return a part of a section in words; the names of all sections, where there is none of that name."""
    page = composed.made(words_of, language)
    for section in page.sections:
        if section.name == name:
            part = excerpt(section, LONG, number)
            return SectionWords(_without_lines(page), part, sentences_of(composed, part.numbers()))
    return tuple(section.name for section in page.sections)


def _without_lines(page: Page) -> Page:
    disagreements = msgspec.structs.replace(page.disagreements, entries=(), remarks=())
    return msgspec.structs.replace(page, sections=(), disagreements=disagreements, sources=(), notes=())
