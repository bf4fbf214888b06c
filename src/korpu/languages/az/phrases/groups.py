"""Parliamentary groups: whose parliament's a group is and with whom, from the words before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.lands import LANDS, code_of, take_up
from korpu.languages.az.phrases.phrase import QUOTES, Phrase, Sentence
from korpu.languages.az.verbs import Form


def compose_group(
    sentence: Sentence, group: Phrase, before: list[Phrase], behind: Sequence[Phrase] = ()
) -> Phrase:
    """Return the group with the states that the words before it say: the parliament's (else the first of a pair), and with whom.

    The phrases that say so are taken out of `before`. A bare «qrup» of which nothing is said is the one told of.
    """
    if group.value == "bare" and _is_counterpart(sentence, group):
        house = _house_in(reversed(before)) or _house_in(behind) or _ACROSS
        return group._replace(attributes={"state": house})
    if _is_of_trade(sentence, group, before) or _is_civil(group, (*before, *behind)):
        return group._replace(type="theme", value="", concept="")
    attributes: dict[str, str] = {}
    used: list[int] = []
    right = group
    if _is_of_friends(sentence, group, before):
        attributes["with"] = before[-1].value
        right = before.pop()
        group = group._replace(first=right.first)
    for index in range(len(before) - 1, -1, -1):
        phrase = before[index]
        gap = sentence.between(phrase, right)
        if (
            len(gap) > 6
            or {",", ";", "isə"} & set(gap)
            or not _describe_group(phrase, gap, attributes, group)
        ):
            break
        if phrase.type in ("pair", "parliament", "state", "bare_relations"):
            used.append(index)
        right = phrase
    if len(attributes.get("pair", "").split()) > 2:
        return group._replace(type="theme", value="", concept="")
    if (
        "with" in attributes and "pair" not in attributes
    ):  # «X ilə dostluq qrupu» is in the other's parliament
        attributes.setdefault("state", _OTHER_THAN.get(attributes["with"], f"@other:{attributes['with']}"))
    housed = "owner" not in attributes or any(phrase.type == "parliament" for phrase in before)
    if group.value == "bare" and (not attributes or not (set(attributes) - {"owner"} or housed)):
        return group._replace(**_TOLD_GROUP)  # «qrup» by itself is the one told of
    first = take_up(before, used, group)
    return group._replace(first=first, attributes=attributes)


def _is_of_friends(sentence: Sentence, group: Phrase, before: list[Phrase]) -> bool:
    """«“Maltanın dostları” qrupu»: named by whose friends its members are."""
    at = group.first - 1
    at -= sentence.key(at) in QUOTES
    whose = before[-1] if before else None
    friends = group.value == "bare" and sentence.key(at) in _FRIENDS
    return friends and whose is not None and whose.type == "state" and whose.last == at - 1


_OTHER_THAN = {"@our": "@your"}
_FRIENDS = frozenset({"dostlari", "dostlar"})
_TOLD_GROUP: dict[str, Any] = {"type": "it", "value": "group", "concept": ""}
_SIMILAR = frozenset(fold("belə oxşar eyni bənzər analoji müvafiq eyniadlı əks qarşı uyğun paralel").split())


def _is_counterpart(sentence: Sentence, group: Phrase) -> bool:
    """«belə bir qrup», «oxşar qrup»: another parliament's, of the same sort as the one told of."""
    before = [sentence.key(group.first - 1), sentence.key(group.first - 2)]
    if before[0] == "adli":  # «həmin adlı qrup»
        return before[1] in _SIMILAR | {"həmin", "bu"}
    return before[0] in _SIMILAR or (before[0] in ("bir", "cür") and before[1] in _SIMILAR)


_ACROSS = "@across"
"""The other parliament than the one whose group was told of last."""


def _house_in(phrases: Iterable[Phrase]) -> str:
    """The state of the parliament, or of the capital, in which something is, said no further off than the next verb."""
    for phrase in phrases:
        if phrase.type == "verb":
            return ""
        if phrase.type in ("parliament", "place", "state") and phrase.features.case == "Loc":
            return code_of(phrase) if phrase.type != "parliament" else phrase.attributes.get("state", "")
    return ""


_BESIDE_GROUP = frozenset({"cooperation", "bare_relations", "consist"})


def forming(group: Phrase, after: Sequence[Phrase]) -> Phrase:
    """Return the group; where its forming is what a noun behind it is about («yaradılması haqqında qərar»), it calls that up."""
    verbs = after[0].unit.verbs if after and after[0].unit and after[0].first == group.last + 1 else ()
    forms = any(verb.concept == "create" for verb in verbs)
    return group._replace(concept=f"{group.concept} formation") if forms and group.concept else group


