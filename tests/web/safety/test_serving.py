"""The program itself, on a port of this machine, asked as no browser would."""

from __future__ import annotations

import os
import re
import select
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import urllib3

from korpu.accounts import open_accounts
from korpu.accounts.account import Role
from korpu.web.settings import UPLOAD_LIMIT
from tests.web.safety.conftest import PASSWORDS

ROOT = Path(__file__).resolve().parents[3]


def start(*arguments: str) -> tuple[subprocess.Popen[str], str]:
    program = "from korpu.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", program, "serve", "--port", "0", *arguments],
        stderr=subprocess.PIPE, encoding="utf-8", env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert process.stderr is not None
    told = []
    for line in process.stderr:
        told.append(line)
        if found := re.search(r"https?://\S+", line):
            return process, found[0].rstrip("/")
    raise AssertionError("".join(told))


@pytest.fixture(scope="module")
def site(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("served")
    with open_accounts(folder / "accounts", create=True) as accounts:
        accounts.add("Orxan", Role.EDITOR, PASSWORDS["Orxan"])
    ledger = shutil.copy(sample_ledger, folder / "ledger")
    process, address = start("--ledger", str(ledger), "--accounts", str(folder / "accounts"))
    try:
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def ask(address: str, text: bytes) -> bytes:
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(text)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    return answer


def test_the_program_asks_for_a_login_and_lets_in_who_has_one(site: str) -> None:
    browser = urllib3.PoolManager()
    page = browser.request("GET", f"{site}/", redirect=False)
    assert page.status == 303 and page.headers["Location"] == "/login?next=%2F"
    login = browser.request("GET", f"{site}/login")
    cookie = login.headers["Set-Cookie"].partition(";")[0]
    token = re.search(r'name="_csrf_token" value="(\w+)"', login.data.decode())
    assert token is not None and "Server" not in login.headers
    form = {"name": "orxan", "password": PASSWORDS["Orxan"], "_csrf_token": token[1]}
    answer = browser.request(
        "POST", f"{site}/login", fields=form, encode_multipart=False, headers={"Cookie": cookie, "Origin": site}, redirect=False
    )  # fmt: skip
    assert answer.status == 303, answer.data
    session = answer.headers["Set-Cookie"].partition(";")[0]
    assert browser.request("GET", f"{site}/", headers={"Cookie": session}, redirect=False).status == 200


@pytest.mark.parametrize(
    "request_text",
    [
        b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: {own}\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        b"POST /login HTTP/1.1\r\nHost: {own}\r\nContent-Length: 5\r\nContent-Length: 6\r\nConnection: close\r\n\r\nname=a",
        b"POST /login HTTP/1.1\r\nHost: {own}\r\nTransfer-Encoding: chunked\r\nContent-Length: 6\r\nConnection: close\r\n\r\n0\r\n\r\n",
        b"POST /login HTTP/1.1\r\nHost: {own}\r\nTransfer-Encoding: xchunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
        b"POST /login HTTP/1.1\r\nHost : {own}\r\nConnection: close\r\n\r\n",
        b"POST /login HTTP/1.1\r\nHost: {own}\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
        b"GET /\0 HTTP/1.1\r\nHost: {own}\r\nConnection: close\r\n\r\n",
    ],
)
def test_a_request_of_two_meanings_is_refused(site: str, request_text: bytes) -> None:
    own = site.removeprefix("http://").encode()
    answer = ask(site, request_text.replace(b"{own}", own))
    status = answer.split(b" ", 2)[1] if answer else b"closed"
    assert status in (b"400", b"403", b"404", b"415", b"501", b"closed"), answer[:300]


def test_a_body_without_end_is_answered_at_the_limit(site: str) -> None:
    own = site.removeprefix("http://")
    head = (
        f"POST /login HTTP/1.1\r\nHost: {own}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"
    )
    host, port = own.split(":")
    chunk, sent = b"40000\r\n" + b"a" * 0x40000 + b"\r\n", 0
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(head.encode())
        while sent < 4 * UPLOAD_LIMIT and not select.select([connection], [], [], 0)[0]:
            connection.sendall(chunk)
            sent += 0x40000
        assert connection.recv(100).startswith(b"HTTP/1.1 413 ")
    assert sent < 2 * UPLOAD_LIMIT
