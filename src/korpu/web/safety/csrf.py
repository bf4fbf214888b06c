"""Tokens that show that a form is of this application, and of this reader's session: no other site knows one.

A token is a digest, with a secret of the server's, of what the reader's cookie holds: of the session, or, where nobody has
logged in, of a cookie that is only for this. So a cookie that another site manages to set is of no use to it: it cannot make
the token. (Litestar's own tokens are compared with a cookie alone, and fail on what is no token.)
"""

from __future__ import annotations

import hmac
import secrets
from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.types import Scope

from korpu.web.safety.cookies import CSRF_COOKIE, cookie_name
from korpu.web.safety.refusals import Refused

HEADER = "x-csrftoken"
FIELD = "_csrf_token"

_MADE = "korpu_csrf_made"
"""Where a request keeps what its answer is to set as the cookie."""

Asked = ASGIConnection[Any, Any, Any, Any]


def new_secret() -> bytes:
    """Return the secret of one run of the server; forms that were opened before do not hold after it."""
    return secrets.token_bytes(32)


def token_of(connection: Asked) -> str:
    """Return the token for the forms of a page that answers the request."""
    bound = _bound(connection)
    if not bound:
        bound = "c:" + str(connection.scope["state"].setdefault(_MADE, secrets.token_urlsafe(32)))
    return _digest(connection, bound)


def made_cookie(scope: Scope) -> str | None:
    """Return what the answer is to set as the cookie; None where the browser has one, or none is needed."""
    made = scope.get("state", {}).get(_MADE)
    return made if isinstance(made, str) else None


async def check_token(request: Request[Any, Any, Any]) -> None:
    """Return where the request has the token, in its header or its form.

    Raises:
        Refused: it has none, or another's.
    """
    # Also where the token is in the header: a form that is damaged is found here, and not by each page.
    in_form = await _of_form(request)
    sent = request.headers.get(HEADER) or in_form
    bound = _bound(request)
    right = _digest(request, bound) if bound else ""
    if not right or not hmac.compare_digest(right.encode(), sent.encode("utf-8", "replace")):
        raise Refused(
            403, "This form is not of your session, or it is too old. Open the page again and send it anew."
        )


async def _of_form(request: Request[Any, Any, Any]) -> str:
    try:
        sent = (await request.form()).get(FIELD)
    except (UnicodeError, LookupError):
        raise Refused(
            400, "The form is not in UTF-8, or damaged. Open the page again and send it anew."
        ) from None
    return sent if isinstance(sent, str) else ""


def _bound(connection: Asked) -> str:
    """What the token is made of; nothing where the request has neither a session nor the cookie."""
    session = connection.scope.get("auth")
    if session is not None:
        return f"s:{session.id}"
    cookie = connection.cookies.get(cookie_name(connection.app, CSRF_COOKIE))
    return f"c:{cookie}" if cookie else ""


def _digest(connection: Asked, bound: str) -> str:
    secret: bytes = connection.app.state.csrf_secret
    return hmac.new(secret, bound.encode("utf-8", "replace"), "sha256").hexdigest()
