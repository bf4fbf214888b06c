import tomllib

import pytest

from bench import entities
from bench.rows import FLOORS, read_rows
from korpu.entities.verdict import ENTITY_TYPES


@pytest.mark.parametrize(
    ("name", "least"),
    [("entities", 150), ("entities_fresh", 60), ("entities_second", 90), ("entities_third", 90)],
)
def test_the_pairs_are_many_and_well_formed(name: str, least: int) -> None:
    rows = read_rows(name)
    assert len(rows) >= least
    assert len({(row["left"], row["right"], row["left_of"], row["right_of"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["type"] in ENTITY_TYPES and row["same"] in ("yes", "no", "?") and row["why"], row


def test_floors_are_of_what_is_measured() -> None:
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    for name in entities.SETS:
        assert floors[name].keys() == entities.figures(entities.measure(name)).keys()
        assert floors[name]["precision"] >= 0.99 and floors[name]["recall"] >= 0.9
