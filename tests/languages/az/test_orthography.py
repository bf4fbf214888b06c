"""Letters: what is one for comparing, what is as long as it was, what is mended."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.languages.az.orthography import (
    compose,
    fold,
    fold_ascii,
    is_cyrillic,
    lower,
    sort_key,
    to_latin,
    upper_first,
)

ANY = st.text() | st.text("İIiı\u0307") | st.text("əӘǝƏäşŞçÇ«»“”–‑ \xa0º\u200bабвҹҝӘ")


@given(ANY)
def test_folding_is_one_to_one_in_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(ANY)
def test_transliterating_is_one_to_one_in_length(text: str) -> None:
    assert len(to_latin(text)) == len(text)


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY, ANY)
def test_a_span_folds_as_it_folds_within_the_whole(before: str, text: str) -> None:
    assert fold(before + text)[len(before) :] == fold(text) or "Σ" in before + text


@given(st.text("İIiı"))
def test_four_letters_i_are_one_key(text: str) -> None:
    assert fold(text) == "i" * len(text)


@given(st.text("İIiı"))
def test_small_letters_keep_the_two_i_apart(text: str) -> None:
    assert [{"İ": "i", "I": "ı"}.get(letter, letter) for letter in text] == list(lower(text))


def test_no_code_point_grows() -> None:
    points = [chr(number) for number in range(0x110000)]
    assert [point for point in points if not len(fold(point)) == len(to_latin(point)) == 1] == []
    assert [point for point in points if fold(fold(point)) != fold(point)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # capitals
        ("TƏBRİZ", "Təbriz"),
        ("IĞDIR", "Iğdır"),
        ("İSTANBUL", "istanbul"),
        # dotted and dotless, as keyboards confuse them
        ("Bakı", "Baki"),
        ("İrəvan", "Irəvan"),
        # every letter that has been written for the schwa
        ("Gəncə", "Gәncә"),
        ("Gəncə", "Gǝncǝ"),
        ("Gəncə", "Gäncä"),
        ("GƏNCƏ", "GӘNCӘ"),
        # letters of fonts that were lost
        ("Şuşa", "ªuºa"),
        ("şəhər", "þəhər"),
        ("Şəki", "Þəki"),
        # marks and spaces
        ("«Xəzər»", "“Xəzər”"),
        ("Bakı–Tbilisi", "Bakı-Tbilisi"),
        ("5 mln", "5\xa0mln"),
        ("Ta’if", "Ta'if"),
    ],
)
def test_spellings_that_compare_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ən", "en"),
        ("Çin", "Cin"),
        ("Şam", "Sam"),
        ("Gürcü", "Gurcu"),
        ("öz", "oz"),
        ("ağ", "ag"),
        ("qol", "gol"),
    ],
)
def test_letters_that_tell_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text("əşçğöüıabcdefgxq -"))
def test_without_its_letters_a_word_is_ascii(text: str) -> None:
    assert fold_ascii(fold(text)).isascii()
    assert len(fold_ascii(fold(text))) == len(text)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Азәрбајҹан", "Azərbaycan"),
        ("Ҝәнҹә шәһәри", "Gəncə şəhəri"),
        ("Ғазах вә Ағстафа", "Ğazax və Ağstafa"),
        ("ИРӘВАН, Иҹлас", "İRƏVAN, İclas"),
        ("сәфирлијин ачылышы", "səfirliyin açılışı"),
        ("Бакы өлкәнин пајтахтыдыр", "Bakı ölkənin paytaxtıdır"),
    ],
)  # fmt: skip
def test_azerbaijani_in_cyrillic_becomes_latin(cyrillic: str, latin: str) -> None:
    if is_cyrillic(cyrillic):
        assert to_latin(cyrillic) == latin
    else:  # a word alone may have none of the letters that Russian lacks
        assert to_latin(f"{cyrillic} әәә") == f"{latin} əəə"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("diplоmаtik", "diplomatik"),  # Cyrillic о, а
        ("Вakı", "Bakı"),
        ("Кəlbəcər", "Kəlbəcər"),
        ("səfir Иванов", "səfir Иванов"),  # a Russian word stands as it is
        ("ТАСС", "ТАСС"),
    ],
)
def test_letters_that_hide_in_latin_words_are_mended(text: str, expected: str) -> None:
    assert fold(to_latin(text)) == fold(expected)


@pytest.mark.parametrize(
    "text", ["Посольство Сербии открыто в Таллине.", "Səfirlik açılıb.", "", "123", "Əlaqə – связь"]
)
def test_what_is_not_azerbaijani_in_cyrillic(text: str) -> None:
    assert not is_cyrillic(text)
    assert to_latin(text) == text


@pytest.mark.parametrize(
    ("word", "expected"),
    [("iraq", "İraq"), ("ılıq", "Ilıq"), ("əlaqə", "Əlaqə"), ("şəki", "Şəki"), ("", ""), ("5", "5"), ("Iğdır", "Iğdır")],
)  # fmt: skip
def test_first_letters_are_made_capital(word: str, expected: str) -> None:
    assert upper_first(word) == expected


def test_composing_joins_letters_with_their_marks() -> None:
    assert compose("s\u0327u\u0308") == "şü"


ALPHABET = list("abcçdeəfgğhxıijkqlmnoöprsştuüvwyz")


def test_names_stand_in_the_order_of_the_alphabet() -> None:
    for letters in (ALPHABET, list(map(upper_first, ALPHABET))):
        assert sorted(set(letters), key=sort_key) == letters


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Əli Rza", "Əlibəy"),  # word by word
        ("qanun", "QAYA"),  # capitals do not count
        ("Élie", "Emil"),  # a foreign letter is the one that it is made of
        ("Zülfü", "Абай"),  # Cyrillic comes last
        ("Bakı-Supsa", "Bakı–Tbilisi"),  # dashes do not count
        ("Işıq", "İdris"),
    ],
)
def test_one_name_stands_before_another(earlier: str, later: str) -> None:
    assert sort_key(earlier) < sort_key(later)


@given(st.lists(st.text("aAəƏıIiİqé1 -я"), max_size=6), st.randoms())
def test_the_order_is_one_whatever_it_was_before(names: list[str], chance: random.Random) -> None:
    other = names.copy()
    chance.shuffle(other)
    assert sorted(names, key=sort_key) == sorted(other, key=sort_key)
