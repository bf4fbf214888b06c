"""Drafts: what a ledger says of the claims of a text that is not kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.ledger.store import Ledger
from korpu.verify import Checked, verify


class Held(msgspec.Struct, frozen=True):
    """A draft's claims, each with what the ledger says of it.

    Attributes:
        cards: the source cards of the ledger's documents on the same states, by document id.
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
    """Return a draft's claims held against all that the ledger has on the same states.

    Args:
        pair: only the claims on these two states; all, where it is None.
        as_of: EDTF; leave out what the ledger tells of times later than this day.
        known_at: the instant of which what the ledger said then counts; now, where it is None.
    """
    claims = [one for one in draft if pair is None or set(pair) <= set(one.parties)]
    held: list[Claim] = []
    cards: dict[str, SourceCard] = {}
    for first, second in sorted({two for one in claims for two in combinations(one.parties, 2)}):
        held += ledger.claims((first, second), known_at=known_at)
        cards |= {document.id: document.card for document in ledger.documents((first, second), known_at)}
    return Held(tuple(verify(claims, held, cards, as_of)), cards)
