"""What a person sees when something cannot be done: a page with a sentence, never a traceback."""

from __future__ import annotations

import logging
from typing import Any

from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException

from korpu.errors import KorpuError
from korpu.ledger.errors import UnknownId
from korpu.web.dossiers import StillMade
from korpu.web.interface import interface
from korpu.web.safety.headers import add_headers
from korpu.web.templates import environment
from korpu.web.visit import language_of

AGAIN = 2
"""Seconds after which a page that was not there is asked for again."""
_LOG = logging.getLogger("korpu.web")


class NoSuchPage(KorpuError):
    """There is no page at the address; the message says what was looked for."""


def answer_korpu_error(request: Request[Any, Any, Any], error: KorpuError) -> Response[Any]:
    """Return a page, or JSON for a program, with the error's own sentence."""
    status = 404 if isinstance(error, NoSuchPage | UnknownId) else 400
    return _answer(request, status, str(error))


def answer_still_made(request: Request[Any, Any, Any], waited: StillMade) -> Response[Any]:
    """Return a page that asks again by itself until the dossier is there; a program is told when to."""
    again = {"Retry-After": str(AGAIN), "Refresh": str(AGAIN)}
    if request.url.path.startswith("/api/"):
        return _answer(request, 503, str(waited), again)
    words = interface(language_of(request))
    names = [words.say.state(code) for code in waited.pair]
    sentence = words.text(
        "The file on {first} and {second} has {claims} claims and is being put together. It is shown as soon as it is there.",
        first=names[0],
        second=names[1],
        claims=words.number(waited.claims),
    )
    return _answer(request, 202, sentence, again)


def answer_http_error(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """Return a page, or JSON for a program, that says what was wrong with the request."""
    return _answer(request, error.status_code, error.detail if error.status_code < 500 else "")


def answer_failure(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """Return a page, or JSON for a program, that tells nothing of what failed within; the server's log has it."""
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _answer(request, 500, "")


def _answer(
    request: Request[Any, Any, Any], status: int, sentence: str, headers: dict[str, str] | None = None
) -> Response[Any]:
    if request.url.path.startswith("/api/"):
        told = {"status": status, "detail": sentence or "Something failed within Körpü."}
        return add_headers(Response(told, status_code=status, media_type=MediaType.JSON, headers=headers))
    words = interface(language_of(request))
    page = environment().get_template("error.html.jinja")
    known = {"_": words.text, "language": words.language, "status": status, "sentence": sentence}
    answer = Response(page.render(known), status_code=status, media_type=MediaType.HTML, headers=headers)
    return add_headers(answer)


EXCEPTION_HANDLERS: dict[int | type[Exception], Any] = {
    StillMade: answer_still_made,
    KorpuError: answer_korpu_error,
    HTTPException: answer_http_error,
    Exception: answer_failure,
}
