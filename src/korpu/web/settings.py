"""What a run of the web application is told when it starts."""

from __future__ import annotations

from pathlib import Path

import msgspec

from korpu.web.safety.hosts import is_loopback

UPLOAD_LIMIT = 25_000_000
"""Bytes that one request may bring."""


class Settings(msgspec.Struct, frozen=True):
    """What the application serves, and to whom.

    Attributes:
        ledger: the path of a file, or the address of a PostgreSQL database.
        author: who works here, as the log will say, where there are no accounts.
        accounts: the file of accounts; None where everyone who reaches the application is the author.
        language: the interface's language where the browser names none that there is.
        upload_limit: bytes that one request may bring.
        host: the address that is listened on.
        host_names: the names, besides the address's own, under which it is asked.
        certificate: the files of a certificate and of its key, to be asked over https.
        behind_proxy: whether all requests come from a proxy, which is asked over https, and tells in X-Forwarded-For from
            where it had them.
    """

    ledger: str | Path
    author: str = "unknown"
    accounts: Path | None = None
    language: str = "az"
    upload_limit: int = UPLOAD_LIMIT
    host: str = "127.0.0.1"
    host_names: tuple[str, ...] = ()
    certificate: tuple[Path, Path] | None = None
    behind_proxy: bool = False

    @property
    def is_secure(self) -> bool:
        """Whether browsers ask over https."""
        return self.behind_proxy or self.certificate is not None

    @property
    def is_open(self) -> bool:
        """Whether others than who sits at this machine can reach it."""
        return self.behind_proxy or bool(self.host_names) or not is_loopback(self.host)
