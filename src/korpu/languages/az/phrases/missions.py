"""Missions, their heads and parliamentary groups: whose they are and where, from the words before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.persons import MISSION_OFFICES
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.verbs import Form

_STOPS = frozenset({",", ";", ":", "(", ")", '"', "“", "”", "«", "»", "ki", "ilə", "isə", "və"})
_LANDS = frozenset({"state", "people", "pointer", "pair", "place", "polity"})
_HEAD_WORDS = frozenset(
    fold(
        "fövqəladə və səlahiyyətli hazırkı yeni keçmiş sabiq ilk birinci ikinci qeyri rezident - indiki əvvəlki növbəti o vaxtkı təyin olunmuş edilmiş sonuncu"
    ).split()
)


def compose_missions(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with sender, host and place on each mission, head of mission and group.

    «Azərbaycanın Latviyadakı səfirliyi»: the genitive sends, the locative hosts; a city hosts for its state.
    """
    composed: list[Phrase] = []
    for index, phrase in enumerate(phrases):
        if phrase.type == "mission":
            composed.append(_placed(sentence, phrase, composed))
        elif phrase.type == "person" and phrase.attributes.get("office") in MISSION_OFFICES:
            if sentence.key(phrase.last + 1).startswith("namizəd"):  # who is to be one, and is none yet
                continue
            head = _head(sentence, phrase, composed)
            composed.append(_nobody(head) if _is_nobody(sentence, head, phrases[index + 1 :]) else head)
        elif phrase.type == "person" and _leads_mission(sentence, phrase, composed):
            mission = composed[-2]
            attributes = {**_post_of(mission), **phrase.attributes, "mission_head": "yes"}
            composed[-2:] = [phrase._replace(first=mission.first, attributes=attributes)]
        elif phrase.type == "group":
            composed.append(_formed(_group(sentence, phrase, composed), phrases[index + 1 : index + 2]))
        else:
            composed.append(phrase)
    return composed


def _is_relative(verb: Phrase) -> bool:
    """Whether the verb is part of the noun group: a participle, or «təyin etdiyi»."""
    if any(form.form is Form.PARTICIPLE for form in verb.forms):
        return True
    appoints = verb.unit is not None and any(found.concept == "appoint" for found in verb.unit.verbs)
    return appoints and any(form.form is Form.DONE for form in verb.forms)


_BEFORE_HEADS = _LANDS | {"date", "parliament", "instrument"}


def _modifiers(sentence: Sentence, head: Phrase, before: list[Phrase]) -> Iterator[tuple[int, Phrase]]:
    """Yield the phrases that may belong to `head`, from the nearest leftwards, with their index."""
    right = head
    for index in range(len(before) - 1, -1, -1):
        phrase = before[index]
        gap = sentence.between(phrase, right)
        coordinated = phrase.type == right.type and phrase.readings == right.readings
        if len(gap) > 5 or (not set(gap) <= _HEAD_WORDS and _STOPS & set(gap) and not coordinated):
            return
        if phrase.type == "verb":
            if not _is_relative(phrase) or not set(gap) <= _HEAD_WORDS:
                return
        elif phrase.type not in _BEFORE_HEADS:
            return
        yield index, phrase
        right = phrase


def _placed(sentence: Sentence, mission: Phrase, before: list[Phrase]) -> Phrase:
    attributes: dict[str, str] = {"mission": mission.value}
    possessed = any(reading.possessor for reading in mission.readings)
    if _is_counted(sentence, mission, before):
        return mission._replace(type="missions")
    first = _bind_words(sentence, mission, before, attributes, possessed)
    if len(attributes) == 1 and not possessed:
        attributes = _told_before(before, mission.value) or attributes
    if possessed and "sender" not in attributes:
        attributes |= _shared_before(sentence, before, first, attributes)
    return mission._replace(first=first, attributes=_closed(attributes))


def _bind_words(
    sentence: Sentence, head: Phrase, before: list[Phrase], attributes: dict[str, str], possessed: bool
) -> int:
    """Let the words before the head say whose and where it is, and take them up; return where the group begins."""
    used: list[int] = []
    for index, phrase in _modifiers(sentence, head, before):
        if phrase.type in _LANDS and not _bind(
            sentence, phrase, attributes, possessed, adjacent=phrase.last + 1 == head.first
        ):
            break
        used.append(index)
    if head.is_our:
        attributes.setdefault("sender", "@our")
    if head.is_your:
        attributes.setdefault("sender", "@your")
    return _take(before, used, head)


_CONSULATES = frozenset({"consulate", "consulate_general", "honorary_consulate"})


def _told_before(before: list[Phrase], sort: str) -> dict[str, str]:
    """What the sentence told of the only mission of that sort («X səfirliyi …, sonra diplomatik missiya bağlandı»)."""
    sorts = _CONSULATES if sort == "consulate" else {sort}  # «konsulluq» may be the honorary one told of
    told = [phrase.attributes for phrase in before if phrase.type == "mission" and phrase.value in sorts]
    return dict(told[0]) if len(told) == 1 and "sender" in told[0] else {}


