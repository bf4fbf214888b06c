"""Causes: what of a state is supported («Azərbaycanın ərazi bütövlüyünü», «haqq işimizi», «X-in qətnaməsinin lehinə»)."""

from __future__ import annotations

from functools import cache, lru_cache

from korpu.languages.az.morphology import Analysis, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.parts import adjectives
from korpu.languages.az.phrases.help import is_of_help
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.predicates import read_predicate
from korpu.languages.az.units import BARE
from korpu.languages.az.verbs import FINITE, RELATIVE, Form
from korpu.languages.az.words import FOLDER
from korpu.lexicon import read_table

_SUPPORTING = frozenset({"support", "vote"})
_OWNERS = frozenset({"state", "people", "place", "pointer"})
_AGAINST = fold("əleyhinə")
_FOR = fold("lehinə")
_CASES = frozenset({"Acc", "Dat", "Gen"})
_BREAKS = frozenset(fold("ki isə ilə üçün").split())
_FARTHEST = 9
_LINKS = frozenset(fold("və dair haqqında barədə haqda").split()) | {","}
_PRONOUNS = frozenset({"onun"})
_PASSED = _OWNERS | {"organisation", "verb", "support", "reciprocal", "person", "date"}
_ADVERBS = frozenset(fold("lehinə yanında daim hər zaman həmişə").split())
_ADJECTIVE_ENDINGS = ("li", "lu", "lü", "tik", "siz", "suz", "süz", "rəf", "ki")


