"""Run the commands of README.md's tour and write what they print back under them.

    python genscripts/tour.py

A block that begins with ```console holds commands, each after `$ `, and what they print. All are run one
after another in an empty folder, as a reader would type them.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
COLUMNS = 92

_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_END = "<end of a command>"

_DAY = "2026-11-25"
"""When the tour was first run: what was recorded then stays so on the page."""


def commands(page: str) -> list[str]:
    """Return the commands of a page's console blocks, in order.

    >>> commands("```console\\n$ korpu sources\\nnone\\n```\\n")
    ['korpu sources']
    """
    return [
        line[2:] for block in _BLOCK.findall(page) for line in block.splitlines() if line.startswith("$ ")
    ]


def run_again(page: str) -> str:
    """Return the page with what its commands print now.

    Raises:
        subprocess.CalledProcessError: a command failed.
    """
    outputs = iter(_outputs(commands(page)))

    def block(match: re.Match[str]) -> str:
        typed = [line for line in match[0].splitlines() if line.startswith("$ ")]
        return "".join(f"{line}\n{next(outputs)}" for line in typed)

    return _BLOCK.sub(block, page)


def _outputs(typed: list[str]) -> list[str]:
    """Run the commands in one shell, and return what each prints, without spaces at the ends of lines."""
    python = f"korpu() {{ '{sys.executable}' -c 'from korpu.cli import main; main()' \"$@\"; }}"
    script = "\n".join(["set -e", python, *(f"{command}\necho '{_END}'" for command in typed)])
    environment = os.environ | {
        "COLUMNS": str(COLUMNS),
        "NO_COLOR": "1",
        "PYTHONPATH": str(README.parent / "src"),
        "PYTHONUTF8": "1",
    }
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=folder,
            env=environment,
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
    today = dt.datetime.now(dt.UTC).date().isoformat()
    printed = re.sub(r" +$", "", done.stdout, flags=re.MULTILINE).replace(today, _DAY)
    return [output.lstrip("\n") for output in printed.split(f"{_END}\n")[:-1]]


if __name__ == "__main__":
    README.write_text(run_again(README.read_text(encoding="utf-8")), encoding="utf-8")
