"""The choice of the interface's language."""

from __future__ import annotations

from litestar import get
from litestar.datastructures import Cookie
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from korpu.web.errors import NoSuchPage
from korpu.web.interface import offered
from korpu.web.own_paths import own_path
from korpu.web.safety.rights import FOR_ALL
from korpu.web.visit import LANGUAGE_COOKIE

A_YEAR = 365 * 24 * 3600


@get("/language/{tag:str}", opt=FOR_ALL, sync_to_thread=False)
def choose_language(tag: FromPath[str], back: FromQuery[str] = "/") -> Redirect:
    """Speak this language from now on, and go back to the page that was open."""
    if tag not in offered():
        raise NoSuchPage(
            "Körpü does not speak «{tag}». It speaks {languages}.",
            tag=tag[:20],
            languages=", ".join(offered()),
        )
    cookie = Cookie(LANGUAGE_COOKIE, value=tag, max_age=A_YEAR, httponly=True, samesite="lax")
    return Redirect(own_path(back), cookies=[cookie])
