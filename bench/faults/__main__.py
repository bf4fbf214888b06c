"""Break a ledger in every way, count what is lost, and print the table of it.

python -m bench.faults            a hundred kills; some ten minutes
python -m bench.faults --rounds 5 quickly
python -m bench.faults --write    put the table into docs/reliability.md
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import tempfile
from collections.abc import Iterator
from typing import TypeVar

from bench.faults import report
from bench.faults.damage import Damages, cut, damage_files, flip, zero_sector
from bench.faults.disk import can_mount, fill_disk, limit_file, lock_disk, lock_file
from bench.faults.kills import Fresh, kill_adding, kill_command
from bench.faults.locks import hold_lock
from bench.faults.outcome import Outcome
from bench.faults.server import fill_server, new_database, stop_server
from bench.faults.several import AtOnce, work_at_once
from tests.postgres import running_server

T = TypeVar("T")

_FEW = 10
"""Of how many rounds of kills one is done of what takes longer and has fewer moments."""


def main(arguments: list[str] | None = None) -> int:
    """Break things; return 0, or 1 where something accepted was lost or something else went wrong."""
    parser = argparse.ArgumentParser(
        "python -m bench.faults", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--rounds", type=int, default=100, help="how many kills; of other faults in proportion"
    )
    parser.add_argument("--documents", type=int, default=1000, help="how many documents are being added")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("faults", "damage", "several"), help="a part of it")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/reliability.md")
    chosen = parser.parse_args(arguments)
    chance = random.Random(chosen.seed)
    outcomes: list[Outcome] = []
    damages: list[Damages] = []
    at_once: list[AtOnce] = []
    with tempfile.TemporaryDirectory() as folder, running_server() as host:
        numbers = itertools.count()
        places: dict[str, Fresh] = {
            "SQLite": lambda: f"{folder}/{next(numbers)}.sqlite",
            "PostgreSQL": lambda: new_database(host),
        }
        if chosen.only in (None, "several"):
            at_once += _shown(_several(places, max(5, chosen.documents // 10)))
        if chosen.only in (None, "damage"):
            damages += _shown(_damages(3 * chosen.rounds, chance))
        if chosen.only in (None, "faults"):
            outcomes += _shown(_faults(places, host, chosen.rounds, chosen.documents, chance))
    for table in report.tables(outcomes, damages, at_once):
        print(table, end="\n\n")
    if chosen.write:
        report.write(outcomes, damages, at_once)
    return int(report.has_failed(outcomes, damages, at_once))


def _shown(results: Iterator[T]) -> Iterator[T]:
    for result in results:
        print(result, file=sys.stderr)
        yield result


def _faults(
    places: dict[str, Fresh], host: str, rounds: int, documents: int, chance: random.Random
) -> Iterator[Outcome]:
    few = max(2, rounds // _FEW)
    for on, fresh in places.items():
        yield kill_adding(on, fresh, rounds, documents, chance)
        yield kill_command(on, fresh, few, 36, chance)
        yield hold_lock(on, fresh, few, chance)
    if can_mount():
        yield fill_disk(few, chance)
        yield lock_disk(few, chance)
    yield limit_file(few, chance)
    yield lock_file(few)
    for mode in ("fast", "immediate"):
        yield stop_server(host, mode, few, chance)
    if can_mount():
        yield fill_server(max(2, few // 2), chance)


def _damages(rounds: int, chance: random.Random) -> Iterator[Damages]:
    for broken, damage in (
        ("the file cut short", cut),
        ("a bit turned in the file", flip),
        ("512 bytes of the file become zeros", zero_sector),
    ):
        yield damage_files(broken, "ledger.sqlite", damage, rounds, 40, chance)
    for broken, damage in (("the journal cut short", cut), ("a bit turned in the journal", flip)):
        yield damage_files(broken, "ledger.sqlite-wal", damage, rounds // 3, 40, chance)


def _several(places: dict[str, Fresh], documents: int) -> Iterator[AtOnce]:
    for on, fresh in places.items():
        yield work_at_once(on, fresh(), 8, 8, documents)


if __name__ == "__main__":
    sys.exit(main())
