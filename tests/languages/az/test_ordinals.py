from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.languages.az.ordinals import find_ordinals
from korpu.languages.az.orthography import fold


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Komissiyanın 5-ci iclası", ["5"]),
        ("Komissiyanın 5 -ci iclası", ["5"]),
        ("Komissiyanın 33cü iclası", ["33"]),
        ("Komissiyanın beşinci iclası", ["5"]),
        ("Komissiyanın BEŞİNCİ iclası", ["5"]),
        ("Komissiyanın on birinci iclası", ["11"]),
        ("Komissiyanın iyirmi üçüncü iclası", ["23"]),
        ("Komissiyanın V iclası", ["5"]),
        ("Komissiyanın XIV iclası", ["14"]),
        ("Komissiyanın III iclası, sonra IV görüşü", ["3", "4"]),
        ("Komissiyanın XXİİ iclası", ["22"]),
        ("sayca 5-ci iclas", ["5"]),
        ("ilk iclası", ["1"]),
        ("5-ci iclas keçirilib, 6-cısı sabah olacaq", ["5", "6"]),
        ("onuncu iclas", ["10"]),
        ("yeddinci iclas", ["7"]),
        ("2009-cu il", []),
        ("5-ci il", []),
        ("XX əsrin sonu", []),
        ("I rübdə", []),
        ("birinci yarısında", []),
        ("ilk dəfə", []),
        ("Karl V Romaya gəlib", []),
        ("N.V.Petrov", []),
        ("5 ciddi məsələ", []),
        ("ikincilik", []),
        ("", []),
    ],
)
def test_an_ordinal_gives_its_number(text: str, values: list[str]) -> None:
    assert [ordinal.value for ordinal in find_ordinals(text, fold(text))] == values


@given(st.text(alphabet="IİVXL ci-5üncbeşiı il", max_size=40))
def test_reading_any_text_raises_nothing(text: str) -> None:
    for ordinal in find_ordinals(text, fold(text)):
        assert 0 <= ordinal.start < ordinal.end <= len(text)
        assert int(ordinal.value) > 0
