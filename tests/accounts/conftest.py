from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from korpu.accounts.hashing import Hashing
from korpu.accounts.opening import opened
from korpu.accounts.store import Accounts

QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
"""What takes no time: these tests are not of argon2."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "accounts.sqlite"


@pytest.fixture
def accounts(path: Path) -> Iterator[Accounts]:
    with opened(path, True, Hashing(QUICK)) as accounts:
        yield accounts
