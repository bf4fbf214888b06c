import datetime as dt

import pytest

from korpu.ledger.errors import NoWords
from korpu.ledger.store import Ledger, open_ledger
from tests.ledger.conftest import NOON
from tests.samples import TEXT, make_document, opened, turnover


def found(ledger: Ledger, words: str, **asked: object) -> list[str]:
    return [hit.document for hit in ledger.search(words, **asked)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words", ["sefirlik", "səfirliyin", "SƏFİRLİK", "сәфирлик", "səfirlik açılmışdır", "1997-ci"]
)
def test_every_form_of_a_word_finds_the_same_sentence_and_claim(ledger: Ledger, words: str) -> None:
    document = make_document(published="2021")
    ledger.add(document, [opened(document), turnover(document)])
    (hit,) = ledger.search(words)
    assert [passage.quote for passage in hit.passages] == [opened(document).quote]
    assert all(document.text[p.start : p.end] == p.quote for p in hit.passages)
    assert hit.claims == (opened(document),)
    assert hit.card == document.card


@pytest.mark.parametrize("words", ["konsulluq", "səfirlik konsulluq", "nin"])
def test_what_no_document_holds_finds_nothing(ledger: Ledger, words: str) -> None:
    document = make_document()
    ledger.add(document, [opened(document)])
    assert ledger.search(words) == []


def test_a_document_that_holds_the_words_apart_shows_the_sentences_that_hold_the_most(ledger: Ledger) -> None:
    document = make_document()
    ledger.add(document, [opened(document)])
    (hit,) = ledger.search("səfirlik dövriyyə")
    assert [passage.quote for passage in hit.passages] == [opened(document).quote, turnover(document).quote]
    assert hit.claims == ()


def test_the_latest_come_first_and_those_without_a_date_last(ledger: Ledger) -> None:
    dates = ["2020", None, "2021-05", "2021-04-30"]
    documents = [
        make_document(f"{number}. Səfirlik açılıb.", **({"published": date} if date else {}))
        for number, date in enumerate(dates)
    ]
    for document in documents:
        ledger.add(document, [])
    order = [documents[number].id for number in (2, 3, 0, 1)]
    assert found(ledger, "səfirliyi") == order
    assert found(ledger, "səfirliyi", limit=2) == order[:2]


def test_a_page_says_where_to_go_on(ledger: Ledger) -> None:
    documents = [make_document(f"{n}. Səfirlik açılıb.", published=f"20{n}") for n in range(10, 15)]
    for document in documents:
        ledger.add(document, [])
    ids = [document.id for document in reversed(documents)]
    first = ledger.search_page("səfirlik", limit=2)
    second = ledger.search_page("səfirlik", limit=2, after=first.next)
    last = ledger.search_page("səfirlik", limit=2, after=second.next)
    assert [hit.document for page in (first, second, last) for hit in page.hits] == ids
    assert last.next is None
    assert not first.is_cut


def test_a_page_looks_at_so_many_documents_and_says_so(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("korpu.ledger.search.MOST_LOOKED_AT", 2)
    for year in (2015, 2016, 2017):
        document = make_document(f"{TEXT} {year}.", published=str(year))
        ledger.add(document, [turnover(document)])
    first = ledger.search_page("səfirlik", kind="trade.turnover")
    assert (first.hits, first.is_cut) == ((), True)
    assert first.next is not None and first.next.published == "2016"
    last = ledger.search_page("səfirlik", kind="trade.turnover", after=first.next)
    assert (last.hits, last.is_cut, last.next) == ((), False, None)


def test_claims_of_a_kind_or_a_pair_are_searched_alone(ledger: Ledger) -> None:
    document, other = make_document(), make_document("Çilidə səfirlik yoxdur.")
    ledger.add(document, [opened(document), turnover(document)])
    ledger.add(other, [])
    assert len(found(ledger, "səfirlik")) == 2
    assert found(ledger, "səfirlik", kind="mission.opened") == [document.id]
    assert found(ledger, "səfirlik", kind="trade.turnover") == []
    assert found(ledger, "dövriyyə", parties=("NO", "CL")) == [document.id]
    assert found(ledger, "dövriyyə", parties=("NO", "PE")) == []


def test_as_of_a_day_claims_that_tell_of_no_later_time_are_found_and_what_was_published(
    ledger: Ledger,
) -> None:
    early, late = (
        make_document(published="2001"),
        make_document(f"{TEXT} Səfirlik geniş binadadır.", published="2023"),
    )
    for document in (early, late):
        ledger.add(document, [opened(document), turnover(document)])
    assert found(ledger, "səfirlik", as_of=dt.date(1996, 12, 31)) == []
    (hit,) = ledger.search("səfirlik", as_of=dt.date(1997, 6, 1), kind="mission.opened", limit=1)
    assert hit.claims == (opened(late),)
    # Of the later document there is the sentence of the claim alone; of the earlier one, all.
    hits = {hit.document: hit for hit in ledger.search("səfirlik", as_of=dt.date(2001, 6, 1))}
    assert [passage.quote for passage in hits[late.id].passages] == [opened(late).quote]
    assert hits[early.id].claims == (opened(early),)
    assert found(ledger, "dövriyyə", as_of=dt.date(2001, 6, 1)) == [early.id]
    assert ledger.search("dövriyyə", as_of=dt.date(2001, 6, 1))[0].claims == ()


def test_what_was_withdrawn_is_not_found_but_as_of_when_it_stood(address: str) -> None:
    document = make_document()
    instants = iter(NOON + dt.timedelta(days=day) for day in range(9))
    with open_ledger(address, clock=lambda: next(instants), reader="test") as ledger:
        ledger.add(document, [opened(document)])
        ledger.withdraw(opened(document).id, "səhv")
        assert ledger.search("səfirlik")[0].claims == ()
        ledger.withdraw(document.id, "səhv")
        assert ledger.search("səfirlik") == []
        changes = ledger.log()
        assert ledger.search("səfirlik", known_at=changes[0].at)[0].claims == (opened(document),)


@pytest.mark.parametrize("words", ["", "…", " – "])
def test_no_word_is_wrong_use(ledger: Ledger, words: str) -> None:
    with pytest.raises(NoWords, match="no word"):
        ledger.search(words)


@pytest.mark.parametrize(
    "words", ['"səfirlik" AND', "səfirlik*", "NEAR(səfirlik)", "terms:səfirlik", "a' OR 'b"]
)
def test_marks_of_the_databases_own_languages_are_no_words(ledger: Ledger, words: str) -> None:
    ledger.add(make_document(), [])
    ledger.search(words)
