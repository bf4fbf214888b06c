"""The script that draws charts, with the libraries that it needs."""

from __future__ import annotations

import gzip
from functools import cache
from typing import Any

from litestar import Request, Response, get

from korpu.charts import drawing


@get("/charts.js", sync_to_thread=True, include_in_schema=False)
def send_scripts(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Send the script. Its address changes when it does, so that browsers may keep it."""
    packed = "gzip" in request.headers.get("accept-encoding", "")
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    if packed:
        headers["Content-Encoding"] = "gzip"
    body = _packed() if packed else drawing.scripts().encode()
    return Response(body, media_type="text/javascript", headers=headers)


@cache
def _packed() -> bytes:
    return gzip.compress(drawing.scripts().encode(), mtime=0)
