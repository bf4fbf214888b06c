"""Labels of infoboxes, columns and lists in Azerbaijani."""

from __future__ import annotations

import pytest

from korpu.clauses import Part
from korpu.languages import Label
from korpu.languages.az.labels import read_label

NO_NAMES: frozenset[str] = frozenset()


def label(text: str) -> Label:
    return read_label(text, 0, len(text), NO_NAMES)


@pytest.mark.parametrize(
    ("text", "sort", "concepts"),
    [
        ("Səfir", "person", ()),
        ("Əvvəlki səfirlər", "person", ()),
        ("Müvəqqəti işlər vəkili", "person", ()),
        ("Ünvan", "address", ("address",)),
        ("unvan", "address", ("address",)),
        ("Səfirliyin ünvanı", "address", ("address",)),
        ("Quruluş tarixi", "date", ("diplomatic_relations", "create")),
        ("Diplomatik əlaqələr", "date", ("diplomatic_relations", "create")),
        ("Açılıb", "date", ("open",)),
        ("İxrac", "amount", ("exports",)),
        ("Idxal", "amount", ("imports",)),
        ("Maltanın ixracı", "amount", ("exports",)),
        ("Ümumi dövriyyəsi", "amount", ("turnover",)),
        ("Artım, %", "amount", ("rise",)),
        ("İl", "date", ()),
        ("Ölkə", "state", ()),
        ("Qrupun rəhbəri", "person", ("chair",)),
        ("İmzalanmış sənədlər", "title", ("sign",)),
        ("Qarşılıqlı səfərlər", "visit", ("visit_noun",)),
        ("Xronologiya", "event", ()),
    ],
)
def test_a_known_label_says_what_it_heads(text: str, sort: str, concepts: tuple[str, ...]) -> None:
    found = label(text)
    assert (found.sort, found.concepts, found.known) == (sort, concepts, True)


@pytest.mark.parametrize(
    "text", ["Səfir deyib", "Pomidor ixracı", "Bürünc medal", "Səfirin qərarı", "Rejissor"]
)
def test_a_label_with_words_it_does_not_know_says_nothing(text: str) -> None:
    assert label(text).sort == ""


@pytest.mark.parametrize(
    ("text", "unit", "scale"),
    [
        ("Ticarət (min ABŞ dolları)", "USD", "1000"),
        ("Qarşılıqlı ticarət, mln avro", "EUR", "1000000"),
        ("İxrac, mlrd. $", "USD", "1000000000"),
        ("Azərbaycanlıların sayı (min nəfər)", "person", "1000"),
        ("İxrac (mln.)", None, "1000000"),
        ("İxrac", None, "1"),
        ("Səfirliklər", None, "1"),
    ],
)
def test_the_unit_stands_apart_in_a_label(text: str, unit: str | None, scale: str) -> None:
    assert (label(text).unit, label(text).scale) == (unit, scale)


def test_a_label_names_states_with_their_parts() -> None:
    found = label("Maltanın Kiprə ixracı")
    assert [(a.part, a.mention.value) for a in found.arguments if a.mention.type == "state"] == [
        (Part.OWNER, "MT"),
        (Part.GOAL, "CY"),
    ]


def test_statistics_of_a_state_are_told_from_its_trade() -> None:
    found = label("Malta ilə Kipr arasında ticarət (mln avro, Kipr gömrüyü)")
    assert [a.mention.value for a in found.arguments if a.part is Part.SOURCE] == ["CY"]


@pytest.mark.parametrize("text", ["Maltanın xarici ticarəti", "İxrac (bütün ölkələr üzrə)"])
def test_trade_with_all_the_world_is_known_as_such(text: str) -> None:
    assert label(text).world
