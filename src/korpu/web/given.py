"""What somebody gives to be read: a text that was pasted, a file that was uploaded, a page that was fetched."""

from __future__ import annotations

import msgspec

from korpu.document import Document, SourceCard
from korpu.errors import Sentence
from korpu.intake import Failure, Reading, read_claims
from korpu.sources.errors import NotDecoded, SourceError
from korpu.sources.files import document_of
from korpu.sources.web import Fetched, Patience, fetch

LONGEST_NAME = 120
PATIENCE = Patience(whole=60.0)
DEFAULT_LANGUAGE = "az"

ENCODINGS = ("utf-8", "windows-1254", "windows-1251", "utf-16", "koi8-r")
"""What texts of the region are written in; the first is usual."""


class Given(msgspec.Struct, frozen=True):
    """Something to be read.

    Attributes:
        name: what it is called; of a file its own name, which is shown and never opened.
        data: its bytes, or what its address answered with.
        is_named: whether the name is worth keeping as the document's origin.
    """

    name: str
    data: bytes | Fetched
    card: SourceCard = SourceCard()
    encoding: str | None = None
    is_named: bool = True


def read_given(given: Given, language: str = DEFAULT_LANGUAGE) -> Reading | Failure:
    """Return what is read in it, or why it could not be. Workers run this."""
    try:
        document = _document(given)
    except NotDecoded as error:
        return Failure(given.name, _not_decoded(given, error.looks_like))
    except SourceError as error:
        return Failure(given.name, error.sentence)
    return read_claims(given.name, document, language)


def _not_decoded(given: Given, looks_like: str | None) -> Sentence:
    named = {"name": given.name, "encoding": given.encoding or "UTF-8"}
    if looks_like:
        return Sentence(
            "{name}: it is no {encoding} text; it looks like {looks_like}. "
            "Choose the encoding beside the files and add it again, or save it as UTF-8.",
            **named,
            looks_like=looks_like,
        )
    return Sentence(
        "{name}: it is no {encoding} text; its encoding is unclear. "
        "Choose the encoding beside the files and add it again, or save it as UTF-8.",
        **named,
    )


def _document(given: Given) -> Document:
    if isinstance(given.data, Fetched):
        return given.data.read(given.card, given.encoding)
    document = document_of(given.data, given.name, given.card, given.encoding)
    if given.is_named:
        return document
    return Document(document.text, msgspec.structs.replace(document.card, origin=None))


def fetch_given(address: str, card: SourceCard, encoding: str | None = None) -> Given | Failure:
    """Return what a web address answers with, fetched as a server fetches for others, or why it was not."""
    from korpu.sources.guard import Guard

    try:
        return Given(address, fetch(address, PATIENCE, Guard()), card, encoding)
    except SourceError as error:
        return Failure(address, error.sentence)


def warm_up() -> None:
    """Load what reading needs: the words of the language, and what takes the text out of a page. Workers run this."""
    import trafilatura  # noqa: F401

    for text in ("Görüş 1997-ci ildə olub.", "<html><body><p>Görüş olub.</p></body></html>"):
        read_given(Given("a", text.encode()))


def shown_name(name: str) -> str:
    """Return the name of an uploaded file as it is shown: without folders, without signs that do not print.

    >>> shown_name("C:\\\\Users\\\\a\\\\xəbər.txt"), shown_name("../../etc/passwd"), shown_name("\\x1b[2J")
    ('xəbər.txt', 'passwd', '[2J')
    """
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = "".join(sign for sign in last if sign.isprintable()).strip()
    return plain[:LONGEST_NAME] or "?"


def text_of(given: str) -> bytes:
    """Return a pasted text's bytes; what is no letter in any encoding (half a pair) becomes a question mark."""
    return given.encode("utf-8", "replace")
