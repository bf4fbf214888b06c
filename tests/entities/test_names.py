"""Pairs are in corpus/az/entities.tsv; here is what holds of any pair, and what must never be joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import entities as bench
from bench.entities import context_of
from korpu.entities.names import compare_names
from korpu.entities.verdict import ENTITY_TYPES
from korpu.kinds import EntityType
from korpu.translations import languages, table

ROWS = [row.row for name in bench.SETS for row in bench.measure(name)]
WORDS = sorted({row[side] for row in ROWS for side in ("left", "right") if row["type"] != "mission"})
NAMES = st.one_of(st.sampled_from(WORDS), st.text("İIışə ?.-(Яж1“", max_size=12), st.text(max_size=8))
TYPES = st.sampled_from([type for type in ENTITY_TYPES if type != "mission"])
CONTEXTS = st.sampled_from(sorted({row["left_of"] for row in ROWS})).map(context_of)


@given(TYPES, NAMES, NAMES, CONTEXTS, CONTEXTS)
def test_the_order_of_two_names_does_not_matter(
    type: EntityType, a: str, b: str, c: object, d: object
) -> None:
    forward, back = compare_names(type, a, b, c, d), compare_names(type, b, a, d, c)  # type: ignore[arg-type]
    assert (forward.sameness, forward.code) == (back.sameness, back.code)


@given(st.sampled_from(ROWS))
def test_a_whole_name_is_the_same_as_itself(row: dict[str, str]) -> None:
    (type,) = (type for type in ENTITY_TYPES if type == row["type"])
    verdict = compare_names(type, row["left"], row["left"])
    assert verdict.sameness != "different"
    assert verdict.sameness == "same" or verdict.code in (
        "initials",
        "surname_alone",
        "form_alone",
        "place_not_told",
        "letter_apart",
    )


@pytest.mark.parametrize("language", languages())
def test_every_verdict_has_a_sentence(language: str) -> None:
    assert set(table(language)["sameness"]) == set(table("en")["sameness"])
    for name in bench.SETS:
        for told in bench.measure(name):
            assert told.verdict.sentence(language).endswith((".", ")"))


@pytest.mark.parametrize(
    ("left", "right", "left_of", "right_of", "expected"),
    [
        ("Orxan Səlimov", "Orxan Səlimov", "minister AZ 2010/2016", "minister GE 2010/2016", "unsure"),
        ("Orxan Səlimov", "Orxan Səlimov", "minister AZ 2010/2016", "ambassador AZ>JP 2012/2015", "unsure"),
        ("O. Səlimov", "Orxan Səlimov", "minister AZ 2010", "minister GE 2010", "different"),
        ("O. Səlimov", "Orxan Səlimov", "minister AZ 2010", "minister AZ 2011", "same"),
        ("O. Səlimov", "Orxan Səlimov", "minister AZ 1995", "minister AZ 2011", "unsure"),
    ],
)
def test_conflicting_things_are_never_joined(
    left: str, right: str, left_of: str, right_of: str, expected: str
) -> None:
    verdict = compare_names("person", left, right, context_of(left_of), context_of(right_of))
    assert verdict.sameness == expected
