"""Nesting: which of the phrases before a participle or a nominalised verb are its own, and which the main verb's."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.clauses import Argument, Part
from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.flows import makes_goods
from korpu.languages.az.phrases.lands import WHERE
from korpu.languages.az.phrases.phrase import COPULAS, Phrase, Sentence
from korpu.languages.az.predicates import Predicate
from korpu.languages.az.verbs import Form
from korpu.reading.calendar import Absolute, DateMention, Relative, Weekday, YearMissing


def is_inside(sentence: Sentence, whole: Phrase, inner: Predicate) -> bool:
    """Return whether a participle is inside of a person's phrase, behind whose it is.

    «mayın 5-də X-in yeni təyin olunmuş səfiri …»: the date before it is the main verb's.
    """
    within = whole.type == "person" and whole.last > inner.phrase.last
    return within and any(
        found.features.case == "Gen"
        for index in range(whole.first, inner.first)
        for found in analyse(sentence.key(index))
    )


_HOW_OFTEN = frozenset(
    fold("dəfə kərə artıq yenə və , – — - : isə da də təkrar ilk son sonuncu sonra").split()
)
"""What may stand between a place and the verb («Bakıda iki dəfə – mayda və iyulda olub»)."""


def with_presence(
    sentence: Sentence, current: Sequence[Phrase], predicate: Predicate, behind: Sequence[Phrase]
) -> Predicate:
    """Return the predicate, which says that someone was somewhere where the place stands right before it («Bakıda olub»).

    A participle says so of a person alone: «Bakıda olan səfirlik» is no guest.
    """
    place = next((phrase for phrase in reversed(current) if phrase.type not in ("date", "amount")), None)
    if (
        predicate.concepts != ("be",)
        or place is None
        or place.type not in WHERE
        or place.features.case != "Loc"
    ):
        return predicate
    told = {at for phrase in current for at in range(phrase.first, phrase.last + 1)}
    gap = [sentence.key(at) for at in range(place.last + 1, predicate.first) if at not in told]
    if not set(gap) <= _HOW_OFTEN:
        return predicate
    if predicate.form.form is Form.PARTICIPLE and not (behind and behind[0].type == "person"):
        return predicate
    return predicate._replace(concepts=("be", "be_in"))


_THAT = frozenset({Form.DONE, Form.WILL})
_DAYS = ("gün", "vaxt", "zaman", "anda")
_COMING = frozenset({"meet", "arrive", "visit"})


def of_main_verb(sentence: Sentence, current: list[Phrase], inner: Predicate) -> list[Phrase]:
    """Return who does what the main verb says, before the genitive who does what is inside («X Y-nin gələcəyini deyib»).

    So too what something befalls while something else happens («konsulluq mayda, səfirlik açılarkən, bağlanıb»).
    """
    if inner.form.form is Form.WHILE:
        return _before_comma(sentence, current)
    comes = inner.form.form is Form.DOING and set(inner.concepts) & _COMING
    if inner.form.form not in _THAT and not comes:
        return []
    whose = [index for index, phrase in enumerate(current) if phrase.type == "person" and phrase.is_owner]
    return [phrase for phrase in current[: whose[-1]] if is_doer(sentence, phrase)] if whose else []


def _before_comma(sentence: Sentence, current: list[Phrase]) -> list[Phrase]:
    """Return what stands before the comma behind which another thing begins that the inner verb is said of."""
    things = [p for p in current if p.type in _BEFALLEN and p.features.case == "Nom"]
    if len(things) < 2:
        return []
    outer = [p for p in current if p.last < things[-1].first]
    apart = sentence.key(things[-1].first - 1) == "," or sentence.key(outer[-1].last + 1) == ","
    return outer if apart else []


def is_at_once(phrase: Phrase, inner: Predicate) -> bool:
    """Return whether a date of the main verb is also that of what happens meanwhile."""
    return phrase.type == "date" and inner.form.form is Form.WHILE


_BEFALLEN = frozenset({"mission", "group", "institution", "monument"})


def behind_doer(sentence: Sentence, current: list[Phrase]) -> list[Phrase]:
    """Return what stands behind the last person in the nominative, who does what the main verb says."""
    doers = [index for index, phrase in enumerate(current) if is_doer(sentence, phrase)]
    return current[doers[-1] + 1 :] if doers else current


def _behind_occasion(current: list[Phrase]) -> list[Phrase]:
    """Return what stands behind an occasion that has a date of its own, where the participle has another.

    «X-in 2019-cu ilin mayında B-yə səfəri zamanı 2015-ci ildə imzalanmış Saziş»: 2015 is when it was signed.
    """
    at = next((at for at in range(len(current) - 1, -1, -1) if current[at].type in _OCCASIONS), None)
    if at is None:
        return current
    dated = [any(p.type == "date" for p in side) for side in (current[:at], current[at + 1 :])]
    return current[at + 1 :] if all(dated) else current


_OCCASIONS = frozenset({"visit", "meeting", "session"})


def of_participle(
    sentence: Sentence, current: list[Phrase], inner: Predicate, head: Sequence[Phrase]
) -> list[Phrase]:
    """Return what a participle takes whose noun does it: nothing before the main verb's doer, and no date of that verb's.

    The noun is the `head` behind it, or the group that it stands in («Seymdə fəaliyyət göstərən X–Y dostluq qrupu»).
    """
    current = _behind_subject(sentence, current, inner)
    within = bool(current) and current[-1].last > inner.phrase.last
    if _has_noun(sentence, inner):
        current = [phrase for phrase in current if not _is_apart(sentence, phrase, inner)]
    if inner.form.form is not Form.PARTICIPLE or not (head or within):
        return current
    behind = _behind_occasion(behind_doer(sentence, current))
    day = None if JOURNEYS & set(inner.concepts) else _day_of_doer(sentence, current, behind, inner)
    return [
        phrase
        for phrase in behind
        if phrase is not day and (phrase.type != "date" or not _is_of_main(sentence, phrase, inner))
    ]


def left_to_say(
    sentence: Sentence, inner: Predicate | None, told: Sequence[Argument]
) -> tuple[Argument, ...]:
    """Return what a clause may leave out of what was told: a participle has a noun of its own for what befalls it.

    «səfirlik 2012-ci ildə açılıb, 2014-cü ildə tikilən binada yerləşir»: the embassy was not built.
    """
    if inner is None or not _has_noun(sentence, inner):
        return tuple(told)
    return tuple(argument for argument in told if argument.mention.type not in _BEFALLEN)


def _has_noun(sentence: Sentence, inner: Predicate) -> bool:
    """Whether what befalls the noun behind a participle does not befall what the sentence is about.

    «konsulluq 1905-ci ildə açılmış ilk nümayəndəliklərdəndir»: the noun is the consulate.
    """
    if inner.active or inner.form.form is not Form.PARTICIPLE:
        return False
    behind = (sentence.key(inner.phrase.last + distance) for distance in (1, 2, 3))
    return not any(key.endswith(COPULAS) and key not in _POINTS for key in behind)


_POINTS = frozenset({"odur", "budur"})


def _is_apart(sentence: Sentence, phrase: Phrase, inner: Predicate) -> bool:
    """Whether a thing stands apart from the participle behind it («səfirlik 2012-ci ildə açılan binada …»).

    So not in «səfirlik yerləşən bina», nor where the noun stands in apposition («səfirlik, 2012-ci ildə açılmış ilk …»).
    """
    gap = range(phrase.last + 1, inner.first)
    return (
        phrase.type in _BEFALLEN
        and phrase.features.case == "Nom"
        and bool(gap)
        and sentence.key(gap[0]) != ","
    )


TAKING_PART = {"participate": Part.PLACE, "join": Part.GOAL}
"""What is done to no object, and the part of the noun that its participle has: «iştirak etdiyi layihə» is where."""
_STATES = frozenset({"state", "pointer", "people"})


def _whose(current: Sequence[Phrase], inner: Predicate) -> int | None:
    """Where the state stands that does what a participle says («Türkiyənin iştirak etdiyi …»)."""
    if inner.form.form not in _THAT:
        return None
    at = next((at for at in range(len(current) - 1, -1, -1) if current[at].is_owner), None)
    return at if at is not None and current[at].type in _STATES else None


def _behind_subject(sentence: Sentence, current: list[Phrase], inner: Predicate) -> list[Phrase]:
    """Return what stands behind the state that does what the main verb says, where another does what is inside.

    The one stands right before the other («Malta Litvanın qoşulduğu layihəyə …»), but for a date between them.
    """
    whose = _whose(current, inner) or 0
    before = [at for at in range(whose) if current[at].type != "date"]
    subject = current[before[-1]] if before else None
    if subject is None or subject.type not in _STATES or subject.features.case != "Nom":
        return current
    dates = {at for date in current[before[-1] + 1 : whose] for at in range(date.first, date.last + 1)}
    gap = [at for at in range(subject.last + 1, current[whose].first) if at not in dates]
    return current if any(sentence.tokens[at].is_word for at in gap) else current[before[-1] + 1 :]


def is_doer(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a person in the nominative does what a verb says."""
    after = sentence.key(phrase.last + 1)
    return phrase.type in ("person", "it") and phrase.features.case == "Nom" and after not in _NO_SUBJECT


