"""No-break spaces that stay whole on a terminal: rich breaks lines at them as at any other space."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

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
