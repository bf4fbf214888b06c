"""What holds for every route, also for those that are not written yet: these tests walk the application's own list."""

from __future__ import annotations

from typing import Any

import pytest
from litestar.routes import HTTPRoute

from korpu.accounts.account import Role
from korpu.web.safety.csrf import FIELD, HEADER
from korpu.web.safety.gate import check_request
from korpu.web.safety.rights import CHANGING, role_needed
from tests.web.safety.conftest import Asked, Client, Visit, changing, everything, role_of, token_for

FOR_ALL = {
    ("GET", "/login"),
    ("POST", "/login"),
    ("GET", "/language/{tag:str}"),
    ("GET", "/static/{file_path:path}"),
}
"""What answers who has not logged in. Think twice before you add to it."""

READERS_MAY_SEND = {
    ("POST", "/logout"),
    ("POST", "/account/password"),
    ("POST", "/verify"),
    ("POST", "/api/v1/verify"),
}
"""What changes nothing, or only what is the reader's own. Think twice before you add to it."""


SAME_FOR_ALL = ("/static/style.css", "/charts.js")
"""What has nothing of the ledger in it, and may be kept by whatever stands between."""


def send(client: Client, asked: Asked, **settings: Any) -> Any:
    return client.request(asked.method, asked.path, follow_redirects=False, **settings)


def proper(client: Client, asked: Asked) -> dict[str, Any]:
    """What a page or a program of the application's own would send along."""
    if asked.is_of_api:
        return {"json": {}}
    return {"data": {"name": "x"}, "headers": {HEADER: token_for(client)}}


def own(client: Client, headers: dict[str, str]) -> dict[str, str]:
    """The headers, with the application's own origin where they have `{own}`."""
    return {name: value.replace("{own}", str(client.base_url).rstrip("/")) for name, value in headers.items()}


def test_the_gate_stands_before_every_route(client: Client) -> None:
    handlers = [
        handler
        for route in client.app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
    ]
    assert len(handlers) > 5
    for handler in handlers:
        guards = [getattr(guard, "func", guard) for guard in handler.resolve_guards()]
        assert any(getattr(guard, "__name__", "") == check_request.__name__ for guard in guards), handler
    assert not [route for route in client.app.routes if not isinstance(route, HTTPRoute)]


def test_roles_are_what_is_said_here(client: Client) -> None:
    roles = {}
    for route in client.app.routes:
        assert isinstance(route, HTTPRoute)
        for method, (handler, _) in route.route_handler_map.items():
            if method not in ("OPTIONS", "HEAD"):
                roles[str(method), route.path] = role_needed(handler, str(method))
    assert {asked for asked, role in roles.items() if role is None} == FOR_ALL & set(roles)
    for (method, path), role in roles.items():
        if path.startswith("/accounts"):
            assert role is Role.ADMINISTRATOR, path
        elif method in CHANGING and role is not None and (method, path) not in READERS_MAY_SEND:
            assert role.includes(Role.EDITOR), path


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8000", "", "localhost.evil.example:8000"],
)
def test_under_another_name_nothing_is_answered(client: Client, host: str) -> None:
    for asked in everything(client.app):
        answer = send(client, asked, headers={"host": host})
        assert answer.status_code == 400, asked
        assert "does not answer under the name" in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "{own}.evil.example"},
        {"origin": "http://127.0.0.1"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://127.0.0.1:8000"},
        {"origin": "http://localhost:8000"},
        {"origin": "null"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "http://[::1"},
        {"origin": ""},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "{own}", "sec-fetch-site": "cross-site"},
    ],
)
def test_what_another_sites_page_sends_is_refused_even_with_a_token(
    client: Client, headers: dict[str, str]
) -> None:
    token = token_for(client)
    headers = own(client, headers)
    for asked in changing(client):
        right = {"json": {}} if asked.is_of_api else {"data": {FIELD: token}}
        answer = send(client, asked, headers=headers, **right)
        assert answer.status_code == 403, asked
        assert "another site" in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "{own}"},
        {"origin": "{own}", "sec-fetch-site": "same-origin"},
        {"origin": "null", "sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none"},
    ],
)
def test_what_a_page_of_its_own_sends_goes_through(client: Client, headers: dict[str, str]) -> None:
    form = {FIELD: token_for(client)}
    assert (
        client.post("/logout", data=form, headers=own(client, headers), follow_redirects=False).status_code
        == 303
    )


@pytest.mark.parametrize("token", [None, "", "x", "0" * 64, "ə" * 64, "\u0000", "a" * 100_000])
def test_a_form_without_its_token_is_refused(client: Client, token: str | None) -> None:
    client.get("/login")
    for asked in changing(client):
        if asked.is_of_api:
            continue
        form = {"name": "x"} if token is None else {"name": "x", FIELD: token}
        for sent in ({"data": form}, {"data": form, "files": {"file": ("a.txt", b"a")}}):
            answer = send(client, asked, **sent)
            assert answer.status_code == 403, asked
            assert "not of your session" in answer.text


def test_a_token_that_is_a_file_is_none(client: Client) -> None:
    token = token_for(client)
    for asked in changing(client):
        if not asked.is_of_api:
            assert send(client, asked, files={FIELD: ("a.txt", token.encode())}).status_code == 403


def test_a_token_without_its_cookie_or_with_another_is_refused(local: Client) -> None:
    token = token_for(local)
    (name,) = [cookie for cookie in local.cookies if cookie.startswith("korpu-form")]
    for value in (None, "", "x", "ə"):
        local.cookies.delete(name)
        headers = {} if value is None else {"cookie": f"{name}={value}".encode()}
        assert local.post("/logout", data={FIELD: token}, headers=headers).status_code == 403


