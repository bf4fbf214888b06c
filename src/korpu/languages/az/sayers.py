"""Sayers: whom a sentence names that may say something: persons, institutions, pronouns, nouns for either."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from korpu.clauses import Mention
from korpu.languages.az.mentions import to_mention
from korpu.languages.az.morphology import Features, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import QUOTES, Phrase, Sentence
from korpu.languages.az.sayings import roles, words_of


class Sayer(NamedTuple):
    """One who may say something, as the sentence names him.

    Attributes:
        first, last: the tokens, both included.
        cases: the cases that it may stand in.
        mention: a person, a public `body`, or a person without a name: an office, a `role`, a pronoun (`he`).
    """

    first: int
    last: int
    cases: frozenset[str]
    mention: Mention


def find_sayers(sentence: Sentence, phrases: Sequence[Phrase]) -> list[Sayer]:
    """Return all who may say something, in order, without overlap."""
    persons = [
        phrase for phrase in phrases
        if phrase.type == "person" and not _is_title(sentence, phrase) and not phrase.features.plural
        and "pronoun" not in phrase.attributes
    ]  # fmt: skip
    bodies = find_institutions(sentence, phrases)
    wider = [(body.first, body.last) for body in bodies] + [(person.first, person.last) for person in persons]
    institutions = [
        body for body in bodies if not any(first <= body.first and body.last < last for first, last in wider)
    ]
    taken = {index for sayer in institutions for index in range(sayer.first, sayer.last + 1)}
    found = institutions + [
        _of_phrase(sentence, phrase)
        for phrase in persons
        if not taken & set(range(phrase.first, phrase.last + 1))
    ]
    blocked = {index for phrase in phrases for index in range(phrase.first, phrase.last + 1)}
    taken = {index for sayer in found for index in range(sayer.first, sayer.last + 1)} | _titles(sentence)
    for index in range(len(sentence.tokens)):
        if index not in taken:
            words = _word_sayer(sentence, index, blocked)
            taken |= {at for sayer in words for at in range(sayer.first, sayer.last + 1)}
            found += words
    named = {
        sayer.first for sayer in found if sayer.mention.value and not sayer.mention.attributes.get("surname")
    }
    found = [
        sayer for sayer in found if not (sayer.mention.attributes.get("role") and sayer.last + 1 in named)
    ]
    return sorted(found, key=lambda sayer: (sayer.first, sayer.last))


def _titles(sentence: Sentence) -> set[int]:
    """The tokens of short quotations that begin with a capital: names of papers and firms («“The Post of …”»)."""
    marks = [index for index, token in enumerate(sentence.tokens) if token.text in QUOTES]
    return {
        index
        for first, last in pairwise(marks)
        if 1 < last - first <= _TITLE and sentence.tokens[first + 1].capital
        for index in range(first + 1, last)
    }


_TITLE = 6
"""Tokens from mark to mark of a quoted name."""


def _is_title(sentence: Sentence, phrase: Phrase) -> bool:
    """A quoted name («“Kapital Asia”ya») is a paper's or a firm's, no person's."""
    before, after = sentence.key(phrase.first - 1), sentence.key(phrase.last + 1)
    return bool(before) and bool(after) and before in QUOTES and after in QUOTES


def _of_phrase(sentence: Sentence, phrase: Phrase) -> Sayer:
    cases = {reading.case for reading in phrase.readings}
    if sentence.key(phrase.last).endswith("ova"):
        cases.add("Nom")  # a woman's name, or a man's in the dative
    if phrase.value and not sentence.tokens[phrase.last].tail and phrase.features.case == "Nom":
        cases |= {"Gen"} & {reading.features.case for reading in analyse(sentence.key(phrase.last))}
    return Sayer(phrase.first, phrase.last, frozenset(cases), to_mention(sentence, phrase))


