"""Listings: documents named behind the verb that tells of their signing, and those with their dates in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from korpu.languages.az.morphology import Features
from korpu.languages.az.nesting import JOURNEYS
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence

if TYPE_CHECKING:
    from korpu.languages.az.clauses import Segment


def with_listed(sentence: Sentence, segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments, the verb of signing given to the documents that are listed behind it.

    «İki sənədə imza atılıb: … haqqında Saziş və … Proqramı», «beş sənəd imzalanıb, o cümlədən …».
    """
    last = segments[-1] if segments else None
    if last is None or last.predicate is not None:
        return list(segments)
    if not any(p.type == "title" for p in last.phrases):
        return _at_times(sentence, segments) or _with_journeys(sentence, segments)
    told = next((s for s in reversed(segments[:-1]) if not s.embedded), None)
    if told is None or told.predicate is None or "sign" not in told.predicate.concepts:
        return list(segments)
    if not told.predicate.is_finite or not _introduces(sentence, told.last + 1, last.phrases[0].first):
        return list(segments)
    phrases = tuple(_done(p) if told.predicate.active else p for p in last.phrases)
    return [*segments[:-1], last._replace(phrases=phrases, predicate=told.predicate)]


def _at_times(sentence: Sentence, segments: Sequence[Segment]) -> list[Segment]:
    """The segments, the last verb given to the days and places behind its colon («üç dəfə toplaşıb: 2010-cu ildə Berndə, …»)."""
    told, last = segments[-2] if len(segments) > 1 else None, segments[-1]
    if told is None or told.predicate is None or told.embedded or not told.predicate.is_finite:
        return []
    if JOURNEYS.intersection(told.predicate.concepts):
        return []
    kinds = {phrase.type for phrase in last.phrases}
    dated = any(p.type == "date" and getattr(p.data, "form", None) and not _is_now(p) for p in told.phrases)
    if not {"date"} < kinds <= {"date", "place", "state"} or dated or sentence.key(told.last + 1) != ":":
        return []
    before, predicate = list(segments[:-2]), told.predicate
    held = [phrase for phrase in told.phrases if phrase.type == "session"]
    if not held:
        return [*before, told._replace(predicate=None), last._replace(predicate=predicate)]
    heads = [at for at, phrase in enumerate(last.phrases) if phrase.type == last.phrases[0].type]
    each = (last.phrases[here:after] for here, after in pairwise([*heads, len(last.phrases)]))
    return [*before, *(last._replace(phrases=(*held, *one), predicate=predicate) for one in each)]


def _is_now(date: Phrase) -> bool:
    """«bu vaxtadək», «indiyədək»: until now, and no day."""
    return bool(getattr(date.data, "now", False))


def _with_journeys(sentence: Sentence, segments: Sequence[Segment]) -> list[Segment]:
    """The segments, the verb of going somewhere given to the dates and places that are listed behind it.

    «… üç dövlətdə səfərdə olub: 2017-ci il fevralın 6-da Polşada, mayda isə Belarusda».
    """
    last = segments[-1]
    told = segments[-2] if len(segments) > 1 else None
    if (
        told is None or told.predicate is None or told.embedded or not told.predicate.is_finite
        or not JOURNEYS.intersection(told.predicate.concepts) or sentence.key(told.last + 1) != ":"
    ):  # fmt: skip
        return list(segments)
    if last.phrases[-1].type == "summit":  # «İstanbula gəlib: X sammitinə» says to what
        return [*segments[:-2], told._replace(phrases=(*told.phrases, *last.phrases))]
    pairs = [p.type in ("place", "state") for p in last.phrases if p.type in ("place", "state", "date")]
    if len(pairs) != len(last.phrases) or not pairs or pairs[::2] != pairs[:1] * len(pairs[::2]):
        return list(segments)
    if len(pairs) % 2 or pairs[1::2] != [not pairs[0]] * len(pairs[1::2]):
        return list(segments)
    return [*segments[:-1], last._replace(predicate=told.predicate)]


def _introduces(sentence: Sentence, first: int, before: int) -> bool:
    """Whether a colon, a dash or «among them» stands behind the verb."""
    words = [sentence.key(at) for at in range(first, max(before, first + 1) + 1)][:4]
    return bool(words) and (words[0] in (":", "–", "—", "-") or not _AMONG.isdisjoint(words))


_AMONG = frozenset(fold("cümlədən cümleden sırada bunlar onlar").split())


def _done(phrase: Phrase) -> Phrase:
    return phrase._replace(readings=(Features("Acc"),)) if phrase.type == "title" else phrase


def titles_apart(sentence: Sentence, phrases: Sequence[Phrase]) -> list[tuple[Phrase, ...]]:
    """Return a fact for each document, where dates or places stand in brackets behind one of several; else none.

    «A haqqında Saziş (3 may 2006), B haqqında Protokol (Oslo, 2008)» are two, each of its own day.
    """
    titles = [phrase for phrase in phrases if phrase.type == "title"]
    asides = {id(title): _in_brackets(sentence, phrases, title) for title in titles}
    if not any(asides.values()):
        return []
    inside = {id(phrase) for found in asides.values() for phrase in found}
    others = [p for p in phrases if id(p) not in inside and p.type != "title"]
    facts: list[tuple[Phrase, ...]] = []
    for title in titles:
        own = asides[id(title)]
        shared = [p for p in others if p.type != "date" or not own]
        facts.append(tuple(sorted([title, *own, *shared], key=lambda phrase: phrase.first)))
    return facts


def _in_brackets(sentence: Sentence, phrases: Sequence[Phrase], title: Phrase) -> list[Phrase]:
    """The dates and places in the brackets right behind a document."""
    if sentence.key(title.last + 1) != "(":
        return []
    ends = range(title.last + 2, min(title.last + 14, len(sentence.tokens)))
    closing = next((at for at in ends if sentence.key(at) == ")"), title.last)
    found = [p for p in phrases if title.last < p.first and p.last < closing]
    return found if any(p.type == "date" for p in found) else []


def signed_aside(sentence: Sentence, segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments, each document with a place and a date in brackets in one of its own: there it was signed.

    «… haqqında Saziş (Oslo, 3 may 2006) mühüm yer tutur»: whatever else is said of it.
    """
    apart: list[Segment] = []
    for segment in segments:
        signs = segment.embedded or (segment.predicate and "sign" in segment.predicate.concepts)
        for title in () if signs else segment.phrases:
            own = _in_brackets(sentence, segment.phrases, title) if title.type == "title" else []
            if own and title.value and _only_where(sentence, title, own):
                signed = title._replace(concept=f"{title.concept} sign", readings=(Features("Nom"),))
                rest = tuple(p for p in segment.phrases if p is not title and p not in own)
                own = [p._replace(readings=(Features("Loc"),)) if p.type == "place" else p for p in own]
                added = segment._replace(
                    phrases=(signed, *own), predicate=None, first=title.first, last=own[-1].last
                )
                segment = segment._replace(phrases=rest)
                apart.append(added)
        apart.append(segment)
    return apart


_CITY = ("ş", "şəhər")


def _only_where(sentence: Sentence, title: Phrase, aside: Sequence[Phrase]) -> bool:
    """Whether brackets say nothing but where and when: at least one town, and one date."""
    told = {at for phrase in aside for at in range(phrase.first, phrase.last + 1)}
    between = [at for at in range(title.last + 2, aside[-1].last) if at not in told]
    types = [phrase.type for phrase in aside]
    words = [sentence.key(at) for at in between if sentence.tokens[at].is_word]
    return types.count("date") == 1 and "place" in types and all(word.startswith(_CITY) for word in words)
