"""Problems: how the API says that something cannot be answered (RFC 9457), always with a sentence."""

from __future__ import annotations

from http import HTTPStatus

import msgspec
from litestar.exceptions import HTTPException, ValidationException
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import Example

from korpu.errors import Sentence

MEDIA_TYPE = "application/problem+json"


class Problem(msgspec.Struct, frozen=True):
    """Why something cannot be answered.

    Attributes:
        type: always `about:blank`: the status says what sort of problem it is.
        title: the status in words.
        status: the status of the answer.
        detail: a sentence that says what was asked, what is wrong with it, and what to do.
    """

    title: str
    status: int
    detail: str
    type: str = "about:blank"


def problem(status: int, sentence: str) -> Problem:
    """Return the problem of a status.

    >>> problem(404, "The ledger has no claim whose id begins with 12ab.").title
    'Not Found'
    """
    return Problem(HTTPStatus(status).phrase, status, sentence or "Something failed within Körpü.")


def told_of(error: HTTPException) -> tuple[int, str]:
    """Return the status and the sentence of what is wrong with a request: which field or parameter, and why.

    A body that is JSON but not what is asked for is 422, and no 400.
    """
    faults = error.extra if isinstance(error, ValidationException) and isinstance(error.extra, list) else []
    told = [fault for fault in faults if isinstance(fault, dict)]
    if not told:
        return error.status_code, error.detail
    of_body = any(fault.get("source") in (None, "body") for fault in told)
    sentences = [f"{fault.get('key') or 'The body'}: {fault.get('message')}." for fault in told]
    return (422 if of_body else 400), " ".join(sentences)


def shown_of(error: HTTPException) -> Sentence:
    """Return what a page says is wrong with a request."""
    faults = error.extra if isinstance(error, ValidationException) and isinstance(error.extra, list) else []
    if names := sorted(
        {str(fault["key"]) for fault in faults if isinstance(fault, dict) and fault.get("key")}
    ):
        return Sentence(
            "The request gives a value that makes no sense ({names}). Correct it, or leave it out.",
            names=", ".join(names)[:100],
        )
    return _SHOWN.get(error.status_code, Sentence(error.detail))


_SHOWN = {
    400: Sentence("The request cannot be understood. Open the page again and try once more."),
    404: Sentence("There is no page at this address."),
    405: Sentence("Nothing can be done in this way at this address. Open the page again and try once more."),
    413: Sentence("What was sent is too large. Send less at once, or split it."),
}
_EXAMPLES = {
    400: "«2022-13»: no such day.",
    401: "Log in first.",
    403: "This is not open to you.",
    404: "The ledger has no claim whose id begins with 12ab34cd.",
    406: "Answers are in application/json; the request accepts none of it.",
    413: "The request is longer than 25,000,000 bytes.",
    415: "Send application/json.",
    422: "The field text is missing.",
    503: "The file on AZ and KZ has 64,360 claims and is being put together. Ask again in a few seconds.",
}
_MEANINGS = {
    400: "The request cannot be understood: a parameter that there is not, or a value that is none.",
    401: "Nobody has logged in, where Körpü has accounts.",
    403: "Who has logged in may not ask this.",
    404: "There is no such thing in the ledger.",
    406: "The request accepts no JSON.",
    413: "The body is too long.",
    415: "The body is not application/json.",
    422: "The body is JSON, but not what is asked for.",
    503: "The answer is being made; ask again after the seconds of `Retry-After`.",
}


def told(*statuses: int) -> dict[int, ResponseSpec]:
    """Return what the description of the API says of these statuses, and of those that any answer may have."""
    return {status: _told(status) for status in sorted({400, 401, 403, 406, *statuses})}


def _told(status: int) -> ResponseSpec:
    return ResponseSpec(
        data_container=Problem,
        description=_MEANINGS[status],
        media_type=MEDIA_TYPE,
        generate_examples=False,
        examples=[Example(value=msgspec.to_builtins(problem(status, _EXAMPLES[status])))],
    )
