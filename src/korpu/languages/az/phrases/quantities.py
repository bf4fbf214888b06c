"""Quantities: what an amount counts, from the noun behind it or before it, and what it leaves to its neighbours."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from korpu.claims import COUNTED_UNITS
from korpu.languages.az.morphology import Features, analyse
from korpu.languages.az.numbers import YEAR_LIKE
from korpu.languages.az.numerals import SCALES, plain
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.flows import fillers
from korpu.languages.az.phrases.phrase import COPULAS, Phrase, Sentence
from korpu.languages.az.predicates import read_predicate
from korpu.languages.az.units import BARE

_COUNTED = {
    "company": "company",
    "document": "document",
    "agreement_type": "document",
    "people": "person",
    "ethnos": "person",
    "compatriot": "person",
}
_LASTING = frozenset(fold("illik aylıq günlük həftəlik saatlıq").split())
"""«iki illik müqavilə»: how long it is for, and not how many there are."""
_MORE = frozenset(fold("çox çoxdur artıq artıqdır yüksək yüksəkdir yuxarı yuxarıdır").split())
_OUTDONE = tuple(fold("üstələ qabaqla ötüb ötmüş ötür ötdü aşıb aşmış aşır").split())
"""«2022-ci ilin göstəricisini 3 faiz üstələyir»: so much more; of «3 faizi ötüb» the verb is the amount's own."""
_COMPARED = frozenset({"çoxdur", "azdir", "çox", "az", "artiqdir"})
"""«300 milyon avro çoxdur»: so much more, and no level."""
_LESS = frozenset(fold("az azdır aşağı aşağıdır").split())


