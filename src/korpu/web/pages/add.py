"""Add: texts, files and web addresses are read into the ledger; the page shows how far it is, and what came of each."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any

import anyio
import msgspec
from litestar import Request, Response, get, post
from litestar.datastructures import FormMultiDict, UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, ServerSentEvent, ServerSentEventMessage

from korpu.document import SourceCard
from korpu.errors import KorpuError, WrongUse
from korpu.known_at import one_date
from korpu.languages import languages_read
from korpu.web.errors import NoSuchPage
from korpu.web.given import DEFAULT_LANGUAGE, ENCODINGS, Given, shown_name, text_of, warm_up
from korpu.web.interface import names_of_languages
from korpu.web.jobs import MOST_DOCUMENTS, Address, Job, Jobs
from korpu.web.news import JobNews, put_news
from korpu.web.safety.rights import FOR_EDITORS
from korpu.web.settings import Settings
from korpu.web.visit import Visit

LONGEST_FIELD = 500
LOOK = 0.2
"""Seconds after which it is looked whether a job came further."""
STREAM = 20.0
"""Seconds after which a stream of events ends; the browser asks anew, from the last event that it had."""

Asked = Request[Any, Any, Any]


class Fields(msgspec.Struct, frozen=True):
    """What the form says, as it was typed, but for its files."""

    text: str = ""
    title: str = ""
    url: str = ""
    addresses: str = ""
    publisher: str = ""
    published: str = ""
    language: str = DEFAULT_LANGUAGE
    encoding: str = ""

    def card(self, with_title: bool) -> SourceCard:
        """Return what is known of a document; its title and address, where they are its own."""
        return SourceCard(
            title=(self.title or None) if with_title else None,
            publisher=self.publisher or None,
            published=self.published or None,
            url=(self.url or None) if with_title else None,
            language=self.language,
        )


class File(msgspec.Struct, frozen=True):
    """A file that was uploaded."""

    name: str
    data: bytes


@get("/add", opt=FOR_EDITORS, sync_to_thread=False)
def ask_for_documents(request: Asked, visit: NamedDependency[Visit]) -> Response[str]:
    """Show the form for texts, files and addresses, and the visitor's jobs."""
    visit.workers.warm(warm_up)
    return _form(request, visit, Fields())


@post("/add", opt=FOR_EDITORS)
async def add_documents(request: Asked, visit: NamedDependency[Visit]) -> Response[Any]:
    """Begin a job with all that was given, and go to its page."""
    form = await request.form()
    fields = fields_of(form)
    uploads = [one for one in form.getall("files", []) if isinstance(one, UploadFile) and one.filename]
    try:
        files = [File(shown_name(one.filename), await one.read()) for one in uploads[: MOST_DOCUMENTS + 1]]
        jobs: Jobs = request.app.state.jobs
        job = jobs.begin(visit.ledger, owner_of(visit), items_of(fields, files, visit), fields.language)
    except KorpuError as error:
        return _form(request, visit, fields, visit.interface.tell(error))
    return Redirect(f"/add/{job.id}", status_code=303)


@get("/add/{job:str}", opt=FOR_EDITORS, sync_to_thread=True)
def show_job(request: Asked, visit: NamedDependency[Visit], job: FromPath[str]) -> Response[str]:
    """Show how far a job is, what was found, what failed and why, and what is new by it."""
    found = _job(request, visit, job)
    news: tuple[JobNews, ...] = put_news(found.news, visit.language, found.begun, found.ended)
    told = {one.pair for one in news}
    return visit.page(
        "job.html.jinja",
        job=found,
        outcomes=tuple(found.outcomes),
        progress=progress_in_words(visit, found),
        news=news,
        more=[pair for pair in found.pairs if pair not in told],
        since=found.begun.isoformat(timespec="seconds"),
    )


@get("/add/{job:str}/events", opt=FOR_EDITORS, sync_to_thread=False)
def tell_of_job(request: Asked, visit: NamedDependency[Visit], job: FromPath[str]) -> ServerSentEvent:
    """Tell of each document of a job when it is done, of those after `?after=N` or the last that the browser had."""
    found = _job(request, visit, job)
    last = request.headers.get("last-event-id") or visit.query.get("after", "")
    return ServerSentEvent(events(visit, found, int(last) if last.isdecimal() and len(last) < 9 else 0))


