"""The log in words: what was done, to what, and what came with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from korpu.claims import Claim
from korpu.document import SourceCard
from korpu.render.source_cards import title_of
from korpu.render.wording.words import Wording
from korpu.translations import translate


def action_in_words(action: str, say: Wording) -> str:
    """Return what was done.

    >>> from korpu.render.wording.words import wording
    >>> action_in_words("withdraw", wording("en"))
    'withdrawn'
    """
    return translate(say.language, "log_actions", action)


def subject_in_words(
    action: str,
    claim: Claim | None,
    card: SourceCard | None,
    names: Sequence[str],
    others: Sequence[str],
    say: Wording,
) -> str:
    """Return what it was done to: a claim by what it says, names by themselves, a document by its title; else nothing."""
    if claim:
        return say.claim(claim)
    if names:
        sign = " ≠ " if action == "split" else " = "
        return sign.join((", ".join(names), ", ".join(others)))
    return title_of(card, say) if card else ""


def came_in_words(
    action: str, claims: int, came: int, editions: Iterable[tuple[int, str]], say: Wording
) -> tuple[str, ...]:
    """Return what came with a change of a document, each in a few words.

    Args:
        claims: how many claims were read in it.
        came: how many changes of claims followed.
        editions: what editions it became, each with its number and source.
    """
    told = []
    if action == "add" or claims:
        code = "new_claims" if action == "reread" else "claims"
        told.append(translate(say.language, "log", code, claims=say.count(claims, "claim")))
    if action in ("withdraw", "restore") and came:
        told.append(translate(say.language, "log", "with_claims", claims=say.count(came, "claim")))
    for number, source in editions:
        told.append(translate(say.language, "log", "edition", number=str(number), source=source))
    return tuple(told)


def decided_in_words(claims: int, is_preferred: bool, undoes: int | None, say: Wording) -> str:
    """Return what was decided of a dispute, or undone.

    >>> from korpu.render.wording.words import wording
    >>> decided_in_words(2, True, None, wording("en")), decided_in_words(2, False, 7, wording("en"))
    ('preferred among 2 claims in dispute', 'undone: 2 claims in dispute, and both sides stay (change 7)')

    Args:
        claims: how many claims it was on.
        is_preferred: whether one of them is preferred, the change's subject.
        undoes: the number of the decision that is undone; None where it is one itself.
    """
    code = "preferred" if is_preferred else "both_stay"
    told = translate(say.language, "log", code, claims=say.count(claims, "claim"))
    return told if undoes is None else translate(say.language, "log", "undone", what=told, number=str(undoes))
