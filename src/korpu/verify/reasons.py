"""Reasons: why a verdict is what it is, with the answers that its sentence names."""

from __future__ import annotations

from korpu.claims import Claim, Value
from korpu.findings.case import Case
from korpu.findings.dates import begin_text
from korpu.findings.finding import Reason
from korpu.findings.names import names
from korpu.findings.values import write
from korpu.verify.checked import Correction

NAMING = frozenset({"differs", "sides", "none_says", "superseded", "plan_differs"})
"""Reasons whose sentence names both answers: one sentence each for amounts, dates and names."""
DATED = frozenset({"ended", "done"})
"""Reasons whose sentence names the date of what the ledger tells, where it has one."""


def reason_for(code: str, draft: Claim, correction: Correction | None, case: Case) -> Reason:
    """Return the reason of a verdict, its sentence filled with the draft's answer and with the ledger's.

    Args:
        code: a name of the translations' reasons without its beginning, `draft_`, and its ending.
    """
    told = correction.claim if correction else None
    details: dict[str, str] = {}
    if told is not None and (date := told.when or case.published(told)):
        details["date"] = begin_text(date)
    if code in DATED:
        return Reason(f"draft_{code}_date" if told and told.when else f"draft_{code}", details)
    if code not in NAMING or correction is None or told is None or correction.part is None:
        return Reason(f"draft_{code}", details if code not in NAMING else {})
    mine = _written(draft, draft.value, correction.part)
    theirs = _written(told, correction.value, correction.part)
    if mine is None or theirs is None:
        return Reason(f"draft_{code}")
    notes = ("unit_was_inferred",) if correction.value != told.value else ()
    sort = correction.part if correction.part in ("value", "when") else "name"
    if code == "superseded" and "date" not in details:
        return Reason(f"draft_differs_{sort}", {"draft": mine, "told": theirs}, notes)
    return Reason(f"draft_{code}_{sort}", {"draft": mine, "told": theirs} | details, notes)


def _written(claim: Claim, value: Value | None, part: str) -> str | None:
    """A part of a claim in the plain form that translations format."""
    if part == "when":
        return claim.when
    if part == "value":
        return write(value) if value else None
    filler = claim.roles.get(part.removeprefix("role:"))
    return ", ".join(names(filler)) if filler is not None else None
