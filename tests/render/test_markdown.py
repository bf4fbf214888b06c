import re

import pytest

from korpu.render.markdown import escape, render_markdown
from korpu.render.words import put_into_words
from tests.dossier import example


@pytest.fixture(scope="module")
def text() -> str:
    return render_markdown(put_into_words(example.dossier(), "az"))


def test_every_footnote_is_written_once_and_referred_to(text: str) -> None:
    written = re.findall(r"^\[\^(\d+)\]:", text, re.M)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert len(written) == len(set(written)) and set(written) == used


def test_tables_have_as_many_cells_in_every_row(text: str) -> None:
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == 7
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1


def test_markup_in_a_document_stands_as_it_was_written(text: str) -> None:
    assert r"Ticarət artır \<yeni\>" in text


def test_a_disagreement_is_marked_and_shows_the_other_value(text: str) -> None:
    assert "- ≠ 1994-cü il martın 14-də diplomatik əlaqələr qurulmuşdur[^1][^2]" in text
    assert "    - **Lakin:** 15 mart 1994[^3]." in text


@pytest.mark.parametrize(
    "text, expected",
    [
        ("1. a", "1\\. a"),
        ("- a", "\\- a"),
        ("# a", "\\# a"),
        ("a|b", "a\\|b"),
        ("a\n\nb", "a b"),
        ("2019 il", "2019 il"),
    ],
)
def test_escape_keeps_text_from_becoming_markup(text: str, expected: str) -> None:
    assert escape(text) == expected


@pytest.mark.parametrize(
    ("language", "lead"),
    [("en", "- **?** *Gap:* Trade turnover. "), ("az", "- **?** *Boşluq:* Ticarət dövriyyəsi. ")],
)
def test_a_gap_has_a_mark_of_its_own(language: str, lead: str) -> None:
    assert lead in render_markdown(put_into_words(example.dossier("2030-01-01"), language))
