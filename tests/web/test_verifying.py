"""Drafts are verified against the ledger as it is, whatever was kept of it."""

from pathlib import Path

import pytest

from korpu.document import Document, SourceCard
from korpu.intake import Failure
from korpu.ledger.store import Ledger, open_ledger
from korpu.reading.read import read_document
from korpu.web.given import Given
from korpu.web.times import Times
from korpu.web.verifying import Verified, read_ahead, verify_given

DRAFT = Document("Norveçin Çilidəki səfirliyi 1998-ci ildə açılıb.")
SAID = Document(
    "Norveçin Çilidəki səfirliyi 1998-ci ildə açılıb, deyə bildirilir.", SourceCard(published="2019")
)


def verdicts(path: Path, times: Times = Times()) -> list[str]:  # noqa: B008
    found = verify_given(path, DRAFT, None, times)
    assert isinstance(found, Verified)
    return [one.verdict for one in found.held.checked]


def add(ledger: Ledger, document: Document) -> None:
    ledger.add(document, read_document(document))


def test_what_is_added_counts_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    with open_ledger(path) as ledger:
        read_ahead(path, ("NO", "CL"))
        assert verdicts(path) == ["not_in_ledger"]
        add(ledger, SAID)
        assert verdicts(path) == ["supported"]
        ledger.withdraw(SAID.id, "a forgery")
        assert verdicts(path) == ["not_in_ledger"]


def test_what_is_told_of_later_times_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    with open_ledger(path) as ledger:
        add(ledger, SAID)
    assert verdicts(path, Times(as_of="1990")) == ["not_in_ledger"]
    assert verdicts(path, Times(as_of="2020")) == ["supported"]


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.ledger"):
        found = verify_given(tmp_path / "a.ledger", Given("a.txt", b"\xff\xfe\x00"), None, Times())
    assert isinstance(found, Failure)


@pytest.mark.parametrize("pair", [("CL", "NO"), ("PE", "UY")])
def test_only_what_is_claimed_on_the_states_that_are_asked_for_is_verified(
    tmp_path: Path, pair: tuple[str, str]
) -> None:
    with open_ledger(tmp_path / "a.ledger"):
        found = verify_given(tmp_path / "a.ledger", DRAFT, pair, Times())
    assert isinstance(found, Verified)
    assert len(found.held.checked) == (pair == ("CL", "NO"))
