"""Titles of documents: where they begin, their dictionary form, their sort and period."""

from __future__ import annotations

import pytest

from tests.languages.az.said import phrases


def titles(text: str) -> list[tuple[str, str]]:
    return [(found.value, found.attributes["type"]) for found in phrases(text) if found.type == "title"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # quoted whole, or before the noun
        ("«Turizm sahəsində əməkdaşlıq haqqında Saziş» imzalanıb.", [("Turizm sahəsində əməkdaşlıq haqqında Saziş", "agreement")]),
        ("“Dostluq haqqında” Müqavilə imzalanıb.", [("Dostluq haqqında Müqavilə", "treaty")]),
        # about what
        ("Turizm haqqında Saziş imzalanıb.", [("Turizm haqqında Saziş", "agreement")]),
        ("Tərəflər arasında turizm haqqında saziş imzalanıb.", [("turizm haqqında saziş", "agreement")]),
        ("Mayın 3-də turizm və idman haqqında saziş imzalanıb.", [("turizm və idman haqqında saziş", "agreement")]),
        ("Səfər günlərində turizmə dair Saziş imzalanıb.", [("turizmə dair Saziş", "agreement")]),
        # the outer ending goes
        ("Turizm haqqında Sazişi imzalayıblar.", [("Turizm haqqında Saziş", "agreement")]),
        ("Turizm haqqında Sazişin imzalanması", [("Turizm haqqında Saziş", "agreement")]),
        # an izafet's own stays
        ("Tallinn Bəyannaməsi imzalanıb.", [("Tallinn Bəyannaməsi", "declaration")]),
        ("Tərəflər Birgə Bəyanat imzalayıblar.", [("Birgə Bəyanat", "declaration")]),
        # several in a sentence
        ("Turizm haqqında Saziş və idman haqqında Memorandum imzalanıb.",
         [("Turizm haqqında Saziş", "agreement"), ("idman haqqında Memorandum", "memorandum")]),
        # without a name
        ("Saziş imzalanıb.", [("", "agreement")]),
        # near miss
        ("Dostluq haqqında danışıblar.", []),
    ],
)  # fmt: skip
def test_titles(text: str, expected: list[tuple[str, str]]) -> None:
    assert titles(text) == expected


def test_a_period_is_the_titles_and_no_date_of_signing() -> None:
    text = "2022–2026-cı illər üzrə Əməkdaşlıq Proqramı mayın 3-də imzalanıb."
    (title,) = [found for found in phrases(text) if found.type == "title"]
    assert title.attributes["period"] == "2022/2026"
    assert len([found for found in phrases(text) if found.type == "date"]) == 1
