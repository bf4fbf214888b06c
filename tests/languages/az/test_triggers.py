"""Triggers: what a word may call up, whatever its form."""

from __future__ import annotations

import pytest

from korpu.languages.az.triggers import certain_triggers, triggers_of


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("səfirliyindən", {"mission"}),
        ("sefirliyinden", {"mission"}),
        ("SƏFİRLİYİ", {"mission"}),
        ("səfərdədir", {"visit", "within_visit", "visit_noun"}),
        ("müstəqilliyini", {"independence", "recognition"}),
        ("Maltanın", {"state", "@MT"}),
        ("maltalılar", {"people", "@MT", "headcount"}),
        ("iyirmi", {"amount"}),
        ("onlara", {"it"}),
        ("açılmışdır", {"open"}),
    ],
)
def test_a_word_calls_up_what_it_means_and_what_is_made_of_it(word: str, names: set[str]) -> None:
    assert names <= triggers_of(word)


@pytest.mark.parametrize("word", ["hava", "futbol", "buludlu", "yağış"])
def test_other_words_call_up_nothing(word: str) -> None:
    assert not triggers_of(word) & {"mission", "visit", "turnover", "sign", "meet"}


def test_what_signs_call_up_is_not_certain() -> None:
    assert {"mission", "open", "amount"} <= certain_triggers()
    assert not {"rise", "fall", "person", "project"} & certain_triggers()
