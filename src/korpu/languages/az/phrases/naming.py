"""From units to phrases: names of states with the nouns that repeat them, words that point at states."""

from __future__ import annotations

from korpu.languages.az.morphology import Features, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.units import Unit
from korpu.languages.az.words import words

_BY = "tərəfindən"
"""«by»: no side of a state, though it looks like one."""
_SHARERS = frozenset({"və", "ilə", ",", "habelə", "eləcə", "də", "həm", "həmçinin"})


def name_phrases(sentence: Sentence, units: list[Unit]) -> list[Phrase]:
    """Return a phrase for each unit, states joined with the noun that carries their ending.

    «Qazaxıstan hökumətinin» is the state in the genitive; «ölkəmizdə» is a pointer to the speaker's.
    """
    phrases: list[Phrase] = []
    for unit in units:
        if (
            unit.type == "state"
            and len(unit.stem) == 2
            and not sentence.tokens[unit.first].text[:2].isupper()
        ):
            continue  # «Ben-Ari» is no «AR»
        if _is_given_name(sentence, unit):
            continue
        phrase = _spelled(sentence, _phrase(unit))
        phrase = phrase._replace(readings=(Features("Gen"),)) if _owns(sentence, phrase) else phrase
        before = phrases[-1] if phrases else None
        if before and _is_acronym_of(sentence, before, phrase):
            phrases[-1] = before._replace(last=phrase.last + 1)
        elif unit.type == "parliament" or (before and _is_states_congress(sentence, unit, before)):
            phrases.append(_parliament(phrase._replace(type="parliament", concept=""), before))
        elif unit.type == "state_head":
            if sentence.key(unit.last) == _BY:
                continue
            if before and _are_members(before, unit):
                phrases.pop()
                continue
            house = _house(sentence, unit, phrase, before)
            joined = _joined(sentence, before, unit, phrase) if before and not house else []
            if house:
                phrases[-1:] = [house] if before and house.first == before.first else [*phrases[-1:], house]
            elif joined:
                phrases[-1:] = joined
            else:
                pointer = _town(sentence, unit, before) or _own_pointer(phrase, sentence)
                phrases += [pointer] if pointer else []
        elif unit.stem == "dili" and before and before.last + 1 == unit.first:
            continue  # «Yapon Dili …»: a language, and not the town
        elif unit.type != "bare_relations" or _relates(sentence, phrase, before):
            phrases.append(phrase)
    phrases = [_by_origin(sentence, phrase) for phrase in phrases]
    return _share_endings(sentence, _pair_names(sentence, phrases))


_ORIGIN = tuple(fold("mənşəli əsilli köklü").split())
_DWELLERS = ("sakin",)


def _by_origin(sentence: Sentence, phrase: Phrase) -> Phrase:
    """«Malta mənşəli», «Malta sakinləri»: a state as its people's, or as where those live."""
    after = sentence.key(phrase.last + 1)
    if phrase.type not in ("state", "people") or phrase.features.case not in ("Nom", "Gen"):
        return phrase
    if after.startswith(_ORIGIN):
        return phrase._replace(type="people", readings=(Features(),))
    if phrase.type == "state" and after.startswith(_DWELLERS):
        return phrase._replace(readings=(Features("Loc", attributive=True),))
    return phrase


def _is_given_name(sentence: Sentence, unit: Unit) -> bool:
    """«Alba Rossi»: an acronym is written in capitals; with one it is a name where another word of it follows."""
    if unit.type != "organisation" or unit.first != unit.last or fold(unit.entry.value) != unit.stem:
        return False
    token, after = sentence.tokens[unit.first], sentence.tokens[unit.first + 1 : unit.first + 2]
    named = bool(after) and after[0].is_word and after[0].capital
    return unit.entry.value.isupper() and token.text[1:].islower() and named


def _spelled(sentence: Sentence, phrase: Phrase) -> Phrase:
    """A town as the text spells it, where the tables have several spellings."""
    unit = phrase.unit
    if phrase.type != "place" or unit is None or unit.first != unit.last or fold(phrase.value) == unit.stem:
        return phrase
    token = sentence.tokens[unit.first]
    spelt = token.text[: len(unit.stem)]
    return phrase._replace(value=spelt) if fold(spelt) == unit.stem else phrase


def _are_members(before: Phrase, unit: Unit) -> bool:
    """«təşkilatın üzv ölkələri ilə»: whoever the members are, none is said to be one; «üzv ölkələrdir» says it."""
    adjacent = before.concept == "member" and before.last + 1 == unit.first
    return adjacent and all(reading.plural and not reading.copula for reading in unit.readings)


