"""The bar that shows how far reading many documents has come."""

from __future__ import annotations

from korpu.cli import output


class Progress:
    """A bar on standard error while there are many documents; lines for standard output go above it."""

    def __init__(self, total: int) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        console = output.stderr()
        hidden = total < 2 or not console.is_terminal
        bar = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Bar(*bar, console=console, transient=True, redirect_stdout=False, disable=hidden)
        self._task = self._bar.add_task("", total=total)
        # On a terminal both streams are one screen, and only the bar's console knows where the bar is.
        answers = output.stdout()
        both = answers.is_terminal and self._bar.console.is_terminal
        self._console = self._bar.console if both else answers

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._bar.stop()

    def advance(self) -> None:
        """Note that one more document is done."""
        self._bar.advance(self._task)

    def print(self, line: str) -> None:
        """Write a line to standard output, above the bar."""
        self._console.print(line, markup=False, soft_wrap=True)
