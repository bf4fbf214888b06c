"""How commands show coverage: each sentence and what was made of it, and the sum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from korpu.cli import output
from korpu.coverage import Coverage, Covered, Miss, Verdict

if TYPE_CHECKING:
    from rich.table import Table

    from korpu.document import Document

_VERDICTS = {
    Verdict.CLAIM: ("claim", "green"),
    Verdict.NOTHING: ("nothing of the kind", "dim"),
    Verdict.NOT_UNDERSTOOD: ("not understood", "bold red"),
}


def coverage_table(document: Document, covered: Sequence[Covered], title: str) -> Table:
    """Return each sentence of a document with what was made of it."""
    from rich.text import Text

    table = output.new_table(title)
    table.add_column("", width=14)
    table.add_column("sentence or row", overflow="fold", ratio=1)
    for sentence in covered:
        name, style = _VERDICTS[sentence.verdict]
        words = " ".join(document.text[sentence.start : sentence.end].split())
        text = Text(words, "dim" if sentence.verdict is Verdict.NOTHING else "")
        if sentence.verdict is Verdict.CLAIM:
            text.append(f"\n{', '.join(sentence.kinds)}", "dim")
        for miss in sentence.misses:
            text.append(f"\n{describe_miss(miss, document.text)}", "italic")
        table.add_row(Text(name, style), text)
    return table


def describe_miss(miss: Miss, text: str) -> str:
    """Return what a sentence nearly claims, by which words, and what it lacks.

    >>> from korpu.document import Span
    >>> describe_miss(Miss("meeting", "met", (Span(0, 6),), ("participants",)), "görüş olub")
    'meeting, by «görüş» (lacks participants)'
    """
    words = ", ".join(f"«{' '.join(text[span.start : span.end].split())}»" for span in miss.words)
    by = f", by {words}" if words else ""
    return f"{miss.kind}{by} (lacks {', '.join(miss.lacks)})"


def coverage_line(source: str, document: Document, sentence: Covered) -> bytes:
    """Return what was made of a sentence as a line of JSON, with the sentence."""
    import msgspec

    quote = document.text[sentence.start : sentence.end]
    fields = msgspec.structs.asdict(sentence)
    return msgspec.json.encode({"source": source, "document": document.id, **fields, "quote": quote})


def describe_coverage(coverage: Coverage) -> str:
    """Return how many sentences came to what, in one phrase.

    >>> describe_coverage(Coverage(claim=20, nothing=16, not_understood=2))
    '38 sentences: 20 with claims, 2 not understood'
    """
    noun = "sentence" if coverage.sentences == 1 else "sentences"
    missed = f", {coverage.not_understood:,} not understood" if coverage.not_understood else ""
    return f"{coverage.sentences:,} {noun}: {coverage.claim:,} with claims{missed}"
