"""Acts: laws, decrees and decisions date what is done by them, wherever in the sentence their own date stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.predicates import NOMINAL
from korpu.languages.az.verbs import Form

if TYPE_CHECKING:
    from korpu.languages.az.clauses import Segment
    from korpu.languages.az.predicates import Predicate

_FOUNDED = frozenset({"create"})
_DONE_BY_ACTS = frozenset({"create", "open", "close", "raise"})
_DATED_BEHIND = frozenset({"sign", "meet", "visit", "arrive"})
_HAPPENING = frozenset({"happen", "hold", "be", "plan"})
_ABOUT = frozenset(fold("haqqında haqda barədə barəsində dair bağlı edən tutan").split())


def date_by_acts(sentence: Sentence, segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments with the act and its date in each clause that tells what the act does.

    «imzaladığı sərəncamla yaradılıb», «yaradılması haqqında qanun … imzalanıb» and «yaradan qanun … imzalanıb»: created
    on the day of signing.
    """
    dated: list[Segment] = []
    for number, segment in enumerate(segments):
        predicate = segment.predicate
        added: list[Phrase] = []
        behind = segments[number + 1 : number + 3]
        if predicate and segment.embedded and set(predicate.concepts) & _FOUNDED:
            added = _of_act_that_founds(segment, segments[number + 1 :])
        if predicate and not segment.embedded and set(predicate.concepts) & _DONE_BY_ACTS:
            if predicate.form.form in NOMINAL:
                founds = bool(set(predicate.concepts) & _FOUNDED)
                added = _of_act_behind(sentence, predicate, behind) if founds else []
                added = added or _of_happening(predicate, behind)
            if not added and not any(phrase.type == "date" for phrase in segment.phrases):
                added = _of_acts_before(sentence, segment, segments[:number])
        elif predicate and not segment.embedded and set(predicate.concepts) & _DATED_BEHIND:
            undated = predicate.form.form in NOMINAL and not any(p.type == "date" for p in segment.phrases)
            added = _of_happening(predicate, behind) if undated else []
        if added:
            new = [phrase for phrase in added if phrase not in segment.phrases]
            whole = sorted([*segment.phrases, *new], key=lambda phrase: phrase.first)
            segment = segment._replace(phrases=tuple(whole))
        dated.append(segment)
    return _with_days(sentence, _with_later_dates(dated))


_FALLING = frozenset({"happen", "fall"})
_THIS = frozenset({"bu", "o"})


def _with_days(sentence: Sentence, segments: list[Segment]) -> list[Segment]:
    """The segments with the day on which an event is said to fall («X-in tanınması 4 mayda, Y-in imzalanması 2 iyuna təsadüf edir»)."""
    last = segments[-1] if len(segments) > 1 else None
    if last is None or last.predicate is None or last.embedded or not set(last.predicate.concepts) & _FALLING:
        return segments
    dates = [phrase for phrase in last.phrases if phrase.type == "date"]
    dated = list(segments)
    if len(dates) == 1 == len(last.phrases) and _says_this(sentence, dates[0]):
        for number, segment in enumerate(
            dated[:-1]
        ):  # «X-i tanıyan ilk dövlət Y olub; bu, 4 maya təsadüf edir»
            if not any(phrase.type == "date" for phrase in segment.phrases):
                dated[number] = segment._replace(phrases=(*segment.phrases, dates[0]))
        return dated
    for number in range(len(dated) - 1):
        event, after = dated[number], dated[number + 1]
        own = after.phrases[0] if after.phrases else None
        if not _is_event(event) or own is None or own.type != "date":
            continue
        if after is last and len(dates) == len(after.phrases):
            dated[number] = event._replace(phrases=(*event.phrases, *dates))
        elif after is not last and sentence.key(own.last + 1) in (",", ";", "və"):
            dated[number] = event._replace(phrases=(*event.phrases, own))
            dated[number + 1] = after._replace(phrases=after.phrases[1:])
    return dated


