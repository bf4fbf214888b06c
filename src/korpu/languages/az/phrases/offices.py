"""Offices: who holds one, of which state, where no name need be said («Latviya Prezidenti», «həmkarı»)."""

from __future__ import annotations

from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.names import name_words
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.verbs import Form
from korpu.languages.az.words import words

MISSION_OFFICES = frozenset(
    {"ambassador", "consul_general", "charge_d_affaires", "honorary_consul", "consul"}
)
_OURS = frozenset(fold("dövlətimizin ölkəmizin respublikamızın ölkənin dövlətin respublikanın").split())


def join_ministries(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each foreign minister's long title as one office, whatever else his ministry is for.

    «Litvanın xarici işlər, Avropa ilə əməkdaşlıq və xaricdə yaşayan litvalılar məsələləri üzrə naziri»
    """
    starts = [at for at, token in enumerate(sentence.tokens) if token.key == "xarici"]
    for start in starts:
        office = next((p for p in phrases if p.last >= start and _is_minister(sentence, p)), None)
        if office is None or not 1 < office.last - start <= _LONGEST_TITLE:
            continue
        if office.first <= start or not _names_a_ministry(sentence, phrases, start, office):
            continue
        whole = office._replace(first=start, value="foreign_minister", concept="")
        phrases = [p for p in phrases if p.last < start or p.first > office.last]
        phrases = sorted([*phrases, whole], key=lambda phrase: phrase.first)
    return phrases


_LONGEST_TITLE = 16
_MINISTRIES = ("nazirli", "idarə", "departament", "komitə")


def _is_minister(sentence: Sentence, phrase: Phrase) -> bool:
    named = phrase.type == "office" and phrase.value in ("minister", "foreign_minister")
    return named and sentence.key(phrase.last).startswith("nazir")


def _names_a_ministry(sentence: Sentence, phrases: list[Phrase], start: int, office: Phrase) -> bool:
    """Whether from «xarici» to the minister stands what his ministry is for: behind his state, without a verb or a person."""
    owner = next((p for p in phrases if p.last == start - 1), None)
    if owner is None or owner.type not in ("state", "pointer", "people"):
        return False
    inside = [p for p in phrases if start <= p.first and p.last < office.last and p is not office]
    done = any(p.type == "verb" and any(f.form is not Form.PARTICIPLE for f in p.forms) for p in inside)
    others = {"person", "date", "office", "visit", "meeting", "title_head", "amount"} & {
        p.type for p in inside
    }
    keys = [sentence.key(at) for at in range(start + 1, office.last)]
    return not done and not others and not any(key.startswith(_MINISTRIES) for key in keys)


def read_chairs(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with an office for each chair of a parliament and of a state («Çinin Sədri»)."""
    read: list[Phrase] = []
    for index, phrase in enumerate(phrases):
        before = read[-1] if read else None
        if _is_former(sentence, phrases, index):
            continue
        if (
            phrase.concept == "chair"
            and before
            and before.is_owner
            and _is_adjacent(sentence, before, phrase)
        ):
            office = {"parliament": "speaker", "state": "president"}.get(before.type, "")
            if before.attributes.get("head") == "parliament":
                office = "speaker"
            elif before.attributes.get("head") == "government":
                office = "prime_minister"
            elif before.type in ("state", "pointer"):
                leads = phrase.unit is not None and phrase.unit.stem in _LEADERS
                office = "president" if leads or (office and sentence.tokens[phrase.first].capital) else ""
            if office:
                phrase = phrase._replace(type="office", value=office, concept="")
        elif phrase.concept == "vice_chair" and before and _is_of_house(sentence, before, phrase):
            phrase = phrase._replace(type="office", value="deputy_speaker", concept="")
        elif phrase.concept == "member" and before and _is_in_house(before, phrase):
            phrase = phrase._replace(type="office", value="deputy", concept="")
        read.append(phrase)
    return read


def _is_of_house(sentence: Sentence, before: Phrase, noun: Phrase) -> bool:
    """Whether the noun is a parliament's («Milli Məclisi sədrinin müavini», «parlamentinin …»)."""
    house = before.type == "parliament" or before.attributes.get("head") == "parliament"
    return house and before.features.case in ("Gen", "Nom") and _is_adjacent(sentence, before, noun)


def _is_former(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """Whether it is the «keçmiş» of a former chair or office, and no verb («… parlamentinin keçmiş sədri»)."""
    here, after = phrases[index], phrases[index + 1 : index + 2]
    if here.type != "verb" or sentence.key(here.last) != "keçmiş" or not after:
        return False
    beside = after[0].first == here.last + 1
    return beside and (after[0].type in ("office", "role", "polity") or after[0].concept == "chair")


_LEADERS = frozenset(fold("başçı rəhbər").split())
"""Who stands at the head of a state, where these words are said of it."""


def _is_in_house(house: Phrase, member: Phrase) -> bool:
    """«Milli Məclisin üzvü»: who sits in a parliament."""
    return house.type == "parliament" and house.last + 1 == member.first and house.is_owner


def compose_holder(sentence: Sentence, office: Phrase, before: list[Phrase]) -> Phrase:
    """Return the office-holder with the state whose office it is; takes that state's phrase out of `before`."""
    value = "nümayəndə heyəti" if office.value == "delegation" else ""
    attributes = {"office": office.value, **({"body": "yes"} if value else {})}
    holder = Phrase(
        office.first, office.last, "person", value, office.readings, "", attributes, unit=office.unit
    )
    if office.features.plural or (
        before and before[-1].type == "amount" and office.first - before[-1].last <= 2
    ):
        attributes["plural"] = "yes"
    if office.is_our or office.is_your:
        whose = "@our" if office.is_our else "@your"
        attributes["sender" if office.value in MISSION_OFFICES else "state"] = whose
    if office.value in MISSION_OFFICES:
        return holder
    house = _house_in(sentence, office)
    if house:
        attributes["state"] = house
    owner = before[-1] if before else None
    party = owner is not None and _is_of_party(sentence, owner, office)
    near = party or (owner is not None and _is_adjacent(sentence, owner, office))
    if not owner or not near or owner.features.attributive:
        body = owner and owner.type == "organisation" and office.first - owner.last <= 3
        if body or _has_other_owner(sentence, office):
            attributes["of"] = "other"
        return holder
    if owner.type in ("organisation", "polity"):
        attributes["of"] = owner.value
        return holder
    if owner.type == "group" and office.value == "delegation" and len(before) > 1:
        before.pop()
        owner = before[-1]
    if owner.type == "parliament" and owner.features.case in ("Gen", "Nom"):
        before.pop()
        state = owner.attributes.get("state", "")
        beside = (
            before and before[-1].type in ("state", "pointer") and not sentence.between(before[-1], owner)
        )
        if beside and (whose := _owning_state(before[-1])):
            owner, state = before.pop(), whose
        return holder._replace(first=owner.first, attributes={**attributes, "state": state})
    state = owner.value if party else _owning_state(owner)
    if not state:
        return holder
    before.pop()
    if office.features.plural and _share_office(sentence, before, owner, holder):
        attributes.pop("plural", None)
    return holder._replace(first=owner.first, attributes={**attributes, "state": state})


def _is_of_party(sentence: Sentence, state: Phrase, office: Phrase) -> bool:
    """«Laos Xalq Partiyasının Baş katibi»: whoever heads a party is of the state that its name begins with."""
    name = sentence.tokens[state.last + 1 : office.first]
    capital = bool(name) and all(token.is_word and token.capital for token in name)
    bare = state.type == "state" and state.features.case == "Nom"
    return capital and bare and name[-1].key.startswith("partiyasinin")


_OF_HOUSES = frozenset({"speaker", "deputy_speaker", "deputy"})


def _house_in(sentence: Sentence, office: Phrase) -> str:
    """Whose parliament the office itself names («Milli Məclisin sədri»): one of several states, as the pair decides."""
    if office.value not in _OF_HOUSES or office.first == office.last:
        return ""
    keys = tuple(sentence.key(index) for index in range(office.first, office.last))
    if len(keys) > 1:
        known = [
            entry
            for names, entry in words().phrases.get(keys[0], ())
            if len(names) == len(keys) and names[:-1] == keys[:-1] and keys[-1].startswith(names[-1])
        ]
    else:
        known = [entry for found in analyse(keys[0]) for entry in words().single.get(found.stem, ())]
    codes = [entry.extra for entry in known if entry.type == "parliament" and entry.extra]
    return "@among:" + "|".join(dict.fromkeys(codes)) if codes else ""


def _has_other_owner(sentence: Sentence, office: Phrase) -> bool:
    """Whether a genitive that is no state's stands before the office («Bankın prezidenti»)."""
    key = sentence.key(office.first - 1)
    if not key.isalpha() or not any(reading.possessor == "3" for reading in office.readings):
        return False
    if key in _OURS:
        return False
    return key.endswith(("in", "un", "ün")) and any(found.features.case == "Gen" for found in analyse(key))


def _is_adjacent(sentence: Sentence, owner: Phrase, office: Phrase) -> bool:
    words = sentence.between(owner, office)
    gap = " ".join(words)
    for word in sorted(name_words("order"), key=len, reverse=True):
        gap = gap.replace(word, "")
    if not gap.strip():
        return True
    # «Litvanın sənaye və infrastruktur naziri»: no table has all ministries.
    branches = sentence.tokens[owner.last + 1 : office.first]
    return (
        office.value in ("minister", "deputy_minister", "committee_chair")
        and owner.type == "state"
        and owner.is_owner
        and len(branches) <= 6
        and all(token.is_word and not token.capital for token in branches)
    )


def _owning_state(owner: Phrase) -> str:
    if owner.features.case not in ("Gen", "Nom"):
        return ""
    if owner.type in ("state", "people"):
        return owner.value
    if owner.type == "pair":
        return owner.value.split()[0]
    if owner.type == "pointer":
        return "@" + owner.value
    return ""


def _share_office(sentence: Sentence, before: list[Phrase], owner: Phrase, holder: Phrase) -> bool:
    """«Litva və Malta prezidentləri»: let the first state have a president too; whether there is one."""
    if not before or before[-1].type != "state" or before[-1].features.case not in ("Nom", "Gen", "Ins"):
        return False
    if sentence.between(before[-1], owner) not in (["və"], ["ilə"], []):
        return False
    state = before[-1]
    attributes = {name: value for name, value in holder.attributes.items() if name != "plural"}
    attributes["state"] = state.value
    before[-1] = holder._replace(first=state.first, last=state.last, attributes=attributes)
    for index in range(len(before) - 2, -1, -1):  # «Litva, Latviya və Malta prezidentləri»
        state = before[index]
        if state.type != "state" or sentence.between(state, before[index + 1]) != [","]:
            break
        attributes = {**attributes, "state": state.value}
        before[index] = holder._replace(first=state.first, last=state.last, attributes=attributes)
    return True


def compose_colleague(sentence: Sentence, noun: Phrase, before: list[Phrase]) -> Phrase:
    """Return the colleague: of the office that was named last, and of the state before the noun."""
    attributes = {"colleague": "yes"}
    first = noun.first
    office = next((p.attributes["office"] for p in reversed(before) if p.attributes.get("office")), "")
    if office:
        attributes["office"] = office
    owner = before[-1] if before else None
    if owner and not sentence.between(owner, noun):
        state = _owning_state(owner)
        if state:
            before.pop()
            attributes["state"], first = state, owner.first
        elif owner.type == "person" and owner.is_owner and not owner.value:
            before.pop()
            first = owner.first
    if noun.features.plural:
        attributes["plural"] = "yes"
    return Phrase(first, noun.last, "person", "", noun.readings, "", attributes, unit=noun.unit)
