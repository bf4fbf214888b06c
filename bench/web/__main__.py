"""How soon pages of a ledger of a million claims come when fifty people read, and what the page of two states weighs.

    python -m bench.web                            makes the ledger first; some minutes
    python -m bench.web --ledger million.sqlite    of one that is there (kept, and made where it is missing)
    python -m bench.web --write                    put the figures into docs/web.md

Each reader opens a page (of ten, four of two states, three documents, two searches and one draft that is verified), reads it
for five to fifteen seconds, and opens the next. Pairs are read as often as they are told of. The application and its
readers share the machine. They read twice: from the moment it has started, and once the dossiers of very many claims are
made that it makes ahead. The exit status is 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.ledger.figures import Measured
from bench.ledger.made import batches, make_readings
from bench.page import put, table
from bench.web.browser import measure_page
from bench.web.readers import READERS, WEIGHTS, read_for, wait_for_dossiers
from bench.web.server import serving
from korpu.ledger.store import open_ledger

PAGE = Path(__file__).resolve().parents[2] / "docs" / "web.md"
BARS: dict[str, float | None] = {"median": 1.0, "99th percentile": None}
MOST_BYTES = 500_000
BROWSED = "ge-qa"
"""Two states of whom a middling number of claims is told."""
STARTING = 60
"""Seconds for which they read at first."""


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; return the exit status."""
    parser = argparse.ArgumentParser(
        "python -m bench.web", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--ledger", type=Path, help="the ledger to serve; made and kept where it is missing")
    parser.add_argument("--claims", type=int, default=1_000_000, help="claims of a ledger that is made")
    parser.add_argument("--seconds", type=int, default=180, help="how long the readers read")
    parser.add_argument("--sorts", nargs="*", default=list(WEIGHTS), metavar="SORT", help=", ".join(WEIGHTS))
    parser.add_argument("--write", action="store_true", help="write the figures into docs/web.md")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="korpu-bench-") as folder:
        ledger = given.ledger or Path(folder) / "made.ledger"
        if not ledger.exists():
            _make(ledger, given.claims)
        measured = []
        for one in _measure(ledger, given.seconds, given.sorts):
            print(
                f"{one.what:50}{one.told:>16}   {one.told_bar}{', MISSED' if one.is_missed else ''}",
                flush=True,
            )
            measured.append(one)
    if given.write:
        rows = [
            (one.what, one.told_bar or "–", f"**{one.told}**" if one.is_missed else one.told)
            for one in measured
        ]
        put("web", table(("what", "bar", "measured"), rows), PAGE)
    return int(any(one.is_missed for one in measured))


def _make(path: Path, claims: int) -> None:
    with open_ledger(path, reader="bench") as ledger:
        for batch in batches(make_readings(claims)):
            ledger.add_all(batch)


def _measure(ledger: Path, seconds: int, sorts: list[str]) -> Iterator[Measured]:
    with serving(ledger) as server:
        begin = time.monotonic()
        yield Measured("readers", READERS)
        times = read_for(server.address, ledger, STARTING, sorts)
        yield from _times("just started, ", times, dict.fromkeys(BARS))
        wait_for_dossiers(server.address, ledger)
        yield Measured("all large dossiers made after", time.monotonic() - begin, "s")
        yield from _times("", read_for(server.address, ledger, seconds, sorts), BARS)
        yield Measured("memory of the application", server.megabytes(), "MB")
    with serving(ledger) as server:
        yield from measure_page(f"{server.address}/{BROWSED}", MOST_BYTES)


def _times(when: str, found: dict[str, list[float]], bars: dict[str, float | None]) -> Iterator[Measured]:
    for what, times in found.items():
        yield Measured(f"{when}{what}: pages read", len(times))
        for name, share in (("median", 0.5), ("99th percentile", 0.99)):
            yield Measured(f"{when}{what}: {name}", _quantile(times, share), "s", bars[name])


def _quantile(found: list[float], share: float) -> float:
    ordered = sorted(found)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


if __name__ == "__main__":
    sys.exit(main())
