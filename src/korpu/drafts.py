"""Drafts: what a ledger says of the claims of a text that is not kept."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings.blocks import families, kinds_of
from korpu.kinds import kinds
from korpu.ledger.store import Ledger
from korpu.verify import Checked, verify


class Held(msgspec.Struct, frozen=True):
    """A draft's claims, each with what the ledger says of it.

    Attributes:
        cards: the source cards of the ledger's documents that tell of the same matters, by document id.
    """

    checked: tuple[Checked, ...]
    cards: Mapping[str, SourceCard]


def hold_against(
    ledger: Ledger,
    draft: Iterable[Claim],
    pair: tuple[str, str] | None = None,
    as_of: str | None = None,
    known_at: dt.datetime | None = None,
) -> Held:
    """Return a draft's claims, in its order, held against what the ledger has on the same states.

    Only claims of kinds that bear on each other are looked at together, as for findings (`korpu.findings.blocks`): two
    states may have ten thousands of claims, and a draft makes some ten.

    Args:
        pair: only the claims on these two states; all, where it is None.
        as_of: EDTF; leave out what the ledger tells of times later than this day.
        known_at: the instant of which what the ledger said then counts; now, where it is None.
    """
    claims = [one for one in draft if pair is None or set(pair) <= set(one.parties)]
    places: dict[tuple[tuple[str, ...], frozenset[str]], list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        places[claim.parties, bearing_kinds(claim.kind)].append(place)
    checked: dict[int, Checked] = {}
    cards: dict[str, SourceCard] = {}
    for (parties, bearing), own in places.items():
        told = ledger.block_file(parties, bearing, known_at)
        verdicts = verify([claims[place] for place in own], told.claims, told.cards, as_of)
        checked |= dict(zip(own, verdicts, strict=True))
        cards |= told.cards
    return Held(tuple(checked[place] for place in range(len(claims))), cards)


def bearing_kinds(kind: str) -> frozenset[str]:
    """Return the kinds whose claims a verdict on a claim of a kind may rest on.

    >>> sorted(bearing_kinds("consulate.opened"))
    ['consulate.opened', 'mission.closed']
    """
    return frozenset((*kinds_of(families()[kind]), *kinds()[kind].ended_by))
