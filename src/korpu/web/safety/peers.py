"""From where a request comes."""

from __future__ import annotations

from typing import Any

from litestar.connection import ASGIConnection


def peer_of(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """Return the address that a request comes from.

    Behind a proxy it is the last one in X-Forwarded-For, which the proxy itself wrote; what stands before it anybody can.
    """
    if connection.app.state.settings.behind_proxy:
        forwarded = ",".join(connection.headers.getall("x-forwarded-for", []))
        if last := forwarded.rpartition(",")[2].strip():
            return last[:64]
    return connection.client.host if connection.client else ""
