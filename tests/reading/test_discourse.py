"""What words mean by what was said before: pairs, pointers, persons, things told of."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.clauses import Mention
from korpu.reading.cast import fullest_names
from korpu.reading.discourse import Discourse
from korpu.reading.opening import main_pair


def mention(type_: str, value: str = "", **attributes: str) -> Mention:
    return Mention(type_, value, 0, 1, attributes)


@pytest.mark.parametrize(
    ("counts", "titled", "expected"),
    [
        ({"EE": 5, "PE": 4}, (), ("EE", "PE")),
        ({"EE": 5, "PE": 4, "CL": 1}, (), ("EE", "PE")),
        ({"EE": 1, "PE": 9}, ("EE", "PE"), ("EE", "PE")),
        ({"EE": 2, "PE": 2, "CL": 1}, ("EE", "PE"), ("EE", "PE")),
        # several pairs, or none
        ({"EE": 5, "PE": 4, "CL": 4, "LV": 3}, (), None),
        ({"EE": 1, "PE": 1, "CL": 9}, ("EE", "PE"), None),
        ({"EE": 9}, (), None),
        ({"EE": 20, "PE": 1}, (), None),
        ({}, (), None),
    ],
)
def test_the_pair_of_a_document(
    counts: dict[str, int], titled: tuple[str, ...], expected: tuple[str, str] | None
) -> None:
    assert main_pair(Counter(counts), titled) == expected


@pytest.mark.parametrize(
    ("names", "name", "fullest"),
    [
        (["Anar Nurlu", "A. Nurlu"], "A. Nurlu", "Anar Nurlu"),
        (["Anar Nurlu", "A.Nurlu"], "A.Nurlu", "Anar Nurlu"),
        (["Anar Nurlu", "Nurlu"], "Nurlu", "Anar Nurlu"),
        (["Nurlu", "Anar Tural Nurlu", "Anar Nurlu"], "Nurlu", "Anar Tural Nurlu"),
        # near misses
        (["Anar Nurlu", "M. Nurlu"], "M. Nurlu", "M. Nurlu"),
        (["Anar Nurlu", "Anar"], "Anar", "Anar"),
        (["Anar Nurlu", "Nurlun"], "Nurlun", "Nurlun"),
        ([], "", None),
    ],
)
def test_fullest_names(names: list[str], name: str, fullest: str | None) -> None:
    assert fullest_names(names).get(name) == fullest


@given(st.lists(st.text(" .ABNanrlu", max_size=12)))
def test_a_name_is_never_made_shorter(names: list[str]) -> None:
    found = fullest_names(names)
    assert found.keys() == set(names)
    assert all(len(full) >= len(name) for name, full in found.items())


AT_HOME = Discourse(pair=("EE", "PE"), main_pair=("EE", "PE"), home="EE", publisher="EE", titled=("EE", "PE"))


@pytest.mark.parametrize(
    ("pointer", "state"),
    [
        ("@our", "EE"),
        ("@your", "PE"),
        ("@friend", "PE"),
        ("@that", None),
        ("@first", "EE"),
        ("@other:PE", "EE"),
        ("@other:CL", None),
        ("@our @your", "EE PE"),
        ("CL", "CL"),
        ("@nonsense", None),
    ],
)
def test_pointers(pointer: str, state: str | None) -> None:
    assert AT_HOME.state_of_pointer(pointer) == state


def test_without_a_pair_nobody_is_the_other() -> None:
    assert Discourse(home="EE").state_of_pointer("@friend") is None
    assert Discourse().state_of_pointer("@our") is None


def test_the_foreign_state_is_the_one_named_last() -> None:
    discourse = Discourse(home="EE")
    discourse.note([mention("state", "PE"), mention("state", "CL"), mention("state", "EE")])
    assert discourse.state_of(mention("pointer", "that")) == "CL"


def test_a_sentence_that_names_two_states_is_about_them_where_the_document_has_no_pair() -> None:
    discourse = Discourse()
    discourse.turn_to([mention("state", "PE"), mention("state", "CL")])
    assert discourse.pair == ("PE", "CL")
    discourse.turn_to([mention("pair", "EE LV")])
    assert discourse.pair == ("EE", "LV")
    fixed = Discourse(pair=("EE", "PE"), main_pair=("EE", "PE"))
    fixed.turn_to([mention("state", "CL"), mention("state", "LV")])
    assert fixed.pair == ("EE", "PE")


def test_a_person_is_of_the_state_that_was_said_with_him() -> None:
    discourse = Discourse()
    discourse.note([mention("person", "Maret Kask", office="president", state="EE")])
    assert discourse.state_of(mention("person", "Maret Kask")) == "EE"


def test_a_bare_mission_is_the_one_told_of() -> None:
    discourse = Discourse()
    discourse.note([mention("mission", "embassy", mission="embassy", sender="EE", host="PE")])
    bare = mention("mission", "embassy", mission="embassy")
    assert discourse.remembered(bare, "sender") == "EE"
    assert discourse.remembered(mention("mission", "consulate", mission="consulate"), "sender") is None
    assert discourse.remembered(mention("mission", "embassy", mission="embassy", host="CL"), "sender") is None
    assert discourse.remembered(mention("state", "EE"), "sender") is None
