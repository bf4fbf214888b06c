"""A document with its claims and all that was done to them."""

import pytest

from korpu.ledger.errors import UnknownId
from korpu.ledger.store import Ledger, open_ledger
from tests.ledger.clock import Clock
from tests.samples import make_document, opened, turnover


def test_a_file_has_all_claims_in_the_order_of_the_text_and_who_withdrew_them(ledger: Ledger) -> None:
    document = make_document(title="İcmal")
    first, second = opened(document), turnover(document)
    ledger.add(document, [second, first])
    ledger.by("Aytən").withdraw(second.id, "səhv oxunub")
    file = ledger.document_file(document.id[:8])
    assert (file.id, file.document) == (document.id, document)
    assert [claim.id for claim in file.claims] == [first.id, second.id]
    assert file.listed is not None and file.listed.claims == 1
    assert {id: (one.author, one.because) for id, one in file.withdrawals.items()} == {
        second.id: ("Aytən", "səhv oxunub")
    }
    ledger.restore(second.id)
    assert not ledger.document_file(document.id).withdrawals


def test_a_document_that_was_withdrawn_says_so_and_its_claims_with_it(ledger: Ledger) -> None:
    document = make_document()
    claim = opened(document)
    ledger.add(document, [claim])
    ledger.withdraw(document.id, "təkrar")
    file = ledger.document_file(document.id)
    assert file.listed is None
    assert set(file.withdrawals) == {document.id, claim.id}


def test_a_file_is_told_as_it_was_known(address: str) -> None:
    clock = Clock()
    with open_ledger(address, clock=clock) as ledger:
        document = make_document()
        claim = opened(document)
        before = clock.pass_day()
        ledger.add(document, [claim], source="Sorğu kitabı")
        then = ledger.log()[-1].at
        clock.pass_day()
        ledger.withdraw(claim.id, "səhv")
        later = make_document(document.text + " Əlavə.")
        ledger.add(later, [], source="Sorğu kitabı")
        known = ledger.document_file(document.id, then)
        assert not known.withdrawals and len(known.editions) == 1
        assert [one.document_id for one in ledger.document_file(document.id).editions] == [
            document.id,
            later.id,
        ]
        early = ledger.document_file(document.id, before)
        assert (early.claims, early.changes, early.listed) == ((), (), None)


def test_an_id_of_no_document_is_said(ledger: Ledger) -> None:
    with pytest.raises(UnknownId, match="abcd"):
        ledger.document_file("abcd")
