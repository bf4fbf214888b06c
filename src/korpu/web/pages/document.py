"""The page of a document: its text with every claim beside its sentence, and what of it was not understood."""

from __future__ import annotations

import re
from typing import Any

from litestar import Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from korpu.findings.editions import compare_editions
from korpu.ledger.document_file import DocumentFile
from korpu.render.explanation import explain_claim
from korpu.web.changes import change_told
from korpu.web.document.rereading import Rereader
from korpu.web.document.shown import ShownDocument, show
from korpu.web.errors import NoSuchPage
from korpu.web.visit import Visit

_ID = re.compile(r"[0-9a-f]{8,64}")

PATIENCE = 1.5
"""Seconds that a page waits for the reader before it asks again."""
LONGEST_WAIT = 20.0
"""Seconds that a page without scripts waits for it."""


@get("/documents/{id:str}", sync_to_thread=True)
def show_document(
    visit: NamedDependency[Visit],
    state: State,
    id: FromPath[str],
    page: FromQuery[int] = 1,
    missed: FromQuery[bool] = False,
    done: FromQuery[int | None] = None,
) -> Response[str]:
    """Show a document's text with its claims; with `missed` wait until it is known what was not understood."""
    file = file_of(visit, id)
    shown = shown_page(visit, state.rereader, file, page, LONGEST_WAIT if missed else 0)
    return visit.page("document.html.jinja", shown=shown, done=change_told(visit, done))


@get("/documents/{id:str}/coverage", sync_to_thread=True)
def show_coverage(
    visit: NamedDependency[Visit], state: State, id: FromPath[str], page: FromQuery[int] = 1
) -> Response[Any]:
    """Show the paragraphs of a page in which something was not understood, for the page that is open; or say to ask again."""
    file = file_of(visit, id)
    if not visit.is_fragment:
        return Redirect(visit.times.address(f"/documents/{file.id}", page=page, missed="true"))
    return visit.page("coverage.html.jinja", shown=shown_page(visit, state.rereader, file, page, PATIENCE))


@get("/documents/{id:str}/changes", sync_to_thread=True)
def show_changes(
    visit: NamedDependency[Visit], id: FromPath[str], source: FromQuery[str] = ""
) -> Response[str]:
    """Show what a source claims differently in this edition than in the one before."""
    file = file_of(visit, id)
    times = visit.times
    own = [one for one in file.editions if one.document_id == file.id and source in ("", one.source)]
    edition = max(own, key=lambda one: one.number, default=None)
    before = next(
        (
            one
            for one in file.editions
            if edition and one.source == edition.source and one.number == edition.number - 1
        ),
        None,
    )
    earlier, later = (
        visit.ledger.claims_in(one.document_id, times.instant, times.day) if one else []
        for one in (before, edition)
    )
    return visit.page(
        "changes.html.jinja",
        shown=show(visit, file, 1, None),
        edition=edition,
        before=before,
        found=compare_editions(earlier, later),
    )


@get("/claims/{id:str}/how", sync_to_thread=True)
def show_how(visit: NamedDependency[Visit], id: FromPath[str]) -> Response[str]:
    """Show how a claim was read, down to the words that decided each part of it."""
    claim = visit.ledger.claim(id, visit.times.instant)
    document = visit.ledger.document(claim.document)
    told = explain_claim(claim, document, visit.language)
    return visit.page("how.html.jinja", claim=claim, told=told, name=visit.interface.say.kind(claim.kind))


def file_of(visit: Visit, id: str) -> DocumentFile:
    """Return the file of the document that an address names by eight digits of its id or more.

    Raises:
        NoSuchPage: it has less, or other letters.
        korpu.ledger.errors.UnknownId: the ledger has no such document.
    """
    if not _ID.fullmatch(id.lower()):
        raise NoSuchPage(
            "There is no document «{id}». The address of a document has its id, or its first eight hex digits or more.",
            id=id[:70],
        )
    return visit.ledger.document_file(id.lower(), visit.times.instant)


def shown_page(visit: Visit, rereader: Rereader, file: DocumentFile, page: int, wait: float) -> ShownDocument:
    """Return a page of a document in words, kept while nothing changed.

    Args:
        wait: seconds to wait at most until it is known what was not understood.
    """
    coverage = file.listed.coverage if file.listed else None
    nothing_missed = coverage is not None and not coverage.not_understood
    covered = () if nothing_missed else rereader.covered(file.id, file.document, wait)
    # By what the file itself tells: while the reader was waited for, another may have changed the ledger.
    state = (file.id, file.changes[-1].number if file.changes else 0, len(file.editions))
    key = ("document", state, visit.times, visit.language, page, covered is None)
    return visit.dossiers.kept.get(key, lambda: show(visit, file, page, covered), _weight)


def _weight(shown: ShownDocument) -> int:
    """How much room a page of a document takes where it is kept, in claims of a dossier."""
    return 1 + len(shown.paragraphs) + sum(len(one.notes) for one in shown.paragraphs)
