import pytest

from korpu.charts.missions import geography_of
from korpu.charts.missions_map import missions_map
from korpu.charts.world import world_spec
from korpu.dossier import compose
from korpu.render.wording.words import wording
from tests.charts.checked import problems, rows_of
from tests.dossier import example
from tests.findings.told import told

SAY = wording("en")


def mission(kind: str, when: str | None, host: str = "UY", **fields: str):  # type: ignore[no-untyped-def]
    return told(f"mission.{kind}", when, sender="PE", host=host, **{"mission": "embassy", **fields})


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("language", ["az", "en"])
def test_maps_are_vega_lite(language: str, dark: bool) -> None:
    say = wording(language)
    assert not problems(world_spec({"KZ": 3, "MT": 1}, say, dark, "AZ", "/az-{}".format))
    assert not problems(missions_map(geography_of(example.dossier(), say), example.PAIR, say, dark))


def test_a_state_with_claims_leads_to_its_pair_and_the_chosen_one_nowhere() -> None:
    spec = world_spec(
        {"KZ": 30, "MT": 1, "AZ": 31}, SAY, chosen="AZ", address=lambda code: f"/az-{code.lower()}"
    )
    areas = spec["layer"][0]["data"]["values"]["objects"]["states"]["geometries"]
    told_of = {one.get("id"): one["properties"] for one in areas}
    assert (told_of["KZ"]["href"], told_of["KZ"]["class"], told_of["KZ"]["says"]) == (
        "/az-kz",
        "10",
        "30 claims",
    )
    assert told_of["AZ"]["href"] is None and told_of["AZ"]["class"] == "chosen"
    assert told_of["TM"]["href"] is None and told_of["TM"]["class"] == "nothing"
    (malta,) = [row for row in rows_of(spec) if row["href"] == "/az-mt"]
    assert 35 < malta["latitude"] < 37


def test_what_is_told_of_one_mission_stands_together_in_the_order_of_time() -> None:
    found = geography_of(example.dossier(), SAY)
    embassy = next(one for one in found.missions if one.name == "embassy")
    assert [(one.step, one.when) for one in embassy.told] == [
        ("founding", "2011-05-02"),
        ("opening", "2013-23"),
        ("opening", "2013-11-05"),
        ("closing", None),
    ]
    assert embassy.place == "Ulan-Bator" and embassy.spot and not embassy.is_closed


@pytest.mark.parametrize(
    ("steps", "is_closed"),
    [
        ([("opened", "1995"), ("closed", "2001")], True),
        ([("opened", "1995"), ("closed", "2001"), ("opened", "2010")], False),
        ([("closed", None)], True),
        ([("opened", "1995")], False),
    ],
)
def test_a_mission_is_closed_until_it_is_opened_again(
    steps: list[tuple[str, str | None]], is_closed: bool
) -> None:
    claims = [mission(kind, when) for kind, when in steps]
    (found,) = geography_of(compose(("PE", "UY"), claims, {}), SAY).missions
    assert found.is_closed is is_closed


def test_consulates_are_told_apart_by_their_places() -> None:
    claims = [
        mission("opened", "2001", mission="consulate", place=place) for place in ("Montevideo", "Salto")
    ]
    assert len(geography_of(compose(("PE", "UY"), claims, {}), SAY).missions) == 2


def test_a_mission_whose_place_nobody_tells_is_in_the_middle_of_its_host_and_marked() -> None:
    found = geography_of(compose(("PE", "UY"), [mission("opened", "2001")], {}), SAY)
    (row,) = [row for row in rows_of(missions_map(found, ("PE", "UY"), SAY)) if "sender" in row]
    assert row["state"] == "unplaced" and "place not told" in row["title"]


def test_missions_of_one_city_stand_side_by_side() -> None:
    claims = [
        mission("opened", "2001", mission=name, place="Montevideo") for name in ("embassy", "trade_mission")
    ]
    found = geography_of(compose(("PE", "UY"), claims, {}), SAY)
    rows = [row for row in rows_of(missions_map(found, ("PE", "UY"), SAY)) if "sender" in row]
    assert len({row["longitude"] for row in rows}) == 2


def test_visits_are_counted_by_place_the_latest_first() -> None:
    claims = [
        told(
            "visit", when, visitor=f"Ana {when}", from_="PE", to="UY", place="Montevideo", office="president"
        )
        for when in ("2001-05-01", "2019-02-03")
    ]
    (stay,) = geography_of(compose(("PE", "UY"), claims, {}), SAY).stays
    assert (stay.place, stay.state, [one.when for one in stay.told]) == (
        "Montevideo",
        "UY",
        ["2019-02-03", "2001-05-01"],
    )
