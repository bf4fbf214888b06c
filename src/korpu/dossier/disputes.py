"""Disputes: what a dossier's sources do not agree on, side by side, with every sentence of each side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from korpu.claims import Stance, content_id
from korpu.dossier.tree import Attribution, Dossier, Line, Note, Remark, Statement
from korpu.findings.finding import Decided, Reason
from korpu.findings.witness import witnesses


class Voice(msgspec.Struct, frozen=True):
    """One claim of a side: its sentence, where that stands, and whose words it is.

    Attributes:
        note: the number of the sentence.
        speaker: None where the document says so itself.
        stance: None where the sentence makes several claims.
    """

    claim: str
    note: int
    document: str
    quote: str
    speaker: str | None = None
    stance: Stance | None = None


class SideAnswer(msgspec.Struct, frozen=True):
    """One answer of a side, and who gives it.

    Attributes:
        reason: how it stands to the answer that the dossier shows; None for that one, and for those against it.
    """

    statement: Statement
    voices: tuple[Voice, ...]
    reason: Reason | None = None


class Side(msgspec.Struct, frozen=True):
    """Answers that can all be right, and how many say so.

    Attributes:
        answers: the fullest first.
        documents: how many documents say so.
        witnesses: how many of them are witnesses of their own.
    """

    answers: tuple[SideAnswer, ...]
    documents: int
    witnesses: int

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims of all its answers."""
        return tuple(voice.claim for answer in self.answers for voice in answer.voices)


class Dispute(msgspec.Struct, frozen=True):
    """A question on which sources disagree, or sentences that do not fit together.

    Attributes:
        section: the name of the section that it stands in.
        line: the finding; None where sentences do not fit together.
        remark: why they do not fit together; None for a finding.
        sides: two or more, that of the answer shown first; of a remark none.
        voices: of a remark, its sentences.
        decided: what a person decided of it; None where nobody did.
    """

    section: str
    reason: Reason
    line: Line | None = None
    remark: Remark | None = None
    sides: tuple[Side, ...] = ()
    voices: tuple[Voice, ...] = ()
    decided: Decided | None = None

    @property
    def is_open(self) -> bool:
        """Whether no person decided of all that stands against each other in it."""
        return not (self.decided and self.decided.holds)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that stand against each other, sorted."""
        of_sides = (id for side in self.sides for id in side.claims)
        return tuple(sorted({*of_sides, *(voice.claim for voice in self.voices)}))

    @property
    def id(self) -> str:
        """Sixteen hex digits, the same as long as the claims are."""
        return content_id(*self.claims)


def disputes_of(dossier: Dossier) -> tuple[Dispute, ...]:
    """Return what the sources do not agree on, in reading order: in each section the findings first."""
    notes = {note.number: note for note in dossier.notes}
    copies = {source.document: source.copy_of for source in dossier.sources if source.copy_of}
    found: list[Dispute] = []
    for section in dossier.sections:
        for line in section.all_lines():
            if line.is_disputed:
                sides = tuple(_sides(line, notes, copies))
                found.append(Dispute(section.name, line.reason, line, sides=sides, decided=line.decided))
        for remark in section.remarks:
            if remark.is_disputed:
                voices = tuple(_sentences(remark.notes, notes))
                decided = remark.decided
                found.append(Dispute(section.name, remark.reason, None, remark, (), voices, decided))
    return tuple(found)


def _sides(line: Line, notes: Mapping[int, Note], copies: Mapping[str, str]) -> Iterator[Side]:
    numbers = sorted({rival.side for rival in line.rivals if rival.side is not None} | {0})
    for number in numbers:
        told = [(rival.statement, rival.reason) for rival in line.rivals if rival.side == number]
        answers = [SideAnswer(line.statement, _voices(line.statement, notes))] if number == 0 else []
        for statement, reason in told:
            # Of an answer against the one that is shown it is only known how it stands to that one.
            answers.append(SideAnswer(statement, _voices(statement, notes), reason if number == 0 else None))
        voices = [voice for answer in answers for voice in answer.voices]
        yield Side(tuple(answers), len({voice.document for voice in voices}), witnesses(voices, copies))


def _voices(statement: Statement, notes: Mapping[int, Note]) -> tuple[Voice, ...]:
    return tuple(
        Voice(
            told.claim, told.note, note.document, note.quote, _speaker(told.note, statement.attributions), told.stance
        )
        for told in statement.told
        for note in (notes[told.note],)
    )  # fmt: skip


def _speaker(note: int, attributions: Iterable[Attribution]) -> str | None:
    """Who says a sentence, where it is not the document itself."""
    return next(
        (one.speaker for one in attributions if one.speaker and (not one.notes or note in one.notes)), None
    )


def _sentences(numbers: Iterable[int], notes: Mapping[int, Note]) -> Iterator[Voice]:
    for number in numbers:
        note = notes[number]
        for claim in note.claims:
            yield Voice(claim, number, note.document, note.quote)
