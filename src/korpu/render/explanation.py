"""Why Körpü says so: a claim down to its words, a finding down to its claims, in the words of a language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from korpu.claims import CONTRACT_FIELDS, Claim, Stance, Step
from korpu.document import Document, SourceCard
from korpu.dossier.tree import Statement
from korpu.findings.finding import Finding
from korpu.how import parse_how
from korpu.kinds import kinds
from korpu.render.wording.words import Wording, wording
from korpu.translations import DEFAULT, formats, table, translate


class Way(msgspec.Struct, frozen=True):
    """One step: how a part of the claim came to be.

    Attributes:
        how: the step's term, as the trace has it.
        told: the same in words.
        words: the words of the document that decided it; empty where none did.
        start, end: where they stand in the document, in code points; -1 where there are none.
    """

    how: str
    told: str
    words: str
    start: int
    end: int


class Point(msgspec.Struct, frozen=True):
    """One part of a claim: its name (`role:sender`, `when`), its label and filler in words, and its steps."""

    part: str
    label: str
    filler: str
    ways: tuple[Way, ...]


class DocumentLine(msgspec.Struct, frozen=True):
    """The document that a claim was read from."""

    id: str
    card: SourceCard


class ExplainedClaim(msgspec.Struct, frozen=True):
    """A claim with the words and steps that it was read by.

    Attributes:
        id: the claim's.
        line: what it says, as a sentence.
        claim: the contract's fields.
        rule: the name of the rule; None where its trace was not kept.
        cues: the concepts that the rule goes by, alternatives apart by `|`.
    """

    id: str
    line: str
    claim: dict[str, object]
    document: DocumentLine
    rule: str | None
    cues: tuple[str, ...]
    points: tuple[Point, ...]

    @property
    def quote(self) -> str:
        """The sentence."""
        return str(self.claim["quote"])

    @property
    def start(self) -> int:
        """Where the sentence begins in the document."""
        return int(str(self.claim["start"]))


class ExplainedComparison(msgspec.Struct, frozen=True):
    """How one claim of a finding stands to another, by their ids, and why."""

    left: str
    right: str
    relation: str
    told: str
    reason: str


class ExplainedFinding(msgspec.Struct, frozen=True):
    """A finding with all that it rests on."""

    id: str
    line: str
    kind: str
    status: str
    told: str
    """The status in words."""
    reason: str
    claims: tuple[ExplainedClaim, ...]
    comparisons: tuple[ExplainedComparison, ...]
    decided: str = ""
    """Of a dispute, who decided what, when and why; empty where nobody did."""


def explain_claim(claim: Claim, document: Document, language: str) -> ExplainedClaim:
    """Return how a claim was read from its document, in the words of a language (`az` or `en`)."""
    say = wording(language)
    steps: defaultdict[str, list[Step]] = defaultdict(list)
    for step in claim.trace.steps if claim.trace else ():
        steps[step.part].append(step)
    points = [
        Point(part, label, filler, tuple(_way(step, claim, document, say) for step in steps.get(part, ())))
        for part, label, filler in _parts(claim, say)
    ]
    rule = claim.trace.rule if claim.trace else None
    frames = [frame for frame in kinds()[claim.kind].frames if rule == f"{claim.kind}/{frame.name}"]
    return ExplainedClaim(
        id=claim.id,
        line=say.claim(claim),
        claim={field: getattr(claim, field) for field in CONTRACT_FIELDS},
        document=DocumentLine(document.id, document.card),
        rule=rule,
        cues=frames[0].cues if frames else (),
        points=tuple(points),
    )


def explain_finding(
    finding: Finding, claims: Iterable[Claim], documents: Mapping[str, Document], language: str
) -> ExplainedFinding:
    """Return what a finding rests on: `claims` are its claims, `documents` theirs, by id."""
    say = wording(language)
    own = {claim.id: claim for claim in claims}
    told = [own[id] for id in finding.claims]
    return ExplainedFinding(
        id=finding.id,
        line=_headline(finding, own, say),
        kind=finding.kind,
        status=finding.status,
        told=translate(language, "statuses", finding.status),
        reason=finding.reason.sentence(language),
        claims=tuple(explain_claim(claim, documents[claim.document], language) for claim in told),
        comparisons=tuple(
            ExplainedComparison(
                comparison.left,
                comparison.right,
                comparison.relation,
                translate(language, "relations", comparison.relation),
                comparison.reason.sentence(language),
            )
            for comparison in finding.comparisons
        ),
        decided=finding.decided.reason.sentence(language) if finding.decided else "",
    )


def to_json(explained: ExplainedClaim | ExplainedFinding) -> bytes:
    """Return an explanation as one line of JSON, without a line end; `explains` says of what it is."""
    what = "claim" if isinstance(explained, ExplainedClaim) else "finding"
    return msgspec.json.encode({"explains": what, **msgspec.structs.asdict(explained)})


def _statement(claim: Claim) -> Statement:
    return Statement(claim.kind, claim.parties, claim.roles, claim.when, claim.value, claim.stance, ())


def _headline(finding: Finding, claims: Mapping[str, Claim], say: Wording) -> str:
    """What is found; where sources contradict each other, what one says and what the other does."""
    for comparison in finding.comparisons:
        if comparison.relation == "contradicts":
            left, right = (_statement(claims[id]) for id in (comparison.left, comparison.right))
            return f"{say.line(left)} ≠ {say.answer(right)}"
    stance = _shared_stance([claims[id] for id in finding.claims])
    return say.line(
        Statement(finding.kind, finding.parties, finding.roles, finding.when, finding.value, stance, ())
    )


def _shared_stance(claims: Sequence[Claim]) -> Stance:
    stances = {claim.stance for claim in claims}
    return stances.pop() if len(stances) == 1 else "fact"


def _parts(claim: Claim, say: Wording) -> Iterable[tuple[str, str, str]]:
    """Each part of a claim that is filled: its name, its label, and its filler in words."""
    language = say.language
    yield "trigger", translate(language, "explain", "trigger"), claim.kind
    for role in kinds()[claim.kind].roles:
        if role in claim.roles:
            label = translate(language, "roles", role)
            yield f"role:{role}", label, say.filler(claim.kind, role, claim.roles[role])
    fillers = {
        "when": say.date(claim.when) if claim.when else "",
        "value": say.amount(claim.value) if claim.value else "",
        "parties": say.grammar.listed([say.state(code) for code in claim.parties]),
        "stance": translate(language, "stances", claim.stance),
        "speaker": claim.speaker or translate(language, "explain", "itself"),
    }
    for part, filler in fillers.items():
        if filler:
            yield part, translate(language, "explain", part), filler


def _way(step: Step, claim: Claim, document: Document, say: Wording) -> Way:
    words = document.text[step.start : step.end] if 0 <= step.start < step.end else ""
    span = (step.start, step.end) if words else (-1, -1)
    return Way(step.how, how_in_words(step.how, claim, document.card, say), " ".join(words.split()), *span)


def how_in_words(how: str, claim: Claim, card: SourceCard, say: Wording) -> str:
    """Return a step's term and detail in words; a term that has none (of an older reader) as it is."""
    term, detail = parse_how(how)
    variant, shown = _variant(term, detail, claim, card, say)
    known = table(say.language)["how"].keys() | table(DEFAULT)["how"].keys()
    code = next((code for code in (f"{term}:{variant}", term) if code in known), None)
    return translate(say.language, "how", code, detail=shown) if code else how


def _variant(term: str, detail: str, claim: Claim, card: SourceCard, say: Wording) -> tuple[str, str]:
    """Which of a term's sentences fits, and what stands in it for the detail."""
    offset = re.fullmatch(r"([+-])(\d+)(\w*)", detail)
    if offset:
        sign, count, unit = offset.groups()
        sides = {"+": "after", "-": "before"}
        return ("same" if int(count) == 0 else sides[sign]), _span(int(count), unit, say)
    if term == "counted_from":
        if claim.when_from == "document":
            return "last", say.date(detail)
        given = "card" if card.published else "text"
        return ("assumed" if claim.when_from == "assumed" else given), say.date(detail)
    if term in ("said", "in_pair", "home"):
        return "", say.grammar.listed([say.state(code) for code in detail.split()])
    if term == "role":
        return "", table(say.language)["roles"].get(detail, detail)
    if term == "unit_of":
        return detail.rpartition(":")[2], ""
    return detail.partition(":")[0], ""


def _span(count: int, unit: str, say: Wording) -> str:
    days = {"W": 7}
    years = {"C": 100, "decade": 10}
    letter = "D" if unit in days else "Y" if unit in years else unit
    return formats.span(f"P{count * (days | years).get(unit, 1)}{letter}", say.words)
