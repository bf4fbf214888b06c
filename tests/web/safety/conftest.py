"""The application with accounts, as an office's server has it, and who logs in to it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec
import pytest
from argon2 import PasswordHasher
from litestar import Litestar
from litestar.routes import HTTPRoute
from litestar.testing import TestClient

from korpu.accounts import open_accounts, opening
from korpu.accounts.account import Role
from korpu.accounts.hashing import Hashing
from korpu.web.app import create_app
from korpu.web.safety.csrf import FIELD
from korpu.web.safety.rights import CHANGING, role_needed
from korpu.web.settings import Settings

FORM_FIELDS = (
    "text",
    "title",
    "publisher",
    "published",
    "url",
    "addresses",
    "source",
    "because",
    "name",
    "password",
    "old",
    "new",
    "again",
    "q",
    "kind",
    "start",
    "end",
    "language",
    "draft",
    "pair",
    "prefer",
    "claim",
    "role",
    "value",
)
"""The fields of all forms; each form takes those that it knows."""

Client = TestClient[Litestar]

PASSWORDS = {
    "Aytən": "aytənin uzun parolu",
    "Orxan": "orxanın uzun parolu",
    "Kənan": "kənanın uzun parolu",
}
ROLES = {"Aytən": Role.READER, "Orxan": Role.EDITOR, "Kənan": Role.ADMINISTRATOR}
ADDRESS = "http://korpu.office.example:8000"


@pytest.fixture
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that take no time: these tests are not of argon2."""
    quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(opening, "Hashing", lambda: Hashing(quick))


@pytest.fixture
def accounts_path(quick_hashes: None, tmp_path: Path) -> Path:
    path = tmp_path / "accounts.sqlite"
    with open_accounts(path, create=True) as accounts:
        for name, password in PASSWORDS.items():
            accounts.add(name, ROLES[name], password)
    return path


@pytest.fixture
def office_settings(ledger_path: Path, accounts_path: Path) -> Settings:
    return Settings(
        ledger_path,
        author="Samirə",
        accounts=accounts_path,
        language="en",
        host="0.0.0.0",
        host_names=("korpu.office.example",),
    )


Visit = Callable[..., Client]


@pytest.fixture
def office(office_settings: Settings) -> Iterator[Visit]:
    """A browser of its own at the office's server: `office()`; with somebody logged in: `office("Orxan")`."""
    app = create_app(office_settings)
    with ExitStack() as stack:
        stack.enter_context(TestClient(app, base_url=ADDRESS))

        def visit(name: str | None = None, address: str = ADDRESS) -> Client:
            client = TestClient(app, base_url=address, raise_server_exceptions=False)
            if name is not None:
                answer = log_in(client, name, PASSWORDS[name])
                assert answer.status_code == 303, answer.text
            return client

        yield visit


@pytest.fixture
def local(ledger_path: Path) -> Iterator[Client]:
    """A browser at the application on the machine itself, without accounts."""
    app = create_app(Settings(ledger_path, author="Samirə", language="en"))
    with TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
        yield client


def token_in(page: str) -> str:
    """Return the token of a page's forms."""
    found = re.search(rf'name="{FIELD}" value="([^"]+)"', page) or re.search(
        r'"x-csrftoken": ?"([^"]+)"', html.unescape(page)
    )
    assert found, "the page has no token"
    return found[1]


def token_for(client: Client) -> str:
    """Return the token of whoever uses the browser."""
    page = client.get("/login")
    return token_in(page.text if page.status_code == 200 else client.get("/account").text)


def log_in(client: Client, name: str, password: str, next: str = "/") -> object:
    """Fill in the login page; return the answer, not followed."""
    form = {"name": name, "password": password, "next": next, FIELD: token_for(client)}
    return client.post("/login", data=form, follow_redirects=False)


def post(client: Client, path: str, **fields: str):  # type: ignore[no-untyped-def]
    """Send a form as its page would."""
    return client.post(path, data=fields | {FIELD: token_for(client)}, follow_redirects=False)


class Asked(msgspec.Struct, frozen=True):
    """One thing that the application may be asked."""

    method: str
    route: str

    @property
    def path(self) -> str:
        """A path that leads to the route, its parameters filled."""
        filled = re.sub(r"\{(\w+):(\w+)\}", _filled, self.route)
        return filled or "/"

    @property
    def is_of_api(self) -> bool:
        return self.route.startswith("/api/")


def _filled(parameter: re.Match[str]) -> str:
    if parameter[1] == "pair":
        return "az-kz"
    return {"int": "1", "uuid": "00000000-0000-4000-8000-000000000000", "path": "style.css"}.get(
        parameter[2], "az-kz"
    )


def everything(app: Litestar) -> list[Asked]:
    """Return all that the application may be asked, each method of each route."""
    asked = []
    for route in app.routes:
        for method in sorted(getattr(route, "methods", [])):
            if method not in ("OPTIONS", "HEAD"):
                asked.append(Asked(str(method), route.path))
    return asked


@pytest.fixture(params=["local", "office"])
def client(request: pytest.FixtureRequest) -> Client:
    """Who may do the most: the person at the machine itself, and an administrator in an office."""
    if request.param == "local":
        local: Client = request.getfixturevalue("local")
        return local
    administrator: Client = request.getfixturevalue("office")("Kənan")
    return administrator


def changing(client: Client) -> list[Asked]:
    """All that changes something, and that whoever uses the browser may ask."""
    asked = [asked for asked in everything(client.app) if asked.method in CHANGING]
    if client.app.state.accounts is None:
        return [one for one in asked if role_of(client.app, one) is not Role.ADMINISTRATOR]
    return asked


def role_of(app: Litestar, asked: Asked) -> Role | None:
    for route in app.routes:
        if isinstance(route, HTTPRoute) and route.path == asked.route:
            for method, (handler, _) in route.route_handler_map.items():
                if method == asked.method:
                    return role_needed(handler, asked.method)
    raise AssertionError(asked)