_NO_SUBJECT = frozenset({"ilə", "arasinda", "tərəfindən", "və"})


def left_to_main(sentence: Sentence, current: list[Phrase], predicate: Predicate) -> list[Phrase]:
    """Return what is left to the main clause.

    What a participle's date dates is the participle's, and so is the noun that it is made with («sürgün edilən»).
    """
    behind = _behind_occasion(behind_doer(sentence, current))
    day = _day_of_doer(sentence, current, behind, predicate)
    inner = {
        id(phrase)
        for phrase in behind
        if (phrase.type == "date" and phrase is not day and not _is_of_main(sentence, phrase, predicate))
        or _is_goal(phrase)
    }
    if current and makes_goods(sentence, current[-1], predicate.phrase):
        inner.add(id(current[-1]))
    if current and "serve" in predicate.concepts and _is_post(current[-1], predicate):
        inner.add(id(current[-1]))
    whose = _whose(current, predicate)
    if whose is not None and TAKING_PART.keys() & set(predicate.concepts):
        inner.add(id(current[whose]))
    return [phrase for phrase in current if id(phrase) not in inner and phrase.first < predicate.first]


_BEING = frozenset({"visit", "arrive", "be_in", "live", "operate", "head", "serve"})
"""What somebody does for longer than a day, or what brings whom one meets there."""
JOURNEYS = frozenset({"visit", "arrive", "be_in"})
"""What guests do."""


