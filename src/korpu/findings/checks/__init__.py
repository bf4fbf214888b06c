"""Checks across claims: what must fit together, and whether it does. What holds is said, too.

Each sort of check that kinds declare (`korpu.kinds.checks`) has a module here, whose `find(case)` yields its findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from korpu.kinds import kinds
from korpu.kinds.checks import Check

Declared = TypeVar("Declared", bound=Check)


def declared(sort: type[Declared]) -> Iterator[tuple[str, Declared]]:
    """Yield each kind that declares a check of this sort, with the check.

    >>> from korpu.kinds.checks import Sum
    >>> [(kind, check.kinds) for kind, check in declared(Sum)]
    [('trade.turnover', ('trade.exports', 'trade.imports'))]
    """
    for kind in kinds().values():
        for check in kind.checks:
            if isinstance(check, sort):
                yield kind.name, check
