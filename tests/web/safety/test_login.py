from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from korpu.accounts import open_accounts
from korpu.accounts.account import Role
from korpu.web.app import create_app
from korpu.web.safety.csrf import FIELD
from korpu.web.safety.throttle import FOR_NAME
from korpu.web.settings import Settings
from tests.web.safety.conftest import PASSWORDS, Client, Visit, log_in, post, token_for, token_in

SESSION = "korpu-session"


def test_who_gives_name_and_password_is_let_in_and_goes_on(office: Visit) -> None:
    client = office()
    page = client.get("/az-kz?as_of=2015", follow_redirects=False)
    assert page.headers["location"] == "/login?next=%2Faz-kz%3Fas_of%3D2015"
    login = client.get(page.headers["location"])
    assert login.status_code == 200 and 'value="/az-kz?as_of=2015"' in login.text
    answer: Any = log_in(client, "ORXAN", PASSWORDS["Orxan"], "/az-kz?as_of=2015")
    assert (answer.status_code, answer.headers["location"]) == (303, "/az-kz?as_of=2015")
    assert client.get("/az-kz").status_code == 200
    assert "Orxan" in client.get("/account").text
    assert client.get("/login", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    ("name", "password"), [("Orxan", "a wrong password"), ("Nobody", PASSWORDS["Orxan"]), ("", "")]
)
def test_who_does_not_is_not_and_learns_not_which_was_wrong(office: Visit, name: str, password: str) -> None:
    client = office()
    answer: Any = log_in(client, name, password)
    assert answer.status_code == 401
    assert "There is no account of this name with this password." in answer.text
    assert password not in answer.text or not password
    assert SESSION not in client.cookies


@pytest.mark.parametrize(
    "next",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/\t/evil.example/",
        "/\n/evil.example",
        "\t//evil.example",
        " //evil.example",
        "javascript:alert(1)",
        "data:text/html,a",
        "http:evil.example",
        "http:/\\evil.example",
        "evil.example",
        "/%0d%0aSet-Cookie:a=b",
        "/\r\nSet-Cookie: a=b",
        "/\u2028/evil.example",
        "@evil.example",
        "",
        "/" + "a" * 5000,
    ],
)
def test_after_the_login_one_stays_here(office: Visit, next: str) -> None:
    client = office()
    page = client.get("/login", params={"next": next}).text
    assert not re.search(r'name="next" value="(?!/(%|"))', page)
    answer: Any = log_in(client, "Orxan", PASSWORDS["Orxan"], next)
    location = answer.headers["location"]
    assert location == "/" or (location.startswith("/%") and "\r" not in location)
    assert "set-cookie: a=b" not in str(answer.headers).lower()
    again = client.get("/login", params={"next": next}, follow_redirects=False)
    assert again.headers["location"] == location


def test_the_cookie_is_for_this_site_alone_and_not_for_scripts(office: Visit) -> None:
    answer: Any = log_in(office(), "Orxan", PASSWORDS["Orxan"])
    (cookie,) = [value for value in answer.headers.get_list("set-cookie") if value.startswith(SESSION)]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/" in cookie
    assert "Domain" not in cookie and "Secure" not in cookie and "Max-Age" not in cookie


def test_over_https_cookies_are_for_https_alone(office_settings: Settings) -> None:
    settings = msgspec.structs.replace(office_settings, behind_proxy=True)
    with TestClient(create_app(settings), base_url="https://korpu.office.example") as client:
        page = client.get("/login")
        form = {"name": "Orxan", "password": PASSWORDS["Orxan"], FIELD: token_in(page.text)}
        answer = client.post(
            "/login", data=form, headers={"origin": "https://korpu.office.example"}, follow_redirects=False
        )
        assert answer.status_code == 303
        cookies = page.headers.get_list("set-cookie") + answer.headers.get_list("set-cookie")
        assert len(cookies) == 2
        for cookie in cookies:
            assert cookie.startswith("__Host-korpu-") and "Secure" in cookie and "Path=/" in cookie
        wrong = client.post("/logout", headers={"origin": "http://korpu.office.example"})
        assert wrong.status_code == 403


def test_a_session_that_another_put_into_the_browser_is_not_taken_over(office: Visit) -> None:
    client = office()
    client.cookies.set(SESSION, "planted", domain="korpu.office.example")
    answer: Any = log_in(client, "Orxan", PASSWORDS["Orxan"])
    assert answer.status_code == 303
    assert client.cookies.get(SESSION, domain="") != "planted"
    other = office()
    other.cookies.set(SESSION, "planted", domain="korpu.office.example")
    assert other.get("/", follow_redirects=False).status_code == 303


