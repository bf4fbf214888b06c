"""Drafts: what a ledger says of the claims of a text that is not kept."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from korpu.as_of import is_told_by, last_day
from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.findings.blocks import families, kinds_of
from korpu.findings.case import published_of
from korpu.kinds import Answer, kinds
from korpu.ledger.store import Ledger
from korpu.verify import Checked
from korpu.verify.candidates import Candidates
from korpu.verify.check import check
from korpu.verify.matter import ends_of
from korpu.verify.record import Record, record_of, with_claims


class Outlines:
    """What a ledger has on exactly some states, without its sentences, and what drafts are held against of it.

    Whatever is worked out of it is worked out when it is first asked for.

    Args:
        claims: what is told of no later times than the draft is held against.
    """

    def __init__(self, claims: Iterable[Claim], cards: Mapping[str, SourceCard]) -> None:
        self._of_kind: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._of_kind[claim.kind].append(claim)
        self._cards = cards
        self._records: dict[frozenset[str], Record] = {}
        self._candidates: dict[str, Candidates] = {}

    def __len__(self) -> int:
        """Return how many claims there are."""
        return sum(map(len, self._of_kind.values()))

    def record(self, kind: str) -> Record:
        """Return the record of what may bear on claims of a kind."""
        asked = bearing_kinds(kind)
        if asked not in self._records:
            claims = [claim for one in sorted(asked) for claim in self._of_kind.get(one, ())]
            self._records[asked] = record_of(claims, self._cards)
        return self._records[asked]

    def bearing_on(self, draft: Claim) -> list[Claim]:
        """Return the claims that a verdict on a draft's claim may rest on."""
        kind = kinds()[draft.kind]
        if kind.name not in self._candidates:
            self._candidates[kind.name] = Candidates(kind, self._of_kind.get(kind.name, ()))
        ending = (claim for end in kind.ended_by for claim in self._of_kind.get(end, ()))
        return [*self._candidates[kind.name].on_matter_of(draft), *ends_of(draft, ending)]


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
    outlines: Callable[[Sequence[str]], Outlines] | None = None,
) -> Held:
    """Return a draft's claims, in its order, held against what the ledger has on the same states.

    Only what bears on them is looked at: two states may have ten thousands of claims, and a draft makes some ten.

    Args:
        pair: only the claims on these two states; all, where it is None.
        as_of: EDTF; leave out what the ledger tells of times later than this day.
        known_at: the instant of which what the ledger said then counts; now, where it is None.
        outlines: what gives those on some states that were kept, as `read_outlines` would; they are read, where None.
    """
    claims = [one for one in draft if pair is None or set(pair) <= set(one.parties)]
    places: dict[Sequence[str], list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        places[claim.parties].append(place)
    found: dict[int, Checked] = {}
    cards: dict[str, SourceCard] = {}
    for parties, own in places.items():
        told = outlines(parties) if outlines else read_outlines(ledger, parties, as_of, known_at)
        by_kind: dict[str, list[int]] = defaultdict(list)
        for place in own:
            by_kind[claims[place].kind].append(place)
        for kind, of_kind in by_kind.items():
            record = _whole(ledger, told, kind, [claims[place] for place in of_kind])
            for place in of_kind:
                found[place] = check(claims[place], record)
                documents = {one.claim.document for one in found[place].evidence}
                cards |= {id: record.case.cards[id] for id in documents & record.case.cards.keys()}
    return Held(tuple(found[place] for place in range(len(claims))), cards)


def read_outlines(
    ledger: Ledger, parties: Sequence[str], as_of: str | None, known_at: dt.datetime | None
) -> Outlines:
    """Return what a ledger has on exactly these states, at the times that `hold_against` is given, without sentences."""
    told = ledger.outlines(parties, known_at)
    if as_of is None:
        return Outlines(told, {})
    cards, day = ledger.cards(claim.document for claim in told), last_day(as_of)
    return Outlines([claim for claim in told if is_told_by(claim, published_of(claim, cards), day)], cards)


def _whole(ledger: Ledger, outlines: Outlines, kind: str, draft: Iterable[Claim]) -> Record:
    """The record of a kind with those claims alone that a verdict on the draft's may rest on, and these whole."""
    told = ledger.claims_with(near.id for claim in draft for near in outlines.bearing_on(claim))
    return with_claims(outlines.record(kind), told, ledger.cards(claim.document for claim in told))


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
