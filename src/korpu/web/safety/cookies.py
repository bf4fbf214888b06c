"""The cookies that keep a session: for this application alone, and not for scripts."""

from __future__ import annotations

from litestar import Litestar
from litestar.datastructures import Cookie

SESSION_COOKIE = "korpu-session"
CSRF_COOKIE = "korpu-form"


def cookie_name(app: Litestar, name: str) -> str:
    """Return the name under which a browser keeps the cookie: over https one that no other host can set."""
    return f"__Host-{name}" if app.state.settings.is_secure else name


def cookie_of(app: Litestar, name: str, value: str) -> Cookie:
    """Return a cookie that lasts until the browser is closed; with no value, one that takes it away."""
    return Cookie(
        cookie_name(app, name),
        value=value,
        path="/",
        httponly=True,
        samesite="lax",
        secure=app.state.settings.is_secure,
        max_age=None if value else 0,
    )
