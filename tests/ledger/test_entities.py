"""Entities of a ledger, on both databases: found, merged, split, and as they were known."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from korpu.claims import Claim
from korpu.ledger.errors import AlreadySo, Conflicting, NotAnId, UnknownId
from korpu.ledger.looked_up import fill
from korpu.ledger.schema import ENTITY_NAME
from korpu.ledger.store import Ledger, open_ledger
from tests.ledger.clock import Clock
from tests.samples import make_document, opened


def head(number: int, person: str, when: str | None = None, sender: str = "NO") -> tuple[object, list[Claim]]:
    document = make_document(f"{make_document().text} {number}")
    roles = {"sender": sender, "host": "CL", "mission": "embassy", "office": "ambassador", "person": person}
    parties = tuple(sorted((sender, "CL")))
    return document, [opened(document, kind="mission.head", parties=parties, roles=roles, when=when)]


def add(ledger: Ledger, *heads: tuple[object, list[Claim]]) -> None:
    for document, claims in heads:
        ledger.add(document, claims)  # type: ignore[arg-type]


def persons(ledger: Ledger, known_at: dt.datetime | None = None) -> dict[str, str]:
    """The spellings of each person, and the id."""
    found = ledger.entities(("NO", "CL"), "person", known_at)
    return {" = ".join(entity.spellings): entity.id for entity in found.entities}


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    add(ledger, head(1, "Erik Solhaug", "2010"), head(2, "E. Solhaug", "2011"), head(3, "Эрик Солхауг"))
    add(ledger, head(4, "Ane Brekke", "2015"), head(5, "Erik Solhaug", "2010/2014", "SE"))
    return ledger


def test_a_pairs_persons_are_found_under_their_spellings(filled: Ledger) -> None:
    assert set(persons(filled)) == {"E. Solhaug = Erik Solhaug = Эрик Солхауг", "Ane Brekke"}
    assert filled.entities(("NO", "CL"), "mission").entities[0].name == "NO embassy CL"
    assert len(list(filled.entities(type="person").entities)) == 3


def test_any_name_finds_its_entity(filled: Ledger) -> None:
    for entity in filled.entities(("NO", "CL")).entities:
        for mention in entity.mentions:
            assert filled.entity(mention.id[:8]).id == entity.id


def test_merged_and_split_again(filled: Ledger) -> None:
    before = persons(filled)
    merged = filled.merge(
        before["Ane Brekke"], before["E. Solhaug = Erik Solhaug = Эрик Солхауг"], "so it is"
    )
    assert merged.spellings == ("Ane Brekke", "E. Solhaug", "Erik Solhaug", "Эрик Солхауг")
    assert next((link.author, link.verdict.code) for link in merged.links if link.author != "korpu") == (
        "Sınaq",
        "judged_same",
    )
    filled.split(merged.id, (), "it is not so")
    assert persons(filled) == before
    assert [(change.action, change.because) for change in filled.log()][-2:] == [
        ("merge", "so it is"),
        ("split", "it is not so"),
    ]


def test_a_spelling_is_split_off_and_merged_back(filled: Ledger) -> None:
    before = persons(filled)
    rest, taken = filled.split(
        before["E. Solhaug = Erik Solhaug = Эрик Солхауг"], ["E. Solhaug"], "a brother"
    )
    assert (rest.spellings, taken.spellings) == (("Erik Solhaug", "Эрик Солхауг"), ("E. Solhaug",))
    assert set(persons(filled)) == {"E. Solhaug", "Erik Solhaug = Эрик Солхауг", "Ane Brekke"}
    filled.merge(rest.id, taken.id, "no, himself")
    assert persons(filled) == before


def test_conflicting_persons_are_joined_only_when_it_is_asked_again(filled: Ledger) -> None:
    one, other = (
        entity.id for entity in filled.entities(type="person").entities if entity.name == "Erik Solhaug"
    )
    with pytest.raises(Conflicting, match="two states"):
        filled.merge(one, other, "alike")
    assert len(filled.log()) == 5
    assert filled.merge(one, other, "he changed sides", anyway=True)


def test_as_of_a_day_names_in_claims_that_tell_of_no_later_time_are_found(filled: Ledger) -> None:
    def found(day: dt.date) -> list[tuple[str, ...]]:
        return [one.spellings for one in filled.entities(("NO", "CL"), "person", as_of=day).entities]

    # A claim without a date, of a document without one, counts whenever it is asked.
    assert found(dt.date(2009, 1, 1)) == [("Эрик Солхауг",)]
    assert found(dt.date(2010, 6, 1)) == [("Erik Solhaug", "Эрик Солхауг")]
    assert ("Ane Brekke",) in found(dt.date(2015, 1, 1))
    assert len(filled.entities(type="person", as_of=dt.date(2010, 6, 1)).entities) == 2


def test_what_was_known_of_entities_is_known_still(address: str) -> None:
    clock = Clock()
    with open_ledger(address, clock=clock, reader="test", author="Sınaq") as ledger:
        add(ledger, head(1, "Erik Solhaug", "2010"))
        first = ledger.log()[-1].at
        add(ledger, head(2, "Ane Brekke", "2011"))
        second = ledger.log()[-1].at
        both = persons(ledger)
        ledger.merge(*both.values(), "so it is")
        third = ledger.log()[-1].at
        ledger.withdraw(ledger.claims()[0].id, "misread")
        assert set(persons(ledger, first)) == {"Erik Solhaug"}
        assert persons(ledger, second) == both
        assert len(persons(ledger, third)) == 1
        assert len(next(iter(persons(ledger)))) < len(next(iter(persons(ledger, third))))


def test_as_of_a_day_an_entity_is_known_by_the_names_of_then(filled: Ledger) -> None:
    (person,) = filled.entities(("NO", "CL"), "person", as_of=dt.date(2009, 1, 1)).entities
    assert (person.name, person.links) == ("Эрик Солхауг", ())
    assert filled.entity(person.id).spellings == ("E. Solhaug", "Erik Solhaug", "Эрик Солхауг")


@pytest.mark.parametrize(
    ("id", "error"), [("abc", NotAnId), ("", NotAnId), ("wxyz", NotAnId), ("0000", UnknownId)]
)
def test_an_id_of_no_name_is_told(filled: Ledger, id: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        filled.entity(id)


def test_what_cannot_be_done_is_told(filled: Ledger) -> None:
    found = persons(filled)
    with pytest.raises(AlreadySo, match="one entity already"):
        filled.merge(found["Ane Brekke"], found["Ane Brekke"], "x")
    with pytest.raises(Conflicting, match="type"):
        filled.merge(found["Ane Brekke"], filled.entities(type="mission").entities[0].id, "x")
    with pytest.raises(UnknownId, match="no name «Ola»"):
        filled.split(found["Ane Brekke"], ["Ola"], "x")
    with pytest.raises(AlreadySo, match="no other names"):
        filled.split(found["Ane Brekke"], ["Ane Brekke"], "x")
    with pytest.raises(UnknownId, match="no merge"):
        filled.split(found["Ane Brekke"], (), "x")


def test_names_are_made_again_from_claims_as_they_were_added(filled: Ledger) -> None:
    database = filled._database
    chosen = sa.select(ENTITY_NAME).order_by(ENTITY_NAME.c.id, ENTITY_NAME.c.claim_id)
    with database.writing() as connection:
        before = connection.execute(chosen).all()
        connection.execute(ENTITY_NAME.delete())
        fill(connection, ENTITY_NAME)
        assert connection.execute(chosen).all() == before
