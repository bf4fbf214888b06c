"""How fast Körpü reads, on one core, and how soon the command line answers.

    python -m bench.reading

Prints a table: megabytes of text (UTF-8) a second over documents of some 3 KB, with the peak of memory, and
the start-up times against their bars. The exit status is 1 where a start-up is over its bar; what is read a
second depends on the machine, and has none.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import korpu
from bench.documents import read_labelled
from korpu.sources.samples import read_samples

KILOBYTES = 3
NEWS = 2300
"""Bytes of the shortest document of news that is no mere sentence or two."""
RUNS = 5
"""Runs of which the median counts."""

BARS = {"korpu --help": 0.2, "korpu read, one document": 0.5}
"""The most seconds that each may take."""

KORPU = (sys.executable, "-c", "from korpu.cli import main; main()")


def main() -> int:
    """Measure and print; return the exit status."""
    if sys.argv[1:]:
        print(json.dumps(measure_speed(sys.argv[1])))
        return 0
    for name in DOCUMENTS:
        runs = [_in_own_process(name) for _ in range(RUNS)]
        speed, peak = (statistics.median(figures) for figures in zip(*runs, strict=True))
        print(f"{name:32}{speed:8.2f} MB/s{peak:8.0f} MB at the peak")
    late = False
    for name, seconds in measure_start().items():
        late = late or seconds > BARS[name]
        print(f"{name:32}{seconds:8.2f} s   {'over' if seconds > BARS[name] else 'within'} {BARS[name]} s")
    return 1 if late else 0


def measure_speed(name: str) -> tuple[float, float]:
    """Return megabytes a second over documents of one kind, each read once, and the peak of memory in MB."""
    texts = list(DOCUMENTS[name]())
    for one in read_labelled(
        "short"
    ):  # the tables are loaded and common words met once, however much follows
        korpu.read(one.document.text)
    begin = time.process_time()  # of one core; what else the machine does counts less than by the clock
    for text in texts:
        korpu.read(text, published="2022-05-03")
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = sum(len(text.encode()) for text in texts)
    return size / 1e6 / seconds, peak / (1e6 if sys.platform == "darwin" else 1e3)


def _in_own_process(name: str) -> tuple[float, float]:
    """Measure a kind of document with empty caches and its own peak of memory."""
    command = (sys.executable, "-m", "bench.reading", name)
    speed, peak = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return speed, peak


def measure_start() -> dict[str, float]:
    """Return the seconds that a command takes from its start to its end, by name; medians."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document.txt")
        path.write_text(read_samples()[3].text, encoding="utf-8")
        commands = {"korpu --help": ["--help"], "korpu read, one document": ["read", str(path)]}
        return {name: _median_time(arguments) for name, arguments in commands.items()}


def _median_time(arguments: list[str]) -> float:
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run((*KORPU, *arguments), check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def relation_articles() -> Iterator[str]:
    """Yield the samples and the development documents, cut or joined to some 3 KB."""
    labelled = [one.document.text for one in read_labelled("develop")]
    yield from _sized([*(document.text for document in read_samples()), *labelled])


def news_at_large() -> Iterator[str]:
    """Yield the documents that claim nothing and are of some 3 KB, each as it is: which states it names matters."""
    texts = (one.document.text for one in read_labelled("empty"))
    yield from (text for text in texts if len(text.encode()) > NEWS)


def _sized(texts: list[str]) -> Iterator[str]:
    """Yield all the text again in documents of some 3 KB, cut where a line ends."""
    kept = ""
    for piece in (line for text in texts for line in [*text.splitlines(keepends=True), "\n"]):
        kept += piece
        if len(kept.encode()) >= KILOBYTES * 1000:
            yield kept
            kept = ""
    if kept:
        yield kept


DOCUMENTS = {"relation articles": relation_articles, "news at large": news_at_large}

if __name__ == "__main__":
    sys.exit(main())