def test_each_login_has_a_session_of_its_own_and_ends_the_one_before(office: Visit) -> None:
    client = office("Aytən")
    before = session_of(client)
    form = {"name": "Orxan", "password": PASSWORDS["Orxan"], FIELD: token_for(client)}
    assert client.post("/login", data=form, follow_redirects=False).status_code == 303
    assert session_of(client) != before
    assert "Orxan" in client.get("/account").text
    assert not is_let_in(office, before)


def test_who_logs_out_is_out_and_the_cookie_is_of_no_use(office: Visit) -> None:
    client = office("Orxan")
    cookie = session_of(client)
    assert is_let_in(office, cookie)
    assert client.get("/logout").status_code == 405, "a picture on another site must log nobody out"
    answer = post(client, "/logout")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert not is_let_in(office, cookie)
    assert client.get("/", follow_redirects=False).status_code == 303


def session_of(client: Client) -> str:
    return next(value for name, value in client.cookies.items() if name == SESSION)


def is_let_in(office: Visit, cookie: str) -> bool:
    answer = office().get("/", headers={"cookie": f"{SESSION}={cookie}"}, follow_redirects=False)
    return bool(answer.status_code == 200)


@pytest.mark.parametrize("cookie", ["", "null", "x", "a" * 43, "'", "ə", "a" * 9000])
def test_a_cookie_that_is_no_session_lets_nobody_in(office: Visit, cookie: str) -> None:
    answer = office().get("/", headers={"cookie": f"{SESSION}={cookie}".encode()}, follow_redirects=False)
    assert answer.status_code == 303


def test_too_many_tries_are_told_to_wait_and_how_long(office: Visit) -> None:
    client = office()
    for _ in range(FOR_NAME.free):
        assert log_in(client, "Orxan", "a wrong password").status_code == 401  # type: ignore[attr-defined]
    for password in ("a wrong password", PASSWORDS["Orxan"]):
        answer: Any = log_in(client, "orxan", password)
        assert answer.status_code == 429
        assert answer.headers["retry-after"] == "1"
        assert "Try again in 1 second." in answer.text
    assert log_in(office(), "Aytən", PASSWORDS["Aytən"]).status_code == 303  # type: ignore[attr-defined]


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_saw(office_settings: Settings) -> None:
    settings = msgspec.structs.replace(office_settings, behind_proxy=True)
    with TestClient(create_app(settings), base_url="https://korpu.office.example") as client:
        token = token_in(client.get("/login").text)
        statuses = []
        for number in range(30):
            headers = {"x-forwarded-for": f"203.0.113.{number}, 192.0.2.9"}
            form = {"name": f"name {number}", "password": "wrong", FIELD: token}
            statuses.append(client.post("/login", data=form, headers=headers).status_code)
        assert statuses[0] == 401 and statuses[-1] == 429


def test_without_a_proxy_nobody_says_from_where_they_come(office: Visit) -> None:
    client = office()
    token = token_for(client)
    statuses = []
    for number in range(30):
        form = {"name": f"name {number}", "password": "wrong", FIELD: token}
        headers = {"x-forwarded-for": f"192.0.2.{number}", "forwarded": f"for=192.0.2.{number}"}
        statuses.append(client.post("/login", data=form, headers=headers).status_code)
    assert statuses[0] == 401 and statuses[-1] == 429


def test_what_an_administrator_takes_away_is_gone_at_once(office: Visit) -> None:
    administrator, editor = office("Kənan"), office("Orxan")
    assert post(administrator, "/accounts/role", name="Orxan", role="reader").status_code == 303
    assert "reader" in editor.get("/account").text
    assert post(administrator, "/accounts/remove", name="Orxan").status_code == 303
    assert editor.get("/", follow_redirects=False).status_code == 303
    assert log_in(office(), "Orxan", PASSWORDS["Orxan"]).status_code == 401  # type: ignore[attr-defined]