def test_the_token_of_another_session_is_refused(office: Visit) -> None:
    mine, other = office("Orxan"), office("Kənan")
    token = token_for(other)
    for asked in changing(mine):
        if not asked.is_of_api and role_of(mine.app, asked) is not Role.ADMINISTRATOR:
            assert send(mine, asked, data={FIELD: token}).status_code == 403, asked


def test_the_token_from_before_the_login_is_refused_after_it(office: Visit) -> None:
    client = office()
    before = token_for(client)
    form = {"name": "Orxan", "password": "orxanın uzun parolu", FIELD: before}
    assert client.post("/login", data=form, follow_redirects=False).status_code == 303
    assert client.post("/logout", data={FIELD: before}).status_code == 403


def test_a_token_of_another_run_of_the_server_is_refused(client: Client) -> None:
    token = token_for(client)
    client.app.state.csrf_secret = b"another"
    assert client.post("/logout", data={FIELD: token}).status_code == 403


def test_who_has_not_logged_in_sees_nothing(office: Visit) -> None:
    client = office()
    for asked in everything(client.app):
        if (asked.method, asked.route) in FOR_ALL:
            continue
        answer = send(client, asked, **({} if asked.method == "GET" else proper(client, asked)))
        if asked.method == "GET" and not asked.is_of_api:
            assert answer.status_code == 303, asked
            assert answer.headers["location"].startswith("/login?next=%2F"), asked
        else:
            assert answer.status_code == 401, asked
        assert "Samir" not in answer.text


def test_a_part_of_a_page_leads_who_is_logged_out_to_the_login_page(office: Visit) -> None:
    answer = office().get(
        "/az-kz",
        headers={"HX-Request": "true", "HX-Current-URL": "http://evil.example/"},
        follow_redirects=False,
    )
    assert answer.status_code == 401
    assert answer.headers["hx-redirect"] == "/login?next=%2F"


@pytest.mark.parametrize("name", ["Aytən", "Orxan", "Kənan"])
def test_each_role_may_what_it_may_and_no_more(office: Visit, name: str) -> None:
    client = office(name)
    own = {"Aytən": Role.READER, "Orxan": Role.EDITOR, "Kənan": Role.ADMINISTRATOR}[name]
    for asked in everything(client.app):
        needed = role_of(client.app, asked)
        if asked.route in ("/logout", "/login", "/accounts/remove", "/account/password"):
            continue  # these have tests of their own
        answer = send(client, asked, **({} if asked.method == "GET" else proper(client, asked)))
        if needed is not None and not own.includes(needed):
            assert answer.status_code == 403, asked
        else:
            assert answer.status_code not in (401, 403, 500), (asked, answer.text[:500])


@pytest.mark.parametrize(
    "kind",
    [
        "application/x-www-form-urlencoded",
        "text/plain",
        "multipart/form-data; boundary=x",
        "",
        "text/json",
        "application/jsonp",
        "*/*",
    ],
)
def test_what_takes_json_takes_no_form_and_no_text(client: Client, kind: str) -> None:
    for asked in changing(client):
        if asked.is_of_api:
            answer = send(client, asked, content=b'{"text": "a"}', headers={"content-type": kind})
            assert answer.status_code == 415, asked


@pytest.mark.parametrize(
    "kind", ["application/json", "text/plain", "application/x-msgpack", "", "text/html", "form"]
)
def test_what_takes_a_form_takes_no_json_and_no_text(client: Client, kind: str) -> None:
    token = token_for(client)
    for asked in changing(client):
        if not asked.is_of_api:
            answer = send(
                client, asked, content=b'{"name": "a"}', headers={"content-type": kind, HEADER: token}
            )
            assert answer.status_code == 415, asked


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "identity, gzip"])
def test_what_is_sent_compressed_is_not_read(client: Client, encoding: str) -> None:
    for asked in changing(client):
        sent = proper(client, asked)
        headers = {**sent.pop("headers", {}), "content-encoding": encoding}
        assert send(client, asked, headers=headers, **sent).status_code == 415, asked


@pytest.mark.parametrize("name", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
def test_a_method_is_what_it_is(client: Client, name: str) -> None:
    token = token_for(client)
    before = client.app.state.ledger.last_change()
    for asked in changing(client):
        for path in (asked.path, f"{asked.path}?_method={asked.method}"):
            answer = client.get(path, headers={name: asked.method, HEADER: token}, follow_redirects=False)
            assert answer.status_code in (200, 303, 302, 307, 400, 404, 405), asked
    assert client.app.state.ledger.last_change() == before


def test_a_method_that_there_is_not_is_told(client: Client) -> None:
    for method in ("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "FOO"):
        assert client.request(method, "/login").status_code in (405, 501), method


def test_every_answer_has_the_headers_that_keep_a_browser_here(office: Visit) -> None:
    client = office("Kənan")
    answers = [send(client, asked) for asked in everything(client.app) if asked.method == "GET"]
    answers += [
        client.get("/none/such/page"),
        client.get("/", headers={"host": "evil.example"}),
        client.post("/login"),
    ]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert (
            "default-src 'none'" in policy
            and "unsafe" not in policy
            and "http" not in policy
            and "*" not in policy
        )
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert "camera=()" in answer.headers["permissions-policy"]
        assert "private" in answer.headers["cache-control"] or answer.request.url.path in SAME_FOR_ALL
        assert "access-control-allow-origin" not in answer.headers
        assert "server" not in answer.headers
