"""No two names that are alike are left out."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import entities as bench
from korpu.entities.candidates import find_candidates, have_common_word
from korpu.entities.mentions import key_of_name
from korpu.entities.names import likeness
from korpu.entities.verdict import ENTITY_TYPES
from korpu.kinds import EntityType

ROWS = [told.row for name in bench.SETS for told in bench.measure(name)]


def names_of(type: EntityType) -> list[str]:
    return sorted({row[side] for row in ROWS if row["type"] == type for side in ("left", "right")})


@pytest.mark.parametrize("type", ENTITY_TYPES)
def test_names_that_are_alike_are_candidates(type: EntityType) -> None:
    names = names_of(type)
    found = set(find_candidates(type, names))
    alike = {
        (one, other)
        for one, other in combinations(names, 2)
        if key_of_name(type, one, ("AZ", "KZ")) == key_of_name(type, other, ("AZ", "KZ"))
        and have_common_word(one, other)
        and likeness(type, one, other).how != "none"
    }
    assert alike - found == set()
    if type in ("person", "agreement"):
        assert len(found) - len(names) <= len(names) ** 2 / 20


@given(st.sampled_from(ENTITY_TYPES), st.data())
def test_each_pair_is_found_once_and_whatever_else_there_is(type: EntityType, data: st.DataObject) -> None:
    names = names_of(type)
    some = sorted(data.draw(st.sets(st.sampled_from(names), min_size=2, max_size=12)))
    found = list(find_candidates(type, some))
    assert len(set(found)) == len(found) and {(name, name) for name in some} <= set(found)
    if type != "agreement":  # of titles, what is rare depends on the others
        every = set(find_candidates(type, names))
        assert set(found) == {(a, b) for a, b in every if {a, b} <= set(some)}
