"""What a run of the web application is told when it starts."""

from __future__ import annotations

from pathlib import Path

import msgspec

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
    """

    ledger: str | Path
    author: str = "unknown"
    accounts: Path | None = None
    language: str = "az"
    upload_limit: int = UPLOAD_LIMIT
