"""Write the figures of docs/reading.md: how well Körpü reads, in all and by kind, as measured now.

    python genscripts/reading.py

What stands between the two marks of the page is written again; the rest of the page is for people to write.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench import coverage, dates, forms, quality, rows  # noqa: E402
from bench.score import Comparison, Counts  # noqa: E402

PAGE = ROOT / "docs" / "reading.md"
BEGIN, END = "<!-- figures: make docs -->\n", "<!-- end of figures -->\n"
SETS = ("samples", "develop", "short", "test")


def page() -> str:
    """Return the whole page with the figures as they are now."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n" + "\n".join(figures()) + "\n\n" + END + after


def figures() -> Iterator[str]:
    """Yield the lines of the tables."""
    measured = {name: quality.measure(name) for name in (*SETS, "empty")}
    yield from _totals(measured)
    yield ""
    yield from _others(measured["empty"])
    yield ""
    yield from _kinds([*measured["develop"].values(), *measured["short"].values()], measured["test"])


def _totals(measured: Mapping[str, Mapping[str, Comparison]]) -> Iterator[str]:
    yield "| set | documents | gold claims | found | missed | wrong | precision | recall | F1 | other slots |"
    yield "| --- | " + "---: | " * 9
    yield from (total_row(name, measured[name]) for name in SETS)


def total_row(name: str, comparisons: Mapping[str, Comparison]) -> str:
    """Return the row of one set in the table of totals."""
    total = sum(quality.count_kinds(comparisons.values()).values(), Counts())
    return (
        f"| `{name}` | {len(comparisons)} | {total.found + total.missed} | {total.found} | {total.missed}"
        f" | {total.wrong} | {total.precision:.3f} | {total.recall:.3f} | {total.f1:.3f} | {total.slot_share:.3f} |"
    )


def _others(empty: Mapping[str, Comparison]) -> Iterator[str]:
    wrong = sum(len(comparison.wrong) for comparison in empty.values())
    yield "| what else | measured |"
    yield "| --- | ---: |"
    yield f"| wrong claims in {len(empty)} documents that make none (`empty`) | {wrong} |"
    for name in coverage.SETS:
        summed = coverage.measure(name)
        share = summed.not_understood / summed.sentences
        yield f"| sentences and rows of `{name}` not understood | {share:.3f} |"
    for name, measure in (("dates", dates.measure), ("forms", forms.measure)):
        outcomes = measure()
        yield f"| {name} right, of {sum('_' not in o.sort for o in outcomes)} rows | {rows.figures(outcomes)['all']:.3f} |"


def _kinds(develop: list[Comparison], test: Mapping[str, Comparison]) -> Iterator[str]:
    yield "| kind | `develop` and `short`: found | missed | wrong | F1 | `test`: found | missed | wrong | F1 |"
    yield "| --- | " + "---: | " * 8
    seen, unseen = quality.count_kinds(develop), quality.count_kinds(test.values())
    for kind in sorted(seen.keys() | unseen.keys()):
        cells = [
            f"{counts.found} | {counts.missed} | {counts.wrong} | {counts.f1:.2f}"
            for counts in (seen.get(kind, Counts()), unseen.get(kind, Counts()))
        ]
        yield f"| `{kind}` | {cells[0]} | {cells[1]} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
