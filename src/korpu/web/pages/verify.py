"""Verify: a draft held against the ledger, claim by claim, with what to write instead. Nothing of it is kept."""

from __future__ import annotations

from typing import Any

import msgspec
from anyio import to_thread
from litestar import MediaType, Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency

from korpu.document import SourceCard
from korpu.errors import KorpuError, WrongUse
from korpu.intake import Failure
from korpu.known_at import instants, one_date
from korpu.render.corrected import CorrectedDraft, correct_draft
from korpu.render.html import FOLDER
from korpu.render.html.verified import paragraphs, pieces
from korpu.render.verified import VerifiedPage, put_verified_into_words
from korpu.render.verified_terminal import SIGNS
from korpu.states import find_state
from korpu.web.given import Given, shown_name, text_of, warm_up
from korpu.web.pairs_asked import pair_of
from korpu.web.safety.rights import FOR_READERS
from korpu.web.times import Times
from korpu.web.verifying import Verified
from korpu.web.visit import Visit

LONGEST_DRAFT = 400_000
"""Bytes of a draft: a book's chapter, and some seconds of reading."""


class Asked(msgspec.Struct, frozen=True):
    """What the form says, as it was typed."""

    text: str = ""
    first: str = ""
    second: str = ""
    as_of: str = ""
    known_at: str = ""
    published: str = ""

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two states that the draft's claims are to be on; None for all.

        Raises:
            KorpuError: one of them is no state, or there is only one.
        """
        if not (self.first or self.second):
            return None
        if not (self.first and self.second):
            raise WrongUse("Name both states, or none of them.")
        pair = find_state(self.first), find_state(self.second)
        if pair[0] == pair[1]:
            raise WrongUse("Name two states; these are one.")
        return pair

    @property
    def times(self) -> Times:
        """The times that it is asked for.

        Raises:
            WrongUse: one of them is no date.
        """
        for date in (self.as_of, self.published):
            if date:
                one_date(date)
        if self.known_at:
            instants(self.known_at)
        return Times(self.as_of or None, self.known_at or None)


@get("/verify", sync_to_thread=False)
def ask_for_draft(visit: NamedDependency[Visit]) -> Response[str]:
    """Show the form for a draft; `?pair=az-kz` fills in two states."""
    visit.workers.warm(warm_up)
    first, second = pair_of(visit.query["pair"]) if visit.query.get("pair") else ("", "")
    times = visit.times
    return _form(visit, Asked("", first, second, times.as_of or "", times.known_at or ""))


@get("/verify/verified.css", media_type=MediaType.CSS, sync_to_thread=False)
def show_style() -> Response[bytes]:
    """Return the style that a verified draft has in every form."""
    return Response((FOLDER / "verified.css").read_bytes(), media_type=MediaType.CSS)


@post("/verify", status_code=200, opt=FOR_READERS)
async def verify_draft(request: Request[Any, Any, Any], visit: NamedDependency[Visit]) -> Response[str]:
    """Show what the ledger says of a draft that was pasted or uploaded."""
    form = await request.form()
    fields = {name: str(form.get(name, "")).strip() for name in Asked.__struct_fields__ if name != "text"}
    # A form sends line ends as two signs; positions in the text are counted with one.
    asked = Asked(text=str(form.get("text", "")).replace("\r\n", "\n"), **fields)
    file = form.get("file")
    name, data = visit.interface.text("Pasted text"), text_of(asked.text)
    if isinstance(file, UploadFile) and file.filename:
        name, data = shown_name(file.filename), await file.read()
    return await to_thread.run_sync(_answer, visit, asked, name, data)


def _answer(visit: Visit, asked: Asked, name: str, data: bytes) -> Response[str]:
    try:
        return _verified(visit, asked, name, data)
    except KorpuError as error:
        return _form(visit, asked, visit.interface.tell(error))


def _verified(visit: Visit, asked: Asked, name: str, data: bytes) -> Response[str]:
    pair, times = asked.pair, asked.times
    if len(data) > LONGEST_DRAFT:
        raise WrongUse(
            "The draft has {bytes} bytes; one that is verified here may have {most}. Split it.",
            bytes=visit.interface.number(len(data)),
            most=visit.interface.number(LONGEST_DRAFT),
        )
    if not data.strip():
        raise WrongUse("There is no draft. Paste its text, or choose its file.")
    given = Given(name, data, SourceCard(published=asked.published or None), is_named=False)
    found = visit.verify(given, pair, times)
    if isinstance(found, Failure):
        raise KorpuError(found.message)
    page, corrected = _words(visit, found)
    return _page(visit, asked, page=page, corrected=corrected, link=times.address)


def _words(visit: Visit, found: Verified) -> tuple[VerifiedPage, CorrectedDraft]:
    reading, held = found
    page = put_verified_into_words(
        reading.source, reading.document, reading.covered, held.checked, held.cards, visit.language
    )
    return page, correct_draft(reading.document.text, held.checked)


def _form(visit: Visit, asked: Asked, problem: str = "") -> Response[str]:
    return _page(visit, asked, problem)


def _page(visit: Visit, asked: Asked, problem: str = "", **told: Any) -> Response[str]:
    return visit.page(
        "verify.html.jinja",
        status=400 if problem else 200,
        asked=asked,
        problem=problem,
        paragraphs=paragraphs,
        pieces=pieces,
        signs=SIGNS,
        **{"page": None, "corrected": None, "link": None} | told,
    )
