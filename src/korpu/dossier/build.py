"""Arrange the findings on two states for reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from korpu.claims import Claim, Value
from korpu.coverage import Coverage
from korpu.document import SourceCard
from korpu.dossier.layout import NEWEST_FIRST
from korpu.dossier.lines import OUTCOMES, is_ahead, is_answer, is_gap, line_of, question_of
from korpu.dossier.notes import Notes
from korpu.dossier.statements import Ground, by_kind, manner, subject_of
from korpu.dossier.tables import tables_of
from korpu.dossier.tree import Dossier, Note, Remark, Section, Source
from korpu.edtf import sort_key
from korpu.findings.finding import Finding, Reason
from korpu.findings.values import scaled
from korpu.kinds import Answer, kinds
from korpu.kinds import Section as SectionName

HOLDING = ("single", "agreed", "disputed")
QUESTION_STATUSES = (*HOLDING, "superseded")


def build(
    pair: tuple[str, str],
    claims: Iterable[Claim],
    findings: Iterable[Finding],
    cards: Mapping[str, SourceCard],
    as_of: str | None = None,
    copies: Mapping[str, str] | None = None,
    coverage: Mapping[str, Coverage] | None = None,
) -> Dossier:
    """Return the dossier on a pair of states; the order of the arguments' items changes nothing.

    Args:
        claims: those that the dossier may show; a claim that no finding rests on gets a line of its own.
        findings: on these claims, as of the same day.
        cards: source cards by document id.
        as_of: the day that the findings are as of, EDTF.
        copies: documents that copy another as a whole, with the one that stands for both.
        coverage: how many sentences of each document were understood, by document id.
    """
    known = {claim.id: claim for claim in claims if set(pair) <= set(claim.parties)}
    found = [finding for finding in findings if known.keys() >= set(finding.claims)]
    ground = Ground(known, cards, amounts_of(found, known))
    notes = Notes()
    answers = [*found, *_alone(found, known)]
    sections = tuple(_section(name, answers, ground, notes) for name in SectionName)
    numbered = notes.all()
    sources = sources_of(numbered, cards, copies or {}, coverage or {})
    return Dossier(
        pair=pair,
        as_of=as_of,
        newest=max((s.card.published for s in sources if s.card.published), key=sort_key, default=None),
        claims=sum(len(note.claims) for note in numbered),
        witnesses=len({source.copy_of or source.document for source in sources}),
        undated=sum(1 for source in sources if source.card.published is None),
        sections=sections,
        disputed=tuple(line for section in sections for line in section.all_lines() if line.is_disputed),
        misfits=tuple(remark for section in sections for remark in section.remarks if remark.is_disputed),
        notes=numbered,
        sources=sources,
    )


def amounts_of(findings: Iterable[Finding], claims: Mapping[str, Claim]) -> dict[str, Value]:
    """Return the values of claims without a unit for which a finding works one out: what one of a table's counts."""
    amounts: dict[str, Value] = {}
    for finding in findings:
        one = finding.value
        if (
            finding.status != "inferred"
            or finding.reason.code != "unit_inferred"
            or one is None
            or not one.unit
        ):
            continue
        for claim in (claims[id] for id in finding.claims):
            if claim.value is not None and claim.value.unit is None:
                amounts[claim.id] = scaled(claim.value, one.unit, int(one.amount))
    return amounts


def _alone(findings: Iterable[Finding], claims: Mapping[str, Claim]) -> list[Finding]:
    """A finding of its own for each claim that answers no question of the others (a plan, a denial)."""
    told = {id for finding in findings if finding.status in QUESTION_STATUSES for id in finding.claims}
    told |= {
        id
        for finding in findings
        if finding.status in OUTCOMES
        for id in finding.claims
        if manner(claims[id].stance) == "ahead"
    }
    return [
        Finding(
            kind=claim.kind, parties=claim.parties, roles=claim.roles, when=claim.when, value=claim.value,
            status="single", reason=Reason("one_claim"), claims=(id,), documents=1, witnesses=1,
        )
        for id, claim in sorted(claims.items())
        if id not in told
    ]  # fmt: skip


