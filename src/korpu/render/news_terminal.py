"""News on a terminal: each change under its two states, with what it was before and the sentences that say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from korpu.render.news import NewsEntry, NewsPage
from korpu.render.terminal import CONTRARY, FAINT, HEAD, REFERENCE, TAG, TITLE, hanging, phrase
from korpu.render.unbroken import print_blocks, whole

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

SIGNS = {
    "disputed": ("≠", CONTRARY),
    "superseded": ("↻", "bold yellow"),
    "appeared": ("+", "bold green"),
    "changed": ("~", "bold yellow"),
    "settled": ("✓", "bold green"),
    "gone": ("−", "bold red"),
    "confirmed": ("=", FAINT),
}
"""The sign of each sort of change, and its colour."""


def render_news(page: NewsPage, console: Console) -> None:
    """Print the news to the console, no wider than it is and no wider than is read easily."""
    print_blocks(_blocks(page), console)


def _blocks(page: NewsPage) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text(page.title, TITLE)
    yield Text(whole(f"{page.labels['period']}: {page.period}"), FAINT)
    if page.summary:
        yield Text(whole(page.summary))
    for pair in page.pairs:
        yield Text(f"\n{pair.title}", HEAD)
        for number, entry in enumerate(pair.entries):
            if number:
                yield ""
            yield from _entry(entry, page)
    if page.nothing:
        yield Text(f"\n{page.nothing}", FAINT if page.pairs else "")


def _entry(entry: NewsEntry, page: NewsPage) -> Iterator[RenderableType]:
    from rich.text import Text

    sign, style = SIGNS[entry.what]
    yield hanging(sign, Text.assemble((f"{entry.label}. ", style), phrase(entry.entry.phrase)), style=style)
    if entry.entry.standing:
        why = f". {whole(entry.entry.why)}" if entry.entry.why else ""
        yield hanging(" ", Text.assemble((entry.entry.standing, TAG), (why, FAINT)))
    for other in entry.entry.others:
        colour = CONTRARY if other.is_contrary else FAINT
        yield hanging(" ", phrase(other.phrase, lead=other.lead, style=colour, tail=other.reason))
    for remark in entry.entry.remarks:
        yield hanging(" ", phrase(remark, style=FAINT))
    if entry.before or entry.before_standing:
        yield hanging(" ", _before(entry, page.labels["before"]))
    if entry.because:
        yield hanging(" ", Text(entry.because, FAINT))
    for one in entry.sentences:
        quote = Text.assemble(f"«{whole(one.quote)}» ", (whole(one.source), FAINT))
        yield hanging(f"[{one.number}]", quote, indent=2, style=REFERENCE)


def _before(entry: NewsEntry, lead: str) -> Text:
    from rich.text import Text

    told = Text("; ").join([phrase(one) for one in entry.before])
    if entry.before_standing:
        told.append(f" · {entry.before_standing}" if entry.before else entry.before_standing, TAG)
    return Text.assemble((f"{lead}: ", FAINT), told)
