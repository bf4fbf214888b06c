import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from korpu.ledger.store import Ledger, open_ledger

NOON = dt.datetime(2024, 5, 3, 12, tzinfo=dt.timezone(dt.timedelta(hours=4)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(path, clock=lambda: NOON, reader="test") as ledger:
        yield ledger
