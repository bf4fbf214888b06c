"""A program that adds made documents one by one, and says each that was accepted: what the faults are done to.

python -m bench.faults.adder LEDGER SEED COUNT
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.faults.documents import make_readings
from korpu.errors import KorpuError
from korpu.ledger.store import open_ledger

READY = "ready"
"""What it says before it opens the ledger."""

_NOBODY = 65534


def start(address: str | Path, seed: int, count: int, *options: str) -> subprocess.Popen[str]:
    """Start the program; what it accepts comes line by line on its standard output."""
    command = [
        sys.executable,
        "-m",
        "bench.faults.adder",
        str(address),
        str(seed),
        str(count),
        *options,
    ]
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(
        command,
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": f"{root / 'src'}:{root}"},
    )


def run(address: str | Path, seed: int, count: int, *options: str) -> tuple[list[str], str]:
    """Run the program to its end; return the ids that it said were accepted, and what it complained of."""
    out, complaint = start(address, seed, count, *options).communicate()
    return accepted(out), complaint.strip()


def accepted(out: str) -> list[str]:
    """Return the ids that were said whole, with their line's end.

    >>> accepted("ready\\n12ab\\n34")
    ['12ab']
    """
    return [line for line in out.split("\n")[:-1] if line != READY]


def main() -> int:
    """Add the documents; return 0, or 1 where the ledger failed."""
    parser = argparse.ArgumentParser("python -m bench.faults.adder", description=__doc__)
    parser.add_argument("ledger")
    parser.add_argument("seed", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("--file-limit", type=int, help="how long a file may become, in bytes")
    parser.add_argument("--as-nobody", action="store_true", help="give up the rights of root")
    chosen = parser.parse_args()
    if chosen.as_nobody and os.getuid() == 0:
        with tempfile.TemporaryDirectory() as folder, open_ledger(f"{folder}/first") as ledger:
            ledger.states()  # what is imported late is where nobody may not look
        os.setuid(_NOBODY)
    if chosen.file_limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (chosen.file_limit, chosen.file_limit))
    print(READY, flush=True)
    try:
        with open_ledger(chosen.ledger) as ledger:
            for reading in make_readings(chosen.seed, chosen.count):
                added = ledger.add(reading.document, reading.claims)
                print(added.document, flush=True)
    except KorpuError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
