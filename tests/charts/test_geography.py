import pytest

from korpu.charts.geography import dots, find_city, middles, outlook, world
from korpu.lexicon import read_table, split_forms
from korpu.states import state_codes

UNDRAWN = {"SU", "BV", "UM"}
"""A state that is no more, and islands where nobody lives."""


def test_every_state_has_a_place_on_the_map() -> None:
    assert state_codes() - UNDRAWN == set(middles())


def test_the_world_is_small_enough_to_go_with_a_page() -> None:
    import json

    assert len(json.dumps(world(), separators=(",", ":"))) < 120_000


def test_states_too_small_to_be_seen_are_dots() -> None:
    assert {"MT", "SG", "VA", "TV"} <= set(dots()) and not {"AZ", "KZ", "EE"} & set(dots())


@pytest.mark.parametrize(
    ("place", "states", "longitude", "latitude"),
    [
        ("Bakı", ["AZ"], 49.9, 40.4),
        ("BAKI", ["KZ", "AZ"], 49.9, 40.4),
        ("Alma-Ata", ["KZ"], 76.9, 43.2),
        ("Valensiya", ["ES"], -0.4, 39.5),
        ("Valensiya", ["VE"], -68.0, 10.2),
        ("Vaşinqton", [], -77.0, 38.9),
    ],
)
def test_a_city_is_found_in_the_state_that_is_asked_about(
    place: str, states: list[str], longitude: float, latitude: float
) -> None:
    found = find_city(place, states)
    assert found and abs(found[0].longitude - longitude) < 0.3 and abs(found[0].latitude - latitude) < 0.3


def test_a_name_of_several_cities_is_none_where_the_state_is_not_known() -> None:
    assert find_city("Valensiya", []) is None
    assert find_city("Heçharda", ["AZ"]) is None


def test_places_are_written_as_the_lexicon_writes_them() -> None:
    lexicon = {
        "|".join(form for form, _ in split_forms(row["place"]))
        for row in read_table("languages/az/lexicon", "places")
    }
    lexicon |= {
        "|".join(form for form, _ in split_forms(row["capitals"]))
        for row in read_table("languages/az/lexicon", "states")
    }
    assert {row["place"] for row in read_table("charts", "coordinates")} <= lexicon


def test_nearly_every_capital_has_coordinates() -> None:
    placed = {row["place"] for row in read_table("charts", "coordinates")}
    capitals = [
        "|".join(f for f, _ in split_forms(row["place"]))
        for row in read_table("languages/az/lexicon", "places")
        if row["kind"] == "capital"
    ]
    assert [name for name in capitals if name not in placed] == []


def test_cities_lie_near_the_state_that_they_are_in() -> None:
    far = [
        row["place"]
        for row in read_table("charts", "coordinates")
        if (middle := middles().get(row["state"]))
        and row["state"]
        not in (
            "RU",
            "US",
            "CA",
            "AU",
            "CN",
            "BR",
            "FR",
            "CL",
            "NO",
            "ID",
            "IN",
            "AR",
            "PT",
            "ES",
            "EC",
            "MY",
        )
        and abs(float(row["latitude"]) - middle.latitude) > 12
    ]
    assert far == []


@pytest.mark.parametrize("pair", [("AZ", "KZ"), ("NZ", "GB"), ("RU", "US"), ("VA", "IT"), ("SU", "AZ")])
def test_a_map_shows_both_states(pair: tuple[str, str]) -> None:
    look = outlook(pair)
    assert look.scale > 0 and 1.2 < look.aspect < 2.3
