"""Rereading: a newer reader adds and withdraws, and leaves alone what people decided."""

from __future__ import annotations

import pytest

from korpu.coverage import Coverage
from korpu.ledger.errors import DocumentWithdrawn
from korpu.ledger.store import open_ledger
from tests.ledger.clock import Clock
from tests.samples import make_document, opened, turnover


def test_what_a_newer_reader_makes_is_added_and_what_it_does_not_is_withdrawn(address: str) -> None:
    document = make_document()
    first, second = opened(document), turnover(document)
    with open_ledger(address, reader="1") as ledger:
        ledger.add(document, [first])
    with open_ledger(address, reader="2") as ledger:
        moves = ledger.reread(document, [second], dry_run=True)
        assert (moves.new, moves.gone, moves.same) == ((second,), (first.id,), 0)
        assert ledger.claims() == [first]
        assert ledger.reread(document, [second]) == moves
        assert ledger.claims() == [second]
        assert not ledger.reread(document, [second]).any
        because = {change.because for change in ledger.log() if change.action == "withdraw"}
    assert because == {"reader 2"}


def test_what_an_older_reader_made_comes_back(address: str) -> None:
    document = make_document()
    claim = opened(document)
    with open_ledger(address, reader="1") as ledger:
        ledger.add(document, [claim])
        ledger.reread(document, [])
        assert ledger.claims() == []
        assert ledger.reread(document, [claim]).back == (claim.id,)
        assert ledger.claims() == [claim]


def test_what_a_person_withdrew_stays_withdrawn(address: str) -> None:
    document = make_document()
    claim = opened(document)
    with open_ledger(address) as ledger:
        ledger.add(document, [claim])
        ledger.withdraw(claim.id, "reader misread it")  # the words do not tell who withdrew it
        assert not ledger.reread(document, [claim]).any
        assert ledger.claims() == []


def test_a_document_that_was_withdrawn_is_not_read_again(address: str) -> None:
    document = make_document()
    with open_ledger(address) as ledger:
        ledger.add(document, [])
        ledger.withdraw(document.id, "a forgery")
        for dry_run in (True, False):
            with pytest.raises(DocumentWithdrawn, match="korpu restore"):
                ledger.reread(document, [opened(document)], dry_run=dry_run)
        assert ledger.claims() == []


def test_how_much_a_newer_reader_understands_is_noted_and_what_was_told_before_is_known(address: str) -> None:
    document, clock = make_document(), Clock()
    first, second = Coverage(1, 1, 1), Coverage(2, 1, 0)
    with open_ledger(address, clock=clock, reader="1") as ledger:
        ledger.add(document, [opened(document)], first)
        before = clock.pass_day()
        assert ledger.reread(document, [opened(document)], second, dry_run=True).coverage == second
        assert [stored.coverage for stored in ledger.documents()] == [first]
        assert not ledger.reread(document, [opened(document)], second).any
        assert [change.action for change in ledger.log()] == ["add", "reread"]
        for told in (second, None):
            assert ledger.reread(document, [opened(document)], told).coverage is None
        assert len(ledger.log()) == 2
        assert [stored.coverage for stored in ledger.documents()] == [second]
        assert [stored.coverage for stored in ledger.documents(["NO", "CL"])] == [second]
        assert [stored.coverage for stored in ledger.documents(known_at=before)] == [first]
