"""Units: which word or phrase of the tables stands there, in whatever form."""

from __future__ import annotations

import itertools

import pytest

from korpu.languages.az.tokens import tokenise
from korpu.languages.az.units import find_units
from korpu.languages.az.words import words
from tests.languages.az.said import unit, units


@pytest.mark.parametrize(
    ("text", "type_", "value", "case"),
    [
        # one word, in any case
        ("Estoniya", "state", "EE", "Nom"),
        ("Estoniyada", "state", "EE", "Loc"),
        ("Perunun", "state", "PE", "Gen"),
        ("BMT-nin", "organisation", "UN", "Gen"),
        ("NATO-ya", "organisation", "NATO", "Dat"),
        ("estonlar", "people", "EE", "Nom"),
        ("səfirliyinin", "mission", "embassy", "Gen"),
        ("konsulluqda", "mission", "consulate", "Loc"),
        # phrases: only the last word changes, the longest wins
        ("Yeni Zelandiyadan", "state", "NZ", "Abl"),
        ("baş konsulluğun", "mission", "consulate_general", "Gen"),
        ("fəxri konsulluq", "mission", "honorary_consulate", "Nom"),
        ("iki ölkədə", "pointer", "pair", "Loc"),
        ("Cənubi Qafqazda", "decoy", "Cənubi Qafqaz", "Loc"),
        ("Papua-Yeni Qvineyada", "state", "PG", "Loc"),
        # letters lost or of another font
        ("ESTONİYADA", "state", "EE", "Loc"),
        ("Estonıya", "state", "EE", "Nom"),
    ],
)
def test_what_stands_there(text: str, type_: str, value: str, case: str) -> None:
    found = unit(text)
    assert (found.type, found.entry.value, found.features.case) == (type_, value, case)
    assert (found.first, found.last) == (0, len(tokenise(text)) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "estoniya",  # a name without its capital
        "Estoniyaçı",  # no ending
        "çilik",
        "1994",
        "peru",
        "",
        "…",
    ],
)
def test_what_is_nothing(text: str) -> None:
    assert units(text) == []


def test_a_name_behind_another_is_no_verb() -> None:
    assert [found.type for found in units("o getdi")][-1:] == ["verb"]
    assert all(found.type != "verb" for found in units("Aytən Aldı"))


def test_names_are_read_in_the_third_persons_possession_or_in_none() -> None:
    assert {features.possessor for features in unit("Estoniyamız").readings} <= {"", "1p"}
    assert all(
        not features.possessor for features in unit("Bakısı").readings if len(unit("Bakısı").readings) > 1
    )


def test_taken_tokens_are_passed_over() -> None:
    tokens = tokenise("Estoniya və Peru")
    assert [found.entry.value for found in find_units(tokens, frozenset({0}))] == ["PE"]


def test_units_come_in_order_without_overlap() -> None:
    found = units(
        "Estoniya ilə Yeni Zelandiya arasında diplomatik münasibətlər iki ölkənin razılığı ilə qurulub"
    )
    assert all(before.last < after.first for before, after in itertools.pairwise(found))


def test_the_tables_are_indexed_by_folded_words() -> None:
    index = words()
    assert all(
        len(keys) > 1 and keys[0] == first for first, found in index.phrases.items() for keys, _ in found
    )
    assert "səfirlik" in index.single
    assert "Tallinn" in index.capitals
    assert "Tartu" not in index.capitals
    assert all(key and not key.isspace() for key in (*index.single, *index.phrases, *index.verbs))
