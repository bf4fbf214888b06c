"""Key facts: what a file on two states is expected to say, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from korpu.dossier.statements import manner
from korpu.dossier.tree import Dossier, Line
from korpu.edtf import sort_key
from korpu.kinds import kinds

MOST = 12
"""Lines; a box that is longer is a dossier."""


def key_facts(dossier: Dossier) -> tuple[Line, ...]:
    """Return the lines that hold now and are of kinds that a file is expected to have an answer to (see `Kind.awaited`).

    Of an amount by period only the latest period's.
    """
    found: dict[tuple[object, ...], Line] = {}
    for line in _lines(dossier):
        question = _asked(line)
        before = found.get(question)
        if before is None or sort_key(line.statement.when) > sort_key(before.statement.when):
            found[question] = line
    return tuple(found.values())[:MOST]


def _lines(dossier: Dossier) -> Iterator[Line]:
    for section in dossier.sections:
        for line in section.all_lines():
            if line.statement.kind in key_kinds() and manner(line.statement.stance) == "is":
                yield line


def _asked(line: Line) -> tuple[object, ...]:
    """What is asked, whatever the period: two sources that name another person answer the same."""
    kind = kinds()[line.statement.kind]
    roles = line.statement.roles
    return (kind.name, *(roles.get(role) for role in kind.question if role in kind.roles))


@cache
def key_kinds() -> frozenset[str]:
    """Return the kinds that a file is expected to have an answer to, and those that begin what they ask.

    >>> {"relations.established", "trade.turnover"} <= key_kinds()
    True
    """
    awaited = {kind.name: kind.awaited for kind in kinds().values() if kind.awaited is not None}
    return frozenset(awaited) | {name for one in awaited.values() for name in one.begun_by}
