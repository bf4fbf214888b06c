"""Conjuncts: several facts under one predicate («A-nın B-də, B-nin isə A-da səfirlikləri açılıb»).

Each conjunct keeps what it says itself and takes what it leaves out from the one that says it: the noun
shared from the right, subject and object from the left.
"""

from __future__ import annotations

from collections.abc import Sequence

from korpu.languages.az.gifts import gives_each, shared_of_gift
from korpu.languages.az.morphology import Features
from korpu.languages.az.moves import are_moves
from korpu.languages.az.phrases.phrase import Phrase, Sentence

_TELLING = frozenset({"state", "place", "date", "person", "award", "amount", "people", "pointer"})
_SHARED = frozenset(
    {
        "mission",
        "theme",
        "relations",
        "bare_relations",
        "group",
        "it",
        "title",
        "commission",
        "level",
        "pair",
        "pointer",
        "project",
        "organisation",
        "monument",
        "institution",
        "cause",
        "independence",
    }
)


def split_conjuncts(
    sentence: Sentence, phrases: Sequence[Phrase], first: int, last: int, concepts: Sequence[str] = ()
) -> list[tuple[Phrase, ...]]:
    """Return the phrases of each fact, in order; one tuple, where the segment tells one fact only.

    `concepts` are the predicate's: persons who meet do one thing together, and not one each («A və B görüşüblər»).
    """
    cuts = _cuts(sentence, phrases, first, last, concepts)
    if not cuts:
        return [tuple(group) for group in _in_turn(sentence, list(phrases), first, last)]
    groups: list[list[Phrase]] = [[] for _ in range(len(cuts) + 1)]
    for phrase in phrases:
        groups[sum(phrase.first >= cut for cut in cuts)].append(phrase)
    groups = [group for group in groups if group]
    groups = [*(_with_object(group) for group in groups[:-1]), groups[-1]]
    whole = [_completed(sentence, groups, number) for number in range(len(groups))]
    behind = [p for p in phrases if p.first > last and p.type == "date"]  # an act's, behind what it is about
    whole = [group if any(p.type == "date" for p in group) else [*group, *behind] for group in whole]
    return [tuple(part) for group in whole for part in _in_turn(sentence, group, first, last)]


def _with_object(group: list[Phrase]) -> list[Phrase]:
    """The fact whose verb comes with the next one: its last bare noun is what that is done to («X-də məktəb, Y-də …»)."""
    last = group[-1]
    bare = last.type == "institution" and last.features.case == "Nom" and not last.features.possessor
    return [*group[:-1], last._replace(readings=(Features("Acc"),))] if bare else group


_HIGH = frozenset({"president", "prime_minister", "speaker", "foreign_minister", "monarch"})
"""Whoever meets several of these meets each by himself."""
_SEPARATELY = frozenset({"ayriliqda", "ayrica", "növbə", "növbəylə"})


def _in_turn(sentence: Sentence, group: list[Phrase], first: int, last: int) -> list[list[Phrase]]:
    """One group for each who is met by himself: «A ilə, B ilə», «A və B ilə ayrı-ayrılıqda»."""
    visitors = _visitors(group)
    if visitors:
        return [[p for p in group if p not in visitors or p is one] for one in visitors]
    group = _first_and_then(sentence, group)
    if times := _times_told(sentence, group):
        return [[p for p in group if p.type != "date" or p is one] for one in times]
    separately = any(sentence.key(index) in _SEPARATELY for index in range(first, last + 1))
    if separately and (hosts := _hosts(group)):
        return [[p for p in group if p not in hosts or p is one] for one in hosts]
    partners = [phrase for phrase in group if _is_partner(sentence, phrase)]
    if len(partners) < 2:
        return [group]
    offices = [phrase.attributes.get("office", "") for phrase in partners]
    apart = len(set(offices)) == len(offices) and all(office in _HIGH for office in offices)
    apart = apart or separately
    turns: list[list[Phrase]] = [[]]
    for phrase in partners:
        turns[-1].append(phrase)
        if apart or "shares" not in phrase.attributes:
            turns.append([])
    turns = [turn for turn in turns if turn]
    if len(turns) < 2 or not any(p.type == "person" and not _is_partner(sentence, p) for p in group):
        return [group]
    return [[p for p in group if p not in partners or p in turn] for turn in turns]