def find_institutions(sentence: Sentence, phrases: Sequence[Phrase]) -> list[Sayer]:
    """Return the institutions by their heads («… Komitəsinin», «… mətbuat xidməti»), names in dictionary form."""
    found: list[Sayer] = []
    blocked = {
        index
        for phrase in phrases
        if phrase.type in ("date", "amount", "verb")
        or (phrase.type == "person" and phrase.value and not _institution_head(sentence, phrase.last))
        for index in range(phrase.first, phrase.last + 1)
    }
    for index in range(len(sentence.tokens)):
        head = _institution_head(sentence, index)
        if head is None or (index in blocked and not sentence.tokens[index].capital):
            continue
        first = _institution_start(sentence, index, blocked)
        first = next((p.first for p in phrases if p.last == first - 1 and _is_office(p)), first)
        if sentence.key(first - 1) in QUOTES and first > 1 and sentence.tokens[first - 1].tail:
            continue  # «“Xəbər”in Malta bürosu»: who relays
        if first == index and all(features.possessor for features in head[1]):
            continue  # «mərkəzi»: an adjective, or whose it is was told before
        inside = [p for p in phrases if first <= p.first <= index]
        states = [p.value if p.type == "state" else p.attributes.get("state", "") for p in inside]
        found.append(_institution(sentence, first, index, *head, state=next(filter(None, states), "")))
    return found


def _is_office(phrase: Phrase) -> bool:
    """Whether it is a holder of office without a name, whose the institution behind him is («… Prezidentinin aparatı»)."""
    held = phrase.type == "person" and not phrase.value and "office" in phrase.attributes
    return held and phrase.is_owner and "mission_head" not in phrase.attributes


def _institution_head(sentence: Sentence, index: int) -> tuple[str, tuple[Features, ...], bool] | None:
    token = sentence.tokens[index]
    if not token.is_word:
        return None
    is_acronym = token.text.isupper()
    if token.tail and is_acronym:
        return (token.key, token.tail, True) if token.key in words_of("institution") else None
    head = _institution_form(token.key)
    if head is None or (is_acronym and len(token.text) > 4) or (token.key in _SHORT and not is_acronym):
        return None
    return (*head, is_acronym)


@lru_cache(maxsize=65536)
def _institution_form(key: str) -> tuple[str, tuple[Features, ...]] | None:
    """The head of an institution's name that a folded word is a form of, and what its endings may say."""
    found = [a for a in analyse(key) if a.stem in words_of("institution") and not a.features.plural]
    features = tuple(dict.fromkeys(a.features for a in found if not a.features.attributive))
    return (found[0].stem, features) if features else None


_SHORT = frozenset(fold("xin dgk dsk fhn mm din mn").split())


def _institution_start(sentence: Sentence, head: int, blocked: set[int]) -> int:
    """The first token of the name: leftwards over capitals, «və» between them, owners, «mətbuat»."""
    first = head
    index = head - 1
    while index >= 0 and index not in blocked:
        token = sentence.tokens[index]
        if token.key in _INNER and index + 1 == first:
            first = index
        elif (
            token.key == "və" and index > 0 and _may_belong(sentence, index - 1) and index - 1 not in blocked
        ):
            index -= 1
            first = index
        elif _may_belong(sentence, index):
            first = index
        else:
            break
        index -= 1
    return first


_INNER = frozenset(fold("mətbuat rəsmi baş beynəlxalq").split())
_OUTSIDE = frozenset(
    fold(
        "bu həmin o bunu lakin amma ancaq isə eyni ötən hazırda artıq sonra onun daha həm qeyd bəzi hər iki bir"
    ).split()
)


