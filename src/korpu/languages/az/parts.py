"""The part that a phrase plays in its clause: by its case, and by the word behind it."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.clauses import Part
from korpu.languages.az.morphology import analyse
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence

_BY_CASE = {
    "Gen": Part.OWNER,
    "Dat": Part.GOAL,
    "Acc": Part.OBJECT,
    "Loc": Part.PLACE,
    "Abl": Part.SOURCE,
    "Ins": Part.PARTNER,
    "Ter": Part.UNTIL,
}
_BY_WORD = {
    "ilə": Part.PARTNER,
    "arasinda": Part.BETWEEN,
    "arasindaki": Part.BETWEEN,
    "arasi": Part.BETWEEN,
    "tərəfindən": Part.AGENT,
    "çərçivəsində": Part.WITHIN,
    "zamani": Part.WITHIN,
    "haqqinda": Part.TOPIC,
}
_LINKS = frozenset(fold("və ilə , həm də habelə eləcə isə").split())


def part_of(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> Part:
    """Return the part that `phrases[index]` plays."""
    phrase = phrases[index]
    if phrase.type == "date":
        return Part.TIME
    after = sentence.key(phrase.last + 1)
    if _leads_to_between(sentence, phrases, index):
        return Part.BETWEEN
    if after in _BY_WORD and phrase.features.case == "Nom":
        return _BY_WORD[after]
    if after in ("çərçivəsində", "zamani", "tərəfindən"):
        return _BY_WORD[after]
    features = phrase.features
    if features.attributive:
        return Part.LOCATED
    if features.case in _BY_CASE:
        return _BY_CASE[features.case]
    return Part.MODIFIER if _belongs_to_next(sentence, phrases, index) else Part.SUBJECT


def _leads_to_between(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> bool:
    """Whether the group that the phrase stands in is closed by «arasında»."""
    at = phrases[index].last + 1
    ahead = index + 1
    while True:
        key = sentence.key(at)
        if key.startswith("arasinda"):
            return True
        if key not in _LINKS or not key:
            return False
        while sentence.key(at) in _LINKS and sentence.key(at):
            at += 1
        if ahead >= len(phrases) or phrases[ahead].first != at:
            return sentence.key(at).startswith("arasinda")
        at = phrases[ahead].last + 1
        ahead += 1


def _belongs_to_next(sentence: Sentence, phrases: Sequence[Phrase], index: int) -> bool:
    """Whether a bare name stands before a possessed noun («Litva şirkəti», «Malta parlamenti»)."""
    phrase = phrases[index]
    if phrase.type not in ("state", "people", "pair", "place", "organisation"):
        return False
    if phrase.type == "people":
        return True
    for at in range(phrase.last + 1, min(phrase.last + 4, len(sentence.tokens))):
        token = sentence.tokens[at]
        if not token.is_word or token.key in _LINKS:
            return False
        if any(found.features.possessor == "3" for found in analyse(token.key)):
            return True
    return False
