"""Persons: names with the office and the state that stand before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from korpu.languages.az.morphology import Features, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.sayings import roles, words_of
from korpu.languages.az.units import BARE

_TITLES = frozenset(
    fold(
        "cənab xanım zati-aliləri həzrətləri əlahəzrət ulu öndər ümummilli lider general professor akademik doktor"
    ).split()
)
_LOWER_PARTS = frozenset(fold("bin ibn əl al de da di van von fon del la le oğlu qızı bəy xan").split())
_ORGANISATION_ENDS = frozenset(
    fold(
        "fondu mərkəzi partiyası şirkəti universiteti nazirliyi komitəsi qurumu agentliyi holdinqi bankı birliyi "
        "xidməti şurası institutu akademiyası teatrı muzeyi ordeni medalı mükafatı dəhlizi kəməri yolu xətti "
        "hava limanı aeroportu meydanı küçəsi prospekti rayonu şəhəri vilayəti muharibəsi müharibəsi komissiyası "
        "palatası ordusu assosiasiyası forumu sammiti konfransı klubu kuboku liqası bəyannaməsi sazişi müqaviləsi "
        "proqramı layihəsi konsulluğu səfirliyi əlaqələri münasibətləri hökuməti parlamenti məclisi konqresi evi "
        "kitabxanası məktəbi liseyi parkı bağı məscidi qrupu təşkilatı ittifaqı federasiyası konfederasiyası cəmiyyəti"
    ).split()
)
_CLOSING = re.compile(
    r"(?:[oey]v|[yoe]va|zadə|oğlu|qizi|skiy|skaya|şvili|dze|yan|ko|viç|iç|berq|man|son|sen|ler|ski|çuk|yuk|uk|"
    r"enko|ulu|oğli|bəyli|xanli|soy|türk|oviç|eviç|escu|idis|poulos)$"
)
_OF_NAME = "adına"


def compose_persons(sentence: Sentence, phrases: list[Phrase], taken: frozenset[int]) -> list[Phrase]:
    """Return the phrases with each person's name, office and state joined into one."""
    covered = set(taken)
    for phrase in phrases:
        covered.update(range(phrase.first, phrase.last + 1))
    surnames = _place_surnames(sentence, phrases, covered)
    found = list(_runs(sentence, phrases, covered - surnames))
    kept = [phrase for phrase in phrases if phrase.first not in surnames]
    return _join_offices(sentence, sorted([*kept, *found], key=lambda phrase: phrase.first))


def _place_surnames(sentence: Sentence, phrases: list[Phrase], covered: set[int]) -> set[int]:
    """The tokens of places that are surnames here: «səfir Fatma Ceyhan», a name right behind an office."""
    offices = {phrase.last for phrase in phrases if phrase.type == "office"}
    found: set[int] = set()
    for phrase in phrases:
        given = phrase.first - 1
        if (
            phrase.type == "place" and phrase.first == phrase.last and given - 1 in offices
            and given not in covered and sentence.tokens[given].capital
        ):  # fmt: skip
            found.add(phrase.first)
    return found


def _runs(sentence: Sentence, phrases: list[Phrase], covered: set[int]) -> Iterator[Phrase]:
    tokens = sentence.tokens
    index = 0
    offices = {phrase.last for phrase in phrases if phrase.type == "office"}
    while index < len(tokens):
        if index in covered or not _may_begin(sentence, index):
            index += 1
            continue
        last = _run_end(sentence, index, covered)
        titled = index - 1 in offices or sentence.key(index - 1) in _TITLES
        if _is_name(sentence, index, last, titled):
            yield _name(sentence, index, last)
        index = last + 1


