"""Bearing: whether a claim of the ledger is on a draft's matter, and how its answer stands to the draft's.

Answers are compared as everywhere (`korpu.findings`); only the times are put aside here, as a verdict asks first
what each answer is of, and then whether the two can stand beside each other.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal

import msgspec

from korpu.claims import Claim, RoleValue
from korpu.edtf import days
from korpu.findings.dates import begin_text, compare_dates
from korpu.findings.folding import fold
from korpu.findings.forms import OCCASIONAL, TELLING, is_changing, may_be_one_question
from korpu.findings.names import names, same_filler
from korpu.findings.questions import Question
from korpu.findings.relating import about_another, may_be_several, relate_at_one_time
from korpu.kinds import Answer, Kind, RoleType, kinds
from korpu.verify.record import Record
from korpu.verify.words import dates_turn, words_of

Standing = Literal["same", "refines", "refined", "compatible", "contradicts", "apart"]
"""How the ledger's answer stands to the draft's; `apart` where they cannot be compared (another currency)."""

ALIKE = 0.75
"""The share of their letters that two spellings of one place have in common at least."""

CLAUSE_MARKS = (", ", ": ", "; ", " – ", " — ")
"""What parts the clauses of a sentence."""


def is_on_same_matter(draft: Claim, told: Claim) -> bool:
    """Whether a claim of the ledger answers the draft's question.

    It does where findings would put the two to one question. A draft is one text on one matter, so that it is read
    more kindly than one source beside another: a date or a place that one of the two leaves out may be the other's.
    """
    return may_be_on_same_matter(draft, told) and not about_another(kinds()[draft.kind], draft, told)


def may_be_on_same_matter(draft: Claim, told: Claim) -> bool:
    """Whether `is_on_same_matter` may hold, as far as can be said without the sentences."""
    if draft.kind != told.kind or draft.parties != told.parties:
        return False
    kind = kinds()[draft.kind]
    return (
        is_one_of_series(draft, told) or may_be_one_question(draft, told) or _may_be_same(kind, draft, told)
    )


def is_one_of_series(draft: Claim, told: Claim) -> bool:
    """Whether both tell of one event of a series, which has one on a day: a session, whatever number each gives it."""
    kind = kinds()[draft.kind]
    is_day = draft.when is not None and len(draft.when) == len("2004-03-01") and draft.when == told.when
    return kind.numbered is not None and is_day


def _may_be_same(kind: Kind, draft: Claim, told: Claim) -> bool:
    dated = [found for claim in (draft, told) if (found := days(claim.when))]
    is_apart = len(dated) == 2 and not dated[0].overlaps(dated[1]) and kind.answer is not Answer.WHEN
    if is_apart or is_of_a_period(kind, draft):
        return False
    is_named = not _is_occasional(draft)
    for role in kind.roles:
        if role not in kind.question:
            continue
        one, other = draft.roles.get(role), told.roles.get(role)
        if one is None or other is None:
            is_named &= kind.roles[role] not in TELLING
        elif not same_filler(kind, role, one, other):
            return False
    return is_named or (len(dated) == 2 and dated[0].overlaps(dated[1]))


def is_of_a_period(kind: Kind, draft: Claim) -> bool:
    """Return whether a claim gives an amount that is of its own period alone."""
    return kind.answer is Answer.VALUE and not is_changing(kind, draft.roles) and not _is_occasional(draft)


def _is_occasional(draft: Claim) -> bool:
    role, filler = OCCASIONAL
    return draft.roles.get(role) == filler


def stand(draft: Claim, told: Claim, record: Record) -> Standing:
    """Return how the ledger's answer stands to the draft's, were both told of one time."""
    case = record.case
    kind = kinds()[draft.kind]
    if _differing_role(kind, draft, told):
        return "contradicts"
    if kind.answer is Answer.EXISTS or date_one_turn(draft, told):
        return _compare_times(kind, draft, told)
    theirs = msgspec.structs.replace(told, value=case.value(told), stance="fact", trace=None)
    if is_changing(kind, told.roles):
        theirs = msgspec.structs.replace(theirs, when=told.when or case.published(told))
    mine = _with_answer(kind, theirs, draft)
    question = Question(
        kind, told.parties, told.roles, told.when, is_changing(kind, told.roles), (mine, theirs)
    )
    match = relate_at_one_time(question, mine, theirs, case)
    if match.relation == "not_comparable":
        of_clauses = _of_its_clause(mine, draft), _of_its_clause(theirs, told)
        match = relate_at_one_time(question, *of_clauses, case)
    if match.relation == "refines":
        return "refined" if match.forward else "refines"
    if match.relation == "contradicts" and _may_be_several(question, draft, told, record):
        return "apart"
    return match.relation if match.relation in ("same", "compatible", "contradicts") else "apart"


def _may_be_several(question: Question, draft: Claim, told: Claim, record: Record) -> bool:
    """Whether there may be several of what the two tell of, and nothing says that both tell of the one in one town."""
    if may_be_several(question, draft, told, record.case) is None:
        return False
    return not record.towns_in(draft) & record.towns_in(told)


def _of_its_clause(answer: Claim, claim: Claim) -> Claim:
    """An answer with no more of its claim's sentence than the words around the amount: the rest is of other things."""
    amount = words_of(claim, "value")
    if amount is None:
        return answer
    start, end = amount.start - claim.start, amount.end - claim.start
    before = max(claim.quote.rfind(mark, 0, start) for mark in CLAUSE_MARKS) + 1
    after = min(
        (place for mark in CLAUSE_MARKS if (place := claim.quote.find(mark, end)) >= 0),
        default=len(claim.quote),
    )
    return msgspec.structs.replace(answer, quote=claim.quote[before:after])


def date_one_turn(draft: Claim, told: Claim) -> bool:
    """Return whether both date when one and the same answer, of those that change, came about («raised to»)."""
    kind = kinds()[draft.kind]
    one, other = draft.roles.get(kind.answer_role or ""), told.roles.get(kind.answer_role or "")
    if kind.answer_role is None or one is None or other is None:
        return False
    return dates_turn(draft) and dates_turn(told) and same_filler(kind, kind.answer_role, one, other)


def differing_part(draft: Claim, told: Claim) -> str:
    """Return in what two answers differ that contradict each other: `value`, `when` or `role:NAME`."""
    kind = kinds()[draft.kind]
    role = _differing_role(kind, draft, told) or kind.answer_role
    if date_one_turn(draft, told):
        return "when"
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
        quote=draft.quote,
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
