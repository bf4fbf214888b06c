"""The dossier as one HTML file that needs nothing else: no script, no request, readable on paper too."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from korpu.render.html.chart import chart_svg
from korpu.render.page import NotePage, Page

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent


class References:
    """Gives each reference to a sentence an id of its own, so that the sentence can point back to all."""

    def __init__(self, notes: tuple[NotePage, ...]) -> None:
        self._notes = {note.number: note for note in notes}
        self._given: Counter[int] = Counter()

    def note(self, number: int) -> NotePage:
        """Return the sentence of that number."""
        return self._notes[number]

    def new_id(self, number: int) -> str:
        """Return the id of one more reference to the sentence."""
        self._given[number] += 1
        return f"r{number}-{self._given[number]}"

    def ids(self, number: int) -> list[str]:
        """Return the ids of all references to the sentence that were given so far."""
        return [f"r{number}-{count + 1}" for count in range(self._given[number])]


def render_html(page: Page) -> str:
    """Return the page as a whole HTML document; everything from documents is escaped."""
    template = environment().get_template("page.html.jinja")
    css = (FOLDER / "style.css").read_text(encoding="utf-8")
    return template.render(
        page=page,
        references=References(page.notes),
        css=css,
        running_head=css_string(page.title),
        chart_svg=chart_svg,
    )


@cache
def environment() -> Environment:
    """Return the templates of this folder; what they show is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def css_string(text: str) -> str:
    r"""Return the text as a CSS string that can stand in a style element.

    >>> css_string('a "b" </style>')
    '"a \\22 b\\22  \\3c \\2f style\\3e "'
    """
    return '"' + "".join(c if c.isalnum() or c in " .,:;-–()" else f"\\{ord(c):x} " for c in text) + '"'
