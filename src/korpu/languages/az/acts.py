"""Acts: laws, decrees and decisions date what is done by them, wherever in the sentence their own date stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.predicates import NOMINAL

if TYPE_CHECKING:
    from korpu.languages.az.clauses import Segment

_DONE_BY_ACTS = frozenset({"create", "open", "close"})
_ABOUT = frozenset(fold("haqqında haqda barədə barəsində dair bağlı edən tutan").split())
_FARTHEST = 6


def date_by_acts(sentence: Sentence, segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments with the act and its date in each clause that tells what the act does.

    «imzaladığı sərəncamla yaradılıb» and «yaradılması haqqında qanun … imzalanıb»: created on the day of signing.
    """
    dated: list[Segment] = []
    for number, segment in enumerate(segments):
        predicate = segment.predicate
        added: list[Phrase] = []
        if predicate and not segment.embedded and set(predicate.concepts) & _DONE_BY_ACTS:
            if predicate.form.form in NOMINAL:
                added = _of_act_behind(sentence, segment, segments[number + 1 : number + 3])
            elif not any(phrase.type == "date" for phrase in segment.phrases):
                added = _of_acts_before(sentence, segment, segments[:number])
        if added:
            new = [phrase for phrase in added if phrase not in segment.phrases]
            whole = sorted([*segment.phrases, *new], key=lambda phrase: phrase.first)
            segment = segment._replace(phrases=tuple(whole))
        dated.append(segment)
    return dated


def _of_acts_before(sentence: Sentence, segment: Segment, before: Sequence[Segment]) -> list[Phrase]:
    """The dates of the participles before the acts by which the segment's event was done."""
    acts = [phrase for phrase in segment.phrases if _is_act(phrase) and _is_means(sentence, phrase)]
    return [
        phrase
        for inner in before
        if inner.embedded and any(act is phrase for act in acts for phrase in inner.phrases)
        for phrase in inner.phrases
        if phrase.type == "date"
    ]


def _of_act_behind(sentence: Sentence, segment: Segment, behind: Sequence[Segment]) -> list[Phrase]:
    """The act that the noun of the event names, with the dates that stand by it."""
    predicate = segment.predicate
    after = sentence.key(predicate.phrase.last + 1) if predicate else ""
    acts = [phrase for inner in behind[:1] for phrase in inner.phrases if _is_act(phrase)]
    if not predicate or after not in _ABOUT or not acts or acts[0].first - predicate.phrase.last > _FARTHEST:
        return []
    dates = [phrase for inner in behind for phrase in inner.phrases if phrase.type == "date"]
    return [acts[0], *dates]


def _is_act(phrase: Phrase) -> bool:
    return phrase.type == "instrument" or "act" in phrase.attributes


_BY = frozenset(fold("ilə əsasən uyğun əsasında müvafiq").split())


def _is_means(sentence: Sentence, act: Phrase) -> bool:
    return act.features.case == "Ins" or sentence.key(act.last + 1) in _BY
