"""Who does it and to whom: the case of a foreign name that its own ending leaves open, told by what the verb lacks.

«Vyetnam Prezidenti X Y-ni qəbul edib» has one who receives and one who is received. Where the names seem to give
two of the one and none of the other, the last one whose ending allows it is the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from korpu.languages.az.morphology import Features, analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.verbs import Form
from korpu.languages.az.words import is_passive

_TAKING = frozenset({"receive", "confer"})
"""What is done to someone."""
_DOERS = frozenset({"person", "state", "it"})


def settle_roles(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases, the persons before each verb of receiving in the cases that it needs."""
    if not any(phrase.type == "verb" and _concepts(phrase) & _TAKING for phrase in phrases):
        return phrases
    settled = list(phrases)
    since = 0
    for index, phrase in enumerate(phrases):
        if phrase.type != "verb":
            continue
        concepts = _concepts(phrase)
        before = range(since, index)
        if any(form.form is not Form.PARTICIPLE for form in phrase.forms):
            since = index + 1
        if is_passive(sentence.key(phrase.last)):
            continue
        taken = sentence.key(phrase.last - 1) in _TAKEN or sentence.key(phrase.last).startswith(_REWARDED)
        if concepts & _TAKING and taken:
            _settle_object(sentence, settled, before)
    return settled


_TAKEN = frozenset(fold("qəbul təltif").split())
_REWARDED = fold("mükafatlandır")


def _concepts(verb: Phrase) -> set[str]:
    return {found.concept for found in verb.unit.verbs} if verb.unit else set()


def _in(sentence: Sentence, phrases: Sequence[Phrase], before: range, case: str) -> list[int]:
    """The persons, and for the nominative the states too, that stand in a case by themselves."""
    return [
        at for at in before
        if phrases[at].type in _DOERS and phrases[at].features.case == case
        and (phrases[at].type != "state" or case == "Nom")
        and sentence.key(phrases[at].last + 1) not in _NOT_BY_CASE
    ]  # fmt: skip


_NOT_BY_CASE = frozenset({"ilə", "tərəfindən", "arasinda", "adina", "kimi", "və", "üçün"})


def _settle_object(sentence: Sentence, phrases: list[Phrase], before: range) -> None:
    """Let one be received by the other: two in the nominative, or two in the accusative, cannot be."""
    doers = _in(sentence, phrases, before, "Nom")
    objects = _in(sentence, phrases, before, "Acc")
    if len(doers) == 2 and not objects:
        for at in reversed(doers):
            told = _read_as(sentence, phrases[at], "Acc")
            if told:
                phrases[at] = told
                return
    elif not doers and len(objects) == 2 and not phrases[objects[0]].value:
        named = phrases[objects[1]]
        if named.value and not named.readings[0].possessor and _is_whole(sentence, named.last):
            value = sentence.words(named.last, named.last)
            phrases[objects[1]] = named._replace(
                value=" ".join([*named.value.split()[:-1], value]), readings=(Features(),)
            )


def _is_whole(sentence: Sentence, index: int) -> bool:
    """Whether the ending of the accusative may be a surname's own: a vowel alone, as in «Vilayəti»."""
    return not sentence.key(index).endswith(("ni", "nu"))


def _read_as(sentence: Sentence, person: Phrase, case: str) -> Phrase | None:
    """The person's name without the ending of a case; None where it has none."""
    token = sentence.tokens[person.last]
    if person.type != "person" or not person.value or token.tail or not token.is_word:
        return None
    if fold(person.value.split()[-1]) != token.key:
        return None
    found = [
        f for f in analyse(token.key)
        if f.features == Features(case) and len(f.stem) > 2 and token.key.startswith(f.stem)
    ]  # fmt: skip
    if not found:
        return None
    stem = min(found, key=lambda f: len(f.stem)).stem if token.key.endswith(("ni", "nu")) else found[0].stem
    value = person.value[: len(person.value) - len(token.text) + len(stem)]
    return person._replace(value=value, readings=(Features(case),))
