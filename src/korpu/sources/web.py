"""Web addresses: one page, fetched when the user names it; nothing else is ever fetched."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import msgspec

from korpu.document import Document, SourceCard
from korpu.errors import Sentence
from korpu.sources.decoding import MAX_BYTES, too_large
from korpu.sources.errors import AddressRefused, NotFetched
from korpu.sources.files import document_of

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

    from korpu.sources.guard import Guard

CONTENT_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", ""})


class Patience(msgspec.Struct, frozen=True):
    """How long to wait for an address, in seconds: to connect, for the next bytes, and in all."""

    connect: float = 10.0
    read: float = 30.0
    whole: float = 120.0


def is_address(source: str) -> bool:
    """Whether the source is a web address.

    >>> is_address("https://example.org/a"), is_address("a.txt")
    (True, False)
    """
    return source.lower().startswith(("http://", "https://"))


class Fetched(msgspec.Struct, frozen=True):
    """What a web address answered with.

    Attributes:
        url: where redirects ended.
        encoding: that which the server named; None where it named none.
    """

    address: str
    url: str
    data: bytes
    encoding: str | None

    def read(self, card: SourceCard, encoding: str | None = None) -> Document:
        """Return the document that was fetched; the card's `url` is where redirects ended.

        Raises:
            SourceError: see `decode` and `read_page`.
        """
        found_at = msgspec.structs.replace(card, url=card.url or self.url)
        return document_of(self.data, self.address, found_at, encoding, self.encoding)


def read_address(
    address: str,
    card: SourceCard,
    encoding: str | None = None,
    patience: Patience | None = None,
    guard: Guard | None = None,
) -> Document:
    """Return the document at a web address; the card's `url` is where redirects ended.

    Args:
        guard: as for `fetch`.

    Raises:
        SourceError: see `fetch`, `decode` and `read_page`.
    """
    return fetch(address, patience, guard).read(card, encoding)


def fetch(address: str, patience: Patience | None = None, guard: Guard | None = None) -> Fetched:
    """Return what a web address answers with, unread.

    Args:
        guard: what may be fetched, where it is not the person at this machine who names the address: a server asked
            from afar fetches only from the public web (`korpu.sources.guard`), also after redirects.

    Raises:
        AddressRefused: the guard does not let it through.
        NotFetched: it does not answer, answers with an error, or with what is no page.
        SourceTooLarge: it has more than one document may have.
    """
    import urllib3

    from korpu.sources.guard import NotAllowed

    patience = patience or Patience()
    deadline = time.monotonic() + patience.whole
    pool = _pool(patience, guard)
    try:
        if not urlsplit(address).hostname:
            raise NotFetched(address, "this is no web address: it names no host.")
        response = pool.request("GET", address, preload_content=False)
        try:
            declared = _check_answer(address, response)
            data = _read_body(address, response, deadline)
        finally:
            response.close()
    except NotAllowed as refusal:
        raise AddressRefused(address, refusal.args[0]) from None
    except (urllib3.exceptions.HTTPError, ValueError, OSError) as error:
        raise NotFetched(address, _reason(error)) from None
    finally:
        pool.clear()
    return Fetched(address, _redirected(address, response), data, declared)


def _pool(patience: Patience, guard: Guard | None) -> PoolManager:
    import urllib3

    return (guard.pools if guard else urllib3.PoolManager)(
        timeout=urllib3.Timeout(connect=patience.connect, read=patience.read),
        retries=urllib3.Retry(total=5, connect=1, read=0, redirect=5),
        headers={"User-Agent": "korpu", "Accept": "text/html, text/plain;q=0.9"},
    )


def _check_answer(address: str, response: BaseHTTPResponse) -> str | None:
    """Return the encoding that the server names; raise where it did not answer with a page."""
    if response.status != 200:
        reason = f" ({response.reason})" if response.reason else ""
        raise NotFetched(
            address, "the server answered {status}, not with a page.", status=f"{response.status}{reason}"
        )
    content_type, _, parameters = response.headers.get("Content-Type", "").partition(";")
    if content_type.strip().lower() not in CONTENT_TYPES:
        raise NotFetched(
            address,
            "it is {what}, not a web page or plain text. Save its text to a file, then add that.",
            what=content_type.strip(),
        )
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > MAX_BYTES:
        raise too_large(address, int(announced))
    name, _, value = parameters.strip().partition("=")
    return value.strip("\"' ") or None if name.strip().lower() == "charset" else None


def _read_body(address: str, response: BaseHTTPResponse, deadline: float) -> bytes:
    body = bytearray()
    # `read1` returns what has come; `read` and `stream` would wait past the deadline for a full chunk.
    while chunk := response.read1(64 * 1024, decode_content=True):
        body += chunk
        if len(body) > MAX_BYTES:
            raise too_large(address)
        if time.monotonic() > deadline:
            raise NotFetched(
                address, "the page came too slowly and was given up. Try again, or save it to a file."
            )
    return bytes(body)


def _redirected(address: str, response: BaseHTTPResponse) -> str:
    """Return the address where the redirects ended."""
    for hop in response.retries.history if response.retries else ():
        address = urljoin(address, hop.redirect_location or "")
    return address


def _reason(error: Exception) -> Sentence:
    """Return in words why an address was not fetched."""
    import urllib3.exceptions as http

    cause = error.reason if isinstance(error, http.MaxRetryError) and error.reason else error
    match cause:
        case http.NameResolutionError():
            return Sentence("there is no such host, or no network. Check the address.")
        case http.NewConnectionError() | ConnectionRefusedError():
            return Sentence("the server refuses the connection. Check the address.")
        case http.ConnectTimeoutError() | http.ReadTimeoutError() | TimeoutError():
            return Sentence("the server did not answer in time. Try again later.")
        case http.SSLError():
            return Sentence("the server's certificate could not be verified, so nothing was read from it.")
        case http.ResponseError():
            return Sentence("it redirects again and again.")
    return Sentence("it could not be fetched ({cause}).", cause=str(cause))