_WORKING = tuple(fold("işçi əməkdaşlıq").split())
_OFFICIAL = frozenset(
    fold("birgə müştərək texniki ekspert hökumətlərarası idarələrarası nazirliklərarası hərbi xüsusi").split()
)
_QUALITIES = frozenset(fold("yeni daimi ikitərəfli").split()) | _OFFICIAL


def _is_of_trade(sentence: Sentence, group: Phrase, before: list[Phrase]) -> bool:
    """Whether a working group is one of governments («ticarət üzrə işçi qrupu», «… xidmətlərinin birgə işçi qrupu»)."""
    first = group.first
    if not group.value.startswith(_WORKING):
        return False
    while sentence.key(first - 1) in _QUALITIES:
        first -= 1
    if any(sentence.key(at).startswith("parlament") for at in range(max(0, first - 8), first)):
        return False
    if {sentence.key(at) for at in range(first, group.first)} & _OFFICIAL:
        return True
    about = sentence.key(first - 1) == fold("üzrə")
    noun = first - 1 - about
    known = any(
        phrase.first <= noun <= phrase.last and (phrase.type in _NAMED or phrase.concept == "bare_relations")
        for phrase in before
    )
    if noun < 0 or known or not sentence.tokens[noun].is_word:
        return False
    return about or any(f.features.case == "Gen" and len(f.stem) > 3 for f in analyse(sentence.key(noun)))


def _is_civil(group: Phrase, around: Iterable[Phrase]) -> bool:
    """Whether it is a society of citizens: its sentence names no parliament and no deputy («Dostluq Cəmiyyətinin sədri»)."""
    if not group.value.endswith(_SOCIETY) or group.value.startswith(_OF_DEPUTIES):
        return False
    return not any(p.type == "parliament" or p.attributes.get("office") in _DEPUTIES for p in around)


_SOCIETY = fold("cəmiyyəti")
_OF_DEPUTIES = ("parlament", "deputat")
_DEPUTIES = frozenset({"deputy", "speaker", "deputy_speaker"})
_NAMED = LANDS | {"parliament", "person", "organisation"}


def _is_house(phrase: Phrase) -> bool:
    """Whether the speakers' own parliament is named, and not their state («parlamentimizdə»)."""
    return phrase.unit is not None and phrase.unit.entry.value == "parliament"


def _describe_group(phrase: Phrase, gap: list[str], attributes: dict[str, str], group: Phrase) -> bool:
    """Let the phrase say whose the group is or with whom; whether what stands before it may still do so."""
    if phrase.type == "pair":
        attributes.setdefault("pair", phrase.value)
        attributes.setdefault("first", phrase.value.split()[0])
    elif phrase.type == "parliament":
        several = group.features.plural and "state" in attributes
        if phrase.attributes.get("state"):
            own = phrase.attributes["state"]
            attributes["state"] = f"{own} {attributes['state']}" if several else attributes.get("state", own)
    elif phrase.type == "pointer" and phrase.value == "pair" and any(k.startswith("parlament") for k in gap):
        attributes.setdefault("state", "@both")
    elif phrase.type == "pointer" and phrase.value == "our" and phrase.has("Ins"):
        attributes.setdefault("with", "@our")
    elif phrase.type == "pointer" and phrase.value == "our" and _is_house(phrase):
        attributes.setdefault("state", "@our")
    elif phrase.type == "place" and "capital" in phrase.attributes and phrase.features.case == "Loc":
        if "pair" in attributes:  # «Bakıda X–Y dostluq qrupunun iclası»: where it meets
            return False
        attributes.setdefault("state", phrase.attributes["capital"])
    elif phrase.type == "state" and (
        phrase.features.case == "Ins" or gap[:1] in (["ilə"], ["üzrə"]) or (phrase.has("Dat") and not gap)
    ):
        attributes.setdefault("with", phrase.value)
    elif phrase.type == "state" and phrase.features.case in ("Gen", "Nom"):
        if len(gap) > 1:
            return False
        if "state" not in attributes and "pair" not in attributes:
            attributes.setdefault("owner", phrase.value)
    elif phrase.type == "verb":
        return any(form.form is Form.PARTICIPLE for form in phrase.forms)
    elif phrase.type == "person":  # «on beş deputatdan ibarət»
        return phrase.features.case == "Abl" and phrase.attributes.get("office") == "deputy"
    else:
        return phrase.type in ("date", "amount") or phrase.concept in _BESIDE_GROUP
    return True
