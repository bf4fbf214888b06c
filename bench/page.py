"""Tables of figures for people, and their places in the pages of `docs`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

RELIABILITY = Path(__file__).resolve().parents[1] / "docs" / "reliability.md"


def table(header: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as Markdown, without a line end."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def cells(table: str) -> list[list[str]]:
    """Return the cells of a table as `table` makes it, the header first.

    >>> cells("| what | on |\\n| --- | --- |\\n| size | 3 MB |")
    [['what', 'on'], ['size', '3 MB']]
    """
    lines = [line.strip("| ").split(" | ") for line in table.splitlines()]
    return lines[:1] + lines[2:]


def read(name: str, page: Path = RELIABILITY) -> str:
    """Return what stands between the marks of that name in a page."""
    match = _place(name).search(page.read_text(encoding="utf-8"))
    assert match, f"{page} has no place for «{name}»"
    return match[2]


def put(name: str, text: str, page: Path = RELIABILITY) -> None:
    """Put a text between the marks of that name in a page, in place of what stands there."""
    old = page.read_text(encoding="utf-8")
    page.write_text(_place(name).sub(lambda match: match[1] + text + match[3], old), encoding="utf-8")


def _place(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name} -->\n)(.*?)(\n<!-- end -->)", re.DOTALL)
