"""What may be wrong with a source. One bad document is reported; the others are read all the same."""

from __future__ import annotations

from korpu.errors import KorpuError, Sentence


class SourceError(KorpuError):
    """A source could not be read.

    Attributes:
        source: the path or address that was asked for, `-` for standard input.
    """

    def __init__(self, source: str, message: str, /, **values: object) -> None:
        name = "standard input" if source == "-" else source
        why = message if isinstance(message, Sentence) else Sentence(message, **values)
        super().__init__("{name}: {why}", name=name, why=why)
        self.source = source


class SourceMissing(SourceError):
    """There is no such file, folder or address, or it may not be read."""


class NoDocuments(SourceError):
    """A folder holds no file that Körpü reads."""


class SourceEmpty(SourceError):
    """There is no text in it: the file is empty, or the page has no main text."""


class SourceTooLarge(SourceError):
    """It has more bytes than Körpü takes as one document."""


class NotText(SourceError):
    """It is a picture, a program, an archive: not text."""


class NotDecoded(SourceError):
    """It is text in another encoding than UTF-8, or than the one that was given.

    Attributes:
        looks_like: a name of the encoding that it looks like, None where that is unclear.
    """

    def __init__(
        self, source: str, message: str, /, *, looks_like: str | None = None, **values: object
    ) -> None:
        super().__init__(source, message, **values)
        self.looks_like = looks_like


class NotFetched(SourceError):
    """An address did not answer, or not with a page."""


class AddressRefused(NotFetched):
    """An address that a server may not fetch for others, or that leads to such a one."""
