"""News on two states arranged for reading: each change with what it was and what it is, and the sentences behind both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.dossier.build import amounts_of, remark_on, sources_of
from korpu.dossier.lines import is_answer, line_of
from korpu.dossier.notes import Notes
from korpu.dossier.statements import Ground
from korpu.dossier.tree import Line, Note, Remark, Source
from korpu.findings import find
from korpu.findings.finding import Finding
from korpu.findings.news import Change, news
from korpu.kinds import kinds


class Known(msgspec.Struct, frozen=True):
    """What was known on two states at one moment.

    Attributes:
        cards: source cards by document id.
        signatures: what near copies of the documents are told by (see `korpu.findings.find`).
    """

    claims: Sequence[Claim]
    cards: Mapping[str, SourceCard]
    signatures: Mapping[str, bytes] | None = None


class Touch(msgspec.Struct, frozen=True):
    """When a claim came or went.

    Attributes:
        because: why it was withdrawn; None where it came.
    """

    at: dt.datetime
    because: str | None = None


class Item(msgspec.Struct, frozen=True):
    """One piece of news.

    Attributes:
        was, now: what its findings say, in the dossier's form.
        section: the section of the dossier, a value of `korpu.kinds.Section`.
        at: when the last of the claims that made it news came or went.
        because: why claims that it rested on were withdrawn, each reason once.
    """

    change: Change
    was: Line | Remark | None
    now: Line | Remark | None
    section: str
    at: dt.datetime | None
    because: tuple[str, ...] = ()


class PairNews(msgspec.Struct, frozen=True):
    """What is new on two states, the most important first; `notes` and `sources` are as a dossier's."""

    pair: tuple[str, str]
    items: tuple[Item, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]


def compose_news(
    pair: tuple[str, str],
    before: Known,
    now: Known,
    as_of: dt.date | None = None,
    touched: Mapping[str, Touch] | None = None,
) -> PairNews:
    """Return what is new on a pair of states between two moments, the same whatever the order of claims.

    Args:
        before, now: what was known at the first and at the second moment.
        as_of: leave out what is told of times later than this day, at both.
        touched: by id, when the claims came or went that did so in between.
    """
    moments = touched or {}
    found, grounds = zip(*(_found(known, as_of) for known in (before, now)), strict=True)
    notes = Notes()
    items = []
    for change in news(*found):
        # Numbers follow the order of reading: what is, before what was.
        is_now = _told(change.now, grounds[1], notes)
        items.append(_item(change, _told(change.was, grounds[0], notes), is_now, moments))
    numbered = notes.all()
    sources = sources_of(numbered, {**before.cards, **now.cards}, {}, {})
    return PairNews(pair, tuple(items), numbered, sources)


def _found(known: Known, as_of: dt.date | None) -> tuple[tuple[Finding, ...], Ground]:
    found = find(known.claims, known.cards, as_of, known.signatures)
    claims = {claim.id: claim for claim in known.claims}
    return found, Ground(claims, known.cards, amounts_of(found, claims))


def _told(finding: Finding | None, ground: Ground, notes: Notes) -> Line | Remark | None:
    """What a finding says: a line where it answers a question, else a remark."""
    if finding is None:
        return None
    line = line_of(finding, ground, notes) if is_answer(finding, ground) else None
    return line or remark_on(finding, ground, notes)


def _item(
    change: Change, was: Line | Remark | None, now: Line | Remark | None, touched: Mapping[str, Touch]
) -> Item:
    moved = [touched[id] for id in change.claims if id in touched] or list(touched.values())
    lost = set(change.was.claims if change.was else ()) - set(change.now.claims if change.now else ())
    because = {touched[id].because or "" for id in lost if id in touched} - {""}
    at = max((touch.at for touch in moved), default=None)
    kind = kinds()[change.finding.kind]
    return Item(change, was, now, kind.section.value, at, tuple(sorted(because)))