def _first_and_then(sentence: Sentence, group: list[Phrase]) -> list[Phrase]:
    """The group; who is met before someone else plays the same part («əvvəl A, sonra B ilə görüşüb»)."""
    mended = list(group)
    for index in range(len(group) - 2, -1, -1):
        one, other = group[index], mended[index + 1]
        named = one.type == other.type == "person" and one.value and other.value
        if named and one.features.case == "Nom" and _is_partner(sentence, other):
            between = sentence.between(one, other)
            if between[:1] == [","] and between[-1] in _THEN:
                mended[index] = one._replace(readings=(Features("Ins"),))
    return mended


_THEN = frozenset({"sonra", "ardinca", "daha", "sonda"})


def _times_told(sentence: Sentence, group: list[Phrase]) -> list[Phrase]:
    """The dates of what happened so many times, where there are as many behind that («iki dəfə – mayda və iyulda»)."""
    for index, phrase in enumerate(group):
        if phrase.type == "amount" and sentence.key(phrase.last + 1) in _TIMES:
            dates = [p for p in group[index + 1 :] if p.type == "date"]
            count = _COUNTS.get(sentence.key(phrase.first))
            return dates if len(dates) == count else []
    return []


_TIMES = frozenset({"dəfə", "kərə", "yol"})
_COUNTS = {"iki": 2, "üç": 3, "dörd": 4, "2": 2, "3": 3, "4": 4}


def _hosts(group: list[Phrase]) -> list[Phrase]:
    """Those of whom each receives by himself («X-i A və B ayrı-ayrılıqda qəbul edib»)."""
    doers = [p for p in group if p.type == "person" and p.value and p.features.case == "Nom"]
    received = any(p.features.case == "Acc" and p.type in ("person", "it") for p in group if p not in doers)
    return doers if received and len(doers) > 1 else []


def _visitors(group: list[Phrase]) -> list[Phrase]:
    """Those of whom each has a visit of his own («Polşanın naziri A və Çexiyanın naziri B-nin … səfəri»)."""
    if not any(phrase.type == "visit" for phrase in group):
        return []
    owners = [p for p in group if p.type == "person" and p.features.case == "Gen" and "state" in p.attributes]
    return owners if len(owners) > 1 and all("shares" in owner.attributes for owner in owners[:-1]) else []


