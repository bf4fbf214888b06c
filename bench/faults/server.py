"""A PostgreSQL server that is stopped, or has no room left, while documents are added."""

from __future__ import annotations

import itertools
import os
import random
from pathlib import Path

import sqlalchemy as sa

from bench.faults import adder
from bench.faults.disk import small_disk
from bench.faults.documents import make_readings
from bench.faults.kills import look, read_lines, read_rest
from bench.faults.outcome import Outcome
from korpu.errors import KorpuError
from korpu.ledger.store import open_ledger
from tests import postgres

_DOCUMENTS = 300
_DISK = 150_000_000
"""How large a server's disk is that is to be full, in bytes: its own files take half of it."""
_ROOM = (300_000, 1_200_000)
"""How much of it is free when adding begins: from, to."""
_NUMBERS = itertools.count()


def new_database(host: str) -> str:
    """Make an empty database on a server; return its address."""
    name = f"faults_{os.getpid()}_{next(_NUMBERS)}"
    engine = sa.create_engine(
        f"postgresql+psycopg://korpu@/postgres?host={host}", isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"postgresql://korpu@/{name}?host={host}"


def stop_server(
    host: str, mode: str, rounds: int, chance: random.Random, documents: int = _DOCUMENTS
) -> Outcome:
    """Stop the server while documents are added, start it, look what is there, and add them again."""
    outcome = Outcome(f"the server stopped ({mode})", "PostgreSQL")
    known = {reading.document.id: reading for reading in make_readings(9, documents)}
    for _ in range(rounds):
        address = new_database(host)
        process = adder.start(address, 9, documents)
        said = read_lines(process, chance.randint(1, documents // 2))
        postgres.stop(host, mode)
        out, complaint = read_rest(process)
        outcome.rounds += 1
        outcome.tell(complaint or "nothing was said", address, host)
        try:
            with open_ledger(address):
                outcome.failed.append("a server that does not run was not noticed")
        except KorpuError as error:
            outcome.tell(str(error), address, host)
        postgres.start(host)
        look(outcome, address, adder.accepted(said + out), known)
        outcome.complete(address, adder.run(address, 9, documents)[1], known)
    return outcome


def fill_server(rounds: int, chance: random.Random) -> Outcome:
    """Add documents until the server's disk is full; make room, start it where it stopped, and add them again."""
    outcome = Outcome("the server's disk full", "PostgreSQL")
    known = {reading.document.id: reading for reading in make_readings(10, _DOCUMENTS)}
    for _ in range(rounds):
        with small_disk(_DISK) as folder, postgres.running_server(folder) as host:
            address = new_database(host)
            ballast = folder / "ballast"
            with ballast.open("wb") as file:
                _fill(file.fileno(), folder, leave=chance.randrange(*_ROOM))
            accepted, complaint = adder.run(address, 10, _DOCUMENTS)
            ballast.unlink()
            if not postgres.is_running(host):
                postgres.start(host)
            outcome.rounds += 1
            outcome.tell(complaint or "nothing was said: there was room enough", address, host)
            look(outcome, address, accepted, known)
            outcome.complete(address, adder.run(address, 10, _DOCUMENTS)[1], known)
    return outcome


def _fill(file: int, folder: Path, leave: int) -> None:
    free = os.statvfs(folder)
    os.posix_fallocate(file, 0, max(1, free.f_bavail * free.f_frsize - leave))
