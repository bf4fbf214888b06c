"""What is found by words comes in the same order whether all of it is put in order or the ledger is gone through by dates."""

import datetime as dt
import random

import pytest

from korpu import edtf
from korpu.ledger import latest
from korpu.ledger.latest import Place, in_order
from korpu.ledger.search import Hit
from korpu.ledger.store import Ledger
from tests.samples import make_document, opened

DATES = (
    None,
    "2021",
    "2021~",
    "2021-01",
    "2021-01-01",
    "2021-01-01/2021-02",
    "2020-22",
    "199X",
    "../2021",
    "2020-12-31",
)
WORDS = ("səfirlik", "körpü", "çay", "bağ")


@pytest.fixture
def made(ledger: Ledger) -> Ledger:
    """Sixty documents with some of the words each, at dates of every form; some of them are withdrawn."""
    chance = random.Random(7)
    for number in range(60):
        words = " ".join(chance.sample(WORDS, chance.randint(1, 4)))
        date = chance.choice(DATES)
        text = f"{make_document().text} {number}. {words}."
        document = make_document(text, **({"published": date} if date else {}))
        ledger.add(document, [opened(document)] if number % 3 else [])
        if number % 7 == 0:
            ledger.withdraw(document.id, "sınaq")
    return ledger


def expected(ledger: Ledger, words: tuple[str, ...]) -> list[str]:
    """All documents with the words, in the order that is promised."""
    found = [
        one
        for one in ledger.documents()
        if set(words) <= set(ledger.document(one.id).text.replace(".", "").split())
    ]
    dated = sorted((one for one in found if one.card.published), key=lambda one: one.id)
    dated.sort(key=lambda one: edtf.sort_key(one.card.published), reverse=True)
    undated = sorted(one.id for one in found if not one.card.published)
    return [one.id for one in dated] + undated


@pytest.mark.parametrize("words", [("çay",), ("çay", "bağ"), ("körpü", "çay", "bağ")])
@pytest.mark.parametrize("few", [1000, 0, 5])
def test_the_order_is_the_same_by_either_way(
    made: Ledger, words: tuple[str, ...], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(latest, "FEW", few)
    monkeypatch.setattr(latest, "_TOGETHER", 7)
    whole = [hit.document for hit in made.search(" ".join(words), limit=None)]
    assert whole == expected(made, words)
    assert [hit.document for hit in made.search(" ".join(words), limit=3)] == whole[:3]


@pytest.mark.parametrize("few", [1000, 0])
@pytest.mark.parametrize(
    "asked", [{}, {"kind": "mission.opened"}, {"parties": ("NO", "CL")}, {"as_of": dt.date(2020, 12, 31)}]
)
def test_pages_hold_together_what_the_whole_holds(
    made: Ledger, few: int, asked: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(latest, "FEW", few)
    whole = made.search("səfirlik", limit=None, **asked)  # type: ignore[arg-type]
    pages: list[Hit] = []
    while page := made.search("səfirlik", limit=4, after=pages[-1].place if pages else None, **asked):  # type: ignore[arg-type]
        pages += page
    assert len(whole) > 10
    assert pages == whole


def test_a_later_document_does_not_move_the_next_page(ledger: Ledger) -> None:
    for number in range(4):
        ledger.add(make_document(f"{number}. Səfirlik açılıb.", published=f"202{number}"), [])
    first = ledger.search("səfirlik", limit=2)
    ledger.add(make_document("9. Səfirlik açılıb.", published="2024"), [])
    second = ledger.search("səfirlik", limit=2, after=first[-1].place)
    assert [hit.card.published for hit in (*first, *second)] == ["2023", "2022", "2021", "2020"]


def test_documents_without_a_date_come_last_by_their_ids() -> None:
    places = [Place("", "b"), Place(None, "a"), Place("1999", "c")]
    assert in_order(places) == ["c", "a", "b"]
    assert in_order(places, Place(None, "a")) == ["b"]
