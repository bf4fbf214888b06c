"""Killing what adds documents, at random moments."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from bench.faults import adder
from bench.faults.documents import make_reading, make_readings
from bench.faults.outcome import Outcome, claims_by_document
from korpu.document import document_id
from korpu.errors import KorpuError
from korpu.ledger.adding import Reading
from korpu.ledger.errors import NoLedger
from korpu.ledger.store import open_ledger

Fresh = Callable[[], str]
"""Makes room for a new ledger; returns its address."""

_KILLS_OF_ONE = 5
"""How often the adding to one ledger is killed and begun again before it is let come to its end."""
_EARLY = 0.4
"""To how many ledgers a kill comes while they are made, before the first document is accepted."""
_ONE = 0.02
"""How long adding one document takes at most, in seconds: within it, the kill comes at a random time."""
_MAKING = 0.3
"""How long making a ledger takes at most, in seconds."""


def kill_adding(on: str, fresh: Fresh, rounds: int, documents: int, chance: random.Random) -> Outcome:
    """Kill the adding of so many documents at random moments, look each time what is there, and go on."""
    outcome = Outcome("`kill -9` while documents are added", on)
    known = {reading.document.id: reading for reading in make_readings(1, documents)}
    while outcome.rounds < rounds:
        address = fresh()
        kills = min(_KILLS_OF_ONE, rounds - outcome.rounds)
        moments = sorted(chance.randrange(documents) for _ in range(kills))
        if chance.random() < _EARLY:
            _kill(outcome, address, 1, chance.uniform(0, _MAKING), known)
        for moment in moments:
            _kill(outcome, address, 1 + moment, chance.uniform(0, _ONE), known)
        _, complaint = adder.run(address, 1, documents)
        outcome.complete(address, complaint, known)
    return outcome


def _kill(outcome: Outcome, address: str, lines: int, seconds: float, known: Mapping[str, Reading]) -> None:
    """Start adding, and kill it so many seconds after it said so many lines."""
    process = adder.start(address, 1, len(known))
    said = read_lines(process, lines)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    out, complaint = read_rest(process)
    outcome.rounds += 1
    outcome.tell(complaint, address)
    look(outcome, address, adder.accepted(said + out), known)


def kill_command(on: str, fresh: Fresh, rounds: int, documents: int, chance: random.Random) -> Outcome:
    """Kill `korpu add FOLDER` at a random moment, look what is there, and run it again."""
    outcome = Outcome("`kill -9` of `korpu add FOLDER`", on)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for number in range(documents):
            text = make_reading(12, number).document.text
            (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
        whole = fresh()
        begun = time.monotonic()
        _run_command(whole, folder).wait()
        took = time.monotonic() - begun
        kept = claims_by_document(whole)
        with open_ledger(whole) as ledger:
            known = {id: Reading(ledger.document(id), tuple(claims.values())) for id, claims in kept.items()}
        ids = [document_id((folder / f"{n:03}.txt").read_text(encoding="utf-8")) for n in range(documents)]
        for _ in range(rounds):
            address = fresh()
            process = _run_command(address, folder)
            time.sleep(chance.uniform(took / 4, took))
            process.send_signal(signal.SIGKILL)
            out, complaint = read_rest(process)
            outcome.rounds += 1
            outcome.tell(complaint if complaint.startswith("korpu:") else "", address)
            look(outcome, address, ids[: out.count("\n")], known)
            again = _run_command(address, folder)
            _, complaint = read_rest(again)
            outcome.complete(address, complaint if again.returncode else "", known)
    return outcome


def _run_command(address: str, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", "from korpu.cli import main; main()", "add", str(folder)]
    return subprocess.Popen(
        [*command, "--ledger", address], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def look(outcome: Outcome, address: str, accepted: Iterable[str], known: Mapping[str, Reading]) -> None:
    """Examine the ledger; where nothing was accepted, there need not be one yet."""
    accepted = list(accepted)
    if not accepted and _is_none(address):
        return
    outcome.examine(address, accepted, known)


def _is_none(address: str) -> bool:
    try:
        with open_ledger(address, create=False):
            return False
    except NoLedger:
        return True
    except KorpuError:
        return False  # told when it is examined


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
