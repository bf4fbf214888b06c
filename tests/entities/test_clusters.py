import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.claims import Claim
from korpu.entities.clusters import Entities, Judgement, find_entities
from korpu.entities.mentions import find_mentions
from tests.entities.told import head, told, visit


def entities(*claims: Claim, judgements: tuple[Judgement, ...] = ()) -> Entities:
    return find_entities([one for claim in claims for one in find_mentions(claim)], judgements)


def persons(found: Entities) -> list[tuple[str, ...]]:
    return sorted(entity.spellings for entity in found.entities if entity.type == "person")


def ids(found: Entities, *names: str) -> frozenset[str]:
    return frozenset(m.id for one in found.entities for m in one.mentions if m.name in names)


def test_one_person_under_spellings_and_scripts() -> None:
    found = entities(
        head("a", "Rəşad Qəmbərli", "2009"),
        head("b", "Рашад Гамбарли", "2010"),
        head("c", "R. Qəmbərli", "2010"),
        head("d", "Rashad Gambarli"),
    )
    assert persons(found) == [("R. Qəmbərli", "Rashad Gambarli", "Rəşad Qəmbərli", "Рашад Гамбарли")]
    (person,) = [entity for entity in found.entities if entity.type == "person"]
    assert person.name == "Rashad Gambarli" or person.name == "Rəşad Qəmbərli"
    assert {link.author for link in person.links} == {"korpu"}


def test_an_initial_that_fits_two_joins_neither() -> None:
    found = entities(
        head("a", "Rəşad Qəmbərli", "2009"),
        head("b", "Ramil Qəmbərli", "2010"),
        head("c", "R. Qəmbərli", "2010"),
    )
    assert len(persons(found)) == 3
    assert {doubt.verdict.code for doubt in found.doubts} == {"several_fit"}


def test_one_name_of_two_states_is_a_doubt() -> None:
    found = entities(
        head("a", "Rəşad Qəmbərli", "2009/2013"), head("b", "Rəşad Qəmbərli", "2010/2012", sender="TR")
    )
    assert len(persons(found)) == 2
    assert [doubt.verdict.code for doubt in found.doubts] == ["two_states"]


def test_a_name_that_would_fit_both_of_two_states_joins_neither() -> None:
    found = entities(
        head("a", "Rəşad Qəmbərli"),
        head("b", "Rəşad Qəmbərli", sender="TR"),
        told("award.conferred", "c", ("AZ", "TR"), recipient="Rəşad Qəmbərli", award="Dostluq", by="TR"),
    )
    assert len([one for one in found.entities if one.type == "person"]) == 3


def test_names_of_one_sentence_are_two_persons() -> None:
    found = entities(told("meeting", "a", participants=("Rəşad Qəmbərli", "Reşad Kamberli")))
    assert len(persons(found)) == 2
    assert found.doubts == ()


def test_two_of_a_list_are_two_persons() -> None:
    found = entities(head("a", "R. Qəmbərli", "1998/2001"), head("a", "Rəşad Qəmbərli", "2003/2006"))
    assert len(persons(found)) == 2


def test_missions_are_one_for_each_sender_host_and_sort() -> None:
    found = entities(
        head("a", "Rəşad Qəmbərli"), head("b", "Ramil Əsgərov"), head("c", "X", sender="FR", host="AZ")
    )
    missions = [entity for entity in found.entities if entity.type == "mission"]
    assert sorted(mission.name for mission in missions) == ["AZ embassy FR", "FR embassy AZ"]


def test_agreements_of_other_parties_or_years_are_two() -> None:
    title = "Hava əlaqəsi haqqında Saziş"
    found = entities(
        told("agreement.signed", "a", title=title, when="1997"),
        told("agreement.signed", "b", title=f"“{title}”", when="1997-05-03"),
        told("agreement.signed", "c", title=title, when="2014"),
        told("agreement.signed", "d", ("AZ", "GE"), title=title, when="1997"),
    )
    assert len([one for one in found.entities if one.type == "agreement"]) == 3
    assert [doubt.verdict.code for doubt in found.doubts] == ["other_dates"]


CLAIMS = [
    head("a", "Rəşad Qəmbərli", "2009"),
    head("b", "R. Qəmbərli", "2010"),
    head("c", "Рашад Гамбарли"),
    head("d", "Rəşad Qəmbərli", sender="TR"),
    visit("e", "Rəşad Qəmbərov", "2012"),
    visit("f", "R. Qəmbərov", "2013"),
    visit("g", "Qəmbərli", "2013"),
    told("meeting", "h", participants=("Rəşad Qəmbərli", "Ramil Qəmbərli", "R. Qəmbərov")),
    told("agreement.signed", "i", title="Hava əlaqəsi haqqında Saziş", place="Bakı"),
    told("agreement.signed", "j", title="Hava əlaqəsinə dair Saziş", place="Baku", when="1997"),
]


@given(st.permutations(CLAIMS))
def test_the_order_of_claims_changes_nothing(order: list[Claim]) -> None:
    assert entities(*order) == entities(*CLAIMS)


@given(st.integers(0, 10_000))
def test_merging_and_splitting_undoes(seed: int) -> None:
    before = entities(*CLAIMS)
    chosen = random.Random(seed).sample([one for one in before.entities if one.type == "person"], 2)
    left, right = (frozenset(mention.id for mention in one.mentions) for one in chosen)
    merge, split = Judgement("same", left, right, "A"), Judgement("different", left, right, "A")
    merged = entities(*CLAIMS, judgements=(merge,))
    assert any(set(one.spellings) >= {*chosen[0].spellings, *chosen[1].spellings} for one in merged.entities)
    assert sets(entities(*CLAIMS, judgements=(merge, split))) == sets(before)
    assert sets(entities(*CLAIMS, judgements=(merge, split, merge))) == sets(merged)


def sets(found: Entities) -> set[frozenset[tuple[str, str]]]:
    return {frozenset((m.id, m.claim) for m in one.mentions) for one in found.entities}


@pytest.mark.parametrize("name", ["R. Qəmbərli", "Рашад Гамбарли"])
def test_what_is_split_off_does_not_come_back_nor_break_the_rest(name: str) -> None:
    claims = [
        head("a", "Rəşad Qəmbərli", "2009"),
        head("b", "R. Qəmbərli", "2010"),
        head("c", "Рашад Гамбарли", "2009"),
    ]
    claims += [head("d", "Rəşad Qəmbərli", "2010")]
    before = entities(*claims)
    assert len(persons(before)) == 1
    rest = ids(before, "R. Qəmbərli", "Рашад Гамбарли", "Rəşad Qəmbərli") - ids(before, name)
    split = Judgement("different", ids(before, name), rest)
    assert sorted(map(len, persons(entities(*claims, judgements=(split,))))) == [1, 2]
