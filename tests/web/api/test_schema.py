"""The API keeps to its own description, whatever it is asked: schemathesis makes up the questions."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks

from korpu.ledger.store import open_ledger
from korpu.web.app import create_app
from korpu.web.settings import Settings
from tests.web.conftest import served

QUESTIONS = 15
"""Made-up questions for each address, and as many that break its description."""
CHECKED = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
    "allow_header_conformance",
)
DRAFT = "Azərbaycanın Qazaxıstandakı səfirliyi 1999-cu ildə açılıb. Ötən il iki ölkənin ticarət dövriyyəsi 1 milyard dollar olub."
DESCRIPTION = create_app(Settings("none.ledger")).openapi_schema.to_schema()
OPERATIONS = {
    operation.label: operation
    for operation in (
        found.ok() for found in schemathesis.openapi.from_dict(DESCRIPTION).get_all_operations()
    )
}


@pytest.fixture(scope="module")
def address(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = Path(shutil.copy(sample_ledger, tmp_path_factory.mktemp("api") / "own.ledger"))
    with served(create_app(Settings(path, author="Samirə"))) as address:
        yield address


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("label", sorted(OPERATIONS))
def test_every_answer_is_as_the_description_says(label: str, mode: GenerationMode, address: str) -> None:
    load_all_checks()
    checks = CHECKS.get_by_names(CHECKED)

    @given(case=OPERATIONS[label].as_strategy(generation_mode=mode))
    @settings(
        max_examples=QUESTIONS,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(base_url=address, checks=checks)

    ask()


@pytest.fixture(scope="module")
def real(address: str, sample_ledger: Path) -> dict[str, str]:
    """What the paths' parameters may be so that there is an answer."""
    with open_ledger(sample_ledger) as ledger:
        return {"pair": "kz-az", "claims": ledger.claims()[0].id, "documents": ledger.documents()[0].id}


@pytest.mark.parametrize("label", sorted(OPERATIONS))
def test_every_answer_on_what_there_is_is_as_the_description_says(
    label: str, address: str, real: dict[str, str]
) -> None:
    load_all_checks()
    checks = CHECKS.get_by_names(CHECKED)
    statuses = set()

    @given(case=OPERATIONS[label].as_strategy(generation_mode=GenerationMode.POSITIVE))
    @settings(
        max_examples=6,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: schemathesis.Case) -> None:
        if case.path_parameters:
            name = "pair" if "pair" in case.path_parameters else "id"
            case.path_parameters[name] = real["pair" if name == "pair" else case.path.split("/")[3]]
        case.query = {
            name: value for name, value in (case.query or {}).items() if name in ("limit", "language")
        }
        if "search" in case.path:
            case.query |= {"q": "səfirlik"}
        if "verify" in case.path:
            case.body = {"text": DRAFT, "language": "en"}
        statuses.add(case.call_and_validate(base_url=address, checks=checks).status_code)

    ask()
    assert statuses == {200}
