"""What the API answers: the same objects as the command line prints as JSON lines, page by page."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

from korpu.claims import CONTRACT_FIELDS, Claim, RoleValue, Stance, Trace, Value, WhenFrom
from korpu.coverage import Coverage
from korpu.document import SourceCard
from korpu.findings.finding import Relation, Status
from korpu.ledger.changes import Change
from korpu.ledger.documents import StoredDocument
from korpu.ledger.named import Named
from korpu.ledger.pairs import PairCount
from korpu.ledger.search import Passage
from korpu.verify import Bearing, Verdict

DRAFT_CODE_POINTS = 100_000
"""Code points that a draft has at most; to read so many takes some seconds."""
DraftText = Annotated[str, msgspec.Meta(min_length=1, max_length=DRAFT_CODE_POINTS)]
PairText = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z]{2}-[A-Za-z]{2}$", max_length=5)]
DateText = Annotated[str, msgspec.Meta(pattern=r"^[0-9X]{4}(-[0-9]{2}){0,2}~?$", max_length=11)]
InstantText = Annotated[str, msgspec.Meta(pattern=r"^[0-9X]{4}[-0-9T:.+ Z~]*$", max_length=40)]


class ClaimAnswer(msgspec.Struct, frozen=True):
    """A claim: one thing that one document says, in one place, about a relation between states (see `korpu.claims.Claim`)."""

    id: str
    kind: str
    parties: tuple[str, ...]
    roles: dict[str, RoleValue]
    when: str | None
    when_from: WhenFrom | None
    value: Value | None
    stance: Stance
    speaker: str | None
    document: str
    start: int
    end: int
    quote: str


def claim_answer(claim: Claim) -> ClaimAnswer:
    """Return a claim with its id."""
    return ClaimAnswer(claim.id, *(getattr(claim, field) for field in CONTRACT_FIELDS))


class PairsAnswer(msgspec.Struct, frozen=True):
    """Pairs of states in the order of their codes."""

    pairs: tuple[PairCount, ...]
    next: str | None


class ClaimsAnswer(msgspec.Struct, frozen=True):
    """Claims of two states in the order of the dates that they give; those without come last."""

    claims: tuple[ClaimAnswer, ...]
    next: str | None


class ClaimDetails(msgspec.Struct, frozen=True):
    """A claim with its document's source card, how it was read, and the change by which it was withdrawn, if it was."""

    claim: ClaimAnswer
    source: SourceCard
    trace: Trace | None
    withdrawal: Change | None


class ComparisonAnswer(msgspec.Struct, frozen=True):
    """How two claims stand to each other: `left` is the same as, refines, supersedes … `right`."""

    left: str
    right: str
    relation: Relation
    reason: str
    reason_code: str


class DecidedAnswer(msgspec.Struct, frozen=True):
    """What a person decided of a dispute (see `korpu.decisions.Decision`), in a sentence."""

    number: int
    claims: tuple[str, ...]
    preferred: str | None
    author: str | None
    at: dt.datetime
    because: str | None
    holds: bool
    newer: tuple[str, ...]
    sentence: str


class FindingAnswer(msgspec.Struct, frozen=True):
    """What some claims add up to (see `korpu.findings.Finding`), its reason as a sentence."""

    id: str
    kind: str
    parties: tuple[str, ...]
    roles: dict[str, RoleValue]
    when: str | None
    value: Value | None
    status: Status
    reason: str
    reason_code: str
    claims: tuple[str, ...]
    documents: int
    witnesses: int
    preferred: str | None
    decided: DecidedAnswer | None
    comparisons: tuple[ComparisonAnswer, ...]


class FindingsAnswer(msgspec.Struct, frozen=True):
    """Findings in the order of the dossier."""

    findings: tuple[FindingAnswer, ...]
    next: str | None


class Cited(msgspec.Struct, frozen=True):
    """A sentence that says so, with what is known of its document."""

    claims: tuple[str, ...]
    document: str
    start: int
    end: int
    quote: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None


class StatementAnswer(msgspec.Struct, frozen=True):
    """One answer to a question, in words and in parts, with its sentences."""

    text: str
    kind: str
    parties: tuple[str, ...]
    roles: dict[str, RoleValue]
    when: str | None
    when_from: WhenFrom | None
    value: Value | None
    stance: Stance
    evidence: tuple[Cited, ...]


class RivalAnswer(msgspec.Struct, frozen=True):
    """Another answer to the same question, and how it stands to the one that it is given with."""

    relation: Relation
    text: str
    kind: str
    parties: tuple[str, ...]
    roles: dict[str, RoleValue]
    when: str | None
    when_from: WhenFrom | None
    value: Value | None
    stance: Stance
    evidence: tuple[Cited, ...]
    reason: str
    reason_code: str


class Outcome(msgspec.Struct, frozen=True):
    """How a plan or a target came out."""

    text: str
    evidence: tuple[Cited, ...]


