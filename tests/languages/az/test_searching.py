import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.languages.az.orthography import fold, fold_ascii
from korpu.languages.az.searching import terms_of

SAME = [
    "sefirlik səfirliyin SƏFİRLİK SEFIRLIK səfirliklərindən сәфирлик СӘФИРЛИЈИ",
    "Bakı Bakıdan BAKI Baki Бакы",
    "əlaqə elaqeler Əlaqələri ƏLAQƏLƏRİN",
    "açılıb acilmisdir açıldı",
    "Lamorsa Lamorsada Lamorsanın LAMORSAYA",
    "Kermanbek Kermanbeyin Kermanbəyə",
    "açmaq açıb açdı",
    "Alan Alanın Alana",
    "2021",
    "BMT bmt",
]
OTHER = [("səfirlik", "səfərlər"), ("ticarət", "ticari"), ("Bakı", "bakirə"), ("saziş", "sazçı")]


@pytest.mark.parametrize("words", SAME)
def test_forms_of_a_word_share_a_term_with_it(words: str) -> None:
    first, *others = words.split()
    for other in others:
        assert set(terms_of(first)) & set(terms_of(other)), other


@pytest.mark.parametrize(("word", "other"), OTHER)
def test_other_words_share_none(word: str, other: str) -> None:
    assert not set(terms_of(word)) & set(terms_of(other))


@given(st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_any_word_has_a_term_and_lost_letters_change_none(word: str) -> None:
    terms = terms_of(word)
    assert terms
    assert all(not set(term) & set("'\" ") for term in terms)
    assert terms_of(fold_ascii(fold(word))) == terms


@given(st.text("İIiıəşeskqğ", min_size=1, max_size=8))
def test_capitals_change_nothing(word: str) -> None:
    capitals = word.translate(str.maketrans({"i": "İ", "ı": "I"})).upper()
    assert terms_of(word) == terms_of(capitals)
