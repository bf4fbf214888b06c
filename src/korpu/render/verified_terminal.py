"""A verified draft on a terminal: its sentences with their marked words, and under each what the ledger says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from korpu.render.marking import mark, raised
from korpu.render.terminal import hanging
from korpu.render.unbroken import STAND_IN, print_blocks, whole
from korpu.render.verified import ClaimWords, EvidenceWords, SentenceWords, VerifiedPage

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

STYLES = {
    "supported": "green",
    "contradicted": "bold red",
    "conflicting": "magenta",
    "out_of_date": "yellow",
    "plan_not_fact": "dark_orange",
    "not_in_ledger": "blue",
    "not_understood": "bold",
}
SIGNS = {
    "supported": "✓",
    "contradicted": "✗",
    "conflicting": "≠",
    "out_of_date": "↻",
    "plan_not_fact": "→",
    "not_in_ledger": "?",
    "not_understood": "!",
}
"""What tells the verdicts apart without colours."""


def render_verified(page: VerifiedPage, console: Console) -> None:
    """Print the page to the console, no wider than it is and no wider than is read easily."""
    print_blocks(_blocks(page, plain=console.color_system is None), console)


def _blocks(page: VerifiedPage, plain: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text(page.title, "bold")
    yield Text.assemble((page.name, "dim"), (" · ", "dim"), (page.summary, "dim"))
    counts = [
        Text(f"{SIGNS[code]} {label} {count}".replace(" ", STAND_IN), STYLES[code])
        for code, label, count in page.counts
    ]
    yield Text("   ").join(counts)
    for sentence in page.sentences:
        if sentence.opens or sentence.claims or sentence.missed:
            yield ""
        yield _sentence(sentence, plain)
        for claim in sentence.claims:
            yield from _claim(claim, page)
        if sentence.missed:
            yield hanging(
                SIGNS["not_understood"], Text(sentence.missed, "italic"), 2, STYLES["not_understood"]
            )
    yield from _missed(page)


def _sentence(sentence: SentenceWords, plain: bool) -> RenderableType:
    from rich.text import Text

    if not sentence.claims:
        return Text(" ".join(sentence.text.split()), "bold" if sentence.missed else "dim")
    numbers = {one.span: one.number for one in sentence.marks}
    styles = {one.span: f"{STYLES[one.verdict]} underline" for one in sentence.marks}
    return mark(sentence.text, sentence.start, numbers, styles, plain)


def _claim(claim: ClaimWords, page: VerifiedPage) -> Iterator[RenderableType]:
    from rich.text import Text

    style = STYLES[claim.verdict]
    told = Text.assemble((f"{claim.label}. ", style), whole(claim.reason))
    yield hanging(f"{SIGNS[claim.verdict]}{raised(claim.number)}", told, 2, style)
    for one in claim.evidence:
        yield hanging("·", _evidence(one), 5, "dim")
    if claim.more:
        yield hanging("·", Text(f"+ {claim.more}", "dim"), 5, "dim")
    if claim.proposed:
        words = Text.assemble(
            (f"{page.labels['proposed']}: ", "bold"), whole(claim.proposed), (f" — {claim.source}", "dim")
        )
        yield hanging("»", words, 5, "bold")


def _evidence(evidence: EvidenceWords) -> Text:
    from rich.text import Text

    return Text.assemble(
        (f"{evidence.lead}: ", "italic"), whole(f"«{evidence.quote}»"), (f" — {evidence.source}", "dim")
    )


def _missed(page: VerifiedPage) -> Iterator[RenderableType]:
    """The sentences that were not understood, once more at the end, where a long draft is left."""
    from rich.text import Text

    if not page.missed:
        return
    yield ""
    yield Text(f"{page.labels['missed']} ({len(page.missed)})", "bold")
    for sentence in page.missed:
        yield hanging(SIGNS["not_understood"], Text(" ".join(sentence.text.split())), 2, "bold")
