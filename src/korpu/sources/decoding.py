"""Bytes → text: what is no text is refused by its content, never by its name."""

from __future__ import annotations

import codecs
import io

from korpu.errors import Sentence
from korpu.sources.errors import NotDecoded, NotText, SourceEmpty, SourceTooLarge

MAX_BYTES = 64 * 1024 * 1024
"""The most bytes that one document may have; the longest book is a tenth of it."""

SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", Sentence("a PNG picture")),
    (b"\xff\xd8\xff", Sentence("a JPEG picture")),
    (b"GIF8", Sentence("a GIF picture")),
    (b"BM", Sentence("a BMP picture")),
    (b"II*\x00", Sentence("a TIFF picture")),
    (b"MM\x00*", Sentence("a TIFF picture")),
    (b"%PDF-", Sentence("a PDF file")),
    (b"PK\x03\x04", Sentence("a ZIP archive (a Word, Excel or OpenDocument file is one, too)")),
    (b"\xd0\xcf\x11\xe0", Sentence("an old Word or Excel file")),
    (b"{\\rtf", Sentence("an RTF file")),
    (b"\x1f\x8b", Sentence("a gzip archive")),
    (b"BZh", Sentence("a bzip2 archive")),
    (b"\xfd7zXZ\x00", Sentence("an xz archive")),
    (b"7z\xbc\xaf", Sentence("a 7-Zip archive")),
    (b"Rar!", Sentence("a RAR archive")),
    (b"\x7fELF", Sentence("a program")),
    (b"MZ", Sentence("a program")),
    (b"SQLite format 3\x00", Sentence("an SQLite database")),
    (b"ID3", Sentence("a sound recording")),
    (b"RIFF", Sentence("a sound, film or WebP file")),
    (b"OggS", Sentence("a sound or film file")),
)
"""How files that are no text begin."""

CANDIDATES = ["utf_16", "utf_16_le", "utf_16_be", "cp1254", "cp1251", "koi8_r", "cp866"]
"""Encodings in which texts of the region are met. Among all that exist, charset-normalizer takes
windows-1254 for windows-1250. Western texts look like windows-1254, too: it differs from windows-1252
in six letters, which are Icelandic there."""

_PLAIN_BEGINNINGS = (b"BM", b"MZ", b"BZh", b"ID3", b"GIF8", b"RIFF", b"OggS", b"Rar!")
"""Signatures that a text may begin with, too («BMT …»): they count only beside control characters."""


def decode(data: bytes, source: str, encoding: str | None = None, declared: str | None = None) -> str:
    r"""Return the text that the bytes hold, with `\n` as the only line end and without a byte-order mark.

    >>> decode(b"\xef\xbb\xbfBir\r\n", "bir.txt")
    'Bir\n'

    Args:
        data: all of the source's bytes.
        source: what error messages call it.
        encoding: read it as this and nothing else; the name must be one that Python knows.
        declared: the encoding that a page or server names; tried where the bytes are not UTF-8.

    Raises:
        SourceTooLarge, SourceEmpty, NotText: as their names say.
        NotDecoded: it is no UTF-8 (or not what `encoding` says); the message names what it looks like.
    """
    if len(data) > MAX_BYTES:
        raise too_large(source, len(data))
    if not data.strip():
        raise SourceEmpty(source, "it is empty; there is nothing to read.")
    what = describe_binary(data) if encoding is None else None
    if what:
        raise NotText(
            source,
            "it is {what}, not text. Save it as text or as a web page (HTML), then add that.",
            what=what,
        )
    text = _decode_as(data, source, encoding) if encoding else _decode_found(data, source, declared)
    text = io.IncrementalNewlineDecoder(None, translate=True).decode(text.removeprefix("\ufeff"), final=True)
    if "\x00" in text:
        raise NotText(source, "it holds zero bytes and is no text.")
    if not text.strip():
        raise SourceEmpty(source, "there is only white space in it; there is nothing to read.")
    return text


def too_large(source: str, size: int | None = None) -> SourceTooLarge:
    """Return the error for a source of `size` bytes (None: unknown, but more than the cap)."""
    most = MAX_BYTES // 1024 // 1024
    if size is None:
        why = Sentence(
            "it has more than {most} MB; one document may have {most}. Split it into its documents.",
            most=most,
        )
    else:
        why = Sentence(
            "it has {size} MB; one document may have {most}. Split it into its documents.",
            size=f"{size / 1024 / 1024:.0f}",
            most=most,
        )
    return SourceTooLarge(source, why)


def describe_binary(data: bytes) -> Sentence | None:
    r"""Return what the bytes are where they are no text, else None.

    >>> describe_binary(b"%PDF-1.7 ..."), describe_binary(b"BMT-nin")
    ('a PDF file', None)
    """
    head = data[:4096]
    controls = any(byte < 32 and byte not in b"\t\n\v\f\r\x1a\x1b" for byte in head)
    for signature, name in SIGNATURES:
        if head.startswith(signature) and (controls or signature not in _PLAIN_BEGINNINGS):
            return name
    if b"\x00" in head and not _is_utf16(head):
        return Sentence("a binary file")
    return None


def _is_utf16(head: bytes) -> bool:
    """Whether every zero byte is the empty half of a Latin letter or space, as in UTF-16."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return (even == 0 or odd == 0) and max(even, odd) > len(head) / 8


def _decode_as(data: bytes, source: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        looks_like = guess_encoding(data)
        rather = f" It looks like {looks_like}." if looks_like else ""
        message = f"it is not {encoding}: that has no meaning for the byte at offset {error.start}.{rather}"
        raise NotDecoded(source, message, looks_like=looks_like) from None


def _decode_found(data: bytes, source: str, declared: str | None) -> str:
    # UTF-8 first: bytes that are valid UTF-8 are hardly ever anything else, whatever a page declares.
    for encoding in ("utf-8", declared):
        try:
            if encoding:
                return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    looks_like = guess_encoding(data)
    if looks_like:
        message = (
            f"it is not UTF-8 text; it looks like {looks_like}. Add `--encoding {looks_like}` to read it so."
        )
    else:
        message = "it is not UTF-8 text, and its encoding is unclear. Save it as UTF-8, or name it with `--encoding`."
    raise NotDecoded(source, message, looks_like=looks_like)


def guess_encoding(data: bytes) -> str | None:
    """Return a name of the encoding that the bytes look like, None where that is unclear.

    >>> guess_encoding("Səfirlik açılmışdır, görüş keçirilmişdir.".replace("ə", "e").encode("windows-1254"))
    'windows-1254'
    """
    from charset_normalizer import from_bytes

    best = from_bytes(data[:20_000], cp_isolation=CANDIDATES).best()
    if best is None or best.encoding == "ascii":
        return None
    return best.encoding.replace("cp125", "windows-125").replace("_", "-")
