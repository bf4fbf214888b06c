"""Missions, their heads and parliamentary groups: whose they are and where, from the words before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.groups import compose_group, forming
from korpu.languages.az.phrases.lands import LANDS, code_of, take_up
from korpu.languages.az.phrases.persons import MISSION_OFFICES
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.verbs import Form

_STOPS = frozenset({",", ";", ":", "(", ")", '"', "“", "”", "«", "»", "ki", "ilə", "isə", "və"})
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
        if phrase.type == "mission" and _names_school(sentence, phrase, phrases[index + 1 : index + 2]):
            continue
        if phrase.type == "it" and phrase.value == "mission":
            composed += _told_mission(sentence, phrase, composed)
        elif phrase.type == "mission":
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
        elif phrase.type == "group" and _is_counted(sentence, phrase, composed, near=2):
            composed.append(phrase._replace(type="groups", concept=""))
        elif phrase.type == "group":
            behind = phrases[index + 1 :]
            composed.append(forming(compose_group(sentence, phrase, composed, behind), behind[:1]))
        else:
            composed.append(phrase)
    return composed


def _names_school(sentence: Sentence, mission: Phrase, behind: Sequence[Phrase]) -> bool:
    """Whether it is part of the name of what it keeps («Norveç Səfirliyi Beynəlxalq Məktəbi»)."""
    after = behind[0] if behind and behind[0].first == mission.last + 1 else None
    named = after is not None and after.type == "institution" and sentence.tokens[after.first].capital
    return named and mission.features.case == "Nom" and sentence.tokens[mission.last].capital


_SAID_BEFORE = frozenset({"bu", "həmin", "artiq", "isə", "və", "da", "də"})


def _told_mission(sentence: Sentence, noun: Phrase, before: list[Phrase]) -> list[Phrase]:
    """«nümayəndəlik» by itself is the only mission of the sentence, else the one told last; none with words of its own."""
    key = sentence.key(noun.first - 1)
    alone = not key.isalpha() or key in _SAID_BEFORE or bool(before and before[-1].last == noun.first - 1)
    if not alone or any(reading.possessor for reading in noun.readings if reading.case != "Acc"):
        return []
    if before and before[-1].last == noun.first - 1 and before[-1].type not in ("date", "verb", "place"):
        return []
    told = [
        phrase.attributes for phrase in before if phrase.type == "mission" and "sender" in phrase.attributes
    ]
    if len(told) != 1:
        return [noun]
    sort = told[0]["mission"]
    return [noun._replace(type="mission", value=sort, concept="mission", attributes=dict(told[0]))]


def _is_relative(verb: Phrase) -> bool:
    """Whether the verb is part of the noun group: a participle, or «təyin etdiyi»."""
    if any(form.form is Form.PARTICIPLE for form in verb.forms):
        return True
    appoints = verb.unit is not None and any(found.concept == "appoint" for found in verb.unit.verbs)
    return appoints and any(form.form is Form.DONE for form in verb.forms)


_BEFORE_HEADS = LANDS | {"date", "parliament", "instrument"}


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
    if "host" not in attributes and _is_somewhere(sentence, first - 1, before):
        return mission._replace(type="missions")
    if len(attributes) == 1 and not possessed:
        attributes = _told_before(before, mission.value) or attributes
    if possessed and "sender" not in attributes:
        attributes |= _shared_before(sentence, before, first, attributes)
    return mission._replace(first=first, attributes=_closed(attributes))


_RESIDING = frozenset(fold("oturan yaşayan").split())
_RESIDENCES = tuple(fold("iqamətgah rezidensiya ofis").split())


def _resides(sentence: Sentence, where: Phrase) -> bool:
    """Whether a head of mission lives there, and may be accredited elsewhere («iqamətgahı Ankarada olan səfiri»)."""
    by = sentence.key(where.first - 1).startswith(_RESIDENCES)
    return by or sentence.key(where.last + 1) in _RESIDING


_WHERE = tuple(fold("dakı dəki").split())


def _is_somewhere(sentence: Sentence, index: int, before: list[Phrase]) -> bool:
    """Whether a word that names no state or town says where it is («Skandinaviya ölkələrindəki səfirlik»)."""
    key = sentence.key(index)
    named = any(phrase.first <= index <= phrase.last for phrase in before)
    return len(key) > 6 and key.endswith(_WHERE) and not named and not sentence.tokens[index].capital


def _bind_words(
    sentence: Sentence, head: Phrase, before: list[Phrase], attributes: dict[str, str], possessed: bool
) -> int:
    """Let the words before the head say whose and where it is, and take them up; return where the group begins."""
    used: list[int] = []
    for index, phrase in _modifiers(sentence, head, before):
        if phrase.type in ("place", "state") and _resides(sentence, phrase):
            used.append(index)
            continue
        if phrase.type in LANDS and not _bind(
            sentence, phrase, attributes, possessed, adjacent=phrase.last + 1 == head.first
        ):
            break
        used.append(index)
    if head.is_our:
        attributes.setdefault("sender", "@our")
    if head.is_your:
        attributes.setdefault("sender", "@your")
    return take_up(before, used, head)


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


def _is_counted(sentence: Sentence, mission: Phrase, before: list[Phrase], near: int = 5) -> bool:
    """«30-dan çox səfirlik», «140 ölkənin səfirliyi»: a number of missions is none in particular."""
    amount = before[-1] if before else None
    if amount is None:
        return False
    coordinated = amount.type == "missions" and sentence.between(amount, mission) in (["və"], [","])
    return coordinated or (amount.type == "amount" and mission.first - amount.last <= near)


def _bind(
    sentence: Sentence, phrase: Phrase, attributes: dict[str, str], possessed: bool, adjacent: bool
) -> bool:
    """Let the phrase be sender, host or place, where that is still open; whether it was taken."""
    features = phrase.features
    code = code_of(phrase)
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
