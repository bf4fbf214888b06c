"""What is said of a draft's claim: a verdict, its reason, and the claims of the ledger that it rests on."""

from __future__ import annotations

from typing import Literal

import msgspec

from korpu.claims import Claim, Value
from korpu.findings.finding import Reason

Verdict = Literal["supported", "contradicted", "conflicting", "out_of_date", "plan_not_fact", "not_in_ledger"]

Bearing = Literal["same", "refines", "refined", "compatible", "contradicts", "earlier", "ahead", "denied", "ended"]  # fmt: skip
"""How a claim of the ledger bears on a draft's claim.

It says the `same`, or the same more exactly (`refines`) or less exactly (`refined`); it leaves room for it
(`compatible`) or none (`contradicts`); it was so `earlier`; it is only planned or aimed at (`ahead`); it is
`denied`; it has `ended`.
"""


class Evidence(msgspec.Struct, frozen=True):
    """A claim of the ledger, and how it bears on the draft's."""

    claim: Claim
    bearing: Bearing


class Correction(msgspec.Struct, frozen=True):
    """A claim of the ledger whose answer should stand in the draft's place, or beside it where sources disagree.

    Attributes:
        part: what of the draft's claim it replaces: `value`, `when` or `role:NAME`; None where all of it is to be
            told anew, as of a plan that has happened.
        value: the claim's value, with the unit that was worked out for it, if one was.
    """

    claim: Claim
    part: str | None = None
    value: Value | None = None


class Checked(msgspec.Struct, frozen=True):
    """A draft's claim and what the ledger says of it.

    Attributes:
        claim: the draft's.
        reason: why the verdict is what it is.
        evidence: what it rests on, the most telling first; empty where the ledger says nothing on the matter.
        correction: what to write instead; None where nothing is to be mended, or nothing is known to write.
    """

    claim: Claim
    verdict: Verdict
    reason: Reason
    evidence: tuple[Evidence, ...] = ()
    correction: Correction | None = None
