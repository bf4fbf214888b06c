"""Gifts: several facts of help under one verb, each of which shares giver or receiver with the first."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.languages.az.phrases.phrase import Phrase, Sentence


def gives_each(sentence: Sentence, phrases: Sequence[Phrase], begin: int, at: int) -> bool:
    """Return whether who gives and what is given stands on both sides («A 3 çadır, B 5 ton un»)."""
    giving = [phrase for phrase in phrases if _role(sentence, phrase) != "receiver"]
    left = [phrase for phrase in giving if begin <= phrase.first and phrase.last < at][-2:]
    right = [phrase for phrase in giving if phrase.first > at][:2]
    pairs = [[(phrase.type, phrase.features.case) for phrase in side] for side in (left, right)]
    return pairs == [[("state", "Nom"), ("help", "Nom")]] * 2


def shared_of_gift(sentence: Sentence, own: Sequence[Phrase], first: Sequence[Phrase]) -> list[Phrase]:
    """Return whom a fact shares with the first: «X-ə A 3 ton un, B isə 5 çadır göndərib» the receiver, or the giver."""
    return [p for p in first if _takes_part(sentence, p) and not _has_part(sentence, own, p)]


def _takes_part(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.type in ("state", "pointer", "people", "place") and _role(sentence, phrase) != ""


def _has_part(sentence: Sentence, own: Sequence[Phrase], phrase: Phrase) -> bool:
    return any(
        _role(sentence, other) == _role(sentence, phrase) for other in own if _takes_part(sentence, other)
    )


def _role(sentence: Sentence, phrase: Phrase) -> str:
    """Who gives or who gets, by case: `giver` in the nominative, genitive or «on behalf of», `receiver` in the dative."""
    if phrase.features.case == "Dat":
        return "receiver"
    by = sentence.key(phrase.last + 1) in ("adindan", "tərəfindən")
    does = phrase.features.case in ("Nom", "Gen") and not phrase.features.attributive
    return "giver" if by or does else ""
