"""The pages to log in and of accounts, as people see them: wide and on a phone, in both languages, light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from litestar import Litestar
from playwright.sync_api import Page

from korpu.web.app import create_app
from korpu.web.safety import sessions
from korpu.web.safety.throttle import FOR_NAME
from korpu.web.settings import Settings
from tests.web.axe import problems
from tests.web.conftest import OpenPage
from tests.web.safety.conftest import PASSWORDS

LOOKS = [
    {"width": 1600, "language": "en"},
    {"width": 360, "dark": True, "language": "az"},
]


@pytest.fixture
def app(ledger_path: Path, accounts_path: Path) -> Litestar:
    return create_app(Settings(ledger_path, author="Samirə", accounts=accounts_path, language="en"))


def log_in(page: Page, name: str, password: str) -> None:
    page.locator("input[name=name]").fill(name)
    page.locator("input[name=password]").fill(password)
    page.locator("button.first").click()
    page.wait_for_load_state("load")


def go(page: Page, path: str) -> None:
    page.goto("/".join(page.url.split("/")[:3]) + path)
    page.wait_for_load_state("load")


@pytest.mark.parametrize("look", LOOKS, ids=["wide", "phone-dark"])
def test_who_has_not_logged_in_sees_the_form_and_no_menu(
    open_page: OpenPage, look: dict[str, object]
) -> None:
    page = open_page("/az-kz", **look)
    assert "/login?next=" in page.url
    assert page.locator("header.bar a").count() == 2  # the name of the product, the other language
    assert page.locator("nav, input[type=search], footer").count() == 0
    assert page.locator("input[name=name]").evaluate("it => it === document.activeElement")
    assert not problems(page)


@pytest.mark.parametrize("look", LOOKS, ids=["wide", "phone-dark"])
def test_a_wrong_password_and_too_many_tries_are_told_above_the_form(
    open_page: OpenPage, look: dict[str, object]
) -> None:
    page = open_page("/login", refusals=True, **look)
    log_in(page, "Orxan", "a wrong password")
    assert page.locator("[role=alert]").is_visible()
    assert page.locator("input[name=name]").input_value() == "Orxan"
    assert page.locator("input[name=password]").evaluate("it => it === document.activeElement")
    assert not problems(page)
    told = page.locator("[role=alert]").inner_text()
    for _ in range(FOR_NAME.free):
        log_in(page, "Orxan", "a wrong password")
    assert page.locator("[role=alert]").inner_text() != told
    assert not problems(page)


@pytest.mark.parametrize("look", LOOKS, ids=["wide", "phone-dark"])
def test_a_session_that_is_over_leads_to_the_form_and_back(
    open_page: OpenPage, look: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page("/login", refusals=True, **look)
    log_in(page, "Orxan", PASSWORDS["Orxan"])
    go(page, "/verify")
    with monkeypatch.context() as over:
        over.setattr(sessions, "IDLE_SECONDS", -1)
        page.locator("form.draft button.first").click()
        page.wait_for_load_state("load")
        assert page.locator("main h1").is_visible() and page.locator("nav").count() == 0
        assert not problems(page)
        page.locator('main a[href="/login"]').click()
        page.wait_for_url("**/login")
    go(page, "/az-kz/map")
    assert page.locator("main .told").count() == 2
    log_in(page, "Orxan", PASSWORDS["Orxan"])
    assert page.url.endswith("/az-kz/map")


@pytest.mark.parametrize("look", LOOKS, ids=["wide", "phone-dark"])
def test_ones_own_account_and_all_accounts_can_be_used_by_everyone(
    open_page: OpenPage, look: dict[str, object]
) -> None:
    page = open_page("/login?next=/account", **look)
    log_in(page, "Kənan", PASSWORDS["Kənan"])
    assert page.url.endswith("/account")
    assert not problems(page)
    page.locator("main a[href='/accounts']").click()
    page.wait_for_url("**/accounts")
    assert not problems(page)
    for summary in page.locator("summary").all():
        summary.click()
        assert summary.evaluate("it => it.parentElement.open")
    assert not problems(page)


@pytest.mark.parametrize(("name", "adds"), [("Aytən", False), ("Orxan", True)])
def test_the_menu_has_what_one_may_do(open_page: OpenPage, name: str, adds: bool) -> None:
    page = open_page("/login")
    log_in(page, name, PASSWORDS[name])
    assert page.locator("nav a[href='/documents']").count() == 1
    assert page.locator("nav a[href='/add']").count() == adds
    assert "this machine" not in page.locator("footer").inner_text()
