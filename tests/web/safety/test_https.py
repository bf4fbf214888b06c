"""https spoken by the program itself, with a certificate that is made for the test; and what it says of a wrong one."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import urllib3

from korpu.accounts import open_accounts
from korpu.accounts.account import Role
from tests.web.safety.conftest import PASSWORDS
from tests.web.safety.test_serving import ROOT, start

SUBJECT = "/CN=localhost"


def make(folder: Path, name: str, *options: str) -> tuple[Path, Path]:
    """Make a certificate of this machine's own name, signed by itself; return its file and the key's."""
    certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
    assert shutil.which("openssl"), "These tests need the program openssl: apt-get install openssl"
    locked = options or ("-nodes",)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "2",
         "-subj", SUBJECT, "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(key),
         "-out", str(certificate), *locked],
        check=True, capture_output=True,
    )  # fmt: skip
    return certificate, key


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("https")


@pytest.fixture(scope="module")
def pair(folder: Path) -> tuple[Path, Path]:
    return make(folder, "korpu")


@pytest.fixture(scope="module")
def site(sample_ledger: Path, folder: Path, pair: tuple[Path, Path]) -> Iterator[str]:
    with open_accounts(folder / "accounts", create=True) as accounts:
        accounts.add("Orxan", Role.EDITOR, PASSWORDS["Orxan"])
    ledger = shutil.copy(sample_ledger, folder / "ledger")
    process, address = start(
        "--ledger", str(ledger), "--accounts", str(folder / "accounts"), "--host-name", "localhost",
        "--certificate", str(pair[0]), "--key", str(pair[1]),
    )  # fmt: skip
    try:
        yield address.replace("127.0.0.1", "localhost")
    finally:
        process.terminate()
        process.wait(timeout=30)


@pytest.fixture
def browser(pair: tuple[Path, Path]) -> urllib3.PoolManager:
    """A browser that trusts the certificate, and no other."""
    return urllib3.PoolManager(ca_certs=str(pair[0]))


def test_it_speaks_https_with_its_certificate_and_nothing_older(
    site: str, browser: urllib3.PoolManager, pair: tuple[Path, Path]
) -> None:
    assert site.startswith("https://")
    login = browser.request("GET", f"{site}/login")
    assert (login.status, login.headers["Strict-Transport-Security"]) == (200, "max-age=31536000")
    trusting = ssl.create_default_context(cafile=str(pair[0]))
    port = int(site.rpartition(":")[2])
    with (
        socket.create_connection(("127.0.0.1", port), timeout=20) as connection,
        trusting.wrap_socket(connection, server_hostname="localhost") as secured,
    ):
        assert secured.version() in ("TLSv1.2", "TLSv1.3")


def test_who_does_not_trust_the_certificate_gets_nothing(site: str) -> None:
    with pytest.raises(urllib3.exceptions.MaxRetryError, match="CERTIFICATE_VERIFY_FAILED"):
        urllib3.PoolManager(retries=0).request("GET", f"{site}/login")


def test_what_is_asked_without_https_is_not_answered(site: str) -> None:
    port = int(site.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(b"GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        try:
            answer = connection.recv(1000)
        except ConnectionResetError:
            answer = b""
    assert b"HTTP/" not in answer


def test_its_cookies_go_over_https_alone(site: str, browser: urllib3.PoolManager) -> None:
    login = browser.request("GET", f"{site}/login")
    form_cookie = login.headers["Set-Cookie"]
    assert form_cookie.startswith("__Host-korpu-form=") and "secure" in form_cookie.lower()
    token = re.search(r'name="_csrf_token" value="(\w+)"', login.data.decode())
    assert token
    answer = browser.request(
        "POST",
        f"{site}/login",
        fields={"name": "Orxan", "password": PASSWORDS["Orxan"], "_csrf_token": token[1]},
        encode_multipart=False,
        headers={"Cookie": form_cookie.partition(";")[0], "Origin": site},
        redirect=False,
    )
    assert answer.status == 303, answer.data
    cookie = answer.headers["Set-Cookie"]
    told = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert cookie.startswith("__Host-korpu-session=")
    assert {"secure", "httponly", "path=/", "samesite=lax"} <= told
    page = browser.request("GET", f"{site}/", headers={"Cookie": cookie.partition(";")[0]}, redirect=False)
    assert page.status == 200


def test_a_form_of_the_same_name_without_https_is_another_sites(
    site: str, browser: urllib3.PoolManager
) -> None:
    answer = browser.request("POST", f"{site}/login", headers={"Origin": site.replace("https", "http")})
    assert answer.status == 403


def said(*arguments: str) -> str:
    """What the program says that does not start."""
    program = "from korpu.cli import main; main()"
    ended = subprocess.run(
        [sys.executable, "-c", program, "serve", "--port", "0", *arguments],
        capture_output=True, encoding="utf-8", timeout=60, stdin=subprocess.DEVNULL, check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert ended.returncode == 2, ended
    assert "Traceback" not in ended.stderr and not ended.stdout
    return ended.stderr


def test_a_wrong_certificate_or_key_is_told_in_a_sentence(folder: Path, pair: tuple[Path, Path]) -> None:
    certificate, key = map(str, pair)
    other = str(make(folder, "other")[1])
    locked = str(make(folder, "locked", "-passout", "pass:açarın sözü")[1])
    text, missing = folder / "text.pem", str(folder / "nowhere.pem")
    text.write_text("Salam.", encoding="utf-8")
    ledger = ("--ledger", str(folder / "new.ledger"))
    assert "is of another certificate" in said(*ledger, "--certificate", certificate, "--key", other)
    assert "locked by a password" in said(
        *ledger, "--certificate", str(folder / "locked.pem"), "--key", locked
    )
    assert "begin with «-----BEGIN»" in said(*ledger, "--certificate", str(text), "--key", key)
    assert "begin with «-----BEGIN»" in said(*ledger, "--certificate", certificate, "--key", str(text))
    assert missing in said(*ledger, "--certificate", missing, "--key", key)
    assert missing in said(*ledger, "--certificate", certificate, "--key", missing)
    assert "both --certificate and --key" in said(*ledger, "--certificate", certificate)
    assert not (folder / "new.ledger").exists()
