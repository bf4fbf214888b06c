"""Floors: what was reached once, under which no change may sink unseen. They are TOML files, which `--raise` writes."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

Figures = dict[str, float]
"""What is measured of a set, each from 0 to 1, more being better: `precision`, …, and F1 by kind."""


def hold(path: Path, reached: Mapping[str, Figures], lift: bool) -> int:
    """Hold what sets reached against their floors in a file, and tell of each that sank; return the exit status.

    Args:
        lift: whether to write floors as high as what is reached. The comment at the head of the file stays.
    """
    text = path.read_text(encoding="utf-8")
    floors: dict[str, Figures] = tomllib.loads(text)
    sunk = [told for name, figures in reached.items() for told in under(name, figures, floors.get(name, {}))]
    if lift:
        for name, figures in reached.items():
            floors[name] = lifted(floors.get(name, {}), figures)
        path.write_text(_toml(text.partition("\n")[0], floors), encoding="utf-8")
    print(*sunk, sep="\n", end="\n" if sunk else "", file=sys.stderr)
    return 1 if sunk else 0


def under(name: str, reached: Figures, floors: Figures) -> list[str]:
    """Return a sentence for each figure that is under its floor.

    >>> under("develop", {"f1": 0.9}, {"f1": 0.91, "visit": 0.5})
    ['develop: f1 is 0.900, under its floor of 0.910.', 'develop: visit is 0.000, under its floor of 0.500.']
    """
    return [
        f"{name}: {figure} is {reached.get(figure, 0.0):.3f}, under its floor of {floor:.3f}."
        for figure, floor in floors.items()
        if reached.get(figure, 0.0) < floor
    ]


def lifted(floors: Figures, reached: Figures) -> Figures:
    """Return the floors, each at least as high as what is reached.

    >>> lifted({"f1": 0.91}, {"f1": 0.9, "visit": 0.5})
    {'f1': 0.91, 'visit': 0.5}
    """
    return {figure: max(floors.get(figure, 0.0), reached.get(figure, 0.0)) for figure in floors | reached}


def _toml(comment: str, floors: Mapping[str, Figures]) -> str:
    lines = [comment]
    for name, figures in floors.items():
        lines += ["", f"[{name}]"]
        lines += [f"{json.dumps(figure)} = {share:.3f}" for figure, share in figures.items()]
    return "\n".join(lines) + "\n"
