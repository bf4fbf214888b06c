"""Persons: names with the office and the state that stand before them, behind them, or for them."""

from __future__ import annotations

import re

from korpu.languages.az.morphology import Features
from korpu.languages.az.phrases.dealing import deal_names
from korpu.languages.az.phrases.names import as_place, find_names, name_tokens, name_words
from korpu.languages.az.phrases.offices import (
    MISSION_OFFICES,
    compose_colleague,
    compose_holder,
    join_ministries,
    read_chairs,
)
from korpu.languages.az.phrases.phrase import Phrase, Sentence

__all__ = ["MISSION_OFFICES", "compose_persons"]


def compose_persons(sentence: Sentence, phrases: list[Phrase], taken: frozenset[int]) -> list[Phrase]:
    """Return the phrases with each person's name, office and state joined into one."""
    phrases = read_chairs(sentence, join_ministries(sentence, phrases))
    titled = {phrase.last + 1 for phrase in phrases if phrase.type in _TITLING or phrase.concept == "chair"}
    freed = name_tokens(sentence, phrases, titled)
    kept = [phrase for phrase in phrases if not (phrase.first == phrase.last and phrase.first in freed)]
    covered = set(taken)
    for phrase in kept:
        covered.update(range(phrase.first, phrase.last + 1))
    found = [*find_names(sentence, covered, titled), *_pronouns(sentence, kept, covered)]
    joined = _join_offices(sentence, sorted([*kept, *found], key=lambda phrase: phrase.first))
    joined = deal_names(sentence, joined)
    for join in (_tell_places, _join_peoples, _join_appositions, _join_delegations, share_case):
        joined = join(sentence, joined)
    return joined


_TITLING = frozenset({"office", "colleague"})
PRONOUNS = {
    "mən": ("Nom", "me"), "məni": ("Acc", "me"), "mənə": ("Dat", "me"), "mənim": ("Gen", "me"),
    "mənimlə": ("Ins", "me"),
    "o": ("Nom", "he"), "onu": ("Acc", "he"), "ona": ("Dat", "he"), "onun": ("Gen", "he"), "onda": ("Loc", "he"),
    "ondan": ("Abl", "he"), "onunla": ("Ins", "he"),
    "onlar": ("Nom", "they"), "onlari": ("Acc", "they"), "onlara": ("Dat", "they"), "onlarin": ("Gen", "they"),
    "onlardan": ("Abl", "they"), "onlarla": ("Ins", "they"),
}  # fmt: skip
_BEHIND_HE = frozenset(
    {
        ",",
        "isə",
        "da",
        "də",
        "eyni",
        "həmçinin",
        "həmin",
        "artiq",
        "burada",
        "ilk",
        "daha",
        "başçiliq",
        "rəhbərlik",
        "sədrlik",
    }
)


def _pronouns(sentence: Sentence, phrases: list[Phrase], covered: set[int]) -> list[Phrase]:
    """The pronouns, which may stand for a person or for a thing told of."""
    found: list[Phrase] = []
    for index, token in enumerate(sentence.tokens):
        case, whom = PRONOUNS.get(token.key, ("", ""))
        if not case or index in covered or (token.key == "o" and _is_determiner(sentence, phrases, index)):
            continue
        if case == "Gen" and sentence.key(index + 1) == "ilə":
            case = "Ins"
        found.append(Phrase(index, index, "it", "it", (Features(case),), "", {"pronoun": whom}))
    return found


def _is_determiner(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """Whether «o» points at the noun behind it («o vaxt») and stands for nothing itself."""
    after = sentence.key(index + 1)
    if after in _BEHIND_HE or sentence.key(index - 1) == "və":
        return after == "cümlədən"
    if after in _VISITS and not sentence.key(index + 2).startswith("ol"):  # «o səfərdə 5 sənəd imzalanıb»
        return True
    known = any(p.first == index + 1 and p.type in _BEHIND_SUBJECTS for p in phrases)
    return not known and not (index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].capital)


