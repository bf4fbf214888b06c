"""Breaks: the words and marks at which a clause ends without a verb («ki», «;» behind a copula or «var»)."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.languages.az.phrases.phrase import COPULAS, Phrase, Sentence


def is_spaced_dash(sentence: Sentence, index: int) -> bool:
    """Return whether a token is a dash with blanks around it («hədəf – ticarəti …»), which joins no words."""
    if sentence.key(index) != "-" or index + 1 >= len(sentence.tokens):
        return False
    return not (sentence.tokens[index].glued or sentence.tokens[index + 1].glued)


_ARE = (*COPULAS, "dayiq", "dəyik")
_EXISTING = frozenset({"var", "yox"})
_BEING = frozenset({"idi", "imiş"})


def clause_mark(sentence: Sentence, current: Sequence[Phrase], since: int, before: int) -> int | None:
    """Return the last token between two at which the clause ends that `current` is of; None where there is none.

    What «ki» introduces is a clause of its own («hələ ki» apart), and so is what stands behind «X-dir;» or «X-dir:», or
    behind «var;» where no amount is told.
    """
    ends = range(before - 1, since - 1, -1)
    return next((at for at in ends if _ends_clause(sentence, current, at)), None)


def _is_head(phrase: Phrase) -> bool:
    """Whether it says who is at the head of a mission («Y-dəki səfiri X-dir, …»)."""
    return phrase.type == "person" and "mission_head" in phrase.attributes and phrase.features.copula


def _ends_clause(sentence: Sentence, current: Sequence[Phrase], index: int) -> bool:
    key, last = sentence.key(index), sentence.key(index - 1)
    if key == "ki":
        return last != "hələ"
    beside = current[-1] if current and current[-1].last == index - 1 else None
    if last.endswith(_ARE):
        if key == ";" or is_spaced_dash(sentence, index):
            return True
        if key == ":":  # «konsulluq bağlıdır: onu … ləğv edib», not «vəziyyət belədir: …»
            return beside is not None and bool(beside.concept)
    if key in (";", ",") and last in _BEING:
        return True
    if key in (";", ":") and last.startswith("deyil"):
        return bool(current)  # «sayı kiçik deyil: indiyədək …»
    if key == "," and beside is not None and _is_head(beside):
        return True
    return key == ";" and last in _EXISTING and not any(phrase.type == "amount" for phrase in current)
