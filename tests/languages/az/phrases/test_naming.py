"""Names of states with the nouns that repeat them, pairs, and words that point at states."""

from __future__ import annotations

import pytest

from tests.languages.az.said import phrase, phrases


def named(text: str) -> list[tuple[str, str, str]]:
    return [(found.type, found.value, found.features.case) for found in phrases(text) if found.type != "verb"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the noun carries the state's ending
        ("Estoniya hökumətinin", [("state", "EE", "Gen")]),
        ("Estoniyanın xalqına", [("state", "EE", "Dat")]),
        ("Peru Respublikasında", [("state", "PE", "Loc")]),
        ("Tartu şəhərində", [("place", "Tartu", "Loc")]),
        # the pair, whoever sends and hosts
        ("Estoniya–Peru dostluğu", [("pair", "EE PE", "Nom")]),
        ("Tallinn-Lima xətti", [("pair", "EE PE", "Nom")]),
        # near misses: no pair
        ("Estoniya - Estoniya", [("state", "EE", "Nom"), ("state", "EE", "Nom")]),
        ("Estoniya, Peru", [("state", "EE", "Nom"), ("state", "PE", "Nom")]),
        ("Estoniyanın–Perunun", [("state", "EE", "Gen"), ("state", "PE", "Gen")]),
        # one ending serves a group
        ("Estoniya, Latviya və Perudakı", [("state", "EE", "Loc"), ("state", "LV", "Loc"), ("state", "PE", "Loc")]),
        ("Estoniya ilə Peruda", [("state", "EE", "Nom"), ("state", "PE", "Loc")]),
        # pointers
        ("ölkəmizdə", [("pointer", "our", "Loc")]),
        ("ölkələrimiz", [("pointer", "pair", "Nom")]),
        ("ölkənizin", [("pointer", "your", "Gen")]),
        ("iki ölkənin", [("pointer", "pair", "Gen")]),
        ("həmin ölkəyə", [("pointer", "that", "Dat")]),
        ("ölkə", []),
        # what both once were part of is no party
        ("SSRİ-nin", [("polity", "SU", "Gen")]),
    ],
)  # fmt: skip
def test_names(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "state"),
    [("Estoniyanın parlamenti", "EE"), ("Milli Məclis", None), ("Peru parlamentində", "PE")],
)
def test_a_parliament_is_the_states_that_it_stands_with(text: str, state: str | None) -> None:
    if state:
        assert phrase(text, "parliament").attributes.get("state") == state
    else:
        assert phrase(text, "parliament").attributes.get("state") in (None, "AZ")


def test_capitals_stand_for_their_states_and_other_cities_do_not() -> None:
    assert phrase("Tallinndə", "place").attributes["capital"] == "EE"
    assert "capital" not in phrase("Tartuda", "place").attributes
