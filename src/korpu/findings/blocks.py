"""Blocks: claims whose findings depend on no claim of another block, so that a new claim renews its own block only.

A block is what claims of one family of kinds say on the same states. A family is the kinds that check each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from korpu.claims import Claim
from korpu.families import Families
from korpu.kinds import kinds
from korpu.kinds.checks import checked_kinds


class Block(msgspec.Struct, frozen=True, order=True):
    """The states, sorted, and the family: its first kind."""

    parties: tuple[str, ...]
    family: str


@cache
def families() -> Mapping[str, str]:
    """Return the family of each kind.

    >>> families()["trade.growth"], families()["trade.exports"], families()["cities.twinned"]
    ('trade.exports', 'trade.exports', 'cities.twinned')
    """
    joined: Families[str] = Families()
    for kind in kinds().values():
        for check in kind.checks:
            for other in checked_kinds(check):
                joined.join(kind.name, other)
    return {name: joined.root(name) for name in kinds()}


def kinds_of(family: str) -> tuple[str, ...]:
    """Return the kinds of a family, sorted."""
    return tuple(sorted(kind for kind, of in families().items() if of == family))


def block_of(kind: str, parties: tuple[str, ...]) -> Block | None:
    """Return the block of claims of a kind on some states, None where the kind is not declared."""
    family = families().get(kind)
    return Block(parties, family) if family is not None else None


def blocks(claims: Iterable[Claim]) -> dict[Block, list[Claim]]:
    """Return the claims by their blocks; kinds not declared are passed over."""
    found: dict[Block, list[Claim]] = defaultdict(list)
    for claim in claims:
        block = block_of(claim.kind, claim.parties)
        if block is not None:
            found[block].append(claim)
    return found
