from pathlib import Path

import pytest

from korpu.ledger.pairs import PairCount, PairDocuments
from korpu.ledger.store import Ledger, open_ledger
from tests.ledger.clock import Clock
from tests.samples import make_document, opened, turnover


def fill(ledger: Ledger) -> None:
    """Two documents on Chile and Norway, the second of which tells of Peru, too."""
    first = make_document(published="2021-12")
    second = make_document(f"{make_document().text} Əlavə.", published="2022")
    ledger.add(first, [opened(first), turnover(first)])
    ledger.add(second, [opened(second, parties=("CL", "NO", "PE")), turnover(second)])


BOTH = PairCount(("CL", "NO"), 4, 2, "2022")
CHILE_PERU, NORWAY_PERU = PairCount(("CL", "PE"), 1, 1, "2022"), PairCount(("NO", "PE"), 1, 1, "2022")


def test_every_two_states_have_their_claims_documents_and_newest_publication(ledger: Ledger) -> None:
    assert ledger.pairs() == []
    fill(ledger)
    assert ledger.pairs() == [BOTH, CHILE_PERU, NORWAY_PERU]
    assert ledger.pairs("PE") == [CHILE_PERU, NORWAY_PERU]
    assert ledger.pairs("XX") == []


def test_claims_and_documents_of_pairs_are_asked_for_apart(ledger: Ledger) -> None:
    fill(ledger)
    assert ledger.pair_claims("NO") == {("CL", "NO"): 4, ("NO", "PE"): 1}
    assert ledger.pair_documents([("NO", "CL"), ("AA", "BB")]) == {
        ("NO", "CL"): PairDocuments(2, "2022"),
        ("AA", "BB"): PairDocuments(0, None),
    }


def test_what_is_withdrawn_does_not_count_and_what_was_restored_does(ledger: Ledger) -> None:
    fill(ledger)
    second = ledger.documents()[1].id
    ledger.withdraw(second, "təkrar")
    assert ledger.pairs() == [PairCount(("CL", "NO"), 2, 1, "2021-12")]
    ledger.withdraw(ledger.claims()[0].id, "səhv")
    assert ledger.pairs() == [PairCount(("CL", "NO"), 1, 1, "2021-12")]
    ledger.restore(second)
    assert [one.claims for one in ledger.pairs()] == [3, 1, 1]


@pytest.mark.parametrize("published", [None, "2021~", "2021/2023", "../2020"])
def test_a_date_of_any_form_or_none_is_told_as_it_is(ledger: Ledger, published: str | None) -> None:
    document = make_document(**({"published": published} if published else {}))
    ledger.add(document, [opened(document)])
    assert [one.newest for one in ledger.pairs()] == [published]


def test_pairs_are_told_as_they_were_known(address: str) -> None:
    clock = Clock()
    with open_ledger(address, clock=clock) as ledger:
        fill(ledger)
        then = ledger.log()[-1].at
        clock.pass_day()
        ledger.withdraw(ledger.documents()[1].id, "təkrar")
        document = make_document("Sonra. " + make_document().text, published="2024")
        ledger.add(document, [opened(document)])
        assert ledger.pairs(known_at=then) == [BOTH, CHILE_PERU, NORWAY_PERU]
        assert ledger.pairs() == [PairCount(("CL", "NO"), 3, 2, "2024")]


def test_the_last_change_is_another_after_each_change_and_no_other(address: str) -> None:
    clock = Clock()
    with open_ledger(address, clock=clock) as ledger:
        assert ledger.last_change() == 0
        document = make_document()
        ledger.add(document, [opened(document)])
        first, then = ledger.last_change(), clock.pass_day()
        ledger.add(document, [opened(document)])
        assert first == ledger.last_change() == ledger.log()[-1].number
        ledger.withdraw(document.id, "təkrar")
        assert ledger.last_change() > first
        assert ledger.last_change(then) == first


def test_several_change_one_open_ledger_each_in_their_own_name(ledger: Ledger) -> None:
    document = make_document()
    ledger.by("Aytən").add(document, [opened(document)])
    ledger.withdraw(document.id, "təkrar")
    ledger.by(None).restore(document.id)
    assert {change.action: change.author for change in ledger.log()} == {
        "add": "Aytən", "withdraw": "Sınaq", "restore": None,
    }  # fmt: skip


def test_documents_count_whoever_adds_them_so_that_the_database_looks_at_its_tables(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.by("Aytən").add(make_document(), [])
        assert ledger._database.new_documents == 1
