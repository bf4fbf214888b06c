"""Mentions: phrases as the reader sees them, without endings."""

from __future__ import annotations

from korpu.clauses import Mention
from korpu.languages.az.phrases.phrase import Phrase, Sentence


def to_mention(sentence: Sentence, phrase: Phrase) -> Mention:
    """Return the phrase as the reader sees it: codes and names, no endings."""
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
    )
