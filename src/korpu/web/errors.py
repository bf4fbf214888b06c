"""What a person sees when something cannot be done: a page with a sentence, never a traceback."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import quote

from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect

from korpu.errors import KorpuError, Sentence
from korpu.ledger.errors import UnknownId
from korpu.web.dossiers import StillMade
from korpu.web.interface import Interface, interface
from korpu.web.protocol.problems import MEDIA_TYPE, problem, shown_of, told_of
from korpu.web.safety.refusals import LoginNeeded, Refused
from korpu.web.templates import environment
from korpu.web.visit import language_of
from korpu.web.workers import Busy, WorkEnded, WorkLost

AGAIN = 2
"""Seconds after which a page that was not there is asked for again."""
LATER = 30
"""Seconds after which what there was no worker for may be asked for again."""
_LOG = logging.getLogger("korpu.web")


class NoSuchPage(KorpuError):
    """There is no page at the address; the message says what was looked for."""


def answer_korpu_error(request: Request[Any, Any, Any], error: KorpuError) -> Response[Any]:
    """Return a page, or JSON for a program, with the error's own sentence."""
    status = 404 if isinstance(error, NoSuchPage | UnknownId) else 400
    return _answer(request, status, _told(request, error))


def answer_still_made(request: Request[Any, Any, Any], waited: StillMade) -> Response[Any]:
    """Return a page that asks again by itself until the dossier is there; who asks for no page is told when to."""
    again = {"Retry-After": str(AGAIN)}
    is_page = request.method in ("GET", "HEAD") and "." not in request.url.path.rpartition("/")[2]
    if _is_of_api(request) or not is_page:
        return _answer(request, 503, str(waited), again)
    again |= {"Refresh": str(AGAIN)}
    words = interface(language_of(request))
    names = [words.say.state(code) for code in waited.pair]
    sentence = words.text(
        "The file on {first} and {second} has {claims} claims and is being put together. It is shown as soon as it is there.",
        first=names[0],
        second=names[1],
        claims=words.number(waited.claims),
    )
    return _answer(request, 202, sentence, again)


def answer_unavailable(request: Request[Any, Any, Any], error: KorpuError) -> Response[Any]:
    """Say that it may go well another time: no worker was free, or one was lost."""
    _LOG.warning("%s %s: %s", request.method, request.url.path, error)
    return _answer(request, 503, _told(request, error), {"Retry-After": str(LATER)})


def answer_http_error(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """Return a page, or JSON for a program, that says what was wrong with the request."""
    status, sentence = told_of(error)
    if not _is_of_api(request):
        sentence = _words(request).tell(shown_of(error))
    return _answer(request, status, sentence if status < 500 else "", error.headers)


def answer_refusal(request: Request[Any, Any, Any], error: Refused) -> Response[Any]:
    """Return a page in the reader's language, or JSON for a program, that says why nothing was done."""
    sentence = (
        error.detail
        if _is_of_api(request)
        else _words(request).tell(Sentence(error.template, **error.values))
    )
    return _answer(request, error.status_code, sentence)


def ask_to_log_in(request: Request[Any, Any, Any], error: LoginNeeded) -> Response[Any]:
    """Lead to the login page and from there back; programs, and who sends a form, are told."""
    if _is_of_api(request):
        return _answer(request, error.status_code, error.detail)
    if request.headers.get("hx-request") == "true":
        # A piece of a page: the whole page is to go to the login.
        return Response(
            "", status_code=401, headers={"HX-Redirect": "/login?next=%2F"}, media_type=MediaType.HTML
        )
    if request.method == "GET":
        query = request.url.query
        return Redirect(
            f"/login?next={quote(request.url.path + (f'?{query}' if query else ''), safe='')}",
            status_code=303,
        )
    return answer_refusal(request, error)


def answer_depth(request: Request[Any, Any, Any], error: RecursionError) -> Response[Any]:
    """Tell a program that its JSON is nested more deeply than is read; anywhere else it is a failure."""
    if _is_of_api(request) and request.method == "POST":
        return _answer(request, 400, "The JSON is nested too deeply to be read.")
    return answer_failure(request, error)


def answer_failure(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """Return a page, or JSON for a program, that tells nothing of what failed within; the server's log has it."""
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _answer(request, 500, "")


def _is_of_api(request: Request[Any, Any, Any]) -> bool:
    return request.url.path.startswith("/api/")


def _told(request: Request[Any, Any, Any], error: KorpuError) -> str:
    return str(error) if _is_of_api(request) else _words(request).tell(error)


def _words(request: Request[Any, Any, Any]) -> Interface:
    return interface(language_of(request))


def _answer(
    request: Request[Any, Any, Any], status: int, sentence: str, headers: dict[str, str] | None = None
) -> Response[Any]:
    if _is_of_api(request):
        told = problem(status, sentence)
        return Response(told, status_code=status, media_type=MEDIA_TYPE, headers=headers)
    words = _words(request)
    page = environment().get_template("error.html.jinja")
    known = {"_": words.text, "language": words.language, "status": status, "sentence": sentence}
    return Response(page.render(known), status_code=status, media_type=MediaType.HTML, headers=headers)


EXCEPTION_HANDLERS: dict[int | type[Exception], Any] = {
    StillMade: answer_still_made,
    Busy: answer_unavailable,
    WorkLost: answer_unavailable,
    WorkEnded: answer_unavailable,
    KorpuError: answer_korpu_error,
    HTTPException: answer_http_error,
    Refused: answer_refusal,
    LoginNeeded: ask_to_log_in,
    RecursionError: answer_depth,
    Exception: answer_failure,
}
