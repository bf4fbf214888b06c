"""Who asks: the account of the session that a request's cookie names."""

from __future__ import annotations

from typing import Any

from anyio.to_thread import run_sync
from litestar.connection import ASGIConnection

from korpu.accounts.account import Account, Role
from korpu.accounts.store import Accounts
from korpu.web.safety.cookies import SESSION_COOKIE, cookie_name
from korpu.web.safety.sessions import Session, Sessions
from korpu.web.visit import Visitor

Asked = ASGIConnection[Any, Any, Any, Any]


async def identify(connection: Asked) -> Visitor | None:
    """Note in the request who asks, and return it; None where nobody has logged in.

    Without accounts whoever reaches the application works here, as an editor: there are no accounts to administer.
    """
    settings, accounts = connection.app.state.settings, connection.app.state.accounts
    connection.scope["auth"] = None
    if accounts is None:
        visitor = Visitor(settings.author, Role.EDITOR, is_local=True)
    else:
        found = await _logged_in(connection, accounts)
        if found is None:
            connection.scope["user"] = None
            return None
        connection.scope["auth"], account = found
        visitor = Visitor(account.name, account.role)
    connection.scope["user"] = visitor
    return visitor


async def _logged_in(connection: Asked, accounts: Accounts) -> tuple[Session, Account] | None:
    sessions: Sessions = connection.app.state.sessions
    id = connection.cookies.get(cookie_name(connection.app, SESSION_COOKIE), "")
    session = sessions.find(id) if id else None
    if session is None:
        return None
    # Each time anew: a role that was taken, or a password that was changed, holds at once.
    account = await run_sync(accounts.get, session.name)
    if account is None or account.epoch != session.epoch:
        sessions.end(id)
        return None
    return session, account
