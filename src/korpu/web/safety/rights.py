"""Who may do what: each route needs a role, and where it says nothing, what changes something needs an editor's."""

from __future__ import annotations

from typing import Any

from litestar.handlers import BaseRouteHandler

from korpu.accounts.account import Role

CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})

FOR_ALL: dict[str, Any] = {"role": None}
"""The `opt` of a route that answers who has not logged in: the login page, style sheets."""
FOR_READERS: dict[str, Any] = {"role": Role.READER}
"""The `opt` of a route that is asked by POST but changes nothing, or only what is the reader's own."""
FOR_EDITORS: dict[str, Any] = {"role": Role.EDITOR}
FOR_ADMINISTRATORS: dict[str, Any] = {"role": Role.ADMINISTRATOR}


def role_needed(handler: BaseRouteHandler, method: str) -> Role | None:
    """Return the role that a route asks for; None where it answers who has not logged in.

    A route says it by its `opt`. Where it does not, one that changes something is an editor's, any other a reader's.
    """
    usual = Role.EDITOR if method in CHANGING else Role.READER
    role: Role | None = handler.opt.get("role", usual)
    return role
