"""Awards, institutions, monuments, companies: a head noun with the name before it."""

from __future__ import annotations

from functools import cache

from korpu.languages.az.morphology import VOWELS, Features, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.institutions import compose_company, compose_institution
from korpu.languages.az.phrases.monuments import compose_monument
from korpu.languages.az.phrases.names import is_closing
from korpu.languages.az.phrases.phrase import Phrase, Sentence, dictionary_group, quotation_before
from korpu.languages.az.units import find_noun
from korpu.languages.az.words import FOLDER, is_passive
from korpu.lexicon import read_table, split_forms

_RANKS = frozenset(
    fold("i ii iii iv dərəcəli ali mülki dövlət fəxri yubiley xatirə milli hərbi qızıl gümüş").split()
)


def compose_works(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each award, institution, monument and project under its whole name."""
    composed = list(phrases)
    for head in phrases:
        compose = _COMPOSERS.get(head.type)
        for whole in compose(sentence, composed, head) if compose else ():
            composed = [
                p
                for p in composed
                if p is not head
                and not (whole.first <= p.first and p.last <= whole.last and _is_inner(p, whole))
            ]
            composed.append(whole)
            composed.sort(key=lambda phrase: phrase.first)
    return [_given_to(sentence, composed, index) for index in range(len(composed))]


def _given_to(sentence: Sentence, phrases: list[Phrase], index: int) -> Phrase:
    """«X prezidenti səfir Jan Tammsara “Y” ordenini təqdim edib»: whom somebody else gives an award right behind the name.

    That his name ends in the dative nothing else tells.
    """
    person = phrases[index]
    award = phrases[index + 1] if index + 1 < len(phrases) else None
    if award is None or award.type != "award" or person.type != "person" or not person.value:
        return person
    key = sentence.key(person.last)
    unclear = person.features.case == "Nom" and key[-1:] in "aə" and key[-2:-1] not in VOWELS and len(key) > 5
    if not unclear or is_closing(key) or award.first != person.last + 1 or not award.has("Acc"):
        return person
    verb = next((p for p in phrases[index + 2 :] if p.type == "verb"), None)
    gives = {found.concept for found in verb.unit.verbs} if verb and verb.unit else set()
    giver = any(p.type in _GIVERS and p.features.case == "Nom" for p in phrases[:index])
    if not giver or not gives & {"give", "present"} or (verb and is_passive(sentence.key(verb.last))):
        return person
    return person._replace(value=person.value[:-1], readings=(_DATIVE,))


_GIVERS = frozenset({"person", "state", "pointer"})


def _is_inner(phrase: Phrase, whole: Phrase) -> bool:
    return phrase.type != "verb" and phrase is not whole


def _award(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> list[Phrase]:
    """«“Dostluq” ordeni», «Şöhrət ordeni»: the quoted or capitalised words are the award's name."""
    index = head.first - 1
    while index >= 0 and sentence.key(index) in _RANKS:
        index -= 1
    explained = _explained(sentence, phrases, head)
    if explained:
        return [explained]
    state = next((p for p in phrases if p.last == index and p.type == "state"), None)
    if state and state.features.case == "Nom" and quotation_before(sentence, state.first - 1):
        index = state.first - 1  # «“Xidmətə görə” Malta medalı»
    quoted = quotation_before(sentence, index)
    if quoted:
        name = sentence.words(quoted[0] + 1, quoted[1] - 1)
        others = _quoted_before(sentence, quoted[0]) if head.features.plural else []
        first = others[-1].first if others else quoted[0]
        attributes = _told_of(head) | _named_for(sentence, quoted) | _giver(sentence, phrases, first)
        attributes |= {"by": state.value} if state and state.last > quoted[1] else {}
        whole = head._replace(first=quoted[0], value=name, attributes=attributes)
        return [whole, *(whole._replace(first=o.first, last=o.last, value=o.value) for o in others)]
    first = _name_start(sentence, phrases, index)
    if first == index + 1:
        return []
    person = _receiver(sentence, first, index)
    found = [person] if person else []
    first = person.last + 1 if person else first
    name = dictionary_group(sentence, first, head, True)
    mark = sentence.tokens[head.last + 1] if head.last + 1 < len(sentence.tokens) else None
    if mark and mark.tail and mark.text in '”»"':  # «“Vəfa Mükafatı”nı»
        head = head._replace(last=head.last + 1, readings=mark.tail)
    owner = _state_at(sentence, first - 1) if first and _owns(sentence, first - 1) else ""
    attributes = _told_of(head) | _giver(sentence, phrases, first) | ({"by": owner} if owner else {})
    return [*found, head._replace(first=first, value=name, attributes=attributes)]


def _told_of(head: Phrase) -> dict[str, str]:
    """The sort of award, and whose it is where its ending says that («ordenimizə», «medalınızı»)."""
    whose = next((_WHOSE[r.possessor] for r in head.readings if r.possessor in _WHOSE), "")
    return {"sort": head.value, **({"by": whose} if whose else {})}


_WHOSE = {"1p": "@our", "2p": "@your"}


def _explained(sentence: Sentence, phrases: list[Phrase], head: Phrase) -> Phrase | None:
    """«Maltanın ali mükafatı olan “Xidmətə görə”»: the name in quotation marks behind what it is said to be."""
    first = head.last + 2
    if sentence.key(head.last + 1) != "olan" or first >= len(sentence.tokens):
        return None
    last = next(
        (at for at in range(first + 2, first + 7) if quotation_before(sentence, at) == (first, at)), None
    )
    if last is None or any(p.type == "award" and p.first == last + 1 for p in phrases):
        return None
    name, readings = sentence.words(first + 1, last - 1), sentence.tokens[last].tail or (Features(),)
    begin = head.first
    while begin > 0 and sentence.key(begin - 1) in _RANKS:
        begin -= 1
    attributes = _told_of(head) | _giver(sentence, phrases, begin)
    return Phrase(first, last, "award", name, readings, head.concept, attributes)


def _named_for(sentence: Sentence, quoted: tuple[int, int]) -> dict[str, str]:
    """The one state that an award's name has in it («Litvaya xidmətə görə»): it confers it."""
    named = [_state_at(sentence, index) for index in range(quoted[0] + 1, quoted[1])]
    states = {code for code in named if code}
    return {"by": states.pop()} if len(states) == 1 else {}


def _state_at(sentence: Sentence, index: int) -> str:
    """The state that the word names; empty for other words."""
    token = sentence.tokens[index]
    noun = (
        find_noun(token.key, token.capital)
        if token.is_word and token.capital and len(token.key) > 3
        else None
    )
    entry = noun[1][0] if noun else None
    return entry.value if entry and entry.type == "state" and not entry.ambiguous else ""


def _quoted_before(sentence: Sentence, first: int) -> list[Phrase]:
    """The names that share the noun behind («“A”, “B” və “C” ordenləri»), the nearest first."""
    found: list[Phrase] = []
    while sentence.key(first - 1) in ("və", ","):
        quoted = quotation_before(sentence, first - 2)
        if not quoted:
            break
        name = sentence.words(quoted[0] + 1, quoted[1] - 1)
        found.append(Phrase(*quoted, "award", name))
        first = quoted[0]
    return found


def _name_start(sentence: Sentence, phrases: list[Phrase], last: int) -> int:
    """Where the capitalised words begin that end at `last` («İncəsənət və Ədəbiyyat», «Vissam əl-Ələvi»)."""
    first = last + 1
    while first > 0:
        before = sentence.tokens[first - 1]
        if _is_state(phrases, first - 1) or before.key in _POINTING:
            break
        if first <= last and _owns(sentence, first - 1):  # «Maltanın Qızıl Xaç ordeni»
            break
        if before.is_word and before.capital:
            first -= 1
        elif first <= last and _joins(sentence, phrases, first - 1):
            first -= 2
        else:
            break
    return first


def _owns(sentence: Sentence, index: int) -> bool:
    """Whether the word is a state's name in the genitive."""
    genitive = any(f.features.case == "Gen" for f in analyse(sentence.key(index)))
    return genitive and bool(_state_at(sentence, index))


_POINTING = frozenset(fold("bu həmin o ilk yeni").split())
_PARTICLES = frozenset(fold("əl əs əz ən ər əd əş al el as an").split())


def _joins(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """Whether what stands before a capitalised word joins it to the one before: an article, «və» behind whose it is."""
    before = sentence.tokens[index - 1] if index else None
    if before is None or not before.is_word:
        return False
    if sentence.tokens[index].text in "-–":
        return before.key in _PARTICLES
    owned = any(p.type == "state" and p.is_owner and p.last == index - 2 for p in phrases)
    return sentence.key(index) == "və" and before.capital and owned


_DATIVE = Features("Dat")


def _receiver(sentence: Sentence, first: int, last: int) -> Phrase | None:
    """Who is given it, where no mark parts the name from the award's («Eero Kantolaya Terra Mariana Xaçı ordeni»)."""
    for index in range(first + 1, last):
        token = sentence.tokens[index]
        if not token.key.endswith(("ya", "yə")):
            continue
        stem = token.key[:-2]
        if any(f.stem == stem and f.features == _DATIVE for f in analyse(token.key)):
            return Phrase(first, index, "person", sentence.words(first, index)[:-2], (_DATIVE,))
    return None


def _giver(sentence: Sentence, phrases: list[Phrase], first: int) -> dict[str, str]:
    """The state whose award it is, said right before it («Qırğızıstanın birinci dərəcəli “…” ordeni»)."""
    before = [phrase for phrase in phrases if phrase.last < first]
    state = before[-1] if before else None
    if state is None or state.type != "state" or state.features.case not in ("Gen", "Nom"):
        return {}
    gap = sentence.tokens[state.last + 1 : first]
    return {"by": state.value} if len(gap) <= 6 and not any(token.text == "," for token in gap) else {}


@cache
def _givers() -> dict[str, tuple[str, ...]]:
    rows = read_table(FOLDER, "awards")
    return {fold(form): tuple(row["states"].split()) for row in rows for form, _ in split_forms(row["names"])}


def know_givers(phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases, each award that says not whose it is with the state that confers awards of its name.

    Only where the sentence tells of persons of one other state, and names no state besides.
    """
    if not any(phrase.type == "award" for phrase in phrases):
        return phrases
    told = {p.attributes["state"] for p in phrases if p.type == "person" and p.attributes.get("state")}
    if len(told) != 1 or any(phrase.type == "state" for phrase in phrases):
        return phrases
    return [_known(phrase, told) for phrase in phrases]


def _known(award: Phrase, told: set[str]) -> Phrase:
    states = _givers().get(fold(award.value), ()) if award.type == "award" else ()
    if not states or "by" in award.attributes or told & set(states) or any(len(code) != 2 for code in told):
        return award
    by = states[0] if len(states) == 1 else "@among:" + "|".join(states)
    return award._replace(attributes={**award.attributes, "by": by})


def _is_state(phrases: list[Phrase], token: int) -> bool:
    return any(
        (p.type in ("state", "people", "pointer") or (p.type == "person" and p.features.case != "Nom"))
        and p.first <= token <= p.last
        for p in phrases
    )


_COMPOSERS = {
    "award": _award,
    "institution": compose_institution,
    "monument": compose_monument,
    "company_head": compose_company,
    "theme": compose_company,
}
