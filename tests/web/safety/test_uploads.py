"""What is sent is read only as far as it may be, and what is broken is told: no request makes the server fail."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from korpu.web.app import create_app
from korpu.web.safety.csrf import FIELD, HEADER
from korpu.web.settings import UPLOAD_LIMIT, Settings
from tests.web.safety.conftest import FORM_FIELDS, Asked, Client, changing, token_for

LIMIT = 50_000


@pytest.fixture
def small(ledger_path: Path) -> Iterator[Client]:
    """The application with a limit that is soon reached."""
    app = create_app(Settings(ledger_path, author="Samirə", language="en", upload_limit=LIMIT))
    with TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
        yield client


def send(client: Client, asked: Asked, kind: str, content: Any, with_token: bool = True) -> Any:
    headers = {"content-type": "application/json" if asked.is_of_api else kind}
    if with_token:
        headers[HEADER] = token_for(client)
    return client.request(asked.method, asked.path, content=content, headers=headers, follow_redirects=False)


def test_the_limit_is_what_the_manual_says() -> None:
    assert Settings("ledger").upload_limit == UPLOAD_LIMIT == 25_000_000


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_what_is_announced_as_too_large_is_refused(small: Client, kind: str) -> None:
    for asked in changing(small):
        if takes_a_body(small, asked):
            answer = send(small, asked, kind, b"a" * (LIMIT + 1), with_token=False)
            assert answer.status_code == 413, asked


class Endless:
    """A body that never ends, sent in chunks of no announced length; it counts what was taken of it."""

    def __init__(self, head: bytes) -> None:
        self.head, self.taken = head, 0

    def __iter__(self) -> Iterator[bytes]:
        yield self.head
        while self.taken < 100 * LIMIT:
            self.taken += 8000
            yield b"a" * 8000


@pytest.mark.parametrize(
    ("kind", "head"),
    [
        ("application/x-www-form-urlencoded", b"text="),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n',
        ),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="f"\r\n\r\n'),
        ("multipart/form-data; boundary=x", b""),
    ],
)
def test_what_comes_in_chunks_without_end_is_refused_at_the_limit(
    small: Client, kind: str, head: bytes
) -> None:
    for asked in changing(small):
        if takes_a_body(small, asked):
            body = iter(Endless(b'{"text": "' if asked.is_of_api else head))
            answer = send(small, asked, kind, body, with_token=False)
            assert answer.status_code in (400, 413), asked


def takes_a_body(client: Client, asked: Asked) -> bool:
    """Whether the route reads what is sent: forms are always read, for their token."""
    return not asked.is_of_api or asked.method != "DELETE"


TOKEN = b"@TOKEN@"


def part(name: bytes, content: bytes, more: bytes = b"") -> bytes:
    return (
        b'--x\r\nContent-Disposition: form-data; name="'
        + name
        + b'"'
        + more
        + b"\r\n\r\n"
        + content
        + b"\r\n"
    )


BROKEN = [
    b"",
    b"--x",
    b"--x--",
    b"--y\r\n\r\na\r\n--y--\r\n",
    b"--x\r\n\r\n",
    b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n",
    b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\na',
    b'--x\r\nContent-Disposition: form-data; name="a\r\n\r\n--x--',
    b"--x\r\n" + b"X: " + b"a" * 9000 + b"\r\n\r\n",
    b"--x\r\n" + b"A: b\r\n" * 500 + b"\r\na\r\n--x--\r\n",
    part(b"text", b"\xff\xfe\xfa") + b"--x--\r\n",
    part(b"text", b"a", b"\r\nContent-Type: text/plain; charset=none-such") + b"--x--\r\n",
    part(b"text", b"a\0b") + b"--x--\r\n",
    part(b"te\0xt", b"a") + b"--x--\r\n",
    part(b"text", b"a") * 1500 + b"--x--\r\n",
    part(b"\xff", b"a") + b"--x--\r\n",
]


@pytest.mark.parametrize("body", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_form_is_told_and_nothing_fails(local: Client, body: bytes) -> None:
    for asked in changing(local):
        answer = send(local, asked, "multipart/form-data; boundary=x", body)
        assert answer.status_code < 500, (asked, answer.text[:300])
        with_token = part(FIELD.encode(), token_for(local).encode()) + body
        headers = {"content-type": "multipart/form-data; boundary=x"}
        if not asked.is_of_api:
            answer = local.request(
                asked.method, asked.path, content=with_token, headers=headers, follow_redirects=False
            )
            assert answer.status_code < 500, (asked, answer.text[:300])


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=" + "x" * 500,
        'multipart/form-data; boundary="a b"',
        "multipart/form-data; boundary=x; boundary=y",
        "multipart/form-data; boundary=x; charset=none-such",
        "application/x-www-form-urlencoded; charset=none-such",
        "application/x-www-form-urlencoded; charset=utf-16",
    ],
)
def test_a_form_of_no_known_shape_is_told_and_nothing_fails(local: Client, kind: str) -> None:
    for asked in changing(local):
        if not asked.is_of_api:
            assert send(local, asked, kind, b"--x\r\n\r\na\r\n--x--").status_code < 500, asked


CONTENTS = {
    "zeros": b"\0" * 2000,
    "half-utf-16": "Norveç Çilidə səfirlik açıb.".encode("utf-16") + b"a",
    "utf-16": "Norveç Çilidə səfirlik açıb.".encode("utf-16"),
    "windows-1254": "Norveç Çilide elçilik açtı.".encode("windows-1254"),
    "gzip-bomb": gzip.compress(b"a" * 20_000_000),
    "zip": b"PK\x03\x04" + b"\0" * 100,
    "chance": os.urandom(3000),
    "surrogate": b"\xed\xa0\x80" * 30,
    "overlong": b"\xc0\xaf" * 30,
    "mark": b"\xef\xbb\xbf",
    "controls": bytes(range(32)) * 20,
    "directions": "\u202etxt.exe\u2066 Norveç Çilidə səfirlik açıb.".encode(),
    "brackets": b"[" * 20_000,
    "line": b"a" * 40_000,
    "html": b"<html><body>" + b"<div>" * 3000 + b"a",
    "entities": b'<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>',
}


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "a.html",
        "a.pdf",
        "../../etc/passwd",
        "..\\..\\a.txt",
        "a\0.txt",
        "",
        "a" * 3000,
        "<script>.txt",
        "/etc/passwd",
    ],
)
def test_the_name_of_a_file_is_a_word_and_no_path(local: Client, name: str, tmp_path: Path) -> None:
    token = token_for(local)
    before = sorted(path.name for path in tmp_path.rglob("*"))
    for asked in changing(local):
        if not asked.is_of_api:
            files = [
                (field, (name, b"Norve\xc3\xa7.", "text/plain"))
                for field in ("file", "files", "document", "draft")
            ]
            answer = local.request(
                asked.method, asked.path, data={FIELD: token}, files=files, follow_redirects=False
            )
            assert answer.status_code < 500, (asked, answer.text[:300])
    new = {path.name for path in tmp_path.rglob("*")} - set(before)
    assert not {one for one in new if "own.ledger" not in one}


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_that_is_no_text_is_told_and_nothing_fails(local: Client, name: str) -> None:
    content, token = CONTENTS[name], token_for(local)
    for asked in changing(local):
        if asked.is_of_api:
            answer = send(local, asked, "", content)
        else:
            files = [
                (field, ("a.html" if name in ("html", "entities") else "a.txt", content))
                for field in ("file", "files", "document", "draft")
            ]
            answer = local.request(
                asked.method, asked.path, data={FIELD: token}, files=files, follow_redirects=False
            )
        assert answer.status_code < 500, (asked, answer.text[:300])


@pytest.mark.parametrize(
    "text", ["\0", "a\0b", "\ud800", "\x1b[31m", "\u202e" * 50, "=cmd|' /C calc'!A0", "ə" * 9000, "[" * 9000]
)
def test_a_field_may_hold_anything_and_nothing_fails(local: Client, text: str) -> None:
    token = token_for(local)
    body = dict.fromkeys(FORM_FIELDS, text.encode("utf-8", "surrogatepass")) | {FIELD: token}
    for asked in changing(local):
        if not asked.is_of_api:
            answer = local.request(asked.method, asked.path, data=body, follow_redirects=False)
            assert answer.status_code < 500, (asked, answer.text[:300])


JSONS = [
    b"",
    b"{",
    b"null",
    b"[]",
    b'"a"',
    b"1e999",
    b"{}" * 2,
    b'{"text": 1}',
    b'{"text": null}',
    b'{"text": "\\ud800"}',
    b'{"text": "\\u0000"}',
    b"\xff",
    b"[" * 30_000,
    b'{"a":' * 3000,
]


@pytest.mark.parametrize("body", JSONS, ids=range(len(JSONS)))
def test_json_that_is_none_or_another_is_told_and_nothing_fails(local: Client, body: bytes) -> None:
    for asked in changing(local):
        if asked.is_of_api:
            answer = send(local, asked, "", body)
            assert answer.status_code < 500, (asked, answer.text[:300])
