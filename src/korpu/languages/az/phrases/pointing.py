"""Pointing back within a sentence: «bu ölkədən» is the state just told, if it was no subject; «ona» whom the verb before had."""

from __future__ import annotations

from itertools import takewhile

from korpu.languages.az.phrases.phrase import Phrase
from korpu.languages.az.verbs import Form

_CASES = frozenset({"Dat", "Abl", "Loc", "Ins"})


def point_back(phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each «that state» named, where the sentence named it before."""
    pointed: list[Phrase] = []
    for index, phrase in enumerate(phrases):
        if phrase.type == "pointer" and phrase.value in ("that", "friend"):
            told = _told(pointed, phrase.value)
            if told:
                phrase = phrase._replace(type="state", value=_code(told))
        elif phrase.attributes.get("state") == "@that" and (told := _told(pointed, "that")):
            phrase = phrase._replace(attributes={**phrase.attributes, "state": _code(told)})
        elif phrase.attributes.get("pronoun") == "he" and phrase.features.case in _OBLIQUE:
            phrase = _whom(pointed, phrase, phrases[index + 1 :])
        pointed.append(phrase)
    return pointed


_OBLIQUE = frozenset({"Dat", "Acc"})


def _whom(pointed: list[Phrase], pronoun: Phrase, behind: list[Phrase]) -> Phrase:
    """«X-i qəbul edib və ona … təqdim edib»: whom the verb before was done to; «X gedərkən ona …»: who did that.

    Where someone else acts now, it is who acted before too («X Bakıya gəlib, Y onu qəbul edib»).
    """
    verbs = [index for index, phrase in enumerate(pointed) if phrase.type == "verb"]
    if not verbs:
        return pronoun
    persons = [phrase for phrase in pointed[: verbs[-1]] if phrase.type == "person" and phrase.value]
    aside = any(form.form is Form.WHILE for form in pointed[verbs[-1]].forms)
    meant = [person for person in persons if person.features.case == ("Nom" if aside else "Acc")]
    acting = [*pointed[verbs[-1] + 1 :], *takewhile(lambda phrase: phrase.type != "verb", behind)]
    if not meant and any(p.type == "person" and p.value and p.features.case == "Nom" for p in acting):
        meant = [person for person in persons if person.features.case == "Nom"]
    if len(meant) != 1:
        return pronoun
    kept = ("office", "state")
    attributes = {name: said for name, said in meant[0].attributes.items() if name in kept}
    return pronoun._replace(type="person", value=meant[0].value, attributes=attributes)


def _told(pointed: list[Phrase], pointer: str) -> Phrase | None:
    """The state told last in a case of place; a friend is the only state that was told."""
    if pointer == "that":
        return next((phrase for phrase in reversed(pointed) if _is_told(phrase)), None)
    states = [phrase for phrase in pointed if phrase.type == "state"]
    return (
        states[0]
        if len({phrase.value for phrase in states}) == 1 and states[0].features.case == "Nom"
        else None
    )


def _is_told(phrase: Phrase) -> bool:
    if "host" in phrase.attributes:  # «X-dəki səfiri … bu ölkədə»
        return len(_code(phrase)) == 2
    return phrase.type in ("state", "place") and len(_code(phrase)) == 2 and phrase.features.case in _CASES


def _code(phrase: Phrase) -> str:
    if phrase.type == "state":
        return phrase.value
    return phrase.attributes.get("host") or phrase.attributes.get("state", "")
