import time
from pathlib import Path

import pytest

from korpu import lexicon
from korpu.lexicon import PACKAGE, read_table, split_forms

FOLDER = "languages/az/lexicon"
TABLES = sorted(path.stem for path in (PACKAGE / FOLDER).glob("*.tsv"))


def make_table(folder: Path, text: str) -> str:
    (folder / "words.tsv").write_text(text, encoding="utf-8")
    return str(folder)


def test_comments_and_empty_lines_are_passed_over_and_missing_cells_empty(tmp_path: Path) -> None:
    folder = make_table(tmp_path, "# why\nword\tlemma\tnote\n\nev\thouse\tx\n# more\nbağ\tgarden\n")
    assert read_table(folder, "words") == [
        {"word": "ev", "lemma": "house", "note": "x"},
        {"word": "bağ", "lemma": "garden", "note": ""},
    ]


def test_a_line_with_too_many_cells_is_named(tmp_path: Path) -> None:
    folder = make_table(tmp_path, "word\nev\thouse\n")
    with pytest.raises(ValueError, match=r"words\.tsv, line 2: 2 cells"):
        read_table(folder, "words")


def test_a_table_is_read_once(tmp_path: Path) -> None:
    folder = make_table(tmp_path, "word\nev\n")
    assert read_table(folder, "words") is read_table(folder, "words")


@pytest.mark.parametrize(
    ("cell", "forms"),
    [("", []), ("Oman", [("Oman", False)]), ("?Çad|Qana", [("Çad", True), ("Qana", False)])],
)
def test_split_forms_takes_the_mark_off(cell: str, forms: list[tuple[str, bool]]) -> None:
    assert list(split_forms(cell)) == forms


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_clean(name: str) -> None:
    """No stray blanks, no Cyrillic letter in a Latin word, no form twice in a cell, no row twice."""
    rows = read_table(FOLDER, name)
    for row in rows:
        for cell in row.values():
            forms = [form for form, _ in split_forms(cell)]
            assert len(forms) == len(set(forms)), row
            assert all(form == form.strip() and form for form in cell.split("|") if cell), row
            assert not any("Ѐ" <= letter <= "ӿ" for letter in cell), row
    assert len({tuple(row.values()) for row in rows}) == len(rows)


def test_all_tables_load_in_thirty_milliseconds() -> None:
    def load() -> float:
        lexicon.read_table.cache_clear()
        start = time.perf_counter()
        for name in TABLES:
            read_table(FOLDER, name)
        return time.perf_counter() - start

    assert min(load() for _ in range(5)) < 0.030
