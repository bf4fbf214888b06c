"""The documents of a ledger, as lists have them."""

import datetime as dt

from korpu.document import Document
from korpu.ledger.store import Ledger, open_ledger
from tests.ledger.clock import Clock
from tests.samples import make_document, opened, turnover


def fill(ledger: Ledger) -> dict[str, Document]:
    """Three documents: of 2021 on Chile and Norway, of 2023 on Peru, too, and one without date and claims."""
    made = {
        "old": make_document(published="2021-12", title="Şərq xəbərləri", publisher="Körfəz"),
        "new": make_document(f"{make_document().text} Əlavə.", published="2023", title="İcmal"),
        "undated": make_document("Heç nə.", publisher="Körfəz"),
    }
    ledger.add(made["old"], [opened(made["old"]), turnover(made["old"])])
    ledger.add(made["new"], [opened(made["new"], parties=("CL", "NO", "PE")), turnover(made["new"])])
    ledger.add(made["undated"], [])
    return made


def names(made: dict[str, Document], ids: list[str]) -> list[str]:
    by_id = {document.id: name for name, document in made.items()}
    return [by_id[id] for id in ids]


def test_the_latest_document_comes_first_and_one_without_date_last(ledger: Ledger) -> None:
    made = fill(ledger)
    assert names(made, ledger.document_ids()) == ["new", "old", "undated"]


def test_documents_are_found_by_states_and_by_words_with_or_without_marks(ledger: Ledger) -> None:
    made = fill(ledger)
    assert names(made, ledger.document_ids(("CL", "NO"))) == ["new", "old"]
    assert names(made, ledger.document_ids(("PE", "NO"))) == ["new"]
    assert names(made, ledger.document_ids(words="serq KORFEZ")) == ["old"]
    assert names(made, ledger.document_ids(words="körfəz")) == ["old", "undated"]
    assert names(made, ledger.document_ids(words="icmal")) == ["new"]
    assert ledger.document_ids(("CL", "NO"), "icmal xəbər") == []


def test_documents_of_a_page_tell_what_the_list_of_all_tells(ledger: Ledger) -> None:
    fill(ledger)
    ledger.withdraw(ledger.claims()[0].id, "səhv")
    for parties in ((), ("CL", "NO"), ("NO", "PE")):
        ids = ledger.document_ids(parties)
        listed = ledger.documents_listed(ids, parties)
        assert [one.id for one in listed] == ids
        assert sorted(listed, key=lambda one: one.id) == sorted(
            ledger.documents(parties), key=lambda one: one.id
        )
    assert ledger.documents_listed([]) == []


def test_a_document_that_was_withdrawn_or_published_later_is_left_out(address: str) -> None:
    clock = Clock()
    with open_ledger(address, clock=clock) as ledger:
        made = fill(ledger)
        then = ledger.log()[-1].at
        clock.pass_day()
        ledger.withdraw(made["new"].id, "təkrar")
        assert names(made, ledger.document_ids()) == ["old", "undated"]
        assert names(made, ledger.document_ids(known_at=then)) == ["new", "old", "undated"]
        assert names(made, ledger.document_ids(known_at=then, as_of=dt.date(2022, 1, 1))) == [
            "old",
            "undated",
        ]
        assert ledger.documents_listed([made["new"].id]) == []
        assert [one.claims for one in ledger.documents_listed([made["new"].id], known_at=then)] == [2]
