"""Every test of a ledger runs twice: on a file, and on a PostgreSQL server that is started for it."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from korpu.ledger.store import Ledger, open_ledger
from tests.postgres import running_server

NOON = dt.datetime(2024, 5, 3, 12, tzinfo=dt.timezone(dt.timedelta(hours=4)))

_NUMBERS = itertools.count()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with running_server() as host:
        yield host


@pytest.fixture
def database(server: str) -> Iterator[str]:
    """The address of a database that is empty."""
    name = f"korpu_{next(_NUMBERS)}"
    admin = sa.create_engine(
        f"postgresql+psycopg://korpu@/postgres?host={server}", isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield f"postgresql://korpu@/{name}?host={server}"
    with admin.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """Where a ledger is to be made: on either database."""
    chosen: object = request.getfixturevalue("path" if request.param == "sqlite" else "database")
    return str(chosen)


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    with open_ledger(address, clock=lambda: NOON, reader="test", author="Sınaq") as ledger:
        yield ledger
