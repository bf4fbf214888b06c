"""Serving: the application behind a socket, until it is told to end."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from pathlib import Path

import uvicorn

from korpu.accounts import open_accounts
from korpu.accounts.errors import NoAccounts
from korpu.errors import KorpuError, WrongUse
from korpu.web.app import create_app
from korpu.web.settings import Settings

ENDING = 3
"""Seconds that answers which are under way have when the application is told to end; events of a job have no end."""


class NotServed(KorpuError):
    """The address cannot be listened on."""


class BadCertificate(WrongUse):
    """https cannot be spoken with these files; the message says what is wrong with them."""


class NeedsAccounts(WrongUse):
    """Others than who sits at this machine could reach it, and there is nobody who may log in."""


def serve(settings: Settings, port: int, begun: Callable[[str], None]) -> None:
    """Serve the application; returns when it is told to end (Ctrl+C).

    Args:
        port: 0 for a free one.
        begun: is told the address, once requests are answered.

    Raises:
        NotServed: the address is another program's, or none of this machine.
        BadCertificate: the certificate or its key cannot be used.
        NeedsAccounts: it is to be open to others, and there are no accounts.
        korpu.ledger.errors.LedgerError: the ledger cannot be opened.
    """
    if settings.certificate:
        check_certificate(*settings.certificate)
    check_accounts(settings)
    app = create_app(settings)
    listening = _listen(settings.host, port)
    certificate, key = settings.certificate or (None, None)
    config = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        ssl_certfile=certificate,
        ssl_keyfile=key,
        timeout_graceful_shutdown=ENDING,
    )
    server = _Server(config, lambda: begun(_address(settings, listening.getsockname()[1])))
    with listening:
        server.run(sockets=[listening])


def check_certificate(certificate: Path, key: Path) -> None:
    """Return where https can be spoken with a certificate and its key.

    Raises:
        BadCertificate: see there.
    """
    try:
        for file in (certificate, key):
            file.read_bytes()
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password=_no_password)
    except ssl.SSLError as error:
        raise BadCertificate(_wrong_with(error, certificate, key)) from None
    except _Encrypted:
        raise BadCertificate(
            f"The key {key} is locked by a password, and nobody can type it where Körpü is started by itself. "
            f"Unlock it into a file of its own: `openssl pkey -in {key} -out NEW`."
        ) from None
    except OSError as error:
        raise BadCertificate(f"{error.filename} cannot be read: {error.strerror}.") from None


def _wrong_with(error: ssl.SSLError, certificate: Path, key: Path) -> str:
    if error.reason == "KEY_VALUES_MISMATCH":
        return f"The key {key} is of another certificate than {certificate}. Give both of one."
    return (
        f"{certificate} and {key} are no certificate and key that https can be spoken with "
        f"({(error.reason or 'unreadable').replace('_', ' ').lower()}). Both are PEM files, which begin with «-----BEGIN»; "
        "the certificate's own stands first in its file."
    )


class _Encrypted(Exception):
    """A key is locked by a password."""


def _no_password() -> str:
    raise _Encrypted


def check_accounts(settings: Settings) -> None:
    """Return where somebody may log in, or where nobody but who sits at this machine can reach the application.

    Raises:
        NeedsAccounts: see there; the message says what to do.
        korpu.accounts.errors.AccountError: the file of accounts cannot be opened.
    """
    empty = settings.accounts is None
    if settings.accounts is not None:
        try:
            with open_accounts(settings.accounts) as accounts:
                empty = accounts.is_empty()
        except NoAccounts:
            empty = True
    if not empty or (settings.accounts is None and not settings.is_open):
        return
    file = f" --accounts {settings.accounts}" if settings.accounts else ""
    raise NeedsAccounts(
        f"Others could reach Körpü at {settings.host}, so who uses it must log in, and nobody can: there are no accounts. "
        f"Make one with `korpu user add NAME --role administrator{file}`, then start it again with --accounts."
        if settings.is_open
        else f"There are no accounts at {settings.accounts}. "
        f"Make one with `korpu user add NAME --role administrator{file}`, or start without --accounts."
    )


def _address(settings: Settings, port: int) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{'https' if settings.certificate else 'http'}://{host}:{port}/"


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, begun: Callable[[], None]) -> None:
        super().__init__(config)
        self._begun = begun

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._begun()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise NotServed(
            f"{host}:{port} cannot be listened on ({error.strerror or error}). Give another --port; 0 takes a free one."
        ) from None
    listening.listen(128)
    return listening
