"""Disks and files that are full, or may only be read."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.faults import adder
from bench.faults.documents import make_readings
from bench.faults.kills import look, read_lines, read_rest
from bench.faults.outcome import Outcome

_SMALL = (150_000, 1_500_000)
"""How large a disk is, or a file may become, that is to be full: from, to, in bytes. It holds a part of `_DOCUMENTS`."""
_DOCUMENTS = 600
_FEW = 20


def can_mount() -> bool:
    """Return whether a disk of a size of our own can be made here."""
    try:
        with small_disk(100_000):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


@contextmanager
def small_disk(size: int) -> Iterator[Path]:
    """Make a disk of that many bytes, and yield its folder."""
    folder = Path(tempfile.mkdtemp(prefix="korpu-disk-"))
    _run("mount", "-t", "tmpfs", "-o", f"size={size},mode=0777", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        _run("umount", "--lazy", str(folder))
        folder.rmdir()


def remount(folder: Path, options: str) -> None:
    """Change a disk: `size=…`, `ro`, `rw`."""
    _run("mount", "-o", f"remount,{options}", str(folder))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def fill_disk(rounds: int, chance: random.Random) -> Outcome:
    """Add documents until the disk is full; read them there; add them again where there is room."""
    outcome = Outcome("the disk full", "SQLite")
    known = {reading.document.id: reading for reading in make_readings(2, _DOCUMENTS)}
    for _ in range(rounds):
        with small_disk(chance.randrange(*_SMALL)) as folder:
            path = folder / "ledger.sqlite"
            accepted, complaint = adder.run(path, 2, _DOCUMENTS)
            outcome.rounds += 1
            outcome.tell(complaint, path)
            look(outcome, str(path), accepted, known)
            remount(folder, "size=100m")
            outcome.complete(path, adder.run(path, 2, _DOCUMENTS)[1], known)
    return outcome


def limit_file(rounds: int, chance: random.Random) -> Outcome:
    """Add documents until a file may not become longer; add them again without the limit."""
    outcome = Outcome("a file as long as it may be (a quota)", "SQLite")
    known = {reading.document.id: reading for reading in make_readings(3, _DOCUMENTS)}
    with _folder() as folder:
        for number in range(rounds):
            path = folder / f"{number}.sqlite"
            accepted, complaint = adder.run(
                path, 3, _DOCUMENTS, "--file-limit", str(chance.randrange(*_SMALL))
            )
            outcome.rounds += 1
            outcome.tell(complaint, path)
            look(outcome, str(path), accepted, known)
            outcome.complete(path, adder.run(path, 3, _DOCUMENTS)[1], known)
    return outcome


def lock_file(rounds: int) -> Outcome:
    """Have the file, then its folder too, be such that it can only be read; add to it; then let it be written again."""
    outcome = Outcome("the file, or its folder too, read-only", "SQLite")
    known = {reading.document.id: reading for reading in make_readings(4, 2 * _FEW)}
    for number in range(rounds):
        with _folder() as folder:
            path = folder / "ledger.sqlite"
            accepted, _ = adder.run(path, 4, _FEW, "--as-nobody")
            path.chmod(0o444)
            folder.chmod(0o555 if number % 2 else 0o777)
            _, complaint = adder.run(path, 4, 2 * _FEW, "--as-nobody")
            outcome.rounds += 1
            outcome.tell(complaint or "nothing was said", path)
            look(outcome, str(path), accepted, known)
            folder.chmod(0o777)
            path.chmod(0o666)
            outcome.complete(path, adder.run(path, 4, 2 * _FEW, "--as-nobody")[1], known)
    return outcome


def lock_disk(rounds: int, chance: random.Random) -> Outcome:
    """Have the disk become read-only, every second time after a kill; read it, add to it; then let it be written again."""
    outcome = Outcome("the disk read-only, also after a kill", "SQLite")
    known = {reading.document.id: reading for reading in make_readings(5, 2 * _FEW)}
    for number in range(rounds):
        with small_disk(10_000_000) as folder:
            path = folder / "ledger.sqlite"
            process = adder.start(path, 5, _FEW)
            said = read_lines(process, chance.randint(2, _FEW))
            if number % 2:
                process.send_signal(signal.SIGKILL)
            out, _ = read_rest(process)
            remount(folder, "ro")
            _, complaint = adder.run(path, 5, 2 * _FEW)
            outcome.rounds += 1
            outcome.tell(complaint or "nothing was said", path)
            if not number % 2:
                look(outcome, str(path), adder.accepted(said + out), known)
            remount(folder, "rw")
            look(outcome, str(path), adder.accepted(said + out), known)
            outcome.complete(path, adder.run(path, 5, 2 * _FEW)[1], known)
    return outcome


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder that anyone may write to."""
    folder = Path(tempfile.mkdtemp(prefix="korpu-faults-"))
    folder.chmod(0o777)
    try:
        yield folder
    finally:
        folder.chmod(0o777)
        shutil.rmtree(folder)
