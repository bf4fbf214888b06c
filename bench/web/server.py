"""The application as `korpu serve` runs it, in a process of its own."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_PROGRAM = "from korpu.cli import main; main()"


class Server(NamedTuple):
    """A running application: its address, without a slash at the end, and its process."""

    address: str
    process: subprocess.Popen[str]

    def megabytes(self) -> float:
        """Return the memory that it and its workers hold now."""
        return sum(_resident(pid) for pid in _with_children(self.process.pid)) / 1e6


@contextmanager
def serving(ledger: Path) -> Iterator[Server]:
    """Serve a ledger on a free port."""
    command = [sys.executable, "-c", _PROGRAM, "serve", "--port", "0", "--ledger", str(ledger)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        said = process.stderr.readline()
        if "http://" not in said:
            raise SystemExit(f"The application did not start: {said}{process.stderr.read()}")
        yield Server(said.partition("http://")[1] + said.partition("http://")[2].split("/")[0], process)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _with_children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    children = [int(child) for child in listed.read_text().split()] if listed.exists() else []
    return [pid, *(found for child in children for found in _with_children(child))]


def _resident(pid: int) -> int:
    """The bytes of memory that a process holds, as Linux tells it."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * resource.getpagesize()
