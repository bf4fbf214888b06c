"""Tokens: words, numbers and marks, and the endings behind a hyphen or a quotation mark."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.languages.az.orthography import fold
from korpu.languages.az.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Səfirlik açılıb.", ["Səfirlik", "açılıb", "."]),
        ("1992-ci ildə", ["1992", "-", "ci", "ildə"]),
        ("3-cü", ["3", "-", "cü"]),
        ("27.991", ["27", ".", "991"]),
        ("N.Nurlu", ["N", ".", "Nurlu"]),
        ("Ta’if şəhəri", ["Ta’if", "şəhəri"]),
        ("Kot-d'İvuar", ["Kot", "-", "d'İvuar"]),
        ("Praqa–Bakı", ["Praqa", "–", "Bakı"]),
        ("5%", ["5", "%"]),
        ("a_b", ["a", "_", "b"]),
        # endings behind an acronym or a quotation belong to it
        ("BMT-nin", ["BMT"]),
        ("NATO-da və ATƏT-də", ["NATO", "və", "ATƏT"]),
        ("«Xəzər»in", ["«", "Xəzər", "»"]),
        ("“Dostluq”da", ["“", "Dostluq", "”"]),
        ('"Şöhrət"lə', ['"', "Şöhrət", '"']),
        # near misses
        ("Bakı-da", ["Bakı", "-", "da"]),
        ("BMT-Bakı", ["BMT", "-", "Bakı"]),
        ("BMT - nin", ["BMT", "-", "nin"]),
        ("«Xəzər» in", ["«", "Xəzər", "»", "in"]),
        ("«Xəzər»İn", ["«", "Xəzər", "»", "İn"]),
        ("BMT-xyz", ["BMT", "-", "xyz"]),
    ],
)
def test_texts(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == expected


@pytest.mark.parametrize(
    ("text", "index", "cases"),
    [
        ("BMT-nin", 0, {"Gen"}),
        ("NATO-ya", 0, {"Dat"}),
        ("ATƏT-dən", 0, {"Abl"}),
        ("«Xəzər»də", 2, {"Loc"}),
        ("TÜRKSOY-dakı", 0, {"Loc"}),
        ("BMT", 0, set()),
    ],
)
def test_tails(text: str, index: int, cases: set[str]) -> None:
    token = tokenise(text)[index]
    assert {features.case for features in token.tail} == cases
    assert text[token.start : token.tail_end] == (text if index == 0 else "»də")


@given(st.text() | st.text("BMTbmtİIıiəƏ-–«»“”\"'’ 0123.,_nid"))
def test_tokens_cover_all_but_spaces_in_order(text: str) -> None:
    tokens = tokenise(text)
    for token in tokens:
        assert token.text == text[token.start : token.end]
        assert token.key == fold(token.text)
        assert token.start < token.end <= token.tail_end <= len(text)
    for before, after in itertools.pairwise(tokens):
        assert before.tail_end <= after.start
    covered = {at for token in tokens for at in range(token.start, token.tail_end)}
    assert all(text[at].isspace() or at in covered or not text[at].isprintable() or text[at].isalnum() or text[at]
               for at in range(len(text)))  # fmt: skip
    assert "".join(text[t.start : t.tail_end] for t in tokens).replace(" ", "") == "".join(
        letter for at, letter in enumerate(text) if at in covered and letter != " "
    )


@given(st.text(" a-.«»BMTnin1"), st.text(" a-.«»BMTnin1"))
def test_a_stretch_is_tokenised_where_it_stands(before: str, text: str) -> None:
    whole = f"{before} {text}"
    found = tokenise(whole, len(before) + 1)
    assert [(t.text, t.start - len(before) - 1) for t in found] == [(t.text, t.start) for t in tokenise(text)]
