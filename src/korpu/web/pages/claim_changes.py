"""What editors do to claims: find one right, correct it, take it back, restore it, make one of words of a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from litestar import Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, FromQuery
from litestar.response import Redirect

from korpu.claims import Claim
from korpu.document import Document
from korpu.errors import KorpuError, WrongUse
from korpu.kinds import kinds
from korpu.languages import language_or_default
from korpu.ledger.document_file import DocumentFile
from korpu.ledger.errors import AlreadySo
from korpu.reading.sentences import Block, split_sentences
from korpu.states import name_key, state_codes
from korpu.web.changes import change_told, given_reason, reason_in
from korpu.web.document.form import fields_of, given_by, kinds_by_section, read_form
from korpu.web.document.paragraphs import page_of, pages_of
from korpu.web.document.undoing import correction_of
from korpu.web.errors import NoSuchPage
from korpu.web.pages.claim import place_of
from korpu.web.pages.document import file_of, shown_page
from korpu.web.safety.rights import FOR_EDITORS
from korpu.web.visit import Visit

LONGEST_QUOTE = 3_000
"""Code points of the words that a claim may be made of: a sentence or a few, and no whole page."""


class Said(msgspec.Struct):
    """What the small forms beside a claim bring."""

    because: str = ""


Brought = Annotated[Said, Body(media_type=RequestEncodingType.URL_ENCODED)]
Filled = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.URL_ENCODED)]


@post("/claims/{id:str}/accept", sync_to_thread=True)
def accept_claim(
    visit: NamedDependency[Visit], state: State, id: FromPath[str], data: Brought
) -> Response[Any]:
    """Note that a person found the claim right."""
    return _change(
        visit, state, id, lambda whole: visit.ledger.accept(whole, reason_in(visit, data.because) or None)
    )


@post("/claims/{id:str}/unaccept", sync_to_thread=True)
def unaccept_claim(
    visit: NamedDependency[Visit], state: State, id: FromPath[str], data: Brought
) -> Response[Any]:
    """Undo that a person found the claim right."""
    return _change(
        visit, state, id, lambda whole: visit.ledger.unaccept(whole, reason_in(visit, data.because) or None)
    )


@post("/claims/{id:str}/withdraw", sync_to_thread=True)
def withdraw_claim(
    visit: NamedDependency[Visit], state: State, id: FromPath[str], data: Brought
) -> Response[Any]:
    """Withdraw a claim that was misread, with the cause."""
    return _change(
        visit, state, id, lambda whole: visit.ledger.withdraw(whole, given_reason(visit, data.because))
    )


@post("/claims/{id:str}/restore", sync_to_thread=True)
def restore_claim(
    visit: NamedDependency[Visit], state: State, id: FromPath[str], data: Brought
) -> Response[Any]:
    """Let a claim that was withdrawn count again; where a person corrected it, the correction goes."""

    def restore(whole: str) -> None:
        reason = reason_in(visit, data.because)
        file = visit.ledger.document_file(visit.ledger.claim(whole).document)
        if correction := correction_of(file, whole):
            visit.ledger.retract(correction, reason or visit.interface.text("correction undone"))
        else:
            visit.ledger.restore(whole, reason or None)

    return _change(visit, state, id, restore)


@get("/claims/{id:str}/correct", sync_to_thread=True, opt=FOR_EDITORS)
def show_correction(visit: NamedDependency[Visit], id: FromPath[str]) -> Response[str]:
    """Show the form for the claim that is to stand in the place of one that was misread."""
    claim = visit.ledger.claim(id)
    given = given_by(claim, visit.interface) | visit.query
    return _form(visit, visit.ledger.document_file(claim.document), claim.start, claim.end, given, claim)


@post("/claims/{id:str}/correct", sync_to_thread=True)
def correct_claim(visit: NamedDependency[Visit], id: FromPath[str], data: Filled) -> Response[Any]:
    """Record the claim that a person makes in the place of another, or show the form again with what is wrong."""
    claim = visit.ledger.claim(id)
    file = visit.ledger.document_file(claim.document)
    return _record(visit, file, claim.start, claim.end, data, claim)


@get("/documents/{id:str}/claims/new", sync_to_thread=True, opt=FOR_EDITORS)
def show_new(
    visit: NamedDependency[Visit],
    id: FromPath[str],
    start: FromQuery[int] = -1,
    end: FromQuery[int] = -1,
    paragraph: FromQuery[int] = 0,
) -> Response[Any]:
    """Show the form for a claim of the words from one place to another, or the sentences of a paragraph to choose from."""
    file = file_of(visit, id)
    if start < 0:
        return _choose(visit, file, paragraph)
    start, end = _words_at(visit, file.document, start, end)
    given = {"parties": _usual_parties(visit, file), "stance": "fact"} | visit.query
    return _form(visit, file, start, end, given, None)


@post("/documents/{id:str}/claims", sync_to_thread=True)
def make_claim(visit: NamedDependency[Visit], id: FromPath[str], data: Filled) -> Response[Any]:
    """Record a claim that a person makes of a document, or show the form again with what is wrong."""
    file = file_of(visit, id)
    places = [int(data[name]) if str(data.get(name, "")).isdecimal() else -1 for name in ("start", "end")]
    start, end = _words_at(visit, file.document, places[0], places[1])
    return _record(visit, file, start, end, data, None)


def _change(visit: Visit, state: State, id: str, do: Callable[[str], object]) -> Response[Any]:
    """Do something to a claim, and show its paragraph as it is then; the whole page, where there are no scripts."""
    claim = visit.ledger.claim(id)
    problem = ""
    try:
        do(claim.id)
    except WrongUse as error:
        # Another person may have been quicker: what is shown is how it stands now.
        if not visit.is_fragment:
            raise
        problem = visit.interface.tell(error)
    file = visit.ledger.document_file(claim.document)
    last = [one for one in file.changes if one.subject == claim.id]
    done = change_told(visit, last[-1].number) if last and not problem else None
    if not visit.is_fragment:
        return Redirect(place_of(visit, claim, done=done.change.number if done else None), status_code=303)
    page = page_of(pages_of(file.document), claim.start)
    return visit.page(
        "claim_changed.html.jinja",
        shown=shown_page(visit, state.rereader, file, page, 0),
        claim=claim,
        done=done,
        problem=problem,
    )


def _record(
    visit: Visit, file: DocumentFile, start: int, end: int, data: dict[str, Any], before: Claim | None
) -> Response[Any]:
    given = {name: value if isinstance(value, str) else "" for name, value in data.items()}
    claim, errors = read_form(given, file.document, start, end, before, visit.interface)
    because = ""
    try:
        because = given_reason(visit, given.get("because", ""))
    except WrongUse as error:
        errors["because"] = visit.interface.tell(error)
    if claim is None or errors:
        return _form(visit, file, start, end, given, before, errors, status=422)
    try:
        made = visit.ledger.assert_claim(claim, because, replaces=before.id if before else None)
    except AlreadySo as error:
        same = before is not None and claim.id == before.id
        told = visit.interface.text(
            "Nothing was changed in the form; if the claim is right, say so beside it."
        )
        return _form(
            visit,
            file,
            start,
            end,
            given,
            before,
            {"": told if same else visit.interface.tell(error)},
            status=422,
        )
    except KorpuError as error:
        return _form(visit, file, start, end, given, before, {"": visit.interface.tell(error)}, status=422)
    number = visit.ledger.asserted([made])[made].number
    return Redirect(place_of(visit, visit.ledger.claim(made), done=number), status_code=303)


def _form(
    visit: Visit,
    file: DocumentFile,
    start: int,
    end: int,
    given: dict[str, str],
    before: Claim | None,
    errors: dict[str, str] | None = None,
    status: int = 200,
) -> Response[str]:
    errors = errors or {}
    kind = kinds().get(given.get("kind", ""))
    return visit.page(
        "claim_form.html.jinja",
        status=status,
        file=file,
        start=start,
        end=end,
        quote=file.document.text[start:end],
        given=given,
        before=before,
        errors=errors,
        kind=kind,
        fields=fields_of(kind, given, errors, visit.interface) if kind else [],
        sections=kinds_by_section(visit.interface),
        states=sorted(map(visit.interface.say.state, state_codes()), key=name_key),
        path=f"/claims/{before.id}/correct" if before else f"/documents/{file.id}/claims",
        asking=f"/claims/{before.id}/correct" if before else f"/documents/{file.id}/claims/new",
        back=place_of(visit, before)
        if before
        else visit.times.address(f"/documents/{file.id}", page=page_of(pages_of(file.document), start)),
    )


def _choose(visit: Visit, file: DocumentFile, number: int) -> Response[Any]:
    """The sentences of a paragraph, to choose one."""
    pages = pages_of(file.document)
    paragraph = next((one for page in pages for one in page if one.number == number), None)
    if paragraph is None:
        raise NoSuchPage("The document has no paragraph {number}.", number=number)
    abbreviations = language_or_default(file.document.card.language).abbreviations
    block = Block(paragraph.type, paragraph.start, paragraph.end)
    found = list(split_sentences(file.document.text, block, abbreviations))
    if len(found) == 1:
        start, end = found[0]
        path = f"/documents/{file.id}/claims/new"
        return Redirect(visit.times.address(path, start=str(start), end=end))
    sentences = [(start, end, file.document.text[start:end]) for start, end in found]
    back = visit.times.address(f"/documents/{file.id}", page=page_of(pages, paragraph.start))
    return visit.page("choose_sentence.html.jinja", file=file, sentences=sentences, back=f"{back}#p-{number}")


def _words_at(visit: Visit, document: Document, start: int, end: int) -> tuple[int, int]:
    """The place of words of a document without the blanks around them.

    Raises:
        WrongUse: there are none, or too many.
    """
    said = document.text[start:end] if 0 <= start < end <= len(document.text) else ""
    if not said.strip():
        raise WrongUse(visit.interface.text("There are no words at this place of the document. Select some, and try again."))  # fmt: skip
    if len(said) > LONGEST_QUOTE:
        raise WrongUse(
            visit.interface.text("That is too much for one claim. Select the sentence that makes it.")
        )
    return start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip())


def _usual_parties(visit: Visit, file: DocumentFile) -> str:
    """The states that most of the document's claims are on, as the form writes them; none, where it has no claims."""
    all_parties = [claim.parties for claim in file.claims if claim.id not in file.withdrawals]
    if not all_parties:
        return ""
    usual = max(sorted(set(all_parties)), key=all_parties.count)
    return "\n".join(visit.interface.say.state(party) for party in usual)