class StateLine(msgspec.Struct, frozen=True):
    """A line of the state of relations: a finding with its evidence and what speaks against it.

    What was worked out (a sum that holds), or is not known (its status is `unknown`), has a text, a reason's code and evidence,
    and lacks the rest.
    """

    section: str
    status: Status
    text: str
    reason_code: str
    decided: DecidedAnswer | None
    evidence: tuple[Cited, ...]
    kind: str | UnsetType = UNSET
    parties: tuple[str, ...] | UnsetType = UNSET
    roles: dict[str, RoleValue] | UnsetType = UNSET
    when: str | UnsetType | None = UNSET
    when_from: WhenFrom | UnsetType | None = UNSET
    value: Value | UnsetType | None = UNSET
    stance: Stance | UnsetType = UNSET
    reason: str | UnsetType = UNSET
    documents: int | UnsetType = UNSET
    witnesses: int | UnsetType = UNSET
    preferred: bool | UnsetType = UNSET
    others: tuple[RivalAnswer, ...] | UnsetType = UNSET
    earlier: tuple[StatementAnswer, ...] | UnsetType = UNSET
    outcome: tuple[Outcome, ...] | UnsetType = UNSET


class StateAnswer(msgspec.Struct, frozen=True):
    """The state of relations of two states as of a day, in the order of the dossier's sections."""

    pair: tuple[str, str]
    as_of: str | None
    lines: tuple[StateLine, ...]
    next: str | None


class DossierSection(msgspec.Struct, frozen=True):
    """A section of a dossier: its first lines, and how many it has; `…/state?section=NAME` has all."""

    name: str
    title: str
    count: int
    lines: tuple[StateLine, ...]


class DossierSource(msgspec.Struct, frozen=True):
    """A document that the dossier refers to; one that copies another as a whole is no witness of its own."""

    document: str
    card: SourceCard
    copy_of: str | None
    coverage: Coverage | None


class DossierAnswer(msgspec.Struct, frozen=True):
    """The dossier on two states: what it rests on, its sections, and the first of its sources."""

    pair: tuple[str, str]
    as_of: str | None
    title: str
    summary: str
    newest: str | None
    claims: int
    findings: int
    disputed: int
    witnesses: int
    sections: tuple[DossierSection, ...]
    documents: int
    sources: tuple[DossierSource, ...]


class DocumentsAnswer(msgspec.Struct, frozen=True):
    """Documents, the latest published first; those without a date come last."""

    documents: tuple[StoredDocument, ...]
    next: str | None


class DocumentAnswer(msgspec.Struct, frozen=True):
    """A document with its text and the claims that stand, in the order of the text.

    `withdrawal` is the change by which it was withdrawn; None where it stands.
    """

    id: str
    card: SourceCard
    text: str
    coverage: Coverage | None
    recorded_at: dt.datetime | None
    withdrawal: Change | None
    claims: tuple[ClaimAnswer, ...]


class HitAnswer(msgspec.Struct, frozen=True):
    """A document that holds the words: its card, the sentences that hold them, and the claims whose quotes do."""

    id: str
    origin: str | None
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None
    passages: tuple[Passage, ...]
    claims: tuple[ClaimAnswer, ...]


class SearchAnswer(msgspec.Struct, frozen=True):
    """What holds the words: the latest documents first, and on the first page the names."""

    hits: tuple[HitAnswer, ...]
    entities: tuple[Named, ...]
    next: str | None


class LogAnswer(msgspec.Struct, frozen=True):
    """Changes of the ledger, the last first; what came with a change stands behind it, at most five of each."""

    changes: tuple[Change, ...]
    next: str | None


class Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A draft to be held against the ledger. Nothing of it is kept.

    Attributes:
        text: its text.
        pair: only what it claims of these two states, such as `az-kz`.
        as_of: leave out what the ledger tells of later times, EDTF.
        known_at: answer as the ledger would have at this date or instant.
        published: the day from which «last year» counts, EDTF.
        language: of verdicts and reasons.
    """

    text: DraftText
    pair: PairText | None = None
    as_of: DateText | None = None
    known_at: InstantText | None = None
    published: DateText | None = None
    language: Literal["az", "en"] = "az"


class Words(msgspec.Struct, frozen=True):
    """Words of the draft: `text` stands at `[start, end)`, in code points."""

    start: int
    end: int
    text: str


class VerifiedEvidence(msgspec.Struct, frozen=True):
    """A claim of the ledger, how it bears on the draft's, and its sentence."""

    bearing: Bearing
    claim: str
    document: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    start: int
    end: int
    quote: str


class Proposed(msgspec.Struct, frozen=True):
    """A wording that may stand in the draft's place, and the claim that it rests on."""

    text: str
    claim: str
    document: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    quote: str


class Lack(msgspec.Struct, frozen=True):
    """What a sentence that was not understood nearly claimed, and what it lacks for that."""

    kind: str
    lacks: tuple[str, ...]


class VerifiedLine(msgspec.Struct, frozen=True):
    """A claim of the draft and what the ledger says of it; or a sentence that was not understood, and what it lacks."""

    verdict: Verdict | Literal["not_understood"]
    sentence: str
    start: int
    end: int
    claim: ClaimAnswer | None
    evidence: tuple[VerifiedEvidence, ...]
    proposed: Proposed | None
    reason: str | UnsetType = UNSET
    reason_code: str | UnsetType = UNSET
    words: tuple[Words, ...] | UnsetType = UNSET
    lacks: tuple[Lack, ...] | UnsetType = UNSET


class VerifiedAnswer(msgspec.Struct, frozen=True):
    """What the ledger says of each claim of the draft, in its order; then the sentences that were not understood."""

    lines: tuple[VerifiedLine, ...]
