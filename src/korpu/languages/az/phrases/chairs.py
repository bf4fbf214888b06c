"""Chairs of parliamentary groups: who of those whom the sentence names it says is at the head of the group."""

from __future__ import annotations

from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence

_PASSED_OVER = frozenset({"date", "role", "state", "parliament", "people", "place"})
_POST = frozenset(fold("vəzifəsinə vəzifəsini vəzifəsində vəzifəsindən vəzifəsi postuna postunu").split())
_BETWEEN = frozenset(
    fold("hazırkı indiki yeni ilk keçmiş sabiq birinci əvvəlki növbəti hazırda isə də da").split()
)
_ENDING = frozenset({",", ")", "–", "-"})
_OPENING = frozenset({",", "(", "–", "-"})
_LONGEST_GAP = 10


def seat_chairs(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with the name of its `chair` on each group that the sentence says has one.

    Where he only is named by it (`seat`), what the verb says of him is not about the chair.
    «X–Y dostluq qrupunun sədri, deputat A», «A, qrupun sədri, …», «A qrupun sədri vəzifəsinə seçilib».
    """
    if not any(phrase.concept == "chair" or phrase.type == "group" for phrase in phrases):
        return phrases
    seated = list(phrases)
    for index, chair in enumerate(phrases):
        leader = _leader(sentence, phrases, index) if chair.type == "group" else None
        if leader is not None:
            attributes = {"chair": leader.value, "seat": "yes"}
            seated[index] = chair._replace(attributes={**chair.attributes, **attributes})
        group = phrases[index - 1] if index else None
        if chair.concept != "chair" or group is None or not _is_of_group(sentence, group, chair):
            _seat_both(sentence, seated, index)
            continue
        holder = _holder(sentence, phrases, index)
        if holder is not None:
            attributes = {"chair": _beside(sentence, phrases, chair, holder)}
            if sentence.key(chair.last + 1) not in _POST and not _is_before_verb(phrases, holder):
                attributes["seat"] = "yes"
            seated[index - 1] = group._replace(attributes={**group.attributes, **attributes})
    return seated


def _seat_both(sentence: Sentence, seated: list[Phrase], index: int) -> None:
    """«… liqası işləyir, həmsədrləri A və B-dir»: the group told of before has both."""
    chair = seated[index]
    if chair.concept != "chair" or not chair.features.plural:
        return
    at = next((n for n in range(index - 1, -1, -1) if seated[n].type == "group"), None)
    holder = _holder(sentence, seated, index) if at is not None else None
    if at is None or holder is None or "chair" in seated[at].attributes:
        return
    names = _beside(sentence, seated, chair, holder)
    if "|" in names:
        seated[at] = seated[at]._replace(attributes={**seated[at].attributes, "chair": names})


def _beside(sentence: Sentence, phrases: list[Phrase], chair: Phrase, holder: Phrase) -> str:
    """The holder's name, and that of whom he shares the chair with («həmsədrləri A və B»), apart by |."""
    index = phrases.index(holder)
    other = phrases[index + 1] if index + 1 < len(phrases) else None
    shared = any(reading.plural for reading in chair.readings) and chair.last < holder.first
    if other is None or not shared or other.type != "person" or not other.value:
        return holder.value
    return f"{holder.value}|{other.value}" if sentence.between(holder, other) == ["və"] else holder.value


_LEADING = frozenset(fold("rəhbərliyi başçılığı sədrliyi").split())
_BY = frozenset(fold("ilə altında").split())


def _leader(sentence: Sentence, phrases: list[Phrase], index: int) -> Phrase | None:
    """Who leads the group, named right before or behind it («A-nın rəhbərliyi ilə X–Y dostluq qrupu»)."""
    group = phrases[index]
    for person in phrases[max(0, index - 1) : index + 2]:
        if person.type != "person" or not person.value or not person.is_owner:
            continue
        leads = sentence.key(person.last + 1) in _LEADING and sentence.key(person.last + 2) in _BY
        if leads and (group.first == person.last + 3 or person.first == group.last + 1):
            return person
    return None


def _is_before_verb(phrases: list[Phrase], holder: Phrase) -> bool:
    """«sədri X olacaq»: the verb itself may say when, and whether, he is in the chair."""
    return any(phrase.type == "verb" and phrase.first == holder.last + 1 for phrase in phrases)


def _is_of_group(sentence: Sentence, group: Phrase, chair: Phrase) -> bool:
    thing = group.type == "group" or (group.type == "it" and group.value == "group")
    return thing and group.is_owner and set(sentence.between(group, chair)) <= _BETWEEN


def _holder(sentence: Sentence, phrases: list[Phrase], index: int) -> Phrase | None:
    """The person behind the noun, past his other titles; before it, where he is named first."""
    chair = phrases[index]
    after = sentence.key(chair.last + 1)
    before = _named_before(sentence, phrases, index - 1)
    if before and (
        after in _POST or (after in _ENDING and _is_apposition(sentence, before, phrases[index - 1]))
    ):
        return before
    for phrase in phrases[index + 1 :]:
        gap = set(sentence.between(chair, phrase))
        if phrase.first - chair.last > _LONGEST_GAP or gap & {"ki", ";", ":"}:
            return None
        if phrase.type == "person":
            if phrase.attributes.get("office") == "delegation":
                return None
            if phrase.value:
                return phrase
        elif phrase.type not in _PASSED_OVER:
            return None
    return None


def _named_before(sentence: Sentence, phrases: list[Phrase], index: int) -> Phrase | None:
    """The person named last before the group, who is its subject."""
    for phrase in reversed(phrases[:index]):
        if phrase.type == "person" and phrase.value:
            near = phrases[index].first - phrase.last <= _LONGEST_GAP
            body = phrase.attributes.get("office") == "delegation"
            return phrase if near and not body and phrase.features.case == "Nom" else None
        if phrase.type == "verb":
            return None
    return None


def _is_apposition(sentence: Sentence, person: Phrase, group: Phrase) -> bool:
    return sentence.key(person.last + 1) in _OPENING and group.first - person.last <= 4
