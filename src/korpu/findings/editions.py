"""Editions: how what a source claims differs from what it claimed before. Pure: no ledger is known here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

import msgspec

from korpu.claims import Claim, content_id
from korpu.kinds import kinds


class Differences(msgspec.Struct, frozen=True):
    """What became of the claims of one edition in a later one.

    Attributes:
        added: claims that only the later one makes, in its order.
        changed: pairs of claims that answer the same question differently, the earlier one first.
        dropped: claims that only the earlier one makes, in its order.
        same: how many both make.
    """

    added: tuple[Claim, ...]
    changed: tuple[tuple[Claim, Claim], ...]
    dropped: tuple[Claim, ...]
    same: int


def compare_editions(before: Iterable[Claim], after: Iterable[Claim]) -> Differences:
    """Return how two editions differ in what they claim, wherever in their texts they claim it.

    What is equal goes together first; of the rest, claims on the same question do, in their order.
    """
    earlier, later = list(before), list(after)
    alike = _matched(earlier, later, _content)
    rest = [claim for claim in earlier if claim.id not in alike]
    others = [claim for claim in later if claim.id not in set(alike.values())]
    changed = _matched(rest, others, _question)
    taken = set(changed.values())
    by_id = {claim.id: claim for claim in others}
    return Differences(
        added=tuple(claim for claim in others if claim.id not in taken),
        changed=tuple((claim, by_id[changed[claim.id]]) for claim in rest if claim.id in changed),
        dropped=tuple(claim for claim in rest if claim.id not in changed),
        same=len(alike),
    )


def _matched(
    earlier: Sequence[Claim], later: Sequence[Claim], key: Callable[[Claim], Hashable]
) -> dict[str, str]:
    """The ids of claims of the one edition with those of the other that have the same key."""
    waiting: dict[Hashable, list[str]] = defaultdict(list)
    for claim in later:
        waiting[key(claim)].append(claim.id)
    found: dict[str, str] = {}
    for claim in earlier:
        same = waiting.get(key(claim))
        if same:
            found[claim.id] = same.pop(0)
    return found


def _content(claim: Claim) -> Hashable:
    """All that is claimed, and not where."""
    return content_id(
        claim.kind,
        claim.parties,
        sorted(claim.roles.items()),
        claim.when,
        claim.value,
        claim.stance,
        claim.speaker,
    )


def _question(claim: Claim) -> Hashable:
    """What the claim is an answer to."""
    asked = kinds()[claim.kind].question
    roles = tuple(claim.roles.get(role) for role in asked if role not in ("when", "value"))
    return claim.kind, claim.parties, roles, claim.when if "when" in asked else None
