"""Logging in and out."""

from __future__ import annotations

import logging
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromQuery
from litestar.response import Redirect

from korpu.accounts.store import Accounts
from korpu.web.own_paths import own_path
from korpu.web.safety.cookies import SESSION_COOKIE, cookie_of
from korpu.web.safety.peers import peer_of
from korpu.web.safety.rights import FOR_ALL, FOR_READERS
from korpu.web.safety.sessions import Sessions
from korpu.web.safety.throttle import Throttle
from korpu.web.visit import Visit

_LOG = logging.getLogger("korpu.web")

Asked = Request[Any, Any, Any]


class Login(msgspec.Struct):
    """What the form of the page brings."""

    name: str = ""
    password: str = ""
    next: str = "/"


@get("/login", opt=FOR_ALL, sync_to_thread=False)
def show_login(request: Asked, visit: NamedDependency[Visit], next: FromQuery[str] = "/") -> Response[Any]:
    """Ask for a name and a password; who has logged in already goes on."""
    if visit.visitor.name:
        return Redirect(own_path(next), status_code=303)
    return visit.page("login.html.jinja", next=own_path(next), name="", problem="")


@post("/login", opt=FOR_ALL, sync_to_thread=True)
def log_in(
    request: Asked,
    visit: NamedDependency[Visit],
    data: Annotated[Login, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Begin a session, and go on to the page that was asked for; or say why not, and when to try again."""
    accounts: Accounts | None = request.app.state.accounts
    if accounts is None:
        return Redirect("/", status_code=303)
    throttle: Throttle = request.app.state.throttle
    sessions: Sessions = request.app.state.sessions
    onward, peer = own_path(data.next), peer_of(request)
    if wait := throttle.begin(data.name, peer):
        problem = visit.interface.count(
            "Too many tries. Try again in {n} second.", "Too many tries. Try again in {n} seconds.", wait
        )
        answer = visit.page("login.html.jinja", 429, next=onward, name=data.name, problem=problem)
        answer.headers["Retry-After"] = str(wait)
        return answer
    account = accounts.verify(data.name, data.password)
    if account is None:
        # Not the name: now and then somebody types a password there.
        _LOG.warning("A login from %s was refused.", peer)
        problem = visit.interface.text("There is no account of this name with this password.")
        return visit.page("login.html.jinja", 401, next=onward, name=data.name, problem=problem)
    throttle.succeed(data.name, peer)
    if visit.session:
        sessions.end(visit.session.id)
    # A session of its own for each login: one that another has put into the browser gets nobody anywhere.
    session = sessions.begin(account)
    return Redirect(onward, status_code=303, cookies=[cookie_of(request.app, SESSION_COOKIE, session.id)])


@post("/logout", opt=FOR_READERS, sync_to_thread=False)
def log_out(request: Asked, visit: NamedDependency[Visit]) -> Redirect:
    """End the session."""
    if visit.session:
        request.app.state.sessions.end(visit.session.id)
    return Redirect("/login", status_code=303, cookies=[cookie_of(request.app, SESSION_COOKIE, "")])
