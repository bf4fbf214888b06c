"""Serving: the application behind a socket, until it is told to end."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from korpu.errors import KorpuError
from korpu.web.app import create_app
from korpu.web.settings import Settings


class NotServed(KorpuError):
    """The address cannot be listened on."""


def serve(settings: Settings, host: str, port: int, begun: Callable[[str], None]) -> None:
    """Serve the application; returns when it is told to end (Ctrl+C).

    Args:
        port: 0 for a free one.
        begun: is told the address, once requests are answered.

    Raises:
        NotServed: the address is another program's, or none of this machine.
        korpu.ledger.errors.LedgerError: the ledger cannot be opened.
    """
    app = create_app(settings)
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    config = uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=False)
    server = _Server(config, lambda: begun(f"http://{shown}:{listening.getsockname()[1]}/"))
    with listening:
        server.run(sockets=[listening])


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
