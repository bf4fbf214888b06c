"""Blocks on a terminal, no wider than is read easily; and no-break spaces that stay whole there.

Rich breaks lines at a no-break space as at any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

WIDEST = 110
"""Columns beyond which lines are hard to read."""

NO_BREAK, STAND_IN = "\u00a0", "\ue000"


def whole(text: str) -> str:
    """Return the text with what `Unbroken` shows as a space in the place of its no-break spaces."""
    return text.replace(NO_BREAK, STAND_IN)


class Unbroken:
    """What is shown, with the spaces that `whole` kept together."""

    def __init__(self, renderable: RenderableType) -> None:
        self._renderable = renderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self._renderable, options):
            yield segment._replace(text=segment.text.replace(STAND_IN, NO_BREAK))


def print_blocks(blocks: Iterable[RenderableType], console: Console) -> None:
    """Print to the console, no wider than it is and no wider than is read easily."""
    for block in blocks:
        console.print(Unbroken(block), width=min(console.width, WIDEST), highlight=False)
