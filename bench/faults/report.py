"""The tables of what was broken and what came of it, for people and for docs/reliability.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.faults.damage import CHECKED, FAILED, HARMLESS, LOST, OPENED, READ, UNTOLD, Damages
from bench.faults.outcome import Outcome
from bench.faults.several import AtOnce
from bench.page import put, table

_RESULTS = (HARMLESS, OPENED, READ, CHECKED, LOST, UNTOLD, FAILED)


def tables(outcomes: Sequence[Outcome], damages: Sequence[Damages], at_once: Sequence[AtOnce]) -> list[str]:
    """Return the tables of faults, of damage and of several at once, those that have rows, as Markdown."""
    made = (_faults(outcomes), _damages(damages), _several(at_once))
    return [of_one for of_one, rows in zip(made, (outcomes, damages, at_once), strict=True) if rows]


def write(outcomes: Sequence[Outcome], damages: Sequence[Damages], at_once: Sequence[AtOnce]) -> None:
    """Put each table that has rows in its place in docs/reliability.md."""
    for name, rows, made in (
        ("faults", outcomes, _faults(outcomes)),
        ("damage", damages, _damages(damages)),
        ("several", at_once, _several(at_once)),
    ):
        if rows:
            put(name, made)


def has_failed(outcomes: Sequence[Outcome], damages: Sequence[Damages], at_once: Sequence[AtOnce]) -> bool:
    """Return whether something accepted was lost, or nothing was told where it should have been."""
    return (
        any(outcome.lost or outcome.failed for outcome in outcomes)
        or any(damage.bad for damage in damages)
        or any(result.lost or result.errors for result in at_once)
    )


def _faults(outcomes: Iterable[Outcome]) -> str:
    header = ("what was broken", "on", "times", "accepted before", "lost", "went wrong", "what was said")
    return table(
        header,
        ((o.broken, o.on, o.rounds, f"{o.accepted:,}", o.lost, len(o.failed), _said(o)) for o in outcomes),
    )


def _said(outcome: Outcome) -> str:
    return "<br>".join(f"«{said}»" for said in sorted(outcome.said)) or "–"


def _damages(damages: Iterable[Damages]) -> str:
    header = ("what was damaged", "times", *_RESULTS)
    return table(
        header,
        ((d.broken, d.results.total(), *(d.results[result] for result in _RESULTS)) for d in damages),
    )


def _several(results: Sequence[AtOnce]) -> str:
    header = ("", *(result.on for result in results))
    rows = (
        ("documents added by 8 processes", *(f"{r.documents:,}" for r in results)),
        ("of these lost, or not whole", *(r.lost for r in results)),
        ("errors shown", *(len(r.errors) for r in results)),
        ("times that 8 others read meanwhile", *(f"{r.reads:,}" for r in results)),
        ("longest time to add one document", *(_seconds(r.longest_add) for r in results)),
        ("longest time to open the ledger and read a pair", *(_seconds(r.longest_read) for r in results)),
        ("mean of these times", *(_seconds(r.mean_read) for r in results)),
        ("the same, longest, while nobody adds", *(_seconds(r.longest_quiet) for r in results)),
        (
            "SQLite's journal at its longest",
            *(f"{r.journal / 1e6:.1f} MB" if r.journal else "–" for r in results),
        ),
    )
    return table(header, rows)


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s"
