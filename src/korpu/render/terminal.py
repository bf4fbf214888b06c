"""The dossier on a terminal: colours and columns where there are some, plain text where it is piped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from korpu.render.page import Entry, Page, Phrase, SectionPage, SourcePage, TablePage
from korpu.render.unbroken import STAND_IN, print_blocks, whole

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

TITLE, HEAD, REFERENCE, TAG, CONTRARY, FAINT = "bold", "bold cyan", "cyan", "italic", "bold red", "dim"
MISSING, DECIDED = "yellow", "green"


def render_terminal(page: Page, console: Console) -> None:
    """Print the page to the console, no wider than it is and no wider than is read easily."""
    print_blocks(_blocks(page), console)


def _blocks(page: Page) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    yield Text(page.title, TITLE)
    yield Text(page.subtitle, FAINT)
    yield ""
    yield _facts(page)
    yield ""
    yield Text(page.summary)
    for section in (*page.sections, page.disagreements):
        yield from _section(section, page)
    yield _heading(page.sources_title)
    for source in page.sources:
        yield hanging(f"{source.letter}.", _source(source))
    yield Padding(Text(page.labels["sentences"], HEAD), (1, 0, 0, 0))
    for note in page.notes:
        quote = Text.assemble(f"«{note.quote}» ", (f"{note.letter}. {note.source}", FAINT))
        yield hanging(f"[{note.number}]", quote)
    yield Padding(Text(page.labels["made_by"], FAINT), (1, 0, 0, 0))


def _facts(page: Page) -> RenderableType:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    for label, value in page.facts:
        grid.add_row(_text(label, FAINT), _text(value))
    return grid


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style)


def _heading(title: str) -> RenderableType:
    from rich.padding import Padding

    return Padding(_text(title, HEAD), (1, 0, 0, 0))


def hanging(mark: str, words: RenderableType, indent: int = 0, style: str = REFERENCE) -> RenderableType:
    """Return words that hang behind their mark, also where they break into lines."""
    from rich.padding import Padding
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, min_width=1)
    grid.add_column(ratio=1)
    grid.add_row(_text(mark, style), words)
    return Padding(grid, (0, 0, 0, indent))


def _section(section: SectionPage, page: Page) -> Iterator[RenderableType]:
    yield _heading(section.title)
    if section.nothing:
        yield hanging(" ", _text(section.nothing, FAINT))
    for table in section.tables:
        yield from _table(table, page)
    for entry in section.entries:
        yield from _entry(entry, page)
    for remark in section.remarks:
        yield hanging("=", phrase(remark, lead=page.labels["inferred"], style=FAINT))
    for gap in section.gaps:
        yield hanging("?", phrase(gap, lead=page.labels["gap"], style=MISSING), style=MISSING)


def _table(table: TablePage, page: Page) -> Iterator[RenderableType]:
    from rich import box
    from rich.padding import Padding
    from rich.table import Table

    grid = Table(
        box=box.SIMPLE_HEAD, padding=(0, 1), title=table.caption, title_justify="left", title_style=TAG
    )
    for number, head in enumerate(table.head):
        side: Literal["left", "right"] = "right" if number else "left"
        grid.add_column(head, justify=side, vertical="top", overflow="fold", header_style="bold")
    for head, cells in table.rows:
        grid.add_row(head, *(_cell(cell) for cell in cells))
    yield Padding(grid, (0, 0, 0, 1))
    for note in table.notes:
        yield hanging(" ", _text(note, FAINT))
    for entry in table.entries:
        yield from _entry(entry, page)


def _cell(cell: Entry | None) -> Text:
    from rich.text import Text

    if cell is None:
        return Text("–", FAINT)
    lines = [phrase(cell.phrase), *(Text.assemble(("≠ ", CONTRARY), phrase(o.phrase)) for o in cell.others)]
    text = Text("\n").join(lines)
    # In a narrow column a reference goes below its figure: it must not be cut off.
    text.plain = text.plain.replace(f"{STAND_IN}[", " [")
    return text


def _entry(entry: Entry, page: Page) -> Iterator[RenderableType]:
    if entry.is_disputed:
        yield hanging("≠", phrase(entry.phrase), style=CONTRARY)
    else:
        yield hanging("•", phrase(entry.phrase))
    if entry.standing:
        yield hanging(" ", _standing(entry), indent=2)
    for other in entry.others:
        style = CONTRARY if other.is_contrary else FAINT
        yield hanging(" ", phrase(other.phrase, lead=other.lead, style=style, tail=other.reason), indent=2)
    if entry.decided:
        yield hanging(" ", _text(entry.decided, DECIDED), indent=2)
    for remark in entry.remarks:
        yield hanging(" ", phrase(remark, style=FAINT), indent=2)
    if entry.earlier:
        from rich.text import Text

        earlier = Text("; ").join([phrase(one) for one in entry.earlier])
        yield hanging(" ", Text.assemble((f"{entry.earlier_lead}: ", FAINT), earlier), indent=2)


def _standing(entry: Entry) -> Text:
    from rich.text import Text

    return Text.assemble((entry.standing, TAG), (f". {whole(entry.why)}" if entry.why else "", FAINT))


def phrase(words: Phrase, lead: str = "", style: str = "", tail: str = "") -> Text:
    """Return words with a lead, their tags in brackets, their references, and a reason behind them."""
    from rich.text import Text

    text = Text()
    if lead:
        text.append(f"{lead}: ", style)
    text.append(whole(words.text))
    if words.tags:
        text.append(" (")
        for number, tag in enumerate(words.tags):
            text.append("; " if number else "")
            text.append(whole(tag.text), TAG)
            text.append(_references(tag.notes), REFERENCE)
        text.append(")")
    text.append(_references(words.notes), REFERENCE)
    if tail:
        text.append(whole(f". {tail}"), FAINT)
    return text


def _references(notes: Sequence[int]) -> str:
    # A space that does not break: a reference never begins a line.
    return STAND_IN + "".join(f"[{number}]" for number in notes) if notes else ""


def _source(source: SourcePage) -> Text:
    from rich.text import Text

    details = "".join(f", {detail}" for detail in source.details)
    text = Text.assemble((source.title, TITLE), details)
    if source.url:
        text.append(f"\n{source.url}", FAINT)
    return text
