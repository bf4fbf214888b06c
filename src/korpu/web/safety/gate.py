"""The gate that every request goes through before its route: the same for all, so that no page can forget it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from korpu.accounts.account import Role
from korpu.errors import Sentence
from korpu.web.safety.csrf import check_token
from korpu.web.safety.hosts import is_own
from korpu.web.safety.identity import identify
from korpu.web.safety.refusals import LoginNeeded, Refused, message
from korpu.web.safety.rights import CHANGING, role_needed

Asked = ASGIConnection[Any, Any, Any, Any]

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
JSON = ("application/json",)

LONGEST_PART = 255
"""Bytes of a name between two slashes."""


async def check_request(connection: Asked, handler: BaseRouteHandler) -> None:
    """Return where the request may go on to its route. It is a guard of the whole application.

    In this order: that it is asked under its own name, for what may be a page, and from its own pages; who asks, and what they may; that what it
    brings is of the sort that the route reads; and that a form is one of this session's. Nothing of what it brings is read
    before it is known that who sends it may.

    Raises:
        LoginNeeded: nobody has logged in.
        Refused: any other reason.
    """
    check_host(connection)
    check_path(connection)
    method = connection.scope["method"]  # type: ignore[typeddict-item]
    changes = method in CHANGING
    if changes:
        check_origin(connection)
    visitor = await identify(connection)
    needed = role_needed(handler, method)
    if needed is not None:
        if visitor is None:
            raise LoginNeeded()
        if visitor.role is None or not visitor.role.includes(needed):
            raise Refused(403, _NOT_ALLOWED[needed])
    if changes:
        accepted = handler.opt.get("accepts") or (JSON if is_of_api(connection) else FORMS)
        check_content_type(connection, accepted)
        # Another site's page cannot send JSON without asking first, which nothing here answers.
        if accepted != JSON:
            assert isinstance(connection, Request)
            await check_token(connection)


_NOT_ALLOWED = {
    Role.READER: message("Your account may not read this."),
    Role.EDITOR: message(
        "Your account may read, but not change anything. An administrator can make you an editor."
    ),
    Role.ADMINISTRATOR: message("Only administrators see accounts."),
}


def is_of_api(connection: Asked) -> bool:
    """Whether a program asks, and not a page."""
    return connection.scope["path"].startswith("/api/")


def check_host(connection: Asked) -> None:
    """Return where the application is asked under a name of its own.

    Raises:
        Refused: under another's, or under none.
    """
    settings = connection.app.state.settings
    server = connection.scope.get("server")
    port = None if settings.is_secure or server is None else server[1]
    hosts = connection.headers.getall("host", [])
    if len(hosts) != 1 or not is_own(hosts[0], settings.host, settings.host_names, port):
        raise Refused(
            400,
            "Körpü does not answer under the name «{host}». If it is to, start it with --host-name NAME.",
            host=", ".join(hosts)[:100],
        )


def check_path(connection: Asked) -> None:
    """Return where the path may be a page's or a file's: no file system is asked for what is none of its names.

    Raises:
        Refused: it has characters that cannot be seen, or a part is longer than names of files may be.
    """
    path = connection.scope["path"]
    if not path.isprintable() or any(len(part.encode()) > LONGEST_PART for part in path.split("/")):
        raise Refused(404, "There is no page at this address.")


def check_origin(connection: Asked) -> None:
    """Return where a browser says that a page of this application sends the request, or where no browser does.

    Raises:
        Refused: a page of another site sends it.
    """
    sender = connection.headers.get("sec-fetch-site", "same-origin")
    origin = connection.headers.get("origin")
    if sender not in ("same-origin", "none") or not _is_own_origin(connection, origin):
        raise Refused(
            403,
            "This was sent by a page of another site ({origin}), and nothing was done. "
            "Where a proxy stands before Körpü, start it with --behind-proxy.",
            origin=(origin or sender)[:100],
        )


def _is_own_origin(connection: Asked, origin: str | None) -> bool:
    if origin is None:
        return True
    if origin == "null":
        # A page that tells no origin; only what the browser itself says of it can be believed.
        return connection.headers.get("sec-fetch-site") == "same-origin"
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    scheme = "https" if connection.app.state.settings.is_secure else "http"
    return (parts.scheme, parts.netloc.lower()) == (scheme, connection.headers["host"].lower())


def check_content_type(connection: Asked, accepted: tuple[str, ...]) -> None:
    """Return where what the request brings is of a sort that its route reads, or where it brings nothing.

    Raises:
        Refused: it is of another sort, such as a form sent to where programs send JSON.
    """
    sort = connection.headers.get("content-type", "").partition(";")[0].strip().lower()
    brings = connection.headers.get("content-length", "0") != "0" or "transfer-encoding" in connection.headers
    encoding = connection.headers.get("content-encoding", "identity").lower()
    if sort not in accepted and (brings or sort):
        raise Refused(
            415,
            "This address takes {accepted}, and not {sort}.",
            accepted=_either(accepted),
            sort=sort[:60] or Sentence("what has no Content-Type"),
        )
    if encoding != "identity":
        raise Refused(415, "What is sent compressed is not read. Send it as it is.")


def _either(accepted: tuple[str, ...]) -> str:
    first, *others = accepted
    return Sentence("{one} or {other}", one=first, other=_either(tuple(others))) if others else first