def _says_this(sentence: Sentence, date: Phrase) -> bool:
    """«bu, 1992-ci il yanvarın 4-nə …»: what the sentence told before."""
    return sentence.key(date.first - 1) in _THIS or (
        sentence.key(date.first - 1) == "," and sentence.key(date.first - 2) in _THIS
    )


def _is_event(segment: Segment) -> bool:
    """Whether it is an event by its noun, whose day is not told in it («… münasibətlərin qurulması»)."""
    predicate = segment.predicate
    if predicate is None or segment.embedded or predicate.form.form is not Form.DOING:
        return False
    bare = predicate.form.noun is not None and predicate.form.noun.case == "Nom"
    return bare and not any(phrase.type == "date" for phrase in segment.phrases)


_GOING = frozenset({"visit", "arrive", "close", "cancel", "postpone"})


def _with_later_dates(segments: list[Segment]) -> list[Segment]:
    """A visit with the date that a later clause gives of it («… gəlib: rəsmi səfər dünən başlayıb»)."""
    dated = list(segments)
    for number, segment in enumerate(dated[:-1]):
        after = dated[number + 1]
        going = (
            segment.predicate is not None
            and not segment.embedded
            and set(segment.predicate.concepts) & _GOING
        )
        told = {phrase.type for phrase in after.phrases}
        bare = any(p.type == "visit" and not any(r.possessor for r in p.readings[:1]) for p in after.phrases)
        if not going or after.embedded or not bare or told != {"visit", "date"}:
            continue
        if not any(phrase.type == "date" for phrase in segment.phrases):
            dates = [phrase for phrase in after.phrases if phrase.type == "date"]
            dated[number] = segment._replace(phrases=(*segment.phrases, *dates))
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


def _of_act_that_founds(inner: Segment, behind: Sequence[Segment]) -> list[Phrase]:
    """The dates of the verb behind whose subject is the act («… səfirliyini təsis edən Fərman 2 mayda verilib»)."""
    act = next((p for p in inner.phrases if p.first > inner.last and _is_act(p)), None)
    main = next((segment for segment in behind if not segment.embedded), None)
    if act is None or main is None or act not in main.phrases or act.features.case != "Nom":
        return []
    if any(phrase.type == "date" for phrase in inner.phrases):
        return []
    return [phrase for phrase in main.phrases if phrase.type == "date"]


def _of_act_behind(sentence: Sentence, event: Predicate, behind: Sequence[Segment]) -> list[Phrase]:
    """The act that the noun of the event names, with the dates that stand by it."""
    first = behind[0].phrases if behind else ()
    act = next((phrase for phrase in first if _is_act(phrase)), None)
    declined = event.form.noun is not None and event.form.noun.case == "Dat"
    named = act is not None and act.first == event.phrase.last + 1  # «səfirlik yaratmaq qərarı»
    if act is None or not (declined or named or sentence.key(event.phrase.last + 1) in _ABOUT):
        return []
    if any(phrase.type not in _BETWEEN for phrase in first if phrase.first < act.first):
        return []
    return [act, *(phrase for inner in behind for phrase in inner.phrases if phrase.type == "date")]


_BETWEEN = frozenset({"date", "state", "parliament", "person"})


def _of_happening(event: Predicate, behind: Sequence[Segment]) -> list[Phrase]:
    """The dates and places of a verb that only says that the event took place («açılması 2012-ci ildə baş tutub»)."""
    told = behind[0] if behind else None
    bare = event.form.noun is not None and event.form.noun.case == "Nom"
    if not told or not told.predicate or not bare or not set(told.predicate.concepts) & _HAPPENING:
        return []
    if any(phrase.type not in ("date", "place") for phrase in told.phrases):
        return []
    return list(told.phrases)


def _is_act(phrase: Phrase) -> bool:
    return phrase.type in ("instrument", "title") or phrase.concept in ("decision", "document")


_BY = frozenset(fold("ilə əsasən uyğun əsasında müvafiq").split())


def _is_means(sentence: Sentence, act: Phrase) -> bool:
    return act.features.case == "Ins" or sentence.key(act.last + 1) in _BY