def compose_quantities(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with a unit on each amount of companies, documents, people and money.

    «165 Litva şirkəti» counts companies, «40 min azərbaycanlı» persons, «şirkətlərin sayı 164-dür» companies;
    in «ixrac 2,5, idxal 3 milyon dollar» the first sum borrows scale and currency from the second.
    """
    composed = [
        _counted(sentence, phrases, index)
        if phrase.type == "amount"
        else _exiles(sentence, phrases, index) or _compatriots(phrase)
        for index, phrase in enumerate(phrases)
    ]
    composed = _owners_of_companies(sentence, composed)
    for index in range(len(composed) - 1, -1, -1):
        if composed[index].type == "amount" and not composed[index].value:
            composed[index] = _borrowed(sentence, composed, index)
    return [_compared(phrase, after) for phrase, after in zip(composed, [*composed[1:], None], strict=False)]


def _compared(phrase: Phrase, after: Phrase | None) -> Phrase:
    """«bir il öncəkindən 21 faiz çoxdur»: the year before a comparison is what it is compared with."""
    from_then = getattr(phrase.data, "part", "") == "since" or getattr(phrase.data, "modifies", False)
    if (
        phrase.type != "date"
        or not from_then
        or after is None
        or after.concept not in ("rise", "fall")
        or after.first != phrase.last + 1
    ):
        return phrase
    return phrase._replace(data=msgspec.structs.replace(phrase.data, part="base"))  # type: ignore[type-var]


def _compatriots(phrase: Phrase) -> Phrase:
    """«soydaşımız» is of the speaker's people, «şirkətlərimiz» are the speaker's; an «icma» is people too."""
    if phrase.type == "institution" and _is_community(phrase):
        return phrase._replace(concept=f"{phrase.concept} community")
    if phrase.concept == "company" and (phrase.is_our or phrase.is_your):
        return phrase._replace(concept="company ours")
    if phrase.concept not in ("compatriot", "community") or not (phrase.is_our or phrase.is_your):
        return phrase
    return phrase._replace(type="pointer", value="our" if phrase.is_our else "your")


def _counted(sentence: Sentence, phrases: list[Phrase], index: int) -> Phrase:
    phrase = phrases[index]
    if sentence.key(phrase.last + 1) in _LASTING:
        return phrase
    unit = (
        getattr(phrase.data, "unit", None)
        or _behind(sentence, phrases, index)
        or _before(sentence, phrases, index)
        or _of_people(sentence, phrases, index)
    )
    concept = unit if unit in ("company", "document") else ""
    after = sentence.key(phrase.last + 1)
    if unit == "percent" or (unit and unit.isupper() and after in _COMPARED):
        more = after in _MORE or (unit == "percent" and after.startswith(_OUTDONE))
        concept = "rise" if more else "fall" if after in _LESS else _by_sign(sentence, phrase)
    if unit == "person" and _is_of_a_sort(sentence, phrases, index):
        concept = "sort"
    elif unit == "person" and _is_headcount(sentence, phrases, index):
        concept = "headcount"
    if unit == "person" and _are_deported(sentence, phrases, index):
        concept = "deported"
    elif unit == "person" and _are_to_go(sentence, phrases, index):
        concept = "moved"
    data = msgspec.structs.replace(phrase.data, unit=unit) if unit else phrase.data  # type: ignore[type-var]
    return phrase._replace(value=unit or "", data=data, concept=concept or phrase.concept)


def _by_sign(sentence: Sentence, share: Phrase) -> str:
    """«(+14 faiz)», «(-3%)»: a share with its sign, first in brackets."""
    opens = sentence.key(share.first - 1) == "("
    return {"+": "rise", "-": "fall"}.get(sentence.key(share.first), "") if opens else ""


def _are_deported(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """«… sürülən 90 min polyak məskunlaşıb»: those brought there, and not all who live there."""
    verb = phrases[index - 1] if index else None
    if verb is None or verb.type != "verb" or verb.last + 1 != phrases[index].first:
        return False
    return "deport" in read_predicate(sentence, verb, 0).concepts


def _are_to_go(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """«… yaşayan almanlar – 20 min nəfər – sürülüb»: those who were taken away, and not who live there."""
    verb = next((phrase for phrase in phrases[index + 1 : index + _NEAR] if phrase.type == "verb"), None)
    return verb is not None and "deport" in read_predicate(sentence, verb, 0).concepts


_NEAR = 7
"""How many phrases behind the number the verb may stand."""


def _exiles(sentence: Sentence, phrases: list[Phrase], index: int) -> Phrase | None:
    """«sürgün edilmiş yunanlar (… göndərilib)»: the people who were moved, wherever they are sent then."""
    people = phrases[index]
    moved = people.type in ("people", "ethnos") and _are_deported(sentence, phrases, index)
    return people._replace(concept="exiled") if moved else None


def _is_of_a_sort(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """«200 azərbaycanlı tələbə», «azərbaycanlı tələbələrin sayı 200»: not the people, but some of them."""
    if sentence.key(phrases[index].first - 1) in THEIRS:
        return True
    before = [phrase for phrase in phrases[max(0, index - 3) : index] if phrase.type == "people"]
    return any(
        _is_sorted(sentence, phrases, phrases.index(people))
        for people in (*phrases[index + 1 : index + 2], *before)
    )


THEIRS = frozenset({"onlarin", "bunlarin"})
"""Before a number, these say that it counts some of whom was told («onların 3 mini»)."""


def _is_sorted(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """Whether a noun behind the people's name says which of them are meant («azərbaycanlı tələbə»)."""
    people = phrases[index]
    if people.type not in ("people", "state") or people.features != BARE:
        return False
    after = phrases[index + 1] if index + 1 < len(phrases) else None
    at = people.last + 1
    if after and after.first == at and (after.type in _SILENT_TYPES or after.concept == "exist"):
        return False
    key = sentence.key(at)
    readings = analyse(key)
    placed = any(found.features.case in ("Loc", "Abl", "Ins") for found in readings)
    whole = any(found.stem in _WHOLE for found in readings)
    return key.isalpha() and key not in fillers() and not placed and not whole


_WHOLE = frozenset(
    fold(
        "əhali icma diaspor qaçqın köçkün mühacir mühacirət miqrant sakin azlıq mənşəli əsilli əsl insan şəxs nəfər "
        "adam olan qalıb qalır həmvətən soydaş ömür məskən yurd həyat sığınacaq pənah daim daimi yerləşib qeydə uçota qeydiyyata"
    ).split()
)
"""Behind a people's name, these say no more than that they are people of it who live there."""
_COUNTING = tuple(
    fold(
        "min milyon mln nəfər adam insan şəxs çox az artıq yaxın qədər yuxarı bir civar ətraf həddində ibarət xeyli"
    ).split()
)


def _is_headcount(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """Whether the clause says no more of the people than that they are so many («… 2 min nəfərdir») or are there."""
    at = phrases[index].last
    while sentence.key(at + 1).startswith(_COUNTING) and not sentence.key(at).endswith(COPULAS):
        at += 1
    if sentence.key(at).endswith(COPULAS):
        return True
    for phrase in phrases[index + 1 : index + 4]:
        if phrase.first - at > 2 or phrase.type not in _THERE:
            return False
        at = phrase.last
        if sentence.key(at).endswith(COPULAS):
            return True
    return False


_THERE = frozenset({"people", "pointer", "state", "place"})


def _of_people(sentence: Sentence, phrases: list[Phrase], index: int) -> str | None:
    """«azərbaycanlılar 2 mindən çoxdur», «icma 3 minə yaxındır»: the people right before are counted."""
    phrase = phrases[index]
    before = next((p for p in reversed(phrases[:index]) if p.type not in ("state", "place", "date")), None)
    if before is None or _scale(sentence, phrase) is None or not sentence.key(phrase.last).endswith(COPULAS):
        return None
    people = before.type == "people" and before.features.plural
    close = phrase.first - before.last <= 4 and "," not in sentence.between(before, phrase)
    return "person" if close and (people or _is_community(before)) else None


def _is_community(phrase: Phrase) -> bool:
    """Whether it is a diaspora or a community («Azərbaycan icması»)."""
    return bool({"community", "compatriot"} & set(phrase.concept.split())) or (
        phrase.type == "institution" and phrase.unit is not None and phrase.unit.stem in _COMMUNITIES
    )


_COMMUNITIES = frozenset({"icma", "diaspor", "diaspora"})


def sort_of(phrase: Phrase) -> str | None:
    """Return the unit of what a noun counts: `company`, `document`, `person`; None for others."""
    if _is_community(phrase):
        return "person"
    return _COUNTED.get(phrase.concept.split(" ")[0]) or _COUNTED.get(phrase.type)


def _behind(sentence: Sentence, phrases: list[Phrase], index: int) -> str | None:
    right = phrases[index]
    if sentence.key(right.last + 1) in _SPANS:
        return None
    for at in range(index + 1, min(index + 4, len(phrases))):
        phrase = phrases[at]
        if phrase.type in ("amount", "date") or phrase.first - right.last > 3:
            return None
        if "arasinda" in sentence.between(right, phrase):  # «iki şəhər arasında müqavilə»
            return None
        if phrase.type == "verb" and not phrase.features.attributive:
            return None
        if phrase.type == "people" and _modifies_counted(sentence, phrases, phrase):
            right = phrase
            continue
        sort = sort_of(phrase)
        if sort == "person" and phrase.type == "people":
            return _shared_noun(sentence, phrases, at) or sort
        if sort:
            return sort
        right = phrase
    return None


_SPANS = frozenset(fold("illik aylıq günlük həftəlik saatlıq gündəlik yaşlı mərtəbəli tərəfli").split())
"""Adjectives with a number of their own: «iki illik müqavilə» is one."""


def _modifies_counted(sentence: Sentence, phrases: list[Phrase], people: Phrase) -> bool:
    """«50 özbək şirkəti»: the nation belongs to the noun behind it."""
    after = next((phrase for phrase in phrases if phrase.first > people.last), None)
    return after is not None and after.first - people.last <= 2 and sort_of(after) in ("company", "document")


def _shared_noun(sentence: Sentence, phrases: list[Phrase], at: int) -> str | None:
    """«3 min özbək, Özbəkistanda isə 900 qazax müəssisəsi»: the first nation belongs to the last noun too."""
    if sentence.key(phrases[at].last + 1) not in (",", "və", ";"):
        return None
    following = [phrase for phrase in phrases[at + 1 :] if phrase.type != "date"]
    for left, right, third in zip(following, following[1:], following[2:], strict=False):
        if left.type == "verb":
            return None
        if left.type == "amount" and right.type in ("people", "state"):
            return sort_of(third) if sort_of(third) in ("company", "document") else None
    return None


def _before(sentence: Sentence, phrases: list[Phrase], index: int) -> str | None:
    """«… şirkətlərinin sayı 164-dür»: what is numbered stands in the genitive before «sayı»."""
    before = phrases[max(0, index - 5) : index]
    numbered = [at for at, phrase in enumerate(before) if phrase.concept == "number"]
    if not numbered or any(phrase.type == "verb" for phrase in before[numbered[-1] :]):
        return None
    told = [p for p in before[: numbered[-1]] if sort_of(p) != "document" or p.features.case == "Gen"]
    return next((sort for phrase in reversed(told) if (sort := sort_of(phrase))), None)


# What an amount leaves out -----------------------------------------------------------------------------


def _borrowed(sentence: Sentence, phrases: list[Phrase], index: int) -> Phrase:
    """The amount with the currency (and the scale) of the next sum of the sentence, else of the one before."""
    phrase = phrases[index]
    if phrase.first == phrase.last and re.search(
        r"(?:min|milyon|milyard|yuz)l[aəe]r", sentence.key(phrase.last)
    ):
        return phrase._replace(type="decoy", value="")  # «minlərə çatır»: nobody knows how many
    if not _counts_nothing(sentence, phrases, index) or YEAR_LIKE.fullmatch(
        sentence.words(phrase.first, phrase.last)
    ):
        return phrase
    shared = _shared_count(sentence, phrases, index)
    if shared:
        data = msgspec.structs.replace(phrase.data, unit=shared)  # type: ignore[type-var]
        return phrase._replace(value=shared, data=data, concept="" if shared == "person" else shared)
    scaled = _scale(sentence, phrase) is not None
    after = next((p for p in phrases[index + 1 :] if _is_sum(p) and _scale(sentence, p)), None)
    before = next((p for p in reversed(phrases[:index]) if _is_sum(p)), None)
    if after and not scaled:
        scale = _scale(sentence, after)
        if scale is None or sentence.key(phrase.last + 1) not in (",", "və", ";"):
            return phrase
        amount = plain(Decimal(phrase.data.amount) * scale)  # type: ignore[attr-defined]
        data = msgspec.structs.replace(phrase.data, amount=amount, unit=after.value)  # type: ignore[type-var]
        return phrase._replace(value=after.value, data=data)
    source = after or before
    if scaled and source:
        data = msgspec.structs.replace(phrase.data, unit=source.value)  # type: ignore[type-var]
        return phrase._replace(value=source.value, data=data)
    return phrase._replace(attributes={"bare": "scaled" if scaled else "yes"})


def _shared_count(sentence: Sentence, phrases: list[Phrase], index: int) -> str | None:
    """«Macarıstanla 92, Slovakiya ilə isə 41 sənəd»: each state's number counts what the last one counts."""
    after = next((at for at in range(index + 1, len(phrases)) if phrases[at].type == "amount"), None)
    if after is None or index == 0 or sentence.key(phrases[index].last + 1) not in (",", ";", "və"):
        return None
    beside = {phrases[index - 1].type, phrases[after - 1].type} == {"state"}
    return phrases[after].value if beside and phrases[after].value in COUNTED_UNITS else None


def _owners_of_companies(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """«5 mindən çox Litva, 140 Malta və 28 Polşa şirkəti»: each number counts companies, of the state behind it."""
    shared = list(phrases)
    for index in range(len(shared) - 4, -1, -1):
        amount, state, other, further = shared[index : index + 4]
        if amount.type != "amount" or amount.value or state.type != "state" or state.features != BARE:
            continue
        joined = amount.last + 1 == state.first and sentence.key(state.last + 1) in _JOINING
        counted = other.value == "company" and further.type in ("state", "people")
        if not (joined and counted and other.first - state.last <= 3):
            continue
        data = msgspec.structs.replace(amount.data, unit="company")  # type: ignore[type-var]
        shared[index] = amount._replace(value="company", data=data, concept="company")
        shared[index + 1] = state._replace(readings=(Features("Gen"),))
    return shared


_JOINING = frozenset({",", "və", ";"})


def _is_sum(phrase: Phrase) -> bool:
    return phrase.type == "amount" and bool(phrase.value) and phrase.value not in COUNTED_UNITS | {"percent"}


def _scale(sentence: Sentence, phrase: Phrase) -> Decimal | None:
    """The scale word of an amount («milyon»), None where it has none or several."""
    found: list[Decimal] = []
    for index in range(phrase.first, phrase.last + 1):
        key = re.sub(r"l[iuü][qk]$", "", sentence.key(index))
        if key in SCALES:
            found.append(SCALES[key])
        else:
            found += [SCALES[a.stem] for a in analyse(key) if a.stem in SCALES][:1]
    return max(found) if found else None


_WAS = frozenset(fold("idi imiş idisə təşkil qeydə civarında ətrafında həddində").split())
_SILENT_TYPES = frozenset({"verb", "theme", "pointer", "state", "date", "place", "pair", "amount", "figure"})


def _counts_nothing(sentence: Sentence, phrases: list[Phrase], index: int) -> bool:
    """Whether no noun that it might count stands right behind it."""
    phrase = phrases[index]
    at = phrase.last + 1
    key = sentence.key(at)
    if not key or not key[0].isalpha() or key in fillers() or key in _WAS:
        return True
    after = phrases[index + 1] if index + 1 < len(phrases) else None
    return after is not None and after.first == at and after.type in _SILENT_TYPES
