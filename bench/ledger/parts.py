"""The parts of what is measured, each in a process of its own: none has what another made ready, nor its memory."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection

from bench.ledger.figures import Measured
from bench.ledger.measure import measure, measure_entities
from bench.ledger.places import PLACES, Place
from bench.ledger.plain import compare
from korpu.collecting import collect_seldom

PARTS: tuple[Callable[[Place, int], Iterator[Measured]], ...] = (measure, measure_entities, compare)


def run_all(database: str, claims: int) -> Iterator[Measured]:
    """Yield what all parts measure on a database, with so many claims."""
    for number in range(len(PARTS)):
        yield from _run(database, number, claims)


def _run(database: str, number: int, claims: int) -> Iterator[Measured]:
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(database, number, claims, sender))
    process.start()
    sender.close()
    try:
        while True:
            yield receiver.recv()
    except EOFError:
        process.join()
    if process.exitcode:
        raise SystemExit(f"What measures {database} ended early.")


def _work(database: str, number: int, claims: int, sender: Connection) -> None:
    collect_seldom()  # as the command and the server do
    with PLACES[database]() as place:
        for one in PARTS[number](place, claims):
            sender.send(one)
