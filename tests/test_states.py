import contextlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.errors import KorpuError
from korpu.lexicon import read_table, split_forms
from korpu.states import NAME_COLUMNS, UnknownState, find_state, name_key, state_codes, state_name

ROWS = read_table("languages/az/lexicon", "states")
ENGLISH = read_table("", "english_names")


def unmarked_names() -> list[tuple[str, str]]:
    """Each unmarked name of each state, but those that are another state's code (AR, CAR)."""
    return [
        (form, row["code"])
        for row in ROWS
        for column in NAME_COLUMNS
        for form, marked in split_forms(row[column])
        if not marked and form not in state_codes()
    ]


@pytest.mark.parametrize(("name", "code"), unmarked_names())
def test_every_name_in_the_table_finds_its_state(name: str, code: str) -> None:
    assert find_state(name) == code


def test_a_lost_diacritic_loses_no_state() -> None:
    for name, code in unmarked_names():
        plain = name.translate(str.maketrans("əƏıİşŞçÇğĞöÖüÜ", "eEiIsScCgGoOuU"))
        assert find_state(plain) == find_state(plain.lower()) == find_state(plain.upper()) == code


@pytest.mark.parametrize("code", sorted(state_codes()))
def test_a_state_is_found_by_its_code_and_its_names_in_both_languages(code: str) -> None:
    assert find_state(code) == find_state(code.lower()) == code
    assert find_state(state_name(code, "az")) == code
    assert find_state(state_name(code, "en")) == code


@pytest.mark.parametrize("row", ENGLISH, ids=lambda row: row["code"])
def test_english_variants_find_their_state(row: dict[str, str]) -> None:
    for form, _ in split_forms(row["other"]):
        assert find_state(form) == row["code"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Qazaxıstanın", "KZ"),
        ("QAZAXISTANDAKI", "KZ"),
        ("Gürcüstanla", "GE"),
        ("İtaliyaya", "IT"),
        ("Özbəkistan Respublikasının", "UZ"),
        ("ABŞ", "US"),
        ("abs", "US"),
        ("  böyük   britaniya ", "GB"),
        ("Kuba", "CU"),
        ("Cuba", "CU"),
        ("AR", "AR"),
        ("aze", "AZ"),
        ("Çin", "CN"),
        ("mali", "ML"),
        ("Azərbajcan", None),
    ],
)
def test_forms_that_people_type(typed: str, code: str | None) -> None:
    if code is None:
        with pytest.raises(UnknownState):
            find_state(typed)
    else:
        assert find_state(typed) == code


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Qazaxstan", "Qazaxıstan (KZ)"),
        ("Gorgia", "Gürcüstan (GE)"),
        ("Daşkənd", "capital of Özbəkistan (UZ)"),
        ("Konqo", "several states: Konqo Demokratik Respublikası (CD), Konqo Respublikası (CG)"),
        ("", "Give an ISO 3166-1 code"),
        ("Quba", "Kuba (CU)"),
    ],
)
def test_an_unknown_name_is_answered_with_what_may_be_meant(typed: str, said: str) -> None:
    with pytest.raises(UnknownState) as error:
        find_state(typed)
    assert said in str(error.value)
    assert isinstance(error.value, KorpuError)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("CN", "az", "Çin"),
        ("ZA", "az", "Cənubi Afrika Respublikası"),
        ("SU", "en", "Soviet Union"),
        ("TR", "en-GB", "Türkiye"),
        ("TT", "en", "Trinidad and Tobago"),
    ],
)
def test_names_are_those_of_the_press(code: str, language: str, name: str) -> None:
    assert state_name(code, language) == name


def test_a_language_without_names_is_refused() -> None:
    with pytest.raises(KorpuError, match="az, en"):
        state_name("AZ", "fi")


@given(st.text() | st.text(alphabet="İIiıəƏ -’" + string.ascii_letters))
def test_any_text_finds_a_state_or_is_unknown(text: str) -> None:
    with contextlib.suppress(UnknownState):
        assert find_state(text) in state_codes()


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)