def _is_acronym_of(sentence: Sentence, before: Phrase, phrase: Phrase) -> bool:
    """Whether the phrase in brackets says once more what was named right before it («… Məclisinin (MM) sədri»)."""
    same = (before.type, before.value) == (phrase.type, phrase.value) and before.type in _ACRONYMS
    return same and sentence.between(before, phrase) == ["("] and sentence.key(phrase.last + 1) == ")"


_ACRONYMS = frozenset({"parliament", "organisation", "state", "polity"})


def _joined(sentence: Sentence, before: Phrase, unit: Unit, phrase: Phrase) -> list[Phrase]:
    """What stands for a name and the noun that says once more what it is; nothing where they do not belong together."""
    if _is_part_of_polity(before, unit):
        return [before, phrase._replace(type="theme", value="", concept="composition")]
    if before.type == "polity" and _extends(before, unit):
        return [before._replace(last=unit.last, readings=unit.readings)]
    if before.type == "people" and phrase.features.plural and unit.entry.value in ("state", "country"):
        return [before._replace(last=unit.last, type="decoy", value="")]  # «türk dövlətləri»: of a family
    if before.type in ("state", "people") and _reaches(sentence, before, unit):
        carries = unit.has("Nom", "3") or unit.features.possessor == "3" or before.type == "people"
        # «X SSR-dən» carries no possessive, a chamber's own is a part of its name
        carries = carries or unit.entry.value == "soviet" or unit.stem.endswith(_OWN_ENDINGS)
        if carries and not before.features.attributive and before.features.case in ("Nom", "Gen"):
            if unit.entry.value == "parliament":
                return [before, phrase._replace(type="parliament", attributes={"state": before.value})]
            head = {"head": unit.entry.value}
            return [before._replace(last=unit.last, type="state", readings=unit.readings, attributes=head)]
    if before.type == "place" and _is_city(unit, before):
        return [before._replace(last=unit.last, readings=unit.readings)]
    return []


_OWN_ENDINGS = ("palatasi", "məclisi", "şurasi")
"""How the names of chambers end that the tables have with their possessive («nümayəndələr palatası»)."""
_LANDS = frozenset({"state", "country", "city"})


def _is_part_of_polity(before: Phrase, head: Unit) -> bool:
    """«SSRİ-nin respublikaları», «Osmanlı imperiyasının … bu dövlətin əyaləti»: what the state of the past was made of."""
    owner = before.type == "polity" or (before.type == "pointer" and before.value == "that")
    return (
        owner and head.entry.value in _LANDS and any(reading.possessor == "3" for reading in head.readings)
        and (before.is_owner or any(reading.plural for reading in head.readings))
    )  # fmt: skip


def _extends(polity: Phrase, head: Unit) -> bool:
    """«Yuqoslaviya federasiyasına»: the noun repeats the polity and carries its ending."""
    adjacent = polity.last + 1 == head.first and polity.features.case == "Nom"
    return adjacent and any(reading.possessor == "3" and not reading.plural for reading in head.readings)


def _concept(unit: Unit) -> str:
    """What the noun calls up; «səfərdədir» says that someone is on a visit."""
    if unit.entry.concept == "visit_noun" and any(r.copula and r.case == "Loc" for r in unit.readings):
        return "visit_noun visit"
    return unit.entry.concept


def _is_city(unit: Unit, before: Phrase) -> bool:
    """Whether the noun says what the name right before it is («Liepaya şəhəri»)."""
    return unit.entry.value == "city" and before.last + 1 == unit.first


def _town(sentence: Sentence, unit: Unit, before: Phrase | None) -> Phrase | None:
    """«Naivaşa şəhərində»: a town that the tables do not have, in a state that they cannot tell."""
    first = unit.first - 1
    token = sentence.tokens[first] if first >= 0 else None
    if unit.entry.value != "city" or token is None or not (token.is_word and token.capital):
        return None
    if not any(reading.possessor == "3" for reading in unit.readings) or (before and before.last >= first):
        return None
    while first > 1 and _is_of_town(sentence, first - 1) and not (before and before.last >= first - 1):
        first -= 1
    owner = before if before and before.last == first - 1 and before.is_owner else None
    state = (owner.value if owner.type == "state" else owner.attributes.get("state", "")) if owner else ""
    name = sentence.words(first, unit.first - 1)
    return Phrase(
        first, unit.last, "place", name, unit.readings, attributes={"state": state} if state else {}
    )


def _is_of_town(sentence: Sentence, index: int) -> bool:
    """Whether a word belongs to the name of a town that ends behind it («Sok Son rayonu»): a capital, and no case."""
    token = sentence.tokens[index]
    return (
        token.is_word and token.capital and not token.tail
        and all(f.features.case in ("Nom", "Acc") or len(f.stem) < 3 for f in analyse(token.key))
    )  # fmt: skip


