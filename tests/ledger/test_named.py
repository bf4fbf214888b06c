import datetime as dt

import pytest

from korpu.ledger.errors import NoWords
from korpu.ledger.store import Ledger
from tests.samples import make_document, opened


def head(number: int, person: str, when: str = "2010") -> tuple[object, object]:
    document = make_document(f"{make_document().text} {number}. Səfir {person} danışıb.", published="2012")
    roles = {"sender": "NO", "host": "CL", "mission": "embassy", "office": "ambassador", "person": person}
    return document, opened(document, kind="mission.head", roles=roles, when=when)


@pytest.fixture
def named(ledger: Ledger) -> Ledger:
    for number, (person, when) in enumerate(
        [
            ("Erik Solhauq", "2010"),
            ("ERİK SOLHAUQ", "2011"),
            ("Erik Solhauq", "2011"),
            ("Ane Solhauq", "2005"),
        ]
    ):
        document, claim = head(number, person, when)
        ledger.add(document, [claim])  # type: ignore[arg-type, list-item]
    return ledger


@pytest.mark.parametrize("words", ["Solhauq", "solhauqun", "SOLHAUQA"])
def test_names_are_found_in_whatever_form_those_of_most_claims_first(named: Ledger, words: str) -> None:
    assert [(one.type, one.name, one.claims) for one in named.find_entities(words)] == [
        ("person", "Erik Solhauq", 3),
        ("person", "Ane Solhauq", 1),
    ]


def test_a_name_holds_all_the_words_or_is_not_found(named: Ledger) -> None:
    assert [one.name for one in named.find_entities("Ane Solhauq")] == ["Ane Solhauq"]
    assert named.find_entities("səfir Solhauq") == []


def test_the_id_finds_the_entity(named: Ledger) -> None:
    (ane,) = named.find_entities("Ane")
    assert named.entity(ane.id).name == "Ane Solhauq"
    assert named.claim(ane.claim).roles["person"] == "Ane Solhauq"


def test_names_are_of_the_claims_that_are_asked_for(named: Ledger) -> None:
    assert [one.name for one in named.find_entities("Solhauq", as_of=dt.date(2006, 1, 1))] == ["Ane Solhauq"]
    assert named.find_entities("Solhauq", parties=("NO", "PE")) == []
    assert named.find_entities("Solhauq", kind="visit") == []
    named.withdraw(named.find_entities("Ane")[0].claim, "səhv")
    assert named.find_entities("Ane") == []


def test_so_many_are_returned_at_most(named: Ledger) -> None:
    assert len(named.find_entities("Solhauq", limit=1)) == 1


def test_no_word_is_wrong_use(named: Ledger) -> None:
    with pytest.raises(NoWords):
        named.find_entities("…")
