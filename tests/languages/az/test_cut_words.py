"""Words cut in two are read as one; two words are not."""

from __future__ import annotations

import pytest

import korpu
from korpu.languages.az.cut_words import join_cut_words
from korpu.languages.az.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("diplo-matik", ["diplomatik"]),
        ("diplo-\nmatik", ["diplomatik"]),
        ("konsul luğunun", ["konsulluğunun"]),
        ("baş nazir", ["baş", "nazir"]),
        ("ticarət-iqtisadi", ["ticarət", "-", "iqtisadi"]),
        ("Bakı-Tbilisi", ["baki", "-", "tbilisi"]),
    ],
)
def test_the_pieces_of_a_known_word_are_joined(text: str, keys: list[str]) -> None:
    assert [token.key for token in join_cut_words(tokenise(text))] == keys


def test_a_joined_word_keeps_its_place() -> None:
    text = "diplo-\nmatik əlaqə"
    first, second = join_cut_words(tokenise(text))
    assert (first.start, first.end, second.start) == (0, 12, 13)


def test_a_word_cut_at_a_lines_end_is_read() -> None:
    (claim,) = korpu.read("Norveç–Çili\n\nDiplo-\nmatik əlaqələr 1992-ci ilin 28 aprelində yaradıldı.")
    assert (claim.kind, claim.when) == ("relations.established", "1992-04-28")
