"""Missions, heads of mission and groups: who sends, who hosts, where."""

from __future__ import annotations

import pytest

from tests.languages.az.said import phrase, phrases

EE_IN_PE = {"mission": "embassy", "sender": "EE", "host": "PE"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the genitive sends, the locative hosts, in any order
        ("Estoniyanın Perudakı səfirliyi açılıb.", EE_IN_PE),
        ("Estoniyanın Peruda səfirliyi açılıb.", EE_IN_PE),
        ("Perudakı Estoniya səfirliyi açılıb.", EE_IN_PE),
        ("Peruda Estoniyanın səfirliyi açılıb.", EE_IN_PE),
        ("Peru Respublikasındakı Estoniya səfirliyi açılıb.", EE_IN_PE),
        # a city hosts for its state
        ("Estoniyanın Limadakı səfirliyi açılıb.", {**EE_IN_PE, "place": "Lima"}),
        ("Estoniyanın Lima şəhərində səfirliyi açılıb.", {**EE_IN_PE, "place": "Lima"}),
        # sorts of missions
        ("Estoniyanın Perudakı baş konsulluğu açılıb.", {**EE_IN_PE, "mission": "consulate_general"}),
        ("Estoniyanın Perudakı fəxri konsulluğu açılıb.", {**EE_IN_PE, "mission": "honorary_consulate"}),
        # several hosts
        ("Estoniyanın Peru və Çilidəki səfirliyi açılıb.", {**EE_IN_PE, "host": "PE CL"}),
        # what is not said is absent
        ("Səfirlik açılıb.", {"mission": "embassy"}),
        ("Estoniyanın səfirliyi açılıb.", {"mission": "embassy", "sender": "EE"}),
        ("Perudakı səfirlik açılıb.", {"mission": "embassy", "host": "PE"}),
        ("Estoniyadakı səfirliyimiz açılıb.", {"mission": "embassy", "host": "EE", "sender": "@our"}),
        # beyond a mark nothing belongs to it
        ("Estoniyada seçki olub, səfirlik açılıb.", {"mission": "embassy"}),
    ],
)
def test_missions(text: str, expected: dict[str, str]) -> None:
    assert dict(phrase(text, "mission").attributes) == expected


@pytest.mark.parametrize(
    "text",
    ["30-dan çox səfirlik açılıb.", "140 ölkənin səfirliyi açılıb.", "5 səfirlik və 3 konsulluq açılıb."],
)
def test_a_number_of_missions_is_none_in_particular(text: str) -> None:
    assert not [found for found in phrases(text) if found.type == "mission"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Estoniyanın Perudakı səfiri Maret Kask gəlib.",
            {"office": "ambassador", "sender": "EE", "host": "PE"},
        ),
        (
            "Estoniyanın Peruda səfiri Maret Kask gəlib.",
            {"office": "ambassador", "sender": "EE", "host": "PE"},
        ),
        (
            "Estoniyanın Perudakı fövqəladə və səlahiyyətli səfiri Maret Kask gəlib.",
            {"office": "ambassador", "sender": "EE", "host": "PE"},
        ),
        (
            "Estoniyanın Perudakı səfirliyinin müvəqqəti işlər vəkili Maret Kask gəlib.",
            {"office": "charge_d_affaires", "sender": "EE", "host": "PE", "mission": "embassy"},
        ),
        (
            "Estoniyanın Limadakı baş konsulu Maret Kask gəlib.",
            {"office": "consul_general", "sender": "EE", "host": "PE", "place": "Lima"},
        ),
    ],
)
def test_heads_of_missions(text: str, expected: dict[str, str]) -> None:
    found = phrase(text, "person")
    assert found.value == "Maret Kask"
    assert {name: found.attributes.get(name) for name in expected} == expected
    assert found.attributes["mission_head"] == "yes"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Estoniya–Peru dostluq qrupu yaradılıb.", {"pair": "EE PE", "first": "EE"}),
        ("Estoniya parlamentində Peru ilə dostluq qrupu yaradılıb.", {"state": "EE", "with": "PE"}),
        ("Dostluq qrupu yaradılıb.", {}),
    ],
)
def test_groups(text: str, expected: dict[str, str]) -> None:
    assert dict(phrase(text, "group").attributes) == expected
