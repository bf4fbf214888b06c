"""An address for each page of the application, so that what must hold of every page is tried on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from litestar import Litestar
from litestar.handlers import HTTPRouteHandler

from korpu.ledger.store import open_ledger

PAIR = "az-kz"


def page_paths(app: Litestar, ledger: Path) -> dict[str, str]:
    """Return an address of every page that can be read, by the path as it is declared."""
    found = {}
    for path, handler in _handlers(app):
        if "GET" in handler.http_methods and not path.startswith(("/api/", "/static")):
            found[path] = _filled(path, ledger)
    return dict(sorted(found.items()))


def _handlers(app: Litestar) -> Iterator[tuple[str, HTTPRouteHandler]]:
    for route in app.routes:
        for handler in getattr(route, "route_handlers", ()):
            yield route.path_format, handler


def _filled(path: str, ledger: Path) -> str:
    with open_ledger(ledger) as opened:
        claim = opened.claims(("AZ", "KZ"))[0]
        person = opened.entities(("AZ", "KZ"), "person").entities[0]
    values = {"pair": PAIR, "name": "visits", "tag": "en"}
    if path.startswith("/claims/"):
        values["id"] = claim.id
    elif path.startswith("/documents/"):
        values["id"] = claim.document
    elif path.startswith("/entities/"):
        values["id"] = person.id
    return re.sub(r"{(\w+)(?::\w+)?}", lambda part: values.get(part[1], part[0]), path)
