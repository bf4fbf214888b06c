"""Pointing back within a sentence: «bu ölkədən» is the state just told, if it was no subject; «ona» whom the verb before had."""

from __future__ import annotations

from itertools import takewhile

from korpu.languages.az.morphology import Features
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.verbs import FINITE, Form

HOME = "AZ"
"""Where Azerbaijani is published: no text of there calls it «bu ölkə»."""
_CASES = frozenset({"Dat", "Abl", "Loc", "Ins"})


def point_back(sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each «that state» named, where the sentence named it before."""
    pointed: list[Phrase] = []
    for index, phrase in enumerate(phrases):
        if phrase.type == "pointer" and phrase.features.case == "Nom" and _says_whither(phrase):
            phrase = phrase._replace(readings=(Features("Dat"),))
        if phrase.type == "pointer" and phrase.value in ("that", "friend"):
            given = _is_to_friend(phrase) and _doer(pointed)
            told = None if given else _told(sentence, pointed, phrase.value, phrase.features.case)
            if told and not (_code(told) == HOME and phrase.value == "that" and not _is_place(phrase)):
                phrase = phrase._replace(type="state", value=_code(told))
            elif (given or phrase.value == "that") and (doer := _doer(pointed)):
                phrase = phrase._replace(attributes={**phrase.attributes, "beside": doer})
        elif phrase.attributes.get("state") == "@that" and (told := _told(sentence, pointed, "that")):
            phrase = phrase._replace(attributes={**phrase.attributes, "state": _code(told)})
        elif phrase.attributes.get("pronoun") == "he" and sentence.key(phrase.first - 1) == ";":
            phrase = _who_acts(pointed, phrase)
        elif phrase.attributes.get("pronoun") == "he" and phrase.features.case in _OBLIQUE:
            behind = phrases[index + 1 :]
            phrase = phrase if _is_headed(sentence, phrase, behind) else _whom(pointed, phrase, behind)
        elif phrase.attributes.get("offices") == "@guest" and not phrase.value:
            phrase = _whom(pointed, phrase, [])
        pointed.append(phrase)
    return pointed


def _is_to_friend(pointer: Phrase) -> bool:
    """«X qardaş ölkəyə … göndərib»: a friend to whom a state does something is another."""
    return pointer.value == "friend" and pointer.features.case in _CASES | {"Acc"}


def _is_place(phrase: Phrase) -> bool:
    """«ora», «bura», and not «bu ölkə», which is a foreign state wherever this is written."""
    return phrase.unit is not None and phrase.unit.stem in ("ora", "bura")


def _says_whither(phrase: Phrase) -> bool:
    """«ora satdıqları», «bura gətirilən»: bare, these say whither."""
    bare = not phrase.features.attributive and not phrase.features.possessor
    return bare and _is_place(phrase)


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
    kept = ("office", "state", "sender", "host")
    attributes = {name: said for name, said in meant[0].attributes.items() if name in kept}
    return pronoun._replace(type="person", value=meant[0].value, attributes=attributes)


def _is_headed(sentence: Sentence, pronoun: Phrase, behind: list[Phrase]) -> bool:
    """«ona X rəhbərlik edir»: nobody heads a person."""
    verb = next((phrase for phrase in behind if phrase.type == "verb"), None)
    if verb is None or verb.unit is None or pronoun.features.case != "Dat":
        return False
    before = sentence.key(verb.first - 1)
    return any(found.concept == "head" and before in found.noun for found in verb.unit.verbs)


def _who_acts(pointed: list[Phrase], pronoun: Phrase) -> Phrase:
    """«X … əhatə edir; o, … təqdim edib»: the only one who acts before the mark."""
    acting = [p for p in pointed if p.type == "person" and p.features.case == "Nom"]
    if len(acting) != 1 or not acting[0].value or pronoun.features.case != "Nom":
        return pronoun
    return pronoun._replace(
        type="person",
        value=acting[0].value,
        attributes={k: v for k, v in acting[0].attributes.items() if k in ("office", "state")},
    )


def _told(sentence: Sentence, pointed: list[Phrase], pointer: str, case: str = "") -> Phrase | None:
    """The state told last in a case of place; a friend is the only state that was told."""
    if pointer == "that":
        told = [phrase for phrase in _elsewhere(pointed, case) if _is_told(sentence, phrase)]
        # «X-ə Y-dən … göndərilib, oradan …»: whither the goods went, thence others come
        away = [phrase for phrase in told if case == "Abl" and phrase.features.case != "Abl"]
        return next(reversed(away or told), None)
    states = [phrase for phrase in pointed if phrase.type == "state"]
    return (
        states[0]
        if len({phrase.value for phrase in states}) == 1 and states[0].features.case == "Nom"
        else None
    )


def _elsewhere(pointed: list[Phrase], case: str) -> list[Phrase]:
    """The phrases but for those from where something goes, where it is said whither («X-dən ora göndərilən»)."""
    verb = next((at for at in range(len(pointed) - 1, -1, -1) if pointed[at].type == "verb"), -1)
    if case != "Dat":
        return pointed
    return [phrase for at, phrase in enumerate(pointed) if at < verb or phrase.features.case != "Abl"]


def _is_told(sentence: Sentence, phrase: Phrase) -> bool:
    if "host" in phrase.attributes:  # «X-dəki səfiri … bu ölkədə»
        return len(_code(phrase)) == 2
    placed = phrase.features.case in _CASES or sentence.key(phrase.last + 1) == "ilə"
    return phrase.type in ("state", "place") and len(_code(phrase)) == 2 and placed


def _doer(pointed: list[Phrase]) -> str:
    """The state that the sentence is about, which is not the one pointed at («X ora helikopter göndərib»)."""
    ends = [at for at, p in enumerate(pointed) if p.type == "verb" and any(f.form in FINITE for f in p.forms)]
    here = pointed[ends[-1] + 1 :] if ends else pointed
    subjects = (p for p in here if p.type == "state" and p.features.case == "Nom")
    return next((p.value for p in subjects if not p.features.attributive), "")


def _code(phrase: Phrase) -> str:
    if phrase.type == "state":
        return phrase.value
    return phrase.attributes.get("host") or phrase.attributes.get("state", "")