def _reaches(sentence: Sentence, state: Phrase, head: Unit) -> bool:
    """Whether the noun is the state's: right behind it, or with capitals between («Misir Ərəb Respublikası»)."""
    gap = sentence.tokens[state.last + 1 : head.first]
    if not gap:
        return True
    if [token.key for token in gap] == ["federal"]:
        return head.entry.value == "parliament"
    names = all(token.is_word and token.capital for token in gap) and sentence.tokens[head.first].capital
    names = names and head.entry.value != "city"  # «Malta Mədəni İrs Kəndi»
    return names and len(gap) <= 2 and state.type == "state" and state.features.case == "Nom"


def _phrase(unit: Unit) -> Phrase:
    if not unit.entries:
        return Phrase(unit.first, unit.last, "verb", unit=unit)
    entry = unit.entry
    if entry.value == "SU":  # no party to anything told today, but what both once were part of
        return Phrase(unit.first, unit.last, "polity", "SU", unit.readings, unit=unit)
    attributes = {"land" if entry.type == "decoy" else "state": entry.extra} if entry.extra else {}
    if entry.ambiguous:
        attributes["ambiguous"] = "yes"
    if entry.type == "place" and entry.extra and entry.value in words().capitals:
        attributes["capital"] = entry.extra
    if entry.type == "pointer" and unit.has("Nom", "1"):  # «bizim» looks like «my we»
        return Phrase(unit.first, unit.last, "pointer", entry.value, (Features("Gen"),), unit=unit)
    if entry.type == "pointer" and unit.stem in _PRONOUNS and unit.has("Acc"):  # «bizi» like «its we»
        return Phrase(unit.first, unit.last, "pointer", entry.value, (Features("Acc"),), unit=unit)
    return Phrase(
        unit.first, unit.last, entry.type, entry.value, unit.readings, _concept(unit), attributes, unit=unit
    )


_PRONOUNS = frozenset({"biz", "siz"})
_OURS = frozenset({"bizim", "sizin"})


