"""The tables of words: tab-separated files beside the code, read once and kept."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent

Row = dict[str, str]


@cache
def read_table(package_folder: str, name: str) -> list[Row]:
    """Return the rows of `NAME.tsv` in `package_folder`, a folder of the package, in the file's order.

    A row maps each column of the header to its cell; a cell that the line leaves out is "". Empty lines
    and lines that start with `#` are passed over. The list is kept and shared: do not change it.

    >>> read_table("languages/az/lexicon", "states")[0]["code"]
    'AD'

    Raises:
        FileNotFoundError: there is no such table.
        ValueError: a line has more cells than the header; the message names the file and the line.
    """
    path = PACKAGE / package_folder / f"{name}.tsv"
    lines = path.read_text(encoding="utf-8").split("\n")
    header: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(lines, 1):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        missing = len(header) - len(cells)
        if missing < 0:
            raise ValueError(
                f"{path}, line {number}: {len(cells)} cells, but the header names {len(header)} columns. "
                "Remove the tabs that are too many, or name the columns."
            )
        rows.append(dict(zip(header, cells + [""] * missing, strict=True)))
    return rows


def split_forms(cell: str) -> Iterator[tuple[str, bool]]:
    """Yield each form of a cell, without its mark, and whether it is marked `?` as ambiguous.

    >>> list(split_forms("Niderland|?Qana"))
    [('Niderland', False), ('Qana', True)]
    """
    for form in cell.split("|"):
        if form:
            yield form.removeprefix("?"), form[0] == "?"
