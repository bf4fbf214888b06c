"""Bearing: whether a claim of the ledger is on a draft's matter, and how its answer stands to the draft's.

Answers are compared as everywhere (`korpu.findings`); only the times are put aside here, as a verdict asks first
what each answer is of, and then whether the two can stand beside each other.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal

import msgspec

from korpu.claims import Claim, RoleValue
from korpu.document import SourceCard
from korpu.edtf import days
from korpu.findings.case import Case
from korpu.findings.comparing import compare_at_one_time
from korpu.findings.dates import begin_text, compare_dates
from korpu.findings.folding import fold
from korpu.findings.names import names, same_filler
from korpu.findings.questions import OCCASIONAL, TELLING, ask, is_changing
from korpu.kinds import Answer, Kind, RoleType, kinds

Standing = Literal["same", "refines", "refined", "compatible", "contradicts", "apart"]
"""How the ledger's answer stands to the draft's; `apart` where they cannot be compared (another currency)."""

ALIKE = 0.75
"""The share of their letters that two spellings of one place have in common at least."""

_DRAFT = "draft"
"""The document of a draft's answer, told anew as if in the time of the ledger's."""


def is_on_same_matter(draft: Claim, told: Claim) -> bool:
    """Whether a claim of the ledger answers the draft's question.

    It does where findings would put the two to one question. A draft is one text on one matter, so that it is read
    more kindly than one source beside another: a date or a place that one of the two leaves out may be the other's.
    """
    if draft.kind != told.kind or draft.parties != told.parties:
        return False
    kind = kinds()[draft.kind]
    return is_one_of_series(draft, told) or len(ask((draft, told))) == 1 or _may_be_same(kind, draft, told)


def is_one_of_series(draft: Claim, told: Claim) -> bool:
    """Whether both tell of one event of a series, which has one on a day: a session, whatever number each gives it."""
    kind = kinds()[draft.kind]
    is_day = draft.when is not None and len(draft.when) == len("2004-03-01") and draft.when == told.when
    return kind.numbered is not None and is_day


def _may_be_same(kind: Kind, draft: Claim, told: Claim) -> bool:
    is_occasional = draft.roles.get(OCCASIONAL[0]) == OCCASIONAL[1]
    is_period = kind.answer is Answer.VALUE and not is_changing(kind, draft.roles) and not is_occasional
    dated = [found for claim in (draft, told) if (found := days(claim.when))]
    if is_period or (len(dated) == 2 and not dated[0].overlaps(dated[1]) and kind.answer is not Answer.WHEN):
        return False
    is_named = not is_occasional
    for role in kind.roles:
        if role not in kind.question:
            continue
        one, other = draft.roles.get(role), told.roles.get(role)
        if one is None or other is None:
            is_named &= kind.roles[role] not in TELLING
        elif not same_filler(kind, role, one, other):
            return False
    return is_named or (len(dated) == 2 and dated[0].overlaps(dated[1]))


def stand(draft: Claim, told: Claim, case: Case) -> Standing:
    """Return how the ledger's answer stands to the draft's, were both told of one time.

    Args:
        case: the ledger's claims; it gives the unit that was worked out for a table.
    """
    kind = kinds()[draft.kind]
    if _differing_role(kind, draft, told):
        return "contradicts"
    if kind.answer is Answer.EXISTS:
        return _compare_times(kind, draft, told)
    theirs = msgspec.structs.replace(told, value=case.value(told), stance="fact", trace=None)
    if is_changing(kind, told.roles):
        theirs = msgspec.structs.replace(theirs, when=told.when or case.published(told))
    cards = dict(case.cards) | {_DRAFT: case.cards.get(told.document, SourceCard())}
    comparison = compare_at_one_time(_with_answer(kind, theirs, draft), theirs, cards)
    if comparison.relation == "refines":
        return "refines" if comparison.left == theirs.id else "refined"
    if comparison.relation in ("same", "compatible", "contradicts"):
        return comparison.relation
    return "apart"


def differing_part(draft: Claim, told: Claim) -> str:
    """Return in what two answers differ that contradict each other: `value`, `when` or `role:NAME`."""
    kind = kinds()[draft.kind]
    role = _differing_role(kind, draft, told) or kind.answer_role
    if role is not None:
        return f"role:{role}"
    return "value" if kind.answer is Answer.VALUE else "when"


def _differing_role(kind: Kind, draft: Claim, told: Claim) -> str | None:
    """The role in which two claims of one dated event differ: they tell of another place, or of another number."""
    dates = [found for claim in (draft, told) if (found := days(claim.when))]
    if kind.answer is not Answer.WHEN or len(dates) < 2 or not dates[0].overlaps(dates[1]):
        return None
    telling = [role for role, type in kind.roles.items() if type is RoleType.PLACE]
    if kind.numbered and is_one_of_series(draft, told):
        telling.insert(0, kind.numbered)
    both = [role for role in telling if role in draft.roles and role in told.roles]
    differing = (r for r in both if not _is_spelt_alike(kind, r, draft.roles[r], told.roles[r]))
    return next(differing, None)


def _is_spelt_alike(kind: Kind, role: str, one: RoleValue, other: RoleValue) -> bool:
    """Whether two fillers are the same, or names of places in two spellings («Ankara», «Anqara»)."""
    if same_filler(kind, role, one, other):
        return True
    first, second = fold(", ".join(names(one))), fold(", ".join(names(other)))
    return kind.roles[role] is RoleType.PLACE and SequenceMatcher(None, first, second).ratio() >= ALIKE


def _with_answer(kind: Kind, told: Claim, draft: Claim) -> Claim:
    """The ledger's claim with the draft's answer."""
    roles = dict(told.roles)
    if kind.answer is Answer.ROLE and kind.answer_role is not None:
        roles.pop(kind.answer_role, None)
        if kind.answer_role in draft.roles:
            roles[kind.answer_role] = draft.roles[kind.answer_role]
    return msgspec.structs.replace(
        told,
        document=_DRAFT,
        roles=roles,
        value=draft.value if kind.answer is Answer.VALUE else told.value,
        when=draft.when if kind.answer is Answer.WHEN else told.when,
    )


def _compare_times(kind: Kind, draft: Claim, told: Claim) -> Standing:
    """How the dates stand of what simply is so; of a thing that is there since a date, the dates of its begin."""
    if draft.when is None:
        return "same"
    mine, theirs = days(draft.when), days(told.when)
    if kind.recurs and mine and theirs and "/" in (told.when or "") and theirs.covers(mine):
        return "same"
    one, other = draft.when, told.when
    if other is not None and one.endswith("/..") and other.endswith("/.."):
        one, other = begin_text(one), begin_text(other)
    match = compare_dates(one, other)
    if match.relation == "refines":
        return "refined" if match.forward else "refines"
    return match.relation if match.relation in ("same", "compatible", "contradicts") else "apart"