def test_a_new_password_ends_all_other_sessions(office: Visit) -> None:
    here, elsewhere = office("Orxan"), office("Orxan")
    fields = {"old": PASSWORDS["Orxan"], "new": "başqa bir uzun cümlə", "again": "başqa bir uzun cümlə"}
    assert post(here, "/account/password", **fields).headers["location"] == "/account?done=password"
    assert "You have another password now." in here.get("/account?done=password").text
    assert elsewhere.get("/", follow_redirects=False).status_code == 303
    assert log_in(office(), "Orxan", PASSWORDS["Orxan"]).status_code == 401  # type: ignore[attr-defined]
    assert log_in(office(), "Orxan", fields["new"]).status_code == 303  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"old": "wrong", "new": "başqa bir uzun cümlə", "again": "başqa bir uzun cümlə"},
            "that you have now is another",
        ),
        ({"new": "qısa", "again": "qısa"}, "at least 12 characters; this one has 4"),
        ({"new": "başqa bir uzun cümlə", "again": "başqa"}, "not typed twice the same"),
        ({"new": "orxan orxan orxan", "again": "orxan orxan orxan"}, "The name is no password"),
    ],
)
def test_a_password_that_is_not_taken_is_told_why(
    office: Visit, fields: dict[str, str], message: str
) -> None:
    client = office("Orxan")
    answer = post(client, "/account/password", **{"old": PASSWORDS["Orxan"], **fields})
    assert answer.status_code in (403, 422) and message in answer.text
    assert client.get("/").status_code == 200


def test_an_open_session_lets_nobody_try_passwords(office: Visit) -> None:
    client = office("Orxan")
    fields = {"new": "başqa bir uzun cümlə", "again": "başqa bir uzun cümlə"}
    statuses = [
        post(client, "/account/password", old="wrong", **fields).status_code for _ in range(FOR_NAME.free + 1)
    ]
    assert statuses == [403] * FOR_NAME.free + [429]


def test_an_administrator_makes_and_changes_accounts(office: Visit, accounts_path: Path) -> None:
    client = office("Kənan")
    assert (
        post(client, "/accounts", name="Günel", role="editor", password="günel günel günel").status_code
        != 303
    )
    done = post(client, "/accounts", name="Günel", role="editor", password="on iki at su içir")
    assert done.headers["location"] == "/accounts?done=added"
    page = client.get("/accounts?done=added").text
    assert "Günel" in page and "The account was made." in page
    assert (
        post(client, "/accounts/password", name="günel", password="başqa bir uzun cümlə").status_code == 303
    )
    with open_accounts(accounts_path) as accounts:
        account = accounts.verify("Günel", "başqa bir uzun cümlə")
        assert account is not None and account.role is Role.EDITOR


@pytest.mark.parametrize(
    ("path", "fields", "message"),
    [
        (
            "/accounts",
            {"name": "ORXAN", "password": "on iki at su içir"},
            "There is an account «Orxan» already.",
        ),
        ("/accounts", {"name": "  ", "password": "on iki at su içir"}, "at least one character"),
        ("/accounts", {"name": "Yeni", "password": "qısa"}, "at least 12 characters"),
        ("/accounts", {"name": "Yeni", "password": "on iki at su içir", "role": "root"}, "no such role"),
        ("/accounts/role", {"name": "Kənan", "role": "reader"}, "only administrator"),
        ("/accounts/role", {"name": "Yoxdur", "role": "reader"}, "There is no account «Yoxdur»"),
        ("/accounts/remove", {"name": "Kənan"}, "only administrator"),
        ("/accounts/password", {"name": "Orxan", "password": "qısa"}, "at least 12 characters"),
    ],
)
def test_what_cannot_be_done_to_accounts_is_told_why(
    office: Visit, path: str, fields: dict[str, str], message: str
) -> None:
    answer = post(office("Kənan"), path, **fields)
    assert answer.status_code == 422 and message in answer.text


def test_a_changed_account_is_found_in_no_log_of_passwords(
    office: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    client = office("Kənan")
    post(client, "/accounts", name="Günel", role="editor", password="on iki at su içir")
    log_in(office(), "a password typed as a name", "a wrong password")
    log_in(office(), "Günel", "on iki at su içir")
    written = " ".join(record.getMessage() for record in caplog.records if record.name.startswith("korpu"))
    assert "Günel" in written
    assert not any(secret in written for secret in ("on iki at", "a wrong password", "typed as a name"))


def test_on_the_machine_itself_there_is_no_login(local: Client) -> None:
    assert local.get("/login", follow_redirects=False).status_code == 303
    assert "You work here as Samirə" in local.get("/account").text
    assert local.get("/accounts").status_code == 403