_VISITS = frozenset({"səfərdə", "səfərində", "səfərdən", "səfərindən", "səfər", "səfəri", "səfərin"})
_BEHIND_SUBJECTS = frozenset({"date", "verb", "visit", "place", "state", "office"})


def _join_offices(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Join «state office name»; an office without a name stands for its holder."""
    joined: list[Phrase] = []
    for phrase in _without_residence(sentence, phrases):
        before = joined[-1] if joined else None
        if before and _takes_name(sentence, before, phrase):
            title = {name: said for name, said in before.attributes.items() if name != "plural"}
            joined[-1] = phrase._replace(first=before.first, attributes={**title, **phrase.attributes})
            _drop_title(sentence, joined)
            continue
        if phrase.type == "office":
            joined.append(compose_holder(sentence, phrase, joined))
        elif phrase.type == "colleague":
            joined.append(compose_colleague(sentence, phrase, joined))
        elif phrase.type == "role":
            joined.append(_role(phrase, before))
        else:
            joined.append(phrase)
    return joined


def _takes_name(sentence: Sentence, title: Phrase, name: Phrase) -> bool:
    """Whether the name stands right behind an office, a role or a word for a colleague."""
    named = name.type == "person" and bool(name.value) and _is_nameless(title)
    gap = set(sentence.between(title, name))
    if named and _is_residence(sentence, title.last + 1):
        return True
    return named and gap <= name_words("title") | {"-"} and gap != {"-"}


def _is_residence(sentence: Sentence, index: int) -> bool:
    """Whether it is said there where a head of mission lives («səfiri, iqamətgahı Praqada olan X»)."""
    return sentence.key(index) == "," and sentence.key(index + 1) == "iqamətgahi"


def _without_residence(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """The phrases but for where a head of mission lives, between office and name."""
    if not any(token.key == "iqamətgahi" for token in sentence.tokens):
        return phrases
    kept: list[Phrase] = []
    for index, phrase in enumerate(phrases):
        last = kept[-1] if kept else None
        living = (
            last is not None
            and last.type == "office"
            and _is_residence(sentence, last.last + 1)
            and phrase.first - last.last <= _NEAR
            and phrase.type in ("place", "state", "verb")
        )
        if not living or not any(p.type == "person" and p.value for p in phrases[index : index + 3]):
            kept.append(phrase)
    return kept


_NEAR = 6


def _role(noun: Phrase, before: Phrase | None) -> Phrase:
    """«qonağı», «diplomat»: a person told of by what he is; no possessor before, so no possessive ending."""
    word = noun.unit.stem if noun.unit else ""
    attributes = {"trade": word} if noun.value == "trade" else {"role": word, "offices": noun.value}
    if noun.features.plural:
        attributes["plural"] = "yes"
    owned = before is not None and before.is_owner and before.last + 1 == noun.first
    readings = noun.readings if owned else tuple(r for r in noun.readings if not r.possessor) or noun.readings
    return noun._replace(type="person", value="", readings=readings, attributes=attributes)


def _is_nameless(phrase: Phrase) -> bool:
    delegation = phrase.attributes.get("office") == "delegation"
    return phrase.type == "person" and not phrase.value and not delegation


def _drop_title(sentence: Sentence, joined: list[Phrase]) -> None:
    """«Komissiyanın həmsədri, Azərbaycanın naziri X»: two titles of one person; the one by the name stays."""
    if len(joined) < 2:
        return
    title, person = joined[-2], joined[-1]
    if not _is_nameless(title) or title.features.case != "Nom" or "plural" in title.attributes:
        return
    said = (phrase.attributes.get("state", "@among") for phrase in (title, person))
    states = {state for state in said if not state.startswith("@among")}
    gap = sentence.tokens[title.last + 1 : person.first]
    alike = [token.text for token in gap] == [","] or (
        # «Baş nazirin müavini, nəqliyyat və energetika naziri X»
        title.attributes.get("office") == "deputy_prime_minister"
        and person.attributes.get("office") == "minister"
        and gap[0].text == ","
        and len(gap) < _LONG_BRANCH
        and not any(token.capital for token in gap)
    )
    if alike and len(states) < 2:
        joined[-2:] = [
            person._replace(first=title.first, attributes={**title.attributes, **person.attributes})
        ]


_LONG_BRANCH = 8
_BEHIND_NAMES = frozenset({"ilə", "və", ",", "tərəfindən", "arasinda"})


def _tell_places(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """«O, Kasa Verdedə … görüşüb»: capitals in the locative behind who does it name a house, and no person."""
    told: list[Phrase] = []
    for phrase in phrases:
        bare = phrase.type == "person" and phrase.first < phrase.last and not phrase.attributes
        does = any(p.type in ("person", "it") and p.features.case == "Nom" for p in told)
        place = None
        if bare and does and sentence.key(phrase.last + 1) not in _BEHIND_NAMES:
            place = as_place(sentence, phrase)
        told.append(place or phrase)
    return told


def _join_peoples(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """«slovak türkoloqu X», «azərbaycanlı bəstəkar X»: a nation and a trade before a name."""
    joined: list[Phrase] = []
    for phrase in phrases:
        if _is_language(sentence, joined, phrase):
            joined.pop()
        before = joined[-1] if joined else None
        if (
            phrase.type == "person" and phrase.value and before
            and not phrase.attributes.keys() & {"state", "office", "colleague"}
            and before.type in ("people", "state") and _is_trade(sentence, before, phrase)
        ):  # fmt: skip
            attributes = {**phrase.attributes, "state": before.value, "private": phrase.value}
            joined[-1] = phrase._replace(first=before.first, attributes=attributes)
        else:
            joined.append(phrase)
    return joined


def _is_language(sentence: Sentence, before: list[Phrase], person: Phrase) -> bool:
    """«azərbaycanlı alman dili müəllimi X»: whose language a person teaches says nothing of whose the person is."""
    if len(before) < 2 or person.type != "person" or not person.value:
        return False
    nation, tongue = before[-2:]
    return (
        nation.type == tongue.type == "people" and nation.last + 1 == tongue.first
        and sentence.key(tongue.last + 1) == "dili" and person.first - tongue.last <= 3
    )  # fmt: skip


def _is_trade(sentence: Sentence, nation: Phrase, person: Phrase) -> bool:
    if nation.features.attributive or nation.features.case not in ("Nom", "Gen"):
        return False
    gap = sentence.tokens[nation.last + 1 : person.first]
    if nation.type == "people" and nation.features.plural:  # «almanların Volqaboyundan …»
        return False
    if nation.type == "state" and (nation.features.case != "Gen" or not gap):
        return False
    if gap and gap[0].key == "dili":  # «alman dili müəllimi X» may be of any state
        return False
    return len(gap) <= 4 and all(
        token.is_word and not token.capital and token.key not in _LINKS for token in gap
    )


_LINKS = frozenset({"və", "da", "də", "ki", "o", "bu"})
_OPENING, _ENDING = frozenset({",", "(", "-", "–"}), frozenset({",", ")", "-", "–", "→", ">"})


def _join_appositions(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """«X, Polşanın xarici işlər naziri, …»: what a name is followed by between two marks."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if (
            before and before.type == "person" and before.value and not before.attributes.get("office")
            and _is_nameless(phrase) and phrase.attributes.get("office") and "plural" not in phrase.attributes
            and set(sentence.between(before, phrase)) & _OPENING and phrase.first - before.last == 2
            and sentence.key(phrase.last + 1) in _ENDING
        ):  # fmt: skip
            joined[-1] = before._replace(
                last=phrase.last, attributes={**phrase.attributes, **before.attributes}
            )
        else:
            joined.append(phrase)
    return joined


