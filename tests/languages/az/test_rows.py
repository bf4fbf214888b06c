"""Rows: cells and items in Azerbaijani."""

from __future__ import annotations

import pytest

from korpu.languages import Label
from korpu.languages.az.rows import read_cell, read_row_stance

NO_NAMES: frozenset[str] = frozenset()


def cell(text: str, sort: str, **told: str) -> list[list[str]]:
    groups = read_cell(text, 0, len(text), NO_NAMES, Label(sort=sort, **told))  # type: ignore[arg-type]
    return [[argument.mention.value or str(argument.mention.data) for argument in group] for group in groups]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anar Nurlu", ["Anar Nurlu"]),
        ("Anar Nurlu?!", ["Anar Nurlu"]),
        ("Yanis Ozols[lv]", ["Yanis Ozols"]),
        ("Anar Nurlu (2004–2010), Elçin Kərimzadə (2011–2016)", ["Anar Nurlu", "Elçin Kərimzadə"]),
        ("Anar Nurlu – 2004-cü ildən", ["Anar Nurlu"]),
        ("2004–2010 – Anar Nurlu", ["Anar Nurlu"]),
        ("R. T. Kaya", ["R. T. Kaya"]),
        ("Jan van der Meer", ["Jan van der Meer"]),
        ("boşdur", []),
        ("—", []),
        ("Xarici İşlər Nazirliyi", []),
        ("Böyük bir adam", []),
        ("Nurlu", []),
    ],
)
def test_a_person_is_a_name_without_marks(text: str, names: list[str]) -> None:
    assert [group[0] for group in cell(text, "person")] == names


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Anar Nurlu (2004–2010)", "2004/2010"),
        ("Anar Nurlu (2018-ci ildən)", "2018/.."),
        ("Anar Nurlu, 2004–2010", "2004/2010"),
    ],
)
def test_the_years_of_a_person_stand_beside_the_name(text: str, edtf: str) -> None:
    assert f"'{edtf}'" in cell(text, "person")[0][1]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Praqa, Nizami küç., 7", "Praqa, Nizami küç., 7"),
        ("Praqa, Nizami küç., 7; tel.: 555", "Praqa, Nizami küç., 7"),
        ("Riqa, Raina bulvarı, 3. E-mail: a@b.lv", "Riqa, Raina bulvarı, 3"),
    ],
)
def test_an_address_ends_before_other_contacts(text: str, address: str) -> None:
    assert cell(text, "address") == [[address]]


@pytest.mark.parametrize("text", ["Praqa", "məlum deyil"])
def test_what_is_no_address_is_left_alone(text: str) -> None:
    assert cell(text, "address") == []


@pytest.mark.parametrize(
    ("text", "told", "amount", "unit"),
    [
        ("1 200,5", {"unit": "EUR", "scale": "1000"}, "1200500", "EUR"),
        ("1 200,50", {}, "1200.50", None),
        ("0,7 mlrd doll. (2022)", {}, "700000000", "USD"),
        ("30-dək", {"unit": "person", "scale": "1000"}, "30000", "person"),
    ],
)
def test_an_amount_takes_its_unit_from_the_label(
    text: str, told: dict[str, str], amount: str, unit: str | None
) -> None:
    (group,) = read_cell(text, 0, len(text), NO_NAMES, Label(sort="amount", **told))  # type: ignore[arg-type]
    data = group[0].mention.data
    assert (data.amount, data.unit) == (amount, unit)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("“Hava əlaqələri haqqında” Saziş (Riqa, 3 may 2004)", "Hava əlaqələri haqqında Saziş"),
        ("Turizm haqqında Memorandum – 12.10.2009", "Turizm haqqında Memorandum"),
        (
            "12.03.1996 – Malta Respublikası ilə Kipr Respublikası arasında Dostluq haqqında Müqavilə",
            "Dostluq haqqında Müqavilə",
        ),
    ],
)
def test_a_title_goes_from_the_start_of_the_item_to_its_type(text: str, title: str) -> None:
    assert cell(text, "title")[0][0] == title


def test_an_item_with_a_finite_verb_is_a_sentence() -> None:
    assert cell("Turizm haqqında Sazişin imzalanması nəzərdə tutulur.", "title") == []


def test_an_estimate_is_told_by_its_words() -> None:
    assert read_row_stance("Malta | 2 | icmanın təxmini", 0, 27) == "estimate"
    assert read_row_stance("Malta | 2 | 2011", 0, 16) == "fact"