def compose_causes(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with the cause before each word of support, and with support that is «ours» as such.

    A cause has the state whose it is; its words other than that state's name are its value, the topic.
    """
    composed = [
        _ours(sentence, phrases, _owned_independence(sentence, phrases, phrase)) for phrase in phrases
    ]
    for trigger in composed:
        if not _is_support(sentence, trigger):
            continue
        before = trigger.first
        while cause := _cause(sentence, composed, before):
            if before != trigger.first and sentence.key(cause.last + 1) != ",":
                break  # only a fact of its own has another («A B-nin …-ni, C isə D-nin …-ni dəstəkləyir»)
            composed = [
                p for p in composed
                if not cause.first <= p.first <= cause.last or (p.type == "verb" and p.last != cause.last)
            ]  # fmt: skip
            composed.append(cause)
            before = cause.first
    return sorted(composed, key=lambda phrase: phrase.first)


def _owned_independence(sentence: Sentence, phrases: list[Phrase], noun: Phrase) -> Phrase:
    """Independence with the state whose it is: the one in the genitive nearest before it."""
    if noun.type != "independence" or noun.is_our:
        return noun
    before = [p for p in phrases if p.last < noun.first and p.type in _OWNERS and p.is_owner]
    near = before[-1] if before else None
    if near is None or noun.first - near.last > 4 or "," in sentence.between(near, noun):
        return noun
    return noun._replace(attributes={**noun.attributes, "of": _state(near)})


def _ours(sentence: Sentence, phrases: list[Phrase], phrase: Phrase) -> Phrase:
    """«dəstəyimiz»: the support is of the speaker's state; what is given as help is no such support."""
    if phrase.concept != "support_noun":
        return phrase
    if is_of_help(sentence.key(phrase.first - 1)) or sentence.key(phrase.last + 1) in _AIMS:
        return phrase._replace(concept="")
    if sentence.key(phrase.first - 1) == _MUTUAL:
        phrase = phrase._replace(concept=f"{phrase.concept} shared")
    own = any(reading.possessor == "3" for reading in phrase.readings)
    # «X parlamenti … dəstəyini bəyan edib»: whose it is, the subject says
    own = own and not any(
        p.type == "parliament" and p.features.case == "Nom" and p.last < phrase.first for p in phrases
    )
    attributes = {"by": "@our"} if phrase.is_our else {"holder": "@own"} if own else {}
    return phrase._replace(type="support", attributes=attributes)


_MUTUAL = fold("qarşılıqlı")
_AIMS = frozenset(
    fold("ilə məqsədilə məqsədi olaraq üçün istiqamətində istiqamətindəki çərçivəsində").split()
)
"""Behind these, support is what something else is for («dəstək məqsədilə»)."""


def _is_support(sentence: Sentence, phrase: Phrase) -> bool:
    if phrase.type == "verb":
        return bool(set(read_predicate(sentence, phrase, 0).concepts) & _SUPPORTING)
    return phrase.type == "support"


def _cause(sentence: Sentence, phrases: list[Phrase], before: int) -> Phrase | None:
    """The cause that ends nearest before the token `before`."""
    covered = {i: p for p in phrases for i in range(p.first, p.last + 1)}
    verbal_passed = given = False
    for index in range(before - 1, max(-1, before - _FARTHEST), -1):
        key = sentence.key(index)
        phrase = covered.get(index)
        if key == _AGAINST or (phrase and phrase.type == "verb" and _is_finite(phrase)):
            return None
        if phrase and phrase.type == "verb":
            doing = None if verbal_passed else _doing(sentence, phrases, phrase, given)
            if doing:
                return doing
            given = phrase.last == before - 1 and any(form.form in RELATIVE for form in phrase.forms)
            verbal_passed = not given  # «verdiyi dəstəyə»
            continue
        if key in _ADVERBS or (phrase and phrase.type in _PASSED):
            continue
        verb = covered.get(index - 1)
        told_of = sentence.key(index - 1) in _LINKS or (verb and verb.type == "verb" and not _is_finite(verb))
        governed = _CASES if sentence.key(index + 1) == _FOR else _CASES - {"Gen"}
        noun = _possessed(key, bool(told_of), governed)
        cause = _owned(sentence, phrases, index, noun) if noun else None
        if cause:
            return cause
    return None


def _doing(sentence: Sentence, phrases: list[Phrase], verb: Phrase, given: bool) -> Phrase | None:
    """The cause that is something done to a state or there («Maltanın seçilməsini», «sammitin Maltada keçirilməsinə»).

    Where the support is `given` («Litvanın Maltada keçirilməsinə verdiyi dəstək»), the genitive is whose that is.
    """
    nouns = [form.noun for form in verb.forms if form.form is Form.DOING and form.noun and not form.negative]
    if not any(noun.possessor == "3" and noun.case in _CASES - {"Gen"} for noun in nouns):
        return None
    noun = _possessed(sentence.key(verb.last), False, _CASES - {"Gen"})
    if noun is None:
        return None
    owned = None if given else _owned(sentence, phrases, verb.last, noun)
    if owned:
        return owned
    before = [p for p in phrases if p.last < verb.first and verb.first - p.last <= _FARTHEST]
    where = before[-1] if before else None
    if where is None or where.type not in ("place", "state") or where.features.case != "Loc":
        return None
    return _phrase(sentence, where.first, verb.last, noun, _state(where))


def _is_finite(verb: Phrase) -> bool:
    return all(form.form in FINITE for form in verb.forms)


def _possessed(key: str, told_of: bool, governed: frozenset[str]) -> Analysis | None:
    """The word as a noun that someone has, in one of the cases that are `governed`.

    Behind what tells of it («təklif etdiyi qətnaməni», «… haqqında qətnamənin») the noun itself has no possessor.
    """
    if len(key) < 5:
        return None
    owners = ("3", "1p", "") if told_of else ("3", "1p")
    found = [f for f in analyse(key) if f.features.possessor in owners and f.features.case in governed]
    return max(found, key=_likelihood, default=None)


def _likelihood(found: Analysis) -> tuple[bool, bool, bool, int]:
    """«qətnaməsini» is of «qətnamə», «suverenliyini» of «suverenlik»."""
    stem = found.stem
    return (
        found.features.possessor == "1p",
        found.features.possessor == "3" and stem[-1] in "aəeiouü",
        stem.endswith(("lik", "luq", "lük", "liq")),
        len(stem),
    )


def _owned(sentence: Sentence, phrases: list[Phrase], index: int, noun: Analysis) -> Phrase | None:
    if noun.features.possessor == "1p":
        return _phrase(sentence, index, index, noun, "@our")
    if sentence.key(index - 1) in _PRONOUNS or sentence.key(index - 2) in _PRONOUNS:
        first = index if sentence.key(index - 1) in _PRONOUNS else index - 1
        return _phrase(sentence, first, index, noun, "")
    thing = next((p for p in phrases if p.last == index and p.type == "independence"), None)
    if thing and thing.attributes.get("of"):
        return _phrase(sentence, thing.first, index, noun, thing.attributes["of"])
    first = index
    for phrase in sorted((p for p in phrases if p.last < index), key=lambda p: -p.last):
        gap = {sentence.key(at) for at in range(phrase.last + 1, first)}
        if index - phrase.last > _FARTHEST or gap & _BREAKS:
            return None
        if phrase.type == "verb":
            if _is_finite(phrase):
                return None
            first = min(first, index) if first < index else phrase.last + 1
            continue
        if phrase.type in _OWNERS and phrase.is_owner:
            start = max(first if first < index else phrase.last + 1, phrase.last + 1)
            states = [*_joined(sentence, phrases, phrase), _state(phrase)]
            return _phrase(sentence, start, index, noun, " ".join(filter(None, states)))
    return None


def _joined(sentence: Sentence, phrases: list[Phrase], owner: Phrase) -> list[str]:
    """The states that share an owner's ending: «Latviya və Maltanın ərazi bütövlüyü» is of both."""
    found: list[str] = []
    last = owner
    for phrase in sorted((p for p in phrases if p.last < owner.first), key=lambda p: -p.last):
        linked = sentence.between(phrase, last) in (["və"], [","], ["həm", "də"])
        if phrase.type != "state" or not phrase.is_owner or not linked or owner.type != "state":
            break
        found.insert(0, phrase.value)
        last = phrase
    return found


def _state(owner: Phrase) -> str:
    if owner.type == "pointer":
        return f"@{owner.value}"
    return owner.attributes.get("state", "") if owner.type == "place" else owner.value


def _phrase(sentence: Sentence, first: int, last: int, noun: Analysis, state: str) -> Phrase | None:
    if state == "@pair":
        return None
    while first < last and (
        not sentence.tokens[first].is_word or sentence.key(first) in ("və", "da", "də", "bu")
    ):
        first += 1
    for index in range(first, last):  # «suverenliyini və ərazi bütövlüyünü»: the nearest
        if sentence.key(index) in _LINKS:
            first = index + 1
    return Phrase(
        first, last, "cause", _topic(sentence, first, last, noun), (BARE,), "cause",
        {"state": state} if state else {},
    )  # fmt: skip


def _topic(sentence: Sentence, first: int, last: int, noun: Analysis) -> str:
    """The words in dictionary form; the second noun of an izafet keeps its ending («ərazi bütövlüyü»)."""
    token = sentence.tokens[last]
    before = sentence.key(last - 1)
    izafet = first < last and before not in adjectives() and not before.endswith(_ADJECTIVE_ENDINGS)
    stem = _known_stem(token.key) or noun.stem
    text = token.text[: len(stem)]
    if izafet:
        text = token.text[: len(stem) + (2 if stem[-1] in "aəeiouü" else 1)]
    elif not token.key.startswith(stem):
        text = text[:-1] + stem[-1]
    return sentence.text[sentence.tokens[first].start : token.start] + text


@lru_cache(maxsize=1024)
def _known_stem(key: str) -> str:
    """The longest noun of the table that the word is a form of, with its last letter as in the dictionary."""
    soft = {"q": "ğ", "k": "y"}
    fits = [
        w for w in _nouns() if key.startswith(w) or (w[-1] in soft and key.startswith(w[:-1] + soft[w[-1]]))
    ]
    return max(fits, key=len, default="")


@cache
def _nouns() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in read_table(FOLDER, "causes"))
