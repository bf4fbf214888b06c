"""Who may log in, for administrators."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from korpu.accounts.account import SHORTEST_PASSWORD, Role
from korpu.accounts.errors import Refusal
from korpu.accounts.store import Accounts
from korpu.web.errors import NoSuchPage
from korpu.web.safety.refusals import message
from korpu.web.safety.rights import FOR_ADMINISTRATORS
from korpu.web.visit import Visit

_LOG = logging.getLogger("korpu.web")

Asked = Request[Any, Any, Any]


class Change(msgspec.Struct):
    """What each form of the page brings: the account, and what it is to have."""

    name: str = ""
    role: str = Role.READER.value
    password: str = ""


ROLES = {
    Role.READER: message("reader"),
    Role.EDITOR: message("editor"),
    Role.ADMINISTRATOR: message("administrator"),
}

Form = Annotated[Change, Body(media_type=RequestEncodingType.URL_ENCODED)]

_DONE = {
    "added": message("The account was made."),
    "role": message("The account has another role now."),
    "password": message("The account has another password now."),
    "removed": message("The account was removed."),
}


@get("/accounts", opt=FOR_ADMINISTRATORS, sync_to_thread=True)
def list_accounts(request: Asked, visit: NamedDependency[Visit]) -> Response[str]:
    """List the accounts, with forms to make, change and remove one."""
    return _page(request, visit, "", 200)


@post("/accounts", opt=FOR_ADMINISTRATORS, sync_to_thread=True)
def add_account(request: Asked, visit: NamedDependency[Visit], data: Form) -> Response[Any]:
    """Make an account."""
    return _change(
        request, visit, data, "added", lambda of: of.add(data.name, Role(data.role), data.password)
    )


@post("/accounts/role", opt=FOR_ADMINISTRATORS, sync_to_thread=True)
def give_role(request: Asked, visit: NamedDependency[Visit], data: Form) -> Response[Any]:
    """Give an account another role."""
    return _change(request, visit, data, "role", lambda of: of.set_role(data.name, Role(data.role)))


@post("/accounts/password", opt=FOR_ADMINISTRATORS, sync_to_thread=True)
def give_password(request: Asked, visit: NamedDependency[Visit], data: Form) -> Response[Any]:
    """Give an account another password; its sessions end."""
    return _change(request, visit, data, "password", lambda of: of.set_password(data.name, data.password))


@post("/accounts/remove", opt=FOR_ADMINISTRATORS, sync_to_thread=True)
def remove_account(request: Asked, visit: NamedDependency[Visit], data: Form) -> Response[Any]:
    """Remove an account; its sessions end."""
    return _change(request, visit, data, "removed", lambda of: of.remove(data.name))


def _change(
    request: Asked, visit: Visit, data: Change, done: str, change: Callable[[Accounts], object]
) -> Response[Any]:
    if data.role not in ROLES.values():
        return _page(request, visit, visit.interface.text("There is no such role."), 422, data)
    try:
        change(_accounts(request))
    except Refusal as error:
        return _page(request, visit, visit.interface.tell(error), 422, data)
    _LOG.info("%r changed the account %r: %s", visit.visitor.name, data.name, done)
    return Redirect(f"/accounts?done={done}", status_code=303)


def _accounts(request: Asked) -> Accounts:
    accounts: Accounts | None = request.app.state.accounts
    if accounts is None:
        raise NoSuchPage("Körpü was started without accounts.")
    return accounts


def _page(
    request: Asked, visit: Visit, problem: str, status: int, asked: Change | None = None
) -> Response[str]:
    listed = _accounts(request).list()
    done = _DONE.get(visit.query.get("done", ""))
    return visit.page(
        "accounts.html.jinja",
        status,
        accounts=[account for account in listed if account.is_active],
        removed=[account for account in listed if not account.is_active],
        roles=list(ROLES.values()),
        least=SHORTEST_PASSWORD,
        problem=problem,
        done=visit.interface.text(done) if done and not problem else "",
        asked=asked or Change(),
    )
