"""Times: of what time an answer is that changes, and which of the ledger's answers are of the draft's time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from korpu.claims import Claim
from korpu.edtf import Extent, days
from korpu.findings.case import Case
from korpu.findings.dates import begin, is_before
from korpu.findings.names import same_filler
from korpu.kinds import Answer, kinds

HANDOVER = dt.timedelta(days=31)
"""An office does not change hands, nor a mission its address, twice within so many days."""


def is_of_now(draft: Claim) -> bool:
    """Whether a draft tells of the present: it gives no date, or one since which something is so."""
    return draft.when is None or draft.when.endswith("/..")


def is_ahead(claim: Claim, case: Case) -> bool:
    """Whether a claim tells of what is yet to be: as a plan, as an aim, or dated after its document was published."""
    if claim.stance in ("plan", "target"):
        return True
    published, first = days(case.published(claim)), begin(claim.when)
    if claim.stance == "denied" or published is None or first is None:
        return False
    return published.last is not None and first.first is not None and published.last < first.first


def is_of_time(draft: Claim, told: Claim, case: Case) -> bool:
    """Whether the ledger's answer is of the time that the draft's is dated to.

    Of persons in office, what both are sure to cover counts: who left in 2018 and who came in 2018 do not meet.
    """
    mine, theirs = days(draft.when), days(told.when) or days(case.published(told))
    if mine is None or theirs is None:
        return False
    if _is_same_holder(draft, told):
        return mine.overlaps(theirs)
    if not kinds()[draft.kind].lasts:
        return mine.overlaps(theirs)
    if "/" not in (told.when or ""):
        return mine.overlaps(theirs) or _is_near(mine, theirs)
    sure = _sure(told.when or "")
    if "/" not in (draft.when or ""):
        return sure.covers(mine)
    return _meet(_sure(draft.when or ""), sure)


def superseded(facts: Sequence[Claim], case: Case) -> frozenset[str]:
    """Return the ids of the facts that no longer hold, as a later one gives another answer or their term has ended.

    Facts that nothing dates hold only where nothing dates any.
    """
    last_told = {claim.id: _last_day(claim, facts, case) for claim in facts}
    latest = max((day for day in last_told.values() if day is not None), key=_by_days, default=None)
    if latest is None:
        return frozenset()
    return frozenset(id for id, day in last_told.items() if day is None or is_before(day, latest))


def _by_days(found: Extent) -> tuple[str, str]:
    return str(found.first), str(found.last)


def _last_day(claim: Claim, facts: Sequence[Claim], case: Case) -> Extent | None:
    """The last days of which a fact is told: those of its date or at which its term ends, else its document's.

    What is undated is of its document's day only where the document gives no other present answer: a text that names
    two ambassadors does not say that both are in office.
    """
    published = days(case.published(claim))
    if claim.when is not None and not claim.when.endswith("/.."):
        return days(claim.when.rpartition("/")[2])
    if claim.when is not None:
        return max((found for found in (begin(claim.when), published) if found), key=_by_days, default=None)
    others = (one for one in facts if one.document == claim.document and is_of_now(one))
    return published if all(_is_same_answer(claim, one) for one in others) else None


def _is_same_answer(one: Claim, other: Claim) -> bool:
    kind = kinds()[one.kind]
    if kind.answer is not Answer.ROLE:
        return one.value == other.value
    fillers = [claim.roles.get(kind.answer_role or "") for claim in (one, other)]
    if fillers[0] is None or fillers[1] is None:
        return True
    return same_filler(kind, kind.answer_role or "", fillers[0], fillers[1])


def _is_same_holder(draft: Claim, told: Claim) -> bool:
    return kinds()[draft.kind].answer is Answer.ROLE and _is_same_answer(draft, told)


def _sure(when: str) -> Extent:
    """The days that an interval is sure to cover: from the last on which it may begin to the first on which it may end."""
    left, _, right = when.partition("/")
    first, last = days(left if left != ".." else None), days(right if right != ".." else None)
    return Extent(first.last if first else None, last.first if last else None)


def _meet(one: Extent, other: Extent) -> bool:
    starts = [extent.first for extent in (one, other) if extent.first]
    ends = [extent.last for extent in (one, other) if extent.last]
    return not starts or not ends or max(starts) < min(ends)


def _is_near(one: Extent, other: Extent) -> bool:
    """Whether two days, not years, lie close enough for one holder."""
    edges = (one.first, one.last, other.first, other.last)
    known = [edge for edge in edges if edge is not None]
    return len(known) == len(edges) and max(known) - min(known) <= HANDOVER
