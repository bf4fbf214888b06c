"""Drafts: what a ledger says of the claims of a text that is not kept."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

import msgspec

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings.blocks import families, kinds_of
from korpu.kinds import Answer, kinds
from korpu.ledger.store import Ledger
from korpu.verify import Checked
from korpu.verify.check import check
from korpu.verify.matter import bearing_on
from korpu.verify.record import Record, record_of, with_claims


class Matters(msgspec.Struct, frozen=True):
    """What of a ledger bears on some claims of a draft: what these kinds claim on exactly these states."""

    parties: tuple[str, ...]
    kinds: frozenset[str]


class Held(msgspec.Struct, frozen=True):
    """A draft's claims, each with what the ledger says of it.

    Attributes:
        cards: the source cards of the documents that verdicts rest on, by document id.
    """

    checked: tuple[Checked, ...]
    cards: Mapping[str, SourceCard]


def hold_against(
    ledger: Ledger,
    draft: Iterable[Claim],
    pair: tuple[str, str] | None = None,
    as_of: str | None = None,
    known_at: dt.datetime | None = None,
    records: Callable[[Matters], Record] | None = None,
) -> Held:
    """Return a draft's claims, in its order, held against what the ledger has on the same states.

    Only what bears on them is looked at: two states may have ten thousands of claims, and a draft makes some ten.

    Args:
        pair: only the claims on these two states; all, where it is None.
        as_of: EDTF; leave out what the ledger tells of times later than this day.
        known_at: the instant of which what the ledger said then counts; now, where it is None.
        records: what gives a record that was kept, as `read_record` would give it; it is read from the ledger, where None.
    """
    claims = [one for one in draft if pair is None or set(pair) <= set(one.parties)]
    places: dict[Matters, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        places[Matters(claim.parties, bearing_kinds(claim.kind))].append(place)
    found: dict[int, Checked] = {}
    cards: dict[str, SourceCard] = {}
    for matters, own in places.items():
        outline = records(matters) if records else read_record(ledger, matters, as_of, known_at)
        record = _whole(ledger, outline, [claims[place] for place in own])
        for place in own:
            found[place] = check(claims[place], record)
            documents = {one.claim.document for one in found[place].evidence}
            cards |= {id: record.case.cards[id] for id in documents & record.case.cards.keys()}
    return Held(tuple(found[place] for place in range(len(claims))), cards)


def read_record(ledger: Ledger, matters: Matters, as_of: str | None, known_at: dt.datetime | None) -> Record:
    """Return what a ledger has that bears on claims of a draft, at the times that `hold_against` is given, without sentences."""
    told = ledger.outlines(matters.parties, matters.kinds, known_at)
    cards = ledger.cards(claim.document for claim in told) if as_of else {}
    return record_of(told, cards, as_of)


def _whole(ledger: Ledger, outline: Record, draft: Iterable[Claim]) -> Record:
    """The record with those claims alone that a verdict on the draft's may rest on, and these whole."""
    ids = {near.id for claim in draft for near in bearing_on(claim, outline.claims)}
    told = ledger.claims_with(ids)
    return with_claims(outline, told, ledger.cards(claim.document for claim in told))


def bearing_kinds(kind: str) -> frozenset[str]:
    """Return the kinds whose claims a verdict on a claim of a kind may rest on.

    Beside its own these are the kinds that its tables have columns of, which tell in what they are counted, and the family
    of those that end it, which tells the towns of missions apart.

    >>> sorted(bearing_kinds("mission.head"))
    ['mission.closed', 'mission.founded', 'mission.head', 'mission.opened']
    """
    declared = kinds()[kind]
    of_tables = kinds_of(families()[kind]) if declared.answer is Answer.VALUE else ()
    ending = (one for end in declared.ended_by for one in kinds_of(families()[end]))
    return frozenset((kind, *of_tables, *ending))