async def events(visit: Visit, job: Job, after: int) -> AsyncIterator[ServerSentEventMessage]:
    """Yield an event for each document in their order, then one that the job ended; between them how far it is."""
    end = time.monotonic() + STREAM
    said: tuple[int, str] | None = None
    yield ServerSentEventMessage(comment="documents as they are read", retry=500, data=None)
    while time.monotonic() < end:
        is_done = job.is_done  # asked first: what came before it was done is told before it
        for number, outcome in enumerate(job.outcomes[after:], start=after + 1):
            row = visit.words("parts/outcome_event.html.jinja", outcome=outcome)
            yield ServerSentEventMessage(event="document", id=number, data=" ".join(row.split("\n")))
            after = number
        progress = len(job.outcomes), progress_in_words(visit, job)
        if progress != said:
            yield ServerSentEventMessage(event="progress", data=msgspec.json.encode(progress))
            said = progress
        if is_done:
            yield ServerSentEventMessage(event="end", data="")
            return
        await anyio.sleep(LOOK)


def progress_in_words(visit: Visit, job: Job) -> str:
    """Return how far a job is."""
    text, number = visit.interface.text, visit.interface.number
    done = len(job.outcomes)
    if job.is_done:
        return text("Done: {done} of {total}", done=number(done), total=number(job.total))
    if not job.reading:
        return text("What is new is looked for …")
    return text(
        "{done} of {total} done; «{name}» is being read",
        done=number(done),
        total=number(job.total),
        name=job.reading,
    )


def fields_of(form: FormMultiDict) -> Fields:
    """Return what a form says; its short fields trimmed."""
    long = ("text", "addresses")
    short = {
        name: " ".join(str(form.get(name) or "").split())[:LONGEST_FIELD]
        for name in Fields.__struct_fields__
        if name not in long
    }
    text, addresses = (str(form.get(name) or "").replace("\r\n", "\n") for name in long)
    return Fields(
        **short | {"text": text, "addresses": addresses, "language": short["language"] or DEFAULT_LANGUAGE}
    )


def items_of(fields: Fields, files: list[File], visit: Visit) -> list[Given | Address]:
    """Return all that is to be read: the text, then the files, then the addresses.

    Raises:
        WrongUse: there is nothing, or too much, or a field makes no sense.
    """
    addresses = list(dict.fromkeys(line.strip() for line in fields.addresses.splitlines() if line.strip()))
    total = bool(fields.text.strip()) + len(files) + len(addresses)
    if not total:
        raise WrongUse("There is nothing to add. Paste a text, choose files, or give addresses.")
    if total > MOST_DOCUMENTS:
        raise WrongUse("That is more than {most} documents. Add them in several parts.", most=MOST_DOCUMENTS)
    if (fields.title or fields.url) and not fields.text.strip() and total > 1:
        raise WrongUse(
            "A title and an address are one document's, and there are {total}. Add that one by itself.",
            total=total,
        )
    if fields.published:
        one_date(fields.published)
    if fields.language not in languages_read():
        raise WrongUse(
            "No language «{tag}». Körpü reads {languages}.",
            tag=fields.language[:20],
            languages=", ".join(languages_read()),
        )
    if fields.encoding and fields.encoding not in ENCODINGS:
        raise WrongUse(
            "No encoding «{encoding}». There are: {encodings}.",
            encoding=fields.encoding[:20],
            encodings=", ".join(ENCODINGS),
        )
    encoding = fields.encoding or None
    items: list[Given | Address] = []
    if fields.text.strip():
        name = fields.title or visit.interface.text("Pasted text")
        items.append(Given(name, text_of(fields.text), fields.card(True), is_named=False))
    card = fields.card(total == 1)
    items += [Given(file.name, file.data, card, encoding) for file in files]
    return items + [Address(address, card, encoding) for address in addresses]


def owner_of(visit: Visit) -> str:
    """Return whose jobs the visitor sees: their own; where there are no accounts, all are of who works here."""
    return f"{'local' if visit.visitor.is_local else 'account'} {visit.visitor.name}"


def _job(request: Asked, visit: Visit, id: str) -> Job:
    jobs: Jobs = request.app.state.jobs
    job = jobs.find(id, owner_of(visit))
    if job is None:
        raise NoSuchPage(
            "There is no such job of yours. Jobs are forgotten when Körpü is started anew; what was added is in the ledger."
        )
    return job


def _form(request: Asked, visit: Visit, fields: Fields, problem: str = "") -> Response[str]:
    settings: Settings = request.app.state.settings
    jobs: Jobs = request.app.state.jobs
    return visit.page(
        "add.html.jinja",
        status=400 if problem else 200,
        fields=fields,
        problem=problem,
        encodings=ENCODINGS,
        tongues=names_of_languages(languages_read()),
        most=MOST_DOCUMENTS,
        limit=settings.upload_limit,
        jobs=jobs.of(owner_of(visit))[:8],
    )
