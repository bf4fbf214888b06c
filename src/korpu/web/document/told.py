"""A document in words: its paragraphs in pieces, and beside them what is said of each claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from korpu.claims import Claim
from korpu.coverage import Covered, Verdict
from korpu.document import Span
from korpu.kinds import Section, kinds
from korpu.ledger.changes import Change
from korpu.ledger.document_file import DocumentFile
from korpu.reading.sentences import BlockType
from korpu.render.verified import missed_why
from korpu.render.wording.words import Wording
from korpu.web.document.paragraphs import Paragraph
from korpu.web.document.pieces import cut

SIGNS: Mapping[str, str] = dict(zip((one.value for one in Section), "◆▲■●✦◇△○★□▽", strict=True))
"""What stands for each section beside its colour, for whom colours say nothing."""


class ClaimNote(msgspec.Struct, frozen=True):
    """What stands beside the text of one claim.

    Attributes:
        number: its place among the claims of the document, from 1.
        name: what its kind is called.
        section: the name of the section that it is of, whose colour and sign it has.
        line: the claim as a sentence.
        facts: when it was, an amount, how it is said, by whom, each with its label, where the claim has it.
        rule: the name of the rule that read it; None where a person made it, or the rule was not kept.
        withdrawal: the change by which it was withdrawn; None where it stands.
        replaced_by: the id of the claim that a person made in its place.
        accepted, made: the changes by which a person found it right, or made it.
        paragraph: the number of the paragraph beside which it stands.
    """

    claim: Claim
    number: int
    name: str
    section: str
    sign: str
    line: str
    facts: tuple[tuple[str, str], ...]
    rule: str | None
    withdrawal: Change | None = None
    replaced_by: str | None = None
    accepted: Change | None = None
    made: Change | None = None
    paragraph: int = 0


class MissNote(msgspec.Struct, frozen=True):
    """A sentence that was not understood: where it stands, what it nearly says, and what it lacks."""

    span: Span
    names: tuple[str, ...]
    why: str


class PieceWords(msgspec.Struct, frozen=True):
    """Words of the document, the claims that are made by them, and those whose sentence ends with them.

    Attributes:
        start: where they begin in the document, in code points.
        over: the notes of the claims, those that stand first, and of these the shortest.
    """

    start: int
    text: str
    over: tuple[ClaimNote, ...]
    ends: tuple[ClaimNote, ...]
    missed: bool = False
    miss_ends: bool = False


class ParagraphWords(msgspec.Struct, frozen=True):
    """A paragraph in pieces, with the claims whose sentence begins in it."""

    number: int
    type: BlockType
    goes_on: bool
    pieces: tuple[PieceWords, ...]
    notes: tuple[ClaimNote, ...]
    misses: tuple[MissNote, ...] = ()

    def holds(self, place: int) -> bool:
        """Whether a code point of the document is in it."""
        return self.pieces[0].start <= place < self.pieces[-1].start + len(self.pieces[-1].text)

    @property
    def is_bare(self) -> bool:
        """Whether it has no letter and no figure: the rule of a table."""
        return not any(sign.isalnum() for piece in self.pieces for sign in piece.text)


def notes_of(file: DocumentFile, shown: Iterable[Claim], say: Wording) -> list[ClaimNote]:
    """Return what is said of those claims of a document that are to be shown, in its order."""
    numbers = {claim.id: number for number, claim in enumerate(file.claims, start=1)}
    accepted = _last(file.changes, ("accept", "unaccept"))
    made = {change.subject: change for change in file.changes if change.action == "assert"}
    subjects = {change.number: change.subject for change in made.values()}
    found = []
    for claim in shown:
        kind, withdrawal = kinds().get(claim.kind), file.withdrawals.get(claim.id)
        section = kind.section.value if kind else Section.RELATIONS.value
        found.append(
            ClaimNote(
                claim=claim,
                number=numbers[claim.id],
                name=say.kind(claim.kind),
                section=section,
                sign=SIGNS[section],
                line=say.claim(claim),
                facts=tuple(_facts(claim, say)),
                rule=claim.trace.rule.partition("/")[2] or claim.trace.rule if claim.trace else None,
                withdrawal=withdrawal,
                replaced_by=subjects.get(withdrawal.of_change or 0) if withdrawal else None,
                accepted=accepted.get(claim.id),
                made=made.get(claim.id),
            )
        )
    return found


def _facts(claim: Claim, say: Wording) -> Iterable[tuple[str, str]]:
    labels = say.words["explain"]
    if claim.when:
        told = {"published": say.label("when_published"), "assumed": say.label("when_assumed")}
        how = told.get(claim.when_from or "", "")
        yield labels["when"], say.date(claim.when) + (f" ({how})" if how else "")
    if claim.value:
        yield labels["value"], say.amount(claim.value)
    yield labels["stance"], say.words["stances"][claim.stance]
    if claim.speaker:
        yield labels["speaker"], claim.speaker


def _last(changes: Iterable[Change], actions: tuple[str, str]) -> dict[str, Change]:
    """The last changes of these actions by what they were done to, where that is the first of the two."""
    last: dict[str, Change] = {change.subject: change for change in changes if change.action in actions}
    return {id: change for id, change in last.items() if change.action == actions[0]}


def misses_of(covered: Iterable[Covered], notes: Sequence[ClaimNote], say: Wording) -> list[MissNote]:
    """Return the sentences that were not understood, but for those of which a claim stands all the same."""
    standing = [Span(note.claim.start, note.claim.end) for note in notes if note.withdrawal is None]
    found = []
    for one in covered:
        span = Span(one.start, one.end)
        if one.verdict is Verdict.NOT_UNDERSTOOD and not any(map(span.overlaps, standing)):
            found.append(MissNote(span, tuple(say.kind(kind) for kind in one.kinds), missed_why(one, say)))
    return found


def put_paragraph(
    text: str, paragraph: Paragraph, notes: Sequence[ClaimNote], misses: Sequence[MissNote]
) -> ParagraphWords:
    """Return a paragraph of a text in pieces, each with the notes of the claims that are made by it."""
    within = Span(paragraph.start, paragraph.end)
    over = {note.claim.id: note for note in notes if within.overlaps(_span(note))}
    missed = {f"miss:{miss.span.start}": miss for miss in misses if within.overlaps(miss.span)}
    spans = {id: _span(note) for id, note in over.items()} | {key: miss.span for key, miss in missed.items()}
    pieces = []
    for piece in cut(within, spans):
        lying = [over[key] for key in reversed(piece.over) if key in over]
        ended = [over[key] for key in piece.ends if key in over]
        pieces.append(
            PieceWords(
                start=piece.start,
                text=text[piece.start : piece.end],
                over=tuple(sorted(lying, key=lambda note: note.withdrawal is not None)),
                ends=tuple(sorted(ended, key=lambda note: note.number)),
                missed=any(key in missed for key in piece.over),
                miss_ends=any(key in missed for key in piece.ends),
            )
        )
    return ParagraphWords(
        number=paragraph.number,
        type=paragraph.type,
        goes_on=paragraph.goes_on,
        pieces=tuple(pieces),
        notes=tuple(
            replace(note, paragraph=paragraph.number)
            for note in over.values()
            if within.start <= note.claim.start
        ),
        misses=tuple(miss for miss in missed.values() if within.start <= miss.span.start),
    )


def _span(note: ClaimNote) -> Span:
    return Span(note.claim.start, note.claim.end)
