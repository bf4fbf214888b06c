"""Adding: several at once, and the editions of a source."""

from __future__ import annotations

import pytest

from korpu.ledger.adding import Reading
from korpu.ledger.errors import QuoteMismatch, UnknownId
from korpu.ledger.store import Ledger
from tests.samples import make_document, opened, turnover


def test_several_are_recorded_or_none(ledger: Ledger) -> None:
    first, second = make_document(), make_document("İkinci. " + make_document().text)
    wrong = Reading(second, (opened(first),))
    with pytest.raises(QuoteMismatch):
        ledger.add_all([Reading(first, (opened(first),)), wrong])
    assert ledger.documents() == []
    added = ledger.add_all([Reading(first, (opened(first),)), Reading(second, ()), Reading(first, ())])
    assert [(one.is_new, one.claims) for one in added] == [(True, 1), (True, 0), (False, 1)]


def test_a_source_that_says_something_else_is_a_new_edition(ledger: Ledger) -> None:
    first, second = make_document(), make_document("Yeni. " + make_document().text)
    numbers = [
        ledger.add(document, [], source="səhifə").edition for document in (first, first, second, first)
    ]
    assert numbers == [1, 1, 2, 3]
    assert [edition.document_id for edition in ledger.editions("səhifə")] == [first.id, second.id, first.id]
    assert ledger.add(make_document("Adsız."), []).edition is None
    with pytest.raises(UnknownId, match="başqa"):
        ledger.editions("başqa")


def test_an_address_is_a_source(ledger: Ledger) -> None:
    address = "https://example.org/relations"
    for text in ("Bir.", "İki."):
        ledger.add(make_document(text, url=address), [])
    assert [edition.number for edition in ledger.editions(address)] == [1, 2]


def test_claims_of_a_pair_come_by_date_and_page_by_page(ledger: Ledger) -> None:
    document = make_document()
    years = [str(year) for year in range(1990, 2000)]
    made = [opened(document, when=year) for year in reversed(years)]
    undated = opened(document, when=None, when_from=None)
    ledger.add(document, [undated, *made, turnover(document)])
    first = ledger.claims_by_date(["NO", "CL"], limit=7)
    rest = ledger.claims_by_date(["CL", "NO"], after=first[-1], limit=7)
    assert [claim.when for claim in [*first, *rest]] == [*years, "2021", None]
