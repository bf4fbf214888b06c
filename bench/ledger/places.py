"""Where ledgers are made to be measured: in files of a folder of their own, or on a server of their own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from tests.postgres import running_server


class Place(NamedTuple):
    """Where ledgers are made: the address of a new one by its name, and the bytes that one takes."""

    address: Callable[[str], str]
    size: Callable[[str], int]


@contextmanager
def in_files() -> Iterator[Place]:
    with tempfile.TemporaryDirectory(prefix="korpu-bench-") as folder:
        root = Path(folder)
        yield Place(
            lambda name: str(root / name),
            lambda name: sum(path.stat().st_size for path in root.glob(f"{name}*")),
        )


@contextmanager
def on_server() -> Iterator[Place]:
    with running_server() as host:
        admin = sa.create_engine(
            f"postgresql+psycopg://korpu@/postgres?host={host}", isolation_level="AUTOCOMMIT"
        )

        def make(name: str) -> str:
            with admin.connect() as connection:
                connection.execute(sa.text(f"CREATE DATABASE {name}"))
            return f"postgresql://korpu@/{name}?host={host}"

        def size(name: str) -> int:
            with admin.connect() as connection:
                return int(connection.scalar(sa.text(f"SELECT pg_database_size('{name}')")) or 0)

        yield Place(make, size)
        admin.dispose()


PLACES = {"sqlite": in_files, "postgresql": on_server}