def _section(name: SectionName, findings: Sequence[Finding], ground: Ground, notes: Notes) -> Section:
    declared = kinds()
    ours = [
        finding for finding in findings if finding.kind in declared and declared[finding.kind].section is name
    ]
    # Numbers follow the order of reading, so lines are put in order before their sentences are numbered.
    ours.sort(key=lambda finding: _reading_order(finding, ground, name))
    answers = [finding for finding in ours if is_answer(finding, ground)]
    present, past = _split_superseded(answers, ground)
    tables, rest = tables_of(name, present, ground, notes)
    lines = []
    for found in by_kind(rest).values():
        for finding in found:
            line = line_of(finding, ground, notes, past.pop(_asked(finding, ground), ()))
            lines += [line] if line else []
    return Section(
        name=name.value,
        tables=tables,
        lines=tuple(lines),
        remarks=tuple(
            remark_on(finding, ground, notes) for finding in ours if not is_answer(finding, ground)
        ),
    )


def _asked(finding: Finding, ground: Ground) -> tuple[object, ...]:
    """What tells the question of a finding from others; plans are apart from what is so."""
    return (*question_of(finding), is_ahead(finding, ground))


def _split_superseded(
    findings: Sequence[Finding], ground: Ground
) -> tuple[list[Finding], dict[tuple[object, ...], list[Finding]]]:
    """What holds, and by question what a finding that holds supersedes; what nothing does stays among the first.

    What changes and is told of no time stands with what is superseded, where another answer is dated.
    """
    asked = {_asked(finding, ground) for finding in findings if finding.status != "superseded"}
    holding = [finding for finding in findings if finding.status in HOLDING]
    dated = {_asked(finding, ground) for finding in holding if _is_dated(finding, ground)}
    present: list[Finding] = []
    past: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        question = _asked(finding, ground)
        is_past = finding.status == "superseded" and question in asked
        is_undated = finding.status in HOLDING and question in dated and not _is_dated(finding, ground)
        if is_past or (is_undated and kinds()[finding.kind].changes):
            past.setdefault(question, []).append(finding)
        else:
            present.append(finding)
    return present, past


def _is_dated(finding: Finding, ground: Ground) -> bool:
    claims = [ground.claims[id] for id in finding.claims]
    return any(claim.when or ground.published(claim) for claim in claims)


def _reading_order(finding: Finding, ground: Ground, section: SectionName) -> tuple[object, ...]:
    claims = [ground.claims[id] for id in finding.claims]
    kind = kinds()[finding.kind]
    roles = [str(finding.roles.get(role, "")) for role in kind.question if role in kind.roles]
    whens = [claim.when for claim in claims if claim.when]
    when = finding.when or min(whens, key=sort_key, default=None)
    first, rest = sort_key(when)
    time: object = (
        [-ord(sign) for sign in first] if section in NEWEST_FIRST and when else [ord(s) for s in first]
    )
    # A thing that changes is looked for by what it is about (whose ambassador), an event by its time.
    about = roles if kind.changes or kind.answer is Answer.ROLE else []
    ahead = finding.status in OUTCOMES or all(manner(claim.stance) == "ahead" for claim in claims)
    return ahead, about, when is None, time, rest, roles, finding.status, finding.claims


def remark_on(finding: Finding, ground: Ground, notes: Notes) -> Remark:
    """Return what a finding that answers no question says, or which gap it is."""
    claims = sorted((ground.claims[id] for id in finding.claims), key=ground.order)
    subject = subject_of(finding) if is_gap(finding, ground) else None
    return Remark(finding.reason, notes.refer(claims), finding.status, subject, finding.decided)


def sources_of(
    notes: Sequence[Note],
    cards: Mapping[str, SourceCard],
    copies: Mapping[str, str],
    coverage: Mapping[str, Coverage],
) -> tuple[Source, ...]:
    """Return the documents that the notes are of, by publication."""
    numbers: dict[str, list[int]] = {}
    for note in notes:
        numbers.setdefault(note.document, []).append(note.number)
    sources = [
        Source(
            document,
            cards.get(document, SourceCard()),
            tuple(found),
            copies.get(document),
            coverage.get(document),
        )
        for document, found in numbers.items()
    ]
    return tuple(sorted(sources, key=lambda source: (sort_key(source.card.published), source.document)))
