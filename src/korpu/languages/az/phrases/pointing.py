"""Pointing back within a sentence: «oradan», «bu ölkədən» are the state just told, if it was no subject."""

from __future__ import annotations

from korpu.languages.az.phrases.phrase import Phrase

_CASES = frozenset({"Dat", "Abl", "Loc", "Ins"})


def point_back(phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with each «that state» named, where the sentence named it before."""
    pointed: list[Phrase] = []
    for phrase in phrases:
        if phrase.type == "pointer" and phrase.value == "that":
            told = next((p for p in reversed(pointed) if _is_told(p)), None)
            if told:
                phrase = phrase._replace(type="state", value=_code(told))
        pointed.append(phrase)
    return pointed


def _is_told(phrase: Phrase) -> bool:
    return phrase.type in ("state", "place") and len(_code(phrase)) == 2 and phrase.features.case in _CASES


def _code(phrase: Phrase) -> str:
    return phrase.value if phrase.type == "state" else phrase.attributes.get("state", "")
