"""Words: where a draft's claim says a part of what it claims, by the steps in which it was read."""

from __future__ import annotations

from collections.abc import Iterator

from korpu.claims import Claim
from korpu.document import Span
from korpu.findings.names import names
from korpu.kinds import Answer, kinds


def answer_part(claim: Claim) -> str | None:
    """Return the part of a claim that answers its question: `value`, `when` or `role:NAME`; None where it only is so.

    >>> claim = Claim("company.count", ("PE", "UY"), {}, "2021", "stated", None, "fact", None, "a" * 64, 0, 1, "a")
    >>> answer_part(claim)
    'value'
    """
    kind = kinds()[claim.kind]
    if kind.answer is Answer.ROLE:
        return f"role:{kind.answer_role}"
    return {Answer.VALUE: "value", Answer.WHEN: "when"}.get(kind.answer)


def words_of(claim: Claim, part: str | None) -> Span | None:
    """Return the words of the claim's own sentence that give a part of it, None where they are not there.

    Of a name the words of the name alone, with its ending.
    """
    for step in claim.trace.steps if claim.trace and part else ():
        span = Span(step.start, step.end)
        if step.part != part or not _is_within(claim, span):
            continue
        if not step.part.startswith("role:"):
            return span
        found = _name_within(claim, step.part.removeprefix("role:"), span)
        if found is not None:
            return found
    if part is not None and part.startswith("role:"):
        return _name_within(claim, part.removeprefix("role:"), Span(claim.start, claim.end))
    return None


def marked_words(claim: Claim, part: str | None) -> tuple[Span, ...]:
    """Return the words to mark in the claim's sentence: those of the part, else of its answer, else what tells its kind."""
    for wanted in (part, answer_part(claim), "when"):
        found = words_of(claim, wanted)
        if found is not None:
            return (found,)
    return tuple(dict.fromkeys(_spans(claim, "trigger"))) or (Span(claim.start, claim.end),)


def dates_turn(claim: Claim) -> bool:
    """Return whether a claim's sentence dates when its answer came about («raised to»), and not only when it was so."""
    words = {f"concept:{concept}" for concept in kinds()[claim.kind].turned_by}
    steps = claim.trace.steps if claim.trace else ()
    return claim.when is not None and any(step.part == "trigger" and step.how in words for step in steps)


def _spans(claim: Claim, part: str) -> Iterator[Span]:
    for step in claim.trace.steps if claim.trace else ():
        span = Span(step.start, step.end)
        if step.part == part and _is_within(claim, span):
            yield span


def _is_within(claim: Claim, span: Span) -> bool:
    return span.start < span.end and Span(claim.start, claim.end).covers(span)


def _name_within(claim: Claim, role: str, span: Span) -> Span | None:
    filler = claim.roles.get(role)
    words = claim.quote[span.start - claim.start : span.end - claim.start]
    for name in names(filler) if filler is not None else ():
        place = words.find(name)
        if place >= 0 and words.count(name) == 1:
            end = place + len(name)
            while end < len(words) and (words[end].isalnum() or words[end] in "-’'"):
                end += 1
            return Span(span.start + place, span.start + end)
    return None