def _day_of_doer(
    sentence: Sentence, current: list[Phrase], behind: list[Phrase], predicate: Predicate
) -> Phrase | None:
    """The day right behind who does what the main verb says: it is that verb's («X martın 5-də Bakıda səfərdə olan Y ilə …»)."""
    day = behind[0] if behind and len(behind) < len(current) else None
    if (
        day is None
        or getattr(day.data, "part", "") != "on"
        or not _is_day(day)
        or not _BEING & set(predicate.concepts)
    ):
        return None
    doer = current[len(current) - len(behind) - 1]
    return day if doer.value and sentence.between(doer, day) in ([], [","]) else None


def _is_post(phrase: Phrase, predicate: Predicate) -> bool:
    """«Bakıda səfir işləmiş X»: as what he served, and nobody besides."""
    beside = phrase.last + 1 in (predicate.first, predicate.phrase.first) or phrase.last >= predicate.first
    return phrase.type == "person" and not phrase.value and beside


def _is_of_main(sentence: Sentence, date: Phrase, predicate: Predicate) -> bool:
    """Whether it dates what the main verb says: nobody lives somewhere on a day («1951-ci ildə Banatda yaşayan …»), nothing
    works on one («martın 12-də Seymdə fəaliyyət göstərən qrupun …»).

    «martın 5-də, elan olunduğu gün, …»: a day and, in apposition, what happened on it.
    """
    on_that_day = sentence.key(predicate.phrase.last + 1).startswith(_DAYS)
    if on_that_day and sentence.between(date, predicate.phrase)[:1] == [","] and predicate.form.form in _THAT:
        return True
    part = date.data.part if isinstance(date.data, DateMention) else ""
    if part in ("since", "until", "for"):
        return False
    on_day = "operate" in predicate.concepts and _is_day(date)
    on_day = on_day and sentence.key(predicate.phrase.last).endswith(_GOES_ON)
    return predicate.concepts == ("live",) or on_day


def _is_day(date: Phrase) -> bool:
    """Whether it is the date of a day on which something is done («martın 5-də», «dünən»)."""
    form = date.data.form if isinstance(date.data, DateMention) else None
    if isinstance(form, Weekday):
        return True
    if isinstance(form, Relative):
        return form.unit == "day"
    edtf = form.edtf if isinstance(form, Absolute) else form.pattern if isinstance(form, YearMissing) else ""
    return edtf.count("-") == 2


_GOES_ON = ("an", "ən")
"""The participle of what goes on, and not («-mış») of what has been."""


def _is_goal(phrase: Phrase) -> bool:
    """Whether it says where someone went («Bakıya səfərə gəlmiş …»)."""
    return phrase.type in ("place", "state", "pointer", "visit") and phrase.features.case == "Dat"


_DAY_WORDS = frozenset({"gün", "tarix", "il", "ay", "vaxt"})


def day_behind(sentence: Sentence, behind: Sequence[Phrase], predicate: Predicate) -> Phrase | None:
    """Return the day on which it happened that a participle is said of («qurulduğu 1996-cı ilin 25 iyunundan», «qurulduğu gün – 5 may»)."""
    if predicate.form.form is not Form.DONE or not behind:
        return None
    date = behind[0]
    gap = sentence.between(predicate.phrase, date)
    named = len(gap) == 2 and gap[0] in _DAY_WORDS and gap[1] in ("-", "–", "—", ":")
    if date.type == "date" and (not gap or named):
        return date
    return _announced(sentence, behind, predicate)


def _announced(sentence: Sentence, behind: Sequence[Phrase], predicate: Predicate) -> Phrase | None:
    """The date that ends the sentence behind a colon («qurulduğu günü xatırlayıram: 5 may 1996»), the day being spoken of."""
    date = behind[-1] if behind else None
    if date is None or date.type != "date" or sentence.key(date.first - 1) != ":":
        return None
    ends = not any(token.is_word for token in sentence.tokens[date.last + 1 :])
    return date if ends and sentence.key(predicate.phrase.last + 1).startswith(("gün", "tarix")) else None


def last_of_row(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> int:
    """Return the last of several participles that one noun has («2010-cu ildə təsis edilən, 2012-də açılan səfirlik»)."""
    if sentence.key(phrases[index].last + 1) not in (",", "və"):
        return index
    after = next((at for at in range(index + 1, len(phrases)) if phrases[at].type == "verb"), index)
    if all(form.form is not Form.PARTICIPLE for form in phrases[after].forms):
        return index
    return index if after == index else last_of_row(sentence, phrases, after)
