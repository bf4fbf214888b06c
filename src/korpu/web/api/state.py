"""The state of relations and the dossier of two states: what is so, according to whom, and where the sources disagree."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.openapi.spec import Example
from litestar.params import QueryParameter

from korpu.errors import WrongUse
from korpu.kinds import Section
from korpu.render.state_jsonl import state_lines
from korpu.web.composed import Composed, words_of
from korpu.web.protocol.answers import DossierAnswer, DossierSection, DossierSource, StateAnswer, StateLine
from korpu.web.protocol.cursors import cursor_of
from korpu.web.protocol.exchange import HEADERS, LINK, Asked, answer
from korpu.web.protocol.parameters import After, AsOf, KnownAt, Language, Limit, PairPath, pair_asked
from korpu.web.protocol.pinned import page_asked
from korpu.web.protocol.problems import told
from korpu.web.visit import Visit

SECTIONS = tuple(section.value for section in Section)
SectionName = Annotated[
    str | None,
    QueryParameter(
        description="Only this section of the dossier.",
        max_length=40,
        schema_extra={"enum": list(SECTIONS)},
        examples=[Example(value=SECTIONS[0])],
    ),
]
Lines = tuple[StateLine, ...]


@get(
    "/pairs/{pair:str}/state",
    sync_to_thread=True,
    responses=told(404, 503),
    response_headers=[*HEADERS, LINK],
    tags=["dossiers"],
)
def tell_state(
    visit: NamedDependency[Visit],
    request: Asked,
    pair: PairPath,
    section: SectionName = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    language: Language = "az",
    limit: Limit = 50,
    after: After = None,
) -> Response[StateAnswer]:
    """Tell the state of relations of two states line by line, as of a day: today, or the day of `known_at`, where none is given."""
    states, of_section = pair_asked(pair), _section_asked(section)
    day = visit.times.instant or dt.datetime.now(dt.UTC)
    asked = page_asked(visit, after, day.date().isoformat())
    page, place = asked.view(visit, states, page_of_state, limit, language, of_section)
    body = StateAnswer(states, asked.times.as_of, page, cursor_of(place) if place else None)
    return answer(request, body, place)


@get(
    "/pairs/{pair:str}/dossier",
    sync_to_thread=True,
    responses=told(404, 503),
    response_headers=HEADERS,
    tags=["dossiers"],
)
def tell_dossier(
    visit: NamedDependency[Visit],
    request: Asked,
    pair: PairPath,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    language: Language = "az",
    limit: Limit = 50,
) -> Response[DossierAnswer]:
    """Tell the dossier on two states: its summary, the first lines of each section, and the first of its sources."""
    states = pair_asked(pair)
    return answer(request, visit.view(states, in_sections, language, limit))


def in_sections(composed: Composed, language: str, limit: int) -> DossierAnswer:
    """Return the dossier with the first lines of each section."""
    dossier, lines = composed.dossier, composed.made(lines_of, language)
    page = composed.made(words_of, language)
    sections = []
    for section in page.sections:
        own = [line for line in lines if line.section == section.name]
        sections.append(DossierSection(section.name, section.title, len(own), tuple(own[:limit])))
    return DossierAnswer(
        pair=dossier.pair,
        as_of=dossier.as_of,
        title=page.title,
        summary=page.summary,
        newest=dossier.newest,
        claims=dossier.claims,
        findings=dossier.findings,
        disputed=len(dossier.disputed) + len(dossier.misfits),
        witnesses=dossier.witnesses,
        sections=tuple(sections),
        documents=len(dossier.sources),
        sources=tuple(
            DossierSource(source.document, source.card, source.copy_of, source.coverage)
            for source in dossier.sources[:limit]
        ),
    )


def page_of_state(
    composed: Composed, language: str, section: str | None, told: int, limit: int
) -> tuple[Lines, int]:
    """Return the lines of a section, or of all, after so many, and how many there are in all."""
    chosen = [line for line in composed.made(lines_of, language) if section in (None, line.section)]
    return tuple(chosen[told : told + limit]), len(chosen)


def lines_of(composed: Composed, language: str) -> Lines:
    """Return the lines of the state of relations."""
    return tuple(
        msgspec.json.decode(line, type=StateLine) for line in state_lines(composed.dossier, language)
    )


def _section_asked(section: str | None) -> str | None:
    if section is None or section in SECTIONS:
        return section
    raise WrongUse(f"A dossier has no section «{section}». There are: {', '.join(SECTIONS)}.")
