"""Parts by verb: what case alone does not tell, as a bare object or who is done to («X-in təltif edilməsi»)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from korpu.clauses import Part
from korpu.languages.az.nesting import TAKING_PART
from korpu.languages.az.phrases.phrase import Phrase
from korpu.languages.az.predicates import NOMINAL, Predicate
from korpu.languages.az.verbs import Form

if TYPE_CHECKING:
    from korpu.languages.az.clauses import Segment

_ACTORS = frozenset({"person", "state", "pointer", "place", "people", "company"})
_HELD = {"Ins": Part.PARTNER, "Acc": Part.OBJECT, "Loc": Part.PLACE}
"""Names that are no verb's object without an ending."""


def part_by_verb(segment: Segment, phrase: Phrase, part: Part | None) -> Part:
    """Return the part by case, save for a participle's noun and for a bare object right before its verb."""
    predicate = segment.predicate
    if (
        segment.embedded and phrase.last > segment.last and phrase.type != "date"
    ):  # «açılan səfirlik» opens, «açdığı səfirlik» is opened
        relative = predicate is not None and predicate.form.form in (Form.DONE, Form.WILL)
        taken = [TAKING_PART[c] for c in predicate.concepts if c in TAKING_PART] if predicate else []
        if relative and taken:
            return Part.OBJECT if phrase.type in _ACTORS else taken[0]
        return Part.OBJECT if relative and predicate and predicate.active else Part.SUBJECT
    bare = part in (Part.SUBJECT, Part.MODIFIER) or (part is None and phrase.type == "mission")
    if (
        bare
        and (phrase.type not in _ACTORS or _is_post(phrase, predicate))
        and predicate
        and predicate.active
        and (phrase.type == "help" or phrase.last + 1 in (predicate.first, predicate.phrase.first))
    ):
        return Part.OBJECT
    if phrase.type == "mission" and part is Part.SUBJECT and predicate and _is_apart(phrase, predicate):
        done = predicate.form.form is Form.DONE and predicate.active and phrase.has("Acc")
        return Part.OBJECT if done else Part.AGENT  # «səfirliyi … açdığını»
    if phrase.type == "mission" and part is Part.OWNER and predicate and predicate.is_of_doer:
        return Part.AGENT
    if (
        phrase.type == "person"
        and part is Part.OWNER
        and predicate
        and _is_done_to(segment, phrase, predicate)
    ):
        return Part.OBJECT
    if part is None and phrase.features.case in _HELD:  # changed in, or taken from, another fact
        return _HELD[phrase.features.case]
    return part or Part.SUBJECT


def _is_done_to(segment: Segment, phrase: Phrase, event: Predicate) -> bool:
    """Whether a genitive is whom an event befalls, and who does the rest stands before («X Y-nin təltif edilməsi haqqında …»)."""
    owned = event.form.noun is not None and bool(event.form.noun.possessor)
    doers = (p for p in segment.phrases if p.last < phrase.first and p.type == "person" and p.value)
    return (
        event.form.form is Form.DOING and owned and not event.active
        and any(p.features.case == "Nom" for p in doers)
    )  # fmt: skip


def _is_post(phrase: Phrase, predicate: Predicate | None) -> bool:
    """«X-i Y-yə səfir təyin edib»: as what someone is appointed."""
    unnamed = phrase.type == "person" and not phrase.value and "mission_head" in phrase.attributes
    return unnamed and predicate is not None and "appoint" in predicate.concepts


def _is_apart(phrase: Phrase, event: Predicate) -> bool:
    """Whether a bare noun is no part of a nominalised event: «səfirlik klubun yaradılması barədə …» founds nothing."""
    owned = event.form.noun is not None and bool(event.form.noun.possessor)
    return owned and event.form.form in NOMINAL and phrase.last + 1 not in (event.first, event.phrase.first)
