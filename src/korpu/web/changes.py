"""Changes in words, and what people change on pages: the reason that each needs, what is said of it, and its undoing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from korpu.errors import WrongUse
from korpu.ledger.changes import Change
from korpu.ledger.history import Event
from korpu.ledger.log_pages import LogEntry
from korpu.ledger.store import Ledger
from korpu.render.entity_names import name_in_words
from korpu.render.log import action_in_words, came_in_words, decided_in_words, subject_in_words
from korpu.render.source_cards import source_line
from korpu.render.wording.words import Wording
from korpu.web.visit import Visit

LONGEST_REASON = 2000
"""Code points of a reason."""


class Moved(msgspec.Struct, frozen=True):
    """A claim that came or went with a change, and how (`withdraw`, `restore`)."""

    action: str
    claim: str
    words: str


class Done(msgspec.Struct, frozen=True):
    """A change in words.

    Attributes:
        moment: when, in words; `day` and `time` the same apart.
        did: what was done.
        subject: what it was done to; empty where that has no words.
        path: the page of what it was done to; empty where there is none.
        source: of a claim what names its document, of a document who published it and when.
        pairs: the states that the claim is on, by code, two or more; none for anything else.
        details: what came with it, each in a few words.
        moved: the first claims that came or went with it, `more` being how many others did.
        undoing: how it can be undone here (`restore`, `retract`, `undecide`, `unaccept`, `split`, `merge`); empty where it
            cannot, or is no more.
    """

    change: Change
    moment: str
    day: str
    time: str
    did: str
    subject: str
    path: str
    source: str = ""
    parties: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    moved: tuple[Moved, ...] = ()
    more: int = 0
    undoing: str = ""


def reason_in(visit: Visit, text: str) -> str:
    """Return the reason that a form brings, its ends trimmed; empty where it brings none.

    Raises:
        WrongUse: it is too long.
    """
    reason = " ".join(text.split())
    if len(reason) > LONGEST_REASON:
        raise WrongUse(
            visit.interface.text(
                "The reason has {letters} letters; the log keeps up to {most}. Say it in fewer.",
                letters=visit.interface.number(len(reason)),
                most=visit.interface.number(LONGEST_REASON),
            )
        )
    return reason


def given_reason(visit: Visit, text: str) -> str:
    """Return the reason that a form brings, its ends trimmed.

    Raises:
        WrongUse: it brings none, or one that is too long.
    """
    reason = reason_in(visit, text)
    if not reason:
        told = visit.interface.text("Say why, in a few words: the log keeps it with your name and the time.")
        raise WrongUse(told)
    return reason


def change_told(visit: Visit, number: int | None, actions: Sequence[str] = ()) -> Done | None:
    """Return the change of that number in words; None where there is none, it is of none of these actions, or came with another."""
    if number is None:
        return None
    entries = visit.ledger.log_page(before=number + 1, limit=1)
    found = [entry for entry in entries if entry.change.number == number]
    if actions:
        found = [entry for entry in found if entry.change.action in actions]
    if not found:
        return None
    (told,) = changes_told(visit, found)
    return msgspec.structs.replace(
        told, undoing=told.undoing or _judgement_undoing(visit.ledger, told.change)
    )


def _judgement_undoing(ledger: Ledger, change: Change) -> str:
    """How a judgement of names can be undone; for that all their claims are looked at, which a page of the log does not do."""
    if change.action not in ("merge", "split"):
        return ""
    (event,) = ledger.events([change])
    together = {mention.id for mention in ledger.entity(event.name_ids[0]).mentions}
    is_one = not together.isdisjoint(event.other_ids)
    if change.action == "merge":
        return "split" if is_one else ""
    return "" if is_one else "merge"


def changes_told(visit: Visit, entries: list[LogEntry]) -> list[Done]:
    """Return the entries of a page of the log in words, in their order."""
    changes = {change.number: change for entry in entries for change in entry.changes}
    events = {event.change.number: event for event in visit.ledger.events(changes.values())}
    return [_told(visit, entry, events) for entry in entries]


def _told(visit: Visit, entry: LogEntry, events: dict[int, Event]) -> Done:
    say, change = visit.interface.say, entry.change
    event = events[change.number]
    own = (events[one.number] for one in (change, *entry.editions))
    editions = [(one.edition, one.change.because or "") for one in own if one.edition]
    came = sum(entry.came.values())
    followers = (events[one.number] for one in entry.first)
    # What a withdrawal takes with it goes without saying; what another reading moves does not.
    moved = tuple(
        Moved(one.change.action, one.claim.id, say.claim(one.claim))
        for one in followers
        if one.claim and change.action not in ("withdraw", "restore")
    )
    return Done(
        change,
        say.moment(change.at),
        say.date(change.at.date().isoformat()),
        f"{change.at:%H:%M}",
        action_in_words(change.action, say),
        _subject(event, visit),
        _path(event),
        source=_source(event, say),
        parties=event.claim.parties if event.claim else (),
        details=(*_of_dispute(event, say), *came_in_words(change.action, event.claims, came, editions, say)),
        moved=moved,
        more=came - len(moved) if moved else 0,
        undoing=_undoing(visit.ledger, event),
    )


def _subject(event: Event, visit: Visit) -> str:
    say, type = visit.interface.say, event.type or ""
    names, others = (
        tuple(name_in_words(type, name, say) for name in spelled) for spelled in (event.names, event.others)
    )
    return subject_in_words(event.change.action, event.claim, event.card, names, others, say)


def _source(event: Event, say: Wording) -> str:
    card = event.card
    if card is None:
        return ""
    if event.claim:
        return source_line(card, say)
    published = say.label("published", date=say.date(card.published)) if card.published else ""
    return ", ".join(part for part in (card.publisher, published) if part)


def _path(event: Event) -> str:
    folder = "claims" if event.claim else "entities" if event.names else "documents" if event.document else ""
    return f"/{folder}/{event.change.subject}" if folder else ""


def _of_dispute(event: Event, say: Wording) -> tuple[str, ...]:
    told = event.deciding
    return (decided_in_words(len(told.claims), told.preferred is not None, told.undoes, say),) if told else ()


def _undoing(ledger: Ledger, event: Event) -> str:
    """How a change can be undone from a page of the log, where it still holds."""
    change = event.change
    if change.action == "withdraw":
        last = ledger.withdrawal(change.subject)
        return "restore" if last and last.number == change.number else ""
    if change.action == "assert":
        return "retract" if ledger.withdrawal(change.subject) is None else ""
    if change.action == "decide" and event.claim:
        holding = ledger.decisions(event.claim.parties[:2])
        return "undecide" if change.number in {one.number for one in holding} else ""
    if change.action == "accept":
        accepted = ledger.accepted([change.subject]).get(change.subject)
        return "unaccept" if accepted and accepted.number == change.number else ""
    return ""


def undo(visit: Visit, number: int, because: str) -> None:
    """Undo a change of the log.

    Raises:
        WrongUse: it cannot be undone so, or is undone already.
    """
    told = change_told(visit, number)
    if told is None or not told.undoing:
        raise WrongUse(
            visit.interface.text("The change {number} cannot be undone, or is undone already.", number=number)
        )
    if told.undoing == "restore":
        visit.ledger.restore(told.change.subject, because or None)
    elif told.undoing == "retract":
        visit.ledger.retract(told.change.subject, because or visit.interface.text("Undone"))
    elif told.undoing == "undecide":
        visit.ledger.undecide(number, because or None)
    elif told.undoing == "unaccept":
        visit.ledger.unaccept(told.change.subject, because or None)
    else:
        _undo_judgement(visit, told, because or visit.interface.text("Undone"))


def _undo_judgement(visit: Visit, told: Done, because: str) -> None:
    (event,) = visit.ledger.events([told.change])
    if told.undoing == "merge":
        visit.ledger.merge(event.name_ids[0], event.other_ids[0], because, anyway=True)
    else:
        there = {mention.id for mention in visit.ledger.entity(event.name_ids[0]).mentions}
        visit.ledger.split(event.name_ids[0], sorted(there & set(event.other_ids)), because)
