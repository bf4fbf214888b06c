"""How likely stems are to be names, by their letters and by the origin of the given name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.languages.az.phrases.name_stems import is_given_like, log_likelihood, noun_likelihood, origins_of


@pytest.mark.parametrize(
    ("given_name", "likelier", "unlikelier"),
    [
        ("hiroşi", "matsuyama", "matsuyaman"),
        ("armen", "zaqaryan", "zaqarya"),
        ("stoyan", "draqanov", "draqano"),
        ("lela", "maçavariani", "maçavarian"),
        ("kostas", "lambropulos", "lambropulo"),
    ],
)
def test_a_stem_that_ends_as_names_of_its_origin_do_is_likelier(
    given_name: str, likelier: str, unlikelier: str
) -> None:
    origins = origins_of((given_name,))
    assert log_likelihood(likelier, origins) > log_likelihood(unlikelier, origins)


@pytest.mark.parametrize(
    ("word", "expected"), [("xeraldina", True), ("görüşdən", False), ("səfirlik", False)]
)
def test_a_given_name_is_told_from_a_noun_in_a_case(word: str, expected: bool) -> None:
    assert is_given_like(word) is expected


@given(st.text("abcdeəiklmnorstuz", min_size=1, max_size=14))
def test_likelihoods_are_finite_and_no_certainty(word: str) -> None:
    assert -200 < log_likelihood(word) < 0
    assert -300 < noun_likelihood(word) < 0
