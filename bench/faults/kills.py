"""Killing what adds documents, at random moments."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping

from bench.faults import adder
from bench.faults.documents import make_readings
from bench.faults.outcome import Outcome, claims_by_document
from korpu.errors import KorpuError
from korpu.ledger.adding import Reading
from korpu.ledger.errors import NoLedger

Fresh = Callable[[], str]
"""Makes room for a new ledger; returns its address."""

_BEGINNING = 0.1
"""Of how many rounds the kill comes while the ledger is made, before the first document is accepted."""
_ONE = 0.02
"""How long adding one document takes at most, in seconds: within it, the kill comes at a random time."""
_MAKING = 0.3
"""How long making a ledger takes at most, in seconds."""


def kill_adding(on: str, fresh: Fresh, rounds: int, documents: int, chance: random.Random) -> Outcome:
    """Kill the adding of so many documents at a random moment, look what is there, and add them again."""
    outcome = Outcome("`kill -9` while documents are added", on)
    known = {reading.document.id: reading for reading in make_readings(1, documents)}
    for _ in range(rounds):
        address = fresh()
        early = chance.random() < _BEGINNING
        process = adder.start(address, 1, documents)
        said = read_lines(process, 1 if early else 1 + chance.randrange(documents))
        time.sleep(chance.uniform(0, _MAKING if early else _ONE))
        process.send_signal(signal.SIGKILL)
        out, complaint = read_rest(process)
        outcome.rounds += 1
        outcome.tell(complaint, address)
        look(outcome, address, adder.accepted(said + out), known)
        _, complaint = adder.run(address, 1, documents)
        outcome.complete(address, complaint, known)
    return outcome


def look(outcome: Outcome, address: str, accepted: Iterable[str], known: Mapping[str, Reading]) -> None:
    """Examine the ledger; where nothing was accepted, there need not be one yet."""
    accepted = list(accepted)
    try:
        claims_by_document(address)
    except NoLedger:
        if not accepted:
            return
    except KorpuError:
        pass  # told below
    outcome.examine(address, accepted, known)


def read_lines(process: subprocess.Popen[str], count: int) -> str:
    """Return the next lines that a process writes, waiting for them."""
    assert process.stdout is not None
    return "".join(process.stdout.readline() for _ in range(count))


def read_rest(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Return what else a process writes until it ends, and what it complains of.

    `communicate` would pass over what `read_lines` read ahead.
    """
    assert process.stdout is not None and process.stderr is not None
    out, complaint = process.stdout.read(), process.stderr.read()
    process.wait()
    process.stdout.close()
    process.stderr.close()
    return out, complaint.strip()
