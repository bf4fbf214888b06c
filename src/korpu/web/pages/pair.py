"""The page of two states: the dossier, its key facts, and the sentence behind every figure."""

from __future__ import annotations

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from korpu.dossier import Dossier
from korpu.dossier.key_facts import key_facts
from korpu.dossier.tree import Note
from korpu.render.entries import entry_of
from korpu.render.page import Entry, Page, SectionPage
from korpu.render.words import put_into_words
from korpu.web.errors import NoSuchPage
from korpu.web.pairs_asked import pair_of, path_of
from korpu.web.visit import Visit

MOST_LINES = 30
"""Lines of a section that the page of two states shows; the section's own page has all."""
MOST_SOURCES = 12


class PairWords(msgspec.Struct, frozen=True):
    """A dossier in words as its pages need it.

    Attributes:
        facts: the key facts, each with what it is about.
        sentences: the notes by their numbers.
    """

    page: Page
    facts: tuple[tuple[str, Entry], ...]
    sentences: dict[int, Note]
    claims: int
    disputes: int


@get("/{pair:str}", sync_to_thread=True)
def show_pair(visit: NamedDependency[Visit], pair: FromPath[str]) -> Response[str]:
    """Show the dossier on two states; of long sections the beginning."""
    states = pair_of(pair)
    words = pair_words(visit, states)
    return visit.page(
        "pair.html.jinja",
        words=words,
        path=path_of(states),
        codes=states,
        tab="dossier",
        most=MOST_LINES,
        most_sources=MOST_SOURCES,
    )


@get("/{pair:str}/sections/{name:str}", sync_to_thread=True)
def show_section(visit: NamedDependency[Visit], pair: FromPath[str], name: FromPath[str]) -> Response[str]:
    """Show all of one section of the dossier."""
    states = pair_of(pair)
    words = pair_words(visit, states)
    section = _section(words.page, name)
    return visit.page(
        "section.html.jinja", words=words, path=path_of(states), codes=states, tab="dossier", section=section
    )


def _section(page: Page, name: str) -> SectionPage:
    for section in page.sections:
        if section.name == name:
            return section
    there = ", ".join(section.name for section in page.sections)
    raise NoSuchPage(f"A dossier has no section «{name[:60]}». There are: {there}.")


def pair_words(visit: Visit, pair: tuple[str, str]) -> PairWords:
    """Return the dossier on two states in the visit's language, at the times that it asks for."""
    return visit.dossiers.made(
        visit.ledger,
        pair,
        visit.times,
        ("words", visit.language),
        lambda: put(visit.dossiers.dossier(visit.ledger, pair, visit.times), visit.language),
    )


def put(dossier: Dossier, language: str) -> PairWords:
    """Return a dossier in words."""
    from korpu.render.wording.words import wording

    say = wording(language)
    facts = tuple(
        (say.subject(line.statement), entry_of(line, dossier.pair, say)) for line in key_facts(dossier)
    )
    return PairWords(
        page=put_into_words(dossier, language),
        facts=facts,
        sentences={note.number: note for note in dossier.notes},
        claims=dossier.claims,
        disputes=dossier.open_disputes,
    )
