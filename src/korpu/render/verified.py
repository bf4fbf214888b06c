"""A draft that was held against the ledger, in words: its sentences with their marks, and what is said of each claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import get_args

import msgspec

from korpu.claims import Claim
from korpu.coverage import Covered
from korpu.coverage import Verdict as Understood
from korpu.document import Document, SourceCard, Span
from korpu.render.proposal import propose
from korpu.render.rewording import rewording
from korpu.render.source_cards import address_of, source_line
from korpu.render.wording.words import Wording, wording
from korpu.translations import translate
from korpu.verify import Checked, Evidence, Verdict
from korpu.verify.words import marked_words, words_of

MOST_EVIDENCE = 6
"""Sentences of the ledger that are shown for a claim; the others are counted."""


class EvidenceWords(msgspec.Struct, frozen=True):
    """A sentence of the ledger: how it bears on the draft's claim, its words, and where it stands.

    Attributes:
        claim: the id of the ledger's claim.
    """

    lead: str
    quote: str
    source: str
    url: str = ""
    claim: str = ""


class ClaimWords(msgspec.Struct, frozen=True):
    """What is said of one claim of the draft.

    Attributes:
        number: its number in the draft, from 1.
        verdict: the code; `label` in words.
        evidence: the most telling sentences; `more` says how many others there are.
        proposed: what to write instead, and `source` what says so; empty where nothing is to be mended.
    """

    number: int
    verdict: Verdict
    label: str
    reason: str
    evidence: tuple[EvidenceWords, ...]
    proposed: str
    source: str
    more: int = 0


class Mark(msgspec.Struct, frozen=True):
    """Words of the draft that a claim is told by, in code points of the document."""

    span: Span
    number: int
    verdict: Verdict


class SentenceWords(msgspec.Struct, frozen=True):
    """A stretch of the draft: a sentence, a row, a heading.

    Attributes:
        start: where it begins in the document.
        text: its words as they stand.
        opens: whether a paragraph begins with it.
        missed: why it was not understood; empty where it was, or claims nothing.
    """

    start: int
    text: str
    opens: bool
    marks: tuple[Mark, ...] = ()
    claims: tuple[ClaimWords, ...] = ()
    missed: str = ""


class VerifiedPage(msgspec.Struct, frozen=True):
    """A draft in words, with what the ledger says of it.

    Attributes:
        counts: each verdict that was given: code, words, how often.
        missed: the sentences that were not understood.
    """

    language: str
    title: str
    name: str
    summary: str
    counts: tuple[tuple[str, str, int], ...]
    sentences: tuple[SentenceWords, ...]
    labels: Mapping[str, str]

    @property
    def missed(self) -> tuple[SentenceWords, ...]:
        """The sentences that the reader could not understand."""
        return tuple(sentence for sentence in self.sentences if sentence.missed)


def put_verified_into_words(
    name: str,
    draft: Document,
    covered: Sequence[Covered],
    checked: Sequence[Checked],
    cards: Mapping[str, SourceCard],
    language: str,
    draft_language: str = "az",
) -> VerifiedPage:
    """Return a draft that was held against the ledger in a language (`az` or `en`).

    Args:
        name: what the draft is called: its file's name.
        covered: what the reader made of each of its sentences.
        cards: the source cards of the ledger's documents.
        draft_language: the language that wordings are proposed in.

    Raises:
        korpu.translations.NotTranslated: there is no such language.
    """
    say = wording(language)
    ordered = sorted(checked, key=lambda one: one.claim.start)
    numbers = {one.claim.id: number for number, one in enumerate(ordered, start=1)}
    sentences = []
    for span, opens, one in _stretches(draft.text, covered):
        here = [c for c in ordered if one and span.start <= c.claim.start < span.end]
        sentences.append(
            SentenceWords(
                start=span.start,
                text=draft.text[span.start : span.end],
                opens=opens,
                marks=tuple(_marks(here, numbers, draft.text, draft_language)),
                claims=tuple(_claim(c, numbers[c.claim.id], cards, say, draft_language) for c in here),
                missed=missed_why(one, say) if one else "",
            )
        )
    summary = _label(say, "counts", claims=str(len(checked)), sentences=str(len(covered)))
    return VerifiedPage(
        language=language,
        title=_label(say, "title"),
        name=name,
        summary=summary if checked else _label(say, "nothing"),
        counts=_counts(checked, sentences, say),
        sentences=tuple(sentences),
        labels={code: _label(say, code) for code in ("proposed", "missed", "made_by")},
    )


def _counts(
    checked: Sequence[Checked], sentences: Sequence[SentenceWords], say: Wording
) -> tuple[tuple[str, str, int], ...]:
    """Each verdict that was given, in words, and how often; and how many sentences were not understood."""
    counts = Counter[str](one.verdict for one in checked)
    counts["not_understood"] = sum(bool(sentence.missed) for sentence in sentences)
    codes = (*get_args(Verdict), "not_understood")
    return tuple((code, say.words["verdicts"][code], counts[code]) for code in codes if counts[code])


def _label(say: Wording, code: str, **slots: str) -> str:
    return translate(say.language, "verify", code, **slots)


def _stretches(text: str, covered: Sequence[Covered]) -> list[tuple[Span, bool, Covered | None]]:
    """The draft in stretches: its sentences, and the headings between them, with whether a paragraph begins there."""
    found: list[tuple[Span, bool, Covered | None]] = []
    place = 0

    def between(start: int, end: int) -> None:
        for line in text[start:end].splitlines(keepends=True):
            if line.strip():
                at = start + len(line) - len(line.lstrip())
                found.append((Span(at, at + len(line.strip())), True, None))
            start += len(line)

    for one in sorted(covered, key=lambda one: one.start):
        if one.start < place:
            continue
        between(place, one.start)
        opens = not found or "\n" in text[found[-1][0].end : one.start]
        found.append((Span(one.start, one.end), opens, one))
        place = one.end
    between(place, len(text))
    return found


def _marks(
    checked: Sequence[Checked], numbers: Mapping[str, int], text: str, draft_language: str
) -> list[Mark]:
    """The words of each claim, amounts with what belongs to them; of words that two share the first has them."""
    marks: list[Mark] = []
    form = rewording(draft_language)
    for one in checked:
        part = one.correction.part if one.correction else None
        for span in marked_words(one.claim, part):
            if form is not None and span == words_of(one.claim, "value"):
                span = Span(span.start, min(form.amount_end(text, span.end), one.claim.end))
            if not any(span.overlaps(mark.span) for mark in marks):
                marks.append(Mark(span, numbers[one.claim.id], one.verdict))
    return sorted(marks, key=lambda mark: mark.span)


def _claim(
    checked: Checked, number: int, cards: Mapping[str, SourceCard], say: Wording, draft_language: str
) -> ClaimWords:
    proposed = propose(checked, draft_language) or ""
    source = _source(checked.correction.claim, cards, say) if checked.correction and proposed else ""
    return ClaimWords(
        number=number,
        verdict=checked.verdict,
        label=say.words["verdicts"][checked.verdict],
        reason=say.reason(checked.reason),
        evidence=tuple(_evidence(one, cards, say) for one in checked.evidence[:MOST_EVIDENCE]),
        more=max(len(checked.evidence) - MOST_EVIDENCE, 0),
        proposed=proposed,
        source=source,
    )


def _evidence(evidence: Evidence, cards: Mapping[str, SourceCard], say: Wording) -> EvidenceWords:
    claim = evidence.claim
    return EvidenceWords(
        lead=say.words["bearings"][evidence.bearing],
        quote=" ".join(claim.quote.split()),
        source=_source(claim, cards, say),
        url=address_of(cards.get(claim.document, SourceCard())),
        claim=claim.id,
    )


def _source(claim: Claim, cards: Mapping[str, SourceCard], say: Wording) -> str:
    return source_line(cards.get(claim.document, SourceCard()), say)


def missed_why(one: Covered, say: Wording) -> str:
    """Return why a sentence was not understood: what its nearest claim lacks; nothing where it was."""
    if one.verdict is not Understood.NOT_UNDERSTOOD:
        return ""
    lacks = dict.fromkeys(lack for miss in one.misses[:1] for lack in miss.lacks)
    return _label(say, "missed_why", lacks=", ".join(_lack(lack, say) for lack in lacks))


def _lack(name: str, say: Wording) -> str:
    labels = say.words["verify"]
    return str(labels[name] if name in ("when", "value", "parties") else say.words["roles"].get(name, name))