def _is_listed(phrases: list[Phrase], index: int) -> bool:
    """Whether a comma joins two of a list: more follow, or both hold offices and who does it stands before them."""
    here, after = phrases[index], phrases[index + 1]
    if after.attributes.get("shares"):
        return True
    doers = [p for p in phrases[:index] if p.type in ("person", "it") and p.features.case == "Nom"]
    return bool(doers and here.attributes.get("office") and after.attributes.get("office"))


_LEADING = frozenset(
    {"başçiliq etdiyi", "rəhbərlik etdiyi", "başçiliği ilə", "rəhbərliyi ilə", "başda olmaqla"}
)


def _join_delegations(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """«X-in başçılıq etdiyi nümayəndə heyəti» is X, who leads it."""
    joined: list[Phrase] = []
    for phrase in phrases:
        while joined and joined[-1].type == "verb" and phrase.attributes.get("office") == "delegation":
            leader = joined[-2] if len(joined) > 1 else None
            if not leader or leader.type != "person" or not _leads(sentence, leader, phrase):
                break
            joined.pop()
        leader = joined[-1] if joined else None
        if (
            phrase.attributes.get("office") == "delegation" and leader and leader.type == "person"
            and leader.value and _leads(sentence, leader, phrase)
        ):  # fmt: skip
            joined[-1] = leader._replace(last=phrase.last, readings=phrase.readings, unit=phrase.unit)
            _share_delegations(sentence, joined, phrase)
        else:
            joined.append(phrase)
    return joined


def _share_delegations(sentence: Sentence, joined: list[Phrase], delegation: Phrase) -> None:
    """«A-nın və B-nin başçılıq etdiyi nümayəndə heyətləri»: the first leader has the ending of both."""
    if len(joined) < 2 or "plural" not in delegation.attributes:
        return
    first, last = joined[-2:]
    if first.type == "person" and first.is_owner and sentence.between(first, last) == ["və"]:
        case = "Ins" if sentence.key(delegation.last + 1) == "ilə" else delegation.features.case
        attributes = {**first.attributes, "shares": "yes"}
        joined[-2] = first._replace(readings=(Features(case),), attributes=attributes)


def _leads(sentence: Sentence, leader: Phrase, delegation: Phrase) -> bool:
    gap = " ".join(sentence.between(leader, delegation))
    return any(gap.startswith(words) for words in _LEADING) and len(gap.split()) <= 6


_FURTHER = frozenset({("eləcə", "də"), ("habelə",), ("həmçinin",), ("həm", "də")})
"""Before these and behind them stand two who are met each by himself."""


def share_case(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """One ending serves a group of persons: «A, B və C-nin görüşü», «A və B ilə»."""
    shared = list(phrases)
    for index in range(len(shared) - 2, -1, -1):
        here, after = shared[index], shared[index + 1]
        if here.type != "person" or after.type != "person" or here.features.case != "Nom":
            continue
        gap = sentence.between(here, after)
        further = tuple(word for word in gap if word not in (",", "və")) in _FURTHER
        if gap not in (["və"], [","]) and not further:
            continue
        if sentence.between(here, after) == [","] and not _is_listed(shared, index):
            continue
        case = "Ins" if sentence.key(after.last + 1) == "ilə" else after.features.case
        if case != "Nom":
            attributes = dict(here.attributes) if further else {**here.attributes, "shares": "yes"}
            shared[index] = here._replace(readings=(Features(case),), attributes=attributes)
    return shared


_GENITIVE = re.compile(r"(?<=[^\Waıoueəiöü])(?:ın|in|un|ün)$")


def own_genitives(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Give the first of a row of persons the ending that those behind it have («… Van Hautın, B-nin və C-nin»).

    A shared ending stands on the last of a row alone: where two have it, one before them has its own, though the
    name as it stands might be a whole one.
    """
    mended = list(phrases)
    for index in range(len(phrases) - 3, -1, -1):
        here, *row = mended[index : index + 3]
        rest = row[0].type == row[1].type == "person" and row[0].is_owner and row[1].is_owner
        if not rest or here.type != "person" or here.features.case != "Nom" or "shares" in row[0].attributes:
            continue
        name = _GENITIVE.sub("", here.value)
        if name != here.value and sentence.between(here, row[0]) == [","]:
            mended[index] = here._replace(value=name, readings=(Features("Gen"),))
    return mended
