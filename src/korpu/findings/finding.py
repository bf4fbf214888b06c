"""The finding: what the claims on one question, or on several, add up to."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from korpu.claims import RoleValue, Value, content_id
from korpu.decisions import Decision
from korpu.translations import translate

Status = Literal["single", "agreed", "superseded", "disputed", "inferred", "met", "missed", "open", "unknown"]
Relation = Literal["same", "refines", "compatible", "supersedes", "contradicts", "not_comparable"]


class Reason(msgspec.Struct, frozen=True):
    """Why something was found: a code of the translations' `reasons`, and what fills its sentence.

    Attributes:
        code: the sentence's name.
        details: figures, dates and words, each in the plain form that `korpu.translations` formats.
        notes: further sentences, filled from the same details.
    """

    code: str
    details: dict[str, str] = {}
    notes: tuple[str, ...] = ()

    def sentence(self, language: str = "en") -> str:
        """Return the reason in one sentence or a few, in `language`.

        >>> Reason("one_claim").sentence()
        'One sentence says so.'
        """
        codes = (self.code, *self.notes)
        return " ".join(translate(language, "reasons", code, **self.details) for code in codes)


class Comparison(msgspec.Struct, frozen=True):
    """How two claims stand to each other: `left` is the same as, refines, supersedes … `right`."""

    left: str
    right: str
    relation: Relation
    reason: Reason


class Decided(msgspec.Struct, frozen=True):
    """What a person decided of a dispute.

    Attributes:
        newer: the ids of the claims that contradict and were not before the person, sorted: the dispute is open again.
        reason: who decided what, when and why, as a sentence; and what came since.
    """

    decision: Decision
    newer: tuple[str, ...]
    reason: Reason

    @property
    def holds(self) -> bool:
        """Whether all that contradicts was before the person who decided."""
        return not self.newer


class Finding(msgspec.Struct, frozen=True):
    """What some claims add up to.

    Attributes:
        kind: the kind of the claims that it is about.
        parties: two states or more, sorted.
        roles: the roles of the question, and the one that holds the answer where it is settled.
        when: EDTF: the period asked about, or the date that answers the question; None without one.
        value: the amount shown as the answer; None where there is none, or where the sources disagree.
            For a unit worked out, what one of the table's figures counts (1000 USD).
        status: how things stand.
        reason: why.
        claims: the ids of the claims that it rests on, sorted.
        comparisons: how their answers stand to each other, one for each pair of different answers,
            and one that ties each further claim to the first that gives the same answer.
        documents: how many documents these claims stand in.
        witnesses: how many of them are witnesses of their own; documents that copy each other are one.
        preferred: of a dispute, the id of the claim whose answer a person, or a rule that the user named, puts first.
        decided: of a dispute, what a person decided; None where nobody did.
        known_as: the id that it has without what was decided, by which it is known; empty where nobody decided.
        sort: the sort of finding, by the name of the module that finds it (`answers`, `targets`, `sums`, `gaps` …).
    """

    kind: str
    parties: tuple[str, ...]
    roles: dict[str, RoleValue]
    when: str | None
    value: Value | None
    status: Status
    reason: Reason
    claims: tuple[str, ...]
    comparisons: tuple[Comparison, ...] = ()
    documents: int = 0
    witnesses: int = 0
    preferred: str | None = None
    decided: Decided | None = None
    known_as: str = ""
    sort: str = ""

    @property
    def id(self) -> str:
        """Sixteen hex digits from what is found and what it rests on; what is decided of it changes nothing."""
        return self.known_as or content_id(
            self.kind, self.parties, sorted(self.roles.items()), self.when, self.value, self.status,
            self.reason.code, sorted(self.reason.details.items()), self.reason.notes, self.claims,
        )  # fmt: skip


def decided_fields(decided: Decided | None, language: str) -> dict[str, Any] | None:
    """Return what JSON says of what a person decided of a dispute; None where nobody did."""
    if decided is None:
        return None
    sentence = decided.reason.sentence(language)
    return {
        **msgspec.structs.asdict(decided.decision),
        "holds": decided.holds,
        "newer": decided.newer,
        "sentence": sentence,
    }


def to_json(finding: Finding, language: str = "en") -> bytes:
    """Return the finding as one line of JSON, its reasons as sentences in `language`, without a line end."""
    return msgspec.json.encode(
        {
            "id": finding.id,
            "kind": finding.kind,
            "parties": finding.parties,
            "roles": finding.roles,
            "when": finding.when,
            "value": finding.value,
            "status": finding.status,
            "reason": finding.reason.sentence(language),
            "reason_code": finding.reason.code,
            "claims": finding.claims,
            "documents": finding.documents,
            "witnesses": finding.witnesses,
            "preferred": finding.preferred,
            "decided": decided_fields(finding.decided, language),
            "comparisons": [
                {
                    "left": comparison.left,
                    "right": comparison.right,
                    "relation": comparison.relation,
                    "reason": comparison.reason.sentence(language),
                    "reason_code": comparison.reason.code,
                }
                for comparison in finding.comparisons
            ],
        }
    )