def _may_begin(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.is_word and token.capital and token.key not in _TITLES and token.key not in roles()


def _run_end(sentence: Sentence, first: int, covered: set[int]) -> int:
    """The last token of a run of capitalised words, initials, hyphens and particles of names."""
    tokens = sentence.tokens
    last = first
    while last + 1 < len(tokens):
        after = tokens[last + 1]
        if last + 1 in covered or tokens[last].tail or after.key in words_of("agency"):
            break
        if after.text == "." and len(tokens[last].text) <= 2 and tokens[last].capital:
            last += 1
        elif (
            after.text in "-–"
            and after.glued
            and last + 2 < len(tokens)
            and tokens[last + 2].glued
            and tokens[last + 2].capital
            and last + 2 not in covered
        ):
            last += 2
        elif after.is_word and (
            after.capital
            or after.key in ("oğlu", "qizi")
            or (after.key in _LOWER_PARTS and last + 2 < len(tokens) and tokens[last + 2].capital)
        ):
            if tokens[last].text != "." and _has_case(sentence, last) and not _is_closing(after.key):
                break
            last += 1
        else:
            break
    while last > first and tokens[last].text in "-–":
        last -= 1
    return last


def _has_case(sentence: Sentence, index: int) -> bool:
    """Whether the word surely carries a case: its stem stands bare elsewhere in the document."""
    key = sentence.tokens[index].key
    if key in sentence.bare_names and not any(
        found.features.case == "Gen" and found.stem in sentence.bare_names for found in analyse(key)
    ):
        return False
    return any(
        found.features.case != "Nom"
        and len(found.stem) > 3
        and found.stem in sentence.bare_names
        and _is_closing(found.stem)
        for found in analyse(key)
    )


def _is_closing(key: str) -> bool:
    return bool(_CLOSING.search(key))


def _is_name(sentence: Sentence, first: int, last: int, titled: bool) -> bool:
    tokens = sentence.tokens[first : last + 1]
    words = [token for token in tokens if token.is_word]
    if tokens[-1].key in _ORGANISATION_ENDS or any(_ends_organisation(token.key) for token in words[-1:]):
        return False
    if _ends_organisation(sentence.key(last + 1)) and not titled:
        return False
    if sentence.key(last + 1) in ("adina", "adli"):
        return False
    if all(len(token.text) > 1 and token.text.isupper() for token in words):
        return len(words) >= 2 and titled
    if titled:
        return True
    if len(words) == 1:
        return False
    if first == 0 and len(words) == 2 and not _closes(words[-1].key):
        return words[0].key in sentence.bare_names or words[-1].key in sentence.bare_names
    return True


def _ends_organisation(key: str) -> bool:
    if key in _ORGANISATION_ENDS:
        return True
    return any(found.stem in _ORGANISATION_ENDS for found in analyse(key)[:8]) if len(key) > 4 else False


def _closes(key: str) -> bool:
    return _is_closing(key) or any(
        _is_closing(found.stem) and not found.features.possessor for found in analyse(key)
    )


def _name(sentence: Sentence, first: int, last: int) -> Phrase:
    token = sentence.tokens[last]
    words = sentence.words(first, last)
    if token.tail or not token.is_word:
        return Phrase(first, last, "person", words, token.tail or (BARE,))
    stem, reading = dictionary_form(sentence, last)
    value = words[: len(words) - len(token.text)] + token.text[: len(stem)]
    return Phrase(first, last, "person", value, (reading,))


def dictionary_form(sentence: Sentence, index: int) -> tuple[str, Features]:
    """Return the stem of an unknown name and what its endings say; the whole word, where nothing tells.

    In this order: a bare form elsewhere in the document, a closing ending of surnames, the noun that
    follows (a possessed noun wants a genitive before it), the verb that follows («ilə», «görüşüb»).
    """
    key = sentence.tokens[index].key
    options = [
        found for found in analyse(key)
        if found.features.case != "Nom" and not found.features.possessor and not found.features.plural
        and not found.features.attributive and len(found.stem) >= 2 and key.startswith(found.stem)
    ]  # fmt: skip
    bare = [found for found in options if found.stem in sentence.bare_names]
    if bare and (key not in sentence.bare_names or _is_closing(bare[0].stem)):
        return bare[0].stem, bare[0].features
    if _is_closing(key) and not key.endswith(("ova",)):
        return key, BARE
    closing = [found for found in options if _is_closing(found.stem)]
    if closing and not key.endswith("ova"):
        return closing[0].stem, closing[0].features
    copula = [found for found in analyse(key) if found.features == BARE._replace(copula=True)]
    if copula and len(copula[0].stem) > 3:
        return copula[0].stem, copula[0].features
    for found in options:
        if found.features.case == "Gen" and _wants_genitive(sentence, index, found.stem):
            return found.stem, found.features
        if found.features.case == "Ins" and _wants_partner(sentence, index) and len(found.stem) > 2:
            return found.stem, found.features
        if found.features.case in ("Abl", "Ter") and len(found.stem) > 4:
            return found.stem, found.features
        if found.features.case == "Dat" and key.endswith(("ya", "yə")) and len(found.stem) > 3:
            return found.stem, found.features
    return key, BARE


def _wants_genitive(sentence: Sentence, index: int, stem: str) -> bool:
    """Whether a possessed noun or a verbal noun comes within a few words («… səfəri», «… bildirdiyini»)."""
    if sentence.tokens[index].key.endswith(("nin", "nün", "nun")) and stem[-1:] in "aeəiouü":
        return True
    for ahead in range(index + 1, min(index + 9, len(sentence.tokens))):
        key = sentence.key(ahead)
        if key in (",", ";", ".", "ilə", "-"):
            return False
        if any(found.features.possessor == "3" for found in analyse(key)) and len(key) > 3:
            return True
    return False


_MEETS = ("görüş", "danişiq", "müzakirə", "söhbət")


def _wants_partner(sentence: Sentence, index: int) -> bool:
    return any(
        sentence.key(ahead).startswith(_MEETS)
        for ahead in range(index + 1, min(index + 14, len(sentence.tokens)))
    )


def _join_offices(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Join «state office name»; an office without a name stands for its holder."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if phrase.type == "person" and before and before.type == "person" and not before.value:
            if set(sentence.between(before, phrase)) <= _TITLES:
                joined[-1] = phrase._replace(
                    first=before.first, attributes={**before.attributes, **phrase.attributes}
                )
                continue
        if phrase.type == "office":
            joined.append(_holder(sentence, phrase, joined))
            continue
        joined.append(phrase)
    return joined


_SPEAKERS = frozenset({"speaker", "deputy_speaker", "deputy"})


def _holder(sentence: Sentence, office: Phrase, before: list[Phrase]) -> Phrase:
    """The office-holder, with the state whose office it is; takes that state's phrase out of `before`."""
    attributes = {"office": office.value}
    holder = Phrase(
        office.first, office.last, "person", "", office.readings, "", attributes, unit=office.unit
    )
    if not before or office.value in MISSION_OFFICES:
        return holder
    owner = before[-1]
    gap = sentence.between(owner, office)
    adjacent = not gap or set(gap) <= _OFFICE_WORDS
    if not adjacent or owner.features.attributive:
        return holder
    if owner.type == "parliament" and owner.features.case in ("Gen", "Nom"):
        attributes["state"] = owner.attributes.get("state", "")
        before.pop()
        if before and before[-1].type == "state" and not sentence.between(before[-1], owner):
            owner = before.pop()
            attributes["state"] = owner.value
        return holder._replace(first=owner.first)
    if owner.type in ("state", "people") and owner.features.case in ("Gen", "Nom"):
        attributes["state"] = owner.value
        if office.features.plural:
            _share_office(sentence, before, office)
        before.pop()
        return holder._replace(first=owner.first)
    if owner.type == "pointer" and owner.value in ("our", "that", "your"):
        attributes["state"] = "@" + owner.value
        before.pop()
        return holder._replace(first=owner.first)
    return holder


def _share_office(sentence: Sentence, before: list[Phrase], office: Phrase) -> None:
    """«Litva və Malta prezidentləri»: the first state has a president too."""
    if (
        len(before) > 1
        and before[-2].type == "state"
        and sentence.between(before[-2], before[-1]) in (["və"], ["ilə"])
    ):
        state = before[-2]
        before[-2] = state._replace(
            type="person",
            value="",
            readings=office.readings,
            attributes={"office": office.value, "state": state.value},
        )


_OFFICE_WORDS = frozenset(fold("birinci keçmiş sabiq hazırkı yeni indiki ilk mərhum").split())


MISSION_OFFICES = frozenset(
    {"ambassador", "consul_general", "charge_d_affaires", "honorary_consul", "consul"}
)