def _owns(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether «bizim» is whose the next thing is, and not, with «hökumət», who does something."""
    unit = phrase.unit
    ours = phrase.type == "pointer" and unit is not None and unit.stem in _OURS
    return ours and not sentence.key(phrase.last + 1).startswith(_STATELY)


_STATELY = tuple(fold("hökumət dövlət ölkə respublika parlament xalq").split())


def _relates(sentence: Sentence, phrase: Phrase, before: Phrase | None) -> bool:
    """Whether «əlaqələr» stands right behind those whose they are («Malta ilə əlaqələr»), with no other adjective."""
    if sentence.key(phrase.first - 1) in ("ilə", "arasinda", "arasindaki"):
        return True
    adjacent = before is not None and before.last + 1 == phrase.first
    return adjacent and before is not None and before.type in ("state", "pair", "pointer", "mission_level")


def _is_states_congress(sentence: Sentence, unit: Unit, before: Phrase) -> bool:
    """«Peru Konqresi»: the parliament of the state right before; «Ümumrusiya Azərbaycan Konqresi» is an institution."""
    first = before.first - 1
    named = first > 0 and sentence.tokens[first].is_word and sentence.tokens[first].capital
    return (
        unit.type == "institution" and before.type == "state" and before.last + 1 == unit.first and not named
        and sentence.tokens[unit.first].capital and any(entry.type == "parliament" for entry in unit.entries)
    )  # fmt: skip


def _parliament(phrase: Phrase, before: Phrase | None) -> Phrase:
    """«Meksika Senatı» is Mexico's, whatever other states have a senate; alone, an ambiguous name is nobody's."""
    if (
        before
        and before.type == "state"
        and before.last + 1 == phrase.first
        and before.features.case in ("Nom", "Gen")
    ):
        return phrase._replace(attributes={"state": before.value})
    if before and before.type == "parliament" and before.is_owner and before.last + 1 == phrase.first:
        return phrase._replace(attributes=dict(before.attributes))  # «Peru Konqresinin Deputatlar Palatası»
    if "ambiguous" not in phrase.attributes:
        return phrase
    entries = phrase.unit.entries if phrase.unit else ()
    codes = dict.fromkeys(entry.extra for entry in entries if entry.type == "parliament" and entry.extra)
    return phrase._replace(attributes={"state": "@among:" + "|".join(codes)} if codes else {})


def _house(sentence: Sentence, unit: Unit, phrase: Phrase, before: Phrase | None) -> Phrase | None:
    """A parliament that is no state's by its own name: a chamber, a capital's, one of several of that name."""
    adjacent = before is not None and before.last + 1 == unit.first
    if unit.entry.value != "parliament" or (before and adjacent and before.type in ("state", "people")):
        return None
    if before and adjacent and before.type == "parliament":  # «Ali Məclisin Senatı»
        return before._replace(last=unit.last, readings=unit.readings)
    if before and adjacent and before.type == "place" and "capital" in before.attributes:
        state = before.attributes["capital"]
        return phrase._replace(first=before.first, type="parliament", value="", attributes={"state": state})
    if any(entry.type == "parliament" for entry in unit.entries) and sentence.tokens[unit.first].capital:
        named = phrase._replace(type="parliament", attributes={"ambiguous": "yes"})
        return _parliament(named, None)
    return None


def _own_pointer(phrase: Phrase, sentence: Sentence) -> Phrase | None:
    """«ölkəmiz» is the speaker's state, «ölkələrimiz» the speaker's and the other."""
    for reading in phrase.readings:
        if reading.possessor == "1p":
            points = "pair" if reading.plural and phrase.value != "city" else "our"
            return phrase._replace(type="pointer", value=points, readings=(reading,))
        if reading.possessor == "3" and not reading.plural and phrase.value in ("state", "country"):
            if sentence.key(phrase.first - 1)[:1].isdigit():  # «dünyanın 95 ölkəsindən»: of many
                return phrase._replace(type="decoy", value="")
            return phrase._replace(type="pointer", value="own", readings=(reading,))
        if reading.possessor == "2p":
            return phrase._replace(type="pointer", value="your", readings=(reading,))
        if reading.possessor == "1" and phrase.value in ("state", "country"):  # «mənim ölkəm»
            return phrase._replace(type="pointer", value="our", readings=(reading,))
    if phrase.unit and phrase.unit.stem in _MONARCHIES and not phrase.features.plural:
        return phrase._replace(type="pointer", value="friend")
    return None


_MONARCHIES = frozenset(fold("krallıq sultanlıq əmirlik knyazlıq").split())
"""States of a sort that the publisher's is not: «krallığın …» is the other's."""


def _pair_names(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """«Azərbaycan–Malta» before a noun is the pair, whoever sends and hosts."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if before and before.type == "pair" and _is_third(sentence, before, phrase):
            values = f"{before.value} {phrase.value}"
            towns = f"{before.value}|{phrase.value}" if before.type == phrase.type == "place" else ""
            told = {"towns": towns} if towns else {}
            joined[-1] = Phrase(before.first, phrase.last, "pair", values, phrase.readings, attributes=told)
        elif before and _are_paired(sentence, before, phrase):
            values = f"{_state_of(before)} {_state_of(phrase)}"
            towns = f"{before.value}|{phrase.value}" if before.type == phrase.type == "place" else ""
            told = {"towns": towns} if towns else {}
            joined[-1] = Phrase(before.first, phrase.last, "pair", values, phrase.readings, attributes=told)
        else:
            joined.append(phrase)
    return joined


def _is_third(sentence: Sentence, pair: Phrase, state: Phrase) -> bool:
    """«Azərbaycan–Malta–Latviya»: three states, which are no pair."""
    dashed = sentence.between(pair, state) in (["-"], ["–"], ["—"])
    return dashed and state.type == "state" and state.value not in pair.value.split()


def _state_of(phrase: Phrase) -> str:
    if phrase.type == "place":
        return phrase.attributes.get("state", "")
    return phrase.value


def _are_paired(sentence: Sentence, left: Phrase, right: Phrase) -> bool:
    names = ("state", "people")
    if left.type not in names and not (left.type == "place" and _is_capital(left)):
        return False
    if right.type not in names and not (right.type == "place" and _is_capital(right)):
        return False
    bare = left.features.case == "Nom" and not left.features.attributive and "head" not in left.attributes
    return (
        bare
        and _state_of(left) != _state_of(right)
        and sentence.between(left, right) in (["-"], ["–"], ["—"])
    )


def _is_capital(phrase: Phrase) -> bool:
    return "capital" in phrase.attributes


def _share_endings(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """One ending serves a group: «Xorvatiya, Sloveniya və Serbiyadakı» puts all three in the locative."""
    shared = list(phrases)
    for index in range(len(shared) - 2, -1, -1):
        here, after = shared[index], shared[index + 1]
        if here.type not in ("state", "place", "organisation", "people") or after.type not in (
            here.type,
            "place",
            "state",
        ):
            continue
        if here.type == "people" and after.type != "people":  # «3 min özbək, Özbəkistanda isə …»
            continue
        if here.features.case != "Nom" or here.features.attributive or after.features.case == "Nom":
            continue
        gap = sentence.between(here, after)
        if gap and gap[-1] in ("və", ",") and set(gap) <= _SHARERS and "ilə" not in gap:
            shared[index] = here._replace(readings=after.readings)
    return shared
