"""Disputes in words: the question, each side with its sentences, and why they do not agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from korpu.dossier.disputes import Dispute, Side, SideAnswer, Voice, disputes_of
from korpu.dossier.tree import Dossier, Source
from korpu.findings.finding import Decided, Reason
from korpu.render.entries import tags_of
from korpu.render.page import Tag
from korpu.render.source_cards import address_of, title_of
from korpu.render.wording.words import Wording


class SaidBy(msgspec.Struct, frozen=True):
    """A sentence with what names its source.

    Attributes:
        claims: the ids of the claims that it makes in the dispute.
        title: of the document, whose id `document` is.
        details: who published it and when.
        speaker: whose words they are; empty where the document says so itself.
        url: where it can be read; empty where that is not known.
        language: of the sentence; None where that is not told.
        marks: what else is to be said of it: an estimate, a copy.
    """

    claims: tuple[str, ...]
    document: str
    quote: str
    title: str
    details: tuple[str, ...]
    speaker: str
    url: str
    language: str | None = None
    marks: tuple[str, ...] = ()


class AnswerWords(msgspec.Struct, frozen=True):
    """An answer, what must be said beside it, and how it stands to the first of its side."""

    text: str
    tags: tuple[Tag, ...]
    voices: tuple[SaidBy, ...]
    reason: str = ""


class SideWords(msgspec.Struct, frozen=True):
    """A side in words; the first of its claims is the one by whose id it is preferred."""

    answers: tuple[AnswerWords, ...]
    claims: tuple[str, ...]
    documents: int
    witnesses: int


class DecidedWords(msgspec.Struct, frozen=True):
    """What a person decided of a dispute, in words.

    Attributes:
        number: of the change by which.
        holds: whether it covers all that contradicts; where not, the dispute is open again.
        preferred: the id of the claim that is preferred; None where both sides stay.
        told: who decided what and when; where it does not hold, what came since.
        because: why; empty where nobody said.
    """

    number: int
    holds: bool
    preferred: str | None
    told: str
    because: str


class DisputeWords(msgspec.Struct, frozen=True):
    """A dispute in words.

    Attributes:
        about: what is asked, or, where sentences do not fit together, nothing.
        reason: why they do not agree, a sentence.
        notes: what else is to be known of it, each a sentence.
        claims: the ids of all claims that stand against each other.
        voices: the sentences that do not fit together; none where there are sides.
        lines: what each claim of these sentences says, by its id.
        decided: what a person decided of it; None where nobody did.
    """

    id: str
    section: str
    about: str
    reason: str
    notes: tuple[str, ...]
    claims: tuple[str, ...]
    sides: tuple[SideWords, ...] = ()
    voices: tuple[SaidBy, ...] = ()
    lines: Mapping[str, str] = {}
    decided: DecidedWords | None = None

    @property
    def is_open(self) -> bool:
        """Whether no decision covers it."""
        return not (self.decided and self.decided.holds)


def disputes_in_words(dossier: Dossier, say: Wording, lines: Mapping[str, str]) -> tuple[DisputeWords, ...]:
    """Return what the dossier's sources do not agree on, in the words of a language, in reading order.

    Args:
        lines: by its id what each claim says of those that do not fit together.
    """
    sources = {source.document: source for source in dossier.sources}
    return tuple(_dispute(dispute, sources, lines, say) for dispute in disputes_of(dossier))


def _dispute(
    dispute: Dispute, sources: Mapping[str, Source], lines: Mapping[str, str], say: Wording
) -> DisputeWords:
    reason, *notes = _sentences(dispute.reason, say)
    return DisputeWords(
        id=dispute.id,
        section=say.section(dispute.section),
        about=say.question(dispute.line.statement) if dispute.line else "",
        reason=reason,
        notes=tuple(notes),
        claims=dispute.claims,
        sides=tuple(_side(side, sources, say) for side in dispute.sides),
        voices=_said_by(dispute.voices, sources, say),
        lines={voice.claim: lines.get(voice.claim, voice.quote) for voice in dispute.voices},
        decided=_decided(dispute.decided, say) if dispute.decided else None,
    )


def _decided(decided: Decided, say: Wording) -> DecidedWords:
    decision = decided.decision
    told = say.reason(Reason(decided.reason.code, decided.reason.details))
    return DecidedWords(decision.number, decided.holds, decision.preferred, told, decision.because or "")


def _sentences(reason: Reason, say: Wording) -> list[str]:
    """The reason's own sentence, and those that are noted beside it."""
    return [say.reason(Reason(code, reason.details)) for code in (reason.code, *reason.notes)]


def _side(side: Side, sources: Mapping[str, Source], say: Wording) -> SideWords:
    answers = tuple(_answer(answer, sources, say) for answer in side.answers)
    return SideWords(answers, side.claims, side.documents, side.witnesses)


def _answer(answer: SideAnswer, sources: Mapping[str, Source], say: Wording) -> AnswerWords:
    statement = answer.statement
    text = say.answer(statement) or say.line(statement)
    # Whose words they are, and which of them are an estimate, stands at each sentence.
    tags = tuple(tag for tag in tags_of(statement, say) if tag.code not in ("speaker", "estimate"))
    reason = say.reason(answer.reason) if answer.reason else ""
    return AnswerWords(text, tags, _said_by(answer.voices, sources, say), reason)


def _said_by(voices: Iterable[Voice], sources: Mapping[str, Source], say: Wording) -> tuple[SaidBy, ...]:
    """The sentences, each once, with their sources."""
    of_sentence: dict[int, list[Voice]] = {}
    for voice in voices:
        of_sentence.setdefault(voice.note, []).append(voice)
    return tuple(_sentence(told, sources[told[0].document], say) for told in of_sentence.values())


def _sentence(told: list[Voice], source: Source, say: Wording) -> SaidBy:
    card = source.card
    dated = (
        say.label("published", date=say.date(card.published))
        if card.published
        else say.label("undated_source")
    )
    marks = [say.label("estimate")] if any(one.stance == "estimate" for one in told) else []
    marks += [say.label("copy_of")] if source.copy_of else []
    return SaidBy(
        claims=tuple(one.claim for one in told),
        document=source.document,
        quote=" ".join(told[0].quote.split()),
        title=title_of(card, say),
        details=tuple(detail for detail in (card.publisher, dated) if detail),
        speaker=next((one.speaker for one in told if one.speaker), ""),
        url=address_of(card),
        language=card.language,
        marks=tuple(marks),
    )
