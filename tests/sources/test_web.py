import contextlib
import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from korpu.document import SourceCard
from korpu.sources import web
from korpu.sources.errors import NotFetched, NotText, SourceEmpty, SourceError, SourceTooLarge
from korpu.sources.web import Patience, read_address

TEXT = "Norveçin Çilidəki səfirliyi 1997-ci ildə açılıb."
PAGE = f"<html><head><title>Xəbər</title></head><body><p>{TEXT}</p></body></html>"

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        ANSWERS[self.path](self)

    def answer(
        self, body: bytes, content_type: str | None = "text/html", status: int = 200, **headers: str
    ) -> None:
        self.send_response(status)
        if content_type:
            self.send_header("Content-Type", content_type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            for _ in range(50):
                self.wfile.write(b"a")
                time.sleep(0.02)

    def log_message(self, *_: object) -> None:
        pass


ANSWERS: dict[str, Answer] = {
    "/page": lambda handler: handler.answer(PAGE.encode(), "text/html; charset=utf-8"),
    "/text": lambda handler: handler.answer(TEXT.encode(), "text/plain"),
    "/untyped": lambda handler: handler.answer(TEXT.encode(), None),
    "/turkish": lambda handler: handler.answer(
        "Şili ilişkiler açılır".encode("cp1254"), 'text/plain;charset="windows-1254"'
    ),
    "/moved": lambda handler: handler.answer(b"", status=302, Location="/page"),
    "/round": lambda handler: handler.answer(b"", status=302, Location="/round"),
    "/elsewhere": lambda handler: handler.answer(b"", status=302, Location="ftp://example.org/a"),
    "/picture": lambda handler: handler.answer(b"\x89PNG\r\n\x1a\n", "image/png"),
    "/disguised": lambda handler: handler.answer(b"\x89PNG\r\n\x1a\n\x00\x00", "text/html"),
    "/missing": lambda handler: handler.answer(PAGE.encode(), status=404),
    "/broken": lambda handler: handler.answer(b"", status=500),
    "/empty": lambda handler: handler.answer(b""),
    "/large": lambda handler: handler.answer(b"a" * 3000, "text/plain"),
    "/announced": lambda handler: handler.answer(b"", "text/plain", Content_Length="999999999999"),
    "/garbled": lambda handler: handler.answer(TEXT.encode(), "text/plain", Content_Length="çox"),
    "/gzip": lambda handler: handler.answer(b"no gzip", "text/plain", Content_Encoding="gzip"),
    "/packed": lambda handler: handler.answer(
        gzip.compress((TEXT * 9000).encode()), "text/plain", Content_Encoding="gzip"
    ),
    "/chunked": lambda handler: handler.answer(
        b"2\r\nab\r\n2\r\nab\r\n0\r\n\r\n", "text/plain", Transfer_Encoding="chunked"
    ),
    "/silent": lambda handler: time.sleep(0.6),
    "/cut": lambda handler: handler.answer(b"a", "text/plain", Content_Length="100"),
    "/drip": lambda handler: handler.drip(),
}


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_read_with_its_address_and_title(site: str) -> None:
    document = read_address(f"{site}/page", SourceCard(publisher="Sınaq"))
    assert document.text == TEXT
    card = SourceCard(origin=f"{site}/page", url=f"{site}/page", title="Xəbər", publisher="Sınaq")
    assert document.card == card


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/text", TEXT),
        ("/packed", TEXT * 9000),
        ("/chunked", "ab" * 2),
        ("/untyped", TEXT),
        ("/turkish", "Şili ilişkiler açılır"),
        ("/garbled", TEXT),
    ],
)
def test_plain_text_is_read_as_it_stands(site: str, path: str, text: str) -> None:
    assert read_address(site + path, SourceCard()).text == text


def test_the_card_has_the_address_where_redirects_ended(site: str) -> None:
    card = read_address(f"{site}/moved", SourceCard()).card
    assert (card.origin, card.url) == (f"{site}/moved", f"{site}/page")
    assert read_address(f"{site}/moved", SourceCard(url="http://a.example/")).card.url == "http://a.example/"


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        ("/missing", NotFetched, "answered 404"),
        ("/broken", NotFetched, "answered 500"),
        ("/round", NotFetched, "redirects again and again"),
        ("/elsewhere", NotFetched, "could not be fetched"),
        ("/picture", NotFetched, "it is image/png, not a web page"),
        ("/disguised", NotText, "a PNG picture"),
        ("/empty", SourceEmpty, "empty"),
        ("/announced", SourceTooLarge, "one document may have 64"),
        ("/gzip", NotFetched, "could not be fetched"),
        ("/silent", NotFetched, "in time|refuses|ended"),
        ("/cut", NotFetched, "could not be fetched|ended"),
    ],
)
def test_an_address_without_a_page_is_told(
    site: str, path: str, error: type[SourceError], message: str
) -> None:
    with pytest.raises(error, match=message) as caught:
        read_address(site + path, SourceCard(), patience=Patience(connect=0.3, read=0.3))
    assert str(caught.value).startswith(f"{site}{path}: ")


def test_a_page_that_comes_too_slowly_is_given_up(site: str) -> None:
    with pytest.raises(NotFetched, match="too slowly"):
        read_address(f"{site}/drip", SourceCard(), patience=Patience(read=5, whole=0.2))


def test_more_bytes_than_a_document_may_have_are_not_waited_for(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "MAX_BYTES", 2000)
    with pytest.raises(SourceTooLarge):
        read_address(f"{site}/large", SourceCard())


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://127.0.0.1:9/", "refuses the connection"),
        ("http://", "no web address"),
        ("http:///a", "no web address"),
        ("http://[::1/", "could not be fetched"),
        ("http://127.0.0.1:99999/", "could not be fetched"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(address: str, message: str) -> None:
    with pytest.raises(NotFetched, match=message):
        read_address(address, SourceCard(), patience=Patience(connect=1, read=1))


def test_a_host_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(NotFetched, match="no such host, or no network"):
        read_address("http://yox.invalid/", SourceCard())
