"""How many sentences of relation articles Körpü says that it did not understand: at most one in twelve may be.

    python -m bench.coverage

«Not understood» is what a person would look at, so it must not be noise. The exit status is 1 where a set has more.
"""

from __future__ import annotations

import sys

from bench.documents import read_labelled
from korpu.coverage import Coverage, sum_up
from korpu.reading.read import read_with_coverage

SETS = ("samples", "develop", "test")
MOST = 1 / 12
"""The largest share of sentences that may be not understood."""


def main() -> int:
    """Measure each set and print; return the exit status."""
    status = 0
    for name in SETS:
        coverage = measure(name)
        share = coverage.not_understood / coverage.sentences
        print(
            f"{name:10}{coverage.sentences:6} sentences{coverage.claim:6} claim{coverage.nothing:6} nothing"
            f"{coverage.not_understood:6} not understood{share:8.3f}"
        )
        status |= share > MOST
    return status


def measure(name: str) -> Coverage:
    """Return what the sentences and rows of a set's documents came to, all together."""
    return sum_up(sentence for one in read_labelled(name) for sentence in read_with_coverage(one.document)[1])


if __name__ == "__main__":
    sys.exit(main())