_AND = frozenset({"və", "həmçinin", "eləcə", "habelə", "da", "də", "o", "cümlədən", ",", "bir", "iki"})


def _shared_before(
    sentence: Sentence, before: list[Phrase], first: int, attributes: dict[str, str]
) -> dict[str, str]:
    """Whose the mission named right before is («X-in A-da səfirliyi və B-də konsulluğu»), and where, if nothing says."""
    other = before[-1] if before else None
    if other is None or other.type != "mission" or "sender" not in other.attributes:
        return {}
    gap = {token.key for token in sentence.tokens[other.last + 1 : first]}
    if not gap or not gap <= _AND or not any(reading.possessor for reading in other.readings):
        return {}
    shared = {"sender": other.attributes["sender"]}
    if "host" not in attributes and "place" not in other.attributes:
        shared |= {name: other.attributes[name] for name in ("host",) if name in other.attributes}
    return shared


def _is_counted(sentence: Sentence, mission: Phrase, before: list[Phrase]) -> bool:
    """«30-dan çox səfirlik», «140 ölkənin səfirliyi»: a number of missions is none in particular."""
    amount = before[-1] if before else None
    if amount is None:
        return False
    coordinated = amount.type == "missions" and sentence.between(amount, mission) in (["və"], [","])
    return coordinated or (amount.type == "amount" and mission.first - amount.last <= 5)


def _bind(
    sentence: Sentence, phrase: Phrase, attributes: dict[str, str], possessed: bool, adjacent: bool
) -> bool:
    """Let the phrase be sender, host or place, where that is still open; whether it was taken."""
    features = phrase.features
    code = _code(phrase)
    if phrase.type == "pair":
        attributes.setdefault("pair", phrase.value)
        return True
    covers = features.case == "Nom" and sentence.key(phrase.last + 1) == "üzrə"
    if features.attributive or features.case in ("Loc", "Dat") or covers:
        if "host" in attributes and not attributes.get("_open"):
            return False
        _host(phrase, code, attributes)
        return True
    if adjacent and possessed and phrase.type == "place" and features.case == "Nom" and code:
        if "host" in attributes:
            return False
        attributes |= {"host": code, "place": phrase.value}  # «Norveçin Bakı səfirliyi»
        return True
    attributes.pop("_open", None)
    owns = features.case == "Gen" or (features.case == "Nom" and adjacent and possessed)
    if not owns or not _sends(phrase, code, attributes, adjacent):
        return False
    if code and set(attributes.get("host", "").split()) == {code}:
        return True  # «Maltanın Meksikanın Kankun şəhərindəki …»: in whose city it is
    if "sender" in attributes:
        if "host" in attributes or "place" not in attributes:
            return False
        attributes["host"] = attributes[
            "sender"
        ]  # «Azərbaycanın Ukraynanın X şəhərindəki», a town that no table has
    attributes["sender"] = code
    return True


def _host(phrase: Phrase, code: str, attributes: dict[str, str]) -> None:
    """Let the phrase be host; of several, each with the place that it is named by, or none (apart by |)."""
    hosts = attributes.get("host", "").split()
    places = attributes.get("place", "").split("|") if hosts or "place" in attributes else []
    town = phrase.value if phrase.type == "place" else ""
    if code:
        attributes["host"] = " ".join([code, *hosts])
    if town or any(places):
        attributes["place"] = "|".join([town, *(places or [""] * len(hosts))])
    attributes["_open"] = "yes"


def _sends(phrase: Phrase, code: str, attributes: dict[str, str], adjacent: bool) -> bool:
    """Whether what the phrase names may be whose the mission is: a state, or a capital that speaks for one."""
    if phrase.type != "place":
        return True
    if phrase.features.case != "Gen":
        return False
    if "host" not in attributes:
        return adjacent
    return "capital" in phrase.attributes and code not in attributes["host"].split()


def _code(phrase: Phrase) -> str:
    if phrase.type == "place":
        return phrase.attributes.get("state", "")
    if phrase.type == "pointer":
        return "@" + phrase.value
    return phrase.value


def _take(before: list[Phrase], used: list[int], head: Phrase) -> int:
    """Remove the phrases that the head has taken up, dates and verbs apart; return where the group begins."""
    first = head.first
    for index in sorted(used, reverse=True):
        if before[index].type in _LANDS | {"parliament"}:
            first = min(first, before[index].first)
            del before[index]
    return first


def _head(sentence: Sentence, person: Phrase, before: list[Phrase]) -> Phrase:
    """«Litvanın Azərbaycandakı səfiri X»; «səfirliyinin işlər vəkili X» has what the mission has."""
    attributes = {**person.attributes, "mission_head": "yes"}
    mission = before[-1] if before else None
    if mission and mission.type == "mission" and mission.is_owner and not sentence.between(mission, person):
        attributes |= _post_of(mission)
        del before[-1]
        return person._replace(first=mission.first, attributes=_closed(attributes))
    first = _bind_words(sentence, person, before, attributes, True)
    if "colleague" in attributes and attributes.get("state"):
        attributes.setdefault("sender", attributes["state"])
    if "sender" in attributes:
        attributes.setdefault("state", attributes["sender"])
    return person._replace(first=first, attributes=_closed(attributes))


