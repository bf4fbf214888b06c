"""Attribution: who says what a sentence tells."""

from __future__ import annotations

from collections.abc import Sequence

from korpu.languages import Saying
from korpu.languages.az.clauses import to_mention
from korpu.languages.az.orthography import fold
from korpu.languages.az.phrases.phrase import Phrase, Sentence
from korpu.languages.az.predicates import read_predicate
from korpu.languages.az.verbs import FINITE, Form

_BACK = frozenset(fold("bunu bu sözləri fikirləri fikri barədə haqda").split())
_NEWSROOM = tuple(
    fold(phrase)
    for phrase in (
        "qeyd edək ki",
        "xatırladaq ki",
        "əlavə edək ki",
        "bildirək ki",
        "xatırladırıq ki",
        "qeyd etmək lazımdır ki, hələ",
    )
)
_VIEW = frozenset(fold("sözlərinə fikrincə məlumatına dediyinə bildirdiyinə məlumatında sözlərinə").split())


def find_saying(sentence: Sentence, phrases: Sequence[Phrase]) -> Saying | None:
    """Return who says the sentence, None where it does not tell.

    «O bildirib ki», «X deyib», «X-in sözlərinə görə»; «bu sözləri X deyib» points back; the newsroom's own
    formulas («Qeyd edək ki») end whoever spoke.
    """
    opening = " ".join(token.key for token in sentence.tokens[:4])
    if opening.startswith(_NEWSROOM):
        return Saying(None, sentence.start, sentence.end, "off")
    viewed = _in_view_of(sentence, phrases)
    if viewed:
        return viewed
    for phrase in phrases:
        if phrase.type != "verb":
            continue
        predicate = read_predicate(sentence, phrase, 0)
        says = "say" in predicate.concepts
        if not says or predicate.form.form not in FINITE | {Form.CONVERB, Form.PARTICIPLE, Form.DONE}:
            continue
        speaker = _speaker(sentence, phrases, phrase)
        holds = (
            "before"
            if any(token.key in _BACK for token in sentence.tokens[: phrase.first])
            and _points_back(sentence, phrase)
            else "sentence"
        )
        if speaker or _is_personal(sentence, predicate.phrase):
            start = sentence.tokens[phrase.first].start
            return Saying(
                to_mention(sentence, speaker) if speaker else None,
                start,
                sentence.tokens[phrase.last].end,
                holds,
            )
    return None


def _points_back(sentence: Sentence, verb: Phrase) -> bool:
    return sentence.key(verb.last + 1) != "ki"


def _is_personal(sentence: Sentence, verb: Phrase) -> bool:
    """Whether the verb has a speaker even if none is named: active, of the third person."""
    stem = verb.unit.stem if verb.unit else ""
    return (
        not sentence.tokens[verb.last].key.startswith(
            ("bildiril", "vurğulan", "edil", "olun", "xatirladil", "deyil")
        )
        and stem != "bildiril"
    )


def _speaker(sentence: Sentence, phrases: Sequence[Phrase], verb: Phrase) -> Phrase | None:
    """The person in the nominative nearest before the verb, else right behind it."""
    before = [
        p
        for p in phrases
        if p.last < verb.first and p.type in ("person", "press_service") and p.features.case == "Nom"
    ]
    if before:
        return before[-1]
    behind = [p for p in phrases if p.first > verb.last and p.type == "person" and p.first - verb.last <= 3]
    return behind[0] if behind else None


def _in_view_of(sentence: Sentence, phrases: Sequence[Phrase]) -> Saying | None:
    """«X-in sözlərinə görə», «X-in məlumatına əsasən»."""
    for phrase in phrases:
        if phrase.type not in ("person", "organisation", "press_service") or not phrase.has("Gen"):
            continue
        if sentence.key(phrase.last + 1) in _VIEW:
            return Saying(
                to_mention(sentence, phrase),
                sentence.tokens[phrase.first].start,
                sentence.tokens[phrase.last].end,
                "sentence",
            )
    return None
