"""The exchange: what is looked at before a question is answered, and what an answer says beside its body."""

from __future__ import annotations

import datetime as dt
import hashlib
from importlib.metadata import version
from typing import Any, TypeVar
from urllib.parse import urlencode

from litestar import MediaType, Request, Response
from litestar.datastructures import ResponseHeader
from litestar.exceptions import ClientException
from litestar.params import QueryParameter

from korpu.errors import WrongUse
from korpu.web.protocol.cursors import cursor_of

Asked = Request[Any, Any, Any]
Body = TypeVar("Body")

HEADERS = (
    ResponseHeader(
        name="ETag",
        documentation_only=True,
        description="Of the answer; sent as `If-None-Match` it is answered 304 as long as nothing has changed.",
    ),
)
LINK = ResponseHeader(
    name="Link",
    documentation_only=True,
    description='The address of the next page, `rel="next"`; there is none behind the last.',
)


class NotAcceptable(ClientException):
    """The request accepts no JSON."""

    status_code = 406


def check(request: Asked) -> Response[Any] | None:
    """Return the answer that nothing has changed, where that is so; None where the question is to be answered.

    Raises:
        NotAcceptable: no JSON is accepted.
        WrongUse: there is no such parameter.
    """
    _check_accepted(request)
    _check_parameters(request)
    if request.method != "GET":
        return None
    tag = request.state["etag"] = _tag(request)
    if _is_known(tag, request.headers.get("if-none-match", "")):
        return Response(None, status_code=304, headers={"ETag": tag, "Cache-Control": "private, no-cache"})
    return None


def _check_accepted(request: Asked) -> None:
    ranges = [part.partition(";") for part in request.headers.get("accept", "*/*").lower().split(",")]
    accepted = {name.strip() for name, _, rest in ranges if rest.replace(" ", "") not in ("q=0", "q=0.0")}
    if not accepted & {"application/json", "application/*", "*/*", ""}:
        raise NotAcceptable("Answers are in application/json; the request accepts none of it.")


def _check_parameters(request: Asked) -> None:
    """Raise `WrongUse` where there is a parameter that is misspelt: it would be passed over in silence."""
    declared = request.route_handler.parsed_fn_signature.parameters.values()
    known = {
        one.kwarg_definition.name or one.name
        for one in declared
        if isinstance(one.kwarg_definition, QueryParameter)
    }
    given = list(request.query_params.multi_items())
    for name, _ in given:
        if name not in known:
            there = f"There are: {', '.join(sorted(known))}." if known else "There are none."
            raise WrongUse(f"There is no parameter «{name[:60]}». {there}")
    names = [name for name, _ in given]
    if twice := {name for name in names if names.count(name) > 1}:
        raise WrongUse(f"The parameter {min(twice)} is given twice; give it once.")


def _tag(request: Asked) -> str:
    """What differs where an answer may: the ledger, the question, the day (some count from today), and the program."""
    last = request.app.state.ledger.last_change()
    visitor = getattr(request.scope.get("user"), "name", "")
    today = dt.datetime.now(dt.UTC).date()
    parts = (version("korpu"), last, today, visitor, request.url.path, request.url.query)
    return '"' + hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:32] + '"'


def _is_known(tag: str, held: str) -> bool:
    return any(one.strip().removeprefix("W/") in (tag, "*") for one in held.split(","))


def answer(request: Asked, body: Body, place: object = None) -> Response[Body]:
    """Return an answer with its ETag and, where there is a next page, the address of that.

    Args:
        place: the place of the last thing in the body, which has the same as `next`; None where nothing follows.
    """
    headers = {"ETag": request.state["etag"]} if "etag" in request.state else {"Cache-Control": "no-store"}
    if place is not None:
        asked = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
        query = urlencode([*asked, ("after", cursor_of(place))])
        headers["Link"] = f'<{request.url.path}?{query}>; rel="next"'
    return Response(body, headers=headers, media_type=MediaType.JSON)
