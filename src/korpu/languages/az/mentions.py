"""Mentions: phrases as the reader sees them, without endings."""

from __future__ import annotations

from korpu.clauses import Mention
from korpu.languages.az.phrases.phrase import Phrase, Sentence


def to_mention(sentence: Sentence, phrase: Phrase) -> Mention:
    """Return the phrase as the reader sees it: codes and names, no endings."""
    kept = sentence.mentions.get(id(phrase))
    if kept is None or kept[0] is not phrase:
        kept = sentence.mentions[id(phrase)] = (phrase, _made(sentence, phrase))
    return kept[1]


def _made(sentence: Sentence, phrase: Phrase) -> Mention:
    attributes = dict(phrase.attributes)
    if phrase.is_our:
        attributes["our"] = "@our"
    if phrase.is_your:
        attributes["your"] = "@your"
    return Mention(
        phrase.type,
        phrase.value,
        sentence.tokens[phrase.first].start,
        sentence.tokens[phrase.last].tail_end,
        attributes,
        phrase.data,
        phrase.concept,
        sentence.tokens[phrase.first - 2].tail_end
        if sentence.key(phrase.first - 1) in _JOINTS and phrase.first > 1
        else -1,
    )


_JOINTS = frozenset({"və", ","})
