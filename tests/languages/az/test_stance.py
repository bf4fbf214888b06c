"""Stance and tense: asserted, planned, aimed at, denied, or not said at all."""

from __future__ import annotations

import pytest

from korpu.claims import Stance
from tests.languages.az.said import with_concept


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        # facts
        ("Səfirlik açılıb.", "fact"),
        ("Səfirlik açıldı.", "fact"),
        ("Səfirlik açılmışdır.", "fact"),
        ("Açılan səfirlik böyükdür.", "fact"),
        ("Səfirliyin açıldığı bildirilib.", "fact"),
        ("Səfirliyin açılması münasibətlərə təkan verib.", "fact"),
        ("Səfirlik açılsa da, konsulluq yoxdur.", "fact"),
        # plans
        ("Səfirlik açılacaq.", "plan"),
        ("Səfirlik açılmalıdır.", "plan"),
        ("Səfirlik qurulmalı, konsulluq da açılmalıdır.", "plan"),
        ("Səfirliyin açılması nəzərdə tutulur.", "plan"),
        ("Səfirliyin açılması planlaşdırılır.", "plan"),
        ("Nazir səfirliyin açılacağını bildirib.", "plan"),
        ("Bildirilib ki, səfirlik açılacaq.", "plan"),
        # denied
        ("Səfirlik açılmayıb.", "denied"),
        ("Səfirlik açılmadı.", "denied"),
        ("Səfirliyin açılmadığı bildirilib.", "denied"),
        # nothing is asserted
        ("Səfirlik açılsa, gələrik.", None),
        ("Qoy səfirlik açılsın.", None),
        ("Ümid edirəm ki, səfirlik açılacaq.", None),
        ("Nazir təklif edib ki, səfirlik açılsın.", None),
        ("Səfirliyin açılması üçün iş gedir.", None),
        ("Səfirliyin açılması nəzərdə tutulmuşdu.", None),
        ("Səfirlik açılacaqdı.", None),
        ("Səfirlik açılmayacaq.", None),
        ("Səfirliyin açılması müzakirə edilib.", None),
        ("Səfirliyin açılmaması təəssüf doğurur.", None),
    ],
)
def test_of_an_opening(text: str, stance: Stance | None) -> None:
    assert with_concept(text, "open").stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Qeyri-rəsmi məlumata görə, səfirlik açılıb.", "estimate"),
        ("Güman ki, səfirlik açılıb.", "estimate"),
        ("Ehtimal olunur ki, səfirlik açılıb.", "estimate"),
        ("Qeyd edilib ki, səfirlik açılıb.", "fact"),
        ("Səfirlik açılıb.", "fact"),
        # the word is another clause's
        ("Səfirlik açılıb, güman ki, konsulluq bağlanıb.", "fact"),
    ],
)
def test_words_that_say_how_it_is_said(text: str, stance: Stance) -> None:
    assert with_concept(text, "open").stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Nazir Tallinnə gələrək sazişi imzalayıb.", "fact"),
        ("Nazir Tallinnə gələrək sazişi imzalamayıb.", "fact"),
        ("Nazir Tallinnə gələrək sazişi imzalayacaq.", "plan"),
        ("Nazir Tallinnə gəldikdə saziş imzalanacaq.", "plan"),
        ("Nazir Tallinnə gəldikdən sonra saziş imzalanmalıdır.", "plan"),
        ("Nazir Tallinnə gəldikdən sonra saziş imzalanıb.", "fact"),
    ],
)
def test_what_is_done_beside_a_plan_is_planned(text: str, stance: Stance) -> None:
    assert with_concept(text, "arrive").stance == stance


def test_what_can_be_is_not_said_to_be() -> None:
    assert with_concept("Səfirlik açıla bilər.", "open").stance is None
    assert with_concept("Nazir səfirliyin açıla biləcəyini deyib.", "open").stance is None


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Səfirlik açılıb.", "past"),
        ("Səfirlik açılır.", "present"),
        ("Səfirlik açılacaq.", "future"),
        ("Səfirlik açılmalıdır.", "future"),
        ("Nazir səfirliyin açılacağını bildirib.", "future"),
        ("Açılan səfirlik böyükdür.", "past"),
    ],
)
def test_tense(text: str, tense: str) -> None:
    assert with_concept(text, "open").tense == tense
