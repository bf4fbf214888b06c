"""The API over a ledger of the samples, as a program asks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

Ask = Callable[..., Any]


@pytest.fixture
def ask(client: TestClient[Litestar]) -> Ask:
    """Ask the API, and return the body of an answer that there is."""

    def ask_one(path: str, **query: str | int) -> Any:
        answer = client.get(f"/api/v1{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return ask_one
