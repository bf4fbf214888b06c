"""Asides: dates in brackets, which date what stands before them and not what follows («bağlamış (1991), …»)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from korpu.claims import COUNTED_UNITS
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.predicates import Predicate
from korpu.languages.az.verbs import Form

if TYPE_CHECKING:
    from korpu.languages.az.clauses import Segment


def date_asides(sentence: Sentence, segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments with each date in brackets in the segment that it belongs to.

    «X-i bağlamış (1991), sonra açmışdır»: the first verb's. «X-i tanıyan ilk ölkələrdəndir (1991)»: the participle's.
    """
    dated = list(segments)
    for index in range(1, len(dated)):
        before, here = dated[index - 1], dated[index]
        first = here.phrases[0] if here.phrases else None
        if first is None or before.embedded or before.predicate is None or not _is_aside(sentence, first):
            continue
        if first.first - 2 == before.predicate.phrase.last and first.last + 2 < len(sentence.tokens):
            dated[index - 1] = before._replace(phrases=(*before.phrases, first))
            dated[index] = here._replace(phrases=here.phrases[1:])
    return _of_participle(sentence, [_without_today(sentence, segment) for segment in dated])


_PASSING = frozenset(fold("ötür ötüb ötdü keçir keçib keçdi tamam olur").split())


def _without_today(sentence: Sentence, segment: Segment) -> Segment:
    """«Bu gün … qurulmasından 28 il ötür»: today is when the years are over, and not when it was."""
    predicate = segment.predicate
    noun = predicate.form.noun if predicate else None
    if noun is None or noun.case != "Abl":
        return segment
    if not _PASSING & {sentence.key(at) for at in range(segment.last + 1, segment.last + 6)}:
        return segment
    kept = tuple(
        p for p in segment.phrases if p.type != "date" or sentence.key(p.first) not in ("bu", "artiq")
    )
    return segment._replace(phrases=kept)


def is_its_date(sentence: Sentence, rest: Sequence[Phrase], before: Segment) -> bool:
    """Whether but a date stands behind the last verb, in brackets or where that has none («… bağlanıb (2001)»)."""
    if any(phrase.type != "date" for phrase in rest):
        return False
    undated = not any(phrase.type == "date" for phrase in before.phrases) and len(rest) == 1
    ends = before.predicate is not None and before.predicate.is_finite and not before.embedded
    aside = sentence.key(rest[0].first - 1) == "(" and sentence.key(rest[-1].last + 1) == ")"
    return aside or (undated and ends)


_DAY_IS = frozenset({"gün", "tarix", "il", "-", "–", "—", ":"})


def date_of_done(
    sentence: Sentence, predicate: Predicate, current: Sequence[Phrase], behind: Sequence[Phrase]
) -> list[Phrase]:
    """The date right behind «qurulduğu», which is when that was («qurulduğu 1992-ci ildən», «qurulduğu tarix – 3 fevral»)."""
    date = behind[0] if behind and behind[0].type == "date" else None
    if date is None or predicate.form.form is not Form.DONE or any(p.type == "date" for p in current):
        return []
    gap = {sentence.key(index) for index in range(predicate.phrase.last + 1, date.first)}
    bare = sentence.key(predicate.phrase.last).endswith(_DONE_ENDINGS)
    return [date] if bare and gap <= _DAY_IS and not sentence.key(date.last).endswith(("li", "ki")) else []


_DONE_ENDINGS = tuple(fold("dığı diyi duğu düyü").split())


def is_dated_behind(behind: Sequence[Phrase]) -> bool:
    """Whether a date stands before the next verb."""
    verb = next((at for at, phrase in enumerate(behind) if phrase.type == "verb"), len(behind))
    return any(phrase.type == "date" for phrase in behind[:verb])


def _of_participle(sentence: Sentence, segments: list[Segment]) -> list[Segment]:
    """A date in brackets at the end, given to the participle where the main clause says no more than «is»."""
    last = segments[-1] if segments else None
    if last is None or not last.phrases or not _is_aside(sentence, last.phrases[-1]):
        return segments
    says_more = last.predicate is not None and set(last.predicate.concepts) - {"be"}
    at = next((n for n in range(len(segments) - 1, -1, -1) if segments[n].embedded), None)
    if says_more or at is None or any(phrase.type == "date" for phrase in segments[at].phrases):
        return segments
    inner = segments[at]._replace(phrases=(*segments[at].phrases, last.phrases[-1]))
    return [*segments[:at], inner, *segments[at + 1 :]]


def _is_aside(sentence: Sentence, phrase: Phrase) -> bool:
    return (
        phrase.type == "date"
        and sentence.key(phrase.first - 1) == "("
        and sentence.key(phrase.last + 1) == ")"
    )


def sums_aside(sentence: Sentence, phrases: Sequence[Phrase]) -> list[tuple[Phrase, ...]]:
    """Return the phrases of each remark in brackets that only compares a sum («1,2 milyon (+14 faiz)», «(2023-də 5 milyon)»)."""
    found: list[tuple[Phrase, ...]] = []
    opening = -1
    for index, token in enumerate(sentence.tokens):
        if token.text == "(":
            opening = index
        elif token.text == ")" and opening >= 0:
            inside = tuple(p for p in phrases if opening < p.first < index)
            if inside and all(_compares(p) for p in inside) and any(_is_sum(p) for p in inside):
                found.append(inside)
            opening = -1
    return found


def _compares(phrase: Phrase) -> bool:
    return phrase.type in ("date", "amount", "figure") or phrase.concept in ("rise", "fall")


def _is_sum(phrase: Phrase) -> bool:
    return phrase.type == "amount" and phrase.value not in COUNTED_UNITS and bool(phrase.value)


def without_remarks(sentence: Sentence, phrases: Sequence[Phrase]) -> Sequence[Phrase]:
    """Return the phrases without those of a remark in brackets that has a verb and no number («(… nəzərə alınmadan)»)."""
    opening = next((i for i, token in enumerate(sentence.tokens) if token.text == "("), None)
    closing = next((i for i, token in enumerate(sentence.tokens) if token.text == ")"), None)
    if opening is None or closing is None or closing < opening:
        return phrases
    inside = [p for p in phrases if opening < p.first < closing]
    if not any(p.type == "verb" for p in inside) or any(p.type in ("date", "amount") for p in inside):
        return phrases
    return [p for p in phrases if p not in inside]
