"""Which addresses a server may fetch for somebody who asks from afar: those of the public web, and no other.

A person at the command line may name any address: what it leads to, he can reach anyway. A server stands within a network
that those who ask it may not be in: its own machine, the office's printers and databases, the metadata service of a cloud
that hands out keys. So each address that is connected to is looked at, of each redirect; and it is the very one that is
then connected to, as a name may lead elsewhere when it is asked again.
"""

from __future__ import annotations

import socket
import unicodedata
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any

import msgspec
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util import parse_url
from urllib3.util.connection import create_connection

from korpu.errors import Sentence

_MOST_TRIED = 4
"""Of so many addresses of one host a connection is tried: one may have thousands that never answer."""

_NOT_PUBLIC_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by a provider's customers
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, and the metadata services of clouds
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocols
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
"""Of IANA's registry of special addresses. `is_global` of Python calls multicast global, and changed between its versions."""

_PUBLIC_6 = IPv6Network("2000::/3")
"""All that is given out to the public. What is not of it is loopback, local, multicast, or not given out at all."""

_NOT_PUBLIC_6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocols; Teredo, which has an address of IPv4 in it
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")
_6TO4 = IPv6Network("2002::/16")
_ISATAP = (0x00005EFE, 0x02005EFE)


class NotAllowed(Exception):
    """An address that may not be fetched; the message says why, in a sentence."""


class Guard(msgspec.Struct, frozen=True):
    """What may be fetched: over http and https, from hosts of the public web, on these ports, without credentials."""

    ports: tuple[int, ...] = (80, 443)

    def pools(self, **settings: Any) -> urllib3.PoolManager:
        """Return what fetches only what may be; `settings` are those of urllib3's `PoolManager`."""
        return _GuardedPools(self, **settings)

    def check(self, address: str) -> None:
        """Return where an address is written as one that may be fetched. Where its host leads is seen when connecting.

        Raises:
            NotAllowed: another scheme or port, credentials, or a host that is a number.
        """
        parts = parse_url(address)
        host = (parts.host or "").strip("[]")
        if parts.scheme not in ("http", "https"):
            raise NotAllowed(
                Sentence(
                    "it leads to {address}. Only http:// and https:// addresses are fetched.",
                    address=_shown(address),
                )
            )
        if not host:
            raise NotAllowed(Sentence("this is no web address: it names no host."))
        if parts.auth is not None:
            raise NotAllowed(Sentence("it has a user name or password in it. Give the address without."))
        port = (443 if parts.scheme == "https" else 80) if parts.port is None else parts.port
        if port not in self.ports:
            raise NotAllowed(
                Sentence(
                    "it leads to port {port} of {host}. Pages are fetched from these ports alone: {ports}.",
                    port=port,
                    host=_shown(host),
                    ports=", ".join(map(str, self.ports)),
                )
            )
        if _is_odd_number(host):
            raise NotAllowed(
                Sentence(
                    "{host} is a number and no host. Give the address by the site's name.", host=_shown(host)
                )
            )


class _GuardedPools(urllib3.PoolManager):
    """Connections to what a guard lets through. Each redirect comes by here, too."""

    def __init__(self, guard: Guard, **settings: Any) -> None:
        super().__init__(**settings)
        self._guard = guard
        self.pool_classes_by_scheme = {"http": _HTTPPool, "https": _HTTPSPool}

    def urlopen(  # type: ignore[override]
        self, method: str, url: str, redirect: bool = True, **settings: Any
    ) -> urllib3.BaseHTTPResponse:
        self._guard.check(url)
        return super().urlopen(method, url, redirect, **settings)


class _Connection(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _connect(self)


class _SecureConnection(HTTPSConnection):
    # The certificate is still looked at for the host, and not for the number that is connected to.
    def _new_conn(self) -> socket.socket:
        return _connect(self)


class _HTTPPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Connection


class _HTTPSPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def _connect(connection: HTTPConnection) -> socket.socket:
    """Return a socket to one of the addresses that the host was found to have, all of which are public."""
    problem: Exception = OSError("it has no address")
    try:
        numbers = public_addresses(connection.host, connection.port)
    except (socket.gaierror, UnicodeError) as error:
        raise NameResolutionError(connection.host, connection, socket.gaierror(str(error))) from error
    for number in numbers[:_MOST_TRIED]:
        try:
            # By number: were the name asked for again, it could lead elsewhere now.
            return create_connection(
                (number, connection.port),
                connection.timeout,
                source_address=connection.source_address,
                socket_options=connection.socket_options,
            )
        except OSError as error:
            problem = error
    if isinstance(problem, TimeoutError):
        raise ConnectTimeoutError(connection, f"connection to {connection.host} timed out") from problem
    raise NewConnectionError(connection, f"no connection to {connection.host}: {problem}") from problem


def public_addresses(host: str, port: int) -> list[str]:
    """Return the addresses, as numbers, that a host has now.

    Raises:
        NotAllowed: one of them is not of the public web. A site does not have both sorts; who tries to get in may.
        socket.gaierror: there is no such host.
    """
    host = host.strip("[]")
    answers = socket.getaddrinfo(host, port, socket.AF_UNSPEC, socket.SOCK_STREAM)
    numbers = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if not all(is_public(number) for number in numbers):
        raise NotAllowed(
            Sentence(
                "{host} is not on the public web but on this server's own network, where it fetches nothing for others. "
                "Open the page yourself and paste its text.",
                host=_shown(host),
            )
        )
    return numbers


def is_public(number: str) -> bool:
    """Whether an IP address is one of the public web, also where it stands within one of IPv6.

    >>> is_public("8.8.8.8"), is_public("::ffff:127.0.0.1"), is_public("64:ff9b::a9fe:a9fe")
    (True, False, False)
    """
    address = ip_address(number)
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in network for network in _NOT_PUBLIC_4)
    if address.ipv4_mapped is not None or address in _NAT64:
        return is_public(str(_last(address)))
    if address not in _PUBLIC_6 or any(address in network for network in _NOT_PUBLIC_6):
        return False
    return all(is_public(str(led_to)) for led_to in _led_to(address))


def _last(address: IPv6Address) -> IPv4Address:
    return IPv4Address(int(address) & 0xFFFFFFFF)


def _led_to(address: IPv6Address) -> Iterator[IPv4Address]:
    """Yield the addresses of IPv4 that a public one of IPv6 may be carried to."""
    if address in _6TO4:
        yield IPv4Address(int(address) >> 80 & 0xFFFFFFFF)
    if int(address) >> 32 & 0xFFFFFFFF in _ISATAP:
        yield _last(address)


def _is_odd_number(host: str) -> bool:
    """Whether a host is a number as no person writes it: all in one, octal, hexadecimal, of fewer than four parts.

    >>> [_is_odd_number(host) for host in ("2130706433", "0x7f.1", "0177.0.0.1", "127.1", "8.8.8.8", "1.example")]
    [True, True, True, True, False, False]
    """
    plain = unicodedata.normalize("NFKC", host).rstrip(".").lower()
    try:
        ip_address(plain)
    except ValueError:
        last = plain.rpartition(".")[2]
        return last.isdecimal() or last.startswith("0x")
    return False


def _shown(part: str) -> str:
    """Return a part of an address as an error shows it: no line of it is longer than a line."""
    return part if len(part) <= 100 else f"{part[:100]}…"