def _is_nobody(sentence: Sentence, head: Phrase, behind: Sequence[Phrase]) -> bool:
    """Whether no one in particular is meant: «ölkələrin səfirləri», «X-in ilk səfiri olmaq»."""
    if head.value:
        return False
    verb = behind[0] if behind and behind[0].type == "verb" and behind[0].first == head.last + 1 else None
    being = (
        verb is not None and verb.unit is not None and any(found.concept == "be" for found in verb.unit.verbs)
    )
    return "plural" in head.attributes or (being and verb is not None and verb.forms[0].form is Form.DOING)


def _nobody(head: Phrase) -> Phrase:
    return head._replace(
        attributes={name: v for name, v in head.attributes.items() if name != "mission_head"}
    )


def _post_of(mission: Phrase) -> dict[str, str]:
    """What a mission says of who is at its head."""
    names = ("sender", "host", "mission", "place")
    return {name: mission.attributes[name] for name in names if name in mission.attributes}


def _leads_mission(sentence: Sentence, person: Phrase, before: list[Phrase]) -> bool:
    """«Sloveniyanın Albaniyadakı səfirliyinin rəhbəri X»: a mission in the genitive, and «head» before the name."""
    if len(before) < 2 or not person.value or "office" in person.attributes:
        return False
    mission, chair = before[-2:]
    joined = not sentence.between(mission, chair) and not sentence.between(chair, person)
    return joined and mission.type == "mission" and mission.is_owner and chair.concept == "chair"


def _closed(attributes: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if name != "_open"}


def _group(sentence: Sentence, group: Phrase, before: list[Phrase]) -> Phrase:
    """A friendship group is the parliament's that is named with it, else the first of its pair."""
    if group.value == "bare" and _is_counterpart(sentence, group):
        house = _house_before(before)
        return group._replace(**({"attributes": {"state": house}} if house else _TOLD_GROUP))
    if _is_of_trade(sentence, group, before):
        return group._replace(type="theme", value="", concept="")
    attributes: dict[str, str] = {}
    used: list[int] = []
    right = group
    for index in range(len(before) - 1, -1, -1):
        phrase = before[index]
        gap = sentence.between(phrase, right)
        if (
            len(gap) > 6
            or {",", ";", "isə"} & set(gap)
            or not _describe_group(phrase, gap, attributes, group)
        ):
            break
        if phrase.type in ("pair", "parliament", "state"):
            used.append(index)
        right = phrase
    if len(attributes.get("pair", "").split()) > 2:
        return group._replace(type="theme", value="", concept="")
    housed = "owner" not in attributes or any(phrase.type == "parliament" for phrase in before)
    if group.value == "bare" and (not attributes or not (set(attributes) - {"owner"} or housed)):
        return group._replace(**_TOLD_GROUP)  # «qrup» by itself is the one told of
    first = _take(before, used, group)
    return group._replace(first=first, attributes=attributes)


_TOLD_GROUP: dict[str, Any] = {"type": "it", "value": "group", "concept": ""}
_SIMILAR = frozenset(fold("belə oxşar eyni bənzər analoji müvafiq eyniadlı").split())


def _is_counterpart(sentence: Sentence, group: Phrase) -> bool:
    """«belə bir qrup», «oxşar qrup»: another parliament's, of the same sort as the one told of."""
    before = [sentence.key(group.first - 1), sentence.key(group.first - 2)]
    return before[0] in _SIMILAR or (before[0] in ("bir", "cür") and before[1] in _SIMILAR)


def _house_before(before: list[Phrase]) -> str:
    """The state of the parliament, or of the capital, in which something is."""
    for phrase in reversed(before):
        if phrase.type == "verb":
            return ""
        if phrase.type in ("parliament", "place", "state") and phrase.features.case == "Loc":
            return _code(phrase) if phrase.type != "parliament" else phrase.attributes.get("state", "")
    return ""


_BESIDE_GROUP = frozenset({"cooperation", "bare_relations", "consist"})


def _formed(group: Phrase, after: Sequence[Phrase]) -> Phrase:
    """The group; where its forming is what a noun behind it is about («yaradılması haqqında qərar»), it calls that up."""
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
    known = any(phrase.first <= noun <= phrase.last and phrase.type in _NAMED for phrase in before)
    if noun < 0 or known or not sentence.tokens[noun].is_word:
        return False
    return about or any(f.features.case == "Gen" and len(f.stem) > 3 for f in analyse(sentence.key(noun)))


_NAMED = _LANDS | {"parliament", "person", "organisation"}


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
    elif phrase.type == "pointer" and phrase.value == "our" and _is_house(phrase):
        attributes.setdefault("state", "@our")
    elif phrase.type == "place" and "capital" in phrase.attributes and phrase.features.case == "Loc":
        if "pair" in attributes:  # «Bakıda X–Y dostluq qrupunun iclası»: where it meets
            return False
        attributes.setdefault("state", phrase.attributes["capital"])
    elif phrase.type == "state" and (phrase.features.case == "Ins" or gap[:1] in (["ilə"], ["üzrə"])):
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
