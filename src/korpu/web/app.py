"""The application: its pages, found by looking into their folder, over one ledger that stays open."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from types import ModuleType

from anyio import to_thread
from litestar import Litestar, Router
from litestar.datastructures import State
from litestar.di import Provide
from litestar.handlers import BaseRouteHandler
from litestar.static_files import create_static_files_router

from korpu.accounts import open_accounts
from korpu.ledger.store import open_ledger
from korpu.web import api, pages, templates
from korpu.web.ahead import make_ahead
from korpu.web.document.rereading import Rereader
from korpu.web.dossiers import Dossiers
from korpu.web.errors import EXCEPTION_HANDLERS
from korpu.web.jobs import Jobs
from korpu.web.protocol.description import PATH, Pairs, description
from korpu.web.protocol.exchange import check
from korpu.web.safety.csrf import new_secret
from korpu.web.safety.gate import check_request
from korpu.web.safety.headers import add_headers
from korpu.web.safety.rights import FOR_ALL
from korpu.web.safety.sessions import Sessions
from korpu.web.safety.throttle import Throttle
from korpu.web.settings import Settings
from korpu.web.visit import visit_of
from korpu.web.workers import Workers

MOST_THREADS = 40
"""Requests that are answered at once; most of these wait for the ledger or for a worker."""


def create_app(settings: Settings) -> Litestar:
    """Return the application as ASGI servers run it. The ledger is opened when it starts, and made where it is missing."""
    return Litestar(
        route_handlers=[_pages(), _api(), _static_files()],
        dependencies={"visit": Provide(visit_of, sync_to_thread=False)},
        exception_handlers=EXCEPTION_HANDLERS,
        guards=[check_request],
        before_send=[add_headers],
        lifespan=[_open_accounts, _open_ledger],
        state=State(_state(settings)),
        request_max_body_size=settings.upload_limit,
        openapi_config=description(),
        plugins=[Pairs()],
    )


def handlers(package: ModuleType) -> list[BaseRouteHandler]:
    """Return the route handlers of all modules of a package."""
    found: list[BaseRouteHandler] = []
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        defined = vars(importlib.import_module(f"{package.__name__}.{module.name}")).values()
        found += [one for one in defined if isinstance(one, BaseRouteHandler) and one not in found]
    return found


def _pages() -> Router:
    # In a router of their own: Litestar registers a route anew for each handler that it is given of one path, and then
    # those in threads are not awaited.
    return Router("/", route_handlers=handlers(pages), include_in_schema=False)


def _api() -> Router:
    return Router(PATH, route_handlers=handlers(api), before_request=check)


def _static_files() -> Router:
    folder = templates.FOLDER.parent / "static"
    return create_static_files_router(
        path="/static", directories=[folder], cache_control=None, include_in_schema=False, opt=FOR_ALL
    )


def _state(settings: Settings) -> dict[str, object]:
    return {
        "settings": settings,
        "sessions": Sessions(),
        "throttle": Throttle(),
        "csrf_secret": new_secret(),
    }


@asynccontextmanager
async def _open_accounts(app: Litestar) -> AsyncIterator[None]:
    """Have the accounts open while the application runs, where there are any."""
    settings: Settings = app.state.settings
    app.state.accounts = None
    if settings.accounts is None:
        yield
        return
    with open_accounts(settings.accounts) as accounts:
        app.state.accounts = accounts
        yield


@asynccontextmanager
async def _open_ledger(app: Litestar) -> AsyncIterator[None]:
    """Have the ledger open, and workers at hand, while the application runs."""
    settings: Settings = app.state.settings
    workers = Workers()
    app.state.workers, app.state.dossiers = workers, Dossiers(settings.ledger, workers)
    app.state.rereader, app.state.jobs = Rereader(workers), Jobs(workers, settings.ledger)
    # Handlers run in threads of the loop's: some wait for a worker, and others are to be answered meanwhile.
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(MOST_THREADS, "korpu-handler"))
    with open_ledger(settings.ledger, author=settings.author) as ledger:
        app.state.ledger = ledger
        ahead = threading.Thread(target=make_ahead, args=(ledger, app.state.dossiers, workers))
        ahead.start()
        try:
            yield
        finally:
            app.state.rereader.end()
            await to_thread.run_sync(app.state.jobs.end)
            await to_thread.run_sync(app.state.dossiers.end)
            await to_thread.run_sync(workers.end)
            await to_thread.run_sync(ahead.join)
