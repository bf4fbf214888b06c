"""Headers by which a browser keeps to this application: no other host, no script but its own."""

from __future__ import annotations

from litestar import Litestar
from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

from korpu.web.safety.cookies import CSRF_COOKIE, cookie_of
from korpu.web.safety.csrf import made_cookie
from korpu.web.settings import Settings

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""No request leaves for another host."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not `no-referrer`: browsers would then send forms without saying that they are from here.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}

SECURE_HEADERS = {"Strict-Transport-Security": "max-age=31536000"}
"""Over a network, where it is asked over https: for a year browsers ask this host, and none under it, in no other way."""


async def add_headers(message: Message, scope: Scope) -> None:
    """Give an answer these headers, where it has none of its own, and the cookie that its forms need.

    Called for every answer of the application, also where there is no page or something failed.
    """
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    app: Litestar = scope["litestar_app"]
    settings: Settings = app.state.settings
    secure = SECURE_HEADERS if settings.is_secure and settings.is_open else {}
    for name, value in (HEADERS | secure).items():
        headers.setdefault(name, value)
    if made := made_cookie(scope):
        headers.add("Set-Cookie", cookie_of(app, CSRF_COOKIE, made).to_header(header=""))
