"""The choice of the interface's language."""

from __future__ import annotations

from urllib.parse import urlsplit

from litestar import get
from litestar.datastructures import Cookie
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from korpu.web.errors import NoSuchPage
from korpu.web.interface import offered
from korpu.web.visit import LANGUAGE_COOKIE

A_YEAR = 365 * 24 * 3600


@get("/language/{tag:str}", sync_to_thread=False)
def choose_language(tag: FromPath[str], back: FromQuery[str] = "/") -> Redirect:
    """Speak this language from now on, and go back to the page that was open."""
    if tag not in offered():
        raise NoSuchPage(f"Körpü does not speak «{tag[:20]}». It speaks {', '.join(offered())}.")
    cookie = Cookie(LANGUAGE_COOKIE, value=tag, max_age=A_YEAR, httponly=True, samesite="lax")
    return Redirect(own_path(back), cookies=[cookie])


def own_path(address: str) -> str:
    """Return an address of this application, the first page's where it is of another.

    >>> own_path("/az-kz?as_of=2015"), own_path("//example.org/"), own_path("https://example.org/")
    ('/az-kz?as_of=2015', '/', '/')
    """
    parts = urlsplit(address)
    is_own = not parts.scheme and not parts.netloc and address.startswith("/") and "\\" not in address
    return address if is_own and not address.startswith("//") and address.isprintable() else "/"
