"""Figures with their units and bars, and the table of them, in which each database and size has a column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.page import RELIABILITY, cells, put, read, table

_NAME = "ledger"
"""The mark of the table's place in the page."""
_WHAT, _BAR, _NONE = "what", "bar", "–"
_LEAST = ("claims/s", "rows/s", "of plain inserts")
"""The units of which more is better."""


class Measured(NamedTuple):
    """A figure with its unit, and its bar: at most that, or for a rate at least that."""

    what: str
    figure: float
    unit: str = ""
    bar: float | None = None

    @property
    def is_missed(self) -> bool:
        """Whether there is a bar, and the figure does not reach it."""
        if self.bar is None:
            return False
        return self.figure < self.bar if self.unit in _LEAST else self.figure > self.bar

    @property
    def told(self) -> str:
        """The figure with its unit, as people read it.

        >>> Measured("adding in bulk", 6253.4, "claims/s").told, Measured("check", 1.256, "s").told
        ('6,253 claims/s', '1.26 s')
        """
        figure = f"{self.figure:,.0f}" if self.figure >= 100 or self.figure == 0 else f"{self.figure:.3g}"
        return f"{figure} {self.unit}".strip()

    @property
    def told_bar(self) -> str:
        """The bar, as people read it; empty, where there is none."""
        if self.bar is None:
            return ""
        return f"{'at least' if self.unit in _LEAST else 'at most'} {self.bar:g} {self.unit}".strip()


def write(column: str, measured: Sequence[Measured], page: Path = RELIABILITY) -> None:
    """Put the figures into the table of docs/reliability.md, as the column of that name; the others stay as they are."""
    put(_NAME, with_column(read(_NAME, page), column, measured), page)


def with_column(old: str, column: str, measured: Sequence[Measured]) -> str:
    """Return a table with these figures as the column of that name, which is the last one if it is new.

    What they do not tell of keeps its row, as long as another column does.
    """
    header, *rows = cells(old)
    columns = {
        name: {row[0]: row[place] for row in rows if row[place] != _NONE}
        for place, name in enumerate(header)
        if place > 0
    }
    bars = columns.pop(_BAR) | {one.what: one.told_bar for one in measured if one.told_bar}
    columns[column] = {one.what: f"**{one.told}**" if one.is_missed else one.told for one in measured}
    order = dict.fromkeys([one.what for one in measured] + [row[0] for row in rows])
    lines = [
        [what, bars.get(what, _NONE), *(told.get(what, _NONE) for told in columns.values())]
        for what in order
        if any(what in told for told in columns.values())
    ]
    return table([_WHAT, _BAR, *columns], lines)