def _is_partner(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.type == "person" and (
        phrase.features.case == "Ins" or sentence.key(phrase.last + 1) == "ilə"
    )


def _cuts(
    sentence: Sentence, phrases: Sequence[Phrase], first: int, last: int, concepts: Sequence[str]
) -> list[int]:
    cuts: list[int] = []
    together = "meet" in concepts
    begin = first
    for index in range(first, last + 1):
        key = sentence.key(index)
        if key == "isə":
            cut = _before_topic(sentence, phrases, begin, index)
            left = [
                phrase
                for phrase in phrases
                if begin <= phrase.first and cut is not None and phrase.last < cut
            ]
            if cut is not None and any(not phrase.is_owner for phrase in left):
                cuts.append(cut)
                begin = index + 1
        elif key in (",", "və", ";") and (
            _is_next_session(phrases, begin, index)
            or gives_each(sentence, phrases, begin, index)
            or _are_couples(sentence, phrases, begin, index)
            or _are_parallel(phrases, begin, index, together)
            or ("deport" in concepts and are_moves(phrases, begin, index))
        ):
            cuts.append(index)
            begin = index + 1
    return cuts


def _before_topic(sentence: Sentence, phrases: Sequence[Phrase], begin: int, at: int) -> int | None:
    """Where the fact whose topic «isə» marks begins: behind the last comma or «və», unless that joins the topic itself."""
    by = 1 if sentence.key(at - 1) == "tərəfindən" else 0  # «B tərəfindən isə»
    topic = next((phrase for phrase in phrases if phrase.last == at - 1 - by), None)
    for index in range(at - 1, begin, -1):
        before = next((phrase for phrase in phrases if phrase.last == index - 1), None)
        if (
            topic and not by and before and before.type == topic.type and topic.first == index + 1
            and topic.type in ("state", "person", "place") and before.features.case == topic.features.case == "Nom"
        ):  # fmt: skip
            continue
        inside = any(phrase.first <= index <= phrase.last for phrase in phrases)  # «San-Marino»
        if sentence.key(index) in (",", "və", ";", "-", "–") and not inside:
            return index
    return None


def _are_parallel(phrases: Sequence[Phrase], begin: int, at: int, together: bool) -> bool:
    """Whether what stands on both sides of a comma or «və» plays the same two parts."""
    left = _signature([phrase for phrase in phrases if begin <= phrase.first and phrase.last < at])
    right = _signature([phrase for phrase in phrases if phrase.first > at])
    if (
        not together
        and ("person", "Nom") in left & right
        and ("date", "") in right
        and not any(p.type == "verb" for p in phrases)
        and any(p.type == "person" and p.value for p in phrases)
    ):
        return True
    if not together and {("place", "Loc"), ("person", "Nom")} <= left & right:
        return True  # «Bakıda A, Tallində B idarə edir»
    if any(found(phrases, begin, at) for found in (_mirror, _dates_each, _places_each, _heads_each)):
        return True
    return (
        len(left) >= 2
        and left <= right
        and bool(left & {("date", ""), ("award", ""), ("amount", "")} or _both_placed(left))
    )


def _dates_each(phrases: Sequence[Phrase], begin: int, at: int) -> bool:
    """«səfirlik 1994-cü ildə, konsulluq 2003-cü ildə»: a thing and its date on both sides."""
    left = {phrase.type for phrase in phrases if begin <= phrase.first and phrase.last < at}
    right = {phrase.type for phrase in phrases if phrase.first > at}
    return "date" in left & right and bool(left & right & {"mission", "group", "monument"})


def _heads_each(phrases: Sequence[Phrase], begin: int, at: int) -> bool:
    """«A-nın səfiri 2021-ci ildən X, B-nin səfiri Y-dir»: who heads a mission on both sides; the date is the first's alone."""
    left = [phrase for phrase in phrases if begin <= phrase.first and phrase.last < at]
    right = next((phrase for phrase in phrases if phrase.first > at), None)
    if right is None or "mission_head" not in right.attributes or not any(p.type == "date" for p in left):
        return False
    return len(left) > 2 and "mission_head" in left[0].attributes and left[-1].type == "person"


def _places_each(phrases: Sequence[Phrase], begin: int, at: int) -> bool:
    """«Tallində məktəb, Narvada mərkəz …», «Bakıda A-nın, Tallində B-nin heykəlləri»: what is built, and where, on both sides."""
    left = [phrase for phrase in phrases if begin <= phrase.first and phrase.last < at]
    right = [phrase for phrase in phrases if phrase.first > at]
    what = left[-1].type if left else ""
    return what in _BUILT and _is_placed(left, what) and _is_placed(right[:3], what)


_BUILT = frozenset({"institution", "monument"})
_OPENED = _BUILT | {"mission"}


def _is_placed(phrases: Sequence[Phrase], what: str) -> bool:
    """Whether an institution or a monument, in whatever case, stands behind a place in the locative."""
    places = [n for n, p in enumerate(phrases) if p.type in ("place", "state") and p.features.case == "Loc"]
    return bool(places) and any(
        p.type == what and (p.type == "monument" or p.features.case == "Nom") for p in phrases[places[0] :]
    )


def _is_next_session(phrases: Sequence[Phrase], begin: int, at: int) -> bool:
    """«5-ci iclası … keçirilib, 6-cısı …»: a session on either side."""
    after = next((phrase for phrase in phrases if phrase.first > at), None)
    before = any(phrase.type == "session" and begin <= phrase.first < at for phrase in phrases)
    return before and after is not None and after.type == "session"


def _are_couples(sentence: Sentence, phrases: Sequence[Phrase], begin: int, at: int) -> bool:
    """«A və B, C və D qardaşlaşıb»: two places on either side, each two joined."""
    left = [
        phrase for phrase in phrases if phrase.type == "place" and begin <= phrase.first and phrase.last < at
    ]
    right = [phrase for phrase in phrases if phrase.type == "place" and phrase.first > at]
    if len(left) != 2 or len(right) < 2 or left[1].last != at - 1 or right[0].first != at + 1:
        return False
    joined = {("və",), ("ilə",)}
    return tuple(sentence.between(*left)) in joined and tuple(sentence.between(*right[:2])) in joined


def _mirror(phrases: Sequence[Phrase], begin: int, at: int) -> bool:
    """«A B-ni, B də A-nı»: the same two states change parts."""
    left = [
        (p.value, p.features.case) for p in phrases if p.type == "state" and begin <= p.first and p.last < at
    ]
    right = [(p.value, p.features.case) for p in phrases if p.type == "state" and p.first > at]
    if len(left) != 2 or len(right) != 2:
        return False
    swapped = {left[0][0], left[1][0]} == {right[0][0], right[1][0]} and left[0][0] != left[1][0]
    return swapped and set(left).isdisjoint(right) and {c for _, c in left} == {c for _, c in right}


def _both_placed(signature: set[tuple[str, str]]) -> bool:
    return {("state", "Gen"), ("place", "Loc")} <= signature


def _signature(phrases: Sequence[Phrase]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for phrase in phrases:
        if phrase.type in ("mission",):
            found |= {("state", "Gen")} if "sender" in phrase.attributes else set()
            found |= {("place", "Loc")} if "host" in phrase.attributes else set()
        elif phrase.type in ("date", "award", "amount"):
            found.add((phrase.type, ""))
        elif phrase.type in ("state", "pointer"):
            found.add(("place" if phrase.features.case == "Loc" else "state", phrase.features.case))
        elif phrase.type == "place":
            found.add(("place", phrase.features.case))
        elif phrase.type == "person":
            found.add(("person", phrase.features.case))
    return found


def _completed(sentence: Sentence, groups: list[list[Phrase]], number: int) -> list[Phrase]:
    own = groups[number]
    types = {phrase.type for phrase in own} | {phrase.value for phrase in own if phrase.type == "it"}
    concepts = {phrase.concept for phrase in own if phrase.concept}
    added: list[Phrase] = []
    for other in (*groups[number + 1 :], *reversed(groups[:number])):
        for phrase in other:
            if (
                phrase.type in _SHARED
                and phrase.type not in types
                and not (phrase.concept and phrase.concept in concepts)
                and not (phrase.type == "pointer" and phrase.features.case == "Loc" and _has_place(own))
            ):
                added.append(_stripped(phrase, own))
                types.add(phrase.type)
    if number + 1 < len(groups) and "date" not in {phrase.type for phrase in own}:
        added += _common_dates(groups[-1], types)
    if number and "help" in types:
        added += shared_of_gift(sentence, own, groups[0])
    if number and "person" in types and not any(_is_doer(sentence, phrase) for phrase in own):
        added += [phrase for phrase in groups[0] if _is_doer(sentence, phrase)]
    if number and any(_is_partner(sentence, p) for p in own) and not any(_may_meet(sentence, p) for p in own):
        added += [p for p in groups[0] if p.type in ("person", "it") and p.features.case == "Gen"]
    if number + 1 < len(groups) and "person" in types and "date" in types and not _has_goal(own):
        added += [p for p in groups[-1] if p.type in ("place", "state") and p.features.case == "Dat"]
    if number and not types & {"state", "people"} - {""}:
        added += [phrase for phrase in groups[0] if phrase.type in ("state", "people")]
    return [*own, *added]


def _may_meet(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether it is someone who meets another, and not whom he meets («X-in A ilə görüşü mayda, B ilə görüşü iyunda …»)."""
    return phrase.type in ("person", "it") and not _is_partner(sentence, phrase)


def _has_goal(own: Sequence[Phrase]) -> bool:
    """Whether a fact says itself where someone went or was («A 2008-də, B isə 2016-da Bakıya gəlib» does in the end alone)."""
    return any(p.type in ("place", "state", "pointer") for p in own)


def _common_dates(last: list[Phrase], types: set[str]) -> list[Phrase]:
    """The dates behind a noun in the plural that several facts share («A-da X-in, B-də Y-in səfirlikləri 2007-də …»)."""
    noun = next((p for p in last if p.features.plural and p.type in types & _OPENED), None)
    return [p for p in last if p.type == "date" and p.first > noun.last] if noun else []


def _has_place(own: Sequence[Phrase]) -> bool:
    return any(phrase.type in ("state", "place") and phrase.features.case == "Loc" for phrase in own)


def _is_doer(sentence: Sentence, phrase: Phrase) -> bool:
    return (
        phrase.type in ("person", "it")
        and phrase.features.case == "Nom"
        and not _is_partner(sentence, phrase)
    )


def _stripped(phrase: Phrase, own: Sequence[Phrase]) -> Phrase:
    """A shared mission is of another sender and host, a shared cause of another state, none a state's own independence."""
    mutual = any(p.type == "state" and p.value == phrase.attributes.get("of") for p in own)
    if phrase.type == "cause" or (phrase.type == "independence" and mutual):
        return phrase._replace(attributes={})
    if phrase.type == "monument":
        return _of_other(phrase, own)
    if phrase.type != "mission":
        return phrase
    kept = {name: value for name, value in phrase.attributes.items() if name == "mission"}
    return phrase._replace(attributes=kept)


def _of_other(monument: Phrase, own: Sequence[Phrase]) -> Phrase:
    """«Bakıda A-nın, Tallində isə B-nin heykəli»: the noun is shared, and who is honoured is the one whose it is."""
    figures = [p for p in own if p.type == "person" and p.value and p.features.case == "Gen"]
    if len(figures) != 1 or "honoured" not in monument.attributes:
        return monument
    state = figures[0].attributes.get("state", "")
    return monument._replace(
        attributes={"honoured": figures[0].value, **({"nation": state} if state else {})}
    )
