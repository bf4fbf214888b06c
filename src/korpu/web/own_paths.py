"""Where a page may send its reader on to: an address of this application, and no other."""

from __future__ import annotations

from urllib.parse import urlsplit

LONGEST = 2000
"""An address of ours is shorter; a browser does not follow much longer ones in a header."""


def own_path(address: str) -> str:
    """Return an address of this application, the first page's where it is of another.

    >>> own_path("/az-kz?as_of=2015"), own_path("//example.org/"), own_path("https://example.org/")
    ('/az-kz?as_of=2015', '/', '/')
    """
    # Browsers take a backslash for a slash, and drop tabs and line breaks before they look.
    is_path = address.startswith("/") and not address.startswith("//") and "\\" not in address
    if not is_path or not address.isprintable() or len(address) > LONGEST:
        return "/"
    parts = urlsplit(address)
    return "/" if parts.scheme or parts.netloc else address