def _may_belong(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if not (token.is_word and token.capital) or token.key in _OUTSIDE:
        return False
    if token.key in words_of("agency") and (token.tail or index == 0 or not _is_state(sentence, index)):
        return False
    return not any(
        reading.case in ("Dat", "Loc", "Abl") and not reading.attributive for reading in token.tail
    )


def _is_state(sentence: Sentence, index: int) -> bool:
    return sentence.key(index).startswith("azərbaycan")


def _institution(
    sentence: Sentence,
    first: int,
    head: int,
    stem: str,
    features: tuple[Features, ...],
    acronym: bool,
    state: str,
) -> Sayer:
    token = sentence.tokens[head]
    ending = features[0]
    own = next((f for f in features if f.possessor == "3"), ending)
    before = sentence.text[sentence.tokens[first].start : token.start]
    name = before + (token.text if acronym else _nominative(token.text, token.key, stem, own))
    attributes = {"head": stem} | ({"state": state} if state else {})
    if first == head and not acronym:
        attributes["bare"] = "yes"
    mention = Mention("body", name, sentence.tokens[first].start, token.tail_end, attributes)
    return Sayer(first, head, frozenset(f.case for f in features), mention)


def _nominative(text: str, key: str, stem: str, features: Features) -> str:
    """The word without its case; an izafet's own ending stays («Komitəsinin» → «Komitəsi»)."""
    wanted = features._replace(case="Nom", copula=False)
    for cut in range(len(key), 1, -1):
        if any(a.stem == stem and a.features == wanted for a in analyse(key[:cut])):
            return text[:cut]
    return text[: len(stem) - 1] + stem[-1] if not features.possessor else text


def _word_sayer(sentence: Sentence, index: int, blocked: set[int]) -> list[Sayer]:
    token = sentence.tokens[index]
    key = token.key
    span = (token.start, token.tail_end)
    if key in ("o", "onun"):
        return [
            Sayer(
                index,
                index,
                frozenset({"Nom" if key == "o" else "Gen"}),
                Mention("person", "", *span, {"he": "yes"}),
            )
        ]
    role = _role_at(sentence, index)
    if role:
        return [role]
    if (
        token.is_word
        and token.capital
        and index not in blocked
        and len(key) > 3
        and key not in _OUTSIDE
        and key not in words_of("agency")
    ):
        cases = frozenset(a.features.case for a in analyse(key) if not a.features.possessor)
        mention = Mention("person", token.text, *span, {"surname": "yes"})
        return [Sayer(index, index, cases, mention)] if not _is_state(sentence, index) else []
    return []


def _role_at(sentence: Sentence, index: int) -> Sayer | None:
    """The noun for a person told before that begins at `index`, the longest first."""
    key = sentence.key(index)
    for words, offices in (*_phrase_roles().get(key, ()), *_word_roles(key)):
        last = index + len(words) - 1
        if any(sentence.key(index + offset) != word for offset, word in enumerate(words[:-1])):
            continue
        cases = _role_cases(sentence.key(last), words[-1])
        if cases:
            attributes = {"role": " ".join(words), "offices": offices}
            if offices.startswith("@our "):
                attributes = {"office": offices.removeprefix("@our "), "state": "@our"}
            start, end = sentence.tokens[index].start, sentence.tokens[last].tail_end
            return Sayer(index, last, cases, Mention("person", "", start, end, attributes))
    return None


@cache
def _phrase_roles() -> dict[str, list[tuple[list[str], str]]]:
    """The roles of several words, by the first; the longest first."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for role, offices in sorted(roles().items(), key=lambda item: -len(item[0].split())):
        words = role.split()
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, offices))
    return found


@lru_cache(maxsize=65536)
def _word_roles(key: str) -> tuple[tuple[list[str], str], ...]:
    """The roles of one word that a folded word may be a form of."""
    stems = {analysis.stem for analysis in analyse(key)}
    return tuple(([role], offices) for role, offices in roles().items() if role in stems)


def _role_cases(key: str, lemma: str) -> frozenset[str]:
    if not key.startswith(lemma[:-1]):
        return frozenset()
    return frozenset(
        a.features.case
        for a in analyse(key)
        if a.stem == lemma and not a.features.plural and not a.features.attributive
    )
