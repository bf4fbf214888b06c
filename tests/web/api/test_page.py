"""The questions on the page of the API are answered, and with what it says."""

import json
import re
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

PAGE = Path(__file__).resolve().parents[3] / "docs" / "http-api.md"
ASKED = re.findall(
    r"```http\n(\w+) (\S+)\n(.*?)```(?:\n\n```json\n(.*?)```)?", PAGE.read_text("utf-8"), re.DOTALL
)


@pytest.mark.parametrize(("method", "address", "sent", "answer"), ASKED, ids=[asked[1] for asked in ASKED])
def test_a_question_of_the_page_is_answered(
    client: TestClient[Litestar], method: str, address: str, sent: str, answer: str
) -> None:
    body = json.loads(sent.partition("\n\n")[2]) if "\n\n" in sent else None
    found = client.request(method, address, json=body)
    assert found.status_code == (json.loads(answer).get("status", 200) if answer else 200), found.text
    if answer:
        assert found.json() == json.loads(answer)


def test_every_address_is_on_the_page(client: TestClient[Litestar]) -> None:
    page = PAGE.read_text("utf-8")
    for path in client.get("/api/v1/openapi.json").json()["paths"]:
        assert path.replace("{pair}", "az-kz").replace("{id}", "ID") in page, path
