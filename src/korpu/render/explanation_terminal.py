"""An explanation on a terminal: the sentence with its words marked, and a line for each part of the claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from korpu.document import Span
from korpu.render.explanation import ExplainedClaim, ExplainedFinding, Point, Way
from korpu.render.marking import mark, number_spans, raised
from korpu.translations import translate

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

WIDEST = 110
TITLE, LABEL, FAINT = "bold", "dim", "dim"
STYLES = {
    "trigger": "bold yellow",
    "role": "cyan",
    "when": "green",
    "value": "magenta",
    "parties": "blue",
    "stance": "red",
    "speaker": "bright_magenta",
}
"""A colour for each sort of part; where words decide several parts, the first here has them."""


def render_explanation(explained: ExplainedClaim | ExplainedFinding, console: Console, language: str) -> None:
    """Print an explanation; without colours, marked words stand in brackets."""
    plain = console.color_system is None or console.no_color
    if isinstance(explained, ExplainedClaim):
        blocks = _claim(explained, language, plain)
    else:
        blocks = _finding(explained, language, plain)
    for block in blocks:
        console.print(block, width=min(console.width, WIDEST), highlight=False)


def _claim(claim: ExplainedClaim, language: str, plain: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    def say(code: str, **slots: str) -> str:
        return translate(language, "explain", code, **slots)

    yield Text(claim.line, TITLE)
    numbers = number_spans(_spans(claim), Span(claim.start, claim.start + len(claim.quote)))
    facts: list[tuple[str, Text]] = [
        (say("claim"), Text(claim.id)),
        (say("document"), _document(claim, say("characters", **_places(claim)))),
        (say("sentence"), _sentence(claim, numbers, plain)),
    ]
    if claim.rule:
        rule = Text(claim.rule)
        if claim.cues:
            cues = " + ".join(cue.replace("|", " / ") for cue in claim.cues)
            rule.append(f" ({say('cues', cues=cues)})", FAINT)
        facts.append((say("rule"), rule))
    yield _facts(facts)
    yield Text(f"\n{say('read') if claim.rule else say('untraced')}", TITLE if claim.rule else FAINT)
    yield _points(claim, numbers, language)


def _finding(finding: ExplainedFinding, language: str, plain: bool) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    def say(code: str) -> str:
        return translate(language, "explain", code)

    yield Text(finding.line, TITLE)
    facts = [
        (say("finding"), Text(finding.id)),
        (say("status"), Text(finding.told)),
        (say("reason"), Text(" ".join(filter(None, (finding.reason, finding.decided))))),
    ]
    yield _facts(facts)
    if finding.comparisons:
        yield Text(f"\n{say('comparisons')}", TITLE)
    places = {claim.id: number for number, claim in enumerate(finding.claims, start=1)}
    for comparison in finding.comparisons:
        left, right = places[comparison.left], places[comparison.right]
        told = Text.assemble(f"({left}) {comparison.told} ({right})", (f"\n{comparison.reason}", FAINT))
        yield Padding(told, (0, 0, 0, 2))
    yield Text(f"\n{say('claims')}", TITLE)
    for number, claim in enumerate(finding.claims, start=1):
        yield _numbered(number, claim, language, plain)


def _numbered(number: int, claim: ExplainedClaim, language: str, plain: bool) -> RenderableType:
    """A claim of a finding: what it says, its sentence, its document, and how its date was got."""
    from rich.table import Table
    from rich.text import Text

    deciding = [point for point in claim.points if point.part in ("trigger", "when", "value")]
    spans = [Span(way.start, way.end) for point in deciding for way in point.ways]
    numbers = number_spans(spans, Span(claim.start, claim.start + len(claim.quote)))
    text = Text.assemble((claim.line, ""), (f"  {claim.id}\n", FAINT))
    text.append(_sentence(claim, numbers, plain))
    text.append(f"\n{_source(claim)}", FAINT)
    for point in claim.points:
        if point.part == "when" and point.ways:
            text.append(f"\n{point.label}: ", LABEL)
            text.append(_ways(point, numbers, language))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(Text(f"({number})", "cyan"), text)
    return grid


def _facts(facts: list[tuple[str, Text]]) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    for label, words in facts:
        grid.add_row(Text(label, LABEL), words)
    return grid


def _points(claim: ExplainedClaim, numbers: dict[Span, int], language: str) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=3, overflow="fold")
    grid.add_column(ratio=5)
    for point in claim.points:
        style = _style(point.part)
        grid.add_row(Text(point.label, style), Text(point.filler), _ways(point, numbers, language))
    return grid


def _ways(point: Point, numbers: dict[Span, int], language: str) -> Text:
    """The steps of a part, each behind the numbers of its words."""
    from rich.text import Text

    text = Text()
    told: dict[str, list[Way]] = {}
    for way in point.ways:
        told.setdefault(way.told, []).append(way)
    for place, (words, ways) in enumerate(told.items()):
        text.append("; " if place else "")
        marks = [numbers[span] for way in ways if (span := Span(way.start, way.end)) in numbers]
        for number in dict.fromkeys(marks):
            text.append(raised(number), _style(point.part))
        text.append(f" {words}" if marks else words, FAINT)
        for way in ways:
            if way.words and Span(way.start, way.end) not in numbers:
                text.append(f" ({translate(language, 'explain', 'elsewhere', words=way.words)})", FAINT)
    return text


def _spans(claim: ExplainedClaim) -> list[Span]:
    return [Span(way.start, way.end) for point in claim.points for way in point.ways]


def _style(part: str) -> str:
    return STYLES[part.partition(":")[0]]


def _sentence(claim: ExplainedClaim, numbers: dict[Span, int], plain: bool) -> Text:
    order = list(STYLES.values())
    styles: dict[Span, str] = {}
    for point in claim.points:
        for way in point.ways:
            span, style = Span(way.start, way.end), _style(point.part)
            styles[span] = min(style, styles.get(span, style), key=order.index)
    return mark(claim.quote, claim.start, numbers, styles, plain)


def _source(claim: ExplainedClaim) -> str:
    card = claim.document.card
    name = card.title or card.origin or claim.document.id[:8]
    return ", ".join(part for part in (name, card.publisher, card.published) if part)


def _document(claim: ExplainedClaim, place: str) -> Text:
    from rich.text import Text

    card = claim.document.card
    where = card.url or (card.origin if card.title else "")
    text = Text(_source(claim))
    text.append(f"\n{where}" if where else "", FAINT)
    text.append(f"\n{claim.document.id[:8]}, {place}", FAINT)
    return text


def _places(claim: ExplainedClaim) -> dict[str, str]:
    return {"start": str(claim.start), "end": str(claim.start + len(claim.quote))}
