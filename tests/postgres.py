"""A PostgreSQL server of the tests' own: started when the first test asks for it, and stopped at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEBIAN = Path("/usr/lib/postgresql")
_OPTIONS = "-c fsync=on -c max_connections=60 -c listen_addresses=''"


class NoPostgres(Exception):
    """The server's programs are not on this machine."""


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server on a socket in a folder of its own; yield the folder, which is its host.

    Raises:
        NoPostgres: its programs are missing; the message says what to install.
    """
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="korpu-pg-"))
    user = _as_nobody_special(folder)
    data = folder / "data"
    try:
        _run(
            user,
            programs / "initdb",
            "-D",
            data,
            "-U",
            "korpu",
            "--auth=trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        control(programs, user, data, folder, "start")
        yield str(folder)
    finally:
        if (data / "postmaster.pid").exists():
            control(programs, user, data, folder, "stop")
        shutil.rmtree(folder, ignore_errors=True)


def control(programs: Path, user: list[str], data: Path, folder: Path, action: str) -> None:
    """Start or stop the server whose data lie there."""
    options = (
        ["-o", f"-k {folder} {_OPTIONS}", "-l", str(folder / "log")] if action == "start" else ["-m", "fast"]
    )
    _run(user, programs / "pg_ctl", "-D", data, "-w", *options, action)


def _programs() -> Path:
    found = shutil.which("pg_ctl")
    folders = [Path(found).parent] if found else []
    folders += sorted(_DEBIAN.glob("*/bin"), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists():
            return folder
    raise NoPostgres("The tests need PostgreSQL 15 or newer. On Debian: apt-get install postgresql")


def _as_nobody_special(folder: Path) -> list[str]:
    """What to put before a command: the server refuses to run as root, so that root runs it as «postgres»."""
    if os.getuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    return ["runuser", "-u", "postgres", "--"]


def _run(user: list[str], *command: str | Path) -> None:
    done = subprocess.run(
        [*user, *map(str, command)], capture_output=True, text=True, check=False, cwd="/tmp"
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stdout}{done.stderr}")
