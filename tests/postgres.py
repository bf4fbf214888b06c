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
def running_server(within: Path | None = None) -> Iterator[str]:
    """Start a server on a socket in a folder of its own; yield the folder, which is its host.

    Args:
        within: where the folder is made; where temporary ones are, if it is None.

    Raises:
        NoPostgres: its programs are missing; the message says what to install.
    """
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="korpu-pg-", dir=within))
    user = _user()
    if user:
        shutil.chown(folder, "postgres", "postgres")
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
        start(str(folder))
        yield str(folder)
    finally:
        if (data / "postmaster.pid").exists():
            stop(str(folder))
        shutil.rmtree(folder, ignore_errors=True)


def start(host: str) -> None:
    """Start the server of this folder, and wait until it answers."""
    options = f"-k {host} {_OPTIONS}"
    _run(
        _user(),
        _programs() / "pg_ctl",
        "-D",
        f"{host}/data",
        "-w",
        "-o",
        options,
        "-l",
        f"{host}/log",
        "start",
    )


def stop(host: str, mode: str = "fast") -> None:
    """Stop the server of this folder: `fast`, breaking off what it does, or `immediate`, as a crash would."""
    _run(_user(), _programs() / "pg_ctl", "-D", f"{host}/data", "-w", "-m", mode, "stop")


def is_running(host: str) -> bool:
    """Return whether there is a server of this folder."""
    command = [*_user(), str(_programs() / "pg_ctl"), "-D", f"{host}/data", "status"]
    return subprocess.run(command, check=False, cwd="/tmp", capture_output=True).returncode == 0


def _programs() -> Path:
    found = shutil.which("pg_ctl")
    folders = [Path(found).parent] if found else []
    folders += sorted(_DEBIAN.glob("*/bin"), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists():
            return folder
    raise NoPostgres("The tests need PostgreSQL 15 or newer. On Debian: apt-get install postgresql")


def _user() -> list[str]:
    """What to put before a command: the server refuses to run as root, so that root runs it as «postgres»."""
    return ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []


def _run(user: list[str], *command: str | Path) -> None:
    done = subprocess.run(
        [*user, *map(str, command)], capture_output=True, text=True, check=False, cwd="/tmp"
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stdout}{done.stderr}")
