"""Proposals: what a draft could say instead, in its own language and words where that can be done soundly."""

from __future__ import annotations

import msgspec

from korpu.claims import Claim
from korpu.document import Span
from korpu.dossier.tree import Statement
from korpu.findings.names import names
from korpu.render.rewording import rewording
from korpu.render.wording.words import Wording, wording
from korpu.translations import translate
from korpu.verify import Checked
from korpu.verify.words import words_of


class Mend(msgspec.Struct, frozen=True):
    """Words to put in the place of a draft's own, which stay within one sentence.

    Attributes:
        span: the draft's words, in code points of the document.
    """

    span: Span
    words: str


def mend(checked: Checked, language: str) -> Mend | None:
    """Return what to put where in the draft; None where nothing is to be mended or that cannot be done soundly.

    Where sources conflict, neither side is put into the draft for good.

    Args:
        language: the draft's, by its tag.
    """
    if checked.correction is None or checked.verdict == "conflicting":
        return None
    return _mend(checked.claim, _told(checked), checked.correction.part, wording(language))


def propose(checked: Checked, language: str) -> str | None:
    """Return the wording proposed for a draft's claim, None where there is nothing to mend.

    It is the draft's sentence with the ledger's figure, date or name in the place of its own; where the language
    cannot put it there soundly, the ledger's answer as a sentence of its own. Where sources conflict, the other side
    stands beside the draft's.

    Args:
        language: the draft's, by its tag.
    """
    if checked.correction is None:
        return None
    part, told = checked.correction.part, _told(checked)
    say = wording(language)
    if checked.verdict == "conflicting":
        return _beside(checked.claim.quote, _answer(told, part, say), language)
    return _instead(checked.claim, told, part, say) or f"{_line(told, say)}."


def _told(checked: Checked) -> Claim:
    """The ledger's claim that corrects the draft's, as it is to be told in the draft."""
    assert checked.correction is not None
    told = msgspec.structs.replace(checked.correction.claim, value=checked.correction.value)
    if checked.verdict == "plan_not_fact" and told.stance not in ("plan", "target"):
        told = msgspec.structs.replace(told, stance="plan")  # it is dated after its document
    return told


def _instead(draft: Claim, told: Claim, part: str | None, say: Wording) -> str | None:
    """The draft's sentence with the part that the ledger tells otherwise."""
    found = _mend(draft, told, part, say)
    if found is None:
        return None
    start, end = found.span.start - draft.start, found.span.end - draft.start
    return _without_mark(draft.quote[:start] + found.words + draft.quote[end:])


def _mend(draft: Claim, told: Claim, part: str | None, say: Wording) -> Mend | None:
    words = words_of(draft, part)
    if words is None or part is None:
        return None
    start, end = words.start - draft.start, words.end - draft.start
    form = rewording(say.language)
    if form is not None and part == "value":
        end = form.amount_end(draft.quote, end)
    new = _anew(draft.quote[start:end], draft, told, part, say)
    if new is None:
        return None
    if start == 0 and draft.quote[:1].isupper():
        new = say.grammar.capitalise(new)
    return Mend(Span(draft.start + start, draft.start + end), new)


def _anew(written: str, draft: Claim, told: Claim, part: str, say: Wording) -> str | None:
    """The ledger's figure, date or name in the form in which the draft's is written."""
    form = rewording(say.language)
    if form is None:
        return None
    if part == "value":
        both = draft.value, told.value
        return form.amount(written, both[0], both[1], say.words) if both[0] and both[1] else None
    if part == "when":
        stated = draft.when_from == "stated"
        return form.date(written, draft.when, told.when) if draft.when and told.when and stated else None
    role = part.removeprefix("role:")
    mine, theirs = draft.roles.get(role), told.roles.get(role)
    if mine is None or theirs is None or len(names(mine)) != 1 or len(names(theirs)) != 1:
        return None
    return form.name(written, names(mine)[0], names(theirs)[0])


def _beside(sentence: str, answer: str, language: str) -> str:
    """The draft's sentence with the other side in brackets, before its full stop."""
    plain = _without_mark(sentence)
    body = plain.rstrip(".!?…")
    return body + translate(language, "verify", "other_source", answer=answer) + plain[len(body) :]


def _without_mark(sentence: str) -> str:
    """The sentence on one line, without the dash or dot that makes it an item of a list."""
    return " ".join(sentence.split()).lstrip("-–—•* ")


def _answer(told: Claim, part: str | None, say: Wording) -> str:
    if part == "value" and told.value is not None:
        return say.amount(told.value)
    if part == "when" and told.when is not None:
        return say.date(told.when)
    role = (part or "").removeprefix("role:")
    return say.filler(told.kind, role, told.roles[role]) if role in told.roles else _line(told, say)


def _line(claim: Claim, say: Wording) -> str:
    return say.line(
        Statement(claim.kind, claim.parties, claim.roles, claim.when, claim.value, claim.stance, ())
    )
