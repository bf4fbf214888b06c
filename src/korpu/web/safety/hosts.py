"""The names under which the application may be asked: another site must not put its own name before it (DNS rebinding)."""

from __future__ import annotations

import re
from ipaddress import ip_address

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\[\]:@/?#\s]+)(?::(\d{1,5}))?", re.IGNORECASE | re.ASCII)


def is_loopback(host: str) -> bool:
    """Whether an address or name is this machine's own, which no other machine reaches.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, True, False)
    """
    plain = host.strip("[]").lower()
    try:
        return ip_address(plain).is_loopback
    except ValueError:
        return plain == "localhost"


def is_own(header: str, listening: str, names: tuple[str, ...], port: int | None) -> bool:
    """Whether the Host header of a request names this application.

    On the machine's own address it is `localhost` or a number of that sort, with the port. On any other it is a name that
    was given, or a number: a page of a site whose name leads here has that site's name in the header, and never a number.

    >>> is_own("127.0.0.1:8000", "127.0.0.1", (), 8000), is_own("evil.example:8000", "127.0.0.1", (), 8000)
    (True, False)
    >>> is_own("korpu.office.example", "0.0.0.0", ("korpu.office.example",), 8000)
    True

    Args:
        listening: the address that is listened on.
        names: the names that were given.
        port: the port that is listened on, where that is known.
    """
    found = _HOST.fullmatch(header)
    if found is None:
        return False
    host = found[1].rstrip(".").lower()
    if host in {name.rstrip(".").lower() for name in names}:
        return True
    if is_loopback(listening):
        return is_loopback(host) and port in (None, int(found[2] or 80))
    return _is_number(host)


def _is_number(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
