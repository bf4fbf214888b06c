"""Who I am, and my password."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from korpu.accounts.account import SHORTEST_PASSWORD
from korpu.accounts.errors import BadPassword
from korpu.accounts.store import Accounts
from korpu.web.safety.cookies import SESSION_COOKIE, cookie_of
from korpu.web.safety.peers import peer_of
from korpu.web.safety.rights import FOR_READERS
from korpu.web.visit import Visit

Asked = Request[Any, Any, Any]


class NewPassword(msgspec.Struct):
    """What the form of the page brings."""

    old: str = ""
    new: str = ""
    again: str = ""


@get("/account", opt=FOR_READERS, sync_to_thread=False)
def show_account(visit: NamedDependency[Visit]) -> Response[str]:
    """Show who has logged in, with forms to change the password and to log out."""
    return _page(visit, "", 200)


@post("/account/password", opt=FOR_READERS, sync_to_thread=True)
def change_password(
    request: Asked,
    visit: NamedDependency[Visit],
    data: Annotated[NewPassword, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Change the reader's own password; all of their other sessions end."""
    accounts: Accounts | None = request.app.state.accounts
    if accounts is None or visit.session is None:
        return Redirect("/account", status_code=303)
    name, peer, throttle = visit.visitor.name, peer_of(request), request.app.state.throttle
    text = visit.interface.text
    if data.new != data.again:
        return _page(visit, text("The new password was not typed twice the same."), 422)
    # Who finds a session open must not be able to try passwords in it.
    if wait := throttle.begin(name, peer):
        problem = visit.interface.count(
            "Too many tries. Try again in {n} second.", "Too many tries. Try again in {n} seconds.", wait
        )
        return _page(visit, problem, 429)
    if accounts.verify(name, data.old) is None:
        return _page(visit, text("The password that you have now is another."), 403)
    throttle.succeed(name, peer)
    try:
        account = accounts.set_password(name, data.new)
    except BadPassword as error:
        return _page(visit, visit.interface.tell(error), 422)
    session = request.app.state.sessions.begin(account)
    cookies = [cookie_of(request.app, SESSION_COOKIE, session.id)]
    return Redirect("/account?done=password", status_code=303, cookies=cookies)


def _page(visit: Visit, problem: str, status: int) -> Response[str]:
    done = (
        visit.interface.text("You have another password now.")
        if visit.query.get("done") == "password"
        else ""
    )
    return visit.page("account.html.jinja", status, problem=problem, done=done, least=SHORTEST_PASSWORD)
