"""Triggers: what a word may call up, whatever its form."""

from __future__ import annotations

import pytest

from korpu.languages.az.triggers import certain_triggers, pair_triggers, triggers_of


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("səfirliyindən", {"mission"}),
        ("sefirliyinden", {"mission"}),
        ("SƏFİRLİYİ", {"mission"}),
        ("səfərdədir", {"visit_noun"}),
        ("müstəqilliyini", {"independence"}),
        ("Maltanın", {"state", "@MT"}),
        ("maltalılar", {"people", "@MT"}),
        ("iyirmi", {"amount"}),
        ("onlara", {"it"}),
        ("açılmışdır", {"open"}),
    ],
)
def test_a_word_calls_up_what_it_means_in_any_form(word: str, names: set[str]) -> None:
    assert names <= triggers_of(word).names


@pytest.mark.parametrize("word", ["hava", "futbol", "buludlu", "yağış"])
def test_other_words_call_up_nothing(word: str) -> None:
    assert not triggers_of(word).names & {"mission", "visit", "turnover", "sign", "meet"}


def test_what_signs_call_up_is_not_certain() -> None:
    assert {"mission", "open", "amount"} <= certain_triggers()
    assert not {"rise", "fall", "person", "project"} & certain_triggers()


@pytest.mark.parametrize(("word", "name"), [("ağ", "place"), ("min", "state"), ("qarşısında", "state")])
def test_a_small_letter_names_no_state(word: str, name: str) -> None:
    assert name not in triggers_of(word).names


@pytest.mark.parametrize(
    ("first", "second", "concept"),
    [("qəbul", "edib", "receive"), ("Birləşmiş", "Krallığın", "@GB")],
)
def test_a_phrase_is_called_up_by_two_of_its_words_together(first: str, second: str, concept: str) -> None:
    one, other = triggers_of(first), triggers_of(second)
    assert concept not in one.names | other.names
    both = (one.first | other.first) & (one.second | other.second)
    assert any(concept in pair_triggers()[pair] for pair in both)
