import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from korpu.render.terminal import render_terminal
from korpu.render.words import put_into_words
from tests.dossier import example


def printed(width: int, language: str = "az", colour: bool = False) -> str:
    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="truecolor" if colour else None
    )
    with console.capture() as capture:
        render_terminal(put_into_words(example.dossier(), language), console)
    return capture.get()


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("language", ["az", "en"])
def test_no_line_is_wider_than_the_terminal(width: int, language: str) -> None:
    assert max(cell_len(line) for line in printed(width, language).splitlines()) <= width


def test_amounts_and_references_do_not_break_across_lines() -> None:
    lines = printed(80).splitlines()
    assert not any(line.lstrip().startswith("929 750") or line.strip() == "[46]" for line in lines)
    assert "\ue000" not in printed(80)


@pytest.mark.parametrize("width", [60, 70, 80])
@pytest.mark.parametrize("language", ["az", "en"])
def test_no_figure_or_reference_of_a_table_is_cut_off(width: int, language: str) -> None:
    assert "…" not in printed(width, language).replace("[…]", "")


def test_nothing_is_coloured_unless_it_is_a_terminal() -> None:
    assert "\x1b" not in printed(80)
    assert "\x1b" in printed(80, colour=True)


def test_markup_of_rich_in_a_document_is_plain_text() -> None:
    assert "Ticarət artır <yeni>" in printed(120)
    assert "[60] «" in printed(120)


def test_the_table_shows_both_figures_of_a_disagreement() -> None:
    text = printed(120)
    assert "2929,75*" in text and "≠ 7000-dən çox" in text


@pytest.mark.parametrize(
    ("language", "lead"), [("en", "? Gap: Trade turnover."), ("az", "? Boşluq: Ticarət dövriyyəsi.")]
)
def test_a_gap_has_a_mark_of_its_own(language: str, lead: str) -> None:
    console = Console(file=io.StringIO(), width=80)
    with console.capture() as capture:
        render_terminal(put_into_words(example.dossier("2030-01-01"), language), console)
    assert lead in capture.get()
